"""Search: as one types, in context, narrowed by facets; results open at the words."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout
from typing_extensions import override

from caseview.counting.wording import number, several
from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.tagging import TagDialog
from caseview.desktop.jobs import Failure, Job
from caseview.desktop.models.facets import FacetModel
from caseview.desktop.models.result_facets import Facets, as_shown, kept_facets
from caseview.desktop.models.results import ResultModel, narrowed_query, span_of
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.places import Place, View
from caseview.desktop.session import Session
from caseview.desktop.widgets.buttons import Button, Role, Segments
from caseview.desktop.widgets.collapsing import Panes
from caseview.desktop.widgets.facet_list import FacetList
from caseview.desktop.widgets.labels import OneLine, Voice, cap, label
from caseview.desktop.widgets.notices import Banner, Empty
from caseview.desktop.widgets.page import Page
from caseview.desktop.widgets.panes import Pane, line
from caseview.desktop.widgets.result_list import ResultList
from caseview.desktop.widgets.theme_picker import ThemePicker
from caseview.desktop.widgets.tick_box import TickBox
from caseview.domain.errors import QueryError
from caseview.domain.query import Answer, Hit, Search, Sort
from caseview.domain.span import Span

PAUSE = 120
AT_ONCE = 60
ASK = "Type words to search every document. Quotes find a phrase, * the rest of a word."


class SearchPage(Page):
    """Type, narrow, open, tag."""

    view = View.SEARCH
    name = "Search"
    icon = "search"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._book = ThemeBook(desk.codebook)
        self.model = ResultModel(self._book)
        self.facets = FacetModel(closed=("force",))
        self._counted: Facets = {}
        self._answer: Answer | None = None
        self._asked_more: Search | None = None
        self.field = QLineEdit()
        self.results = ResultList(self.look, self._book, self.model)
        self._to_results = False
        self._total = OneLine("", Voice.STRONG, as_long_as_its_words=True)
        self._also = OneLine("", Voice.SECONDARY, as_long_as_its_words=True)
        self._remark = Banner(self.look, "plain")
        self._sort = Segments(
            self.look,
            "Sort",
            [(Sort.RANK.value, "Best first"), (Sort.NEWEST.value, "Newest"), ("review", "Review")],
        )
        modes = [("context", "In context"), ("document", "By document")]
        self._mode = Segments(self.look, "Show results", modes)
        self._exact = TickBox(self.look, "Exact words only")
        self._middle = QStackedWidget()
        self._nothing = Empty(self.look, ASK)
        self._selected = label("", Voice.STRONG)
        self._tag = Button(self.look, "Tag with a theme", Role.PRIMARY, icon="tag")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._lay_out()
        self._connect()

    @override
    def arrive(self, place: Place) -> None:
        super().arrive(place)
        if place.query is not None and place.query != self.field.text():
            self.field.setText(place.query)
            self._to_results = True
            self.refresh()

    @override
    def place(self) -> Place:
        return Place(self.view, query=self.field.text())

    @override
    def focus_first(self) -> None:
        found = self.model.rowCount() > 0
        (self.results if found else self.field).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def refresh(self) -> None:
        self._pause.stop()
        words = self.field.text().strip()
        if not words:
            self._show_nothing(ASK)
            return
        ask = partial(_search, self._search())
        self.desk.look("search", "Search", ask, self._show, self._amiss)

    def _search(self, skip: int = 0) -> Search:
        query = narrowed_query(self.field.text().strip(), dict(self.facets.chosen))
        by_document = self._mode.value == "document"
        sort = Sort.REVIEW if by_document else Sort(self._sort.value)
        return Search(query, AT_ONCE, skip, sort, exact=self._exact.isChecked())

    def show_more(self) -> None:
        """Ask for the hits below those shown, where there are more."""
        answer = self._answer
        if answer is None or not 0 < self.model.loaded < answer.total.passages:
            return
        more = replace(answer.search, skip=self.model.loaded)
        if self._asked_more != more:
            self._asked_more = more
            ask = partial(_search, more)
            self.desk.look("search more", "Search on", ask, self._add, self._amiss)

    def _add(self, answer: Answer) -> None:
        shown = self._answer
        if shown is not None and replace(answer.search, skip=shown.search.skip) == shown.search:
            here = self.results.currentIndex().row()
            at = self.results.verticalScrollBar().value()
            self.model.add(answer.hits)
            self.results.setCurrentIndex(self.model.index(here))
            self.results.verticalScrollBar().setValue(at)
            self._count_ticks()

    @property
    def said(self) -> str:
        """What stands in place of results, "" where there are some."""
        return self._nothing.words if self._middle.currentIndex() else ""

    def choose_theme(self) -> None:
        """Ask for a theme for the passages ticked, or for the one gone to."""
        if not self._to_tag():
            return
        picker = ThemePicker(self, self.look, self._book, self._ask_to_tag)
        picker.show_at(self.mapToGlobal(QPoint(self.width() // 3, self.height() // 4)))

    def _to_tag(self) -> tuple[Hit, ...]:
        here = self.model.hit(self.results.currentIndex().row())
        return self.model.chosen or ((here,) if here is not None else ())

    def _ask_to_tag(self, theme: str) -> None:
        hits = self._to_tag()
        name = self._book.face(theme).name
        TagDialog(self, self.look, hits, name, partial(self._tag_all, hits, theme)).show()

    def _tag_all(self, hits: tuple[Hit, ...], theme: str) -> None:
        places = [(hit.document_id, Span(hit.start, hit.end)) for hit in hits]
        self.desk.change("Tag the passages", lambda d: d.tag_all(places, theme))

    def _show(self, answer: Answer) -> None:
        self._answer, self._asked_more = answer, None
        total = answer.total
        self._total.say(
            f"{several(total.passages, 'passage')} in {several(total.documents, 'document')}, "
            f"{several(total.reviews, 'review')}"
        )
        also = ", ".join(answer.also_finding)
        self._also.say(f"Also finding: {also}" if also else "")
        self._remark.setVisible(bool(answer.remark))
        if answer.remark:
            self._remark.say(answer.remark)
        self.model.show(answer.hits, by_document=self._mode.value == "document")
        self._counted = kept_facets(answer.facets, self._counted, self.facets.chosen)
        self.facets.show(as_shown(self._counted, self._book))
        if answer.hits:
            self._middle.setCurrentIndex(0)
            self.results.setCurrentIndex(self.model.index(self.model.first()))
            if self._to_results:
                self.results.setFocus()
            self._to_results = False
            self.desk.events.say(f"{self._total.words}  ·  Enter opens at the words")
        else:
            self._found_nothing(answer)

    def _found_nothing(self, answer: Answer) -> None:
        words = f"No passage has “{self.field.text().strip()}”."
        acts: list[tuple[str, Callable[[], object]]] = []
        if meant := answer.did_you_mean:
            words += f" Did you mean “{meant}”?"
            acts.append((f"Search for “{meant}”", partial(self.field.setText, meant)))
        if self.facets.chosen:
            words += " Filters are on."
            acts.append(("Clear filters", partial(self.facets.choose, {})))
        self._show_nothing(words, acts)

    def _show_nothing(
        self, words: str, acts: Sequence[tuple[str, Callable[[], object]]] = ()
    ) -> None:
        self._nothing.say(words, acts)
        self._middle.setCurrentIndex(1)
        self.desk.events.say("")

    def _amiss(self, failure: Failure) -> None:
        if isinstance(failure.error, QueryError):
            self._remark.say(failure.message, failure.advice)
        else:
            self.desk.jobs.failed.emit(failure)

    def _open(self, row: int) -> None:
        if (hit := self.model.hit(row)) is not None:
            place = Place(View.READER, document=hit.document_id, span=span_of(hit))
            self.desk.events.go(place)

    def _choose_mode(self, mode: str) -> None:
        self._sort.setEnabled(mode == "context")
        self.refresh()

    def _entered(self) -> None:
        self._to_results = True
        self.refresh()

    def _count_ticks(self) -> None:
        ticked = len(self.model.chosen)
        self._selected.setText(f"{number(ticked)} ticked" if ticked else "None ticked")
        self._tag.setEnabled(bool(self.model.rowCount()))

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _typed: self._pause.start())
        self.field.returnPressed.connect(self._entered)
        self._pause.timeout.connect(self.refresh)
        self._sort.chosen.connect(lambda _value: self.refresh())
        self._mode.chosen.connect(self._choose_mode)
        self._exact.toggled.connect(lambda _on: self.refresh())
        self.results.more_wanted.connect(self.show_more)
        self.facets.narrowed.connect(self.refresh)
        self.results.opened.connect(self._open)
        self.model.ticked.connect(self._count_ticks)
        self._tag.clicked.connect(lambda _checked: self.choose_theme())
        self.desk.commands.bind("search.theme", self, self.choose_theme)
        self._count_ticks()

    def _lay_out(self) -> None:
        self.facts.hide()
        top = QHBoxLayout()
        glass = QAction(self)
        glass.setIcon(self.look.icon("search", "text3", 16))
        self.field.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self.field.setAccessibleName("Words to search for")
        self.field.setPlaceholderText("Words, “a phrase”, kind:sar, theme:…")
        self.field.setClearButtonEnabled(True)
        self._also.setMaximumWidth(self.look.px(280))
        top.setSpacing(10)
        for part, stretch in ((self.field, 1), (self._also, 0), (self._exact, 0)):
            top.addWidget(part, stretch)
        left = Pane("Narrow the results", margins=8)
        left.setFixedWidth(self.look.px(184))
        left.column.addWidget(FacetList(self.look, self.facets))
        self.body.addLayout(top)
        self.body.addWidget(self._remark)
        panes = [("Filters", left), ("Results", self._found())]
        self.body.addWidget(Panes(self.look, panes, least=480), 1)

    def _found(self) -> QStackedWidget:
        pane = Pane("Passages found", margins=1)
        pane.main = self.results
        pane.column.setSpacing(0)
        strip, head = line()
        head.addWidget(self._total)
        head.addWidget(self._mode)
        head.addStretch(1)
        head.addWidget(self._sort)
        foot, acts = line("above")
        go = Button(self.look, "Open at the words", icon="book-open")
        go.clicked.connect(lambda _checked: self._open(self.results.currentIndex().row()))
        for part in (self._selected, self._tag, cap("T"), go, cap("Enter")):
            acts.addWidget(part)
        acts.addStretch(1)
        for whole, stretch in ((strip, 0), (self.results, 1), (foot, 0)):
            pane.column.addWidget(whole, stretch)
        nothing = Pane("Nothing found")
        inside = QVBoxLayout()
        inside.addWidget(self._nothing)
        nothing.column.addLayout(inside)
        self._middle.addWidget(pane)
        self._middle.addWidget(nothing)
        return self._middle


def _search(search: Search, session: Session, job: Job[Answer]) -> Answer:
    return session.asking.search(search, job.stopped)
