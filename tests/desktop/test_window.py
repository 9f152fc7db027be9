"""The window: first run, casebooks, places, undo, failures, and what the first paint imports."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from caseview.desktop.appearance.tokens import Scheme
from caseview.desktop.dialogs.asking import PassphraseDialog
from caseview.desktop.dialogs.failure import FailureDialog
from caseview.desktop.jobs import Failure, Job
from caseview.desktop.keys import GLOBAL
from caseview.desktop.places import History, Place, View
from caseview.desktop.window.casebooks import Casebooks
from caseview.desktop.window.importing import Importing
from caseview.desktop.window.views import VIEWS
from caseview.desktop.window.window import Window
from caseview.domain.span import Span
from tests.desktop.driving import ALT, CONTROL, focused, named, press, settle, type_in
from tests.desktop.invented_doorway import WORDS, InventedDoorway
from tests.desktop.invented_session import InventedSession

HEAVY = ("sqlalchemy", "alembic", "sqlcipher3", "whoosh", "docx", "openpyxl", "pypdfium2", "lxml")
ROOT = Path(__file__).parents[2]
FIRST_PAINT = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtWidgets import QApplication
from caseview.desktop.main import open_window
from tests.desktop.invented_doorway import InventedDoorway
app = QApplication([])
window = open_window(Path("resources"), InventedDoorway())
app.processEvents()
window.grab()
print("\\n".join(sys.modules))
"""


def test_nothing_heavy_is_imported_before_the_first_paint() -> None:
    run = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", FIRST_PAINT], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = {name.partition(".")[0] for name in run.stdout.split()}
    assert "PySide6" in loaded
    assert not loaded & set(HEAVY)
    inside = {name for name in run.stdout.split() if name.startswith("caseview.")}
    rooms = {name.split(".")[1] for name in inside}
    assert not rooms & {"store", "search", "readers", "exporters"}


def test_the_first_run_asks_for_initials_before_anything_else(
    qtbot: QtBot, empty_window: Window, door: InventedDoorway
) -> None:
    door.kept.clear()
    field = named(empty_window, "Your initials", QLineEdit)
    field.clear()
    sample = named(empty_window, "Open the sample casebook", QPushButton)
    sample.click()
    assert not door.asked
    field.setText("qz")
    sample.click()
    settle(empty_window, qtbot)
    assert door.asked == ["sample QZ"]
    assert empty_window.page() is not None
    assert door.kept["coder"] == "QZ"


def test_a_locked_casebook_asks_until_the_passphrase_fits(
    qtbot: QtBot, empty_window: Window, door: InventedDoorway
) -> None:
    casebooks = empty_window.findChild(Casebooks)
    assert isinstance(casebooks, Casebooks)
    casebooks.open(Path("locked.casebook"))
    settle(empty_window, qtbot)
    dialog = empty_window.findChild(PassphraseDialog)
    assert isinstance(dialog, PassphraseDialog)
    field = named(dialog, "Passphrase", QLineEdit)
    field.setText("tin drum")
    named(dialog, "Open", QPushButton).click()
    settle(empty_window, qtbot)
    assert dialog.isVisible()
    field.setText(WORDS)
    named(dialog, "Open", QPushButton).click()
    settle(empty_window, qtbot)
    assert empty_window.page() is not None
    assert len(door.asked) == 3


def test_every_view_is_reached_by_its_key(window: Window, qtbot: QtBot) -> None:
    for number, view in enumerate(View, 1):
        if view in VIEWS:
            press(Qt.Key(Qt.Key.Key_0.value + number), CONTROL)
            settle(window, qtbot)
            page = window.page()
            assert page is not None
            assert page.view is view


def test_back_and_forward_go_through_the_places_one_was_at(window: Window, qtbot: QtBot) -> None:
    window.go(Place(View.READER, document=10))
    settle(window, qtbot)
    window.go(Place(View.CROSSTABS))
    settle(window, qtbot)
    views = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right):
        press(key, ALT)
        settle(window, qtbot)
        page = window.page()
        views.append(page.view if page else None)
    assert views == [View.READER, View.LIBRARY, View.READER]


def test_history_forgets_what_lay_ahead() -> None:
    here, there, elsewhere = Place(View.LIBRARY), Place(View.READER), Place(View.SEARCH)
    history = History()
    history.leave(here)
    assert history.back(there) == here
    assert history.forward(here) == there
    history.back(there)
    history.leave(here)
    assert history.forward(elsewhere) is None


