"""Edits of whole reviews: one entry of the journal, confirmed by saving, on the right document."""

from pathlib import Path
from typing import Any

import pytest

from caseview.domain.attribute import DetailName
from caseview.domain.changes import Changes
from caseview.domain.errors import CasebookError
from caseview.domain.review import Review
from caseview.store.casebook import StoredCasebook
from caseview.usecases.edit_review import edit_reviews
from caseview.usecases.import_documents import gather_files, import_documents
from caseview.usecases.list_casebook import list_reviews
from caseview.usecases.undo import undo


@pytest.fixture
def book(casebook: StoredCasebook, reader: Any, report: Path) -> StoredCasebook:
    batch = gather_files([report])
    list(import_documents(casebook, reader, batch, jobs=1, stop=lambda: False))
    return casebook


def only(book: StoredCasebook) -> Review:
    (review,) = list_reviews(book, None)
    return review


def test_several_details_are_edited_as_one_act(book: StoredCasebook) -> None:
    before = only(book)
    wanted = {DetailName.AREA: ["Eastmere", "Kelbridge"], DetailName.AGE: ["42"]}
    edit_reviews(book, [before.id], wanted, coder="JB")
    after = only(book)
    assert after.attribute(DetailName.AREA) == ("Eastmere", "Kelbridge")
    assert after.attribute(DetailName.AGE) == ("42",)
    undo(book, coder="JB")
    assert only(book) == before


def test_saving_a_guess_as_it_is_confirms_it_and_keeps_the_words_it_was_read_from(
    book: StoredCasebook,
) -> None:
    before = only(book)
    name = DetailName.PUBLISHED
    (guess,) = [detail for detail in before.details if detail.name is name]
    assert not guess.confirmed
    edit_reviews(book, [before.id], {name: [guess.value]}, coder="JB")
    (kept,) = [detail for detail in only(book).details if detail.name is name]
    assert kept.confirmed
    assert (kept.value, kept.text, kept.start) == (guess.value, guess.text, guess.start)
    assert edit_reviews(book, [before.id], {name: [guess.value]}, coder="JB") == Changes()


def test_no_value_means_not_recorded(book: StoredCasebook) -> None:
    review = only(book)
    edit_reviews(book, [review.id], {DetailName.PUBLISHED: []}, coder="JB")
    assert only(book).attribute(DetailName.PUBLISHED) == ()


def test_a_detail_that_has_one_value_takes_no_two(book: StoredCasebook) -> None:
    review = only(book)
    with pytest.raises(CasebookError, match="one value"):
        edit_reviews(book, [review.id], {DetailName.AGE: ["41", "42"]}, coder="JB")
    assert only(book) == review
