"""A scroll bar with a tick for each mark: whole for a tag, half for a suggestion."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollBar
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.reading import Mark, MarkKind
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.widgets.chips import colour_of

HIGH = 2


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark's place from 0, the first words, to 1, the last."""

    place: float
    mark: Mark


class TickBar(QScrollBar):
    """Upright; its ticks are painted once and kept until they or its size change."""

    def __init__(self, look: Appearance, book: ThemeBook) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._look = look
        self._book = book
        self._ticks: tuple[Tick, ...] = ()
        self._drawn: QPixmap | None = None
        look.changed.connect(self._forget)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The ticks shown."""
        return self._ticks

    def show_ticks(self, ticks: Iterable[Tick]) -> None:
        """Show these ticks in place of those there were."""
        fresh = tuple(tick for tick in ticks if tick.mark.kind is not MarkKind.SHOWN)
        if fresh != self._ticks:
            self._ticks = fresh
            self._forget()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drawn is None:
            self._drawn = self._draw()
        QPainter(self).drawPixmap(0, 0, self._drawn)

    def _forget(self) -> None:
        self._drawn = None
        self.update()

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        high = self.height() - HIGH
        rows: dict[tuple[int, bool], QColor] = {}
        for tick in self._ticks:
            tag = tick.mark.kind is MarkKind.TAG
            rows[round(tick.place * high), tag] = self._colour(tick.mark)
        wide = self.width()
        for (top, tag), colour in sorted(rows.items(), key=lambda row: row[0][1]):
            left = 1 if tag else wide // 2
            painter.fillRect(left, top, wide - 1 - left, HIGH, colour)
        painter.end()
        return drawn

    def _colour(self, mark: Mark) -> QColor:
        if mark.kind is MarkKind.TAG:
            return QColor(colour_of(self._look, self._book.face(mark.theme).position).edge)
        return self._look.colour("suggestion")
