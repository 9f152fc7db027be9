"""Search results as lines: where each stands, its themes, and the word found in the middle."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.results import GROUPED, HIT, Heading, ResultModel, in_context
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import several, told, tr
from caseview.desktop.widgets.chips import chip_size, paint_chip
from caseview.desktop.widgets.painting import (
    elided,
    has_focus,
    is_selected,
    paint_row,
    paint_tick,
    place_of,
)
from caseview.desktop.widgets.row_list import OpeningList
from caseview.domain.query import Hit

Index = QModelIndex | QPersistentModelIndex
ROW, HEADING, TICK, LEFT = 54, 30, 17, 46
MOST_THEMES = 2
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Lines(QStyledItemDelegate):
    """Paints a result."""

    def __init__(self, look: Appearance, book: ThemeBook, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._book = book

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = isinstance(index.data(HIT), Heading)
        return QSize(100, self._look.px(HEADING if heading else ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: Hit | Heading = index.data(HIT)
        place, selected = place_of(option), is_selected(option)
        painter.save()
        if isinstance(hit, Heading):
            self._heading(painter, place, hit)
            painter.restore()
            return
        paint_row(painter, self._look, place, selected=selected)
        if has_focus(option):
            bar = QRect(place.left(), place.top(), 3, place.height())
            painter.fillRect(bar, self._look.colour("focus"))
        side = self._look.px(TICK)
        tick = QRect(place.left() + 12, place.center().y() - side // 2, side, side)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        paint_tick(painter, self._look, tick, ticked=ticked)
        high = place.height() // 2
        top = QRect(place.left() + LEFT, place.top() + 2, place.width() - LEFT - 14, high - 2)
        self._head(painter, top, hit, head_of(hit, by_document=index.data(GROUPED)))
        self._words(painter, top.translated(0, high - 2), hit)
        painter.restore()

    def _heading(self, painter: QPainter, place: QRect, heading: Heading) -> None:
        painter.fillRect(place, self._look.colour("sunken"))
        room = place.adjusted(12, 0, -14, 0)
        said = several(heading.count, "passage")
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("text2"))
        painter.drawText(room, _RIGHT, f"{heading.facts}  ·  {said}")
        taken = painter.fontMetrics().horizontalAdvance(f"{heading.facts}  ·  {said}") + 16
        painter.setFont(self._look.font(13, QFont.Weight.DemiBold))
        painter.setPen(self._look.colour("text"))
        words = room.adjusted(0, 0, -taken, 0)
        painter.drawText(words, _LEFT, elided(painter, heading.words, words))

    def _head(self, painter: QPainter, room: QRect, hit: Hit, words: tuple[str, str]) -> None:
        right = self._themes(painter, room, hit)
        painter.setFont(self._look.font(13, QFont.Weight.DemiBold))
        painter.setPen(self._look.colour("text"))
        name = QRect(room.left(), room.top(), right - room.left() - 12, room.height())
        shown = elided(painter, words[0], name)
        painter.drawText(name, _LEFT, shown)
        name.setLeft(name.left() + painter.fontMetrics().horizontalAdvance(shown) + 10)
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("text2"))
        painter.drawText(name, _LEFT, elided(painter, words[1], name))

    def _themes(self, painter: QPainter, room: QRect, hit: Hit) -> int:
        """Paint the themes from the right and return where they begin."""
        if not hit.themes:
            painter.setFont(self._look.font(12))
            painter.setPen(self._look.colour("text2"))
            painter.drawText(room, _RIGHT, tr("no themes"))
            return room.right() - painter.fontMetrics().horizontalAdvance(tr("no themes"))
        right = room.right()
        font = self._look.font(12, QFont.Weight.Medium)
        shown = hit.themes[:MOST_THEMES]
        beside = (chip_size(self._look).width() + 21) * len(shown)
        widest = min(self._look.px(190), (room.width() // 2 - beside) // len(shown))
        for theme in shown:
            face = self._book.face(theme)
            metrics = QFontMetrics(font)
            name = metrics.elidedText(face.name, Qt.TextElideMode.ElideRight, widest)
            width = metrics.horizontalAdvance(name) + 2
            words = QRect(right - width, room.top(), width, room.height())
            painter.setFont(font)
            painter.setPen(self._look.colour("text"))
            painter.drawText(words, _RIGHT, name)
            chip = words.left() - chip_size(self._look).width() - 7
            paint_chip(painter, self._look, QRect(chip, room.top(), 30, room.height()), face)
            right = chip - 14
        return right

    def _words(self, painter: QPainter, room: QRect, hit: Hit) -> None:
        """Paint the words with those found at the same place in every line."""
        context = in_context(hit)
        plain = self._look.reading_font(15)
        strong = self._look.reading_font(15)
        strong.setWeight(QFont.Weight.Bold)
        at = room.left() + room.width() * 43 // 100
        painter.setFont(strong)
        wide = painter.fontMetrics().horizontalAdvance(context.found)
        if context.found:
            ground = QRect(at - 3, room.top() + 3, wide + 6, room.height() - 6)
            painter.fillRect(ground, self._look.colour("found"))
            if self._look.tokens["found"] == self._look.tokens["selected"]:  # high contrast
                painter.setPen(self._look.colour("text"))
                painter.drawRect(ground)
        painter.setPen(self._look.colour("text"))
        painter.drawText(QRect(at, room.top(), wide + 2, room.height()), _LEFT, context.found)
        painter.setFont(plain)
        painter.setPen(self._look.colour("text2"))
        before = QRect(room.left(), room.top(), at - room.left() - 6, room.height())
        shown = painter.fontMetrics().elidedText(
            context.before, Qt.TextElideMode.ElideLeft, before.width()
        )
        painter.drawText(before, _RIGHT, shown)
        left = at + wide + (6 if context.after[:1].isspace() else 3)
        after = QRect(left, room.top(), room.right() - left, room.height())
        painter.drawText(after, _LEFT, elided(painter, context.after.lstrip(), after))


def head_of(hit: Hit, *, by_document: bool) -> tuple[str, str]:
    """Return what a hit is called and the facts after it; under its document, where it stands."""
    page = f"p. {hit.page}" if hit.page is not None else tr("para {0}", hit.number)
    if by_document:
        return page, ""
    return hit.review, f"{told(hit.kind.label)} {hit.year or ''}".strip() + f"  ·  {page}"


class ResultList(OpeningList):
    """Shows a ResultModel; Space or a click on the box ticks; `opened(int)` on Enter.

    `more_wanted()` asks for further hits when the last ones come into sight.
    """

    more_wanted = Signal()

    def __init__(self, look: Appearance, book: ThemeBook, model: ResultModel) -> None:
        super().__init__(look, tr("Passages found"))
        self._results = model
        self.paint_rows(model, _Lines(look, book, self))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _scrolled(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() - value <= bar.pageStep():
            self.more_wanted.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._results.tick(self.currentIndex())
        elif event.key() == Qt.Key.Key_A and event.modifiers() & _CONTROL:
            every = len(self._results.chosen) == self._results.loaded
            self._results.tick_all(on=not every)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.type() is QEvent.Type.MouseButtonPress and event.position().x() < LEFT:
            self._results.tick(self.indexAt(event.position().toPoint()))


_CONTROL = Qt.KeyboardModifier.ControlModifier
