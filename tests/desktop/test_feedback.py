"""Each act says what it did, and leaves one where one was: found by working through the flows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from caseview.desktop.dialogs.tagging import TagDialog
from caseview.desktop.pages.library.page import LibraryPage
from caseview.desktop.pages.reader.page import ReaderPage
from caseview.desktop.pages.search.page import SearchPage
from caseview.desktop.places import Place, View
from caseview.desktop.window.window import Window
from tests.desktop.driving import ALT, CONTROL, named, press, settle, to_front, type_in
from tests.desktop.real_casebook import PDF, Room

KEY = Qt.Key


@pytest.fixture
def said(room: Room) -> list[str]:
    """What the status bar says, one after the other."""
    heard: list[str] = []
    room.window.events.said.connect(heard.append)
    return heard


def test_the_empty_reader_opens_the_review_one_comes_from(window: Window, qtbot: QtBot) -> None:
    press(KEY.Key_Down)
    press(KEY.Key_Down)
    here = window.page()
    assert here is not None
    review = here.place().review
    press(KEY.Key_2, CONTROL)
    settle(window, qtbot)
    page = window.page()
    assert isinstance(page, ReaderPage)
    assert page.document is not None
    assert page.document.document.review_id == review
    opened = page.document.document.id
    press(KEY.Key_1, CONTROL)
    settle(window, qtbot)
    press(KEY.Key_Up)
    press(KEY.Key_2, CONTROL)
    settle(window, qtbot)
    assert page.document.document.id == opened, "what is being read stays"


def test_tagging_and_undoing_by_hand_say_what_was_done(room: Room, said: list[str]) -> None:
    room.read(PDF)
    for key in (KEY.Key_S, KEY.Key_T):
        press(key)
    type_in("information sh")
    press(KEY.Key_Return)
    room.settle()
    words = "ag “Information sharing between agencies”."
    assert said[-1] == f"T{words}"
    for key, done in ((KEY.Key_Z, "Undone"), (KEY.Key_Y, "Done again")):
        press(key, CONTROL)
        room.settle()
        assert said[-1] == f"{done}: t{words}"


def test_a_suggestion_accepted_as_another_theme_says_which(room: Room, said: list[str]) -> None:
    page = room.read(PDF)
    page.parts.recent.given("information_sharing")
    page.focus_first()
    press(KEY.Key_1)
    room.settle()
    assert said[-1].startswith("Accepted as “Information sharing between agencies”. ")
    press(KEY.Key_A)
    room.settle()
    assert said[-1].startswith("Accepted. ")


def results(room: Room) -> SearchPage:
    """Search for a common word and go some way down."""
    room.window.go(Place(View.SEARCH, query="joanne"))
    room.settle()
    page = room.window.page()
    assert isinstance(page, SearchPage)
    assert page.results.hasFocus()
    for _ in range(20):
        press(KEY.Key_Down)
    room.settle()
    return page


def test_tagging_a_hit_says_so_and_leaves_one_at_it(room: Room, said: list[str]) -> None:
    page = results(room)
    before, at = page.passage_here(), page.results.verticalScrollBar().value()
    assert at > 0
    press(KEY.Key_T)
    type_in("information sh")
    press(KEY.Key_Return)
    dialog = room.window.findChild(TagDialog)
    assert isinstance(dialog, TagDialog)
    named(room.window, "Tag them", QPushButton).click()
    room.settle()
    assert (page.passage_here(), page.results.verticalScrollBar().value()) == (before, at)
    assert said[-1].endswith("“Information sharing between agencies”.")
    hit = page.model.hit(page.results.currentIndex().row())
    assert hit is not None
    assert "information_sharing" in hit.themes, "the list is read anew all the same"


def test_coming_back_to_the_hits_after_deciding_leaves_one_at_the_hit(room: Room) -> None:
    page = results(room)
    before = page.passage_here()
    press(KEY.Key_Return)
    room.settle()
    room.reader.focus_first()
    press(KEY.Key_A)
    room.settle()
    press(KEY.Key_Left, ALT)
    room.settle()
    assert room.window.page() is page
    assert page.passage_here() == before
    to_front(room.window, room.qtbot)


def test_asking_the_same_again_begins_at_the_first_hit(room: Room, said: list[str]) -> None:
    page = results(room)
    page.field.setFocus()
    press(KEY.Key_Return)
    room.settle()
    assert page.results.currentIndex().row() == 0
    assert said[-1].endswith("Enter opens at the words")


def test_a_search_kept_under_a_name_says_so(room: Room, said: list[str]) -> None:
    page = results(room)
    page.keeping.save("About Joanne")
    room.settle()
    assert "About Joanne" in said[-1]


def test_a_review_gone_to_is_selected_whatever_keys_are_held(room: Room) -> None:
    press(KEY.Key_1, CONTROL)
    room.settle()
    page = room.window.page()
    assert isinstance(page, LibraryPage)
    first, second = (page.model.review(page.model.index(row, 0)) for row in (0, 1))
    assert first is not None
    assert second is not None
    QTest.keyPress(page.table, KEY.Key_Control, CONTROL)
    for review in (first, second, second):
        page.arrive(Place(View.LIBRARY, review=review.id))
        assert page.selected() == (review,)
    QTest.keyRelease(page.table, KEY.Key_Control)
