"""A sheet of figures: names stay while numbers scroll, shares are shaded, each number opens."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.handout import FIGURE, HandoutModel
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.enter import ENTERS
from caseview.desktop.widgets.frozen import NumberTable
from caseview.desktop.widgets.painting import elided, focus_ring, has_focus, paint_row, place_of
from caseview.domain.handout import Figure, Printed

Index = QModelIndex | QPersistentModelIndex
ROW, HEAD, NUMBER, LEAST_WORDS, MOST_WORDS = 28, 46, 82, 70, 260
READ, HIGH, FIRST_READ = 4, 80, 3
_LOOKED_AT = 200


class _Cells(QStyledItemDelegate):
    """Paints a figure: words left, numbers right, shares on their shade."""

    def __init__(self, look: Appearance, view: QTableView, model: HandoutModel) -> None:
        super().__init__(view)
        self._look, self._model = look, model
        self.lines = 1

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, self._look.px(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        figure: Figure | None = index.data(FIGURE)
        if figure is None:
            return
        place = place_of(option)
        painter.save()
        paint_row(painter, self._look, place, selected=False)
        words = self._model.table.columns[index.column()].printed is Printed.WORDS
        ink = self._look.tokens["text"]
        if figure.shade is not None:
            fill, ink = self._look.tokens.heat(figure.shade)
            painter.fillRect(place.adjusted(1, 1, -1, -1), QColor(fill))
        room = place.adjusted(9, 0, -9, 0)
        first = index.column() == 0 or figure.behind is not None
        weight = QFont.Weight.DemiBold if first and not words else QFont.Weight.Normal
        painter.setFont((self._look.font if words else self._look.figures)(13, weight))
        painter.setPen(QColor(ink))
        across = Qt.AlignmentFlag.AlignLeft if words else Qt.AlignmentFlag.AlignRight
        if self.lines > 1 and words:
            flags = (
                Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            )
            painter.drawText(room.adjusted(0, 5, 0, -4), flags, figure.words)
        else:
            shown = elided(painter, figure.words, room)
            painter.drawText(room, across | Qt.AlignmentFlag.AlignVCenter, shown)
        if has_focus(option):
            focus_ring(painter, self._look, place)
        painter.restore()


class FigureSheet(NumberTable):
    """Shows a HandoutModel; `wanted(Behind)` asks for passages, `moved(str)` tells the cell.

    A head clicked sorts by its column, as
    Shift+Enter does by the column one is in.
    """

    wanted = Signal(object)
    moved = Signal(str)

    def __init__(self, look: Appearance, model: HandoutModel) -> None:
        super().__init__(look, model, tr("Figures"))
        self._model = model
        self._cells = _Cells(look, self, model)
        self.read = False
        """Whether cells hold words to be read, so that they stand on several lines."""
        self.setItemDelegate(self._cells)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort)
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        self.measure()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if shifted and event.key() in ENTERS:
            self._sort(max(0, self.currentIndex().column()))
        else:
            super().keyPressEvent(event)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        words = current.data(Qt.ItemDataRole.AccessibleTextRole) if current.isValid() else None
        if words:
            opens = tr("  ·  Enter shows the evidence") if self._model.behind(current) else ""
            self.moved.emit(f"{words}{opens}")

    @override
    def open_here(self) -> None:
        if (behind := self._model.behind(self.currentIndex())) is not None:
            self.wanted.emit(behind)

    def _sort(self, column: int) -> None:
        """Sort by a column, most first; again, the other way round."""
        at, order = self._sorted
        falling, rising = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        words = self._model.table.columns[column].printed is Printed.WORDS
        order = (rising if order is falling else falling) if at == column else falling
        if at != column and words:
            order = rising
        self._sorted = (column, order)
        self._model.sort(column, order)

    @override
    def measure(self) -> None:
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        self._cells.lines = READ if self.read else 1
        self.verticalHeader().setDefaultSectionSize(self.look.px(HIGH if self.read else ROW))
        self.horizontalHeader().setFixedHeight(self.look.px(HEAD))
        metrics = self.fontMetrics()
        for at, column in enumerate(self._model.table.columns):
            head = str(self._model.headerData(at, Qt.Orientation.Horizontal) or "")
            least = max(metrics.horizontalAdvance(part) for part in head.split("\n"))
            width = max(self.look.px(NUMBER), least + self.look.px(26))
            if column.printed is Printed.WORDS:
                rows = self._model.table.rows[:_LOOKED_AT]
                longest = max((row[at].words for row in rows), key=len, default="")
                wide = metrics.horizontalAdvance(longest) + self.look.px(28)
                wide = min(self.look.px(MOST_WORDS), max(self.look.px(LEAST_WORDS), wide))
                width = max(wide, min(width, self.look.px(MOST_WORDS)))
                if self.read and at >= FIRST_READ:
                    width = self.look.px(MOST_WORDS)
            self.setColumnWidth(at, width)
        self.names.follow()
