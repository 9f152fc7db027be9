"""The lists beside the text: sections with what waits in them, and tags."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.outline import SECTION, WAITING, OutlineModel
from caseview.desktop.models.tag_list import TAG, TagModel
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.chips import chip_size, paint_chip
from caseview.desktop.widgets.painting import (
    elided,
    focus_ring,
    has_focus,
    is_selected,
    place_of,
    two_lines,
)
from caseview.desktop.widgets.row_list import RowList
from caseview.domain.section import Section
from caseview.domain.tag import Tag

Index = QModelIndex | QPersistentModelIndex
ROW, TWO_LINES, TAG_ROW = 32, 44, 66
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Sections(QStyledItemDelegate):
    """Paints a heading, set in by its level, with the number that waits in violet."""

    def __init__(self, look: Appearance, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        section: Section = index.data(SECTION)
        room = self._room(self._view.viewport().width(), section, index.data(WAITING))
        lines = two_lines(QFontMetrics(self._heading(section)), section.heading, room)
        return QSize(80, self._look.px(ROW if len(lines) == 1 else TWO_LINES))

    def _heading(self, section: Section, *, here: bool = True) -> QFont:
        medium = QFont.Weight.Medium if section.level <= 1 else QFont.Weight.Normal
        return self._look.font(13, QFont.Weight.DemiBold if here else medium)

    def _room(self, width: int, section: Section, waiting: int) -> int:
        count = QFontMetrics(self._look.font(12, QFont.Weight.DemiBold))
        return width - _inset(section) - count.horizontalAdvance(_said(waiting)) - 18

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        section: Section = index.data(SECTION)
        waiting: int = index.data(WAITING)
        place, here = place_of(option), is_selected(option)
        painter.save()
        if here:
            painter.fillRect(place, self._look.colour("accent_soft"))
            bar = QRect(place.left(), place.top(), 3, place.height())
            painter.fillRect(bar, self._look.colour("accent"))
        painter.setFont(self._look.font(12, QFont.Weight.DemiBold))
        painter.setPen(self._look.colour("suggestion"))
        painter.drawText(place.adjusted(0, 0, -10, 0), _RIGHT, _said(waiting))
        strong = here or section.level <= 1
        painter.setFont(self._heading(section, here=here))
        painter.setPen(self._look.colour("text" if strong else "text2"))
        wide = self._room(place.width(), section, waiting)
        lines = two_lines(painter.fontMetrics(), section.heading, wide)
        high = self._look.px(17)
        top = place.center().y() - high * len(lines) // 2
        for n, words in enumerate(lines):
            line = QRect(place.left() + _inset(section), top + n * high, wide, high)
            painter.drawText(line, _LEFT, words)
        if has_focus(option):
            focus_ring(painter, self._look, place)
        painter.restore()


def _inset(section: Section) -> int:
    return 10 + 12 * max(0, min(section.level, 4) - 1)


def _said(waiting: int) -> str:
    return f"{waiting} ?" if waiting else ""


class _Tags(QStyledItemDelegate):
    """Paints a tag: its theme, how it reads, who gave it, and its words."""

    def __init__(self, look: Appearance, book: ThemeBook, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._book = book

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, self._look.px(TAG_ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tag: Tag = index.data(TAG)
        place = place_of(option)
        face = self._book.face(tag.theme)
        painter.save()
        if is_selected(option):
            painter.fillRect(place, self._look.colour("selected"))
        painter.setPen(self._look.colour("hairline"))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        high = place.height() // 2 - 2
        top = QRect(place.left() + 10, place.top() + 4, place.width() - 20, high)
        paint_chip(painter, self._look, top, face)
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("text2"))
        key = "\N{BLACK STAR} " if tag.is_key else ""
        said = f"{key}{tag.reads_as.sign} {told(tag.reads_as.label.capitalize())} · {tag.coder}"
        painter.drawText(top, _RIGHT, said)
        kept = painter.fontMetrics().horizontalAdvance(said) + 8
        name = top.adjusted(chip_size(self._look).width() + 7, 0, -kept, 0)
        painter.setFont(self._look.font(13, QFont.Weight.DemiBold))
        painter.setPen(self._look.colour("text"))
        painter.drawText(name, _LEFT, elided(painter, face.name, name))
        words = top.translated(0, high)
        painter.setFont(self._look.reading_font(14))
        painter.drawText(words, _LEFT, elided(painter, " ".join(told(tag.words).split()), words))
        if has_focus(option):
            focus_ring(painter, self._look, place)
        painter.restore()


class OutlineList(RowList):
    """Shows an OutlineModel; `chosen(int)` tells the row gone to."""

    chosen = Signal(int)

    def __init__(self, look: Appearance, model: OutlineModel) -> None:
        super().__init__(look, tr("Sections"))
        self.paint_rows(model, _Sections(look, self))
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self.activated.connect(lambda index: self.chosen.emit(index.row()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class TagList(RowList):
    """Shows a TagModel; `moved(int)` tells the id of the tag gone to."""

    moved = Signal(int)

    def __init__(self, look: Appearance, book: ThemeBook, model: TagModel) -> None:
        super().__init__(look, tr("Tags"))
        self._tags = model
        self.paint_rows(model, _Tags(look, book, self))

    @property
    def current(self) -> Tag | None:
        """The tag gone to, None when none is."""
        return self._tags.tag(self.currentIndex().row())

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if (tag := self._tags.tag(current.row())) is not None:
            self.moved.emit(tag.id)
