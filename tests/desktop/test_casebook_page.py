"""The Casebook view on a real casebook: kept safe, gone back, restored, locked, by keyboard too."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from caseview.desktop.dialogs.asking import QuestionDialog
from caseview.desktop.dialogs.restoring import LockDialog, RestoreDialog
from caseview.desktop.dialogs.settings import SettingsDialog
from caseview.desktop.models.casebook import Section
from caseview.desktop.pages.casebook.page import CasebookPage
from caseview.desktop.places import View
from caseview.domain.crosstab import Counts, CrossTabSpec
from caseview.usecases.saved_crosstab import TableChoice
from tests.desktop.driving import CONTROL, Found, focused, named, press, settle, to_front, type_in
from tests.desktop.real_casebook import PDF, Room

WORDS = "three plain words"


def view(room: Room) -> CasebookPage:
    """Go to the view by its key."""
    press(Qt.Key.Key_9, CONTROL)
    room.settle()
    page = room.window.page()
    assert isinstance(page, CasebookPage)
    assert page.view is View.CASEBOOK
    return page


def asked(room: Room, kind: type[Found]) -> Found:
    """Return the dialog of this kind that is open."""
    found = room.window.findChild(kind)
    assert isinstance(found, kind)
    return found


def decide(room: Room) -> int:
    """Accept the next suggestion of the PDF and return how many tags there are."""
    document = room.document(PDF)
    waiting = [s for s in room.session.reading.suggestions(document) if s.decision == "undecided"]
    room.session.deciding.accept(waiting[0].id)
    return len(room.session.reading.tags(document))


def back_again(room: Room, qtbot: QtBot) -> None:
    """Wait until the casebook has been opened again."""
    room.settle()
    qtbot.waitUntil(lambda: room.window.isEnabled() and room.window.page() is not None)
    room.settle()


def test_ctrl_s_says_that_all_is_saved_and_makes_a_restore_point(room: Room) -> None:
    decide(room)
    page = view(room)
    press(Qt.Key.Key_S, CONTROL)
    room.settle()
    said = room.window.status._said.words
    assert said.startswith("Already saved at ")
    assert said.endswith("Restore point made.")
    assert page.points.table.records.rowCount() == 1


def test_going_back_is_asked_done_and_undone_by_keyboard(room: Room, qtbot: QtBot) -> None:
    decide(room)
    room.session.keeping.mark_before("before a test")
    assert decide(room) == 2
    page = view(room)
    page.points.table.setFocus()
    press(Qt.Key.Key_Return)
    dialog = asked(room, QuestionDialog)
    assert "Documents imported since stay" in dialog.words.text()
    named(dialog, "Go back", QPushButton).setFocus()
    press(Qt.Key.Key_Space)
    room.settle()
    assert len(room.session.reading.tags(room.document(PDF))) == 1
    to_front(room.window, qtbot)
    press(Qt.Key.Key_Z, CONTROL)
    room.settle()
    assert len(room.session.reading.tags(room.document(PDF))) == 2


def test_a_backup_is_made_listed_restored_and_that_undone(
    room: Room, tmp_path: Path, qtbot: QtBot
) -> None:
    page = view(room)
    folder = tmp_path / "backups"
    folder.mkdir()
    page.back_up_in(folder)
    room.settle()
    assert len(list(folder.iterdir())) == 1
    tags = decide(room)
    for held in (0, tags):
        page = view(room)
        named(page, "Restore a backup", QPushButton).click()
        room.settle()
        dialog = asked(room, RestoreDialog)
        assert dialog.table.records.rowCount() == (1 if held == 0 else 2)
        dialog.table.selectRow(0)
        named(dialog, "Restore", QPushButton).click()
        back_again(room, qtbot)
        assert len(room.session.reading.tags(room.document(PDF))) == held
        to_front(room.window, qtbot)
        qtbot.wait(1100)  # the next copy put aside has another second in its name
    assert [line.action for line in room.session.keeping.audit()][-1] == "Restore"


def test_closing_backs_up_once_a_day_where_a_folder_is_chosen(
    room: Room, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    room.session.keeping.backups().choose(folder)
    decide(room)
    room.window.close()
    qtbot.waitUntil(lambda: not room.window.isVisible(), timeout=10_000)
    assert len(list(folder.iterdir())) == 1


def test_a_folder_that_cannot_be_reached_is_said_before_the_window_closes(
    room: Room, tmp_path: Path, qtbot: QtBot
) -> None:
    room.session.keeping.backups().choose(tmp_path / "gone")
    decide(room)
    room.window.close()
    qtbot.waitUntil(lambda: room.window.findChild(QuestionDialog) is not None, timeout=10_000)
    dialog = asked(room, QuestionDialog)
    assert "cannot be reached" in dialog.words.text()
    assert room.window.isVisible()
    named(dialog, "Close without it", QPushButton).click()
    qtbot.waitUntil(lambda: not room.window.isVisible())


def test_a_marking_goes_everywhere_and_can_be_undone(room: Room, qtbot: QtBot) -> None:
    page = view(room)
    marking = named(page, "Marking", QComboBox)
    marking.setFocus()
    field = marking.lineEdit()
    assert field is not None
    field.selectAll()
    type_in("OFFICIAL-SENSITIVE")
    press(Qt.Key.Key_Tab)
    room.settle()
    assert room.window.bar.marking.text() == "OFFICIAL-SENSITIVE"
    assert room.session.reading.info().marking == "OFFICIAL-SENSITIVE"
    press(Qt.Key.Key_Z, CONTROL)
    room.settle()
    assert not room.window.bar.marking.isVisible()
    settle(room.window, qtbot)


def test_reasons_are_added_and_taken_off_by_keyboard(room: Room) -> None:
    page = view(room)
    sections = named(page, "Sections", QListWidget)
    assert focused() is sections
    for _ in range(list(Section).index(Section.SCREENING)):
        press(Qt.Key.Key_Down)
    named(page, "A reason to add", QLineEdit).setFocus()
    type_in("Held abroad")
    press(Qt.Key.Key_Return)
    room.settle()
    assert room.session.keeping.settings().screening_reasons[-1] == "Held abroad"
    page.screening.table.setFocus()
    page.screening.table.selectRow(0)
    press(Qt.Key.Key_Delete)
    room.settle()
    assert "Not a review" not in room.session.keeping.settings().screening_reasons


def test_the_list_of_imports_is_saved_to_excel(room: Room, tmp_path: Path) -> None:
    page = view(room)
    page.go_to(Section.IMPORTS)
    assert page.imports.model.rowCount() == 3
    page.save_imports(tmp_path / "imports.xlsx")
    room.settle()
    sheet = load_workbook(tmp_path / "imports.xlsx").worksheets[0]
    assert sheet.max_row == 4


def test_the_method_is_copied(room: Room) -> None:
    page = view(room)
    named(page, "Copy how this was done", QPushButton).click()
    assert QGuiApplication.clipboard().text() == page.aside.method
    assert "were read into CaseView" in page.aside.method


def test_a_passphrase_is_set_and_removed_again(room: Room, qtbot: QtBot) -> None:
    for locked in (True, False):
        page = view(room)
        page.go_to(Section.SETTINGS)
        page.settings.lock_wanted.emit()
        dialog = asked(room, LockDialog)
        if locked:
            dialog.fields["New passphrase"].setText(WORDS)
            assert not named(dialog, "Lock with it", QPushButton).isEnabled()
            dialog.fields["The same again"].setText(WORDS)
            named(dialog, "Lock with it", QPushButton).click()
        else:
            dialog.fields["Passphrase now"].setText(WORDS)
            named(dialog, "Remove it", QPushButton).click()
        back_again(room, qtbot)
        assert room.session.reading.info().encrypted is locked
        assert room.path.read_bytes().startswith(b"SQLite") is not locked
        to_front(room.window, qtbot)


@pytest.mark.parametrize("section", list(Section))
def test_every_section_shows_something(room: Room, section: Section) -> None:
    page = view(room)
    page.go_to(section)
    front = page._middle.currentWidget()
    assert front is not None
    assert front.isVisible()
    assert front.accessibleName()


def test_other_initials_go_on_the_next_tag_at_once(room: Room) -> None:
    room.window.commands.action("settings").trigger()
    dialog = asked(room, SettingsDialog)
    field = named(dialog, "Your initials", QLineEdit)
    field.setText("bk")
    field.editingFinished.emit()
    named(dialog, "Close", QPushButton).click()
    assert room.window.memory.recall("coder") == "BK"
    assert room.session.coder == "BK"
    decide(room)
    assert [tag.coder for tag in room.session.reading.tags(room.document(PDF))] == ["BK"]
    assert [who.initials for who in room.session.keeping.coders()] == ["BK", "QZ"]


def test_a_saved_cross_tab_takes_up_the_rule_for_small_numbers(room: Room, tmp_path: Path) -> None:
    page = view(room)
    page.go_to(Section.SETTINGS)
    page.settings.threshold.emit(5)
    room.settle()
    spec = CrossTabSpec(rows="themes", columns="kind", counts=Counts.PROVISIONAL)
    room.session.tabulating.save_table(TableChoice(spec), tmp_path / "table.xlsx", None)
    sheet = load_workbook(tmp_path / "table.xlsx")["Numbers"]
    cells = {cell.value for row in sheet.iter_rows(min_row=2, min_col=2) for cell in row}
    assert "<5" in cells
    assert not {1, 2, 3, 4} & cells


def test_the_status_bar_says_when_the_casebook_was_backed_up(room: Room, tmp_path: Path) -> None:
    bar = room.window.status
    assert named(bar, "Not backed up", QLabel).isVisible()
    view(room).back_up_in(tmp_path)
    room.settle()
    said = [part.text() for part in bar.findChildren(QLabel)]
    assert any(words.startswith("Backed up ") for words in said)