def test_the_search_box_leads_to_the_search(window: Window, qtbot: QtBot) -> None:
    press(Qt.Key.Key_E, CONTROL)
    type_in("curtains")
    press(Qt.Key.Key_Return)
    settle(window, qtbot)
    page = window.page()
    assert page is not None
    assert page.place() == Place(View.SEARCH, query="curtains")


def test_a_failure_is_shown_in_its_own_words(window: Window, qtbot: QtBot) -> None:
    window.jobs.failed.emit(Failure("Save", "The disk is full.", "Free some space."))
    dialog = window.findChild(FailureDialog)
    assert isinstance(dialog, FailureDialog)
    assert dialog.windowTitle() == "The disk is full."
    assert not dialog.findChildren(QPlainTextEdit)


def test_a_fault_of_ours_shows_its_details(window: Window, qtbot: QtBot) -> None:
    def work(_: Job[object]) -> object:
        raise KeyError("lost")

    window.jobs.run(Job("Count", work))
    settle(window, qtbot)
    dialog = window.findChild(FailureDialog)
    assert isinstance(dialog, FailureDialog)
    assert "lost" in dialog.findChildren(QPlainTextEdit)[0].toPlainText()


def test_undo_with_nothing_to_undo_says_so_quietly(window: Window, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Z, CONTROL)
    settle(window, qtbot)
    assert window.findChild(FailureDialog) is None


def test_an_import_tells_what_became_of_each_file(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    for n in range(6):
        (tmp_path / f"{n}.txt").write_text("words", encoding="utf-8")
    importing = window.findChild(Importing)
    assert isinstance(importing, Importing)
    importing.run([tmp_path])
    settle(window, qtbot)
    table = named(window, "What happened to each file", QTableView)
    assert table.model().rowCount() == 6
    assert not importing.running
    importing.show()
    needs = [b for b in window.findChildren(QPushButton) if b.text().startswith("Needs you")]
    assert needs[0].text() == "Needs you 2"
    needs[0].click()
    assert table.model().rowCount() == 2


def test_dark_and_light_follow_the_choice_and_are_remembered(
    window: Window, door: InventedDoorway
) -> None:
    dark = next(a for a in window.menus["View"].actions() if a.objectName() == "appearance.dark")
    dark.trigger()
    assert window.look.tokens.scheme is Scheme.DARK
    assert door.kept["scheme"] == "dark"
    dark.trigger()


def test_every_menu_lists_its_commands_with_their_keys(window: Window, qtbot: QtBot) -> None:
    for view in VIEWS:
        window.go(Place(view))
        settle(window, qtbot)
    listed = {a.objectName(): a for menu in window.menus.values() for a in menu.actions()}
    for key, action in window.commands.bound():
        if key.menu:
            assert listed[key.id] is action
            assert action.shortcuts()
    assert {key.id for key, _ in window.commands.bound() if key.scope == GLOBAL} >= {
        "undo",
        "redo",
        "back",
        "view.library",
        "import.files",
    }


def test_f6_goes_round_the_panes_and_comes_back(window: Window, qtbot: QtBot) -> None:
    begun = focused()
    seen = []
    for _ in range(3):
        press(Qt.Key.Key_F6)
        seen.append(focused())
    assert seen[-1] is begun
    assert len(set(seen)) == 3


def test_the_window_remembers_where_it_was(
    window: Window, door: InventedDoorway, session: InventedSession
) -> None:
    window.close()
    assert door.kept["window"]
    assert session.closed


@pytest.mark.parametrize("width", [1024, 1366])
def test_the_rail_drops_its_words_where_room_is_short(window: Window, width: int) -> None:
    window.resize(width, 720)
    assert (window.rail.width() > 100) == (width > 1100)


def test_a_place_is_a_value() -> None:
    assert Place(View.READER, document=1, span=Span(2, 3)) == Place(
        View.READER, document=1, span=Span(2, 3)
    )


def test_every_widget_that_takes_the_focus_has_a_name(window: Window, qtbot: QtBot) -> None:
    for view in VIEWS:
        window.go(Place(view, document=10) if view is View.READER else Place(view))
        settle(window, qtbot)
        for widget in window.findChildren(QWidget):
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and widget.isVisible() and widget.isEnabled():
                assert widget.accessibleName(), f"{view}: {widget}"
