"""The table of a RecordModel: one row a record, one column taking the room left."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.records import RecordModel
from caseview.desktop.widgets.painting import (
    elided,
    has_focus,
    ink,
    is_selected,
    paint_row,
    place_of,
)

Index = QModelIndex | QPersistentModelIndex
ROW = 30


class _Rows(QStyledItemDelegate):
    """Paints a cell; the row selected has a bar at its left."""

    def __init__(self, look: Appearance, view: QTableView) -> None:
        super().__init__(view)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, self._look.px(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place, selected = place_of(option), is_selected(option)
        painter.save()
        paint_row(painter, self._look, place, selected=selected)
        if selected and index.column() == 0:
            edge = "focus" if has_focus(option) else "border"
            bar = QRect(place.left(), place.top(), 3, place.height())
            painter.fillRect(bar, self._look.colour(edge))
        painter.setFont(self._look.font(13))
        painter.setPen(ink(self._look, selected=selected, colour="text"))
        room = place.adjusted(9, 0, -9, 0)
        across = int(index.data(Qt.ItemDataRole.TextAlignmentRole))
        words = elided(painter, index.data(Qt.ItemDataRole.DisplayRole), room)
        painter.drawText(room, across, words)
        painter.restore()


class RecordTable(QTableView):
    """Shows a RecordModel; `opened()` tells of Enter or a double click on a row.

    `widths` are those of the columns in pixels at 100 per cent; None takes the room left.
    """

    opened = Signal()

    def __init__(
        self, look: Appearance, name: str, model: RecordModel, widths: Sequence[int | None]
    ) -> None:
        super().__init__()
        self._look = look
        self._widths = tuple(widths)
        self.records = model
        self.setModel(model)
        self.setItemDelegate(_Rows(look, self))
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setMinimumSectionSize(30)
        for column, width in enumerate(self._widths):
            if width is None:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        look.changed.connect(self._measure)
        self._measure()

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
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._look.px(ROW))
        for column, width in enumerate(self._widths):
            if width is not None:
                self.setColumnWidth(column, self._look.px(width))
        self.viewport().update()
