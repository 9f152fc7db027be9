"""A search becomes a rule in one step; versions are read; files of other programs come and go."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caseview.desktop.dialogs.codebook_versions import VersionsDialog
from caseview.desktop.pages.codebook.page import CodebookPage
from caseview.desktop.pages.search.page import SearchPage
from caseview.desktop.pages.search.ruling import NOTHING
from caseview.desktop.places import Place, View
from caseview.desktop.widgets.theme_picker import ThemePicker
from caseview.desktop.window.window import Window
from caseview.domain.codebook import Effect, Rule
from tests.desktop.driving import CONTROL, press, settle, type_in
from tests.desktop.real_casebook import Room


def test_a_search_becomes_a_rule_of_the_theme_chosen_in_one_step(
    window: Window, qtbot: QtBot
) -> None:
    window.go(Place(View.SEARCH, query="vacan*"))
    settle(window, qtbot)
    search = window.page()
    assert isinstance(search, SearchPage)
    search.results.setFocus()
    press(Qt.Key.Key_R, CONTROL)
    (picker,) = [one for one in search.findChildren(ThemePicker) if one.isVisible()]
    assert picker.isVisible()
    type_in("workl")
    press(Qt.Key.Key_Return)
    settle(window, qtbot)
    page = window.page()
    assert isinstance(page, CodebookPage)
    editor = page.parts.rule
    assert editor.isVisible()
    assert editor.heading.words == "New rule: Workload"
    assert editor.pattern.text() == "vacan*"
    qtbot.waitUntil(lambda: editor.model.rowCount() > 0)
    assert page.drafting.draft.is_empty, "nothing is kept before it was looked at"
    page.leave()
    window.back()
    settle(window, qtbot)
    assert window.page() is search


def test_without_a_search_there_is_nothing_to_make_a_rule_of(window: Window, qtbot: QtBot) -> None:
    window.go(Place(View.SEARCH))
    settle(window, qtbot)
    page = window.page()
    assert isinstance(page, SearchPage)
    page.field.clear()
    said: list[str] = []
    window.events.said.connect(said.append)
    page.ruling.choose_theme()
    assert said == [NOTHING]


def test_the_versions_tell_each_change_on_a_line_of_its_own(window: Window, qtbot: QtBot) -> None:
    window.go(Place(View.CODEBOOK))
    settle(window, qtbot)
    page = window.page()
    assert isinstance(page, CodebookPage)
    page.filing.show_versions()
    settle(window, qtbot)
    (dialog,) = window.findChildren(VersionsDialog)
    assert dialog.heading.text() == "Version 3: 1 change"
    assert dialog.changes.text() == "“Workload”: new rule “vacan*” (gap)."
    dialog.list.go_to(1)
    assert dialog.heading.text() == "Version 2"
    assert dialog.changes.text() == "As it came with CaseView."
    dialog.reject()


def test_a_codebook_goes_to_other_programs_and_comes_back_in_the_window(
    room: Room, tmp_path: Path
) -> None:
    room.window.go(Place(View.CODEBOOK, themes=("professional_curiosity",)))
    room.settle()
    page = room.window.page()
    assert isinstance(page, CodebookPage)
    page.drafting.keep_rule(Rule("", "professional_curiosity", Effect.GAP, "hospital"))
    page.applying.preview()
    room.settle()
    page.applying.apply()
    room.settle()
    path = tmp_path / "codes.qdc"
    page.filing.export_to(path)
    room.settle()
    assert path.is_file()
    room.window.commands.action("undo").trigger()
    room.settle()
    page.filing.import_from(path)
    room.settle()
    changes = page.drafting.draft.changes
    assert changes == ("“Professional curiosity”: new rule “hospital” (gap).",)
    assert page.parts.effect.isVisible()
