"""Guessed details in a real casebook: confirmed, taken out, corrected by one key each, undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from caseview.desktop.pages.library.guesses import Guesses
from caseview.desktop.pages.library.page import GUESSES, LibraryPage
from caseview.desktop.places import Place, View
from caseview.domain.attribute import DetailName
from caseview.usecases.confirm_details import Guess
from tests.desktop.driving import CONTROL, focused, named, press, type_in
from tests.desktop.real_casebook import Room

KEY = Qt.Key


def library(room: Room) -> LibraryPage:
    room.window.go(Place(View.LIBRARY))
    room.settle()
    page = room.window.page()
    assert isinstance(page, LibraryPage)
    return page


@pytest.fixture
def tab(room: Room) -> Guesses:
    page = library(room)
    page.show_tab(GUESSES)
    room.settle()
    page.focus_first()
    return page.guesses


def left(room: Room) -> tuple[Guess, ...]:
    return room.session.keeping.shelving().guesses()


def test_every_guess_is_listed_and_the_tab_says_how_many(room: Room, tab: Guesses) -> None:
    whole = len(left(room))
    assert whole > 3
    assert tab.model.rowCount() == whole
    page = library(room)
    said = [b.text() for b in page.tabs.findChildren(QPushButton)]
    assert any(words.endswith(f"To confirm {whole}") for words in said)
    assert page.facts.words.startswith(f"{whole} guessed details of ")


def test_enter_confirms_and_goes_on_and_undo_comes_back_to_that_one(
    room: Room, tab: Guesses
) -> None:
    before = left(room)
    press(KEY.Key_Return)
    room.settle()
    assert left(room) == before[1:]
    assert tab.current == before[1]
    press(KEY.Key_Z, CONTROL)
    room.settle()
    assert left(room) == before
    assert tab.current == before[0]


def test_what_is_ticked_is_confirmed_together_as_one_step(room: Room, tab: Guesses) -> None:
    before = left(room)
    for _ in range(3):
        press(KEY.Key_Space)
        press(KEY.Key_Down)
    press(KEY.Key_Return)
    room.settle()
    assert left(room) == before[3:]
    press(KEY.Key_Z, CONTROL)
    room.settle()
    assert left(room) == before


def test_n_says_that_it_is_not_recorded(room: Room, tab: Guesses) -> None:
    guess = left(room)[0]
    press(KEY.Key_N)
    room.settle()
    after = room.session.reading.review(guess.review_id)
    assert guess.detail.value not in after.attribute(guess.detail.name)
    assert tab.current is not None
    assert tab.current.key != guess.key


def test_shift_enter_confirms_every_guess_of_the_review(room: Room, tab: Guesses) -> None:
    guess = left(room)[0]
    press(KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    room.settle()
    assert guess.review_id not in {one.review_id for one in left(room)}
    assert left(room)


def test_t_takes_another_value_and_escape_none(room: Room, tab: Guesses) -> None:
    before = left(room)
    press(KEY.Key_T)
    assert isinstance(focused(), QLineEdit)
    press(KEY.Key_Escape)
    assert focused() is tab.list
    assert left(room) == before
    at = next(n for n, one in enumerate(before) if one.detail.name is DetailName.AREA)
    tab.list.go_to(at)
    press(KEY.Key_T)
    type_in("Eastmere")
    press(KEY.Key_Return)
    room.settle()
    after = room.session.reading.review(before[at].review_id)
    assert "Eastmere" in after.attribute(DetailName.AREA)
    assert before[at].key not in {one.key for one in left(room)}


def test_the_words_that_prove_a_guess_are_shown_in_their_paragraph(
    room: Room, tab: Guesses
) -> None:
    at = next(n for n, one in enumerate(left(room)) if one.detail.text)
    tab.list.go_to(at)
    room.settle()
    guess = left(room)[at]
    assert guess.detail.text is not None
    shown = [w for w in tab.findChildren(type(tab._words)) if w.text().count("background:")]
    assert len(shown) == 1
    assert guess.detail.text in shown[0].accessibleName()


def test_guesses_are_narrowed_to_one_detail(room: Room, tab: Guesses) -> None:
    tab.facets.choose({"detail": frozenset({DetailName.AREA.value})})
    assert tab.current is not None
    areas = [one for one in left(room) if one.detail.name is DetailName.AREA]
    assert tab.model.rowCount() == len(areas) > 0


def test_when_all_are_confirmed_the_tab_says_so(room: Room, tab: Guesses) -> None:
    room.session.keeping.shelving().confirm(left(room))
    tab.refresh()
    room.settle()
    assert tab.model.rowCount() == 0
    assert not named(tab, "Confirm", QPushButton).isEnabled()
    assert library(room).facts.words == "No guessed detail waits"
