"""The Reader's page: opens a document and shows it with what is suggested and tagged."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from caseview.desktop.desk import Desk
from caseview.desktop.models.library import to_read
from caseview.desktop.models.reading import (
    Mark,
    MarkKind,
    Marks,
    OnIt,
    OpenDocument,
    load,
    on_it,
    undecided,
)
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.pages.reader.by_hand import ByHand
from caseview.desktop.pages.reader.deciding import Decider
from caseview.desktop.pages.reader.edging import Edging
from caseview.desktop.pages.reader.finding import Finding
from caseview.desktop.pages.reader.finishing import Finishing
from caseview.desktop.pages.reader.heading import Heading
from caseview.desktop.pages.reader.keys import bind, edge_keys
from caseview.desktop.pages.reader.noting import Noting
from caseview.desktop.pages.reader.painting import PagePictures
from caseview.desktop.pages.reader.parts import NO_SUGGESTIONS, NO_WORDS, SUGGESTIONS, TAGS, Parts
from caseview.desktop.pages.reader.turning import Turning
from caseview.desktop.places import Place, View
from caseview.desktop.tongue import several, tr
from caseview.desktop.widgets.page import Page
from caseview.desktop.widgets.page_view import EYE
from caseview.domain.document import Document
from caseview.domain.english import English
from caseview.domain.query import Search
from caseview.domain.span import Span

SCAN = English("This document is a scan, so its words cannot be searched.")
SCAN_MORE = English(
    "You can still read its pages and tag a whole page. S selects the page, T gives it a theme."
)


class ReaderPage(Page):
    """Read, decide, tag, finish."""

    view = View.READER
    name = English("Reader")
    icon = "book-open"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        parts = self.parts = Parts(self.look, ThemeBook(desk.codebook), edge_keys(desk.commands))
        self.decider = Decider(desk, parts, self._mark)
        self.by_hand = ByHand(desk, parts, self.decider)
        self.edging = Edging(desk, parts, self.by_hand, self.decider)
        self.finding = Finding(desk, parts.views, parts.find)
        self.noting = Noting(desk, parts, self.by_hand)
        self.turning = Turning(desk, parts)
        self.finishing = Finishing(
            desk, parts, lambda: self._heading.show(self._open), self._to_first
        )
        self._pictures = PagePictures(desk, parts.views, parts.strip)
        self._open: OpenDocument | None = None
        self._wanted = Place(self.view)
        self._search: Search | None = None
        self._marks = Marks()
        self._suggestions_shown = True
        self._heading = Heading(self, self.finishing)
        self._lay_out()
        bind(desk.commands, self, self)

    @property
    def document(self) -> OpenDocument | None:
        """The document open, None when none is."""
        return self._open

    @override
    def place(self) -> Place:
        if self._open is None:
            return Place(self.view)
        top, bare = self.parts.views.offset(), self.by_hand.whole_page.in_view
        return Place(self.view, document=self._open.document.id, span=Span(top, top), page=bare)

    @override
    def arrive(self, place: Place) -> None:
        self._stale = self._stale and place.document is None
        super().arrive(place)
        self._wanted = place
        self._search = place.search
        here = None if self._open is None else self._open.document.id
        if place.document is not None and place.document != here:
            self._load(place.document)
        elif here is None and place.review is not None:
            self._begin(place.review)
        elif place.span is not None:
            self._reveal(place.span)

    @override
    def refresh(self) -> None:
        self.finishing.refresh()
        if self._open is not None:
            self.desk.read(
                tr("Read the suggestions and tags"),
                partial(on_it, document_id=self._open.document.id),
                self._show_on_it,
                name="reader marks",
            )

    @override
    def focus_first(self) -> None:
        self.parts.focus_work()

    @override
    def passage_here(self) -> tuple[int, int] | None:
        return None if self._open is None else (self._open.document.id, self.by_hand.in_hand)

    @override
    def find_here(self, step: int = 0) -> None:
        if self._open is None:
            return
        if step:
            self.finding.step(step)
        else:
            self.finding.open()

    @override
    def zoom(self, step: int) -> bool:
        if not self.parts.views.on_pages:
            return False
        self.parts.views.pages.zoom(step)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.finding.is_open or self.finding.spans):
            self.finding.close()
        elif event.key() == Qt.Key.Key_Escape:
            here = self.parts.text.here
            self.parts.text.select(Span(here, here))
            self.by_hand.whole_page.leave()
        else:
            super().keyPressEvent(event)

    def hide_suggestions(self) -> None:
        """Hide the marks of suggestions in the text, or show them again."""
        self._suggestions_shown = not self._suggestions_shown
        shown = tr("shown") if self._suggestions_shown else tr("hidden; H shows them again")
        self.desk.events.say(tr("Suggestions in the text are {0}.", shown))
        self._mark()

    def _begin(self, review_id: int) -> None:
        """Open what is to be read of the review one comes from."""
        for review in self.desk.shelf.library():
            if review.id == review_id and (wanted := to_read(review)) is not None:
                self._load(wanted)

    def _load(self, document_id: int) -> None:
        self.desk.read(
            tr("Open the document"),
            lambda session: load(session, document_id),
            self._show,
            name="reader document",
        )

    def _show(self, opened: OpenDocument) -> None:
        self._open = opened
        self._marks = Marks()
        parts, document = self.parts, opened.document
        self.edging.leave()
        parts.middle.setCurrentIndex(1)
        parts.views.show_document(document, opened.text)
        self.by_hand.show(document.id, opened.text)
        self.finding.show(opened.text.text)
        self.finishing.show(document)
        self._pictures.show(document.id)
        if not document.has_text:
            parts.banner.say(tr(SCAN), tr(SCAN_MORE) if document.pages else "")
        elif opened.text.remarks:
            parts.banner.say("", " ".join(opened.text.remarks))
        else:
            parts.banner.hide()
        parts.nothing.say(tr(NO_SUGGESTIONS) if document.has_text else tr(NO_WORDS))
        parts.models.queue.show(())
        parts.recent.begin_with(opened.tags)
        self._show_on_it(OnIt(document, opened.suggestions, opened.tags))
        self.noting.show(document.id)
        if not self.finishing.waiting:
            self.finishing.refresh()
        if self._wanted.span is not None:
            self._reveal(self._wanted.span)
        else:
            self._to_first()
        self._scrolled(parts.views.offset())
        left = several(parts.models.queue.left, "suggestion")
        self.desk.events.say(tr("{0} to decide here.", left))
        self.focus_first()

    def _to_first(self) -> None:
        """Go to the first suggestion to decide."""
        first = self.parts.models.queue.next_open(-1)
        if first is not None:
            self.parts.tabs.setCurrentIndex(SUGGESTIONS)
            self.parts.queue.go_to(first)

    def _show_on_it(self, found: OnIt) -> None:
        if self._open is None or self._open.document.id != found.document.id:
            return
        parts = self.parts
        was_open = {kept.id for kept in undecided(parts.models.queue.all)}
        known = {kept.id for kept in parts.models.queue.all}
        parts.models.queue.show(found.suggestions)
        parts.models.tags.show(found.tags)
        waiting = undecided(parts.models.queue.all)
        parts.models.outline.show(self._open.outline, waiting)
        self._take(found.document)
        parts.count()
        back = [kept for kept in waiting if kept.id in known - was_open]
        if back and parts.tabs.currentIndex() == SUGGESTIONS:  # an undo goes back to that one
            row = parts.models.queue.row_of(back[0].id)
            parts.queue.go_to(-1 if row is None else row)
        self._mark()

    def _take(self, document: Document) -> None:
        """Show whether the document is finished, which undo may have changed."""
        if self._open is not None:
            self._open = self._open.as_of(document)
        self.finishing.show(document)
        self.parts.figures.set_finished(finished=self.finishing.finished)
        self._heading.show(self._open)

    def _mark(self) -> None:
        parts = self.parts
        deciding = parts.queue.current if parts.tabs.currentIndex() != TAGS else None
        shown = parts.models.queue.all if self._suggestions_shown else ()
        marks = self._marks.of(parts.models.tags.all, shown, deciding.id if deciding else None)
        if (tag := self.by_hand.tag_in_hand) is not None:
            marks = (*marks, Mark(MarkKind.SHOWN, Span(tag.start, tag.end), page=tag.page))
        parts.views.show_marks(marks)

    def _reveal(self, span: Span) -> None:
        self.parts.views.reveal(span, self._wanted.page)
        self._wanted = Place(self.view)
        if len(span):
            self.parts.views.show_found([span])
        if self._open is not None and self._search is not None:
            self.finding.follow(self._search, self._open.document, span)

    def _moved_to(self, suggestion_id: int) -> None:
        self.edging.leave()
        row = self.parts.models.queue.row_of(suggestion_id)
        kept = self.parts.models.queue.kept(-1 if row is None else row)
        if kept is not None:
            self.parts.views.reveal(Span(kept.suggestion.start, kept.suggestion.end))
            self._mark()

    def _moved_to_tag(self, _tag_id: int) -> None:
        if (tag := self.parts.tags.current) is not None:
            self.parts.views.reveal(Span(tag.start, tag.end), tag.page)
            self._mark()

    def _scrolled(self, _offset: int) -> None:
        if self._open is None:
            return
        views = self.parts.views
        self.parts.strip.show_page(views.page, len(views.content.pages))
        row = self.parts.models.outline.row_at(views.offset(EYE))
        if row is not None:
            self.parts.outline.setCurrentIndex(self.parts.models.outline.index(row))

    def _to_section(self, row: int) -> None:
        if (section := self.parts.models.outline.section(row)) is not None:
            self.parts.views.reveal(Span(section.start, section.start))

    def _lay_out(self) -> None:
        self.body.addWidget(self.parts.put_together(), 1)
        parts = self.parts
        parts.queue.moved.connect(self._moved_to)
        parts.tags.moved.connect(self._moved_to_tag)
        parts.views.scrolled.connect(self._scrolled)
        parts.views.pages.zoomed.connect(self._zoomed)
        parts.outline.chosen.connect(self._to_section)
        parts.tabs.currentChanged.connect(self._tab)
        parts.strip.page.clicked.connect(lambda _checked: self.turning.ask_page())
        parts.strip.finder.clicked.connect(lambda _checked: self.find_here())

    def _zoomed(self, percent: int) -> None:
        self.desk.events.say(tr("Pages at {0}% of the width.", percent))

    def _tab(self, _index: int) -> None:
        self.parts.count()
        self._mark()
