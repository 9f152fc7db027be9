"""A table of figures: a chip and a name, then columns of figures, painted by one delegate."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.figures_table import FACE, IS_NUMBER, STRONG, FiguresModel
from caseview.desktop.models.themebook import Face
from caseview.desktop.widgets.chips import chip_size, paint_chip
from caseview.desktop.widgets.painting import (
    elided,
    in_two_lines,
    ink,
    is_selected,
    paint_row,
    place_of,
)
from caseview.desktop.widgets.row_table import Index, RowPainter, RowTable

ROW, TALL = 28, 42
NAME = 170


class _Rows(RowPainter):
    """Paints a cell."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place, selected = place_of(option), is_selected(option)
        painter.save()
        paint_row(painter, self.look, place, selected=selected)
        room = place.adjusted(9, 0, -9, 0)
        face: Face | None = index.data(FACE)
        if face is not None:
            paint_chip(painter, self.look, room, face)
            room = room.adjusted(chip_size(self.look).width() + 7, 0, 0, 0)
        is_number = bool(index.data(IS_NUMBER))
        weight = QFont.Weight.DemiBold if index.data(STRONG) else QFont.Weight.Normal
        painter.setFont((self.look.figures if is_number else self.look.font)(13, weight))
        painter.setPen(ink(self.look, selected=selected))
        across = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        words = str(index.data() or "")
        fits = self.high >= TALL and not is_number
        words = in_two_lines(painter, words, room) if fits else elided(painter, words, room)
        painter.drawText(room, across | Qt.AlignmentFlag.AlignVCenter, words)
        self.mark(painter, option, index)
        painter.restore()


class FiguresTable(RowTable):
    """Shows a FiguresModel; columns that can be spared go where there is no room.

    `high` is the height of a row at 100 per cent; where it is TALL, words may take two lines.
    """

    def __init__(
        self, look: Appearance, model: FiguresModel, name: str, *, high: int = ROW
    ) -> None:
        super().__init__(look, name, model)
        self._model = model
        self._high = high
        self.setItemDelegate(_Rows(look, self, high))
        model.modelReset.connect(self.measure)
        self.measure()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Give spare columns up until the names can be read."""
        columns = self._model.columns
        needed = sum(self._width(at) for at, column in enumerate(columns) if column.width)
        room = self.viewport().width() - self.look.px(NAME)
        order = sorted(range(len(columns)), key=lambda at: -columns[at].spare)
        for at in order:
            hidden = bool(columns[at].spare) and needed > room
            self.setColumnHidden(at, hidden)
            needed -= self._width(at) if hidden else 0

    def _width(self, at: int) -> int:
        """Return the width of a column: its own, or that of its heading where that is longer."""
        shown = not self.horizontalHeader().isHidden()
        head = str(self._model.headerData(at, Qt.Orientation.Horizontal) or "") if shown else ""
        metrics = QFontMetrics(self.look.font(12, QFont.Weight.DemiBold))
        least = metrics.horizontalAdvance(head) + self.look.px(18)
        return max(self.look.px(self._model.columns[at].width), least)

    @override
    def measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.look.px(self._high))
        header = self.horizontalHeader()
        for at, column in enumerate(self._model.columns):
            if column.width:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
                self.setColumnWidth(at, self._width(at))
            else:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        self._make_room()
        self.viewport().update()
