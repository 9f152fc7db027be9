"""Themes against themes in squares: the number and the lift in each, shaded in six steps."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.charts.painted import LEFT, LINE, MIDDLE, SIDE, TITLE, Painted
from caseview.desktop.widgets.painting import elided
from caseview.domain.handout import Mark

WIDE, HIGH, NAMES, HEADS, SWATCH = 58, 34, 270, 22, 16
LEGEND, ROOMY = 160, 8


class MatrixChart(Painted):
    """Paints the lower half of a matrix; columns are numbered like the rows that name them."""

    def __init__(self, look: Appearance) -> None:
        super().__init__(look, tr("Matrix of themes"))

    @override
    def sizeHint(self) -> QSize:
        px, picture = self.look.px, self.picture
        many = len(picture.columns)
        beside = 0 if many >= ROOMY else LEGEND + 60
        wide = NAMES + WIDE * max(1, many) + 2 * SIDE + beside
        high = TITLE + HEADS + max(HIGH * (len(picture.rows) + 1), 6 * LINE) + LINE + 16
        return QSize(px(max(wide, 560)), px(high))

    @override
    def spot(self, row: int, column: int) -> QRect:
        px = self.look.px
        left, top = px(SIDE + NAMES + WIDE * column), px(TITLE + HEADS + HIGH * (row + 1))
        return QRect(left, top, px(WIDE), px(HIGH))

    @override
    def draw(self, painter: QPainter) -> None:
        picture = self.picture
        painter.setFont(self.look.font(12))
        names = (*picture.columns[:1], *picture.rows)
        for place, name in enumerate(names):
            self._name(painter, place, name)
        for row, marks in enumerate(picture.marks):
            for column, mark in enumerate(marks):
                if mark is not None:
                    self._square(painter, self.spot(row, column), mark)
        self._legend(painter)

    def _name(self, painter: QPainter, place: int, name: str) -> None:
        """Write a theme with its figure before its row, and the figure over its column."""
        px = self.look.px
        room = QRect(px(SIDE), px(TITLE + HEADS + HIGH * place), px(NAMES - 10), px(HIGH))
        painter.setFont(self.look.font(12))
        painter.setPen(self.look.colour("text"))
        painter.drawText(room, LEFT, elided(painter, f"{place + 1}  {name}", room))
        if place < len(self.picture.columns):
            head = QRect(px(SIDE + NAMES + WIDE * place), px(TITLE), px(WIDE), px(HEADS))
            painter.setFont(self.look.figures(12, QFont.Weight.DemiBold))
            painter.setPen(self.look.colour("text2"))
            painter.drawText(head, MIDDLE, str(place + 1))

    def _square(self, painter: QPainter, place: QRect, mark: Mark) -> None:
        tokens = self.look.tokens
        inside = place.adjusted(1, 1, -1, -1)
        painter.fillRect(inside, QColor(tokens[f"heat{mark.step}"]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.look.colour("hairline"), 1))
        painter.drawRect(inside)
        painter.setPen(QColor(tokens[f"heat_text{mark.step}"]))
        upper = QRect(place.left(), place.top() + 3, place.width(), place.height() // 2 - 1)
        painter.setFont(self.look.figures(13, QFont.Weight.DemiBold))
        if not mark.more:
            painter.drawText(place, MIDDLE, mark.words)
            return
        painter.drawText(upper, MIDDLE, mark.words)
        painter.setFont(self.look.figures(11))
        painter.drawText(upper.translated(0, upper.height() - 1), MIDDLE, mark.more)

    def _legend(self, painter: QPainter) -> None:
        """Say what the shades mean, in the empty corner, or beside a matrix too small for it."""
        px, tokens, many = self.look.px, self.look.tokens, len(self.picture.columns)
        inside = many >= ROOMY
        left = px(SIDE + NAMES + WIDE * (many * 3 // 5 if inside else many) + 24)
        top = px(TITLE + HEADS)
        painter.setFont(self.look.font(12))
        shaded = tokens["heat0"] != tokens["heat5"]  # high contrast shades nothing
        for step, words in enumerate(self.picture.legend if shaded else ()):
            box = QRect(left, top + px(LINE) * step, px(SWATCH), px(SWATCH))
            painter.fillRect(box, QColor(tokens[f"heat{step}"]))
            painter.setPen(QPen(self.look.colour("border"), 1))
            painter.drawRect(box)
            painter.setPen(self.look.colour("text2"))
            room = QRect(box.right() + px(8), box.top() - 2, px(LEGEND), px(LINE))
            painter.drawText(room, LEFT, words)
        note = QRect(px(SIDE), self.height() - px(LINE + 8), self.width() - 2 * px(SIDE), px(LINE))
        painter.drawText(note, LEFT, elided(painter, self.picture.note, note))
