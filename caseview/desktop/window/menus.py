"""The menus: every command that works, under its menu, with its keys."""

from PySide6.QtWidgets import QMenu, QMenuBar

from caseview.desktop.commands import Commands
from caseview.desktop.tongue import tr
from caseview.domain.english import English

MENUS = (
    English("File"),
    English("Edit"),
    English("View"),
    English("Code"),
    English("Analyse"),
    English("Help"),
)


def menus(bar: QMenuBar) -> dict[str, QMenu]:
    """Put the menus on the bar and return them by name; each has its access key."""
    made: dict[str, QMenu] = {name: bar.addMenu(f"&{tr(name)}") for name in MENUS}
    for menu in made.values():
        menu.setToolTipsVisible(True)
    return made


def fill(made: dict[str, QMenu], commands: Commands) -> None:
    """List the commands that work; what was added by hand below them stays below."""
    listed = {action for menu in made.values() for action in menu.actions()}
    for key, action in commands.bound():
        if not key.menu or action in listed:
            continue
        menu = made[key.menu]
        hand_made = next((a for a in menu.actions() if not a.objectName()), None)
        if hand_made is None:
            menu.addAction(action)
        else:
            menu.insertAction(hand_made, action)
    for menu in made.values():
        menu.menuAction().setVisible(bool(menu.actions()))
