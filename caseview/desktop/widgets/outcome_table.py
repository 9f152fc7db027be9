"""What became of each file, as a table: an icon and a word, the file, what is said of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.outcomes import ICONS, OUTCOME, OutcomeModel
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.painting import elided, in_two_lines, is_selected, paint_row, place_of
from caseview.desktop.widgets.row_table import Index, RowPainter, RowTable
from caseview.domain.outcome import ImportOutcome

WIDTHS = (128, 280)
NAME, SAID = 120, 150
ROW = 44


class OutcomeTable(RowTable):
    """Shows an OutcomeModel."""

    def __init__(self, look: Appearance, model: OutcomeModel) -> None:
        super().__init__(look, tr("What happened to each file"), model)
        self.setItemDelegate(_Rows(look, self, ROW))
        header = self.horizontalHeader()
        header.hide()
        header.setSectionResizeMode(len(WIDTHS), QHeaderView.ResizeMode.Stretch)
        self.measure()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Keep room for what is said of a file where the table is narrow."""
        widest, room = self.look.px(WIDTHS[1]), self.viewport().width()
        left = room - self.look.px(WIDTHS[0]) - self.look.px(SAID)
        self.setColumnWidth(1, min(widest, max(self.look.px(NAME), left)))

    @override
    def measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.look.px(ROW))
        self.setColumnWidth(0, self.look.px(WIDTHS[0]))
        self._make_room()
        self.viewport().update()


class _Rows(RowPainter):
    """Paints an outcome: its icon and word, the file, what is said of it."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        outcome: ImportOutcome = index.data(OUTCOME)
        place = place_of(option)
        painter.save()
        paint_row(painter, self.look, place, selected=is_selected(option))
        room = place.adjusted(10, 0, -8, 0)
        if index.column() == 0:
            icon, colour = ICONS[outcome.outcome]
            side = self.look.px(16)
            picture = self.look.picture(icon, colour, 16)
            painter.drawPixmap(room.left(), room.center().y() - side // 2, picture)
            room = room.adjusted(side + 8, 0, 0, 0)
        weight = QFont.Weight.DemiBold if index.column() == 0 else QFont.Weight.Normal
        said = index.column() == len(WIDTHS)  # what to do about a file is not to be cut
        painter.setFont(self.look.font(12 if said else 13, weight))
        painter.setPen(self.look.colour("text2" if said else "text"))
        words = index.data(Qt.ItemDataRole.DisplayRole)
        shown = in_two_lines(painter, words, room) if said else elided(painter, words, room)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        self.mark(painter, option, index)
        painter.restore()
