"""The commands that help: find a command, help for the view, its keys, settings."""

from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from caseview.desktop.dialogs.command_finder import CommandFinder
from caseview.desktop.dialogs.help import help_page, key_list
from caseview.desktop.keys import GLOBAL
from caseview.desktop.places import View
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.page import Page
from caseview.desktop.window.menus import fill
from caseview.desktop.window.window import Window
from caseview.desktop.window.wishes import ask

SCOPES = {
    View.LIBRARY: ("library",),
    View.READER: ("reader", "edges"),
    View.CROSSTABS: ("crosstab",),
    View.SEARCH: ("search",),
    View.AGREEMENT: ("agreement",),
}


def bind_help(window: Window, folder: Path) -> None:
    """Give the helping commands their actions; `folder` holds the pages of help."""
    for command, act in {
        "find.command": lambda: find_command(window),
        "help": lambda: help_page(window, window.look, folder, _view(window)).show(),
        "help.start": lambda: _page(window, folder, "start", tr("A ten-minute start")),
        "help.suggestions": lambda: _page(
            window, folder, "suggestions", tr("How good are suggestions?")
        ),
        "help.keys": lambda: show_keys(window),
        "settings": lambda: ask(window),
    }.items():
        window.commands.bind(command, window, act)
    fill(window.menus, window.commands)


def _page(window: Window, folder: Path, name: str, title: str) -> None:
    help_page(window, window.look, folder, name, title).show()


def find_command(window: Window) -> None:
    """List the commands that work where one is: those of the window and of the view in front."""
    here = window.page()
    commands = [
        (key, action)
        for key, action in window.commands.bound()
        if action.isEnabled() and (key.scope == GLOBAL or _works_in(here, action))
    ]
    CommandFinder(window, window.look, commands).show()


def show_keys(window: Window) -> None:
    """List the keys of the view in front, then those of lists and of every view."""
    page = window.page()
    works = {key.id for key, _ in window.commands.bound()}
    own = window.commands.keys_of(SCOPES.get(page.view, ())) if page is not None else ()
    everywhere = [key for key in window.commands.keys_of({GLOBAL}) if key.id in works]
    name = page.name if page is not None else ""
    groups = [
        (name, own),
        (tr("In lists"), [key for key in window.commands.keys_of({"list"}) if key.id in LISTED]),
        (tr("Everywhere"), everywhere),
    ]
    key_list(window, window.look, groups).show()


LISTED = {"list.open", "list.tick"}


def _works_in(page: Page | None, action: QAction) -> bool:
    owner = action.parent()
    return (
        page is not None
        and isinstance(owner, QWidget)
        and (owner is page or page.isAncestorOf(owner))
    )


def _view(window: Window) -> str:
    page = window.page()
    return page.view if page is not None else View.LIBRARY
