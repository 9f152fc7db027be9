"""Themes over the years: a line of its own dash and points of its own shape for each theme."""

from PySide6.QtCore import QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.charts.painted import LEFT, LINE, MIDDLE, RIGHT, SIDE, TITLE, Painted
from caseview.desktop.widgets.painting import elided
from caseview.domain.handout import Mark

LEAST_HIGH, SCALE, YEARS, POINT, KEY = 150, 44, 38, 5, 34
LEAST_STEP = 56
_DASHES: tuple[list[float], ...] = (
    [],
    [7.0, 3.0],
    [1.5, 2.5],
    [8.0, 3.0, 1.5, 3.0],
    [12.0, 4.0],
)
_TICKS = (0, 25, 50, 75, 100)


class LineChart(Painted):
    """Paints lines with points and intervals; a year without reviews breaks each line."""

    def __init__(self, look: Appearance) -> None:
        super().__init__(look, tr("Lines over the years"))

    @override
    def sizeHint(self) -> QSize:
        px = self.look.px
        wide = 2 * SIDE + SCALE + LEAST_STEP * max(1, len(self.picture.columns))
        high = TITLE + LEAST_HIGH + YEARS + LINE * (len(self.picture.rows) + 2)
        return QSize(px(max(wide, 520)), px(high))

    @override
    def spot(self, row: int, column: int) -> QRect:
        mark = self.picture.marks[row][column]
        middle = self._point(row, column, mark.at or 0.0 if mark else 0.0)
        side = self.look.px(12)
        return QRect(middle - QPoint(side, side), QSize(2 * side, 2 * side))

    @override
    def draw(self, painter: QPainter) -> None:
        self._scale(painter)
        for row in range(len(self.picture.rows)):
            self._line(painter, row)
        self._key(painter)

    def _plot(self) -> QRect:
        px = self.look.px
        wide = self.width() - px(2 * SIDE + SCALE)
        below = px(YEARS + LINE * (len(self.picture.rows) + 2))
        high = self.height() - px(TITLE) - below
        return QRect(px(SIDE + SCALE), px(TITLE + 8), wide, max(px(LEAST_HIGH), high) - px(16))

    def _point(self, row: int, column: int, share: float) -> QPoint:
        """Return a point of the plot; lines of several themes stand a little apart in a year."""
        plot, many = self._plot(), max(1, len(self.picture.columns))
        step = plot.width() / many
        apart = min(step / 6, self.look.px(13)) * (row - (len(self.picture.rows) - 1) / 2)
        across = plot.left() + step * (column + 0.5) + apart
        return QPoint(round(across), round(plot.bottom() - plot.height() * share / 100))

    def _scale(self, painter: QPainter) -> None:
        px, plot = self.look.px, self._plot()
        painter.setFont(self.look.figures(11))
        for tick in _TICKS:
            level = round(plot.bottom() - plot.height() * tick / 100)
            painter.setPen(QPen(self.look.colour("hairline"), 1))
            painter.drawLine(plot.left(), level, plot.right(), level)
            painter.setPen(self.look.colour("text2"))
            room = QRect(0, level - px(9), plot.left() - px(6), px(18))
            painter.drawText(room, RIGHT, f"{tick}%")
        step = plot.width() / max(1, len(self.picture.columns))
        for column, words in enumerate(self.picture.columns):
            room = QRect(round(plot.left() + step * column), plot.bottom() + 4, round(step), px(32))
            painter.drawText(room, MIDDLE, words)

    def _line(self, painter: QPainter, row: int) -> None:
        colour = self._colour(row)
        pen = QPen(colour, 2)
        if dashes := _DASHES[row % len(_DASHES)]:
            pen.setDashPattern(dashes)
        before: QPoint | None = None
        for column, mark in enumerate(self.picture.marks[row]):
            if mark is None or mark.at is None:
                before = None
                continue
            here = self._point(row, column, mark.at)
            self._interval(painter, row, column, mark)
            if before is not None:
                painter.setPen(pen)
                painter.drawLine(before, here)
            before = here
        for column, mark in enumerate(self.picture.marks[row]):
            if mark is not None and mark.at is not None:
                self._shape(painter, row, self._point(row, column, mark.at))

    def _interval(self, painter: QPainter, row: int, column: int, mark: Mark) -> None:
        if mark.low is None or mark.high is None:
            return
        painter.setPen(QPen(self._colour(row), 1))
        low, high = (self._point(row, column, end) for end in (mark.low, mark.high))
        painter.drawLine(low, high)
        for end in (low, high):
            painter.drawLine(end.x() - 3, end.y(), end.x() + 3, end.y())

    def _shape(self, painter: QPainter, row: int, at: QPoint) -> None:
        """Paint a point: disc, square, triangle, diamond or ring, so that grey tells them apart."""
        side = self.look.px(POINT)
        painter.setPen(QPen(self._colour(row), 2))
        painter.setBrush(self._colour(row))
        kind = row % len(_DASHES)
        middle = QPointF(at)
        if kind == 0:
            painter.drawEllipse(middle, side, side)
        elif kind == 1:
            painter.drawRect(QRect(at - QPoint(side, side), QSize(2 * side, 2 * side)))
        elif kind == 4:  # noqa: PLR2004 - the last shape
            painter.setBrush(self.look.colour("surface"))
            painter.drawEllipse(middle, side, side)
        else:
            corners = (
                [(0, -side - 1), (side + 1, side), (-side - 1, side)]
                if kind == 2  # noqa: PLR2004 - the third shape
                else [(0, -side - 2), (side + 2, 0), (0, side + 2), (-side - 2, 0)]
            )
            painter.drawPolygon(QPolygonF([middle + QPointF(*one) for one in corners]))

    def _key(self, painter: QPainter) -> None:
        px = self.look.px
        top = self._plot().bottom() + px(YEARS + 12)
        for row, name in enumerate(self.picture.rows):
            level = top + px(LINE) * row + px(LINE) // 2
            pen = QPen(self._colour(row), 2)
            if dashes := _DASHES[row % len(_DASHES)]:
                pen.setDashPattern(dashes)
            painter.setPen(pen)
            painter.drawLine(px(SIDE), level, px(SIDE + KEY), level)
            self._shape(painter, row, QPoint(px(SIDE + KEY // 2), level))
            painter.setPen(self.look.colour("text"))
            painter.setFont(self.look.font(12))
            room = QRect(px(SIDE + KEY + 8), level - px(LINE) // 2, self.width(), px(LINE))
            painter.drawText(room, LEFT, name)
        foot = QRect(
            px(SIDE), top + px(LINE) * len(self.picture.rows), self.width() - 2 * px(SIDE), px(LINE)
        )
        painter.setPen(self.look.colour("text2"))
        painter.drawText(foot, LEFT, elided(painter, self.picture.note, foot))

    def _colour(self, row: int) -> QColor:
        return QColor(self.look.tokens.group(row).edge) if row else self.look.colour("accent")
