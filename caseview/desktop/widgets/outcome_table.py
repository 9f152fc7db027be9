"""What became of each file, as a table: an icon and a word, the file, what is said of it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.outcomes import ICONS, OUTCOME, OutcomeModel
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.painting import elided, is_selected, paint_row, place_of
from caseview.domain.outcome import ImportOutcome

WIDTHS = (128, 280)
NAME, SAID = 120, 150
ROW = 34
Index = QModelIndex | QPersistentModelIndex


class OutcomeTable(QTableView):
    """Shows an OutcomeModel."""

    def __init__(self, look: Appearance, model: OutcomeModel) -> None:
        super().__init__()
        self._look = look
        self.setModel(model)
        self.setItemDelegate(_Rows(look, self))
        self.setAccessibleName(tr("What happened to each file"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.px(ROW))
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, look.px(width))
        last = len(WIDTHS)
        self.horizontalHeader().setSectionResizeMode(last, QHeaderView.ResizeMode.Stretch)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for what is said of a file where the table is narrow."""
        super().resizeEvent(event)
        widest, room = self._look.px(WIDTHS[1]), self.viewport().width()
        left = room - self._look.px(WIDTHS[0]) - self._look.px(SAID)
        self.setColumnWidth(1, min(widest, max(self._look.px(NAME), left)))


class _Rows(QStyledItemDelegate):
    """Paints an outcome: its icon and word, the file, what is said of it."""

    def __init__(self, look: Appearance, view: QTableView) -> None:
        super().__init__(view)
        self._look = look

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        outcome: ImportOutcome = index.data(OUTCOME)
        place = place_of(option)
        painter.save()
        paint_row(painter, self._look, place, selected=is_selected(option))
        room = place.adjusted(10, 0, -8, 0)
        if index.column() == 0:
            icon, colour = ICONS[outcome.outcome]
            side = self._look.px(16)
            picture = self._look.picture(icon, colour, 16)
            painter.drawPixmap(room.left(), room.center().y() - side // 2, picture)
            room = room.adjusted(side + 8, 0, 0, 0)
        weight = QFont.Weight.DemiBold if index.column() == 0 else QFont.Weight.Normal
        painter.setFont(self._look.font(13, weight))
        painter.setPen(self._look.colour("text2" if index.column() == len(WIDTHS) else "text"))
        words = index.data(Qt.ItemDataRole.DisplayRole)
        across = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, across, elided(painter, words, room))
        painter.restore()
