"""Guesses with the words that prove them: confirmed, corrected or taken away, each one act."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from caseview.domain.attribute import Detail, DetailName
from caseview.domain.changes import Changes
from caseview.domain.errors import CasebookError
from caseview.domain.review import Review
from caseview.store.casebook import StoredCasebook
from caseview.usecases.confirm_details import (
    Proof,
    confirm,
    correct,
    guessed_details,
    not_recorded,
    prove,
)
from caseview.usecases.edit_review import edit_reviews
from caseview.usecases.import_documents import gather_files, import_documents
from caseview.usecases.list_casebook import list_reviews
from caseview.usecases.screen_review import screen_reviews
from caseview.usecases.undo import undo


@pytest.fixture
def book(casebook: StoredCasebook, reader: Any, report: Path) -> StoredCasebook:
    other = report.with_name("beech-report.txt")
    other.write_text(
        report.read_text(encoding="utf-8").replace("Martin Alder, aged 41", "Ann Beech, aged 42"),
        encoding="utf-8",
    )
    batch = gather_files([report, other])
    list(import_documents(casebook, reader, batch, jobs=1, stop=lambda: False))
    return casebook


def reviews(book: StoredCasebook) -> tuple[Review, ...]:
    return tuple(list_reviews(book, None))


def test_every_guess_that_a_review_shows_is_listed_with_the_words_that_prove_it(
    book: StoredCasebook,
) -> None:
    guesses = guessed_details(book)
    shown = {(one.review_id, one.detail) for one in guesses}
    there = {
        (review.id, detail)
        for review in reviews(book)
        for detail in review.details
        if not detail.confirmed and detail.name in {guess.detail.name for guess in guesses}
    }
    assert shown == there
    assert {one.detail.name for one in guesses} >= {DetailName.PUBLISHED, DetailName.AGE}
    for guess in guesses:
        if guess.detail.text:
            proof = prove(book, guess)
            assert proof.words == guess.detail.text
            assert "\n\n" not in proof.before


def test_a_guess_that_no_words_support_has_no_proof(book: StoredCasebook) -> None:
    guess = replace(guessed_details(book)[0], detail=Detail(DetailName.AREA, "Eastmere"))
    assert prove(book, guess) == Proof()


def test_one_is_confirmed_and_undo_brings_that_one_back(book: StoredCasebook) -> None:
    before = guessed_details(book)
    confirm(book, before[:1], coder="JB")
    assert guessed_details(book) == before[1:]
    undo(book, coder="JB")
    assert guessed_details(book) == before


def test_all_of_them_are_confirmed_as_one_act(book: StoredCasebook) -> None:
    before, held = guessed_details(book), reviews(book)
    confirm(book, before, coder="JB")
    assert guessed_details(book) == ()
    undo(book, coder="JB")
    assert reviews(book) == held


def test_not_recorded_takes_the_value_from_every_document_of_the_review(
    book: StoredCasebook,
) -> None:
    guess = next(one for one in guessed_details(book) if one.detail.name is DetailName.PUBLISHED)
    not_recorded(book, [guess], coder="JB")
    after = next(one for one in reviews(book) if one.id == guess.review_id)
    assert after.attribute(DetailName.PUBLISHED) == ()
    undo(book, coder="JB")
    assert guess in guessed_details(book)


def test_another_value_stands_confirmed_in_place_of_the_guess(book: StoredCasebook) -> None:
    guess = next(one for one in guessed_details(book) if one.detail.name is DetailName.AGE)
    correct(book, guess, " 40 ", coder="JB")
    (age,) = [
        d
        for review in reviews(book)
        if review.id == guess.review_id
        for d in review.details
        if d.name is DetailName.AGE
    ]
    assert age == Detail(DetailName.AGE, "40", confirmed=True)
    with pytest.raises(CasebookError, match="No value"):
        correct(book, guess, "  ", coder="JB")


def test_a_guess_that_has_changed_meanwhile_changes_nothing(book: StoredCasebook) -> None:
    guess = next(one for one in guessed_details(book) if one.detail.name is DetailName.AGE)
    edit_reviews(book, [guess.review_id], {DetailName.AGE: ["39"]}, coder="SO")
    held = reviews(book)
    with pytest.raises(CasebookError, match="changed meanwhile"):
        confirm(book, [guess], coder="JB")
    assert reviews(book) == held


def test_what_is_confirmed_already_is_no_act(book: StoredCasebook) -> None:
    guesses = guessed_details(book)[:1]
    confirm(book, guesses, coder="JB")
    assert confirm(book, guesses, coder="JB") == Changes()


def test_a_review_screened_out_asks_for_nothing_and_several_are_screened_as_one_act(
    book: StoredCasebook,
) -> None:
    held = reviews(book)
    screen_reviews(book, [one.id for one in held], "Outside the period", coder="JB")
    assert {one.screened_out for one in reviews(book)} == {"Outside the period"}
    assert guessed_details(book) == ()
    undo(book, coder="JB")
    assert reviews(book) == held
