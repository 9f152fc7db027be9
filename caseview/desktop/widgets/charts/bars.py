"""Bars with their numbers, bases and intervals, by pointer and keyboard, in colour or in grey."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.chart import Bar, Chart, bar_words
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.painting import elided, focus_ring, paint_interval

LINE, TOP, NAMES, NUMBERS, SIDE = 26, 40, 210, 120, 12
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BarChart(QWidget):
    """Shows a Chart; `wanted(CellAddress)` asks for the passages of a bar.

    `moved(str)` tells the bar gone to, in words; `copied()` that its picture is to be copied.
    """

    wanted = Signal(object)
    moved = Signal(str)
    copied = Signal()

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._chart = Chart("", (), "", "")
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Chart"))
        look.changed.connect(self._measure)

    @property
    def chart(self) -> Chart:
        """The chart shown."""
        return self._chart

    def show_chart(self, chart: Chart) -> None:
        """Show another chart, its words for who does not see it."""
        self._chart = chart
        self._at = min(self._at, max(0, len(chart.bars) - 1))
        self.setAccessibleDescription(chart.about)
        self._measure()

    @override
    def sizeHint(self) -> QSize:
        px = self._look.px
        return QSize(px(NAMES + NUMBERS + 200), px(2 * TOP + LINE * len(self._chart.bars)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("surface"))
        px = self._look.px
        head = QRect(px(SIDE), 0, self.width() - 2 * px(SIDE), px(TOP))
        painter.setPen(self._look.colour("text"))
        painter.setFont(self._look.font(14, QFont.Weight.DemiBold))
        painter.drawText(head, _LEFT, elided(painter, self._chart.title, head))
        for n, bar in enumerate(self._chart.bars):
            self._bar(painter, self._line(n), bar)
            if n == self._at and self.hasFocus():
                focus_ring(painter, self._look, self._line(n))
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("text2"))
        foot = head.translated(0, px(TOP + LINE * len(self._chart.bars)))
        painter.drawText(foot, _LEFT, elided(painter, self._chart.note, foot))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if (found := self._under(event.position().toPoint())) is not None:
            self._go(found)
            self.wanted.emit(self._chart.bars[found].address)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and self._chart.bars:
            self._go(max(0, min(len(self._chart.bars) - 1, self._at + step)))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._chart.bars:
            self.wanted.emit(self._chart.bars[self._at].address)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def _bar(self, painter: QPainter, place: QRect, bar: Bar) -> None:
        px, colour = self._look.px, self._look.colour
        names = QRect(place.left(), place.top(), px(NAMES), place.height())
        numbers = QRect(place.right() - px(NUMBERS), place.top(), px(NUMBERS), place.height())
        left, width = names.right() + px(8), numbers.left() - names.right() - px(16)
        painter.setFont(self._look.font(13))
        painter.setPen(colour("text"))
        painter.drawText(names, _RIGHT, elided(painter, bar.label, names))
        painter.setFont(self._look.figures(12))
        painter.drawText(numbers, _LEFT, bar_words(bar))
        painter.setPen(QPen(colour("border"), 1))
        middle, half = place.center().y(), px(8)
        painter.drawLine(left, middle - half - 2, left, middle + half + 2)
        if bar.cell.percent is not None:
            length = round(width * bar.cell.percent / 100)
            painter.fillRect(left, middle - half, length, 2 * half, colour("heat4"))
            painter.drawRect(left, middle - half, length, 2 * half)
        if bar.cell.low is not None and bar.cell.high is not None:
            low, high = bar.cell.low, bar.cell.high
            ends = left + round(width * low / 100), left + round(width * high / 100)
            paint_interval(painter, self._look, ends, middle)
        if bar.other is not None:
            at = left + round(width * bar.other / 100)
            painter.setPen(QPen(colour("text"), 3))
            painter.drawLine(at, middle - half - 2, at, middle + half + 2)

    def _line(self, n: int) -> QRect:
        px = self._look.px
        return QRect(px(SIDE), px(TOP + LINE * n), self.width() - 2 * px(SIDE), px(LINE))

    def _under(self, point: QPoint) -> int | None:
        every = range(len(self._chart.bars))
        return next((n for n in every if self._line(n).contains(point)), None)

    def _go(self, n: int) -> None:
        self._at = n
        bar = self._chart.bars[n]
        self.moved.emit(tr("{0}, {1}  ·  Enter shows the evidence", bar.label, bar_words(bar)))
        self.update()

    def _measure(self) -> None:
        self.setMinimumSize(self.sizeHint())
        self.updateGeometry()
        self.update()
