"""What every table of painted rows has: its name, its model, rows that open, measures in time."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.widgets.enter import entered
from caseview.desktop.widgets.painting import focus_ring, is_selected, place_of

Index = QModelIndex | QPersistentModelIndex


class RowTable(QTableView):
    """Shows the rows of a model, one chosen at a time; `opened(int)` tells the row that opens.

    A row opens with Enter or a double click. Who lays the columns out overrides `measure`, and
    calls it once when all is there for it.
    """

    opened = Signal(int)

    def __init__(self, look: Appearance, name: str, model: QAbstractItemModel) -> None:
        super().__init__()
        self.look = look
        self.setModel(model)
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
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        look.changed.connect(self.measure)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if entered(event):
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        for index in (current, previous):  # Qt paints the cell only, and the ring is the row's
            place = self.visualRect(index)
            self.viewport().update(0, place.top(), self.viewport().width(), place.height())

    def measure(self) -> None:
        """Give rows and columns their sizes."""


class RowPainter(QStyledItemDelegate):
    """Paints the cells of a table of rows `high` pixels high at 100 per cent."""

    def __init__(self, look: Appearance, view: QTableView, high: int) -> None:
        super().__init__(view)
        self.look = look
        self._view = view
        self.high = high

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, self.look.px(self.high))

    def mark(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the bar at the left of a row selected, and a cell's part of the focus's ring.

        The ring goes round the row one is in, and shows while the table has the keys.
        """
        place, focused = place_of(option), self._view.hasFocus()
        if index.column() == 0 and is_selected(option):
            across = QRect(place.left(), place.top(), 3, place.height())
            painter.fillRect(across, self.look.colour("focus" if focused else "border"))
        if focused and index.row() == self._view.currentIndex().row():
            wide = self._view.viewport().width()
            painter.setClipRect(place)
            focus_ring(painter, self.look, QRect(0, place.top(), wide, place.height()))
