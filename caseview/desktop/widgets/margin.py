"""The margin beside the text: a stripe for each mark, with its theme and how it reads."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.reading import Mark, MarkKind
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.chips import colour_of
from caseview.desktop.widgets.painting import elided, two_lines
from caseview.domain.span import Span

LANE = 6
TEXT_LEFT = 12
APART = 6
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Stripes(Protocol):
    """Tells where a stretch of text stands in view."""

    def visible(self) -> Span:
        """Return the stretch of text in view."""
        ...

    def stripe(self, span: Span) -> tuple[int, int]:
        """Return top and bottom in pixels of a stretch that is in view."""
        ...


class Margin(QWidget):
    """Painted from where the marks stand in view; solid for tags, dotted for suggestions."""

    def __init__(self, look: Appearance, book: ThemeBook, view: QWidget, stripes: Stripes) -> None:
        super().__init__(view)
        self._look = look
        self._book = book
        self._stripes = stripes
        self._marks: tuple[Mark, ...] = ()
        self._words = True

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show stripes for these marks."""
        self._marks = tuple(marks)
        self.update()

    def set_words(self, *, shown: bool) -> None:
        """Show words beside the stripes, or stripes alone where room is short."""
        self._words = shown
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        free = -1
        seen = self._in_view()
        follows = [*(top for _, (top, _) in seen[1:]), self.height()]
        for (mark, (top, bottom)), following in zip(seen, follows, strict=False):
            lane = 0 if top >= free or not self._words else 1
            self._stripe(painter, mark, QRect(2 + lane * LANE, top, 3, max(8, bottom - top)))
            if self._words:
                free = self._label(painter, mark, max(top, free), following)

    def _in_view(self) -> list[tuple[Mark, tuple[int, int]]]:
        seen = self._stripes.visible()
        shown = [
            mark
            for mark in self._marks
            if mark.kind is not MarkKind.SHOWN and _stands_in(mark, seen)
        ]
        return [(mark, self._stripes.stripe(mark.span)) for mark in shown]

    def _stripe(self, painter: QPainter, mark: Mark, place: QRect) -> None:
        colour = QColor(colour_of(self._look, self._book.face(mark.theme).position).edge)
        if mark.kind is MarkKind.TAG:
            painter.fillRect(place, colour)
            return
        pen = QPen(colour, 3, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        middle = place.center().x() + 1
        painter.drawLine(middle, place.top() + 1, middle, place.bottom())

    def _label(self, painter: QPainter, mark: Mark, top: int, following: int) -> int:
        """Paint the words of a mark from `top` and return where they end.

        A long name takes two lines where the mark that follows leaves them free.
        """
        high = self._look.px(15)
        left = TEXT_LEFT + LANE
        room = QRect(left, top, self.width() - left - 4, high)
        painter.setFont(self._look.font(11, QFont.Weight.DemiBold))
        name = self._book.face(mark.theme).name
        lines = [elided(painter, name, room)]
        if following - top > 3 * high + APART:
            lines = two_lines(painter.fontMetrics(), name, room.width())
        if mark.kind is MarkKind.DECIDING:
            self._ground(painter, room.adjusted(-6, -3, 4, high * len(lines) + 5))
        painter.setPen(self._look.colour("text"))
        for line in lines:
            painter.drawText(room, _LEFT, line)
            room.translate(0, high)
        painter.setFont(self._look.font(11))
        painter.setPen(self._look.colour("text2" if mark.kind is MarkKind.TAG else "suggestion"))
        painter.drawText(room, _LEFT, elided(painter, _second_line(mark), room))
        return room.bottom() + APART

    def _ground(self, painter: QPainter, place: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("suggestion_soft"))
        painter.drawRoundedRect(place, 4, 4)


def _stands_in(mark: Mark, seen: Span) -> bool:
    """Return whether a mark stands in a stretch; a whole page stands between its neighbours."""
    if mark.page is not None:
        return seen.start <= mark.span.start <= seen.end
    return mark.span.overlaps(seen)


def _second_line(mark: Mark) -> str:
    if mark.kind is MarkKind.DECIDING:
        return tr("\N{BLACK RIGHT-POINTING SMALL TRIANGLE} Deciding now")
    if mark.kind is MarkKind.SUGGESTED:
        return tr("Suggested ?")
    reads = (
        f"{mark.reads_as.sign} {told(mark.reads_as.label.capitalize())}" if mark.reads_as else ""
    )
    page = tr("page {0}", mark.page) if mark.page is not None else ""
    return " · ".join(part for part in (page, reads, mark.coder) if part)
