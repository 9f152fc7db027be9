"""The cross-tab's table: heat by percentage, the number always in the cell."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from caseview.counting.wording import number, percent
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.crosstab import CELL, LINE, MARK, TOTALS, CrossTabModel, Line
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.chips import chip_size, paint_chip
from caseview.desktop.widgets.frozen import NumberTable
from caseview.desktop.widgets.painting import elided, has_focus, is_selected, place_of
from caseview.domain.crosstab import Cell, Counts

Index = QModelIndex | QPersistentModelIndex
ROW, COLUMN, LEAST_COLUMN, TOTAL, NAMES = 28, 88, 78, 100, 190
PATIENCE = 150
WIDEST_HEAD = 130
HEAD, PICTURED_NAMES = 46, 340
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Cells(QStyledItemDelegate):
    """Paints names, group headings, cells and totals."""

    def __init__(self, look: Appearance, view: QTableView, model: CrossTabModel) -> None:
        super().__init__(view)
        self._look = look
        self._model = model
        self.waiting = False

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._look.px(COLUMN), self._look.px(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        cell: Cell | None = index.data(CELL)
        place = place_of(option)
        painter.save()
        heading = line.row is None
        painter.fillRect(place, self._look.colour("sunken" if heading else "surface"))
        if line.row == TOTALS:
            painter.setPen(self._look.colour("border"))
            painter.drawLine(place.topLeft(), place.topRight())
        if index.column() == 0:
            self._name(painter, place, line)
        elif cell is not None:
            total = index.column() == self._model.columnCount() - 1 or line.row == TOTALS
            self._cell(painter, place, cell, total=total)
            self._sign(painter, place, str(index.data(MARK) or ""))
            if is_selected(option) or has_focus(option):
                self._outline(painter, place)
        painter.restore()

    def _name(self, painter: QPainter, place: QRect, line: Line) -> None:
        room = place.adjusted(46, 0, -6, 0)
        if line.face is not None:
            chip = place.adjusted(11, 0, 0, 0)
            paint_chip(painter, self._look, chip, line.face)
            room.setLeft(chip.left() + chip_size(self._look).width() + 8)
        heading = line.row is None or line.row == TOTALS
        weight = QFont.Weight.DemiBold if heading else QFont.Weight.Normal
        painter.setFont(self._look.font(13, weight))
        painter.setPen(self._look.colour("text"))
        painter.drawText(room, _LEFT, elided(painter, line.words, room))

    def _cell(self, painter: QPainter, place: QRect, cell: Cell, *, total: bool) -> None:
        plain = total or self.waiting
        fill, ink = self._look.tokens.heat(None if plain else cell.percent)
        if self.waiting:
            ink = self._look.tokens["text3"]
        inside = place.adjusted(1, 1, -1, -1)
        painter.fillRect(inside, QColor(fill))
        table = self._model.table
        if table is not None and table.spec.counts is Counts.PROVISIONAL and not plain and cell.n:
            self._hatch(painter, inside, ink)
        painter.setPen(QColor(ink))
        middle = place.center().x() - self._look.px(4)
        count = QRect(place.left(), place.top(), middle - place.left(), place.height())
        share = QRect(middle + 6, place.top(), place.right() - middle - 10, place.height())
        if cell.percent is None:
            count.setRight(place.center().x() + self._look.px(8))
        painter.setFont(self._look.figures(13, QFont.Weight.DemiBold))
        painter.drawText(count, _RIGHT, number(cell.n))
        painter.setFont(self._look.figures(12))
        painter.drawText(share, _LEFT, percent(cell))

    def _sign(self, painter: QPainter, place: QRect, sign: str) -> None:
        """Write the sign of a cell that stands out at its left, in the ink of its number."""
        if sign and not self.waiting:
            painter.setFont(self._look.font(9))
            painter.drawText(place.adjusted(6, 0, 0, 0), _LEFT, sign)

    def _hatch(self, painter: QPainter, place: QRect, ink: str) -> None:
        """Hatch a corner of a provisional cell, so that it differs without its colour."""
        colour = QColor(ink)
        colour.setAlpha(46)
        edge = QRect(place.right() - 5, place.top(), 6, place.height())
        painter.fillRect(edge, QBrush(colour, Qt.BrushStyle.BDiagPattern))

    def _outline(self, painter: QPainter, place: QRect) -> None:
        """Outline the cell gone to in ink, parted from a fill that may be as dark or as light."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.colour("surface"), 1))
        painter.drawRect(place.adjusted(2, 2, -3, -3))
        painter.setPen(QPen(self._look.colour("text"), 2))
        painter.drawRect(place.adjusted(1, 1, -2, -2))


