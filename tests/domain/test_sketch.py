"""Sketches tell versions of one text from other texts of the same form."""

from hypothesis import given
from hypothesis import strategies as st

from caseview.domain.sketch import SIZE, likeness, sketch

WORDS = st.lists(
    st.sampled_from(["board", "met", "nobody", "asked", "shared", "what", "home"]), max_size=60
).map(" ".join)
LONG = " ".join(f"word{number % 97} then{number}" for number in range(600))


@given(WORDS)
def test_a_text_is_wholly_like_itself_whatever_its_case_and_marks(text: str) -> None:
    numbers = sketch(text)
    assert len(numbers) <= SIZE
    assert sketch(text.upper().replace(" ", ", ")) == numbers
    assert likeness(numbers, numbers) == (1.0 if numbers else 0.0)


@given(WORDS, WORDS)
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    share = likeness(sketch(one), sketch(other))
    assert 0 <= share <= 1
    assert share == likeness(sketch(other), sketch(one))


def test_a_text_with_a_part_added_is_nearly_itself_and_another_is_not() -> None:
    longer = LONG + " and a new finding about supervision was added to it at the end of all"
    assert likeness(sketch(LONG), sketch(longer)) > 0.9
    assert likeness(sketch(LONG), sketch(LONG.replace("word", "other"))) < 0.1


def test_the_estimate_is_near_the_true_share_of_runs() -> None:
    half = " ".join(LONG.split()[:600])
    assert 0.35 < likeness(sketch(LONG), sketch(half)) < 0.65
