"""The Codebook view: read a theme, edit it, see what that would do, apply it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caseview.desktop.models.codebook import (
    RETIRED,
    group_lines,
    pointer,
    rule_lines,
    theme_line,
    themes_in,
)
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.pages.codebook.page import CodebookPage
from caseview.desktop.places import Place, View
from caseview.desktop.window.window import Window
from caseview.domain.codebook import Effect, Rule
from caseview.domain.codebook_figures import CodebookFigures, Record, Use
from caseview.tagging.editing.themes import retire
from tests.desktop import invented
from tests.desktop.driving import press, settle, type_in
from tests.desktop.invented_session import InventedSession


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> CodebookPage:
    window.go(Place(View.CODEBOOK, themes=("workload",)))
    settle(window, qtbot)
    shown = window.page()
    assert isinstance(shown, CodebookPage)
    return shown


def add_rule(page: CodebookPage, window: Window, qtbot: QtBot, pattern: str = "vacan*") -> None:
    page.writing.new_rule()
    page.parts.rule.pattern.setText(pattern)
    qtbot.waitUntil(lambda: page.parts.rule.model.rowCount() > 0)
    page.parts.rule.pattern.setFocus()
    press(Qt.Key.Key_Return)
    settle(window, qtbot)


def test_groups_count_the_themes_in_use_and_hold_the_retired_apart() -> None:
    book = retire(invented.CODEBOOK, "workload")
    lines = dict(group_lines(book))
    assert lines[""].cells == ("All themes", "10")
    assert lines["organisation"].cells == ("Organisation", "1")
    assert lines[RETIRED].spoken == "Retired, 1 theme"
    assert [theme.id for theme in themes_in(book, RETIRED, "")] == ["workload"]
    assert [theme.id for theme in themes_in(book, "", "shar late")] == ["sharing_late"]


def test_a_theme_says_how_often_its_rules_were_right_and_marks_weak_ones() -> None:
    rule = Rule("workload.gap.1", "workload", Effect.GAP, "vacan*")
    figures = CodebookFigures(
        {"workload": Use(233, 84)},
        {"workload": Record(31, 69)},
        {"workload.gap.1": Record(9, 1), "workload.gap.2": Record(1, 2)},
    )
    theme = invented.CODEBOOK.theme("workload")
    line = theme_line(theme, ThemeBook(invented.CODEBOOK), figures)
    assert line.cells == ("Workload", "233", "84", "0", "31% ▲")
    assert line.spoken.endswith("31% of 100 decided suggestions accepted, weak")
    (only,) = rule_lines([rule], figures)
    assert only.cells == ("vacan*", "90%", "10")


def test_a_sign_points_at_the_character_even_in_a_long_rule() -> None:
    assert pointer("lack of (staff", 8) == "lack of (staff\n        ^"
    first, second = pointer("a" * 90 + "(" + "b" * 30, 90).split("\n")
    assert first[second.index("^")] == "("


def test_the_page_shows_themes_with_figures_and_the_one_asked_for(page: CodebookPage) -> None:
    assert page.parts.themes_model.rowCount() == len(invented.THEMES)
    assert page.parts.about.theme is not None
    assert page.parts.about.theme.id == "workload"
    assert page.facts.words == "version 3  ·  11 themes in 6 groups"
    assert page.place().themes == ("workload",)
    assert page.add.isVisible()
    assert not page.preview.isVisible()


def test_a_filter_without_a_match_says_so(page: CodebookPage) -> None:
    page.parts.filter.setText("zebra")
    assert page.parts.nothing.isVisibleTo(page)
    page.parts.filter.clear()
    assert page.parts.themes.isVisibleTo(page)


def test_a_rule_is_tried_while_it_is_typed_and_trouble_is_pointed_at(
    page: CodebookPage, window: Window, qtbot: QtBot
) -> None:
    page.writing.new_rule()
    editor = page.parts.rule
    editor.pattern.setText("vacan*")
    qtbot.waitUntil(lambda: editor.model.rowCount() == 3)
    assert editor.finds.text().startswith("Finds 41 passages in 29 reviews, 35 of them without")
    editor.pattern.setText("lack of (staff")
    qtbot.waitUntil(editor.trouble.isVisible)
    assert editor.trouble.text() == "lack of (staff\n        ^"
    assert "opens a bracket that is never closed" in editor.finds.text()
    assert not editor.keep.isEnabled()
    editor.pattern.setFocus()
    press(Qt.Key.Key_Escape)
    settle(window, qtbot)
    assert page.drafting.draft.is_empty


def test_enter_keeps_a_rule_even_before_it_was_tried(page: CodebookPage, qtbot: QtBot) -> None:
    page.writing.new_rule()
    editor = page.parts.rule
    type_in("vacan")
    press(Qt.Key.Key_Return)
    type_in("*")
    qtbot.waitUntil(editor.keep.isEnabled)
    assert page.drafting.draft.is_empty, "another letter takes the wish back"
    editor.pattern.clear()
    qtbot.waitUntil(lambda: not editor.keep.isEnabled())
    type_in("vacan*")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.drafting.draft.is_empty)
    assert page.parts.right.currentWidget() is page.parts.tabs


def test_an_edit_is_previewed_then_applied(
    page: CodebookPage, window: Window, qtbot: QtBot, session: InventedSession
) -> None:
    add_rule(page, window, qtbot)
    assert page.parts.banner.isVisible()
    assert page.parts.themes_model.line(9).cells[3] == "1"  # type: ignore[union-attr]
    assert page.preview.isVisible()
    page.preview.click()
    settle(window, qtbot)
    effect = page.parts.effect
    assert effect.sentence.text() == (
        "This change would add 3 suggestions in 3 reviews and remove 1 undecided one."
        " It changes no tags."
    )
    assert effect.changes.text() == "“Workload”: new rule “vacan*” (gap)."
    assert effect.model.rowCount() == 3
    assert not page.preview.isVisible()
    effect.apply.click()
    settle(window, qtbot)
    (draft,) = session.revising.applied
    assert [rule.pattern for rule in draft.after.theme("workload").rules] == ["vacan*"]


def test_edits_can_be_let_go(page: CodebookPage, window: Window, qtbot: QtBot) -> None:
    add_rule(page, window, qtbot)
    page.discard()
    assert page.drafting.draft.is_empty
    assert not page.parts.banner.isVisible()


def test_a_theme_is_added_by_the_keyboard_alone(
    page: CodebookPage, window: Window, qtbot: QtBot
) -> None:
    page.parts.themes.setFocus()
    press(Qt.Key.Key_Insert)
    form = page.parts.form
    qtbot.waitUntil(form.name.hasFocus)
    type_in("Pets in the home")
    form.maps["college"].setText("Curiosity")
    form.keep.click()
    new = page.drafting.draft.after.theme("pets_in_the_home")
    assert new.maps_to == {"college": "Curiosity"}
    assert page.parts.about.isVisible()
    page.writing.new_theme()
    form.name.setText("Workload")
    form.keep.click()
    assert form.isVisible()
    assert "Workload" in form.findChildren(type(page.parts.amiss))[0].accessibleName()


def test_a_merge_asks_with_its_numbers_first(
    page: CodebookPage, window: Window, qtbot: QtBot
) -> None:
    page.writing._into(invented.CODEBOOK.theme("workload"), "supervision_missed")
    settle(window, qtbot)
    assert page.parts.effect.sentence.text().startswith(
        "Move 0 tags from “Workload” to “Supervision missed”? You can undo this."
    )
    assert page.drafting.draft.moves == {"workload": "supervision_missed"}


def test_a_split_places_tags_with_one_and_two(
    page: CodebookPage, window: Window, qtbot: QtBot
) -> None:
    page.writing.split()
    split = page.parts.split
    split.first.setText("Caseloads")
    split.second.setText("Vacancies")
    split._ask()
    settle(window, qtbot)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_0):
        press(key)
    assert sorted(page.drafting.draft.placed.values()) == ["caseloads", "vacancies"]
    assert page.drafting.draft.after.theme("workload").retired


def test_retiring_is_shown_before_it_is_applied(
    page: CodebookPage, window: Window, qtbot: QtBot
) -> None:
    page.parts.themes.setFocus()
    press(Qt.Key.Key_Delete)
    settle(window, qtbot)
    assert page.parts.effect.isVisible()
    assert page.parts.effect.changes.text() == "“Workload” is retired."


def test_a_codebook_from_a_file_is_a_draft_first(
    page: CodebookPage, window: Window, qtbot: QtBot, session: InventedSession
) -> None:
    page.filing.import_from(Path("theirs.xlsx"))
    settle(window, qtbot)
    assert page.parts.effect.changes.text() == "“Workload”: new rule “vacan*” (gap)."
    page.filing.export_to(Path("ours.toml"))
    settle(window, qtbot)
    assert session.revising.written == [Path("ours.toml")]
    assert page.saved.isVisible()


def test_another_codebook_renews_the_other_views(
    page: CodebookPage, window: Window, qtbot: QtBot
) -> None:
    window.go(Place(View.LIBRARY))
    settle(window, qtbot)
    before = window.page()
    window.renew(retire(invented.CODEBOOK, "workload"))
    settle(window, qtbot)
    assert window.page() is not before
    assert isinstance(window.page(), type(before))
    assert window.desk is not None
    assert window.desk.codebook.theme("workload").retired


def test_edits_that_began_with_another_codebook_are_let_go_and_that_is_said(
    page: CodebookPage, window: Window, qtbot: QtBot
) -> None:
    add_rule(page, window, qtbot)
    read = (retire(invented.CODEBOOK, "repeat_contacts"), page.drafting.figures, ())
    page._show(read)
    assert page.drafting.draft.is_empty
    assert page.parts.amiss.isVisible()
    assert "another one now" in page.parts.amiss.accessibleName()
