"""A button that shows one of several names, and a menu to choose another from."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Button, Role

_DOWN = "\N{BLACK DOWN-POINTING SMALL TRIANGLE}"


class MenuChoice(Button):
    """Holds the name chosen; `chosen(str)` tells of another one."""

    chosen = Signal(str)

    def __init__(self, look: Appearance, what: str) -> None:
        super().__init__(look, "", Role.MENU)
        self._what = what
        self._value = ""
        self._names: tuple[str, ...] = ()
        self._choices = QMenu(self)
        self.setMenu(self._choices)
        self.choose("")

    @property
    def value(self) -> str:
        """The name chosen, "" where there is none."""
        return self._value

    @property
    def names(self) -> tuple[str, ...]:
        """The names to choose from."""
        return self._names

    def offer(self, names: Sequence[str]) -> None:
        """Offer other names; the one chosen stays until another is."""
        self._names = tuple(names)
        self._choices.clear()
        for name in names:
            action = self._choices.addAction(name)
            action.triggered.connect(lambda _checked, name=name: self._pick(name))

    def choose(self, name: str) -> None:
        """Show a name without telling."""
        self._value = name
        self.say(f"{name} {_DOWN}")
        self.setAccessibleName(f"{self._what}: {name or tr('none')}")

    def _pick(self, name: str) -> None:
        self.choose(name)
        self.chosen.emit(name)
