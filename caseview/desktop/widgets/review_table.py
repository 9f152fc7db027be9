"""The table of reviews: rows painted by one delegate, columns of fixed width."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.library import ICONS, NUMBERS, REVIEW, Column, LibraryModel
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.painting import (
    elided,
    has_focus,
    ink,
    is_selected,
    paint_row,
    place_of,
)
from caseview.domain.review import Review

Index = QModelIndex | QPersistentModelIndex
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


class _Rows(QStyledItemDelegate):
    """Paints a cell: bold names, violet numbers to decide, an icon before the status."""

    def __init__(self, look: Appearance, view: QTableView) -> None:
        super().__init__(view)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, self._look.px(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        review: Review = index.data(REVIEW)
        column = Column(index.column())
        place, selected = place_of(option), is_selected(option)
        painter.save()
        paint_row(painter, self._look, place, selected=selected)
        if column is Column.TITLE and selected:
            edge = "focus" if has_focus(option) else "border"
            bar = QRect(place.left(), place.top(), 3, place.height())
            painter.fillRect(bar, self._look.colour(edge))
        room = place.adjusted(9, 0, -9, 0)
        if column is Column.STATUS:
            room = self._status(painter, room, review)
        self._words(painter, room, index, review, selected=selected)
        painter.restore()

    def _words(
        self, painter: QPainter, room: QRect, index: Index, review: Review, *, selected: bool
    ) -> None:
        column = Column(index.column())
        undecided = column is Column.TO_DECIDE and review.to_decide > 0
        weight = QFont.Weight.DemiBold if undecided or column is Column.TITLE else None
        face = self._look.figures if column in NUMBERS else self._look.font
        painter.setFont(face(13, weight or QFont.Weight.Normal))
        colour = "suggestion" if undecided else "text"
        painter.setPen(ink(self._look, selected=selected, colour=colour))
        across = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
        words = elided(painter, index.data(Qt.ItemDataRole.DisplayRole), room)
        painter.drawText(room, across | Qt.AlignmentFlag.AlignVCenter, words)

    def _status(self, painter: QPainter, room: QRect, review: Review) -> QRect:
        icon, colour = ICONS[review.status]
        picture = self._look.picture(icon, colour, 16)
        side = self._look.px(16)
        painter.drawPixmap(room.left(), room.center().y() - side // 2, picture)
        return room.adjusted(side + 6, 0, 0, 0)


class ReviewTable(QTableView):
    """Shows a LibraryModel; `opened()` tells of Enter or a double click on a row."""

    opened = Signal()

    def __init__(self, look: Appearance, model: LibraryModel) -> None:
        super().__init__()
        self._look = look
        self.setModel(model)
        self.setItemDelegate(_Rows(look, self))
        self.setAccessibleName(tr("Reviews"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.TITLE, Qt.SortOrder.AscendingOrder)
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(40)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        look.changed.connect(self._measure)
        self._measure()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.opened.emit()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Give columns up, the least needed first, until names can be read."""
        room = self.viewport().width() - self._look.px(NAME)
        needed = sum(self._look.px(width) for width in WIDTHS.values())
        for column in GIVEN_UP:
            hidden = needed > room
            self.setColumnHidden(column, hidden)
            needed -= self._look.px(WIDTHS[column]) if hidden else 0

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._look.px(ROW))
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, self._look.px(width))
        self._make_room()
        self.viewport().update()
