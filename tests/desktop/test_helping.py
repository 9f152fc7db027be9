"""Help is a page a view, a start and a word on suggestions; links lead to pages that are there."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from caseview.desktop.dialogs.help import NO_PAGE, HelpDialog, help_page
from caseview.desktop.keys import load_keys
from caseview.desktop.window.views import VIEWS
from caseview.desktop.window.window import Window
from tests.desktop.driving import settle

FOLDER = Path(__file__).parents[2] / "resources" / "help"
KEYS = load_keys(Path(__file__).parents[2] / "resources" / "keys" / "keymap.csv")
PAGES = sorted(FOLDER.glob("*.md"))


def test_each_view_has_its_page() -> None:
    assert {str(view) for view in VIEWS} <= {path.stem for path in PAGES}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_link_leads_to_a_page_that_is_there(path: Path) -> None:
    words = path.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)]+)\)", words):
        assert (FOLDER / target).is_file(), target


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_key_that_help_names_calls_a_command(path: Path) -> None:
    """A page that names a key nobody answers would send the reader nowhere."""
    known = {key.keys for key in KEYS} | {"Enter", "Tab", "Esc", "Space", "F2", "Home", "End"}
    words = path.read_text(encoding="utf-8")
    named = set(re.findall(r"\*\*((?:Ctrl|Alt|Shift)\+[A-Za-z0-9+]+|F\d+)\*\*", words))
    assert named <= known, named - known


@pytest.mark.parametrize("command", ["help.start", "help.suggestions", "help"])
def test_help_opens_from_the_menu(command: str, window: Window, qtbot: QtBot) -> None:
    next(one for one in window.actions() if one.objectName() == command).trigger()
    settle(window, qtbot)
    (dialog,) = window.findChildren(HelpDialog)
    assert dialog.page.toPlainText() != NO_PAGE


def test_a_link_leads_to_another_page_and_nowhere_else(window: Window, qtbot: QtBot) -> None:
    dialog = help_page(window, window.look, FOLDER, "start")
    qtbot.addWidget(dialog)
    dialog.page.anchorClicked.emit(QUrl("library.md"))
    assert dialog.page.toPlainText().startswith("Library")
    dialog.page.anchorClicked.emit(QUrl("file:///etc/hostname"))
    assert dialog.page.toPlainText() == NO_PAGE
