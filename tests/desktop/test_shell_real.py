"""The shell over real casebooks: importing by the window, locked casebooks, one after another."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from caseview.desktop.commands import is_single
from caseview.desktop.dialogs.asking import PassphraseDialog
from caseview.desktop.dialogs.command_finder import CommandFinder
from caseview.desktop.dialogs.help import HelpDialog
from caseview.desktop.dialogs.settings import SettingsDialog
from caseview.desktop.main import open_window
from caseview.desktop.pages.library.page import LibraryPage
from caseview.desktop.places import Place, View
from caseview.desktop.window.casebooks import Casebooks
from caseview.desktop.window.importing import Importing
from caseview.desktop.window.views import VIEWS
from caseview.desktop.window.window import Window, files_in
from caseview.locate import places
from tests.desktop.driving import ALT, named, press, settle, to_front, type_in
from tests.desktop.real_casebook import WORD, Room, doorway

KEY = Qt.Key
WORDS = "three blue herons"


def casebooks(window: Window) -> Casebooks:
    found = window.findChild(Casebooks)
    assert isinstance(found, Casebooks)
    return found


def test_documents_are_imported_by_the_window_into_a_locked_casebook(
    qtbot: QtBot, tmp_path: Path
) -> None:
    door = doorway(tmp_path)
    window = open_window(places().resources, door)
    qtbot.addWidget(window)
    path = tmp_path / "Locked.casebook"
    casebooks(window).make(path, WORDS)
    qtbot.waitUntil(lambda: window.desk is not None, timeout=20_000)
    settle(window, qtbot)
    page = window.page()
    assert isinstance(page, LibraryPage)
    assert named(page, "Open the sample casebook", QPushButton).isVisible()
    word = next(file for file in door.sample_files() if file.name.startswith(WORD))
    importing = window.findChild(Importing)
    assert isinstance(importing, Importing)
    window.dropped.emit((word,))
    qtbot.waitUntil(lambda: not importing.running, timeout=60_000)
    settle(window, qtbot)
    assert page.model.rowCount() == 1
    window.close()
    assert WORD.encode() not in path.read_bytes()

    again = open_window(places().resources, door)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.findChild(PassphraseDialog) is not None, timeout=20_000)
    dialog = again.findChild(PassphraseDialog)
    assert isinstance(dialog, PassphraseDialog)
    for words in ("three blue cranes", WORDS):
        named(dialog, "Passphrase", QLineEdit).setText(words)
        named(dialog, "Open", QPushButton).click()
        settle(again, qtbot)
    assert again.desk is not None
    assert again.desk.session.reading.info().encrypted
    again.events.imports_wanted.emit()
    settle(again, qtbot)
    assert named(again, "What happened to each file", QTableView).model().rowCount() == 1
    again.close()


def test_another_casebook_can_be_opened_after_every_view_was_seen(
    room: Room, tmp_path: Path
) -> None:
    for view in VIEWS:
        room.window.go(Place(view))
        room.settle()
    casebooks(room.window).make(tmp_path / "Other.casebook", None)
    room.qtbot.waitUntil(lambda: "Other" in room.window.windowTitle(), timeout=20_000)
    for view in VIEWS:
        room.window.go(Place(view))
        room.settle()
    assert room.window.page() is not None


def test_dragged_files_are_known_and_dragged_words_are_not(tmp_path: Path) -> None:
    files, words = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.pdf"))])
    words.setText("a.pdf")
    assert files_in(files) == (tmp_path / "a.pdf",)
    assert files_in(words) == ()


def test_a_command_is_found_by_its_words_and_run(room: Room) -> None:
    press(KEY.Key_Q, ALT)
    finder = room.window.findChild(CommandFinder)
    assert isinstance(finder, CommandFinder)
    type_in("cross")
    assert "Cross-tabs" in finder.shown
    press(KEY.Key_Return)
    room.qtbot.waitUntil(lambda: _view(room) is View.CROSSTABS, timeout=5000)
    room.settle()


def _view(room: Room) -> View | None:
    page = room.window.page()
    return page.view if page is not None else None


def test_each_view_has_a_page_of_help_and_a_list_of_keys(room: Room) -> None:
    for view in VIEWS:
        room.window.go(Place(view))
        room.settle()
        press(KEY.Key_F1)
        page = room.window.findChildren(HelpDialog)[-1]
        assert page.page.toPlainText().startswith(VIEWS[view].words)
        page.close()
        to_front(room.window, room.qtbot)
        press(KEY.Key_F1, Qt.KeyboardModifier.ShiftModifier)
        keys = room.window.findChildren(HelpDialog)[-1]
        assert "Ctrl+Z" in keys.page.toPlainText()
        keys.close()
        to_front(room.window, room.qtbot)


def test_settings_take_effect_at_once_and_are_kept(room: Room) -> None:
    press(KEY.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = room.window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    named(dialog, "Appearance: Dark, not chosen", QPushButton).click()
    named(dialog, "Size of text and buttons: 115%, not chosen", QPushButton).click()
    assert room.window.look.tokens.scheme == "dark"
    assert room.window.look.percent == 115
    dialog.close()
    again = room.reopen()
    assert again.window.look.tokens.scheme == "dark"
    assert again.window.look.percent == 115


def test_with_single_keys_off_letters_do_nothing_and_menus_still_work(room: Room) -> None:
    commands = room.window.commands
    commands.enable_single_keys(on=False)
    room.read(WORD)
    for key, action in commands.bound():
        assert bool(action.shortcuts()) is not is_single(key), key.id
