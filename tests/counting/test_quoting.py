"""Quotes that stand for a theme are few, apart, and spread over the reviews."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseview.counting.quoting import Candidate, chosen
from caseview.domain.document import Kind
from caseview.domain.evidence import Evidence
from caseview.domain.quote import Place, Quote
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.domain.summary import Quotes

Make = Callable[..., Candidate]
LONG = "These are words enough to stand as a quote of number "


def make(number: int, review: int = 1, kind: Kind = Kind.SAR, **more: Any) -> Candidate:
    text = more.pop("text", f"{LONG}{number}.")
    start = more.pop("start", number * 1000)
    confidence = more.pop("confidence", 1.0)
    values: dict[str, Any] = {"suggested": False, "is_key": False} | more
    evidence = Evidence(
        id=number,
        review_id=review,
        passage_id=number,
        number=1,
        theme="t",
        reads_as=ReadsAs.GAP,
        restated=False,
        role=SectionRole.FINDINGS,
        quote=Quote(review, start, start + len(text), text, Place("R", "D", None, "1")),
        **values,
    )
    return Candidate(evidence, kind, confidence)


def ids(found: tuple[Evidence, ...]) -> list[int]:
    return [item.id for item in found]


def test_quotes_come_from_as_many_reviews_and_kinds_as_can_be() -> None:
    candidates = [make(1), make(2), make(3, 2), make(4, 3, Kind.DHR)]
    assert ids(chosen(candidates, 2)) == [1, 4]
    assert ids(chosen(candidates, 3)) == [1, 3, 4]


def test_key_quotes_come_first_then_tags_then_the_surest() -> None:
    candidates = [
        make(1, suggested=True, confidence=0.9),
        make(2, suggested=True, confidence=0.6),
        make(3),
        make(4, is_key=True),
    ]
    assert ids(chosen(candidates, 1)) == [4]
    assert ids(chosen(candidates, 2)) == [3, 4]
    assert ids(chosen(candidates, 3)) == [1, 3, 4]
    assert ids(chosen(candidates, Quotes.KEY)) == [4]


def test_scraps_and_pages_come_last() -> None:
    candidates = [make(1, text="Too short."), make(2, text="word " * 200), make(3)]
    assert ids(chosen(candidates, 1)) == [3]


@pytest.mark.parametrize("quotes", [10, Quotes.ALL])
def test_no_words_stand_twice(quotes: Quotes | int) -> None:
    same = "The very same sentence stands in two reviews of this casebook."
    candidates = [
        make(1, 1, text=same),
        make(2, 2, text=same.upper()),
        make(3, 3, start=0),
        make(4, 3, start=10),
    ]
    assert ids(chosen(candidates, quotes)) == [1, 3]


@given(
    st.lists(st.tuples(st.integers(1, 5), st.sampled_from([Kind.SAR, Kind.DHR]), st.booleans())),
    st.integers(0, 8),
)
def test_as_many_as_asked_for_in_their_order(
    drawn: list[tuple[int, Kind, bool]], most: int
) -> None:
    candidates = [
        make(number, review, kind, suggested=suggested)
        for number, (review, kind, suggested) in enumerate(drawn)
    ]
    found = ids(chosen(candidates, most))
    assert len(found) == min(most, len(candidates))
    assert found == sorted(found)
    reviews = {candidate.evidence.review_id for candidate in candidates}
    shown = {candidates[number].evidence.review_id for number in found}
    assert len(shown) == min(most, len(reviews))
