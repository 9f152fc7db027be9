"""The Recommendations view by keyboard: group, refuse, set, confirm, answer, export."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from caseview.desktop.dialogs.naming import NameDialog
from caseview.desktop.models.register_cards import GroupKey
from caseview.desktop.pages.recommendations.page import REGISTER, RESPONSES, RecommendationsPage
from caseview.desktop.pages.recommendations.register_panes import NO_MATCH, NONE
from caseview.desktop.pages.recommendations.responses_panes import NO_WORDS
from caseview.desktop.pages.recommendations.responses_panes import NONE as NO_REPORTS
from caseview.desktop.places import Place, View
from caseview.desktop.window.window import Window
from caseview.domain.errors import CasebookError
from caseview.domain.register import Progress, Reply
from caseview.domain.registered import Register
from caseview.domain.responses import Tracker
from caseview.domain.span import Span
from tests.desktop.driving import CONTROL, named, press, settle, to_front, type_in
from tests.desktop.invented_register import CONCERNS, PLACES
from tests.desktop.invented_session import InventedSession

Key = Qt.Key
ALIKE = (PLACES[0], PLACES[1], PLACES[3])


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> RecommendationsPage:
    press(Key.Key_6, CONTROL)
    settle(window, qtbot)
    shown = window.page()
    assert isinstance(shown, RecommendationsPage)
    return shown


def name_it(window: Window, qtbot: QtBot, name: str) -> None:
    """Type a name in the dialog that asks for one."""
    qtbot.waitUntil(lambda: bool(window.findChildren(NameDialog)))
    dialog = window.findChildren(NameDialog)[-1]
    qtbot.waitActive(dialog)
    named(window, "Name", QLineEdit).setFocus()
    dialog.field.selectAll()
    type_in(name)
    press(Key.Key_Return)
    to_front(window, qtbot)
    settle(window, qtbot)


def test_it_opens_on_what_is_offered_and_says_how_much_there_is(page: RecommendationsPage) -> None:
    assert page.facts.words == "4 in 4 reviews  ·  0 groups  ·  4 not grouped"
    assert page.register.list.hasFocus()
    assert page.register.about.ticked == ALIKE


def test_a_group_is_made_of_what_is_offered_without_a_mouse(
    page: RecommendationsPage, window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    press(Key.Key_Return)
    assert page.register.about.members.hasFocus()
    press(Key.Key_X)  # the first does not belong
    press(Key.Key_G, CONTROL)
    name_it(window, qtbot, "Curiosity training")
    (group,) = session.register.groups
    assert (group.name, group.members) == ("Curiosity training", ALIKE[1:])
    assert page.register.about.group == group
    row = page.register.list.currentIndex().row()
    card = page.register.model.card(row)
    assert card is not None
    assert card.key == GroupKey(group.id)


def test_ticked_ones_make_a_group(
    page: RecommendationsPage, window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    for place in (PLACES[1], PLACES[2]):
        page.register.list.go_to(page.register.model.row_of(place))
        press(Key.Key_Space)
    press(Key.Key_G, CONTROL)
    name_it(window, qtbot, "Two")
    assert session.register.groups[0].members == (PLACES[1], PLACES[2])


def test_may_belong_is_worked_with_two_keys(
    page: RecommendationsPage, window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    session.register.make_group("Curiosity", ALIKE[:1])
    page.refresh()
    settle(window, qtbot)
    page.register.list.go_to(1)
    press(Key.Key_Return)
    said = [page.register.about.is_offered]
    press(Key.Key_Down)
    said.append(page.register.about.is_offered)
    assert said == [False, True]
    first = page.register.about.item
    assert first is not None
    press(Key.Key_A)
    settle(window, qtbot)
    assert first.place in session.register.groups[0].members
    assert page.register.about.is_offered
    second = page.register.about.item
    assert second is not None
    press(Key.Key_X)
    settle(window, qtbot)
    assert session.register.groups[0].refused == (second.place,)


def test_a_group_is_renamed_and_parted(
    page: RecommendationsPage, window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    session.register.make_group("Curiosity", ALIKE)
    page.refresh()
    settle(window, qtbot)
    page.register.list.go_to(1)
    press(Key.Key_F2)
    name_it(window, qtbot, "Professional curiosity")
    assert session.register.groups[0].name == "Professional curiosity"
    page.register.list.setFocus()
    press(Key.Key_Delete)
    settle(window, qtbot)
    assert session.register.groups == []


def test_enter_opens_the_recommendation_at_its_words(
    page: RecommendationsPage, window: Window, qtbot: QtBot
) -> None:
    gone: list[Place] = []
    window.events.going.connect(gone.append)
    page.register.list.go_to(page.register.model.row_of(PLACES[2]))
    page.register.open()
    assert gone[-1] == Place(View.READER, document=PLACES[2].document_id, span=Span(0, 12))
    settle(window, qtbot)


def test_standing_is_set_and_confirmed_by_hand(
    page: RecommendationsPage, window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    page.register.list.go_to(page.register.model.row_of(PLACES[2]))
    press(Key.Key_C)
    settle(window, qtbot)
    assert session.register.items[2].kept.standing.confirmed
    status = named(window, "Status", QComboBox)
    status.setCurrentIndex(status.findData(Progress.DONE.value))
    status.activated.emit(status.currentIndex())
    settle(window, qtbot)
    assert session.register.items[2].progress is Progress.DONE
    whom = named(window, "For whom", QLineEdit)
    whom.setFocus()
    whom.selectAll()
    type_in("Beck Surgery")
    press(Key.Key_Return)
    settle(window, qtbot)
    assert session.register.items[2].kept.addressee == "Beck Surgery"


def test_filters_that_leave_nothing_say_so_and_can_be_cleared(
    page: RecommendationsPage, window: Window, qtbot: QtBot
) -> None:
    page.find_here()
    assert page.register.field.hasFocus()
    type_in("zebra")
    qtbot.waitUntil(lambda: page.register.said == NO_MATCH)
    assert page.register.field.hasFocus(), "what was typed is put right where it was typed"
    for _ in "zebra":
        press(Key.Key_Backspace)
    qtbot.waitUntil(lambda: page.register.said == "")
    type_in("zebra")
    qtbot.waitUntil(lambda: page.register.said == NO_MATCH)
    page.register.clear()
    qtbot.waitUntil(lambda: page.register.said == "")
    page.register.facets.choose({"years": frozenset({"2020"})})
    assert page.register.wanted.years == frozenset({"2020"})


def test_without_recommendations_or_reports_it_says_what_to_do(
    window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    session.register.items.clear()
    window.go(Place(View.RECOMMENDATIONS))
    settle(window, qtbot)
    page = window.page()
    assert isinstance(page, RecommendationsPage)
    assert (page.register.said, page.responses.said) == (NONE, NO_REPORTS)
    assert page.facts.words == ""


def test_when_the_list_cannot_be_made_it_says_why_and_asks_again(
    window: Window, session: InventedSession, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged() -> Register:
        raise CasebookError("The casebook cannot be read.", "Open the newest backup.")

    with monkeypatch.context() as patch:
        patch.setattr(session.register, "register", damaged)
        window.go(Place(View.RECOMMENDATIONS))
        settle(window, qtbot)
    page = window.page()
    assert isinstance(page, RecommendationsPage)
    assert page.register.said == "The casebook cannot be read. Open the newest backup."
    page.refresh()
    settle(window, qtbot)
    assert page.register.said == ""


def test_answers_are_decided_one_by_one_and_opened_again(
    page: RecommendationsPage, window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    page.turn(RESPONSES)
    assert page.responses.list.hasFocus()
    assert "1 received late" in page.facts.words
    press(Key.Key_Return)
    assert page.responses.concerns.hasFocus()
    press(Key.Key_A)
    settle(window, qtbot)
    assert session.register.answers[CONCERNS[0]].reply is Reply.ACTION
    press(Key.Key_A)
    settle(window, qtbot)
    assert session.register.answers[CONCERNS[1]].reply is Reply.SILENT
    press(Key.Key_X)
    settle(window, qtbot)
    assert CONCERNS[1] not in session.register.answers


def test_only_what_can_be_done_to_an_answer_is_offered(
    page: RecommendationsPage, window: Window, qtbot: QtBot
) -> None:
    def may(words: str) -> bool:
        found = (b for b in page.responses.findChildren(QPushButton) if b.text().strip() == words)
        return next(found).isEnabled()

    offered = "As suggested", "Accepted", "Open again", "Open at the words"
    page.turn(RESPONSES)
    page.responses.concerns.go_to(1)
    assert [may(words) for words in offered] == [True, True, False, True]
    page.responses.accept()
    settle(window, qtbot)
    page.responses.concerns.go_to(1)
    assert [may(words) for words in offered] == [True, True, True, True]
    (report,) = page.responses.tracker.reports
    unanswered = tuple(replace(concern, answers=()) for concern in report.concerns)
    page.responses.show_tracker(Tracker("2024-05-01", (replace(report, concerns=unanswered),)))
    assert [may(words) for words in offered] == [False, False, False, True]


def test_the_button_that_groups_shows_only_where_it_groups(page: RecommendationsPage) -> None:
    buttons = [b for b in page.findChildren(QPushButton) if b.text().strip() == "Make group"]
    assert [button.isVisible() for button in buttons] == [True]
    page.turn(RESPONSES)
    assert [button.isVisible() for button in buttons] == [False]


def test_an_answer_without_words_can_only_be_silence(
    page: RecommendationsPage, window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    said: list[str] = []
    window.events.said.connect(said.append)
    page.turn(RESPONSES)
    page.responses.concerns.go_to(3)
    page.responses.decide(Reply.ACCEPTED)
    settle(window, qtbot)
    assert said[-1] == NO_WORDS
    assert session.register.answers == {}
    page.responses.concerns.go_to(1)
    page.responses.decide(Reply.REJECTED)
    settle(window, qtbot)
    assert session.register.answers[CONCERNS[0]].reply is Reply.REJECTED


def test_both_lists_are_written_as_they_are_shown(
    page: RecommendationsPage,
    window: Window,
    session: InventedSession,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    for tab, name in ((REGISTER, "Recommendations.xlsx"), (RESPONSES, "Responses.docx")):
        page.turn(tab)
        page.export_to(tmp_path / name)
        settle(window, qtbot)
    assert [path.name for path in session.register.written] == [
        "Recommendations.xlsx",
        "Responses.docx",
    ]


def test_a_recommendation_is_copied_with_its_reference(
    page: RecommendationsPage, qtbot: QtBot
) -> None:
    page.register.list.go_to(page.register.model.row_of(PLACES[2]))
    press(Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    words = QApplication.clipboard().text()
    assert words.startswith("“Northmoor Constabulary should clear the backlog")
    assert "Adult C, Overview report, Recommendation 3, page 4" in words
