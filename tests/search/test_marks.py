"""Marks stand on exactly the words that were found, to the character."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseview.search.expression import Found, Near
from caseview.search.match import match_text
from caseview.search.spots import Said, Spots
from tests.search.desk import Desk, open_desk

WORDS = ["staff", "Staffing", "café", "CAFE", "self-harm", "harm", "the", "child’s", "s", "5.12"]
JOINS = [" ", "  ", ", ", ". ", " — ", "\n", " “", "” ", "‑", "/"]
SLOTS = ["staff", "staffing", "cafe", "self", "harm", "the", "child", "s", "5", "12", "st*", "c*"]
MARKED = """
SELECT highlight(passage_words, 0, char(1), char(2)) FROM passage_words
WHERE passage_words MATCH ? AND rowid = (SELECT max(id) FROM passage)
"""

texts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(JOINS)), max_size=14).map(
    lambda parts: "".join(word + join for word, join in parts) + "end"
)
slots = st.lists(st.sampled_from(SLOTS), min_size=1, max_size=3, unique=True).map(tuple)
plain_slots = slots.map(lambda slot: tuple(word.rstrip("*") for word in slot))
phrases = st.builds(lambda first, last: (*first, last), st.lists(plain_slots, max_size=2), slots)
nears = st.builds(
    lambda one, other, distance: Found(((one,), (other,)), Near(distance)),
    slots,
    slots,
    st.integers(0, 5),
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with open_desk(tmp_path_factory.mktemp("marks") / "casebook.casebook") as made:
        yield made


def highlighted(desk: Desk, match: str) -> list[tuple[int, int]]:
    """Return the spans that FTS5's own highlighter marks in the last passage."""
    with desk.rows() as rows:
        found = rows.rows(MARKED, (match,))
    spans, start, place = [], 0, 0
    for sign in found[0][0] if found else "":
        if sign == "\x01":
            start = place
        elif sign == "\x02":
            spans.append((start, place))
        else:
            place += 1
    return spans


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans with those that overlap as one, as FTS5 marks them."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if whole and start < whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    texts,
    st.lists(st.one_of(phrases.map(lambda unit: Found((unit,))), nears), min_size=5, max_size=8),
)
def test_marks_are_those_of_the_index(shared: Desk, text: str, asked: list[Found]) -> None:
    document = shared.texts(text)
    try:
        for found in asked:
            match = match_text(found)
            if match is not None:
                assert merged(Spots(found).marks(Said(text))) == highlighted(shared, match)
                assert Spots(found).stands_in(text) == bool(highlighted(shared, match))
    finally:
        shared.remove(document)
