"""Groups in the Codebook view: the form, what it changes, and weak rules mended in one step."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caseview.desktop.models.codebook import group_lines, themes_in, weak_first
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.pages.codebook.page import CodebookPage
from caseview.desktop.places import Place, View
from caseview.desktop.window.window import Window
from caseview.domain.codebook import Codebook, Effect, Rule
from caseview.domain.codebook_figures import CodebookFigures, Record
from caseview.tagging.editing.groups import keep_group, retire_group
from tests.desktop import invented
from tests.desktop.driving import press, settle, type_in


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> CodebookPage:
    window.go(Place(View.CODEBOOK, themes=("workload",)))
    settle(window, qtbot)
    shown = window.page()
    assert isinstance(shown, CodebookPage)
    return shown


def test_a_group_shows_the_colour_chosen_and_its_own_otherwise() -> None:
    book = invented.CODEBOOK
    assert ThemeBook(book).face("workload").position == 5
    pink = keep_group(book, replace(book.group("organisation"), colour="pink"), 5)
    assert ThemeBook(pink).face("workload").position == 3
    assert ThemeBook(pink).group("organisation").position == 3


def test_a_retired_group_stands_last_with_its_themes() -> None:
    gone = retire_group(invented.CODEBOOK, "organisation")
    lines = group_lines(gone)
    assert lines[-1][1].cells == ("Organisation (retired)", "2")
    assert {theme.id for theme in themes_in(gone, "organisation", "")} == {
        "workload", "supervision_missed",
    }  # fmt: skip


def test_a_group_is_added_by_the_keyboard_and_shown_before_it_is_applied(
    page: CodebookPage, window: Window, qtbot: QtBot
) -> None:
    page.parts.themes.setFocus()
    press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    form = page.parts.group
    qtbot.waitUntil(form.name.hasFocus)
    type_in("Home and place")
    form.letters.setText("hp")
    form.colour.setCurrentIndex(form.colour.findData("yellow"))
    form.themes_model.tick(form.themes_model.index(0))
    form.keep.click()
    settle(window, qtbot)
    after = page.drafting.draft.after
    assert (after.groups[-1].name, after.groups[-1].letters) == ("Home and place", "HP")
    assert after.groups[-1].colour == "yellow"
    assert after.themes[0].group == after.groups[-1].id
    assert page.parts.effect.isVisible()
    assert page.parts.effect.changes.text().startswith("New group “Home and place” (HP).")


def test_a_group_is_edited_moved_and_refused_without_letters(
    page: CodebookPage, window: Window, qtbot: QtBot
) -> None:
    page.parts.groups.selectRow(2)
    page.edit_group()
    form = page.parts.group
    assert form.heading.text() == "Edit group"
    assert form.name.text() == invented.GROUPS[1].name
    form.letters.setText("")
    form.keep.click()
    assert form.isVisible()
    assert "two letters" in form.findChildren(type(page.parts.amiss))[0].accessibleName()
    form.letters.setText("RK")
    form.place.setCurrentIndex(0)
    form.keep.click()
    settle(window, qtbot)
    assert page.drafting.draft.after.groups[0].letters == "RK"


def test_a_group_is_retired_and_brought_back(
    page: CodebookPage, window: Window, qtbot: QtBot
) -> None:
    page.writing.edit_group("organisation")
    page.parts.group.retire_wanted.emit(invented.CODEBOOK.group("organisation"))
    settle(window, qtbot)
    after = page.drafting.draft.after
    assert after.group("organisation").retired
    assert after.theme("workload").retired
    assert page.drafting.retire(after.theme("workload"))
    assert not page.drafting.draft.after.group("organisation").retired
    assert not page.drafting.draft.after.theme("workload").retired


def test_without_a_group_gone_to_that_is_said(page: CodebookPage, window: Window) -> None:
    said: list[str] = []
    window.events.said.connect(said.append)
    page.edit_group()
    assert said == ["Go to a group at the left first."]


def weak_book() -> Codebook:
    rule = Rule("workload.gap.1", "workload", Effect.GAP, "vacan*")
    other = Rule("workload.topic.1", "workload", Effect.TOPIC, "rota")
    return replace(
        invented.CODEBOOK,
        themes=tuple(
            replace(theme, rules=(rule, other)) if theme.id == "workload" else theme
            for theme in invented.THEMES
        ),
    )


@pytest.fixture
def weak(page: CodebookPage) -> CodebookPage:
    figures = CodebookFigures(
        rules={
            "workload.gap.1": Record(2, 14),
            "workload.topic.1": Record(9, 1),
        }
    )
    page._show((weak_book(), figures, ()))
    page.parts.about.rules.selectRow(0)
    return page


def test_only_a_weak_rule_offers_its_remedies(weak: CodebookPage) -> None:
    strip = weak.parts.about.weak
    assert strip.isVisible()
    assert strip.said.text().startswith("Weak: 2 of 16 decided were accepted.")
    weak.parts.about.rules.selectRow(1)
    assert not strip.isVisible()
    turned = CodebookFigures(rules={"workload.topic.1": Record(1, 9)})
    theme = weak_book().theme("workload")
    assert [rule.id for rule in weak_first(theme, turned)] == [
        "workload.topic.1", "workload.gap.1",
    ]  # fmt: skip


@pytest.mark.parametrize(("at", "effect"), [(0, None), (1, Effect.HINT), (2, Effect.FALSE_FRIEND)])
def test_a_weak_rule_is_mended_in_one_step_that_is_shown_first(
    weak: CodebookPage, window: Window, qtbot: QtBot, at: int, effect: Effect | None
) -> None:
    weak.parts.about.weak.buttons[at].click()
    settle(window, qtbot)
    rules = weak.drafting.draft.after.theme("workload").rules
    found = [rule.effect for rule in rules if rule.pattern == "vacan*"]
    assert found == ([effect] if effect else [])
    assert weak.parts.effect.isVisible()
