"""What the preview of a change of the codebook says is exactly what applying it does."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseview.counting.effect_words import effect_sentence, merge_question
from caseview.domain.codebook import Effect, ThemeGroup
from caseview.domain.codebook_effect import Effect as WhatItDoes
from caseview.domain.codebook_effect import Happens, reviews_of
from caseview.domain.errors import CodebookError
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision, KeptSuggestion
from caseview.tagging.editing.draft import Draft
from caseview.tagging.editing.groups import keep_group, retire_group
from caseview.tagging.editing.joining import Half
from caseview.tagging.editing.rules import add_rule, edit_rule, remove_rule
from caseview.tagging.editing.themes import add_theme, bring_back, rename, retire
from caseview.usecases.decide import Ruling, decide
from caseview.usecases.edit_codebook import (
    apply_codebook,
    list_versions,
    read_version,
)
from caseview.usecases.restore_points import list_restore_points
from caseview.usecases.tag_passage import Chosen, tag_passage
from caseview.usecases.undo import redo, undo
from tests.usecases.codebook_room import CODER, NAME, CodebookRoom, open_room, opened

NOON = "2024-05-01T12:00:00+00:00"
PATTERNS = ("quiet", "late", "nobody asked", "staff", "(tidy|bruise)", "information .. teams")
THEMES = ("staffing", "curiosity", "recording", "sharing", "new", "one_half", "other_half")
FRESH = ThemeGroup("", "Fresh", "FR", "pink")
Edit = Callable[[Draft], Draft]


def now() -> str:
    return NOON


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A casebook to make copies of."""
    folder = tmp_path_factory.mktemp("kept")
    open_room(folder).casebook.close()
    return folder / NAME


@contextmanager
def copy_of(kept: Path) -> Iterator[CodebookRoom]:
    with TemporaryDirectory() as folder:
        shutil.copy(kept, folder)
        room = CodebookRoom(opened(Path(folder) / NAME), Path(folder))
        try:
            yield room
        finally:
            room.casebook.close()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[CodebookRoom]:
    made = open_room(tmp_path)
    yield made
    made.casebook.close()


def edit(kind: str, theme: str, other: str, pattern: str, effect: Effect) -> Edit:
    """Return one edit of a draft; what it names may not be there, and then it is refused."""

    def rules(draft: Draft) -> list[str]:
        return [rule.id for rule in draft.after.theme(theme).rules]

    def parted(draft: Draft) -> Draft:
        halves = (Half("One half", "One."), Half("Other half", "Two."))
        return draft.splitting(theme, halves, rules(draft)[::2])

    edits: dict[str, Edit] = {
        "add": lambda d: d.with_codebook(add_rule(d.after, theme, effect, pattern)),
        "remove": lambda d: d.with_codebook(remove_rule(d.after, rules(d)[0])),
        "edit": lambda d: d.with_codebook(edit_rule(d.after, rules(d)[-1], effect, pattern)),
        "retire": lambda d: d.with_codebook(retire(d.after, theme)),
        "back": lambda d: d.with_codebook(bring_back(d.after, theme)),
        "rename": lambda d: d.with_codebook(rename(d.after, theme, "Called otherwise")),
        "new": lambda d: d.with_codebook(add_theme(d.after, "New", "work", "New.")),
        "group": lambda d: d.with_codebook(keep_group(d.after, FRESH, 0, {theme})),
        "group gone": lambda d: d.with_codebook(retire_group(d.after, d.after.theme(theme).group)),
        "merge": lambda d: d.merging(theme, other),
        "split": parted,
    }
    return edits[kind]


kinds = st.sampled_from([
    "add",
    "remove",
    "edit",
    "retire",
    "back",
    "rename",
    "new",
    "group",
    "group gone",
    "merge",
    "split",
])
effects = st.sampled_from([Effect.GAP, Effect.TOPIC, Effect.FALSE_FRIEND])
edits = st.lists(
    st.builds(
        edit,
        kinds,
        st.sampled_from(THEMES),
        st.sampled_from(THEMES),
        st.sampled_from(PATTERNS),
        effects,
    ),
    min_size=1,
    max_size=4,
)


