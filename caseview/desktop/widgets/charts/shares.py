"""Bars of shares: number beside each, its interval, and a mark at what it is compared with."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.charts.painted import LEFT, LINE, RIGHT, SIDE, TITLE, Painted
from caseview.desktop.widgets.painting import elided, paint_interval
from caseview.domain.handout import Mark

BAR, NAMES, NUMBERS = 26, 250, 130


class ShareBars(Painted):
    """Paints one bar a row."""

    def __init__(self, look: Appearance) -> None:
        super().__init__(look, tr("Bars of shares"))

    @override
    def sizeHint(self) -> QSize:
        px = self.look.px
        high = TITLE + BAR * max(1, len(self.picture.rows)) + 2 * LINE
        return QSize(px(NAMES + NUMBERS + 200), px(high))

    @override
    def spot(self, row: int, column: int) -> QRect:
        px = self.look.px
        return QRect(px(SIDE), px(TITLE + BAR * row), self.width() - 2 * px(SIDE), px(BAR))

    @override
    def draw(self, painter: QPainter) -> None:
        for row, (name, marks) in enumerate(
            zip(self.picture.rows, self.picture.marks, strict=True)
        ):
            mark = marks[0] if marks else None
            if mark is not None:
                self._bar(painter, self.spot(row, 0), name, mark)
        px = self.look.px
        foot = QRect(px(SIDE), px(TITLE + BAR * len(self.picture.rows)), self.width(), px(LINE))
        painter.setFont(self.look.font(12))
        painter.setPen(self.look.colour("text2"))
        room = foot.adjusted(0, 0, -2 * px(SIDE), 0)
        painter.drawText(room, LEFT, elided(painter, self.picture.note, room))

    def _bar(self, painter: QPainter, place: QRect, name: str, mark: Mark) -> None:
        px, colour = self.look.px, self.look.colour
        names = QRect(place.left(), place.top(), px(NAMES), place.height())
        numbers = QRect(place.right() - px(NUMBERS), place.top(), px(NUMBERS), place.height())
        left, width = names.right() + px(8), numbers.left() - names.right() - px(16)
        painter.setFont(self.look.font(13))
        painter.setPen(colour("text"))
        painter.drawText(names, RIGHT, elided(painter, name, names))
        painter.setFont(self.look.figures(12))
        painter.drawText(numbers, LEFT, mark.words)
        painter.setPen(QPen(colour("border"), 1))
        middle, half = place.center().y(), px(8)
        painter.drawLine(left, middle - half - 2, left, middle + half + 2)
        if mark.at is not None:
            length = round(width * mark.at / 100)
            painter.fillRect(left, middle - half, length, 2 * half, colour(f"heat{mark.step}"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(left, middle - half, length, 2 * half)
        if mark.low is not None and mark.high is not None:
            ends = left + round(width * mark.low / 100), left + round(width * mark.high / 100)
            paint_interval(painter, self.look, ends, middle)
        if mark.other is not None:
            at = left + round(width * mark.other / 100)
            painter.setPen(QPen(colour("text"), 3))
            painter.drawLine(at, middle - half - 2, at, middle + half + 2)
