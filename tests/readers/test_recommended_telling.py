"""What only tells of recommendations is told from what recommends."""

import pytest

from caseview.readers.recommended_telling import tells_only


@pytest.mark.parametrize(
    "words",
    [
        "there are seven things that we recommend. what comes after each is its reason.",
        "the panel makes nine recommendations. it was asked to keep them few.",
        "the panel gave thought to recommending that all be seen at home.",
        "all of these have been shared with the family.",
    ],
)
def test_what_tells_of_recommendations_is_none(words: str) -> None:
    assert tells_only(words)


@pytest.mark.parametrize(
    "words",
    [
        "the panel makes one recommendation: the board should write to him.",
        "we make the recommendation that the board should ask him.",
        "the panel also recommends that the board asks him.",
        "the board should ask him.",
    ],
)
def test_what_recommends_while_it_tells_is_one(words: str) -> None:
    assert not tells_only(words)
