"""The table of reviews: rows painted by one delegate, columns of fixed width."""

from PySide6.QtCore import QItemSelectionModel, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.library import ICONS, NUMBERS, REVIEW, Column, LibraryModel
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.painting import elided, ink, is_selected, paint_row, place_of
from caseview.desktop.widgets.row_table import Index, RowPainter, RowTable
from caseview.domain.review import Review

WIDTHS = {
    Column.KIND: 90,
    Column.YEAR: 54,
    Column.AREA: 100,
    Column.DOCUMENTS: 50,
    Column.TO_DECIDE: 82,
    Column.TAGS: 52,
    Column.STATUS: 124,
}
NAME = 150
GIVEN_UP = (Column.DOCUMENTS, Column.AREA, Column.YEAR, Column.KIND)
ROW = 32


class _Rows(RowPainter):
    """Paints a cell: bold names, violet numbers to decide, an icon before the status."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        review: Review = index.data(REVIEW)
        column = Column(index.column())
        place, selected = place_of(option), is_selected(option)
        painter.save()
        paint_row(painter, self.look, place, selected=selected)
        room = place.adjusted(9, 0, -9, 0)
        if column is Column.STATUS:
            room = self._status(painter, room, review)
        self._words(painter, room, index, review, selected=selected)
        self.mark(painter, option, index)
        painter.restore()

    def _words(
        self, painter: QPainter, room: QRect, index: Index, review: Review, *, selected: bool
    ) -> None:
        column = Column(index.column())
        undecided = column is Column.TO_DECIDE and review.to_decide > 0
        weight = QFont.Weight.DemiBold if undecided or column is Column.TITLE else None
        face = self.look.figures if column in NUMBERS else self.look.font
        painter.setFont(face(13, weight or QFont.Weight.Normal))
        colour = "suggestion" if undecided else "text"
        painter.setPen(ink(self.look, selected=selected, colour=colour))
        across = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
        words = elided(painter, index.data(Qt.ItemDataRole.DisplayRole), room)
        painter.drawText(room, across | Qt.AlignmentFlag.AlignVCenter, words)

    def _status(self, painter: QPainter, room: QRect, review: Review) -> QRect:
        icon, colour = ICONS[review.status]
        picture = self.look.picture(icon, colour, 16)
        side = self.look.px(16)
        painter.drawPixmap(room.left(), room.center().y() - side // 2, picture)
        return room.adjusted(side + 6, 0, 0, 0)


class ReviewTable(RowTable):
    """Shows a LibraryModel; several reviews can be chosen at once."""

    def __init__(self, look: Appearance, model: LibraryModel) -> None:
        super().__init__(look, tr("Reviews"), model)
        self.setItemDelegate(_Rows(look, self, ROW))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.TITLE, Qt.SortOrder.AscendingOrder)
        header = self.horizontalHeader()
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(40)
        self.measure()

    def go_to(self, row: int) -> None:
        """Select one row and no other, whatever keys are held.

        Qt's own `selectRow` takes a Ctrl that is held for a wish to take the row out again.
        """
        only = QItemSelectionModel.SelectionFlag.ClearAndSelect
        rows = QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), only | rows)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Give columns up, the least needed first, until names can be read."""
        room = self.viewport().width() - self.look.px(NAME)
        needed = sum(self.look.px(width) for width in WIDTHS.values())
        for column in GIVEN_UP:
            hidden = needed > room
            self.setColumnHidden(column, hidden)
            needed -= self.look.px(WIDTHS[column]) if hidden else 0

    @override
    def measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.look.px(ROW))
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, self.look.px(width))
        self._make_room()
        self.viewport().update()
