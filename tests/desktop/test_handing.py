"""Work goes to other programs and comes from them, and what could not be carried is said."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caseview.desktop.dialogs.handing import DetailsDialog, OutcomeDialog
from caseview.desktop.dialogs.import_progress import USE_NEWER, ImportDialog
from caseview.desktop.models.handing_words import change_lines, loaded_words, plan_words
from caseview.desktop.widgets.outcome_table import OutcomeTable
from caseview.desktop.window.handing import Handing
from caseview.desktop.window.window import Window
from caseview.domain.changes import Changes
from caseview.domain.outcome import ImportOutcome, OutcomeKind
from caseview.usecases.details_table import DetailsPlan
from caseview.usecases.load_exchange import Loaded
from tests.desktop.driving import settle
from tests.desktop.invented_exchanging import PLAN
from tests.desktop.invented_session import InventedSession


def choose(monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    """Let every file dialog answer with this path."""
    answer = staticmethod(lambda *_: (path, ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)


@pytest.fixture
def handing(window: Window) -> Handing:
    return next(iter(window.findChildren(Handing)), None) or Handing(window)


def run(window: Window, command: str, qtbot: QtBot) -> None:
    next(a for a in window.actions() if a.objectName() == command).trigger()
    settle(window, qtbot)


def button(dialog: QWidget, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


def test_a_project_is_written_where_one_says_and_what_stays_behind_is_listed(
    window: Window,
    handing: Handing,
    session: InventedSession,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose(monkeypatch, "/anywhere/out")
    run(window, "exchange.export", qtbot)
    assert session.exchanging.asked == [("project", Path("/anywhere/out.qdpx"))]
    dialog = window.findChild(OutcomeDialog)
    assert dialog is not None
    lines = dialog.findChild(QPlainTextEdit)
    assert lines is not None
    assert "4 suggestions nobody decided" in lines.toPlainText()


def test_a_loaded_project_tells_the_views_what_changed(
    window: Window,
    handing: Handing,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose(monkeypatch, "/anywhere/in.qdpx")
    with qtbot.waitSignal(window.events.changed) as told:
        run(window, "exchange.load", qtbot)
    assert told.args is not None
    assert told.args[0].documents == {10}
    dialog = window.findChild(OutcomeDialog)
    assert dialog is not None
    assert "1 document, 4 tags, 2 notes and 1 theme" in dialog.words.text()


def test_leaving_the_file_dialog_does_nothing(
    window: Window,
    handing: Handing,
    session: InventedSession,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose(monkeypatch, "")
    for command in ("exchange.export", "exchange.load", "exchange.tags", "details.in"):
        run(window, command, qtbot)
    assert session.exchanging.asked == []


def test_details_are_shown_before_they_are_taken(
    window: Window,
    handing: Handing,
    session: InventedSession,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose(monkeypatch, "/anywhere/details.xlsx")
    run(window, "details.in", qtbot)
    dialog = window.findChild(DetailsDialog)
    assert dialog is not None
    assert dialog.words.text() == (
        "2 details would change in 1 review. 1 of them was confirmed by a person."
    )
    button(dialog, "Take them").click()
    settle(window, qtbot)
    assert session.exchanging.asked[-1] == ("take", Path("/anywhere/details.xlsx"), False)


def test_the_newer_version_is_used_from_the_list_of_imports(
    window: Window, handing: Handing, session: InventedSession, qtbot: QtBot
) -> None:
    dialog = ImportDialog(window, window.look, "", lambda: None)
    dialog.adopt_wanted.connect(window.events.adopt_wanted)
    qtbot.addWidget(dialog)
    dialog.show_past((
        ImportOutcome("a.pdf", OutcomeKind.IMPORTED, document_id=1),
        ImportOutcome("b.pdf", OutcomeKind.NEW_VERSION, "Nearly.", document_id=2, replaces=1),
    ))
    table = dialog.findChild(OutcomeTable)
    assert table is not None
    use = button(dialog, USE_NEWER)
    table.selectRow(0)
    assert not use.isEnabled()
    table.selectRow(1)
    assert use.isEnabled()
    use.click()
    settle(window, qtbot)
    assert session.exchanging.asked == [("adopt", 1, 2)]


def test_words_name_what_would_change_and_what_a_person_confirmed() -> None:
    assert change_lines(PLAN.changes) == (
        "Person Alder: Sex, nothing → male\nPerson Alder: Age, 41 → 42  (confirmed)"
    )
    assert plan_words(DetailsPlan((), ())) == "The sheet changes nothing."
    assert change_lines(PLAN.changes * 200).endswith("… and 200 more")


def test_a_project_that_brings_nothing_is_said_to() -> None:

    assert loaded_words(Loaded(0, 2, 0, 5, 0, (), (), Changes())) == (
        "Loaded nothing new. 7 things of it were here already."
    )


def test_the_pages_of_a_scan_are_told_in_the_list_of_imports(window: Window, qtbot: QtBot) -> None:
    dialog = ImportDialog(window, window.look, "Reviews", lambda: None)
    qtbot.addWidget(dialog)
    dialog.tell_page("long scan.pdf", 3, 120)
    assert dialog.words.text().startswith("“long scan.pdf” is a scan: 3 of 120 pages read.")
