"""Restore points bring back what was there, however one went since, and can be undone."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseview.domain.description import ReadDocument
from caseview.domain.errors import CasebookError
from caseview.domain.journal import Entry, SetNote, SetSetting
from caseview.domain.note import Note
from caseview.domain.restore_point import RestorePoint, way_to
from caseview.store.casebook import StoredCasebook
from caseview.usecases.restore_points import (
    ON_REQUEST,
    go_back,
    list_restore_points,
    make_restore_point,
    mark_place,
)
from caseview.usecases.undo import redo, undo

Document = Callable[..., tuple[ReadDocument, bytes]]
Reopen = Callable[..., StoredCasebook]


def write(casebook: StoredCasebook, value: str) -> None:
    """Set the marking, which stands for the whole of what coders decide."""
    with casebook.writing() as work:
        before = work.saved.settings().get("marking")
        work.journal.perform(f"Mark {value}", [SetSetting("marking", before, value)], "SO")


def marking(casebook: StoredCasebook) -> str | None:
    with casebook.reading() as work:
        return work.saved.settings().get("marking")


def point(casebook: StoredCasebook, why: str = "before a test") -> RestorePoint:
    with casebook.writing() as work:
        return make_restore_point(work, why, "SO")


def test_going_back_undoes_all_that_was_done_since_as_one_act(casebook: StoredCasebook) -> None:
    write(casebook, "one")
    there = point(casebook)
    write(casebook, "two")
    write(casebook, "three")

    changes = go_back(casebook, there.id, coder="BK")

    assert marking(casebook) == "one"
    assert changes.settings == {"marking"}
    assert changes.label.startswith("Go back to ")
    undo(casebook, coder="BK")
    assert marking(casebook) == "three"
    redo(casebook, coder="BK")
    assert marking(casebook) == "one"
    assert go_back(casebook, there.id, coder="BK").label == "", "one is there already"


def test_what_a_restore_point_holds_is_not_lost_by_undoing_and_doing_something_else(
    casebook: StoredCasebook,
) -> None:
    write(casebook, "one")
    write(casebook, "two")
    there = point(casebook)
    undo(casebook, coder="SO")
    undo(casebook, coder="SO")
    write(casebook, "other")

    go_back(casebook, there.id, coder="SO")

    assert marking(casebook) == "two"
    undo(casebook, coder="SO")
    assert marking(casebook) == "other"
    undo(casebook, coder="SO")
    assert marking(casebook) is None
    with casebook.reading() as work:
        labels = [entry.label for entry in work.journal.entries()]
    assert "Undo: 2 acts" in labels


def test_without_a_restore_point_there_a_new_act_still_ends_redo(casebook: StoredCasebook) -> None:
    point(casebook)
    write(casebook, "one")
    undo(casebook, coder="SO")
    write(casebook, "two")
    with casebook.reading() as work:
        assert [entry.label for entry in work.journal.entries()] == ["Mark two"]


def test_going_back_may_also_go_forwards(casebook: StoredCasebook) -> None:
    write(casebook, "one")
    there = point(casebook)
    undo(casebook, coder="SO")
    go_back(casebook, there.id, coder="SO")
    assert marking(casebook) == "one"


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_every_point_is_reached_from_anywhere(
    casebook: StoredCasebook, data: st.DataObject
) -> None:
    held: dict[int, str | None] = {}
    for step in range(data.draw(st.integers(3, 14))):
        act = data.draw(st.sampled_from(["do", "do", "undo", "redo", "mark", "back"]))
        if act == "do":
            write(casebook, f"{step}-{data.draw(st.sampled_from('abc'))}")
        elif act == "mark":
            held[point(casebook).id] = marking(casebook)
        elif act == "back" and held:
            chosen = data.draw(st.sampled_from(sorted(held)))
            go_back(casebook, chosen, coder="SO")
            assert marking(casebook) == held[chosen]
        elif act in {"undo", "redo"}:
            try:
                (undo if act == "undo" else redo)(casebook, coder="SO")
            except CasebookError:
                continue
    for number, value in held.items():
        go_back(casebook, number, coder="SO")
        assert marking(casebook) == value


def test_going_to_and_fro_does_not_grow_the_journal() -> None:
    there = RestorePoint(1, "", "SO", "", 0, 0)
    far = RestorePoint(2, "", "SO", "", 3, 0)
    turns = [SetSetting("marking", str(step), str(step + 1)) for step in range(3)]
    entries = [Entry(i, "", "SO", "", (turn,)) for i, turn in enumerate(turns, start=1)]
    for number in range(4, 40):
        way = way_to((there, far)[number % 2], entries)
        assert len(way) == 3
        entries.append(Entry(number, "", "SO", "", way))


def test_a_point_says_who_made_it_why_and_how_many_tags_there_were(
    casebook: StoredCasebook, document: Document, opener: Reopen
) -> None:
    with casebook.writing() as work:
        work.documents.add(*document(), None)
    point(casebook, "before the codebook changed")
    write(casebook, "one")
    point(casebook, "before a merge")
    casebook.close()

    again = opener()
    newest, oldest = list_restore_points(again)
    again.close()

    assert (newest.why, newest.coder, newest.tags) == ("before a merge", "SO", 0)
    assert oldest.journal_id < newest.journal_id
    assert newest.made_at >= oldest.made_at


def test_a_point_asked_for_is_made_once_for_each_state(casebook: StoredCasebook) -> None:
    write(casebook, "one")
    first = mark_place(casebook, coder="SO")
    second = mark_place(casebook, coder="SO")

    assert first.made
    assert first.words.startswith("Already saved at ")
    assert first.words.endswith("Restore point made.")
    assert not second.made
    assert "Nothing has changed since the restore point of" in second.words
    assert [one.why for one in list_restore_points(casebook)] == [ON_REQUEST]


def test_a_point_that_is_not_there_changes_nothing(casebook: StoredCasebook) -> None:
    write(casebook, "one")
    with pytest.raises(CasebookError, match="no restore point 9"):
        go_back(casebook, 9, coder="SO")
    assert marking(casebook) == "one"


def test_a_document_removed_for_good_stays_removed(
    casebook: StoredCasebook, document: Document
) -> None:
    with casebook.writing() as work:
        kept = work.documents.add(*document(), None)
        gone = work.documents.add(*document("two.pdf"), None)
    there = point(casebook)
    note = Note(1, f"document:{kept.id}", "Ask the board.", "SO", "2026-03-01T09:00:00+00:00")
    lost = replace(note, id=2, about=f"document:{gone.id}")
    with casebook.writing() as work:
        work.journal.perform("Note", [SetNote(None, note), SetNote(None, lost)], "SO")
        work.documents.remove(gone.id, reason="Sent by mistake", coder="SO")

    go_back(casebook, there.id, coder="SO")

    with casebook.reading() as work:
        assert work.decisions.notes(note.about, lost.about) == ()
        assert [one.id for one in work.documents.all()] == [kept.id]
