"""Notes are written, changed and taken away, each act one that can be undone."""

from collections.abc import Callable

import pytest

from caseview.domain.errors import CasebookError
from caseview.store.casebook import StoredCasebook
from caseview.usecases.write_note import rewrite_note, write_note

Clock = Callable[[], str]


def words(casebook: StoredCasebook) -> list[tuple[int, str, str]]:
    with casebook.reading() as work:
        return [(note.id, note.text, note.coder) for note in work.decisions.every_note()]


@pytest.fixture
def noted(casebook: StoredCasebook, clock: Clock) -> StoredCasebook:
    write_note(casebook, "document:1", " Read twice. ", coder="JB", now=clock)
    return casebook


def test_a_changed_note_stays_its_writers(noted: StoredCasebook) -> None:
    rewrite_note(noted, 1, "Read three times.", coder="SO")
    assert words(noted) == [(1, "Read three times.", "JB")]
    with noted.writing() as work:
        work.journal.undo("SO")
    assert words(noted) == [(1, "Read twice.", "JB")]


def test_a_note_left_without_words_is_taken_away_and_comes_back(noted: StoredCasebook) -> None:
    rewrite_note(noted, 1, "  ", coder="JB")
    assert words(noted) == []
    with noted.writing() as work:
        work.journal.undo("JB")
    assert words(noted) == [(1, "Read twice.", "JB")]


def test_the_same_words_change_nothing(noted: StoredCasebook) -> None:
    assert not rewrite_note(noted, 1, "Read twice.", coder="JB").notes


def test_a_note_that_is_not_there_is_said(noted: StoredCasebook) -> None:
    with pytest.raises(CasebookError, match="no note 9"):
        rewrite_note(noted, 9, "Words", coder="JB")


def test_an_empty_note_is_not_kept(casebook: StoredCasebook, clock: Clock) -> None:
    with pytest.raises(CasebookError, match="no words"):
        write_note(casebook, "document:1", " ", coder="JB", now=clock)
