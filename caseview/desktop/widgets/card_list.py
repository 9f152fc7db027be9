"""A list of cards: title and mark on one line, words below in the reading face, and a place."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.cards import CARD, Card, CardModel
from caseview.desktop.widgets.painting import (
    elided,
    focus_ring,
    has_focus,
    ink,
    is_selected,
    paint_row,
    paint_tick,
    place_of,
)
from caseview.desktop.widgets.quote_list import Quoted
from caseview.desktop.widgets.row_list import OpeningList

Index = QModelIndex | QPersistentModelIndex
SIDE, TICK, HEADING, LINE, WORDS = 12, 17, 28, 22, 20
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Cards(QStyledItemDelegate):
    """Paints a card."""

    def __init__(self, look: Appearance, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        card: Card = index.data(CARD)
        if card.heading:
            words = len(self._lines(card)) * self._look.px(WORDS)
            return QSize(100, self._look.px(HEADING) + (words + 6 if words else 0))
        high = 12 + self._look.px(LINE)
        high += len(self._lines(card)) * self._look.px(WORDS)
        return QSize(100, high + (self._look.px(LINE) if card.foot else 0))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: Card = index.data(CARD)
        place, selected = place_of(option), is_selected(option)
        painter.save()
        if card.heading:
            self._heading(painter, place, card)
        else:
            paint_row(painter, self._look, place, selected=selected)
            inset = self._tick(painter, place, index) if card.ticks else 0
            room = place.adjusted(SIDE + inset, 6, -SIDE, -6)
            self._head(painter, room, card, selected=selected)
            self._body(painter, room, card, selected=selected)
        if has_focus(option) and not card.heading:
            focus_ring(painter, self._look, place)
        painter.restore()

    def _heading(self, painter: QPainter, place: QRect, card: Card) -> None:
        painter.fillRect(place, self._look.colour("sunken"))
        room = QRect(
            place.left() + SIDE, place.top(), place.width() - 2 * SIDE, self._look.px(HEADING)
        )
        self._words(painter, room.left(), room.bottom(), room.width(), card)
        painter.setFont(self._look.font(11, QFont.Weight.DemiBold))
        painter.setPen(self._look.colour("text2"))
        right = painter.fontMetrics().horizontalAdvance(card.right)
        painter.drawText(room, _RIGHT, card.right)
        left = room.adjusted(0, 0, -right - 8, 0)
        painter.drawText(left, _LEFT, elided(painter, card.title.upper(), left))

    def _tick(self, painter: QPainter, place: QRect, index: Index) -> int:
        side = self._look.px(TICK)
        box = QRect(place.left() + SIDE - 2, place.top() + 8, side, side)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        paint_tick(painter, self._look, box, ticked=ticked)
        return side + 8

    def _head(self, painter: QPainter, room: QRect, card: Card, *, selected: bool) -> None:
        line = QRect(room.left(), room.top(), room.width(), self._look.px(LINE))
        if card.mark:
            painter.setFont(self._look.font(13, QFont.Weight.Bold))
            painter.setPen(ink(self._look, selected=selected, colour=card.tone))
            painter.drawText(line, _LEFT, card.mark)
            line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(card.mark) + 7)
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("text2"))
        shown = elided(painter, card.right, QRect(0, 0, line.width() // 2, 0))
        painter.drawText(line, _RIGHT, shown)
        taken = painter.fontMetrics().horizontalAdvance(shown) + (10 if shown else 0)
        painter.setFont(self._look.font(13, QFont.Weight.DemiBold))
        tone = card.tone if card.tone == "suggestion" and card.mark else "text"
        painter.setPen(ink(self._look, selected=selected, colour=tone))
        left = line.adjusted(0, 0, -taken, 0)
        painter.drawText(left, _LEFT, elided(painter, card.title, left))

    def _body(self, painter: QPainter, room: QRect, card: Card, *, selected: bool) -> None:
        top = self._words(
            painter, room.left(), room.top() + self._look.px(LINE), room.width(), card
        )
        if card.foot:
            painter.setFont(self._look.font(12))
            painter.setPen(ink(self._look, selected=selected, colour="text2"))
            line = QRect(room.left(), top, room.width(), self._look.px(LINE))
            painter.drawText(line, _LEFT, elided(painter, card.foot, line))

    def _words(self, painter: QPainter, left: int, top: int, width: int, card: Card) -> int:
        """Paint the words of a card and return where they end."""
        painter.setFont(self._look.reading_font(14))
        painter.setPen(self._look.colour("text"))
        high = self._look.px(WORDS)
        for words in self._lines(card):
            painter.drawText(QRect(left, top, width, high), _LEFT, words)
            top += high
        return top

    def _lines(self, card: Card) -> list[str]:
        if not card.words:
            return []
        inset = self._look.px(TICK) + 8 if card.ticks else 0
        width = self._view.viewport().width() - 2 * SIDE - inset
        return Quoted(card.words, self._look.reading_font(14), width, quoted=card.quoted).lines


class CardList(OpeningList):
    """Shows a CardModel; `opened(int)` on Enter or a double click, Space ticks.

    `moved()` tells that another card is gone to.
    """

    moved = Signal()

    def __init__(self, look: Appearance, model: CardModel, name: str) -> None:
        super().__init__(look, name, smooth=True)
        self._cards = model
        self.paint_rows(model, _Cards(look, self))
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(60)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.moved.emit())

    def go_to(self, row: int) -> None:
        """Go to a row, the nearest there is; headings are passed over."""
        last = self._cards.rowCount() - 1
        found = self._cards.first(min(row, last)) if last >= 0 else -1
        if found < 0 <= last:
            found = self._cards.first(0)
        index = self._cards.index(found) if found >= 0 else QModelIndex()
        self.setCurrentIndex(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._cards.tick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.position().x() < SIDE + self.look.px(TICK) + 4:
            self._cards.tick(self.indexAt(event.position().toPoint()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
