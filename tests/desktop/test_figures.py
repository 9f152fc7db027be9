"""Figures besides the cross-tab: asked for, looked at, gone through by keys, and sent out."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from caseview.counting.halves import Parting
from caseview.counting.small_numbers import SmallNumbers
from caseview.desktop.dialogs.exporting import FiguresDialog
from caseview.desktop.models.handout import HandoutModel
from caseview.desktop.pages.crosstabs.figures_sending import hidden_words
from caseview.desktop.pages.crosstabs.page import CrossTabsPage
from caseview.desktop.places import Place, View
from caseview.desktop.window.window import Window
from caseview.domain.crosstab import CellAddress, CrossTabSpec, Unit
from caseview.usecases.tell import Question, Telling
from tests.desktop.driving import CONTROL, SHIFT, named, press, settle
from tests.desktop.invented_session import InventedSession
from tests.desktop.invented_tabulating import invented_handout

OVER = CrossTabSpec()
ASKED = {
    Telling.TOGETHER: Question(Telling.TOGETHER, CrossTabSpec(unit=Unit.PASSAGES)),
    Telling.YEARS: Question(Telling.YEARS, OVER, ("workload",)),
    Telling.REVIEW: Question(Telling.REVIEW, OVER, review=3),
    Telling.BODY: Question(Telling.BODY, OVER, body=Parting("force", "Northmoor Police")),
    Telling.MATRIX: Question(Telling.MATRIX, OVER, ("workload", "repeat_contacts")),
}
DRAWN = (Telling.TOGETHER, Telling.YEARS, Telling.REVIEW, Telling.BODY)


def shown(window: Window, qtbot: QtBot, telling: Telling) -> CrossTabsPage:
    window.go(Place(View.CROSSTABS, question=ASKED[telling]))
    settle(window, qtbot)
    page = window.page()
    assert isinstance(page, CrossTabsPage)
    return page


@pytest.mark.parametrize("telling", Telling)
def test_a_place_brings_its_question_back(
    telling: Telling, window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    page = shown(window, qtbot, telling)
    asked = session.tabulating.asked[-1]
    assert (asked.telling, asked.themes, asked.review, asked.body) == (
        telling,
        ASKED[telling].themes,
        ASKED[telling].review,
        ASKED[telling].body,
    )
    assert asked.over.unit is ASKED[telling].over.unit
    assert page.place().question == asked
    words = "Invented" if telling in DRAWN else "Framework matrix"
    assert page.title.words == words
    assert (page.figures.pane.painted is not None) is (telling in DRAWN)


@pytest.mark.parametrize("telling", Telling)
def test_every_question_is_kept_under_a_name_and_asked_again(
    telling: Telling, window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    page = shown(window, qtbot, telling)
    choice = page.rooms.choice()
    assert choice is not None
    page.keeping.save("Mine", choice)
    settle(window, qtbot)
    window.go(Place(View.CROSSTABS, cell=CellAddress(None, None)))
    settle(window, qtbot)
    assert page.rooms.name == "Cross-tab"
    page.keeping.list()
    settle(window, qtbot)
    entries = {action.text().split("\t")[0]: action for action in page.keeping.menu.actions()}
    entries["Mine"].trigger()
    settle(window, qtbot)
    assert page.rooms.besides
    assert page.figures.question == choice.question == session.tabulating.asked[-1]
    page.keeping.menu.close()


def test_nothing_is_kept_before_anything_is_asked(window: Window, qtbot: QtBot) -> None:
    page = shown(window, qtbot, Telling.TOGETHER)
    named(page, "What to look at: One review, not chosen", QPushButton).click()
    settle(window, qtbot)
    assert page.rooms.choice() is None
    page.keeping.list()
    settle(window, qtbot)
    first = page.keeping.menu.actions()[0]
    assert first.text() == "Save these figures …"
    assert not first.isEnabled()
    page.keeping.menu.close()


@pytest.mark.parametrize("telling", DRAWN)
def test_marks_are_gone_through_by_keys_and_open_their_passages(
    telling: Telling, window: Window, qtbot: QtBot
) -> None:
    page = shown(window, qtbot, telling)
    picture = page.figures.pane.painted
    assert picture is not None
    assert "12 of 25" in picture.accessibleDescription()
    picture.setFocus()
    said: list[str] = []
    picture.moved.connect(said.append)
    press(Qt.Key.Key_Down)
    assert picture.at[0] == 1
    assert said[-1].endswith("Enter shows the evidence")
    press(Qt.Key.Key_Return)
    settle(window, qtbot)
    assert page.figures.evidence.isVisible()
    assert page.figures.evidence.model.rowCount()
    page.close_evidence()
    assert not page.figures.evidence.isVisible()


def test_every_mark_stands_inside_its_picture(window: Window, qtbot: QtBot) -> None:
    for telling in DRAWN:
        picture = shown(window, qtbot, telling).figures.pane.painted
        assert picture is not None
        for row, marks in enumerate(picture.picture.marks):
            for column, mark in enumerate(marks):
                if mark is not None:
                    spot = picture.spot(row, column)
                    assert picture.rect().adjusted(-1, -1, 1, 1).contains(spot.center())


def test_a_table_speaks_sorts_and_opens(window: Window, qtbot: QtBot) -> None:
    page = shown(window, qtbot, Telling.YEARS)
    pane = page.figures.pane
    named(page, "Shown as: Table, not chosen", QPushButton).click()
    model = pane.model
    spoken = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "workload, Reviews: 12"
    pane.sheet.setFocus()
    pane.sheet.setCurrentIndex(model.index(0, 1))
    press(Qt.Key.Key_Return, SHIFT)
    press(Qt.Key.Key_Return, SHIFT)
    assert [model.index(row, 1).data() for row in range(3)] == ["2", "7", "12"]
    press(Qt.Key.Key_Return)
    settle(window, qtbot)
    assert page.figures.evidence.isVisible()


def answered(page: CrossTabsPage) -> list[Question]:
    return [one for one in (page.figures.question,) if one is not None]


def test_nothing_chosen_says_what_to_choose(window: Window, qtbot: QtBot) -> None:
    window.go(Place(View.CROSSTABS))
    settle(window, qtbot)
    page = window.page()
    assert isinstance(page, CrossTabsPage)
    named(page, "What to look at: One review, not chosen", QPushButton).click()
    settle(window, qtbot)
    assert not answered(page)
    assert "Choose a review" in page.figures.pane._nothing.words
    named(page, "What to look at: Force or board, not chosen", QPushButton).click()
    settle(window, qtbot)
    assert page.figures.line.body.count() == 2
    page.figures.line.body.setCurrentIndex(1)
    page.figures.line.body.picked.emit()
    settle(window, qtbot)
    [question] = answered(page)
    assert question.body == Parting("force", "Saltwick Police")


def test_themes_are_added_by_typing_and_taken_away_by_their_chip(
    window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    page = shown(window, qtbot, Telling.YEARS)
    chips = page.figures.line.themes
    chips._add("repeat_contacts")
    settle(window, qtbot)
    named(page, "Leave out Workload", QPushButton).click()
    settle(window, qtbot)
    assert [one.themes for one in session.tabulating.asked][-2:] == [
        ("workload", "repeat_contacts"),
        ("repeat_contacts",),
    ]


def test_the_panel_says_what_a_rule_hides_and_writes_by_it(
    window: Window,
    session: InventedSession,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = shown(window, qtbot, Telling.BODY)
    page.export(".xlsx")
    settle(window, qtbot)
    [panel] = [one for one in page.findChildren(FiguresDialog) if one.isVisible()]
    named(panel, "Hide counts under: 5, not chosen", QPushButton).click()
    settle(window, qtbot)
    assert panel.preview.text() == "1 figure under 5 will show as “<5”."
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("/nowhere/Force", ""))
    named(panel, "Choose where to save it", QPushButton).click()
    settle(window, qtbot)
    [(question, path, rule)] = session.tabulating.told
    assert question.body == Parting("force", "Northmoor Police")
    assert (path, rule) == (Path("/nowhere/Force.xlsx"), SmallNumbers(5))


def test_what_is_copied_is_a_picture_or_a_table_and_hides_small_numbers(
    window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    page = shown(window, qtbot, Telling.TOGETHER)
    page.figures.sending.copy()
    assert isinstance(QGuiApplication.clipboard().image(), QImage)
    assert not QGuiApplication.clipboard().image().isNull()
    session.tabulating.held = SmallNumbers(5)
    page.refresh()
    settle(window, qtbot)
    QGuiApplication.clipboard().clear()
    page.figures.sending.copy()
    assert QGuiApplication.clipboard().image().isNull()
    named(page, "Shown as: Table, not chosen", QPushButton).click()
    page.figures.sending.copy()
    settle(window, qtbot)
    text = QGuiApplication.clipboard().text()
    assert "<5" in text
    assert "\t2\t" not in text
    assert page.printable() == ""


def test_printed_figures_are_those_of_the_tables(window: Window, qtbot: QtBot) -> None:
    page = shown(window, qtbot, Telling.REVIEW)
    assert "Invented review" in page.printable()
    assert "<td>12</td>" in page.printable()


def test_greys_tell_the_steps_of_the_matrix_apart(window: Window, qtbot: QtBot) -> None:
    page = shown(window, qtbot, Telling.TOGETHER)
    greys = [page.look.colour(f"heat{step}").lightness() for step in range(6)]
    assert all(abs(one - other) >= 6 for one, other in pairwise(greys))


def test_a_cell_of_the_matrix_is_begun_from_quotes_and_kept_as_one_leaves_it(
    window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    page = shown(window, qtbot, Telling.MATRIX)
    pane, editor = page.figures.pane, page.figures.editor
    pane.sheet.setFocus()
    pane.sheet.setCurrentIndex(pane.model.index(0, 1))
    press(Qt.Key.Key_Return)
    settle(window, qtbot)
    assert editor.isVisible()
    assert page.figures.evidence.model.rowCount()
    named(page, "Start from quotes", QPushButton).click()
    settle(window, qtbot)
    assert editor.field.toPlainText().startswith("“Nobody asked.”")
    editor.field.setPlainText("They knew and did not ask.")
    press(Qt.Key.Key_Return, CONTROL)
    settle(window, qtbot)
    assert session.tabulating.cells == {(3, "workload"): "They knew and did not ask."}
    assert pane.model.index(0, 1).data() == "They knew and did not ask."
    assert pane.sheet.currentIndex().row() == 0
    pane.sheet.setFocus()
    pane.sheet.setCurrentIndex(pane.model.index(1, 2))
    press(Qt.Key.Key_Return)
    settle(window, qtbot)
    assert editor.field.toPlainText() == ""
    editor.field.setPlainText("Nothing of it.")
    page.close_evidence()
    settle(window, qtbot)
    assert session.tabulating.cells[4, "repeat_contacts"] == "Nothing of it."


def test_the_words_of_the_preview() -> None:
    handout = invented_handout(ASKED[Telling.YEARS], SmallNumbers(10))
    assert hidden_words(handout, SmallNumbers(10)) == "2 figures under 10 will show as “<10”."
    assert hidden_words(handout, SmallNumbers(3)) == "No count is under 3."


def test_an_empty_model_has_nothing() -> None:
    model = HandoutModel()
    assert model.rowCount() == 0
    assert model.behind(model.index(0, 0)) is None
