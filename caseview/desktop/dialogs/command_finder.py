"""Find a command by its words and run it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.dialogs.frame import Dialog
from caseview.desktop.keys import Key
from caseview.desktop.tongue import tr

Bound = tuple[Key, QAction]
ROW = 28


def matching(commands: Sequence[Bound], typed: str) -> tuple[Bound, ...]:
    """Return the commands whose words have a word beginning with each word typed."""
    words = typed.casefold().split()
    return tuple(
        (key, action)
        for key, action in commands
        if all(any(part.startswith(word) for part in _parts(key)) for word in words)
    )


def _parts(key: Key) -> list[str]:
    return key.words.casefold().replace("(", " ").split() + key.keys.casefold().split("+")


class CommandFinder(Dialog):
    """Lists the commands that work here; typing narrows them, Enter runs the one selected."""

    def __init__(self, parent: QWidget, look: Appearance, commands: Sequence[Bound]) -> None:
        super().__init__(parent, look, tr("Find a command"))
        self.resize(look.px(520), look.px(460))
        self._commands = tuple(commands)
        self._shown: tuple[Bound, ...] = ()
        self._field = QLineEdit()
        self._field.setAccessibleName(tr("Find a command"))
        self._field.setPlaceholderText(tr("Type a word of it: undo, export, theme…"))
        self._list = QTreeWidget()
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setAccessibleName(tr("Commands"))
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setColumnWidth(0, look.px(340))
        self.body.addWidget(self._field)
        self.body.addWidget(self._list, 1)
        self._field.textChanged.connect(self._narrow)
        self._field.returnPressed.connect(self._run)
        self._list.itemActivated.connect(lambda *_: self._run())
        self._list.itemClicked.connect(lambda *_: self._run())
        self._narrow("")
        self._field.setFocus()

    @property
    def shown(self) -> tuple[str, ...]:
        """The words of the commands listed."""
        return tuple(key.short for key, _ in self._shown)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            if self._shown:
                self._select((self._list.currentIndex().row() + step) % len(self._shown))
            return
        super().keyPressEvent(event)

    def _select(self, at: int) -> None:
        self._list.setCurrentIndex(self._list.model().index(at, 0))

    def _narrow(self, typed: str) -> None:
        self._shown = matching(self._commands, typed)
        self._list.clear()
        for key, _ in self._shown:
            item = QTreeWidgetItem([key.short, key.keys])
            item.setSizeHint(0, QSize(0, self.look.px(ROW)))
            self._list.addTopLevelItem(item)
        if self._shown:
            self._select(0)

    def _run(self) -> None:
        at = self._list.currentIndex().row()
        if not 0 <= at < len(self._shown):
            return
        action = self._shown[at][1]
        self.accept()
        QTimer.singleShot(0, action, action.trigger)
