"""A table of figures: a chip and a name, then columns of figures, painted by one delegate."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.figures_table import FACE, IS_NUMBER, STRONG, FiguresModel
from caseview.desktop.models.themebook import Face
from caseview.desktop.widgets.chips import chip_size, paint_chip
from caseview.desktop.widgets.painting import (
    elided,
    focus_ring,
    has_focus,
    ink,
    is_selected,
    paint_row,
    place_of,
)

Index = QModelIndex | QPersistentModelIndex
ROW = 28
NAME = 170


class _Rows(QStyledItemDelegate):
    """Paints a cell."""

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
        room = place.adjusted(9, 0, -9, 0)
        face: Face | None = index.data(FACE)
        if face is not None:
            paint_chip(painter, self._look, room, face)
            room = room.adjusted(chip_size(self._look).width() + 7, 0, 0, 0)
        is_number = bool(index.data(IS_NUMBER))
        weight = QFont.Weight.DemiBold if index.data(STRONG) else QFont.Weight.Normal
        painter.setFont((self._look.figures if is_number else self._look.font)(13, weight))
        painter.setPen(ink(self._look, selected=selected))
        across = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        words = elided(painter, str(index.data() or ""), room)
        painter.drawText(room, across | Qt.AlignmentFlag.AlignVCenter, words)
        if has_focus(option):
            focus_ring(painter, self._look, place)
        painter.restore()


class FiguresTable(QTableView):
    """Shows a FiguresModel; `opened(int)` tells the row of Enter or a double click."""

    opened = Signal(int)

    def __init__(self, look: Appearance, model: FiguresModel, name: str) -> None:
        super().__init__()
        self._look = look
        self._model = model
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
        header.setMinimumSectionSize(30)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        model.modelReset.connect(self._measure)
        look.changed.connect(self._measure)
        self._measure()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Give spare columns up until the names can be read."""
        columns = self._model.columns
        needed = sum(self._width(at) for at, column in enumerate(columns) if column.width)
        room = self.viewport().width() - self._look.px(NAME)
        order = sorted(range(len(columns)), key=lambda at: -columns[at].spare)
        for at in order:
            hidden = bool(columns[at].spare) and needed > room
            self.setColumnHidden(at, hidden)
            needed -= self._width(at) if hidden else 0

    def _width(self, at: int) -> int:
        """Return the width of a column: its own, or that of its heading where that is longer."""
        shown = not self.horizontalHeader().isHidden()
        head = str(self._model.headerData(at, Qt.Orientation.Horizontal) or "") if shown else ""
        metrics = QFontMetrics(self._look.font(12, QFont.Weight.DemiBold))
        least = metrics.horizontalAdvance(head) + self._look.px(18)
        return max(self._look.px(self._model.columns[at].width), least)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._look.px(ROW))
        header = self.horizontalHeader()
        for at, column in enumerate(self._model.columns):
            if column.width:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
                self.setColumnWidth(at, self._width(at))
            else:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        self._make_room()
        self.viewport().update()
