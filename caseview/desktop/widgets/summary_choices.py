"""What goes into a summary: themes, parts, counts, small numbers, marking and template."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.buttons import Button, Role, Segments
from caseview.desktop.widgets.chips import ThemeLine
from caseview.desktop.widgets.labels import OneLine, Voice, label
from caseview.desktop.widgets.panes import Pane, emptied, row, scrolled
from caseview.desktop.widgets.tick_box import TickBox
from caseview.domain.crosstab import Counts
from caseview.domain.english import English
from caseview.domain.summary import Part
from caseview.usecases.saved_summary import SummaryChoice

MARKINGS = ("", "OFFICIAL", "OFFICIAL-SENSITIVE")
PARTS = {
    Part.KEY_FIGURES: English("Key figures"),
    Part.HOW_OFTEN: English("How often, by review type"),
    Part.GOOD_PRACTICE: English("Good practice"),
    Part.RECOMMENDED: English("What reviews recommended"),
    Part.IMPROVED: English("What has changed since"),
    Part.RECOMMENDATIONS: English("Recommendations made"),
    Part.REVIEWS: English("List of the reviews counted"),
    Part.CODEBOOK: English("What the themes mean"),
}
SMALL = {
    "0": English("Show every count"),
    "3": English("Hide counts under 3"),
    "5": English("Hide counts under 5"),
}
SMALL |= {"10": English("Hide counts under 10")}
OWN = English("CaseView’s own")
PAUSE = 400
_NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class SummaryChoices(Pane):
    """Holds what was chosen.

    `counted()` tells of what needs counting anew (themes, counts, filter), `worded()` of what
    only changes the page (parts, marking, template), `theme_wanted()` of "Add theme".
    """

    counted = Signal()
    worded = Signal()
    theme_wanted = Signal()

    def __init__(self, look: Appearance, book: ThemeBook) -> None:
        super().__init__(tr("What goes in"), margins=1)
        self.setFixedWidth(look.px(256))
        self._look = look
        self._book = book
        self.themes: list[str] = []
        self.template: Path | None = None
        self.own_counts = self._own_small = False
        self._chosen = QVBoxLayout()
        choices = [
            (Counts.TAGS.value, tr("Tags")),
            (Counts.PROVISIONAL.value, tr("With suggestions")),
        ]
        self._counts = Segments(look, tr("Counts"), choices, compact=True)
        self._counts.choose(Counts.PROVISIONAL.value)
        self._parts = {part: TickBox(look, words) for part, words in PARTS.items()}
        self._small = QComboBox()
        self._marking = QComboBox()
        self._template = OneLine(OWN, Voice.BODY)
        self._where = QLineEdit()
        self._pause = QTimer(self)
        self._lay_out()
        self._connect()

    @property
    def counts(self) -> Counts:
        """Whether tags count, or tags and suggestions."""
        return Counts(self._counts.value)

    @property
    def marking(self) -> str:
        """The protective marking typed or chosen, "" for none."""
        return self._marking.currentText().strip()

    @property
    def where(self) -> str:
        """The filter, an expression of the search language."""
        return self._where.text().strip()

    @property
    def small_numbers(self) -> int:
        """Under what counts are hidden, 0 for none."""
        return int(self._small.currentData())

    @property
    def left_out(self) -> frozenset[Part]:
        """The parts that are not ticked."""
        return frozenset(part for part, box in self._parts.items() if not box.isChecked())

    def add(self, theme: str) -> None:
        """Add a theme at the end, once."""
        if theme not in self.themes:
            self.themes.append(theme)
            self._show_themes()

    def take(self, counts: Counts, marking: str, small: int) -> None:
        """Take over what the casebook suggests, without telling."""
        if not self._own_small:
            self._small.setCurrentIndex(max(0, self._small.findData(str(small))))
        if not self.own_counts:
            self._counts.choose(counts.value)
        if marking and not self.marking:
            self._marking.setCurrentText(marking)
        self._marking.setToolTip(
            tr("This casebook is marked {0}. The marking goes on every page.", marking)
            if marking
            else ""
        )

    def reopen(self, choice: SummaryChoice) -> None:
        """Take over everything of a saved summary, without telling."""
        spec = choice.spec
        self.themes = list(spec.themes)
        self._show_themes()
        self.own_counts = self._own_small = True
        self._counts.choose(spec.counts.value)
        self._small.setCurrentIndex(max(0, self._small.findData(str(spec.small_numbers))))
        self._filtered = spec.where
        self._where.setText(spec.where)
        self._marking.setCurrentText(spec.marking)
        self.template = Path(choice.template) if choice.template else None
        self._template.say(self.template.name if self.template else tr(OWN))
        for part, box in self._parts.items():
            box.blockSignals(True)  # noqa: FBT003 - Qt's own
            box.setChecked(part not in choice.left_out)
            box.blockSignals(False)  # noqa: FBT003
        self._pause.stop()

    def narrow(self, where: str) -> None:
        """Take over a filter, without telling."""
        self._where.setText(where)

    def use_template(self, path: Path | None) -> None:
        """Write into a house template, or into CaseView's own page for None."""
        self.template = path
        self._template.say(path.name if path is not None else tr(OWN))
        self.worded.emit()

    def choose_template(self) -> None:
        """Ask for a house template."""
        kinds = tr("Word documents and templates (*.docx *.dotx)")
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Word template"), "", kinds)
        if chosen:
            self.use_template(Path(chosen))

    def _connect(self) -> None:
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.worded)
        self._counts.chosen.connect(self._count)
        self._where.editingFinished.connect(self._filter)
        self._small.activated.connect(lambda _at: self._hide_small())
        self._marking.currentTextChanged.connect(lambda _words: self._pause.start())
        for box in self._parts.values():
            box.toggled.connect(lambda _on: self.worded.emit())
        self._filtered = ""

    def _count(self, _value: str) -> None:
        self.own_counts = True
        self.counted.emit()

    @property
    def own_small(self) -> bool:
        """Whether a person has chosen under what counts are hidden."""
        return self._own_small

    def _hide_small(self) -> None:
        self._own_small = True
        self.counted.emit()

    def _filter(self) -> None:
        if self.where != self._filtered:
            self._filtered = self.where
            self.counted.emit()

    def _drop(self, theme: str) -> None:
        self.themes.remove(theme)
        self._show_themes()
        self.counted.emit()

    def _show_themes(self) -> None:
        emptied(self._chosen)
        for theme in self.themes:
            face = self._book.face(theme)
            drop = Button(self._look, "", Role.LINK, icon="x")
            drop.setAccessibleName(tr("Remove {0}", face.name))
            drop.setToolTip(tr("Remove {0}", face.name))
            drop.clicked.connect(lambda _checked, theme=theme: self._drop(theme))
            held = row(spacing=2)
            held.addWidget(ThemeLine(self._look, face, strong=True), 1)
            held.addWidget(drop)
            self._chosen.addLayout(held)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(13, 11, 13, 11)
        column.setSpacing(7)
        column.addWidget(label(tr("WHAT GOES IN"), Voice.CAPTION))
        self._chosen.setSpacing(3)
        column.addLayout(self._chosen)
        add = Button(self._look, tr("Add theme"), Role.LINK, icon="plus")
        add.clicked.connect(lambda _checked: self.theme_wanted.emit())
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(label(tr("PARTS"), Voice.CAPTION))
        for box in self._parts.values():
            box.setChecked(True)
            column.addWidget(box)
        column.addSpacing(4)
        column.addWidget(label(tr("Counts"), Voice.SECONDARY))
        column.addWidget(self._counts)
        self._rest(column)
        self.column.addWidget(scrolled(inside))

    def _rest(self, column: QVBoxLayout) -> None:
        self._where.setAccessibleName(tr("Filter by details"))
        self._where.setPlaceholderText(tr("All reviews. kind:sar year:2023"))
        self._marking.setEditable(True)
        self._marking.addItems(list(MARKINGS))
        self._marking.setAccessibleName(tr("Protective marking"))
        if (field := self._marking.lineEdit()) is not None:
            field.setPlaceholderText(tr("None"))
            field.setAccessibleName(tr("Protective marking"))
        choose = Button(self._look, tr("Choose…"), Role.LINK)
        choose.setAccessibleName(tr("Choose a Word template"))
        choose.clicked.connect(lambda _checked: self.choose_template())
        plain = Button(self._look, tr("Own"), Role.LINK)
        plain.setAccessibleName(tr("Use CaseView’s own page"))
        plain.clicked.connect(lambda _checked: self.use_template(None))
        self._small.setAccessibleName(tr("Small numbers"))
        for box in (self._small, self._marking):
            box.setSizeAdjustPolicy(_NARROW)
            box.setMinimumContentsLength(8)
        for value, words in SMALL.items():
            self._small.addItem(told(words), value)
        column.addWidget(label(tr("Small numbers"), Voice.SECONDARY))
        column.addWidget(self._small)
        column.addWidget(label(tr("Filter"), Voice.SECONDARY))
        column.addWidget(self._where)
        column.addWidget(label(tr("Protective marking"), Voice.SECONDARY))
        column.addWidget(self._marking)
        column.addWidget(label(tr("Word template"), Voice.SECONDARY))
        held = row(spacing=2)
        held.addWidget(self._template, 1)
        held.addWidget(choose)
        held.addWidget(plain)
        column.addLayout(held)
        column.addStretch(1)
