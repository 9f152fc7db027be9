"""The export panel of a cross-tab: to what, and what is hidden in it, shown before it is."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseview.counting.small_numbers import SHOW_ALL, THRESHOLDS, SmallNumbers
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.dialogs.frame import Dialog
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Segments
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.tick_box import TickBox
from caseview.domain.english import English

FORMATS = {
    ".docx": English("Word"),
    ".xlsx": English("Excel"),
    ".csv": English("CSV"),
    ".html": English("Web page"),
}
FILES = {
    ".docx": English("Word documents (*.docx)"),
    ".xlsx": English("Excel workbooks (*.xlsx)"),
    ".csv": English("Plain tables (*.csv)"),
    ".html": English("Web pages (*.html)"),
}
"""What the dialog that asks for the file calls each format."""
COUNTING = English("Counting what would be hidden …")
_EVIDENCE = English("The passages go with it, each with its reference.")
_NO_EVIDENCE = English("No passages go with it: whoever counts them knows the hidden numbers.")
_ONLY_FIGURES = English("They go with their base, notes and how they were made, without passages.")
_NO_LISTS = English("No list of reviews or recommendations goes with them: it could be counted.")
_ONLY_NUMBERS = English(
    "The table goes with its base, notes and how it was counted, without passages."
)


class ExportDialog(Dialog):
    """Asks to what and by which rule; `rule_changed(SmallNumbers)` asks for what it would hide.

    `go(ending, rule)` is called when the file is to be chosen.
    """

    rule_changed = Signal(object)
    title = English("Export this cross-tab")
    formats = FORMATS

    def __init__(
        self,
        parent: QWidget,
        look: Appearance,
        ending: str,
        go: Callable[[str, SmallNumbers], object],
    ) -> None:
        super().__init__(parent, look, self.title, tr("On screen every number stays as it is."))
        self._go = go
        self.format = Segments(look, tr("Export to"), list(self.formats.items()))
        self.format.choose(ending)
        offers = [("0", "off"), *((str(n), str(n)) for n in THRESHOLDS)]
        self.under = Segments(look, tr("Hide counts under"), offers)
        self.zeros = TickBox(look, tr("Hide counts of none too"))
        self.preview = label("", Voice.BODY, wrap=True)
        self.preview.setAccessibleName(tr("What will be hidden"))
        self.about = label("", Voice.SECONDARY, wrap=True)
        for words, widget in (
            (tr("Export to"), self.format),
            (tr("Show counts under this number as less than it"), self.under),
            ("", self.zeros),
            ("", self.preview),
            ("", self.about),
        ):
            if words:
                self.body.addWidget(label(words, Voice.SECONDARY))
            self.body.addWidget(widget)
        self.format.chosen.connect(lambda _value: self._show())
        self.under.chosen.connect(lambda _value: self._changed())
        self.zeros.toggled.connect(lambda _on: self._changed())
        self.offer(tr("Cancel"))
        self.offer(tr("Choose where to save it"), self._done, primary=True).setFocus()
        self._show()

    @property
    def rule(self) -> SmallNumbers:
        """The rule chosen."""
        under = int(self.under.value)
        return SmallNumbers(under, self.zeros.isChecked()) if under else SHOW_ALL

    def choose(self, rule: SmallNumbers) -> None:
        """Begin with a rule: that of the casebook, or the one of last time."""
        self.under.choose(str(rule.under))
        self.zeros.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.zeros.setChecked(rule.zeros)
        self.zeros.blockSignals(False)  # noqa: FBT003 - Qt's own
        self._changed()

    def tell(self, words: str) -> None:
        """Say what the rule hides."""
        self.preview.setText(words)
        self.adjustSize()

    def _changed(self) -> None:
        self._show()
        self.rule_changed.emit(self.rule)

    def _show(self) -> None:
        hides = self.under.value != "0"
        self.zeros.setEnabled(hides)
        self.about.setText(self.goes_with(hides=hides))

    def goes_with(self, *, hides: bool) -> str:
        """Return what goes into the file besides the numbers."""
        said = tr(_NO_EVIDENCE) if hides else tr(_EVIDENCE)
        return said if self.format.value in {".xlsx", ".html"} else tr(_ONLY_NUMBERS)

    def _done(self) -> None:
        self.accept()
        self._go(self.format.value, self.rule)


class FiguresDialog(ExportDialog):
    """The same for figures besides the cross-tab, which go without passages."""

    title = English("Export these figures")
    formats = {ending: FORMATS[ending] for ending in (".docx", ".xlsx", ".csv")}  # noqa: RUF012 - never changed

    @override
    def goes_with(self, *, hides: bool) -> str:
        return tr(_NO_LISTS) if hides else tr(_ONLY_FIGURES)
