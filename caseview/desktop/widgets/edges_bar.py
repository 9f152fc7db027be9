"""The bar that has the keys while the edges of a passage are moved."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.edges import Edge
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.labels import Voice, label
from caseview.domain.english import English

_MOVES = English("\N{LEFTWARDS ARROW} \N{RIGHTWARDS ARROW} move it a word, with Ctrl a sentence.")
_SAID = {
    Edge.START: English("Start edge: {0} End: the other edge.", _MOVES),
    Edge.END: English("End edge: {0} Home: the other edge.", _MOVES),
}
_BOTH = {Qt.Key.Key_Return: Qt.Key.Key_Enter}


class EdgesBar(QFrame):
    """Takes every key without Ctrl or Alt, so that no letter decides while edges move.

    `acted(str)` tells the command of the key map ("edges.keep").
    """

    acted = Signal(str)

    def __init__(self, look: Appearance, keys: Mapping[str, str]) -> None:
        """Make a bar that answers these keys: from keys as Qt names them to commands."""
        super().__init__()
        self._keys = {QKeySequence(keys_): command for keys_, command in keys.items()}
        self.setProperty("banner", "plain")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Edges of the passage"))
        self._said = label("", Voice.BODY, wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 10, 6)
        line.setSpacing(8)
        line.addWidget(self._said, 1)
        for words, command, role in (
            (tr("Keep"), "edges.keep", Role.PLAIN),
            (tr("Leave"), "edges.leave", Role.LINK),
        ):
            button = Button(look, words, role)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked, command=command: self.acted.emit(command))
            line.addWidget(button)
        self.hide()

    def say(self, edge: Edge, words: str) -> None:
        """Say which edge is in hand; `words` of the passage are spoken."""
        said = told(_SAID[edge])
        self._said.setText(said)
        self.setAccessibleDescription(f"{said} {words}")

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
            plain = event.text().isprintable() and event.text() and not event.modifiers() & held
            if plain or self._command(event):
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if command := self._command(event):
            self.acted.emit(command)
        elif not event.text():
            super().keyPressEvent(event)

    def _command(self, event: QKeyEvent) -> str:
        pressed = event.keyCombination()
        key = _BOTH.get(pressed.key(), pressed.key())
        modifiers = pressed.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self._keys.get(QKeySequence(modifiers | key), "")
