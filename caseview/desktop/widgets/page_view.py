"""The pages of a document as they were printed, one below the other, with marks on their words."""

from bisect import bisect_right

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.page_stack import PageStack, Sheet, fitted, other_size
from caseview.desktop.models.reading import sentence_at
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.page_pointer import PagePointer
from caseview.desktop.widgets.page_prints import Drawn, Print, Prints
from caseview.desktop.widgets.tick_bar import Tick, TickBar
from caseview.domain.document import DocumentText, Page
from caseview.domain.span import Span

AHEAD, BEHIND = 2, 1
EYE = 1 / 3  # of the height of a view, where the eye rests


class PageView(QAbstractScrollArea):
    """Shows pages that come to it; offsets in and out are code points of the document's text.

    `wanted(tuple)` tells the (page, width in dots) it has need of, the nearest first;
    `scrolled(int)` the offset at the top; `picked(Span)` the words chosen with the mouse, an
    empty stretch for a place; `whole(int)` the page chosen with it that has no words;
    `zoomed(int)` the size in per cent of the width of the view; `pictured()` that a page with
    pictures has come.
    """

    wanted = Signal(object)
    scrolled = Signal(int)
    picked = Signal(object)
    whole = Signal(int)
    zoomed = Signal(int)
    pictured = Signal()

    def __init__(self, look: Appearance, book: ThemeBook) -> None:
        super().__init__()
        self._look = look
        self.prints = Prints(look, book)
        self._text = DocumentText("")
        self._stack = PageStack()
        self._percent = 100
        self._seeking: Span | None = None
        self.ticks = TickBar(look, book)
        self.setVerticalScrollBar(self.ticks)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Pages of the document"))
        self._pointer = PagePointer(self.viewport(), self._offset)
        self._pointer.picked.connect(self.picked)
        self._pointer.pressed.connect(self._press)
        self._pointer.pointed.connect(self._pick_sentence)
        self._pointer.turned.connect(self.zoom)
        look.changed.connect(self.viewport().update)
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self._ask)

    def show_text(self, text: DocumentText) -> None:
        """Show the pages of a document from the first."""
        self._text = text
        self.prints.clear()
        self._seeking = None
        self._lay_out()
        self.ticks.setValue(0)

    def show_print(self, printed: Print) -> None:
        """Show a page that has come from the painter."""
        self.prints.hold(printed)
        if printed.covers:
            self.pictured.emit()
        if self._seeking is not None and self._number_at(self._seeking.start) == printed.number:
            self.reveal(self._seeking)
        self.viewport().update()

    def draw(self, drawn: Drawn) -> None:
        """Mark this on the pages in place of what was."""
        fresh = drawn.marks != self.prints.drawn.marks
        self.prints.drawn = drawn
        if fresh:
            self._tick()
        self.viewport().update()

    def reveal(self, span: Span) -> None:
        """Scroll so that a stretch is in view; again once its page has come."""
        number = self._number_at(span.start)
        sheet = self._stack.sheet(number)
        if sheet is None:
            return
        here = self.prints.has(number)
        self._seeking = None if here else span
        wanted = span if len(span) else Span(span.start, span.start + 1)
        covered = self.prints.boxed(number, wanted, QRect(0, sheet.top, 0, 0), self._stack.scale)
        view = self.viewport().height()
        first = round(covered[0].top()) if covered else sheet.top
        last = round(covered[-1].bottom()) if covered else sheet.top
        top = self.ticks.value()
        if not top + 20 <= first <= last <= top + view * 3 // 4:
            self.ticks.setValue(first - (view // 4 if covered else 4))
        self._asking.start()

    def go_to_page(self, number: int) -> None:
        """Scroll to the top of a page."""
        if (sheet := self._stack.sheet(number)) is not None:
            self._seeking = None
            self.ticks.setValue(sheet.top - 4)

    def zoom(self, step: int) -> None:
        """Make the pages larger (1), smaller (-1) or as wide as the view (0)."""
        self._percent = other_size(self._percent, step)
        self._lay_out()
        self.zoomed.emit(self._percent)

    @property
    def page(self) -> int:
        """The page where the eye rests, 0 where there is none."""
        sheet = self._stack.at(self.ticks.value() + round(self.viewport().height() * EYE))
        return sheet.number if sheet is not None else 0

    def offset(self, down: float = 0.0) -> int:
        """Return the offset of the words at a part of the view's height from its top, 0 to 1."""
        place = self.ticks.value() + round(self.viewport().height() * down)
        sheet = self._stack.at(place)
        if sheet is None:
            return 0
        return self.prints.first(self._page(sheet), (place - sheet.top) / self._stack.scale)

    def boxes(self, span: Span) -> list[QRectF]:
        """Return where a stretch stands in the viewport, as far as its pages are in view."""
        found: list[QRectF] = []
        for sheet in self._in_view():
            found += self.prints.boxed(sheet.number, span, self._place(sheet), self._stack.scale)
        return found

    def place_of(self, number: int) -> tuple[QRect, float]:
        """Return where a page stands in the viewport, and its pixels a point.

        Raises KeyError when there is no such page.
        """
        if (sheet := self._stack.sheet(number)) is None:
            raise KeyError(number)
        return self._place(sheet), self._stack.scale

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self._asking.start()
        self.scrolled.emit(self.offset())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Home:
            self.ticks.setValue(self.ticks.minimum())
        elif event.key() == Qt.Key.Key_End:
            self.ticks.setValue(self.ticks.maximum())
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), self._look.colour("sunken"))
        for sheet in self._in_view():
            self.prints.paint(painter, self._page(sheet), self._place(sheet), self._stack.scale)

    def _lay_out(self) -> None:
        """Set the pages anew for the room there is; what stood in the middle stays there."""
        room = self.viewport().size()
        half = room.height() // 2
        part = (self.ticks.value() + half) / max(1, self._stack.height)
        self._stack = fitted(self._text.pages, room.width(), self._percent)
        self.ticks.setPageStep(room.height())
        self.ticks.setSingleStep(self._look.px(48))
        self.ticks.setRange(0, max(0, self._stack.height - room.height()))
        if self.ticks.value():  # at the top one stays at the top
            self.ticks.setValue(round(part * self._stack.height) - half)
        across = self.horizontalScrollBar()
        across.setPageStep(room.width())
        across.setRange(0, max(0, self._stack.width + 16 - room.width()))
        self._tick()
        self._asking.start()
        if self._seeking is not None:
            self.reveal(self._seeking)

    def _tick(self) -> None:
        ticks = []
        for mark in self.prints.drawn.marks:
            sheet = self._stack.sheet(mark.page or self._number_at(mark.span.start))
            if sheet is not None:
                page = self._page(sheet)
                part = (mark.span.start - page.start) / max(1, page.end - page.start)
                down = sheet.top + min(1.0, part) * sheet.height
                ticks.append(Tick(down / max(1, self._stack.height), mark))
        self.ticks.show_ticks(ticks)

    def _ask(self) -> None:
        """Ask for the pages in view and those next to them that are not here."""
        if not self.isVisible() or not (seen := self._in_view()):
            return
        first, last = seen[0].number - 1, seen[-1].number
        near = (*seen, *self._stack.sheets[last : last + AHEAD])
        behind = self._stack.sheets[max(0, first - BEHIND) : first]
        ratio = self.devicePixelRatioF()
        asked = [(sheet.number, round(sheet.width * ratio)) for sheet in (*near, *behind)]
        self.wanted.emit(tuple(each for each in asked if not self.prints.has(*each)))

    def _in_view(self) -> tuple[Sheet, ...]:
        top = self.ticks.value()
        return self._stack.between(top, top + self.viewport().height())

    def _place(self, sheet: Sheet) -> QRect:
        left = max(8, (self.viewport().width() - sheet.width) // 2)
        left -= self.horizontalScrollBar().value()
        return QRect(left, sheet.top - self.ticks.value(), sheet.width, sheet.height)

    def _page(self, sheet: Sheet) -> Page:
        return self._text.pages[sheet.number - 1]

    def _number_at(self, offset: int) -> int:
        starts = [page.start for page in self._text.pages]
        return max(1, bisect_right(starts, offset))

    def _pick_sentence(self, at: int) -> None:
        if (found := sentence_at(self._text, at)) is not None:
            self.picked.emit(found)

    def _press(self, point: QPointF) -> None:
        """Uncover the picture at a point, else choose the page there where it has no words."""
        found = self._on_page(point)
        if found is None:
            return
        if self.prints.uncover(*found):
            self.viewport().update()
        elif self._text.pages[found[0] - 1].bare:
            self.whole.emit(found[0])

    def _offset(self, point: QPointF) -> int | None:
        found = self._on_page(point)
        return self.prints.offset(*found) if found is not None else None

    def _on_page(self, point: QPointF) -> tuple[int, QPointF] | None:
        """Return the page at a point of the viewport, and where on it that is, in points."""
        sheet = self._stack.at(round(point.y()) + self.ticks.value())
        if sheet is None:
            return None
        place = self._place(sheet)
        inside = QPointF(point.x() - place.left(), point.y() - place.top()) / self._stack.scale
        return sheet.number, inside
