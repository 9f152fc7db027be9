"""Undo and redo of a codebook change take along what was imported in between, with its ids."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from caseview.domain.suggestion import Decision, Suggestion
from caseview.tagging.suggest import Tagger
from caseview.usecases.decide import Ruling, decide
from caseview.usecases.edit_codebook import apply_codebook
from caseview.usecases.restore_points import go_back, list_restore_points
from caseview.usecases.undo import redo, undo
from tests.usecases.codebook_room import (
    CODER,
    NAME,
    SENTENCES,
    CodebookRoom,
    open_room,
    opened,
)

QUIET = "quiet and tidy"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[CodebookRoom]:
    made = open_room(tmp_path)
    yield made
    made.casebook.close()


def now() -> str:
    return "2024-05-01T12:00:00+00:00"


def change(room: CodebookRoom, **rules: str) -> None:
    """Give themes one more rule each and put the codebook in use."""
    draft = room.draft(**rules)
    apply_codebook(room.casebook, draft, room.preview(draft).fresh, coder=CODER)


def suggested(room: CodebookRoom, document: int) -> set[Suggestion]:
    with room.casebook.reading() as work:
        return {one.suggestion for one in work.decisions.suggestions(document_id=document)}


def due(room: CodebookRoom, document: int) -> set[Suggestion]:
    """Return what the codebook in use suggests on a document."""
    with room.casebook.reading() as work:
        held = work.documents.get(document)
        passages = [kept.passage for kept in work.documents.passages(document)]
        return set(Tagger(work.codebook).suggest(passages, kind=held.kind, form=held.form))


def assert_up_to_date(room: CodebookRoom) -> None:
    with room.casebook.reading() as work:
        documents = [one.id for one in work.documents.all()]
    for document in documents:
        assert suggested(room, document) == due(room, document), document


def test_an_import_after_the_change_goes_back_with_it_and_comes_again(room: CodebookRoom) -> None:
    change(room, curiosity=QUIET)
    room.add("Adult Q", SENTENCES[4:])
    by_new = suggested(room, 4)
    assert any(one.rule == "curiosity.gap.9" for one in by_new)
    assert undo(room.casebook, coder=CODER).codebook
    assert_up_to_date(room)
    assert suggested(room, 4) != by_new
    redo(room.casebook, coder=CODER)
    assert_up_to_date(room)
    assert suggested(room, 4) == by_new


def test_an_import_while_the_change_is_undone_comes_along_with_redo(room: CodebookRoom) -> None:
    change(room, curiosity=QUIET)
    room.add("Adult Q", SENTENCES[4:])
    undo(room.casebook, coder=CODER)
    room.add("Adult R", SENTENCES[5:])
    redo(room.casebook, coder=CODER)
    assert_up_to_date(room)
    undo(room.casebook, coder=CODER)
    assert_up_to_date(room)


def test_what_was_decided_on_it_is_done_again_on_the_very_suggestion(room: CodebookRoom) -> None:
    change(room, curiosity=QUIET)
    room.add("Adult Q", SENTENCES[4:])
    with room.casebook.reading() as work:
        (mine,) = [
            one.id
            for one in work.decisions.suggestions(document_id=4)
            if one.suggestion.rule == "curiosity.gap.9"
        ]
    decide(room.casebook, [mine], Ruling(Decision.ACCEPTED), coder=CODER, now=now)
    after = room.state()
    undo(room.casebook, coder=CODER)
    undo(room.casebook, coder=CODER)
    assert_up_to_date(room)
    room.casebook.close()
    room.casebook = opened(room.folder / NAME)  # a restart between the two
    redo(room.casebook, coder=CODER)
    redo(room.casebook, coder=CODER)
    assert room.state() == after


def test_several_changes_are_taken_back_one_by_one(room: CodebookRoom) -> None:
    change(room, curiosity=QUIET)
    room.add("Adult Q", SENTENCES[4:])
    change(room, staffing="visited")
    room.add("Adult R", SENTENCES[6:])
    for turn in (undo, undo, redo, redo, undo, redo):
        turn(room.casebook, coder=CODER)
        assert_up_to_date(room)


def test_going_back_to_a_point_before_the_change_takes_the_import_along(
    room: CodebookRoom,
) -> None:
    change(room, curiosity=QUIET)
    room.add("Adult Q", SENTENCES[4:])
    before = room.state()
    point = list_restore_points(room.casebook)[0]
    go_back(room.casebook, point.id, coder=CODER)
    assert_up_to_date(room)
    undo(room.casebook, coder=CODER)
    assert room.state() == before


def test_what_was_learned_in_between_is_taken_back_before_the_change(room: CodebookRoom) -> None:
    change(room, staffing="visited")
    room.add("Adult Q", SENTENCES[4:])
    room.learn()
    undo(room.casebook, coder=CODER)
    undo(room.casebook, coder=CODER)
    assert not any(one.rule == "staffing.gap.9" for one in suggested(room, 4))


def test_undo_of_anything_else_reads_no_codebook(room: CodebookRoom) -> None:
    with room.casebook.reading() as work:
        first = work.decisions.suggestions()[0].id
    decide(room.casebook, [first], Ruling(Decision.ACCEPTED), coder=CODER, now=now)
    assert not undo(room.casebook, coder=CODER).codebook
    assert_up_to_date(room)


def test_a_removed_document_leaves_the_change_to_be_taken_back(room: CodebookRoom) -> None:
    change(room, curiosity=QUIET)
    room.add("Adult Q", SENTENCES[4:])
    undo(room.casebook, coder=CODER)
    with room.casebook.writing() as work:
        work.documents.remove(4, reason="sent by mistake", coder=CODER)
    redo(room.casebook, coder=CODER)
    assert_up_to_date(room)
