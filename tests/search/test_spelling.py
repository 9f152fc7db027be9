"""Words spelled nearly so are found, and no others."""

from hypothesis import given
from hypothesis import strategies as st

from caseview.search.spelling import distance, near

short = st.text("abc", max_size=6)


def plain_distance(one: str, other: str) -> int:
    """Return Damerau's distance without edits inside a swap, worked out the long way."""
    if not one or not other:
        return len(one) + len(other)
    best = min(
        plain_distance(one[1:], other) + 1,
        plain_distance(one, other[1:]) + 1,
        plain_distance(one[1:], other[1:]) + (one[0] != other[0]),
    )
    if len(one) > 1 and len(other) > 1 and one[0] == other[1] and one[1] == other[0]:
        best = min(best, plain_distance(one[2:], other[2:]) + 1)
    return best


@given(short, short, st.integers(0, 2))
def test_distance_is_that_of_the_plain_definition(one: str, other: str, most: int) -> None:
    assert distance(one, other, most) == min(plain_distance(one, other), most + 1)


@given(short, st.lists(short, max_size=8), st.integers(0, 2))
def test_near_words_are_those_within_the_distance(word: str, words: list[str], most: int) -> None:
    assert near(word, words, most) == [
        other for other in words if plain_distance(word, other) <= most
    ]


def test_the_first_letters_can_be_held() -> None:
    assert near("staff", ["stuff", "staff", "scaff"], 1, same=3) == ["staff"]
