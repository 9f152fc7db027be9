"""What coders do is kept as commands, undone and redone in order, across a restart."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from caseview.domain.attribute import Detail, DetailName
from caseview.domain.changes import Changes
from caseview.domain.description import ReadDocument
from caseview.domain.errors import CasebookError
from caseview.domain.journal import (
    AnyCommand,
    Finished,
    SetDecision,
    SetDetails,
    SetFinished,
    SetNote,
    SetReview,
    SetScreening,
    SetTag,
)
from caseview.domain.note import Note
from caseview.domain.reads_as import ReadsAs
from caseview.domain.suggestion import Decision
from caseview.domain.tag import Tag
from caseview.store.casebook import StoredCasebook

Document = Callable[..., tuple[ReadDocument, bytes]]
Reopen = Callable[..., StoredCasebook]
NOW = "2026-03-01T09:00:00+00:00"
TAG = Tag(1, 1, 1, 2, "staffing", 14, 20, "Nobody", ReadsAs.GAP, False, "SO", NOW, "1")
ONE = frozenset({1})
NOTE = Note(1, "document:1", "Ask the board.", "SO", NOW)
REJECT = SetDecision(1, Decision.UNDECIDED, Decision.REJECTED)


@pytest.fixture
def filled(casebook: StoredCasebook, document: Document) -> StoredCasebook:
    with casebook.writing() as work:
        work.documents.add(*document(), None)
    return casebook


def perform(casebook: StoredCasebook, *commands: AnyCommand, label: str = "Do") -> None:
    with casebook.writing() as work:
        work.journal.perform(label, commands, "SO")


def state(casebook: StoredCasebook, number: int = 1) -> Decision:
    with casebook.reading() as work:
        return work.decisions.suggestions(ids=[number])[0].decision


def test_what_changed_is_named_for_whoever_shows_it(filled: StoredCasebook) -> None:
    with filled.writing() as work:
        accepted = SetDecision(1, Decision.UNDECIDED, Decision.ACCEPTED)
        changes = work.journal.perform("Accept", [accepted, SetTag(None, TAG)], "SO")
    assert changes == Changes("Accept", ONE, ONE, ONE, ONE)


def test_undo_and_redo_go_through_the_entries_one_by_one(filled: StoredCasebook) -> None:
    perform(filled, REJECT, label="Reject")
    perform(filled, SetTag(None, TAG), label="Tag")
    for ask, label, tags, decision in (
        ("undo", "Undo: Tag", 0, Decision.REJECTED),
        ("undo", "Undo: Reject", 0, Decision.UNDECIDED),
        ("redo", "Redo: Reject", 0, Decision.REJECTED),
        ("redo", "Redo: Tag", 1, Decision.REJECTED),
    ):
        with filled.writing() as work:
            assert getattr(work.journal, ask)("SO").label == label
            assert len(work.decisions.tags()) == tags
        assert state(filled) is decision


def test_undo_goes_on_after_the_casebook_was_closed(filled: StoredCasebook, opener: Reopen) -> None:
    perform(filled, REJECT)
    perform(filled, SetTag(None, TAG))
    with filled.writing() as work:
        work.journal.undo("SO")
    filled.close()
    again = opener()
    with again.writing() as work:
        assert [entry.undone for entry in work.journal.entries()] == [False, True]
        work.journal.redo("SO")
        assert work.decisions.tags() == (TAG,)
        work.journal.undo("SO")
        work.journal.undo("SO")
    assert state(again) is Decision.UNDECIDED
    again.close()


def test_a_new_act_ends_what_could_be_redone(filled: StoredCasebook) -> None:
    perform(filled, REJECT, label="Reject")
    with filled.writing() as work:
        work.journal.undo("SO")
    perform(filled, SetTag(None, TAG), label="Tag")
    with filled.writing() as work:
        assert [entry.label for entry in work.journal.entries()] == ["Tag"]
        with pytest.raises(CasebookError, match="nothing to redo"):
            work.journal.redo("SO")


def test_there_is_nothing_to_undo_at_first(filled: StoredCasebook) -> None:
    with filled.writing() as work, pytest.raises(CasebookError, match="nothing to undo"):
        work.journal.undo("SO")


def test_entries_come_back_as_they_were_performed(filled: StoredCasebook) -> None:
    commands = (REJECT, SetTag(None, TAG), SetNote(None, NOTE))
    perform(filled, *commands, label="All at once")
    with filled.reading() as work:
        (entry,) = work.journal.entries()
    assert (entry.label, entry.coder, entry.commands) == ("All at once", "SO", commands)


AGE = (Detail(DetailName.AGE, "42"),)
DONE = Finished("SO", NOW)


@pytest.mark.parametrize(
    "command",
    [
        SetTag(TAG, None),
        SetTag(TAG, replace(TAG, is_key=True)),
        SetDecision(1, Decision.ACCEPTED, Decision.UNDECIDED),
        SetDecision(99, Decision.UNDECIDED, Decision.ACCEPTED),
        SetFinished(1, DONE, None),
        SetFinished(99, None, DONE),
        SetScreening(1, "Outside", None),
        SetScreening(99, None, "Outside"),
        SetDetails(1, DetailName.AGE, AGE, ()),
        SetDetails(99, DetailName.AGE, (), AGE),
        SetReview(1, 2, 1),
        SetReview(99, 1, 2),
        SetNote(NOTE, None),
    ],
    ids=lambda command: type(command).__name__,
)
def test_a_command_that_finds_something_else_keeps_nothing_of_its_entry(
    filled: StoredCasebook, command: AnyCommand
) -> None:
    with pytest.raises(CasebookError):
        perform(filled, REJECT, command)
    assert state(filled) is Decision.UNDECIDED
    with filled.reading() as work:
        assert work.journal.entries() == ()
        assert work.decisions.tags() == ()
    assert [line.action for line in filled.audit()] == ["New casebook", "Import"]


def test_a_tag_that_is_there_already_is_not_put_in_again(filled: StoredCasebook) -> None:
    perform(filled, SetTag(None, TAG))
    with pytest.raises(CasebookError, match="meantime"):
        perform(filled, SetTag(None, TAG))


def test_another_coder_who_undoes_is_named_in_the_audit(filled: StoredCasebook) -> None:
    perform(filled, REJECT, label="Reject")
    with filled.writing() as work:
        work.journal.undo("BK")
    assert [(line.coder, line.action) for line in filled.audit()][-2:] == [
        ("SO", "Reject"),
        ("BK", "Undo: Reject"),
    ]
    assert filled.info().coders == ("BK", "SO")


def test_a_unit_of_work_that_ends_badly_keeps_nothing(filled: StoredCasebook) -> None:
    def rejected_then_broken() -> None:
        with filled.writing() as work:
            work.journal.perform("Reject", [REJECT], "SO")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        rejected_then_broken()
    assert state(filled) is Decision.UNDECIDED
    perform(filled, REJECT)
    assert state(filled) is Decision.REJECTED


def test_an_entry_is_taken_back_in_reverse_order(filled: StoredCasebook) -> None:
    starred = replace(TAG, is_key=True)
    perform(
        filled,
        REJECT,
        SetDecision(1, Decision.REJECTED, Decision.SKIPPED),
        SetTag(None, TAG),
        SetTag(TAG, starred),
    )
    with filled.writing() as work:
        work.journal.undo("SO")
        assert work.decisions.tags() == ()
        work.journal.redo("SO")
        assert work.decisions.tags() == (starred,)
    assert state(filled) is Decision.SKIPPED
