"""Between a preview and Apply others work; figures of rules, and all of one rule at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from caseview.domain.codebook_effect import Happens
from caseview.domain.errors import CasebookError
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision, Level
from caseview.tagging.editing.draft import Draft
from caseview.tagging.editing.rules import remove_rule
from caseview.tagging.editing.themes import retire
from caseview.usecases.decide import Ruling, decide
from caseview.usecases.edit_codebook import (
    apply_codebook,
    preview_codebook,
    read_figures,
)
from caseview.usecases.reject_rule import open_suggestions_of_rule, reject_rule
from caseview.usecases.suggest_again import InTurn
from caseview.usecases.tag_passage import Chosen, tag_passage
from caseview.usecases.undo import undo
from tests.usecases.codebook_room import CODER, CodebookRoom, open_room

NOON = "2024-05-01T12:00:00+00:00"


def now() -> str:
    return NOON


@pytest.fixture
def room(tmp_path: Path) -> Iterator[CodebookRoom]:
    made = open_room(tmp_path)
    yield made
    made.casebook.close()


def test_what_is_decided_or_imported_between_preview_and_apply_is_taken_as_it_is(
    room: CodebookRoom,
) -> None:
    draft = Draft.of(room.book).with_codebook(remove_rule(room.book, "curiosity.gap.2"))
    said = room.preview(draft)
    gone = {one.start for one in said.of(Happens.REMOVED) if one.document_id == 1}
    doomed = [
        s.id
        for s in room.state()["suggestions"].values()
        if s.document_id == 1 and s.suggestion.start in gone and s.suggestion.theme == "curiosity"
    ]
    decide(room.casebook, doomed, Ruling(Decision.ACCEPTED), coder=CODER, now=now)
    room.add("Adult Q", ["Nobody asked why. The home was quiet."])
    apply_codebook(room.casebook, draft, said.fresh, coder=CODER)
    held = room.state()["suggestions"]
    assert set(doomed) <= held.keys()
    assert not [
        s
        for s in held.values()
        if s.suggestion.rule == "curiosity.gap.2" and s.decision is Decision.UNDECIDED
    ]


def test_a_draft_begun_with_another_codebook_is_refused(room: CodebookRoom) -> None:
    stale = room.draft(staffing="quiet")
    other = room.draft(sharing="tidy")
    apply_codebook(room.casebook, other, room.preview(other).fresh, coder=CODER)
    with pytest.raises(CasebookError):
        room.preview(stale)
    with pytest.raises(CasebookError):
        apply_codebook(room.casebook, stale, {}, coder=CODER)
    assert room.book.version == "8"


def test_a_preview_can_be_stopped(room: CodebookRoom) -> None:
    asked = iter([False, True, True, True])
    heard: list[tuple[int, int]] = []
    found = preview_codebook(
        room.casebook,
        room.draft(staffing="quiet"),
        InTurn(),
        told=lambda done, total: heard.append((done, total)),
        stop=lambda: next(asked),
    )
    assert found is None
    assert heard == [(1, 3)]


def test_rules_are_known_by_how_often_they_were_right(room: CodebookRoom) -> None:
    held = room.state()["suggestions"].values()
    late = [s.id for s in held if s.suggestion.rule == "recording.gap.1"]
    decide(room.casebook, late[:1], Ruling(Decision.ACCEPTED), coder=CODER, now=now)
    decide(room.casebook, late[1:], Ruling(Decision.REJECTED), coder=CODER, now=now)
    figures = read_figures(room.casebook)
    record = figures.of_rule("recording.gap.1")
    assert (record.accepted, record.rejected, record.open) == (1, len(late) - 1, 0)
    assert record.right == 1 / len(late)
    assert figures.of_theme("recording") == record
    assert (figures.use("recording").tags, figures.use("recording").reviews) == (1, 1)
    assert figures.of_rule("nothing").right is None


def test_all_of_a_rule_in_one_document_are_rejected_as_one_act(room: CodebookRoom) -> None:
    before = room.state()
    mine = [s for s in before["suggestions"].values() if s.document_id == 1]
    rule = mine[0].suggestion.rule
    every = sum(s.suggestion.rule == rule for s in mine)
    weakest = Level.READING
    assert open_suggestions_of_rule(room.casebook, 1, rule, level=weakest) == every
    sure = open_suggestions_of_rule(room.casebook, 1, rule, level=Level.SURE)
    assert sure == sum(
        s.suggestion.rule == rule and s.suggestion.confidence >= Level.SURE.least for s in mine
    )
    changes = reject_rule(room.casebook, 1, rule, coder=CODER, level=weakest)
    assert len(changes.suggestions) == every > 0
    assert open_suggestions_of_rule(room.casebook, 1, rule, level=weakest) == 0
    others = [s for s in room.state()["suggestions"].values() if s.document_id != 1]
    assert all(s.decision is Decision.UNDECIDED for s in others)
    assert reject_rule(room.casebook, 1, rule, coder=CODER).label == ""
    undo(room.casebook, coder=CODER)
    assert room.state() == before


def test_a_retired_theme_keeps_its_tags_and_is_suggested_no_more(room: CodebookRoom) -> None:
    first = next(
        s for s in room.state()["suggestions"].values() if s.suggestion.theme == "staffing"
    )
    decide(room.casebook, [first.id], Ruling(Decision.ACCEPTED), coder=CODER, now=now)
    draft = Draft.of(room.book).with_codebook(retire(room.book, "staffing"))
    said = room.preview(draft)
    assert said.tags == 0
    apply_codebook(room.casebook, draft, said.fresh, coder=CODER)
    held = room.state()
    assert [tag.theme for tag in held["tags"].values()] == ["staffing"]
    assert [
        s.decision for s in held["suggestions"].values() if s.suggestion.theme == "staffing"
    ] == [Decision.ACCEPTED]
    chosen = Chosen(1, Span(first.passage.start, first.passage.end), "staffing")
    with pytest.raises(CasebookError):
        tag_passage(room.casebook, chosen, coder="SO", now=now)
    assert read_figures(room.casebook).use("staffing").tags == 1
