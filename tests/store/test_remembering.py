"""What is remembered of a casebook is what the transaction at hand would read."""

from collections.abc import Callable
from typing import Any

import pytest

from caseview.domain.crosstab import Alike, Mention
from caseview.domain.journal import SetDecision
from caseview.domain.suggestion import Decision, Level
from caseview.store.casebook import StoredCasebook
from tests.store.merging_room import add
from tests.store.scans import scanned, tag_whole

Places = dict[tuple[object, ...], set[tuple[int, int, int]]]


def decide(casebook: StoredCasebook, number: int) -> None:
    with casebook.writing() as work:
        done = SetDecision(number, Decision.UNDECIDED, Decision.REJECTED)
        work.journal.perform("Reject", [done], "SO")


def numbers(casebook: StoredCasebook) -> set[int]:
    with casebook.reading() as work:
        return {one for group in work.decisions.alike() for one in group.ids}


@pytest.fixture
def filled(casebook: StoredCasebook, document: Callable[..., Any]) -> StoredCasebook:
    with casebook.writing() as work:
        read, original = document()
        work.documents.add(read, original, None)
    return casebook


def shared(one: Alike | Mention) -> tuple[object, ...]:
    level = max(level.least for level in Level if level.least <= one.confidence)
    return one.suggested, one.theme, one.reads_as, one.restated, one.coder, level


def test_groups_hold_the_very_mentions(filled: StoredCasebook) -> None:
    with filled.reading() as work:
        mentions, groups = list(work.decisions.mentions()), work.decisions.alike()
        parted = work.decisions.alike(by_role=True)
    by_mention: Places = {}
    for one in mentions:
        place = (one.id, one.document_id, one.passage_id)
        by_mention.setdefault(shared(one), set()).add(place)
    by_group = {
        shared(one): set(zip(one.ids, one.documents, one.passages, strict=True)) for one in groups
    }
    assert mentions
    assert by_group == by_mention
    assert {one.role for one in groups} == {""}
    assert {(one.id, one.suggested, one.role) for one in mentions} == {
        (number, one.suggested, one.role) for one in parted for number in one.ids
    }


def test_a_whole_page_is_a_passage_of_its_own_below_nought(
    filled: StoredCasebook, document: Callable[..., Any]
) -> None:
    numbers(filled)  # remembered before anything stands on a page
    scan, other = (add(filled, scanned(document, name=name)) for name in ("a.pdf", "b.pdf"))
    for number, page, coder in (
        (scan, 1, "JB"),
        (scan, 1, "SO"),
        (scan, 2, "JB"),
        (other, 1, "JB"),
    ):
        tag_whole(filled, number, page, coder)
    with filled.reading() as work:
        groups = [one for one in work.decisions.alike() if min(one.passages) < 0]
        found = {
            (one.id, one.document_id, one.passage_id)
            for one in work.decisions.mentions()
            if one.passage_id < 0
        }
        sizes = work.decisions.sizes()
    kept = {
        place for one in groups for place in zip(one.ids, one.documents, one.passages, strict=True)
    }
    assert kept == found
    assert len({passage for _, _, passage in found}) == 3, "two coders tagged one page"
    assert (sizes[scan].passages, sizes[other].passages) == (2, 1)


def test_a_decision_is_counted_at_once_and_so_is_taking_it_back(filled: StoredCasebook) -> None:
    before = numbers(filled)
    decide(filled, 1)
    assert numbers(filled) == before - {1}
    with filled.writing() as work:
        work.journal.undo("SO")
    assert numbers(filled) == before


def test_who_began_to_read_before_a_change_goes_on_reading_what_was(filled: StoredCasebook) -> None:
    with filled.reading() as early:
        before = {one for group in early.decisions.alike() for one in group.ids}
        decide(filled, 1)
        assert numbers(filled) == before - {1}
        assert {one for group in early.decisions.alike() for one in group.ids} == before
    assert numbers(filled) == before - {1}


def test_a_unit_of_work_that_writes_sees_its_own_changes(filled: StoredCasebook) -> None:
    before = numbers(filled)
    with filled.writing() as work:
        done = SetDecision(1, Decision.UNDECIDED, Decision.REJECTED)
        work.journal.perform("Reject", [done], "SO")
        assert 1 not in {one for group in work.decisions.alike() for one in group.ids}
    assert numbers(filled) == before - {1}


def test_a_change_that_is_not_kept_leaves_what_was_remembered(filled: StoredCasebook) -> None:
    before = numbers(filled)

    def give_up() -> None:
        with filled.writing() as work:
            work.sql.write("DELETE FROM suggestion WHERE id = ?", [(1,)])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        give_up()
    assert numbers(filled) == before


def test_a_new_review_is_listed_at_once(
    filled: StoredCasebook, document: Callable[..., Any]
) -> None:
    with filled.reading() as work:
        assert work.reviews.all() is work.reviews.all()
        before = len(work.reviews.all())
    with filled.writing() as work:
        work.sql.write("UPDATE review SET title = ? WHERE id = 1", [("Anew",)])
    with filled.reading() as work:
        assert [review.title for review in work.reviews.all()] == ["Anew"] * before
