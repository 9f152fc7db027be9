"""The notes on a document: a field for another one, and those there are."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.note_list import NOTE, PLACE, NoteModel
from caseview.desktop.models.words import day
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Segments
from caseview.desktop.widgets.enter import entered
from caseview.desktop.widgets.labels import OneLine, Voice, label
from caseview.desktop.widgets.painting import (
    elided,
    focus_ring,
    has_focus,
    is_selected,
    place_of,
)
from caseview.desktop.widgets.row_list import RowList
from caseview.domain.english import English
from caseview.domain.note import Note

Index = QModelIndex | QPersistentModelIndex
PASSAGE, DOCUMENT = "passage", "document"
NONE = English("No notes here yet. N writes one on the passage in hand.")
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_HEAD, _AROUND = 24, 16


class NoteField(QPlainTextEdit):
    """Enter keeps what was written, Shift+Enter begins a line, Esc leaves."""

    kept = Signal(str)
    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif entered(event):
            self.kept.emit(self.toPlainText())
        else:
            super().keyPressEvent(event)


class _Notes(QStyledItemDelegate):
    """Paints where a note is and who wrote it, then its words."""

    def __init__(self, look: Appearance, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        wide = self._view.viewport().width() - 20
        room = QRect(0, 0, max(80, wide), 10_000)
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        tall = QFontMetrics(self._look.font(13)).boundingRect(room, _WRAPPED, words).height()
        return QSize(80, tall + self._look.px(_HEAD + _AROUND))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        note: Note = index.data(NOTE)
        place = place_of(option)
        painter.save()
        if is_selected(option):
            painter.fillRect(place, self._look.colour("selected"))
        painter.setPen(self._look.colour("hairline"))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        inside = place.adjusted(10, 6, -10, -6)
        top = QRect(inside.left(), inside.top(), inside.width(), self._look.px(_HEAD) - 4)
        painter.setFont(self._look.font(12, QFont.Weight.DemiBold))
        painter.setPen(self._look.colour("text2"))
        said = f"{index.data(PLACE)}  ·  {note.coder}, {day(note.made_at)}"
        painter.drawText(top, _LEFT, elided(painter, said, top))
        painter.setFont(self._look.font(13))
        painter.setPen(self._look.colour("text"))
        painter.drawText(inside.adjusted(0, self._look.px(_HEAD), 0, 0), _WRAPPED, note.text)
        if has_focus(option):
            focus_ring(painter, self._look, place)
        painter.restore()


class NoteList(RowList):
    """Shows a NoteModel; `chosen(int)` tells the row gone to.

    F2 asks to change the note of a row (`change_wanted(int)`), Del to remove it
    (`remove_wanted(int)`).
    """

    chosen = Signal(int)
    change_wanted = Signal(int)
    remove_wanted = Signal(int)

    def __init__(self, look: Appearance, model: NoteModel) -> None:
        super().__init__(look, tr("Notes"), smooth=True)
        self.paint_rows(model, _Notes(look, self))
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self.activated.connect(lambda index: self.chosen.emit(index.row()))

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Del for the notes: in the rest of the Reader it removes a tag."""
        asked = event.type() is QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_F2 and row >= 0:
            self.change_wanted.emit(row)
        elif event.key() == Qt.Key.Key_Delete and row >= 0:
            self.remove_wanted.emit(row)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class NotesPane(QWidget):
    """Tells `kept(str)` for a note to keep, `left()` for none, `chosen(int)` for a row gone to."""

    kept = Signal(str)
    left = Signal()
    chosen = Signal(int)

    def __init__(self, look: Appearance, model: NoteModel) -> None:
        super().__init__()
        self._model = model
        self.on = Segments(
            look, tr("Note on"), [(PASSAGE, tr("The passage")), (DOCUMENT, tr("The document"))]
        )
        self._place = OneLine("", Voice.SECONDARY)
        self.field = NoteField()
        self.field.setAccessibleName(tr("Note"))
        self.field.setPlaceholderText(tr("Write a note"))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(look.px(84))
        self.field.setProperty("box", "true")
        self.list = NoteList(look, model)
        self._none = label(NONE, Voice.SECONDARY, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.on)
        column.addWidget(self._place)
        column.addWidget(self.field)
        column.addWidget(label(tr("Enter keeps it  ·  Esc leaves it"), Voice.SECONDARY))
        self._keys = label(tr("In the list: F2 changes a note, Del removes it"), Voice.SECONDARY)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addWidget(self._keys)
        column.addStretch(0)
        self.setFocusProxy(self.field)
        self.field.kept.connect(self.kept)
        self.field.left.connect(self.left)
        self.list.chosen.connect(self.chosen)
        model.modelReset.connect(self._count)

    def say_place(self, words: str) -> None:
        """Say what the note will be on."""
        self._place.say(words)
        self.field.setAccessibleDescription(words)

    def _count(self) -> None:
        some = bool(self._model.rowCount())
        self._none.setHidden(some)
        self._keys.setHidden(not some)
