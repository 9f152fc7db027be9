"""Quotes as cards: the words in the reading face, where they stand, how they read."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.evidence import EVIDENCE
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.painting import (
    focus_ring,
    has_focus,
    is_selected,
    paint_row,
    paint_tick,
    place_of,
)
from caseview.desktop.widgets.row_list import OpeningList
from caseview.domain.evidence import Evidence

Index = QModelIndex | QPersistentModelIndex
SIDE = 14
MOST_LINES = 6
TICK = 17
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Quoted:
    """Words broken into lines of a width, in quotation marks where they are `quoted`.

    Long ones end in "…" after six lines.
    """

    def __init__(self, words: str, font: QFont, width: int, *, quoted: bool = True) -> None:
        plain = " ".join(words.split())
        self._layout = QTextLayout(f"“{plain}”" if quoted else plain, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._lines: list[str] = []
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(40, width))
            start, length = line.textStart(), line.textLength()
            self._lines.append(self._layout.text()[start : start + length])
        self._layout.endLayout()

    @property
    def lines(self) -> list[str]:
        """The lines to paint."""
        if len(self._lines) <= MOST_LINES:
            return self._lines
        return [*self._lines[: MOST_LINES - 1], self._lines[MOST_LINES - 1].rstrip() + "…"]


class _Cards(QStyledItemDelegate):
    """Paints a quote over its reference and how it reads."""

    def __init__(self, look: Appearance, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item: Evidence = index.data(EVIDENCE)
        lines = len(self._quoted(item, _inset(index)).lines)
        return QSize(100, lines * self._line() + self._look.px(24) + 20)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Evidence = index.data(EVIDENCE)
        place = place_of(option)
        painter.save()
        paint_row(painter, self._look, place, selected=is_selected(option))
        painter.setFont(self._font())
        painter.setPen(self._look.colour("text"))
        top, inset = place.top() + 8, _inset(index)
        left, width = place.left() + SIDE + inset, place.width() - 2 * SIDE - inset
        for line in self._quoted(item, inset).lines:
            painter.drawText(QRect(left, top, width, self._line()), _LEFT, line)
            top += self._line()
        if inset:
            side = self._look.px(TICK)
            box = QRect(place.left() + SIDE - 2, place.top() + 10, side, side)
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            paint_tick(painter, self._look, box, ticked=ticked)
        self._foot(painter, QRect(left, top, width, 24), item)
        if has_focus(option):
            focus_ring(painter, self._look, place)
        painter.restore()

    def _foot(self, painter: QPainter, room: QRect, item: Evidence) -> None:
        painter.setFont(self._look.font(12))
        said = f"{item.reads_as.sign} {told(item.reads_as.label.capitalize())}"
        if item.suggested:
            said += " ?"
        if item.is_key:
            said += tr("  \N{BLACK STAR} Key quote")
        colour = "warning" if item.is_key else "suggestion" if item.suggested else "text2"
        painter.setPen(self._look.colour(colour))
        painter.drawText(room, _RIGHT, said)
        kept = painter.fontMetrics().horizontalAdvance(said) + 10
        link = self._look.font(12, QFont.Weight.Medium)
        link.setUnderline(True)
        painter.setFont(link)
        painter.setPen(self._look.colour("accent"))
        left = room.adjusted(0, 0, -kept, 0)
        painter.drawText(left, _LEFT, shortened(item, painter.fontMetrics(), left.width()))

    def _quoted(self, item: Evidence, inset: int) -> Quoted:
        width = self._view.viewport().width() - 2 * SIDE - inset
        quote = item.quote
        return Quoted(told(quote.words), self._font(), width, quoted=bool(quote.text))

    def _font(self) -> QFont:
        return self._look.reading_font(14)

    def _line(self) -> int:
        return self._look.px(21)


class QuoteList(OpeningList):
    """Shows an EvidenceModel; `opened(int)` tells the row of Enter or a click on its reference.

    `ticked(QModelIndex)` tells of a click elsewhere on a quote.
    """

    ticked = Signal(object)

    def __init__(self, look: Appearance, model: QAbstractListModel, name: str) -> None:
        super().__init__(look, name, smooth=True)
        self.paint_rows(model, _Cards(look, self))
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(40)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        foot = self.visualRect(index).bottom() - event.position().y()
        if not index.isValid():
            return
        if foot < self.look.px(30) and self._on_link(index, event):
            self.opened.emit(index.row())
        else:
            self.ticked.emit(index)

    def _on_link(self, index: QModelIndex, event: QMouseEvent) -> bool:
        left = SIDE + _inset(index)
        words = reference(index.data(EVIDENCE))
        metrics = QFontMetrics(self.look.font(12, QFont.Weight.Medium))
        return left <= event.position().x() <= left + metrics.horizontalAdvance(words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def reference(item: Evidence) -> str:
    """Return where a quote stands, short enough for a card."""
    return f"{item.quote.place.review}{_where(item)}"


def shortened(item: Evidence, metrics: QFontMetrics, width: int) -> str:
    """Return the reference in a width: the review's name is cut, the page never."""
    room = width - metrics.horizontalAdvance(_where(item))
    review = metrics.elidedText(item.quote.place.review, Qt.TextElideMode.ElideRight, room)
    return f"{review}{_where(item)}"


def _where(item: Evidence) -> str:
    place = item.quote.place
    return f", p. {place.page}" if place.page is not None else tr(", para {0}", place.paragraph)


def _inset(index: Index) -> int:
    """Return the room for a tick, where the list has ticks."""
    return 0 if index.data(Qt.ItemDataRole.CheckStateRole) is None else TICK + 12