def work_on(room: CodebookRoom, verdicts: list[Decision], also: set[str]) -> None:
    """Learn or not, decide suggestions by these verdicts in turn, tag a passage by hand or not."""
    if "learned" in also:
        room.learn()
    for one, verdict in zip(room.state()["suggestions"].values(), verdicts, strict=False):
        decide(room.casebook, [one.id], Ruling(verdict), coder="JB", now=now)
    if "tagged by hand" in also:
        with room.casebook.reading() as work:
            passage = work.documents.passages(1)[-1].passage
        chosen = Chosen(1, Span(passage.start, passage.end), "recording")
        tag_passage(room.casebook, chosen, coder="SO", now=now)


def drafted(room: CodebookRoom, steps: list[Edit], places: list[int | None]) -> Draft:
    """Return the draft of these edits, and of tags placed by hand where it changes anything."""
    draft = Draft.of(room.book)
    for step in steps:
        with suppress(CodebookError, IndexError):
            draft = step(draft)
    if draft.after != draft.before:
        living = [theme.id for theme in draft.after.themes if not theme.retired]
        for tag, place in zip(room.state()["tags"], places, strict=False):
            if place is not None:
                draft = draft.placing(tag, living[place % len(living)])
    return draft


def as_said(said: WhatItDoes, before: dict[str, Any], after: dict[str, Any]) -> None:
    """Hold what was said against what is there before and after."""
    old, new = before["suggestions"], after["suggestions"]
    added = [(new[n].document_id, new[n].suggestion.start) for n in new.keys() - old.keys()]
    assert sorted(added) == sorted((one.document_id, one.start) for one in said.of(Happens.ADDED))
    assert len(said.of(Happens.REMOVED)) == len(old.keys() - new.keys())
    changed = [n for n in old.keys() & new.keys() if old[n].suggestion != new[n].suggestion]
    assert len(said.of(Happens.CHANGED)) == len(changed)
    decided = [n for n in old if old[n].decision in {Decision.ACCEPTED, Decision.REJECTED}]
    assert [new[n] for n in decided] == [old[n] for n in decided]
    tags, moved = before["tags"], after["tags"]
    assert not moved.keys() - tags.keys()
    assert {one.tag_id for one in said.of(Happens.JOINED)} == tags.keys() - moved.keys()
    there = {n for n in tags.keys() & moved.keys() if tags[n] != moved[n]}
    assert {one.tag_id for one in said.of(Happens.MOVED, Happens.GREW)} == there


def of_theme(room: CodebookRoom, theme: str) -> list[KeptSuggestion]:
    held = room.state()["suggestions"].values()
    return [kept for kept in held if kept.suggestion.theme == theme]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    steps=edits,
    verdicts=st.lists(st.sampled_from(list(Decision)), max_size=12),
    also=st.sets(st.sampled_from(["tagged by hand", "learned"])),
    places=st.lists(st.none() | st.integers(0, 6), max_size=12),
)
def test_apply_does_what_the_preview_said_and_one_undo_takes_all_of_it_back(
    kept: Path,
    steps: list[Edit],
    verdicts: list[Decision],
    also: set[str],
    places: list[int | None],
) -> None:
    with copy_of(kept) as room:
        work_on(room, verdicts, also)
        before = room.state()
        draft = drafted(room, steps, places)
        said = room.preview(draft)
        assert room.state() == before
        apply_codebook(room.casebook, draft, said.fresh, coder=CODER)
        after = room.state()
        as_said(said, before, after)
        if draft.is_empty:
            assert after == before
            return
        assert after["codebook"].version == said.version
        assert not room.preview(Draft.of(room.book)).touched
        undo(room.casebook, coder=CODER)
        assert room.state() == before
        redo(room.casebook, coder=CODER)
        assert room.state() == after


