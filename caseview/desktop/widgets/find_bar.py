"""The bar that finds words in the document: a field, a count, the next and the one before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit
from typing_extensions import override

from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.enter import ENTERS
from caseview.desktop.widgets.labels import Voice, label


class FindField(QLineEdit):
    """Enter asks for the next, Shift+Enter for the one before, Esc leaves."""

    step = Signal(int)
    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in ENTERS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)


class FindBar(QFrame):
    """Tells `typed(str)`, `step(int)` (1 on, -1 back) and `left()`."""

    typed = Signal(str)
    step = Signal(int)
    left = Signal()

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self.setProperty("line", "below")
        self.field = FindField()
        self.field.setPlaceholderText(tr("Find in this document"))
        self.field.setAccessibleName(tr("Find in this document"))
        self.field.textChanged.connect(self.typed)
        self.field.step.connect(self.step)
        self.field.left.connect(self.left)
        self._said = label("", Voice.SECONDARY)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 12, 6)
        line.setSpacing(6)
        line.addWidget(self.field, 1)
        line.addWidget(self._said)
        for words, icon, signal in (
            (tr("Find previous (Shift+F3)"), "chevron-up", lambda: self.step.emit(-1)),
            (tr("Find next (F3)"), "chevron-down", lambda: self.step.emit(1)),
            (tr("Close (Esc)"), "x", self.left.emit),
        ):
            button = Button(look, "", Role.LINK, icon=icon)
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.clicked.connect(lambda _checked, tell=signal: tell())
            line.addWidget(button)
        self.hide()

    def open(self) -> None:
        """Show the bar with the field ready for other words."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def say(self, here: int, whole: int) -> None:
        """Say which occurrence one is at, counted from 1, and how many there are."""
        if not self.field.text().strip():
            said = ""
        elif not whole:
            said = tr("Not in this document")
        else:
            said = tr("{0} of {1}", number(here), number(whole))
        self._said.setText(said)
        self.field.setAccessibleDescription(said)

    @property
    def said(self) -> str:
        """What the bar says of the words typed."""
        return self._said.text()
