"""The list of spot-checked paragraphs: an icon and a word for what it held, then its words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.spot_list import HELD, PLACE, SAID, SpotModel
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.painting import (
    elided,
    focus_ring,
    has_focus,
    ink,
    is_selected,
    paint_row,
    place_of,
)
from caseview.desktop.widgets.row_list import CommandedList

Index = QModelIndex | QPersistentModelIndex
_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ICONS = {
    True: ("tag", "warning"),
    False: ("circle-check", "ok"),
    None: ("circle-dot", "text3"),
}
SIDE, LINE = 12, 22


class _Rows(QStyledItemDelegate):
    """Paints a paragraph in full under what it held and where it stands."""

    def __init__(self, look: Appearance, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width() - 2 * SIDE
        return QSize(100, self._look.px(LINE) + self._high(str(index.data()), width) + 18)

    def _high(self, words: str, width: int) -> int:
        metrics = QFontMetrics(self._look.reading_font(14))
        room = QRect(0, 0, max(width, 60), 10_000)
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place, selected = place_of(option), is_selected(option)
        held: bool | None = index.data(HELD)
        painter.save()
        paint_row(painter, self._look, place, selected=selected)
        line, side = self._look.px(LINE), self._look.px(16)
        room = QRect(place.left() + SIDE, place.top() + 6, place.width() - 2 * SIDE, line)
        icon, colour = ICONS[held]
        picture = self._look.picture(icon, colour, 16)
        painter.drawPixmap(room.left(), room.top() + (line - side) // 2, picture)
        painter.setFont(self._look.font(12, QFont.Weight.DemiBold))
        painter.setPen(ink(self._look, selected=selected))
        head = room.adjusted(side + 7, 0, 0, 0)
        said = told(SAID[held])
        painter.drawText(head, _LEFT, said)
        taken = painter.fontMetrics().horizontalAdvance(said) + 12
        painter.setFont(self._look.font(12))
        painter.setPen(ink(self._look, selected=selected, colour="text2"))
        rest = head.adjusted(taken, 0, 0, 0)
        painter.drawText(rest, _LEFT, elided(painter, str(index.data(PLACE)), rest))
        painter.setFont(self._look.reading_font(14))
        painter.setPen(ink(self._look, selected=selected))
        words = QRect(room.left(), room.bottom() + 1, room.width(), place.bottom() - room.bottom())
        painter.drawText(words, _TOP | Qt.TextFlag.TextWordWrap, str(index.data()))
        if has_focus(option):
            focus_ring(painter, self._look, place)
        painter.restore()


class SpotList(CommandedList):
    """Shows a SpotModel; `opened()` tells of Enter or a double click."""

    def __init__(self, look: Appearance, model: SpotModel) -> None:
        super().__init__(look, tr("Paragraphs to read"), smooth=True)
        self.paint_rows(model, _Rows(look, self))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
