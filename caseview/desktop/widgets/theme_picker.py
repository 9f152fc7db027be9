"""The theme picker: type a few letters, Enter gives the theme, Esc leaves things as they were."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.themebook import Face, ThemeBook
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.chips import chip_size, paint_chip
from caseview.desktop.widgets.enter import ENTERS
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.painting import elided, is_selected, place_of
from caseview.domain.codebook import Theme
from caseview.domain.english import English

Index = QModelIndex | QPersistentModelIndex
FACE = int(Qt.ItemDataRole.UserRole)
ROW = 30
HINT = English("Enter gives the theme  ·  Esc leaves it")
HINT_MORE = English("Enter gives the theme  ·  Ctrl+Enter, then another")
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Rows(QStyledItemDelegate):
    """Paints a chip and a theme's name."""

    def __init__(self, look: Appearance, view: QWidget) -> None:
        super().__init__(view)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, self._look.px(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        face: Face = index.data(FACE)
        place = place_of(option)
        painter.save()
        if is_selected(option):
            painter.fillRect(place, self._look.colour("selected"))
        paint_chip(painter, self._look, place.adjusted(8, 0, 0, 0), face)
        painter.setPen(self._look.colour("text"))
        painter.setFont(self._look.font(13))
        room = place.adjusted(chip_size(self._look).width() + 16, 0, -6, 0)
        painter.drawText(room, _LEFT, elided(painter, face.name, room))
        painter.restore()


class ThemePicker(QFrame):
    """A small window over the view; `chosen` is called with the id of the theme."""

    def __init__(
        self,
        parent: QWidget,
        look: Appearance,
        book: ThemeBook,
        chosen: Callable[[str], object],
        recent: Sequence[str] = (),
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._look = look
        self._book = book
        self._chosen = chosen
        self._recent = recent
        self._stays = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("pane", "true")
        self.setAccessibleName(tr("Choose a theme"))
        self.setFixedSize(look.px(330), look.px(360))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Type a few letters of the theme"))
        self.field.setAccessibleName(tr("Theme"))
        self._list = QListWidget()
        self._list.setItemDelegate(_Rows(look, self._list))
        self._list.setAccessibleName(tr("Themes"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.field)
        column.addWidget(self._list, 1)
        self._hint = label(HINT, Voice.SECONDARY)
        column.addWidget(self._hint)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._choose)
        self._list.itemClicked.connect(lambda _item: self._choose())
        self._filter("")

    def stay_for_more(self) -> None:
        """Let Ctrl+Enter give a theme and stay for another one."""
        self._stays = True
        self._hint.setText(tr(HINT_MORE))

    def show_at(self, place: QPoint) -> None:
        """Show the picker with its top left at a point of the screen, kept on the screen."""
        screen = self.screen().availableGeometry()
        left = min(place.x(), screen.right() - self.width())
        top = min(place.y(), screen.bottom() - self.height())
        self.move(max(screen.left(), left), max(screen.top(), top))
        self.show()
        self.field.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Ctrl+Enter before the view behind does."""
        if not isinstance(event, QKeyEvent) or event.key() not in ENTERS:
            return False
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        event.accept()
        if event.type() is QEvent.Type.KeyPress:
            self._choose(stay=self._stays)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            self._move(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _move(self, event: QKeyEvent) -> None:
        step = -1 if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_PageUp} else 1
        far = 8 if event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown} else 1
        row = self._list.currentRow() + step * far
        self._list.setCurrentRow(min(self._list.count() - 1, max(0, row)))

    def _filter(self, typed: str) -> None:
        found = list(self._book.matching(typed))
        if not typed.strip():
            found.sort(key=self._place_of)
        self._list.clear()
        for theme in found:
            item = QListWidgetItem(theme.name)
            item.setData(FACE, self._book.face(theme.id))
            item.setToolTip(theme.definition)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        current: QListWidgetItem | None = self._list.currentItem()
        if current is not None:
            self.field.setAccessibleDescription(tr("{0} themes, {1}", len(found), current.text()))

    def _place_of(self, theme: Theme) -> int:
        recent = list(self._recent)
        return recent.index(theme.id) if theme.id in recent else len(recent)

    def _choose(self, *, stay: bool = False) -> None:
        item: QListWidgetItem | None = self._list.currentItem()
        if item is None:
            return
        face: Face = item.data(FACE)
        if stay:
            self.field.clear()
        else:
            self.close()
        self._chosen(face.id)
