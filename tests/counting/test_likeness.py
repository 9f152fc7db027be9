"""Likeness finds every pair over a threshold, survives edits, and joins nothing by its bodies."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from caseview.counting.asking import asked
from caseview.counting.likeness import ALIKE, Likeness

WORDS = st.lists(
    st.sampled_from([
        *("police", "health", "board", "should", "ensure", "review", "audit", "train"),
        *("staff", "share", "risk", "home", "visit", "record", "protocol", "supervision"),
        *("reflective", "curiosity", "the", "of", "and", "a"),
    ]),
    max_size=14,
).map(" ".join)
BASE = "Provide reflective supervision for duty staff which is protected when demand rises"


@given(st.lists(WORDS, max_size=25), st.sampled_from([0.2, 0.45, 0.8]))
def test_pairs_are_exactly_those_that_comparing_each_with_each_finds(
    texts: list[str], least: float
) -> None:
    likeness = Likeness(texts)
    found = {(pair.one, pair.other) for pair in likeness.pairs(least)}
    every = combinations(range(len(texts)), 2)
    assert found == {(a, b) for a, b in every if likeness.between(a, b) >= least}


@given(st.lists(WORDS, min_size=2, max_size=12))
def test_likeness_is_the_same_both_ways_and_whole_with_itself(texts: list[str]) -> None:
    likeness = Likeness(texts)
    assert all(abs(likeness.between(n, n) - 1) < 1e-9 for n, text in enumerate(texts) if text)
    assert likeness.between(0, 1) == likeness.between(1, 0)
    assert 0 <= likeness.between(0, 1) <= 1


def test_other_endings_bodies_and_order_still_meet() -> None:
    edits = (
        "Protected reflective supervision should be provided to duty workers when demands rise",
        "The Board to provide for reflective supervision of duty staff, protected as demand rises",
        BASE.upper() + ".",
    )
    likeness = Likeness([BASE, *edits, "Clear the backlog of overdue home visits each month"])
    assert all(likeness.between(0, n) >= ALIKE for n in (1, 2, 3))
    assert likeness.between(0, 4) < ALIKE


def test_whom_it_is_for_is_left_out_of_what_is_asked() -> None:
    assert asked("The Home Office should consider whether records can be seen by all") == (
        "records can be seen by all"
    )
    assert asked("Northmoor Constabulary to ensure that each visit is recorded") == (
        "each visit is recorded"
    )
    assert asked("Clear the backlog of visits") == "Clear the backlog of visits"
