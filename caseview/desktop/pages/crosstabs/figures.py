"""The room of figures besides the cross-tab: pairs, years, one review, one force or board."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseview.counting.framework import cell_of
from caseview.desktop.desk import Desk
from caseview.desktop.jobs import Failure, Job
from caseview.desktop.models.evidence import with_reference
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.pages.crosstabs.cell_editor import CellEditor
from caseview.desktop.pages.crosstabs.evidence_pane import EvidencePane
from caseview.desktop.pages.crosstabs.figures_pane import NOTHING_YET, FiguresPane
from caseview.desktop.pages.crosstabs.figures_sending import FiguresSending
from caseview.desktop.pages.crosstabs.question import QuestionLine
from caseview.desktop.places import Place, View, at_quote
from caseview.desktop.session.session import Session
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.collapsing import Panes
from caseview.domain.crosstab import Counts, CrossTabSpec
from caseview.domain.english import English
from caseview.domain.errors import CaseViewError
from caseview.domain.evidence import EvidenceSet
from caseview.domain.handout import Behind, Handout
from caseview.usecases.tell import Question, Telling

EVIDENCE = English("Evidence")
CHOOSE = {
    Telling.REVIEW: English("Choose a review above: type a few letters of its title."),
    Telling.BODY: English(
        "Choose a force, board, area or region above: type a few letters of its name."
    ),
}
Told = tuple[Question, Handout]
Opened = tuple[Behind, EvidenceSet, str | None]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be counted over, and whether finished reviews decide what counts."""

    over: CrossTabSpec
    follows: bool = False


class Figures(QWidget):
    """Answers the question of its line; `titled(str, CrossTabSpec)` tells what it shows.

    `amiss(str, str)` tells that the filter cannot be understood, "" that it can.
    """

    titled = Signal(str, object)
    amiss = Signal(str, str)

    def __init__(self, page: QWidget, desk: Desk, book: ThemeBook) -> None:
        super().__init__()
        self._desk = desk
        self.line = QuestionLine(desk.appearance, book)
        self.pane = FiguresPane(desk.appearance)
        self.evidence = EvidencePane(desk.appearance, book)
        self.sending = FiguresSending(page, desk, self.pane, lambda: self._shown)
        self.panes = Panes(
            desk.appearance, [(tr("Figures"), self.pane), (tr(EVIDENCE), self.evidence)], least=440
        )
        self.panes.hide_pane(tr(EVIDENCE))
        self.editor = CellEditor(desk.appearance)
        self.evidence.put_above(self.editor)
        self._shown: Question | None = None
        self._behind: Behind | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sending.told)
        column.addWidget(self.panes, 1)
        self.line.bodies_wanted.connect(self._ask_bodies)
        self.pane.wanted.connect(self.show_evidence)
        self.pane.said.connect(desk.events.say)
        self.pane.copied.connect(self.sending.copy)
        self.evidence.opened.connect(self._open)
        self.editor.written.connect(self._write)
        self.editor.quotes_wanted.connect(self._quote)
        self.evidence.summary_wanted.connect(self._to_summary)
        self.evidence.copy_wanted.connect(lambda: desk.commands.action("copy.reference").trigger())

    @property
    def question(self) -> Question | None:
        """The question whose answer is shown."""
        return self._shown

    def ask(self, wish: Wish) -> None:
        """Answer the question of the line over what counts."""
        question = self.line.question(wish.over)
        if question is None:
            self._shown = None
            self.pane.clear(CHOOSE.get(self.line.telling, tr(NOTHING_YET)))
            self.close_evidence()
            self.titled.emit("", wish.over)
            return
        answer = partial(_answer, question, wish.follows)
        self._desk.look("figures", tr("Count"), answer, self._show, self._not_told)

    def show_evidence(self, behind: Behind) -> None:
        """Show the passages behind a figure."""
        self.editor.write()
        self._behind = behind
        gathering = partial(_gather, behind, self.line.telling is Telling.MATRIX)
        self._desk.look("evidence", tr("Gather the evidence"), gathering, self._show_evidence)

    def close_evidence(self) -> None:
        """Close the evidence and go back to the figure."""
        self.editor.write()
        self.panes.hide_pane(tr(EVIDENCE))
        if (front := self.pane.first()) is not None:
            front.setFocus()

    def reference(self) -> str:
        """Return the passage gone to with where it stands, "" where none is."""
        item = self.evidence.model.item(self.evidence.quotes.currentIndex().row())
        return with_reference(item) if item is not None and self.evidence.isVisible() else ""

    def _show(self, answer: Told) -> None:
        self._shown, handout = answer
        self.amiss.emit("", "")
        self.pane.show_handout(handout)
        self.titled.emit(told((handout.picture or handout).title), self._shown.over)
        if self._behind is not None and self.evidence.isVisible():
            self.show_evidence(self._behind)

    def _not_told(self, failure: Failure) -> None:
        if isinstance(failure.error, CaseViewError):
            self.amiss.emit(failure.message, failure.advice)
        else:
            self._desk.jobs.failed.emit(failure)

    def _show_evidence(self, opened: Opened) -> None:
        behind, found, words = opened
        writing = words is not None and self.editor.field.hasFocus()
        self.evidence.show_behind(behind, found)
        self.editor.setVisible(words is not None)
        if words is not None and not writing:
            self.editor.show_words(words)
        self.panes.show_pane(tr(EVIDENCE))
        if not writing:
            (self.evidence.quotes if words is None else self.editor.field).setFocus()

    def _write(self, words: str) -> None:
        """Keep the words of the cell one is at."""
        if self._behind is None or (place := cell_of(self._behind)) is None:
            return
        self._desk.act(tr("Keep the words"), lambda s: s.tabulating.write_cell(place, words))

    def _quote(self) -> None:
        """Begin the words of the cell one is at with its quotes."""
        if self._behind is None or (place := cell_of(self._behind)) is None:
            return
        over, begin = self._behind.spec, self.editor.add
        self._desk.read(tr("Read the quotes"), lambda s: s.tabulating.quotes(over, place), begin)

    def _ask_bodies(self, attribute: str) -> None:
        self._desk.read(
            tr("Read the names"),
            lambda s: s.tabulating.bodies(attribute),
            self.line.offer_bodies,
            name="bodies",
        )

    def _open(self, row: int) -> None:
        if (item := self.evidence.model.item(row)) is not None:
            self._desk.events.go(at_quote(item.quote))

    def _to_summary(self, theme: str) -> None:
        over = self._shown.over if self._shown is not None else CrossTabSpec()
        self._desk.events.go(Place(View.SUMMARIES, themes=(theme,), spec=over))


def _answer(question: Question, follows: bool, session: Session, _job: Job[Told]) -> Told:  # noqa: FBT001 - bound by partial
    if follows:
        finished = session.reading.info().finished > 0
        counts = Counts.TAGS if finished else Counts.PROVISIONAL
        question = replace(question, over=replace(question.over, counts=counts))
    return question, session.tabulating.tell(question)


def _gather(behind: Behind, cell: bool, session: Session, _job: Job[Opened]) -> Opened:  # noqa: FBT001 - bound by partial
    place = cell_of(behind) if cell else None
    words = None if place is None else session.tabulating.cell(place)
    return behind, session.asking.evidence(behind.spec, behind.address), words