def test_the_version_rises_by_one_and_a_restore_point_stands_before_it(room: CodebookRoom) -> None:
    draft = room.draft(staffing="quiet")
    said = room.preview(draft)
    changes = apply_codebook(room.casebook, draft, said.fresh, coder=CODER)
    assert changes.codebook
    assert room.book.version == "8"
    assert [one.why for one in list_restore_points(room.casebook)] == [
        "before the codebook changed"
    ]
    first, last = list_versions(room.casebook)
    assert (first.version, last.version, last.in_use) == ("7", "8", True)
    assert last.note == "“Staffing”: new rule “quiet” (gap)."
    assert read_version(room.casebook, first.id) == draft.before
    undo(room.casebook, coder=CODER)
    assert room.book.version == "7"
    again = Draft.of(room.book).with_codebook(rename(room.book, "staffing", "Staff"))
    apply_codebook(room.casebook, again, {}, coder=CODER)
    assert room.book.version == "9"  # version 8 was kept, and says something else


def test_the_sentence_counts_what_is_added_and_where(room: CodebookRoom) -> None:
    said = room.preview(room.draft(staffing="quiet"))
    added = said.of(Happens.ADDED)
    assert len(added) == reviews_of(added) == 2
    strong = [one for one in added if not one.weak]
    if strong:
        assert effect_sentence(said).startswith(f"This change would add {len(strong)} suggestion")
    assert effect_sentence(said).endswith("It changes no tags.") or "level Reading" in (
        effect_sentence(said)
    )


def test_a_change_of_words_alone_touches_no_suggestion(room: CodebookRoom) -> None:
    draft = Draft.of(room.book).with_codebook(rename(room.book, "staffing", "Staff"))
    said = room.preview(draft)
    assert said.touched == ()
    assert effect_sentence(said) == (
        "This change would neither add nor remove suggestions. It changes no tags."
    )
    assert said.changes == ("“Staffing” is called “Staff”.",)


def test_merging_moves_tags_and_joins_those_of_one_coder_on_the_same_words(
    room: CodebookRoom,
) -> None:
    with room.casebook.reading() as work:
        one, two = (kept.passage for kept in work.documents.passages(1)[-2:])
    for theme, span, coder in (
        ("staffing", Span(one.start, one.end - 5), "JB"),
        ("curiosity", Span(one.start + 3, one.end), "JB"),
        ("staffing", Span(two.start, two.end), "JB"),
        ("curiosity", Span(two.start, two.end), "SO"),
    ):
        tag_passage(room.casebook, Chosen(1, span, theme), coder=coder, now=now)
    draft = Draft.of(room.book).merging("staffing", "curiosity")
    said = room.preview(draft)
    assert merge_question(said, "Staffing", "Curiosity") == (
        "Move 2 tags from “Staffing” to “Curiosity”? 1 passage has both and will join."
        " You can undo this."
    )
    apply_codebook(room.casebook, draft, said.fresh, coder=CODER)
    tags = room.state()["tags"].values()
    assert {(tag.coder, tag.theme, tag.start, tag.end) for tag in tags} == {
        ("JB", "curiosity", one.start, one.end),
        ("JB", "curiosity", two.start, two.end),
        ("SO", "curiosity", two.start, two.end),
    }
    assert room.book.theme("staffing").retired


def test_what_was_rejected_before_a_merge_is_not_asked_again_by_a_later_change(
    room: CodebookRoom,
) -> None:
    mine = [n for n, s in room.state()["suggestions"].items() if s.suggestion.theme == "staffing"]
    decide(room.casebook, mine, Ruling(Decision.REJECTED), coder=CODER, now=now)
    draft = Draft.of(room.book).merging("staffing", "sharing")
    apply_codebook(room.casebook, draft, room.preview(draft).fresh, coder=CODER)
    later = Draft.of(room.book)
    later = later.with_codebook(add_rule(later.after, "sharing", Effect.GAP, "unheard of"))
    assert room.preview(later).touched == ()
