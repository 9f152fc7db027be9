"""The tabs Learned and May be missed of the Codebook view: shown, switched, learned, judged."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from caseview.counting import learned_wording as wording
from caseview.desktop.pages.agreement.page import AgreementPage
from caseview.desktop.pages.codebook.page import CodebookPage
from caseview.desktop.pages.codebook.theme_tabs import LEARNED, MISSED
from caseview.desktop.places import Place, View
from caseview.desktop.window.window import Window
from caseview.domain.learned import By, Learning, Recall, Supply
from tests.desktop.driving import press, settle
from tests.desktop.invented_schooling import InventedSchooling, missed, rule
from tests.desktop.invented_session import InventedSession


@pytest.fixture
def school(session: InventedSession) -> InventedSchooling:
    return session.revising.school


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> CodebookPage:
    window.go(Place(View.CODEBOOK, themes=("workload",)))
    settle(window, qtbot)
    shown = window.page()
    assert isinstance(shown, CodebookPage)
    return shown


def turn(page: CodebookPage, window: Window, qtbot: QtBot, tab: str) -> None:
    page.parts.turn_tab(tab)
    settle(window, qtbot)


def learning(*, low: float, is_off: bool = False) -> Learning:
    return Learning("workload", rule(low=low), Supply(80, 132, 14), 14, is_off)


def test_the_standing_says_why_what_was_learned_is_on_or_off() -> None:
    assert wording.standing(learning(low=0.03)).startswith("On: with it more is right on your 212")
    assert "not surely better" in wording.standing(learning(low=-0.01))
    assert "switched it off" in wording.standing(learning(low=0.03, is_off=True))
    worse = rule(low=-0.2)
    trial = worse.trial
    bad = replace(trial, rules=trial.learned, learned=trial.rules)
    found = Learning("w", replace(worse, trial=bad), Supply(), 0, is_off=False)
    assert wording.standing(found) == "Stays off: the rules do better on your 212 decisions."
    assert wording.learned_when(Learning("w", None, Supply(), 0, is_off=False)) == ""


def test_what_is_still_needed_to_learn_is_said_in_numbers() -> None:
    said = wording.supply_sentence(Supply(9, 22, 3))
    assert said == (
        "Learning needs 15 passages that hold the theme and 15 that do not, from 5 documents. "
        "There are 9 that do, 22 that do not, from 3 documents so far."
    )
    assert wording.supply_sentence(Supply(15, 15, 5)).startswith("Decided passages that hold")


def test_the_gain_is_told_with_its_interval_and_n() -> None:
    said = wording.trial_sentence(rule().trial)
    assert said.startswith("Gain in F1 +0.10, 95% interval +0.03 to +0.15, n = 212.")
    worse = wording.trial_sentence(rule(low=-0.2).trial)
    assert "95% interval \N{MINUS SIGN}0.20 to +0.15" in worse


def test_recall_is_told_with_its_interval_or_not_at_all() -> None:
    said = wording.recall_sentence(Recall(31, 40, 12, 62.5, 87.7))
    assert said.startswith(
        "Rules put forward 31 of the 40 passages tagged in 12 finished documents"
    )
    assert "78% (95% interval 62 to 88)" in said
    assert "nothing tells yet" in wording.recall_sentence(Recall(0, 0, 0))
    one = missed(1)
    assert wording.how_likely(one) == "80% likely"
    assert wording.why(one) == "Why: rota, gaps"
    assert {wording.how_likely(replace(one, by=by)) for by in By} == {
        "80% likely", "Like what was tagged", "A rule, too faint to show",
    }  # fmt: skip


def test_nothing_learned_yet_says_what_there_is_to_learn_from(
    page: CodebookPage, window: Window, qtbot: QtBot
) -> None:
    turn(page, window, qtbot, LEARNED)
    pane = page.parts.tabs.learned
    assert pane.standing.text() == wording.NOTHING
    assert not pane.table.isVisible()
    assert not pane.switch.isVisible()
    assert pane.learn.isVisible()


def test_learning_again_shows_figures_words_and_seconds(
    page: CodebookPage, window: Window, qtbot: QtBot, school: InventedSchooling
) -> None:
    turn(page, window, qtbot, LEARNED)
    pane = page.parts.tabs.learned
    pane.learn.click()
    settle(window, qtbot)
    assert school.lessons == 1
    assert pane.told.text().startswith("1 theme learned in 0 s, 1 of them on. 14 suggestions")
    assert pane.words.text() == "vacancies \N{MIDDLE DOT} rota"
    assert [pane.model.line(n).cells for n in range(2)] == [  # type: ignore[union-attr]
        ("Rules alone", "70%", "60%", "0.65"),
        ("With what was learned", "80%", "70%", "0.75"),
    ]
    assert pane.standing.text().startswith("On:")
    assert pane.switch.isVisible()
    pane.switch.click()
    settle(window, qtbot)
    assert school.off
    assert pane.standing.text().startswith("Off:")
    pane.switch.click()
    settle(window, qtbot)
    assert not school.off


def test_learning_that_is_stopped_says_that_nothing_changed(
    page: CodebookPage, window: Window, qtbot: QtBot, school: InventedSchooling
) -> None:
    turn(page, window, qtbot, LEARNED)
    page.teaching.learn()
    page.teaching._stop_learning()
    settle(window, qtbot)
    pane = page.parts.tabs.learned
    assert school.lessons in {0, 1}, "the stop may come after all is done"
    assert pane.told.text().startswith("Stopped." if not school.lessons else "1 theme")
    assert pane.learn.isEnabled()
    assert not pane.progress.isVisible()


def test_where_learning_is_not_installed_that_is_said_and_nothing_is_offered(
    page: CodebookPage, window: Window, qtbot: QtBot, school: InventedSchooling
) -> None:
    school.there = False
    turn(page, window, qtbot, LEARNED)
    pane = page.parts.tabs.learned
    assert "everything else work without it" in pane.missing.accessibleName()
    assert pane.missing.isVisible()
    assert not pane.learn.isVisible()


def test_what_was_missed_is_judged_with_one_key_each(
    page: CodebookPage, window: Window, qtbot: QtBot, school: InventedSchooling
) -> None:
    turn(page, window, qtbot, MISSED)
    pane = page.parts.tabs.missed
    assert pane.model.rowCount() == 3
    assert pane.here == missed(1)
    card = pane.model.card(0)
    assert card is not None
    assert card.words == "The rota had 1 gaps in it at t …", "the sentence that would be tagged"
    assert "78%" in pane.recall.text()
    pane.list.setFocus()
    press(Qt.Key.Key_A)
    settle(window, qtbot)
    assert pane.here == missed(2)
    press(Qt.Key.Key_X)
    settle(window, qtbot)
    assert school.judged == [(1, True), (2, False)]
    assert pane.model.rowCount() == 1
    assert window.page() is page


def test_enter_opens_the_sentence_in_its_document(
    page: CodebookPage, window: Window, qtbot: QtBot
) -> None:
    turn(page, window, qtbot, MISSED)
    gone: list[Place] = []
    window.events.going.connect(gone.append)
    page.parts.tabs.missed.list.setFocus()
    press(Qt.Key.Key_Return)
    assert gone[0] == Place(View.READER, document=10, span=missed(1).span)


def test_an_undo_brings_back_what_was_judged(
    page: CodebookPage, window: Window, qtbot: QtBot, school: InventedSchooling
) -> None:
    turn(page, window, qtbot, MISSED)
    pane = page.parts.tabs.missed
    pane.judge(holds=False)
    settle(window, qtbot)
    assert pane.model.rowCount() == 2
    school.judged.clear()
    page.refresh()
    settle(window, qtbot)
    assert pane.model.rowCount() == 3


def test_the_tab_follows_the_theme_gone_to(
    page: CodebookPage, window: Window, qtbot: QtBot, school: InventedSchooling
) -> None:
    school.known = rule()
    turn(page, window, qtbot, LEARNED)
    pane = page.parts.tabs.learned
    assert pane.standing.text().startswith("On:")
    page.parts.themes.setFocus()
    press(Qt.Key.Key_Up)
    settle(window, qtbot)
    assert pane.standing.text() == wording.NOTHING


def test_no_word_about_what_a_machine_would_call_it_stands_in_the_tabs(
    page: CodebookPage, window: Window, qtbot: QtBot, school: InventedSchooling
) -> None:
    school.known = rule()
    for tab in (LEARNED, MISSED):
        turn(page, window, qtbot, tab)
        said = " ".join(one.text() for one in page.findChildren(QLabel)).casefold()
        assert not {"model", "classifier", "prediction"} & set(said.split())


def test_the_spot_check_is_one_press_away(page: CodebookPage, window: Window, qtbot: QtBot) -> None:
    turn(page, window, qtbot, MISSED)
    page.parts.tabs.missed.spot.click()
    settle(window, qtbot)
    agreement = window.page()
    assert isinstance(agreement, AgreementPage)
    assert agreement.tabs.value == "spot"
    window.back()
    settle(window, qtbot)
    assert window.page() is page
