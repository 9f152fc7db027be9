"""The table of a RecordModel: one row a record, one column taking the room left."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.records import RecordModel
from caseview.desktop.widgets.painting import elided, ink, is_selected, paint_row, place_of
from caseview.desktop.widgets.row_table import Index, RowPainter, RowTable

ROW = 30


class _Rows(RowPainter):
    """Paints a cell; the row selected has a bar at its left."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place, selected = place_of(option), is_selected(option)
        painter.save()
        paint_row(painter, self.look, place, selected=selected)
        painter.setFont(self.look.font(13))
        painter.setPen(ink(self.look, selected=selected, colour="text"))
        room = place.adjusted(9, 0, -9, 0)
        across = int(index.data(Qt.ItemDataRole.TextAlignmentRole))
        words = elided(painter, index.data(Qt.ItemDataRole.DisplayRole), room)
        painter.drawText(room, across, words)
        self.mark(painter, option, index)
        painter.restore()


class RecordTable(RowTable):
    """Shows a RecordModel.

    `widths` are those of the columns in pixels at 100 per cent; None takes the room left.
    """

    def __init__(
        self, look: Appearance, name: str, model: RecordModel, widths: Sequence[int | None]
    ) -> None:
        super().__init__(look, name, model)
        self._widths = tuple(widths)
        self.records = model
        self.setItemDelegate(_Rows(look, self, ROW))
        header = self.horizontalHeader()
        for column, width in enumerate(self._widths):
            if width is None:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.measure()

    @property
    def chosen(self) -> object:
        """The id of the row selected, None where none is."""
        rows = self.selectionModel().selectedRows()
        return self.records.id_at(rows[0].row()) if rows else None

    def show_rows(self, rows: Sequence[tuple[object, tuple[str | int, ...]]]) -> None:
        """Show these rows; the one selected stays selected."""
        held = self.chosen
        self.records.show(rows)
        if rows:
            self.selectRow(self.records.row_of(held))

    @override
    def measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.look.px(ROW))
        for column, width in enumerate(self._widths):
            if width is not None:
                self.setColumnWidth(column, self.look.px(width))
        self.viewport().update()
