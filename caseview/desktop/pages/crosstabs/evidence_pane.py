"""The pane with the passages behind the cell gone to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseview.counting.halves import parting
from caseview.counting.wording import number, units
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.evidence import EVERY, EvidenceModel
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import several, told, tr
from caseview.desktop.widgets.buttons import Button, Role, Segments
from caseview.desktop.widgets.chips import Chip
from caseview.desktop.widgets.labels import OneLine, Voice, cap, label
from caseview.desktop.widgets.panes import Pane, line
from caseview.desktop.widgets.quote_list import QuoteList
from caseview.domain.crosstab import CellAddress, CrossTab
from caseview.domain.english import English
from caseview.domain.evidence import EvidenceSet
from caseview.domain.handout import Behind
from caseview.domain.reads_as import ReadsAs

_SHORT = {
    ReadsAs.GAP: English("Gap"),
    ReadsAs.GOOD_PRACTICE: English("Good"),
    ReadsAs.RECOMMENDED: "",
    ReadsAs.IMPROVED: "",
    ReadsAs.CONTEXT: "",
}


class EvidencePane(Pane):
    """Shows an EvidenceSet; `opened(int)` a row to open, `summary_wanted(str)` a theme.

    `copy_wanted()` asks for the passage gone to with its reference.
    """

    opened = Signal(int)
    copy_wanted = Signal()
    summary_wanted = Signal(str)

    def __init__(self, look: Appearance, book: ThemeBook) -> None:
        super().__init__(tr("Evidence"), margins=1)
        self.setFixedWidth(look.px(384))
        self._book = book
        self._theme = ""
        self.model = EvidenceModel()
        self.quotes = QuoteList(look, self.model, tr("Passages behind the number"))
        self._chip = Chip(look, book.face(""))
        self._name = OneLine("", Voice.STRONG, as_long_as_its_words=True)
        self._column = label("", Voice.PILL)
        self._facts = OneLine("", Voice.SECONDARY)
        choices = [(EVERY, tr("All"))]
        choices += [(r.value, f"{r.sign} {tr(_SHORT[r])}".strip()) for r in ReadsAs]
        self._reads = Segments(look, tr("Reads as"), choices, compact=True)
        self._reads.chosen.connect(self.model.narrow)
        self._none = label(tr("No passage stands behind this number."), Voice.SECONDARY, wrap=True)
        self._none.hide()
        self._add = Button(look, tr("Add to summary"), Role.PRIMARY, icon="plus")
        self._add.clicked.connect(lambda _checked: self.summary_wanted.emit(self._theme))
        self._copy = Button(look, tr("Copy with reference"), icon="copy")
        self._copy.clicked.connect(lambda _checked: self.copy_wanted.emit())
        self.quotes.opened.connect(self.opened)
        self.quotes.setMinimumHeight(24)  # the facts above stay whole where little room is left
        self.main = self.quotes
        self._lay_out()

    def show_evidence(self, table: CrossTab, address: CellAddress, found: EvidenceSet) -> None:
        """Show the passages behind a cell or total of a table."""
        row = next((axis for axis in table.rows if axis.id == address.row), None)
        column = next((axis for axis in table.columns if axis.id == address.column), None)
        by_theme = table.spec.rows == "themes"
        self._theme = address.row or "" if by_theme else ""
        self._chip.setVisible(bool(self._theme))
        self._chip.show_face(self._book.face(self._theme))
        self._name.say(told(row.label) if row else tr("Any theme") if by_theme else tr("All rows"))
        self._column.setText(told(column.label) if column else tr("All"))
        base = column.base if column else table.base
        self._fill(found, tr("{0} of {1}", number(found.units), units(base, table.spec.unit)))

    def put_above(self, widget: QWidget) -> None:
        """Put a widget above the passages, hidden until whoever gave it shows it."""
        self.column.insertWidget(1, widget)
        widget.hide()

    def show_behind(self, behind: Behind, found: EvidenceSet) -> None:
        """Show the passages behind a figure that stands outside a cross-tab."""
        spec, address = behind.spec, behind.address
        self._theme = address.row or "" if spec.rows == "themes" else ""
        self._chip.setVisible(bool(self._theme))
        self._chip.show_face(self._book.face(self._theme))
        self._name.say(self._label(spec.rows, address.row))
        self._column.setText(self._label(spec.columns, address.column))
        self._fill(found, several(found.units, spec.unit.one))

    def _label(self, axis: str, heading: str | None) -> str:
        if heading is None:
            return tr("All") if axis != "themes" else tr("Any theme")
        if axis == "themes":
            return self._book.face(heading).name
        if (parts := parting(axis)) is not None and heading in parts.labels:
            return told(parts.labels[heading])
        return heading.upper() if axis == "kind" else heading

    def _fill(self, found: EvidenceSet, units_words: str) -> None:
        self.model.show(found)
        self._reads.choose(EVERY)
        self._reads.reword(self._words())
        facts = [units_words, several(len(found.items), "passage")]
        if self.model.keys:
            facts.append(several(self.model.keys, "key quote"))
        self._facts.say("  ·  ".join(facts))
        self._add.setEnabled(bool(self._theme))
        self._copy.setEnabled(bool(found.items))
        self._reads.setVisible(bool(found.items))
        self._none.setVisible(not found.items)
        if self.model.rowCount():
            self.quotes.setCurrentIndex(self.model.index(0))

    def _words(self) -> dict[str, str]:
        counts = self.model.counts
        words = {EVERY: tr("All {0}", number(counts[EVERY]))}
        for reads in ReadsAs:
            name = f" {tr(_SHORT[reads])}" if _SHORT[reads] else ""
            words[reads.value] = f"{reads.sign}{name} {number(counts[reads.value])}"
        return words

    def _lay_out(self) -> None:
        strip, top = line()
        head = QVBoxLayout()
        head.setSpacing(4)
        first = QHBoxLayout()
        first.addWidget(label(tr("Evidence"), Voice.CAPTION))
        first.addStretch(1)
        first.addWidget(cap("Esc"))
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self._chip)
        second.addWidget(self._name)
        second.addWidget(label(tr("in")))
        second.addWidget(self._column)
        second.addStretch(1)
        for part in (first, second):
            head.addLayout(part)
        head.addWidget(self._facts)
        top.addLayout(head, 1)
        self.column.setSpacing(0)
        self.column.addWidget(strip)
        reads = QHBoxLayout()
        reads.setContentsMargins(12, 8, 12, 6)
        reads.addWidget(self._reads)
        reads.addWidget(self._none)
        self.column.addLayout(reads)
        self.column.addWidget(self.quotes, 1)
        foot, last = line("above")
        last.addWidget(self._add)
        last.addWidget(self._copy)
        last.addStretch(1)
        self.column.addWidget(foot)
        self.quotes.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
