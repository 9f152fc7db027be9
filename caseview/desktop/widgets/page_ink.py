"""What is painted on a page's picture: marks over its words as a highlighter leaves them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.appearance.tokens import GroupColour
from caseview.desktop.models.page_places import Box
from caseview.desktop.models.reading import Mark, MarkKind
from caseview.desktop.models.themebook import NO_GROUP, ThemeBook
from caseview.desktop.tongue import told, tr
from caseview.domain.english import English

STRIPE = 3
LABEL_TOP = 12
LABEL_RIGHT = 24
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

    def whole(self, painter: QPainter, marks: Iterable[Mark], page: QRect) -> None:
        """Paint the tags on a whole page: a stripe down its side, the themes in its corner."""
        across, down = page.right() - 8.0, page.top() + LABEL_TOP
        for mark in marks:
            if mark.kind is MarkKind.SHOWN:
                self._frame(painter, page, self._look.paper["found"], 4)
                continue
            self.stripe(painter, mark, [QRectF(page.adjusted(0, 3, 0, -3))], across)
            across -= 2 * STRIPE
            down += self._label(painter, mark, page, down) + 3

    def selected_page(self, painter: QPainter, page: QRect) -> None:
        """Paint a page that is selected whole."""
        self._wash(painter, [QRectF(page)], self._look.paper["heat1"])
        self._frame(painter, page, self._look.paper["accent"], 3)

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

    def _label(self, painter: QPainter, mark: Mark, page: QRect, top: int) -> int:
        """Paint the theme of a whole page and how it reads; return how high that is."""
        face, colours = self._book.face(mark.theme), self._colours(mark)
        sign = (
            f"{mark.reads_as.sign} {told(mark.reads_as.label.capitalize())}"
            if mark.reads_as
            else ""
        )
        painter.setFont(self._look.font(12, QFont.Weight.DemiBold))
        metrics = painter.fontMetrics()
        rest = "".join(f"  ·  {part}" for part in (sign, mark.coder) if part)
        most = page.width() * 7 // 10 - metrics.horizontalAdvance(rest)
        said = metrics.elidedText(face.name, Qt.TextElideMode.ElideRight, most) + rest
        wide, high = metrics.horizontalAdvance(said) + 18, metrics.height() + 6
        place = QRect(page.right() - LABEL_RIGHT - wide, top, wide, high)
        painter.fillRect(place, QColor(colours.tint))
        painter.fillRect(place.adjusted(0, 0, STRIPE + 1 - wide, 0), QColor(colours.edge))
        painter.setPen(QColor(self._look.paper["text"]))
        painter.drawText(place.adjusted(10, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter, said)
        return high

    @staticmethod
    def _frame(painter: QPainter, page: QRect, colour: str, wide: int) -> None:
        painter.setPen(QPen(QColor(colour), wide))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = wide // 2
        painter.drawRect(page.adjusted(half, half, -half, -half))

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
