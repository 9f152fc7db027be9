"""The tab that says how each rule fared: its suggestions accepted of those decided."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from caseview.desktop.desk import Desk
from caseview.desktop.models.figures_table import RULE_COLUMNS, FiguresModel, rule_lines
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import several, tr
from caseview.desktop.widgets.figures_table import FiguresTable
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.notices import Empty
from caseview.desktop.widgets.panes import Pane, line
from caseview.domain.agreement import RuleRecord
from caseview.domain.english import English

NOTHING = English(
    "No rule has suggested anything yet. Import reviews, then decide suggestions in the Reader."
)
HOW = English(
    "Right is accepted of those decided. A rule of which few were decided says little: look at the "
    "interval. What nobody decided is in no figure."
)


class Rules(QWidget):
    """Shows how rules fared; `told(str)` is the line of facts."""

    told = Signal(str)

    def __init__(self, desk: Desk, book: ThemeBook) -> None:
        super().__init__()
        self._desk = desk
        self._book = book
        self.model = FiguresModel()
        self.table = FiguresTable(desk.appearance, self.model, tr("Rules"))
        self._said = label("", Voice.BODY, wrap=True)
        self._whole = QStackedWidget()
        pane = Pane(tr("Rules"), margins=1)
        pane.main = self.table
        pane.column.setSpacing(0)
        foot, words = line("above")
        words.addWidget(self._said, 1)
        pane.column.addWidget(self.table, 1)
        pane.column.addWidget(foot)
        empty = Pane(tr("Rules"))
        empty.column.addWidget(Empty(desk.appearance, tr(NOTHING)))
        self._whole.addWidget(pane)
        self._whole.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._whole)
        self.table.selectionModel().currentChanged.connect(lambda now, _then: self._at(now.row()))

    def refresh(self) -> None:
        """Count again."""
        read = tr("Count how rules fared")
        self._desk.read(read, lambda s: s.comparing.rules(), self._show, name="agreement rules")

    def first(self) -> QWidget:
        """Return what takes the focus."""
        return self.table

    def _show(self, records: Sequence[RuleRecord]) -> None:
        here = self.table.currentIndex().row()
        self.model.show(RULE_COLUMNS, rule_lines(records, self._book))
        self._whole.setCurrentIndex(0 if records else 1)
        self.table.setCurrentIndex(self.model.index(max(0, min(here, len(records) - 1)), 0))
        decided = sum(record.decided for record in records)
        accepted = sum(record.accepted for record in records)
        share = tr(", {0}% accepted", f"{100 * accepted / decided:.0f}") if decided else ""
        self.told.emit(
            tr(
                "{0}  ·  {1} decided{2}",
                several(len(records), "rule"),
                several(decided, "suggestion"),
                share,
            )
        )

    def _at(self, at: int) -> None:
        found = self.model.line(at)
        self._said.setText(f"{found.spoken} {tr(HOW)}" if found is not None else tr(HOW))
