"""Buttons with a word, and an icon that follows the appearance."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.enter import ENTERS
from caseview.desktop.widgets.flow import FlowLayout


class Role(StrEnum):
    """What a button is in its view; a view has one primary."""

    PRIMARY = "primary"
    PLAIN = "plain"
    LINK = "link"
    QUIET = "quiet"
    SEGMENT = "segment"
    CHIP = "chip"
    MENU = "menu"


_COLOURS = {Role.PRIMARY: "on_accent", Role.LINK: "accent"}


class Button(QPushButton):
    """A push button in one of the roles."""

    def __init__(
        self, look: Appearance, words: str, role: Role = Role.PLAIN, *, icon: str = ""
    ) -> None:
        words = told(words)
        super().__init__(_spaced(words, icon))
        self._look = look
        self._icon = icon
        self._role = role
        self.setProperty("role", role)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self._tint()

    def say(self, words: str) -> None:
        """Show other words."""
        words = told(words)
        self.setText(_spaced(words, self._icon))
        self.setAccessibleName(words)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Space and Enter for the button that has the focus, whatever they do in its view."""
        if event.type() is QEvent.Type.ShortcutOverride and _presses(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _presses(event) and event.key() != Qt.Key.Key_Space:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.EnabledChange}:
            self._tint()

    def _tint(self) -> None:
        if self._icon:
            colour = _COLOURS.get(self._role, "text") if self.isEnabled() else "text3"
            self.setIcon(self._look.icon(self._icon, colour, 15))
            self.setIconSize(QSize(self._look.px(15), self._look.px(15)))


class Segments(QWidget):
    """A row of choices of which one is ticked; `chosen(str)` tells its value."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Appearance,
        name: str,
        choices: Sequence[tuple[str, str]],
        *,
        compact: bool = False,
        wraps: bool = False,
    ) -> None:
        super().__init__()
        self._look = look
        self._name = told(name)
        self.setAccessibleName(self._name)
        self._group = QButtonGroup(self)
        self._words = {key: told(words) for key, words in choices}
        self._buttons: dict[str, Button] = {}
        row = FlowLayout(0, 4) if wraps else QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.setLayout(row)
        for key, words in self._words.items():
            button = Button(look, words, Role.SEGMENT)
            button.setCheckable(True)
            button.setProperty("value", key)
            button.setProperty("compact", compact)
            button.setProperty("first", key == choices[0][0])
            button.setProperty("last", key == choices[-1][0])
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        if isinstance(row, QHBoxLayout):
            row.addStretch(1)
        self._group.buttonClicked.connect(self._clicked)
        self.choose(choices[0][0])

    @property
    def value(self) -> str:
        """The value ticked."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, value: str) -> None:
        """Tick a value without telling. Raises KeyError for an unknown one."""
        self._buttons[value].setChecked(True)
        self._show()

    def offer(self, value: str, *, shown: bool) -> None:
        """Offer a choice, or leave it out for now."""
        self._buttons[value].setVisible(shown)

    def allow(self, value: str, why_not: str = "") -> None:
        """Let a choice be chosen, or not and say why when the pointer rests on it."""
        button = self._buttons[value]
        button.setEnabled(not why_not)
        button.setToolTip(why_not)
        button.setAccessibleDescription(why_not)

    def reword(self, words: dict[str, str]) -> None:
        """Change the words of choices (their counts, for one)."""
        self._words.update({key: told(said) for key, said in words.items()})
        self._show()

    def _clicked(self, button: Button) -> None:
        self._show()
        self.chosen.emit(button.property("value"))

    def _show(self) -> None:
        for key, button in self._buttons.items():
            ticked = button.isChecked()
            tick = "\N{CHECK MARK} " if ticked and not button.property("compact") else ""
            button.setText(tick + self._words[key])
            state = tr("chosen") if ticked else tr("not chosen")
            button.setAccessibleName(f"{self._name}: {self._words[key]}, {state}")


def _presses(event: QEvent) -> bool:
    plain = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
    return (
        isinstance(event, QKeyEvent)
        and event.key() in {Qt.Key.Key_Space, *ENTERS}
        and event.modifiers() in plain
    )


def _spaced(words: str, icon: str) -> str:
    return f" {words}" if icon else words  # a stylesheet leaves no room after the icon