class HeatTable(NumberTable):
    """Shows a CrossTabModel; `wanted()` asks for the evidence of the cell gone to.

    `moved()` tells that another cell was gone to.
    """

    wanted = Signal()
    moved = Signal()

    def __init__(self, look: Appearance, model: CrossTabModel) -> None:
        super().__init__(look, model, tr("Cross-tab"))
        self._cells = _Cells(look, self, model)
        self.setItemDelegate(self._cells)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(lambda: self._grey(on=True))

    @override
    def open_here(self) -> None:
        self.wanted.emit()

    def wait(self, *, on: bool) -> None:
        """Grey the numbers out while they are counted anew, unless it is quickly done."""
        if on:
            self._patience.start()
        else:
            self._patience.stop()
            self._grey(on=False)

    @property
    def waiting(self) -> bool:
        """Whether old numbers stand there greyed out."""
        return self._cells.waiting

    def _grey(self, *, on: bool) -> None:
        self._cells.waiting = on
        self.viewport().update()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure()

    def _widest_head(self) -> int:
        """Return the room that the longest line of a column's head takes, its margins too."""
        metrics = QFontMetrics(self.look.font(12, QFont.Weight.DemiBold))
        heads = [
            str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")
            for column in range(1, self.model().columnCount() - 1)
        ]
        lines = [line for head in heads for line in head.split("\n")]
        widest = max(map(metrics.horizontalAdvance, lines), default=0)
        return min(widest + self.look.px(20), self.look.px(WIDEST_HEAD))

    @override
    def measure(self) -> None:
        """Give cells their width and the names what is left."""
        self.verticalHeader().setDefaultSectionSize(self.look.px(ROW))
        self.horizontalHeader().setFixedHeight(self.look.px(HEAD))
        columns = self.model().columnCount()
        if columns < 2:  # noqa: PLR2004 - names and totals
            return
        room = self.viewport().width()
        between = columns - 2
        total = self.look.px(TOTAL)
        free = room - total - self.look.px(NAMES)
        least = max(self.look.px(LEAST_COLUMN), self._widest_head())
        each = max(least, min(self.look.px(COLUMN), free // max(1, between)))
        for column in range(1, columns - 1):
            self.setColumnWidth(column, each)
        self.setColumnWidth(columns - 1, total)
        self.setColumnWidth(0, max(self.look.px(NAMES), room - total - each * between))
        self.names.follow()
        self.viewport().update()


def table_picture(look: Appearance, model: CrossTabModel) -> QPixmap:
    """Return a picture of a whole table, with no cell chosen and nothing scrolled out of view."""
    table = HeatTable(look, model)
    table.setFrameShape(QFrame.Shape.NoFrame)
    for turn_off in (table.setHorizontalScrollBarPolicy, table.setVerticalScrollBarPolicy):
        turn_off(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    columns = model.columnCount() - 2
    wide = look.px(PICTURED_NAMES + TOTAL + COLUMN * max(0, columns))
    table.resize(wide, look.px(HEAD) + look.px(ROW) * model.rowCount())
    table.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    table.show()
    table.measure()
    taken = table.grab()
    table.close()
    table.deleteLater()
    return taken
