"""The frame of every dialog: a title, words, a body, and buttons at the right."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import told
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.labels import Voice, label


class Dialog(QDialog):
    """A dialog with its words above and its buttons below; Esc leaves it."""

    def __init__(self, parent: QWidget, look: Appearance, title: str, words: str = "") -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(told(title))
        self.setModal(True)
        self.setMinimumWidth(look.px(440))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        heading = label(title, Voice.TITLE, wrap=True)
        column.addWidget(heading)
        self.words = label(words, Voice.BODY, wrap=True)
        self.words.setVisible(bool(words))
        column.addWidget(self.words)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column.addLayout(self.body, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)

    @override
    def done(self, result: int) -> None:
        """Close, and give the keys back to the window it came from."""
        super().done(result)
        if isinstance(parent := self.parentWidget(), QWidget):
            parent.window().activateWindow()

    def offer(
        self, words: str, act: Callable[[], object] | None = None, *, primary: bool = False
    ) -> Button:
        """Add a button; without an act it closes the dialog."""
        button = Button(self.look, words, Role.PRIMARY if primary else Role.PLAIN)
        button.setDefault(primary)
        button.clicked.connect(lambda _checked: (act or self.reject)())
        self._buttons.addWidget(button)
        return button
