"""What is painted on a page's picture: marks over its words as a highlighter leaves them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.appearance.tokens import GroupColour
from caseview.desktop.models.page_places import Box
from caseview.desktop.models.reading import Mark, MarkKind
from caseview.desktop.models.themebook import NO_GROUP, ThemeBook
from caseview.desktop.tongue import tr
from caseview.domain.english import English

STRIPE = 3
COVERED = English("Picture, covered. Click to show it.")
_MULTIPLY = QPainter.CompositionMode.CompositionMode_Multiply
_OVER = QPainter.CompositionMode.CompositionMode_SourceOver


class PageInk:
    """Paints on white paper, so its colours are the light ones in every appearance."""

    def __init__(self, look: Appearance, book: ThemeBook) -> None:
        self._look = look
        self._book = book

    def mark(self, painter: QPainter, mark: Mark, places: Sequence[QRectF]) -> None:
        """Paint a mark: tags tinted and underlined, suggestions dashed, the one in hand yellow."""
        colours = self._colours(mark)
        if mark.kind is MarkKind.TAG:
            self._wash(painter, places, colours.tint)
        elif mark.kind in {MarkKind.DECIDING, MarkKind.SHOWN}:
            self._wash(painter, places, self._look.paper["found"])
        if mark.kind is MarkKind.SHOWN:
            return
        pen = QPen(QColor(colours.edge), 1.6)
        if mark.kind is not MarkKind.TAG:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        for place in places:
            painter.drawLine(QLineF(place.bottomLeft(), place.bottomRight()))

    def stripe(
        self, painter: QPainter, mark: Mark, places: Sequence[QRectF], across: float
    ) -> None:
        """Paint a stripe beside a mark, solid for tags and dotted for suggestions."""
        if not places or mark.kind is MarkKind.SHOWN:
            return
        line = Qt.PenStyle.SolidLine if mark.kind is MarkKind.TAG else Qt.PenStyle.DotLine
        pen = QPen(QColor(self._colours(mark).edge), STRIPE, line, Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        top = min(place.top() for place in places)
        bottom = max(place.bottom() for place in places)
        painter.drawLine(QLineF(across, top, across, bottom))

    def found(self, painter: QPainter, places: Iterable[QRectF], *, here: bool = False) -> None:
        """Paint words found; the ones gone to have a frame."""
        places = list(places)
        self._wash(painter, places, self._look.paper["found"])
        if here:
            painter.setPen(QPen(QColor(self._look.paper["accent"]), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for place in places:
                painter.drawRect(place)

    def selected(self, painter: QPainter, places: Iterable[QRectF]) -> None:
        """Paint words selected."""
        self._wash(painter, places, self._look.paper["heat3"])

    def covers(self, painter: QPainter, places: Iterable[QRectF]) -> None:
        """Paint a cover over each picture, with what to do about it."""
        painter.setFont(self._look.font(12))
        for place in places:
            painter.fillRect(place, QColor(self._look.paper["sunken"]))
            painter.setPen(QPen(QColor(self._look.paper["border"]), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place)
            painter.setPen(QColor(self._look.paper["text2"]))
            both = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(place, both, tr(COVERED))

    def _colours(self, mark: Mark) -> GroupColour:
        position = self._book.face(mark.theme).position
        if position == NO_GROUP:
            return GroupColour(self._look.paper["border"], self._look.paper["sunken"])
        return self._look.paper.group(position)

    @staticmethod
    def _wash(painter: QPainter, places: Iterable[QRectF], colour: str) -> None:
        painter.setCompositionMode(_MULTIPLY)
        for place in places:
            painter.fillRect(place, QColor(colour))
        painter.setCompositionMode(_OVER)


def placed(boxes: Iterable[Box], left: float, top: float, scale: float) -> list[QRectF]:
    """Return boxes in points as pixels of a page whose corner is at `left`, `top`."""
    return [
        QRectF(
            left + box.left * scale,
            top + box.top * scale,
            (box.right - box.left) * scale,
            (box.bottom - box.top) * scale,
        )
        for box in boxes
    ]
