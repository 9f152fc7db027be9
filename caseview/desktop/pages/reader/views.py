"""The text and the printed pages of one document: one shows or both, at the same place."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.reading import Mark
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Segments
from caseview.desktop.widgets.page_prints import Drawn
from caseview.desktop.widgets.page_view import EYE, PageView
from caseview.desktop.widgets.reading_view import ReadingView
from caseview.desktop.widgets.side_by_side import SideBySide
from caseview.domain.document import Document, DocumentText
from caseview.domain.english import English
from caseview.domain.span import Span

TEXT, PAGES, BOTH = "text", "pages", "both"
NO_PAGES = English("This document has no fixed pages: it came as text that flows, not as a PDF.")
NO_TEXT = English("This document is a scan: it has no words to show as text.")


class Views(QObject):
    """Routes to the view that shows; the text view keeps cursor and selection for both.

    `scrolled(int)` tells the offset at the top of the view that shows; `arranged(bool)` whether
    both show side by side. Then the text has the keys, and the pages follow it.
    """

    scrolled = Signal(int)
    arranged = Signal(bool)

    def __init__(self, look: Appearance, book: ThemeBook) -> None:
        super().__init__()
        self.text = ReadingView(look, book)
        self.pages = PageView(look, book)
        self.switch = Segments(
            look, tr("Show"), [(TEXT, tr("Text")), (PAGES, tr("PDF page")), (BOTH, tr("Both"))]
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.text)
        self.stack.addWidget(self.pages)
        self.whole = SideBySide(self.stack)
        self._both_liked = False
        self._content = DocumentText("")
        self._has_words = True
        self._pages_liked = False
        self._drawn = Drawn()
        self._place: Span | None = None
        self.switch.chosen.connect(self._choose)
        self.text.scrolled.connect(self._text_scrolled)
        self.pages.scrolled.connect(self._pages_scrolled)
        self.text.selectionChanged.connect(self._selected)
        self.pages.picked.connect(self.text.select)

    @property
    def on_pages(self) -> bool:
        """Whether the printed pages show."""
        return self.stack.currentWidget() is self.pages

    @property
    def _pages_show(self) -> bool:
        """Whether the printed pages show, alone or beside the text."""
        return self.on_pages or self.whole.both

    @property
    def why_not(self) -> str:
        """Why the view that does not show cannot, "" when it can."""
        if not self._content.pages:
            return tr(NO_PAGES)
        return "" if self._has_words else tr(NO_TEXT)

    @property
    def content(self) -> DocumentText:
        """The text of the document shown."""
        return self._content

    def show_document(self, document: Document, text: DocumentText) -> None:
        """Show a document from its beginning, in the view last used where it has that."""
        self._content, self._has_words = text, document.has_text
        self._drawn, self._place = Drawn(), None
        self.switch.allow(PAGES, "" if text.pages else tr(NO_PAGES))
        self.switch.allow(TEXT, "" if document.has_text else tr(NO_TEXT))
        self.switch.allow(BOTH, self.why_not)
        self.text.show_text(text)
        self.pages.show_text(text)
        self._lie(beside=self._both_liked and not self.why_not)
        self._turn(pages=bool(text.pages) and (self._pages_liked or not document.has_text))

    def show_both(self) -> None:
        """Show the text and the printed pages side by side, where a document has both."""
        if self.whole.both or self.why_not:
            return
        self._arrange(pages=False, beside=True)

    def turn(self, *, pages: bool) -> None:
        """Show the printed pages or the text, at the place where one is."""
        if (pages == self.on_pages and not self.whole.both) or (pages and not self._content.pages):
            return
        if not pages and not self._has_words:
            return
        self._arrange(pages=pages, beside=False)

    def _arrange(self, *, pages: bool, beside: bool) -> None:
        place = self._seen()
        self._pages_liked, self._both_liked = pages, beside
        self._lie(beside=beside)
        self._turn(pages=pages)
        self.show_marks(self._drawn.marks)
        self.show_found(self._drawn.found, self._drawn.here)
        if self._pages_show:
            self.pages.reveal(place)
        if not pages:
            self.text.reveal(place)
        self._place = place
        self.scrolled.emit(place.start)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks."""
        self._drawn = Drawn(tuple(marks), self._drawn.found, self._drawn.here)
        if self._pages_show:
            self._draw()
        if not self.on_pages:
            self.text.show_marks(marks)

    def show_found(self, spans: Sequence[Span], here: Span | None = None) -> None:
        """Show stretches as words found, the one gone to set apart."""
        self._drawn = Drawn(self._drawn.marks, tuple(spans), here)
        if self._pages_show:
            self._draw()
        if not self.on_pages:
            self.text.show_found(spans, here)

    def reveal(self, span: Span, page: int | None = None) -> None:
        """Bring a stretch into view and put the cursor at its beginning.

        With a `page` bring that whole page into view, which has no words and no place in the text.
        """
        self._place = span
        if page is not None:
            if self._content.pages and not self._pages_show:
                self._arrange(pages=True, beside=False)
            self.pages.go_to_page(page)
        elif self.on_pages:
            self.text.select(Span(span.start, span.start))
            self.pages.reveal(span)
        else:
            self.text.reveal(span)
            self._follow(span)

    def show_selected(self, span: Span) -> None:
        """Select a stretch and keep it in view."""
        self.text.select(span)
        if self.on_pages:
            self.pages.reveal(span)
        else:
            self.text.ensureCursorVisible()
            self._follow(span)

    def go_to_page(self, number: int) -> None:
        """Go to the beginning of a page."""
        start = self._content.pages[number - 1].start
        self._place = None
        if self._pages_show:
            self.pages.go_to_page(number)
        if not self.on_pages:
            self.text.reveal(Span(start, start))
        self.scrolled.emit(start)

    def offset(self, down: float = 0.0) -> int:
        """Return the offset at a part of the height of the view that shows, 0 (its top) to 1."""
        return self.pages.offset(down) if self.on_pages else self.text.offset(down)

    @property
    def page(self) -> int:
        """The page one is on, 0 where there are none."""
        if self.on_pages:
            return self.pages.page
        starts = [page.start for page in self._content.pages]
        return bisect_right(starts, self.text.offset(EYE))

    def focus(self) -> None:
        """Give the keys to the view that shows."""
        view = self.pages if self.on_pages else self.text
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, value: str) -> None:
        if value == BOTH:
            self.show_both()
        else:
            self.turn(pages=value == PAGES)

    def _lie(self, *, beside: bool) -> None:
        """Lay the pages beside the text, or back under it."""
        if beside != self.whole.both:
            if beside:
                self.whole.take_in(self.pages)
            else:
                self.stack.addWidget(self.pages)
            self.arranged.emit(beside)

    def _follow(self, span: Span) -> None:
        if self.whole.both:
            self.pages.reveal(span)

    def _turn(self, *, pages: bool) -> None:
        view = self.pages if pages else self.text
        held = self.text.hasFocus() or self.pages.hasFocus()
        self.stack.setCurrentWidget(view)
        self.switch.choose(BOTH if self.whole.both else PAGES if pages else TEXT)
        if held:
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _seen(self) -> Span:
        """Return what one came to last while it is in view, else the top of the view."""
        place = self._place
        if place is not None and self._in_view(place):
            return place
        return Span(self.offset(), self.offset())

    def _in_view(self, span: Span) -> bool:
        if not self.on_pages:
            return span.overlaps(self.text.visible())
        room = self.pages.viewport().rect()
        return any(room.intersects(box.toRect()) for box in self.pages.boxes(span))

    def _selected(self) -> None:
        if self._pages_show:
            self._draw()

    def _draw(self) -> None:
        drawn = self._drawn
        self.pages.draw(Drawn(drawn.marks, drawn.found, drawn.here, self.text.selection()))

    def _text_scrolled(self, offset: int) -> None:
        if not self.on_pages:
            self.scrolled.emit(offset)
            if self.whole.both and self.pages.page != self.page:
                self.pages.go_to_page(self.page)

    def _pages_scrolled(self, offset: int) -> None:
        if self.on_pages:
            self.scrolled.emit(offset)
