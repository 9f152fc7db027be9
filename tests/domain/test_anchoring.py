"""Words are found again in another reading of a text, and only they."""

from hypothesis import given
from hypothesis import strategies as st

from caseview.domain.anchoring import Anchors
from caseview.domain.span import Span

TEXT = "Nobody asked.\n\nThe “son” was seen, and nobody asked again."


def found(words: str, share: float = 0.0, text: str = TEXT) -> str | None:
    span = Anchors(text).find(words, share)
    return None if span is None else span.of(text)


def test_spaces_hyphens_and_case_make_no_difference() -> None:
    assert found("the “SON”  was-seen,") == "The “son” was seen,"


def test_of_several_places_the_nearest_is_taken() -> None:
    assert Anchors(TEXT).find("nobody asked", 0.0) == Span(0, 12)
    last = Anchors(TEXT).find("nobody asked", 1.0)
    assert last is not None
    assert last.start > 12


def test_words_that_are_not_there_are_not_found() -> None:
    assert found("the daughter") is None
    assert found("?!") is None


@given(st.text(max_size=80), st.integers(0, 80), st.integers(1, 30))
def test_a_stretch_with_letters_is_found_where_it_stands_or_at_a_twin(
    text: str, start: int, size: int
) -> None:
    words = text[start : start + size]
    span = Anchors(text).find(words, start / max(1, len(text)))
    letters = [one for one in words if one.isalnum()]
    assert (span is None) == (not letters)
    if span is not None:
        assert [one for one in span.of(text).casefold() if one.isalnum()] == [
            one for one in words.casefold() if one.isalnum()
        ]
