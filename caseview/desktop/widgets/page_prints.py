"""Pages as they came from the painter, with what is marked on them, painted where they stand."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.page_places import Box, boxes, first_offset, offset_at
from caseview.desktop.models.reading import Mark
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.page_ink import PageInk, placed
from caseview.domain.document import Line, Page
from caseview.domain.span import Span

KEPT = 12


@dataclass(frozen=True, slots=True)
class Print:
    """A page as it came from the painter: its picture of `width` dots, and where its words are.

    The picture is None where the page cannot be painted; `problem` says so.
    """

    number: int
    width: int
    picture: QImage | None
    lines: tuple[Line, ...] = ()
    problem: str = ""
    covers: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is marked on the pages; `here` is the one gone to of the stretches `found`."""

    marks: tuple[Mark, ...] = ()
    found: tuple[Span, ...] = ()
    here: Span | None = None
    selected: Span | None = None


class Prints:
    """Holds the pages last used, and paints them."""

    def __init__(self, look: Appearance, book: ThemeBook) -> None:
        self._look = look
        self._ink = PageInk(look, book)
        self._held: dict[int, Print] = {}
        self._uncovered: set[int] = set()
        self._all_open = False
        self.drawn = Drawn()
        self.chosen: int | None = None

    def clear(self) -> None:
        """Forget every page and every mark."""
        self._held.clear()
        self._uncovered.clear()
        self._all_open = False
        self.drawn = Drawn()
        self.chosen = None

    def hold(self, printed: Print) -> None:
        """Hold a page, and forget those that lie furthest from it."""
        self._held[printed.number] = printed
        while len(self._held) > KEPT:
            del self._held[max(self._held, key=lambda number: abs(number - printed.number))]

    @property
    def any_covered(self) -> bool:
        """Whether a page held here has a picture, covered or not."""
        return any(held.covers for held in self._held.values())

    def open_all(self, *, on: bool) -> None:
        """Show every picture of the document, or cover them again."""
        self._all_open = on
        self._uncovered.clear()

    def uncover(self, number: int, point: QPointF) -> bool:
        """Show the pictures of a page whose cover holds a point, in points; return whether so."""
        held = self._held.get(number)
        if held is None or not self._is_covered(number):
            return False
        at = [c for c in held.covers if c.left <= point.x() <= c.right]
        if not any(c.top <= point.y() <= c.bottom for c in at):
            return False
        self._uncovered.add(number)
        return True

    def _is_covered(self, number: int) -> bool:
        return self._look.pictures_covered and not self._all_open and number not in self._uncovered

    def has(self, number: int, width: int | None = None) -> bool:
        """Return whether a page is here, at a width where one is given."""
        held = self._held.get(number)
        return held is not None and width in {None, held.width}

    def boxed(self, number: int, span: Span, place: QRect, scale: float) -> list[QRectF]:
        """Return the boxes of a stretch on a page that stands at `place`."""
        held = self._held.get(number)
        covered = boxes(held.lines, span) if held is not None else ()
        return placed(covered, place.left(), place.top(), scale)

    def offset(self, number: int, point: QPointF) -> int | None:
        """Return the offset nearest to a point of a page, in points; None where none is known."""
        held = self._held.get(number)
        return offset_at(held.lines, point.x(), point.y()) if held is not None else None

    def first(self, page: Page, down: float) -> int:
        """Return the first offset from a height of a page on, in points.

        It is the page's own beginning while its words are not here, its end below them.
        """
        held = self._held.get(page.number)
        if held is None or not held.lines:
            return page.start
        first = first_offset(held.lines, down)
        return page.end if first is None else first

    def paint(self, painter: QPainter, page: Page, place: QRect, scale: float) -> None:
        """Paint a page with its marks, or its number while its picture is on the way."""
        held = self._held.get(page.number)
        painter.fillRect(place, self._look.colour("page"))
        if held is not None and held.picture is not None:
            painter.drawImage(place, held.picture)
            if self._is_covered(page.number):
                self._ink.covers(painter, placed(held.covers, place.left(), place.top(), scale))
        else:
            said = held.problem if held is not None else tr("Page {0}", page.number)
            painter.setFont(self._look.font(13))
            painter.setPen(QColor(self._look.paper["text3"]))
            room = place.adjusted(30, 30, -30, -30)
            upper = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(room, upper | Qt.TextFlag.TextWordWrap, said)
        painter.setPen(self._look.colour("border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        self._mark(painter, page, place, scale)

    def _mark(self, painter: QPainter, page: Page, place: QRect, scale: float) -> None:
        held, drawn = Span(page.start, page.end), self.drawn
        if self.chosen == page.number:
            self._ink.selected_page(painter, place)
        whole = [mark for mark in drawn.marks if mark.page == page.number]
        self._ink.whole(painter, whole, place)
        for mark in drawn.marks:
            if mark.span.overlaps(held):
                words = self.boxed(page.number, mark.span, place, scale)
                self._ink.mark(painter, mark, words)
                self._ink.stripe(painter, mark, words, place.right() - 8)
        for span in drawn.found:
            if span.overlaps(held):
                words = self.boxed(page.number, span, place, scale)
                self._ink.found(painter, words, here=span == drawn.here)
        if drawn.selected is not None and drawn.selected.overlaps(held):
            self._ink.selected(painter, self.boxed(page.number, drawn.selected, place, scale))
