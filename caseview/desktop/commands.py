"""The commands: an id, words, keys and an action, in one place for menus and command finder."""

from collections.abc import Callable, Collection, Iterable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from caseview.desktop.keys import GLOBAL, Key
from caseview.desktop.tongue import tr


class Commands(QObject):
    """Every command somebody answers to, with its QAction.

    A command without an owner has no action and is in no menu: what the menus list, works.
    """

    def __init__(self, keys: Iterable[Key], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = {key.id: key for key in keys}
        self._actions: dict[str, QAction] = {}
        self._single = True

    def key(self, command: str) -> Key:
        """Return the key map's row. Raises KeyError for an unknown command."""
        return self._keys[command]

    def bind(self, command: str, owner: QWidget, act: Callable[[], object]) -> QAction:
        """Let `owner` answer a command and return its action.

        A global command works in the whole window, any other while `owner` or a widget inside
        it has the focus. Raises KeyError for an unknown command.
        """
        key = self._keys[command]
        action = QAction(tr(key.short), owner)
        action.setObjectName(command)
        if self._single or not is_single(key):
            action.setShortcuts(_sequences(key))
        everywhere = key.scope == GLOBAL
        action.setShortcutContext(
            Qt.ShortcutContext.WindowShortcut
            if everywhere
            else Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        action.setToolTip(f"{tr(key.words)} ({key.keys})")
        action.triggered.connect(lambda _checked: act())
        owner.addAction(action)
        self._actions[command] = action
        return action

    def bind_figures(self, command: str, owner: QWidget, act: Callable[[int], object]) -> None:
        """Let `owner` answer the figures 1 to 9 of a command whose key is "1"."""
        self.bind(command, owner, lambda: act(1))
        for figure in range(2, 10):
            action = QAction(str(figure), owner)
            action.setShortcut(QKeySequence(str(figure)))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _checked, n=figure: self._single and act(n))
            owner.addAction(action)

    def bound(self) -> tuple[tuple[Key, QAction], ...]:
        """Return every command that works, with its action, in the order of the key map."""
        return tuple(
            (key, self._actions[name])
            for name, key in self._keys.items()
            if name in self._actions and isValid(self._actions[name])  # its page may be gone
        )

    def keys_of(self, scopes: Collection[str]) -> tuple[Key, ...]:
        """Return the rows of the key map that work in these scopes, in its order."""
        return tuple(key for key in self._keys.values() if key.scope in scopes)

    def action(self, command: str) -> QAction:
        """Return the action of a bound command. Raises KeyError when nobody answers to it."""
        return self._actions[command]

    def enable_single_keys(self, *, on: bool) -> None:
        """Switch the commands of one letter or sign on or off (WCAG 2.1.4); menus still work."""
        self._single = on
        for key, action in self.bound():
            if is_single(key):
                action.setShortcuts(_sequences(key) if on else [])

    @property
    def single_keys(self) -> bool:
        """Whether commands of one letter or sign work."""
        return self._single


def is_single(key: Key) -> bool:
    """Return whether a command is called by one letter, figure or sign alone."""
    return key.scope != GLOBAL and (len(key.keys) == 1 or key.keys in {"Minus", "Plus"})


def _sequences(key: Key) -> list[QKeySequence]:
    sequences = [QKeySequence(key.sequence)]
    if key.keys == "Plus":  # the same key without Shift
        sequences.append(QKeySequence("="))
    if key.keys.endswith("Enter"):  # the big key as well as the one of the number pad
        sequences.append(QKeySequence(key.sequence.replace("Enter", "Return")))
    if key.keys == "Ctrl+Plus":
        sequences.append(QKeySequence("Ctrl+="))
    return sequences
