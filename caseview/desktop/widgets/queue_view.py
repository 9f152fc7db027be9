"""The queue of suggestions: cards in reading order, the one being decided opened up."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.queue import KEPT, OPEN, QueueModel
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.chips import chip_size, paint_chip
from caseview.desktop.widgets.deciding_card import DecidingCard
from caseview.desktop.widgets.painting import elided, place_of
from caseview.desktop.widgets.row_list import RowList
from caseview.domain.english import English
from caseview.domain.suggestion import Decision, KeptSuggestion

Index = QModelIndex | QPersistentModelIndex
CARD, GAP = 64, 6
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SAID = {
    Decision.ACCEPTED: (English("Accepted"), "circle-check", "ok"),
    Decision.REJECTED: (English("Rejected"), "circle-x", "text2"),
    Decision.SKIPPED: (English("Skipped"), "skip-forward", "text2"),
}


class _Cards(QStyledItemDelegate):
    """Paints every card but the open one, for which it leaves room."""

    def __init__(self, look: Appearance, book: ThemeBook, view: "QueueView") -> None:
        super().__init__(view)
        self._look = look
        self._book = book
        self._view = view
        self._closed = QSize()
        look.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        """Work out how large a closed card is: each key asks for the size of every card."""
        self._closed = QSize(100, self._look.px(CARD) + GAP)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.row() == self._view.open_row:
            return QSize(100, self._view.card_height() + GAP)
        return self._closed

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.row() == self._view.open_row:
            return
        kept: KeptSuggestion = index.data(KEPT)
        waiting = kept.decision in OPEN
        place = place_of(option).adjusted(1, 0, -1, -GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("hairline"), 1))
        painter.setBrush(self._look.colour("surface" if waiting else "window"))
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        self._head(painter, place, kept)
        painter.setFont(self._look.reading_font(14))
        painter.setPen(self._look.colour("text" if waiting else "text2"))
        half = place.height() // 2
        words = QRect(place.left() + 12, place.top() + half, place.width() - 24, half - 4)
        text = " ".join(kept.suggestion.text.split())
        painter.drawText(words, _LEFT, elided(painter, text, words))
        painter.restore()

    def _head(self, painter: QPainter, place: QRect, kept: KeptSuggestion) -> None:
        face = self._book.face(kept.suggestion.theme)
        top = QRect(place.left() + 12, place.top() + 4, place.width() - 24, place.height() // 2 - 2)
        paint_chip(painter, self._look, top, face, suggested=kept.decision in OPEN)
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("text2"))
        said = f"p. {kept.passage.page}" if kept.passage.page is not None else ""
        if kept.decision in _SAID:
            words, icon, colour = _SAID[kept.decision]
            said = told(words)
            side = self._look.px(15)
            left = top.right() - painter.fontMetrics().horizontalAdvance(said) - side - 6
            picture = self._look.picture(icon, colour, 15)
            painter.drawPixmap(left, top.center().y() - side // 2, picture)
        painter.drawText(top, _RIGHT, said)
        name = top.adjusted(
            chip_size(self._look).width() + 7,
            0,
            -painter.fontMetrics().horizontalAdvance(said) - self._look.px(30),
            0,
        )
        painter.setFont(self._look.font(13, QFont.Weight.DemiBold))
        painter.setPen(self._look.colour("text"))
        painter.drawText(name, _LEFT, elided(painter, face.name, name))


class QueueView(RowList):
    """Shows a QueueModel; `moved(int)` tells the id of the suggestion being decided."""

    moved = Signal(int)

    def __init__(self, look: Appearance, book: ThemeBook, model: QueueModel) -> None:
        super().__init__(look, tr("Suggestions"), smooth=True)
        self._queue = model
        self.open_row = -1
        self.card = DecidingCard(look, book, self.viewport())
        self.card.hide()
        self.paint_rows(model, _Cards(look, book, self))
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setAutoScroll(False)  # it scrolls itself, once the open card has its room
        model.dataChanged.connect(lambda *_: self._fill())
        model.modelReset.connect(self._reset)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._place())

    def card_height(self) -> int:
        """Return the height of the open card, in pixels."""
        return self.card.heightForWidth(max(120, self.viewport().width() - 2))

    def go_to(self, row: int) -> None:
        """Open the card of a row and bring it into view."""
        self.setCurrentIndex(self._queue.index(row))

    def close_card(self) -> None:
        """Close the open card, as nothing is left to decide."""
        self.setCurrentIndex(QModelIndex())

    def explain(self) -> bool:
        """Tell more of why on the open card, or no longer; return whether it tells."""
        told = self.card.explain()
        self.refit()
        return told

    @property
    def current(self) -> KeptSuggestion | None:
        """The suggestion being decided, None when none is open."""
        return self._queue.kept(self.open_row)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        self.open_row = current.row()
        self._fill()
        self.scheduleDelayedItemsLayout()
        super().currentChanged(current, previous)  # lays out all that waits to be, once
        self.executeDelayedItemsLayout()
        self.scrollTo(current, QListView.ScrollHint.EnsureVisible)
        self._place()
        if (kept := self.current) is not None:
            self.moved.emit(kept.id)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self._place()

    def _reset(self) -> None:
        self.open_row = -1
        self.card.hide()

    def _fill(self) -> None:
        if (kept := self.current) is None:
            self.card.hide()
            return
        self.card.show_suggestion(
            kept, self._queue.reading_of(kept), is_key=self._queue.choice_of(kept).is_key
        )

    def _place(self) -> None:
        if self.current is None:
            return
        room = self.visualRect(self._queue.index(self.open_row))
        self.card.setGeometry(room.adjusted(1, 0, -1, -GAP))
        self.card.show()

    @override
    def refit(self) -> None:
        """Fill the open card again and give it the room it needs."""
        self._fill()
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self.scrollTo(self.currentIndex(), QListView.ScrollHint.EnsureVisible)
        self._place()
        self.viewport().update()
