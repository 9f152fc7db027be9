"""The Cross-tabs page: it recounts as it is changed; a cell leads to its passages and pages."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget
from typing_extensions import override

from caseview.counting.wording import base_sentence, notes, title
from caseview.desktop.desk import Desk
from caseview.desktop.jobs import Failure, Job
from caseview.desktop.models.crosstab import CrossTabModel
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.models.words import clock
from caseview.desktop.pages.crosstabs.choices import Choices
from caseview.desktop.pages.crosstabs.evidence_pane import EvidencePane
from caseview.desktop.places import Place, View
from caseview.desktop.session import Session
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.heat_table import HeatTable
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.notices import Empty
from caseview.desktop.widgets.page import GAP, Page
from caseview.desktop.widgets.panes import Pane, line
from caseview.domain.crosstab import CellAddress, Counts, CrossTab, CrossTabSpec
from caseview.domain.errors import QueryError
from caseview.domain.evidence import EvidenceSet
from caseview.domain.span import Span

NO_REVIEWS = "No reviews to count yet. Import a folder of reviews in the Library first."
NO_FINISHED = (
    "No finished reviews match. Finish a document in the Reader and it is counted here, "
    "or count tags and suggestions."
)
Found = tuple[CrossTab, CellAddress, EvidenceSet]


class CrossTabsPage(Page):
    """Choose, read, follow a number to its words."""

    view = View.CROSSTABS
    name = "Cross-tabs"
    icon = "table"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        book = ThemeBook(desk.codebook)
        self.model = CrossTabModel(book)
        self.choices = Choices(self.look)
        self.table = HeatTable(self.look, self.model)
        self.evidence = EvidencePane(self.look, book)
        self._base = label("", Voice.SECONDARY, wrap=True)
        self._middle = QStackedWidget()
        self._nothing = Empty(self.look, NO_REVIEWS)
        self._export = Button(self.look, "Export to Excel", Role.PRIMARY, icon="file-spreadsheet")
        self._wanted: CellAddress | None = None
        self._asked = False
        self._lay_out()
        self.choices.changed.connect(self._chosen)
        self.table.wanted.connect(self._ask_evidence)
        self.table.moved.connect(self._speak)
        self.evidence.opened.connect(self._open)
        self.evidence.summary_wanted.connect(self._to_summary)
        self._export.clicked.connect(lambda _checked: self.export())
        desk.commands.bind("crosstab.again", self, self.refresh)
        desk.commands.bind("crosstab.export", self, self.export)
        self._bind_escape()
        desk.read("Read the attributes", lambda s: s.asking.axes(), self.choices.offer)

    @override
    def refresh(self) -> None:
        spec = self.choices.spec
        self.table.setEnabled(self.model.table is None)  # old numbers grey out, never vanish
        self.desk.look("crosstab", "Count", partial(_count, spec), self._show, self._not_counted)

    @override
    def place(self) -> Place:
        cell = self.model.address(self.table.currentIndex()) or self._wanted
        return Place(self.view, spec=self.choices.spec, cell=cell)

    @override
    def arrive(self, place: Place) -> None:
        if place.spec is not None and place.spec != self.choices.spec:
            self.choices.choose(place.spec)
            self._stale = True
        if place.cell is not None:
            self._wanted = place.cell
        fresh = self._stale
        super().arrive(place)
        if not fresh:
            self._to_wanted()

    @override
    def focus_first(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_evidence(self) -> None:
        """Show the passages behind the cell gone to."""
        address = self.model.address(self.table.currentIndex())
        if self.model.table is not None and address is not None:
            gather = partial(_gather, self.model.table, address)
            self.desk.look("evidence", "Gather the evidence", gather, self._show_evidence)

    def _ask_evidence(self) -> None:
        self._asked = True
        self.show_evidence()

    def close_evidence(self) -> None:
        """Close the evidence and go back to the cell."""
        self.evidence.hide()
        self.table.setFocus()

    def export(self) -> None:
        """Ask for a file and write the table with its evidence to Excel."""
        chosen, _ = QFileDialog.getSaveFileName(
            self, "Export to Excel", "Cross-tab.xlsx", "Excel workbooks (*.xlsx)"
        )
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write the table with its evidence to an Excel file."""
        spec = self.choices.spec

        def done(_: None) -> None:
            self.desk.events.say(f"Saved {path.name}.")

        self.desk.read("Export to Excel", lambda s: s.filing.save_workbook(spec, path), done)

    def _lay_out(self) -> None:
        self.buttons.addWidget(self._export)
        table = Pane("Cross-tab", margins=1)
        table.column.setSpacing(0)
        table.column.addWidget(self.table, 1)
        foot, words = line("above")
        words.addWidget(self._base, 1)
        table.column.addWidget(foot)
        self._middle.addWidget(table)
        self._middle.addWidget(self._nothing)
        work = QHBoxLayout()
        work.setSpacing(GAP)
        work.addWidget(self._middle, 1)
        work.addWidget(self.evidence)
        self.evidence.hide()
        self.body.addWidget(self.choices)
        self.body.addLayout(work, 1)

    def _chosen(self) -> None:
        self._wanted = self.model.address(self.table.currentIndex()) or self._wanted
        self.refresh()

    def _show(self, table: CrossTab) -> None:
        self.choices.say_amiss("", "")
        self.table.setEnabled(True)
        self.model.show(table)
        self.title.say(title(table.spec))
        when = f"  ·  {clock(table.counted_at)}" if table.counted_at else ""
        self.facts.say(f"Counts: {table.spec.counts.label}{when}")
        self._base.setText(" ".join((base_sentence(table), *notes(table))))
        counted = table.base > 0
        tags_only = table.spec.counts is Counts.TAGS
        self._nothing.say(NO_FINISHED if tags_only else NO_REVIEWS)
        self._middle.setCurrentIndex(0 if counted else 1)
        self._to_wanted()

    def _to_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        index = self.model.index_of(wanted) if wanted is not None else None
        if index is not None and index.isValid():
            self.table.setCurrentIndex(index)
            self.show_evidence()
            self.table.scrollTo(index, HeatTable.ScrollHint.PositionAtCenter)
        elif not self.table.currentIndex().isValid() and self.model.rowCount() > 1:
            self.table.setCurrentIndex(self.model.index(1, 1))

    def _not_counted(self, failure: Failure) -> None:
        self.table.setEnabled(True)
        if isinstance(failure.error, QueryError):
            self.choices.say_amiss(failure.message, failure.advice)
        else:
            self.desk.jobs.failed.emit(failure)

    def _show_evidence(self, found: Found) -> None:
        self.evidence.show_evidence(*found)
        if self.table.hasFocus() and self._asked:
            self.evidence.quotes.setFocus()
        self._asked = False

    def _speak(self) -> None:
        index = self.table.currentIndex()
        if self.model.address(index) is not None:
            words = index.data(Qt.ItemDataRole.AccessibleTextRole)
            self.desk.events.say(f"{words}  ·  Enter shows the evidence")

    def _open(self, row: int) -> None:
        if (item := self.evidence.model.item(row)) is not None:
            quote = item.quote
            span = Span(quote.start, quote.end)
            self.desk.events.go(Place(View.READER, document=quote.document_id, span=span))

    def _to_summary(self, theme: str) -> None:
        self.desk.events.go(Place(View.SUMMARIES, themes=(theme,)))

    def _bind_escape(self) -> None:
        close = QAction("Close the evidence", self)
        close.setShortcut(QKeySequence("Esc"))
        close.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        close.triggered.connect(self.close_evidence)
        self.addAction(close)


def _count(spec: CrossTabSpec, session: Session, _job: Job[CrossTab]) -> CrossTab:
    return session.asking.crosstab(spec)


def _gather(table: CrossTab, address: CellAddress, session: Session, _job: Job[Found]) -> Found:
    return table, address, session.asking.evidence(table.spec, address)
