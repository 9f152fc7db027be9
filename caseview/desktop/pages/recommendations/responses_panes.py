"""The three panes of the responses: how they stand, who owes one, what each concern is told."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from caseview.counting.due import Came
from caseview.counting.wording import number
from caseview.desktop.desk import Desk
from caseview.desktop.models.cards import CardModel
from caseview.desktop.models.facets import Facet, FacetModel
from caseview.desktop.models.tracker_cards import (
    AnswerKey,
    OwedKey,
    answer_cards,
    answered,
    counts,
    summary,
    tracker_cards,
)
from caseview.desktop.models.words import day
from caseview.desktop.places import Place, View
from caseview.desktop.session.session import Session
from caseview.desktop.tongue import several, told, tr
from caseview.desktop.widgets.buttons import Button
from caseview.desktop.widgets.card_list import CardList
from caseview.desktop.widgets.collapsing import Panes
from caseview.desktop.widgets.facet_list import FacetList
from caseview.desktop.widgets.flow import FlowLayout
from caseview.desktop.widgets.labels import OneLine, Voice, cap
from caseview.desktop.widgets.notices import Empty
from caseview.desktop.widgets.panes import Pane, line
from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.domain.register import Reply
from caseview.domain.responses import Answered, Tracked, Tracker
from caseview.domain.span import Span

LIST, ABOUT = English("Responses"), English("Concerns")
NONE = English(
    "No coroners’ reports here yet. Import reports to prevent future deaths in the Library."
)
NO_MATCH = English("Nothing matches these filters.")
LOADING = English("Reading the responses…")
NO_WORDS = English(
    "Nothing in this response seems to answer the concern, so only silence can be decided here."
)

NARROW = 184


class ResponsesPanes(Panes):
    """Who owes a response by when, and what each says to each concern; a person decides."""

    def __init__(self, desk: Desk) -> None:
        self.desk, look = desk, desk.appearance
        self.tracker = Tracker("", ())
        self.facets = FacetModel()
        self.model = CardModel()
        self.list = CardList(look, self.model, tr("Responses asked for"))
        self.answers = CardModel()
        self.concerns = CardList(look, self.answers, tr("Concerns with what is answered"))
        self._title = OneLine("", Voice.STRONG)
        self._facts = OneLine("", Voice.SECONDARY)
        self._middle = QStackedWidget()
        self._nothing = Empty(look, LOADING)
        self._report: Tracked | None = None
        left = Pane(tr("How they stand"), margins=8)
        left.setFixedWidth(look.px(NARROW))
        left.column.addWidget(FacetList(look, self.facets, tr("How responses stand")))
        self._about = Pane(tr("What is answered"), margins=1)
        self._about.setFixedWidth(look.px(430))
        panes = [(tr("How they stand"), left), (LIST, self._middle), (ABOUT, self._about)]
        super().__init__(look, panes, least=330)
        self._decides: list[Button] = []
        self._again = Button(look, tr("Open again"))
        self._go = Button(look, tr("Open at the words"), icon="book-open")
        self._lay_out()
        self.facets.narrowed.connect(self._narrow)
        self.list.moved.connect(self._moved)
        self.list.opened.connect(lambda _row: self.open())
        self.concerns.opened.connect(lambda _row: self.open())
        self.concerns.moved.connect(self._allow)
        self._middle.setCurrentIndex(1)
        self._allow()

    @property
    def said(self) -> str:
        """What stands in place of the list, "" where there is one."""
        return self._nothing.words if self._middle.currentIndex() else ""

    @property
    def facts(self) -> str:
        """The line of facts under the title."""
        if not self.tracker.reports:
            return ""
        reports = several(len(self.tracker.reports), "report")
        stands = [
            f"{number(self.tracker.count(one.value))} {told(one.label.lower())}"
            for one in Came
            if self.tracker.count(one.value)
        ]
        return "  ·  ".join([tr("As of {0}", day(self.tracker.on)), reports, *stands])

    def show_tracker(self, tracker: Tracker) -> None:
        """Show the responses as they stand now; what is selected stays where it can."""
        self.tracker = tracker
        self._narrow()

    def focus_list(self) -> None:
        """Give the keys to the list."""
        self.list.setFocus()

    def accept(self) -> None:
        """Take the answer as it is offered, and go to the next."""
        if (found := self._answered) is not None:
            self._decide(found, found.offered.reply, _span(found))

    def decide(self, reply: Reply) -> None:
        """Decide that a response says so, in the words shown; go to the next."""
        found = self._answered
        if found is None:
            return
        span = None if reply is Reply.SILENT else _span(found)
        if span is None and reply is not Reply.SILENT:
            self.desk.events.say(tr(NO_WORDS))
            return
        self._decide(found, reply, span)

    def forget(self) -> None:
        """Take back what was decided of the answer gone to."""
        key = self._key
        if key is not None and key.response_id is not None:
            response = key.response_id
            self._act(tr("Open the answer again"), lambda s: s.register.forget(key.place, response))

    def open(self) -> None:
        """Open the words of the response, or the concern, in the Reader."""
        if self.list.hasFocus() and self._report is not None:
            self.show_pane(ABOUT)
            self.concerns.setFocus()
            return
        key, found = self._key, self._answered
        if key is None:
            return
        span = _span(found) if found is not None else None
        document = key.place.document_id
        if found is not None and span is not None:
            document = found.response_id
        elif self._report is not None:
            kept = next(c.kept for c in self._report.concerns if c.kept.place == key.place)
            span = Span(kept.concern.start, kept.concern.end)
        self.desk.events.go(Place(View.READER, document=document, span=span))

    @property
    def _key(self) -> AnswerKey | None:
        card = self.answers.card(self.concerns.currentIndex().row())
        return card.key if card is not None and isinstance(card.key, AnswerKey) else None

    @property
    def _answered(self) -> Answered | None:
        key = self._key
        return answered(self._report, key) if key is not None and self._report else None

    def _decide(self, found: Answered, reply: Reply, span: Span | None) -> None:
        key = self._key
        if key is None:
            return
        row = self.answers.first(self.concerns.currentIndex().row() + 1)
        if row >= 0:
            self.concerns.go_to(row)
        place, response = key.place, found.response_id
        self._act(tr("Decide an answer"), lambda s: s.register.answer(place, response, reply, span))

    def _act(self, doing: str, act: Callable[[Session], Changes]) -> None:
        self.desk.act(doing, act, self.desk.tell)

    def _narrow(self) -> None:
        chosen = self.facets.chosen.get("came", frozenset())
        facet = Facet("came", tr("How they stand"), counts(self.tracker))
        self.facets.show((facet,) if facet.choices else ())
        card = self.model.card(self.list.currentIndex().row())
        row = self.list.currentIndex().row()
        cards = tracker_cards(self.tracker, chosen)
        self.model.show(cards)
        found = self.model.row_of(card.key) if card is not None else -1
        self.list.go_to(found if found >= 0 else max(0, row))
        if not self.tracker.reports:
            self._nothing.say(tr(NONE), ())
        elif not cards:
            self._nothing.say(
                tr(NO_MATCH), [(tr("Clear filters"), partial(self.facets.choose, {}))]
            )
        self._middle.setCurrentIndex(0 if cards else 1)
        self._moved()

    def _moved(self) -> None:
        card = self.model.card(self.list.currentIndex().row())
        number_of = card.key.report_id if card and isinstance(card.key, OwedKey) else None
        before = self._report.report_id if self._report else None
        self._report = next(
            (one for one in self.tracker.reports if one.report_id == number_of), None
        )
        row = self.concerns.currentIndex().row() if before == number_of else 0
        self.answers.show(answer_cards(self._report))
        self.concerns.go_to(row)
        self._title.say(self._report.review if self._report else tr("Nothing selected"))
        self._facts.say(summary(self._report) if self._report else "")
        self._allow()

    def _allow(self) -> None:
        found, key = self._answered, self._key
        for button in self._decides:
            button.setEnabled(found is not None)
        self._again.setEnabled(found is not None and found.decided is not None)
        self._go.setEnabled(key is not None)

    def _lay_out(self) -> None:
        look = self.desk.appearance
        pane = Pane(LIST, margins=1)
        pane.main = self.list
        pane.column.addWidget(self.list, 1)
        nothing = Pane(tr("Nothing to show"))
        nothing.column.addWidget(self._nothing)
        self._middle.addWidget(pane)
        self._middle.addWidget(nothing)
        strip, top = line()
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._facts)
        top.addLayout(head, 1)
        foot, acts = line("above")
        flow = FlowLayout()
        offered = Button(look, tr("As suggested"))
        offered.clicked.connect(lambda _checked: self.accept())
        self._decides.append(offered)
        flow.add(offered, cap("A"))
        for reply in Reply:
            button = Button(look, told(reply.label))
            button.clicked.connect(lambda _checked, reply=reply: self.decide(reply))
            self._decides.append(button)
            flow.add(button)
        self._again.clicked.connect(lambda _checked: self.forget())
        self._go.clicked.connect(lambda _checked: self.open())
        flow.add(self._again, cap("X"))
        flow.add(self._go)
        acts.addLayout(flow, 1)
        self._about.main = self.concerns
        self._about.column.setSpacing(0)
        for part, stretch in ((strip, 0), (self.concerns, 1), (foot, 0)):
            self._about.column.addWidget(part, stretch)


def _span(found: Answered | None) -> Span | None:
    """Return where the words shown stand: those decided on, else those offered."""
    held = None if found is None else found.decided or found.offered
    if held is None or held.start is None or held.end is None:
        held = found.offered if found is not None else None
    if held is None or held.start is None or held.end is None:
        return None
    return Span(held.start, held.end)
