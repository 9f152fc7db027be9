"""Search: as one types, in context, narrowed by facets; results open at the words."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from caseview.desktop.desk import Desk
from caseview.desktop.jobs import Failure
from caseview.desktop.models.facets import FacetModel
from caseview.desktop.models.result_facets import Facets, as_shown, kept_facets
from caseview.desktop.models.results import ResultModel, narrowed_query, span_of
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.pages.search.asking import first, whole
from caseview.desktop.pages.search.found import Act, Found, nothing_words
from caseview.desktop.pages.search.keeping import Keeping
from caseview.desktop.pages.search.remark import Remark
from caseview.desktop.pages.search.ruling import Ruling
from caseview.desktop.pages.search.tagging import Tagging
from caseview.desktop.pages.search.which import Which
from caseview.desktop.places import Place, View
from caseview.desktop.tongue import several, tr
from caseview.desktop.widgets.collapsing import Panes
from caseview.desktop.widgets.facet_list import FacetList
from caseview.desktop.widgets.labels import OneLine, Voice
from caseview.desktop.widgets.links import Links
from caseview.desktop.widgets.page import Page
from caseview.desktop.widgets.panes import Pane
from caseview.desktop.widgets.search_field import SearchField
from caseview.desktop.widgets.tick_box import TickBox
from caseview.domain.english import English
from caseview.domain.errors import QueryError
from caseview.domain.query import Answer, Search

PAUSE = 60
AT_ONCE = 60
AT_MOST = 1000
ASK = English("Type words to search every document. Quotes find a phrase, * the rest of a word.")
TOO = English("Search in screened-out reviews too")
BESIDE = {
    "note": ("note", "notes"),
    "detail": (English("document’s details"), English("documents’ details")),
}


class SearchPage(Page):
    """Type, narrow, open, tag, keep."""

    view = View.SEARCH
    name = English("Search")
    icon = "search"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._book = ThemeBook(desk.codebook)
        self.model = ResultModel(self._book)
        self.facets = FacetModel(closed=("force",))
        self._counted: Facets = {}
        self._answer: Answer | None = None
        self._asked_more: Search | None = None
        self._to_results = False
        self._screened_out = False
        self.field = SearchField(self.look)
        self._also = OneLine("", Voice.SECONDARY, as_long_as_its_words=True)
        self._remark = Remark(self.look, self.field)
        self._links = Links(self.look)
        self._exact = TickBox(self.look, tr("Exact words only"))
        self.which = Which(self.look, self._book, self, self.refresh)
        self.keeping = Keeping(self, desk, self._asked, self._run)
        self.found = Found(self.look, self._book, self.model, tr(ASK))
        self.results = self.found.results
        self.tagging = Tagging(self, desk, self._book, lambda: self.found.in_hand)
        self.ruling = Ruling(self, desk, self._book, self._asked)
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
        search = self._asked()
        if search is None:
            self._say_nothing(tr(ASK))
            return
        doing, at_once = tr("Search"), partial(first, search)
        if self._again(search):  # what changed is shown in place, down to where one has come
            far = min(max(search.limit, self.model.loaded), AT_MOST)
            ask = partial(whole, replace(search, limit=far))
            self.desk.look("search", doing, ask, self._show, self._amiss)
        else:
            self.desk.look("search", doing, at_once, self._show_first, self._amiss)

    @override
    def passage_here(self) -> tuple[int, int] | None:
        hit = self.model.hit(self.results.currentIndex().row())
        return (hit.document_id, hit.start) if hit is not None else None

    def show_more(self) -> None:
        """Ask for the hits below those shown, where there are more."""
        answer = self._answer
        if answer is None or not 0 < self.model.loaded < answer.total.passages:
            return
        more = replace(answer.search, skip=self.model.loaded)
        if self._asked_more != more:
            self._asked_more = more
            ask = partial(whole, more)
            self.desk.look("search-more", tr("Search on"), ask, self._add, self._amiss)

    @property
    def said(self) -> str:
        """What stands in place of results, "" where there are some."""
        return self.found.said

    def _asked(self) -> Search | None:
        """Return the search as it stands, None without words."""
        words = self.field.text().strip()
        if not words:
            return None
        query = narrowed_query(words, dict(self.facets.chosen))
        if part := self.which.part:
            query = f"{query} {part}"
        return Search(
            query,
            AT_ONCE,
            sort=self.found.sort,
            exact=self._exact.isChecked(),
            screened_out=self._screened_out,
        )

    def _again(self, search: Search) -> bool:
        """Return whether a search is the one shown, read anew for what changed."""
        shown = None if self._to_results or self._answer is None else self._answer.search
        return shown is not None and replace(search, limit=shown.limit) == shown

    def _run(self, search: Search) -> None:
        """Show a saved search."""
        self.field.setText(search.query)
        self._exact.setChecked(search.exact)
        self._screened_out = search.screened_out
        self.found.choose_sort(search.sort)
        self.facets.choose({})
        self._entered()

    def _show_first(self, answer: Answer) -> None:
        """Show totals and first rows at once, then ask for ranking and facets."""
        self._show_said(answer)
        if answer.hits:
            self.found.show_hits(answer)
        ask = partial(whole, answer.search)
        self.desk.look("search", tr("Search"), ask, self._show, self._amiss)

    def _show(self, answer: Answer) -> None:
        again = self._again(answer.search)
        self._answer, self._asked_more = answer, None
        self._show_said(answer)
        self._show_links(answer)
        self._counted = kept_facets(answer.facets, self._counted, self.facets.chosen)
        self.facets.show(as_shown(self._counted, self._book))
        if answer.hits:
            self.found.show_hits(answer, again=again)
            if self._to_results:
                self.results.setFocus()
            self._to_results = False
            if not again:
                self.desk.events.say(tr("{0}  ·  Enter opens at the words", self.found.total.words))
        else:
            self._found_nothing(answer)

    def _show_said(self, answer: Answer) -> None:
        self.found.show_total(answer)
        also = ", ".join(answer.also_finding)
        self._also.say(tr("Also finding: {0}", also) if also else "")
        self._remark.tell(answer.remark, "", answer.place)

    def _show_links(self, answer: Answer) -> None:
        acts: list[Act] = [
            (several(count, *BESIDE[name]), partial(self._look_beside, name))
            for name, count in answer.beside
        ]
        if answer.left_out and answer.hits:
            more = several(answer.left_out, "passage")
            acts.append((tr("{0} in screened-out reviews", more), self._search_too))
        self._links.show_links(tr("Also in"), acts)

    def _look_beside(self, name: str) -> None:
        self.field.setText(f"{name}:({self.field.text().strip()})")
        self._entered()

    def _search_too(self) -> None:
        self._screened_out = True
        self.refresh()

    def _found_nothing(self, answer: Answer) -> None:
        acts: list[Act] = []
        words = nothing_words(self.field.text().strip(), answer)
        if meant := answer.did_you_mean:
            acts.append((tr("Search for “{0}”", meant), partial(self._meant, meant)))
        if answer.left_out:
            words += tr(" {0} in screened-out reviews.", several(answer.left_out, "passage"))
            acts.append((tr(TOO), self._search_too))
        if self.facets.chosen or self.which.part:
            words += tr(" Filters are on.")
            acts.append((tr("Clear filters"), self._clear))
        self._say_nothing(words, acts)

    def _meant(self, query: str) -> None:
        self.facets.choose({})
        self.field.setText(query)

    def _clear(self) -> None:
        self.facets.choose({})
        if self.which.part:
            self.which.choose(None)

    def _say_nothing(self, words: str, acts: list[Act] | None = None) -> None:
        self.found.show_nothing(words, acts or [])
        self.desk.events.say("")

    def _add(self, answer: Answer) -> None:
        shown = self._answer
        if shown is not None and replace(answer.search, skip=shown.search.skip) == shown.search:
            here = self.results.currentIndex().row()
            at = self.results.verticalScrollBar().value()
            self.model.add(answer.hits)
            self.results.setCurrentIndex(self.model.index(here))
            self.results.verticalScrollBar().setValue(at)
            self.found.count_ticks()

    def _amiss(self, failure: Failure) -> None:
        fault = failure.error
        if isinstance(fault, QueryError):
            self._remark.tell(failure.message, failure.advice, fault.place)
        else:
            self.desk.jobs.failed.emit(failure)

    def _open(self, row: int) -> None:
        if (hit := self.model.hit(row)) is not None:
            found, span = self._asked(), span_of(hit)
            place = Place(View.READER, document=hit.document_id, span=span, search=found)
            self.desk.events.go(place)

    def _typed(self) -> None:
        self._screened_out = False
        self._pause.start()

    def _entered(self) -> None:
        self._to_results = True
        self.refresh()

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _typed: self._typed())
        self.field.returnPressed.connect(self._entered)
        self._pause.timeout.connect(self.refresh)
        self._exact.toggled.connect(lambda _on: self.refresh())
        self.found.wanted.connect(self.refresh)
        self.results.more_wanted.connect(self.show_more)
        self.results.opened.connect(self._open)
        self.facets.narrowed.connect(self.refresh)
        self.found.open.clicked.connect(lambda _on: self._open(self.results.currentIndex().row()))
        self.found.tag.clicked.connect(lambda _on: self.tagging.choose_theme())

    def _lay_out(self) -> None:
        self.facts.hide()
        for button in (self.keeping.open, self.keeping.keep, self.ruling.make, self.keeping.out):
            self.buttons.addWidget(button)
        top = QHBoxLayout()
        self._also.setMaximumWidth(self.look.px(280))
        top.setSpacing(10)
        for part, stretch in ((self.field, 1), (self._also, 0), (self._exact, 0)):
            top.addWidget(part, stretch)
        left = Pane(tr("Narrow the results"), margins=8)
        left.setFixedWidth(self.look.px(184))
        left.column.addWidget(self.which)
        left.column.addWidget(FacetList(self.look, self.facets))
        self.body.addLayout(top)
        for above in (self._remark, self._links, self.keeping.told):
            self.body.addWidget(above)
        panes = [(tr("Filters"), left), (tr("Results"), self.found)]
        self.body.addWidget(Panes(self.look, panes, least=480), 1)
