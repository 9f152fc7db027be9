"""Search: as one types, in context, narrowed by facets; results open at the words."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout
from typing_extensions import override

from caseview.counting.wording import number, several
from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.asking import QuestionDialog
from caseview.desktop.jobs import Failure, Job
from caseview.desktop.models.facets import Facet, FacetModel
from caseview.desktop.models.narrowing import label as label_of
from caseview.desktop.models.results import FIELDS, ResultModel, narrowed_query, span_of
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.places import Place, View
from caseview.desktop.session import Session
from caseview.desktop.widgets.buttons import Button, Role, Segments
from caseview.desktop.widgets.facet_list import FacetList
from caseview.desktop.widgets.labels import OneLine, Voice, cap, label
from caseview.desktop.widgets.notices import Banner, Empty
from caseview.desktop.widgets.page import GAP, Page
from caseview.desktop.widgets.panes import Pane, line
from caseview.desktop.widgets.result_list import ResultList
from caseview.desktop.widgets.theme_picker import ThemePicker
from caseview.domain.errors import QueryError
from caseview.domain.query import Answer, Hit, Search, Sort
from caseview.domain.section import SectionRole
from caseview.domain.span import Span

PAUSE = 120
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
        self.facets = FacetModel()
        self.field = QLineEdit()
        self.results = ResultList(self.look, self._book, self.model)
        self._to_results = False
        self._total = label("", Voice.STRONG)
        self._also = OneLine("", Voice.SECONDARY, as_long_as_its_words=True)
        self._remark = Banner(self.look, "plain")
        self._sort = Segments(
            self.look,
            "Sort",
            [(Sort.RANK.value, "Best first"), (Sort.NEWEST.value, "Newest"), ("review", "Review")],
        )
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
        query = narrowed_query(words, dict(self.facets.chosen))
        search = Search(query, limit=200, sort=Sort(self._sort.value))
        self.desk.look("search", "Search", partial(_search, search), self._show, self._amiss)

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
        QuestionDialog(
            self,
            self.look,
            (
                f"Tag {several(len(hits), 'passage')} as “{name}”?",
                "Each becomes a tag of yours. You can undo this.",
            ),
            ("Tag them", partial(self._tag_all, hits, theme)),
        ).show()

    def _tag_all(self, hits: tuple[Hit, ...], theme: str) -> None:
        places = [(hit.document_id, Span(hit.start, hit.end)) for hit in hits]
        self.desk.change("Tag the passages", lambda d: d.tag_all(places, theme))

    def _show(self, answer: Answer) -> None:
        total = answer.total
        self._total.setText(
            f"{several(total.passages, 'passage')} in {several(total.documents, 'document')}, "
            f"{several(total.reviews, 'review')}"
        )
        also = ", ".join(answer.also_finding)
        self._also.say(f"Also finding: {also}" if also else "")
        self._remark.setVisible(bool(answer.remark))
        if answer.remark:
            self._remark.say(answer.remark)
        self.model.show(answer.hits)
        self.facets.show(self._facets(answer))
        if answer.hits:
            self._middle.setCurrentIndex(0)
            self.results.setCurrentIndex(self.model.index(0))
            if self._to_results:
                self.results.setFocus()
            self._to_results = False
            self.desk.events.say(f"{self._total.text()}  ·  Enter opens at the words")
        else:
            meant = f" Did you mean “{answer.did_you_mean}”?" if answer.did_you_mean else ""
            self._show_nothing(f"No passage has “{self.field.text().strip()}”.{meant}")

    def _show_nothing(self, words: str) -> None:
        self._nothing.say(words)
        self._middle.setCurrentIndex(1)
        self.desk.events.say("")

    def _amiss(self, failure: Failure) -> None:
        if isinstance(failure.error, QueryError):
            self._remark.say(failure.message, failure.advice)
        else:
            self.desk.jobs.failed.emit(failure)

    def _facets(self, answer: Answer) -> tuple[Facet, ...]:
        return tuple(
            Facet(name, words, tuple((v, self._words(name, v), n) for v, n in answer.facets[name]))
            for name, words in FIELDS.items()
            if answer.facets.get(name)
        )

    def _words(self, facet: str, value: str) -> str:
        if facet == "theme":
            return self._book.face(value).name
        if facet == "role":
            return SectionRole(value).label
        return label_of(facet, value)

    def _open(self, row: int) -> None:
        if (hit := self.model.hit(row)) is not None:
            place = Place(View.READER, document=hit.document_id, span=span_of(hit))
            self.desk.events.go(place)

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
        self.facets.narrowed.connect(self.refresh)
        self.results.opened.connect(self._open)
        self.model.ticked.connect(self._count_ticks)
        self._tag.clicked.connect(lambda _checked: self.choose_theme())
        self.desk.commands.bind("search.theme", self, self.choose_theme)
        self._count_ticks()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        glass = QAction(self)
        glass.setIcon(self.look.icon("search", "text3", 16))
        self.field.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self.field.setAccessibleName("Words to search for")
        self.field.setPlaceholderText("Words, “a phrase”, kind:sar, theme:…")
        self.field.setClearButtonEnabled(True)
        self._also.setMaximumWidth(self.look.px(280))
        top.addWidget(self.field, 1)
        top.addWidget(self._also)
        left = Pane("Narrow the results", margins=8)
        left.setFixedWidth(self.look.px(184))
        left.column.addWidget(FacetList(self.look, self.facets))
        work = QHBoxLayout()
        work.setSpacing(GAP)
        work.addWidget(left)
        work.addWidget(self._found(), 1)
        self.body.addLayout(top)
        self.body.addWidget(self._remark)
        self.body.addLayout(work, 1)

    def _found(self) -> QStackedWidget:
        pane = Pane("Passages found", margins=1)
        pane.main = self.results
        pane.column.setSpacing(0)
        strip, head = line()
        head.addWidget(self._total)
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
