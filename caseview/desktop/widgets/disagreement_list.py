"""The list of disagreements: theme, place and both sides in two lines, a tick once settled."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.disagreement_list import (
    ITEM,
    PLACE,
    SIDES,
    DisagreementModel,
)
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import tr
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
from caseview.desktop.widgets.row_list import CommandedList
from caseview.domain.agreement import Disagreement

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ROW, LINE, SIDE = 50, 21, 10


class _Rows(QStyledItemDelegate):
    """Paints a disagreement."""

    def __init__(self, look: Appearance, book: ThemeBook, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._book = book

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._look.px(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found: Disagreement = index.data(ITEM)
        place, selected = place_of(option), is_selected(option)
        painter.save()
        paint_row(painter, self._look, place, selected=selected)
        line = self._look.px(LINE)
        room = QRect(place.left() + SIDE, place.top() + 4, place.width() - 2 * SIDE, line)
        if found.settled:
            side = self._look.px(16)
            picture = self._look.picture("circle-check", "ok", 16)
            painter.drawPixmap(room.right() - side, room.top() + (line - side) // 2, picture)
            room.setRight(room.right() - side - 6)
        paint_chip(painter, self._look, room, self._book.face(found.theme))
        room.setLeft(room.left() + chip_size(self._look).width() + 7)
        painter.setFont(self._look.font(13, QFont.Weight.DemiBold))
        painter.setPen(ink(self._look, selected=selected))
        painter.drawText(room, _LEFT, elided(painter, str(index.data()), room))
        below = QRect(place.left() + SIDE, room.bottom() + 1, place.width() - 2 * SIDE, line)
        painter.setFont(self._look.font(12))
        painter.setPen(ink(self._look, selected=selected, colour="text2"))
        words = f"{index.data(SIDES)} · {index.data(PLACE)}"
        painter.drawText(below, _LEFT, elided(painter, words, below))
        if has_focus(option):
            focus_ring(painter, self._look, place)
        painter.restore()


class DisagreementList(CommandedList):
    """Shows a DisagreementModel; `opened()` tells of Enter or a double click."""

    def __init__(self, look: Appearance, book: ThemeBook, model: DisagreementModel) -> None:
        super().__init__(look, tr("Disagreements"))
        self.paint_rows(model, _Rows(look, book, self))
        self.setUniformItemSizes(True)
