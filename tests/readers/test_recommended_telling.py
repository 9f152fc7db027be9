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
        "the following are for the board to take forward with its members.",
        "the following recommendations are for the trust.",
        "these actions are intended for all partners.",
        "those that follow are addressed to the trust.",
        "what follows is for the council and its partners.",
        "lesson 1 - agencies need to see that leaving is a time of risk.",
        "lesson three: a child's words ought to be written down.",
        "key learning 2. staff should know the law.",
        "the board's response is published separately.",
        "a response by each agency will be published beside this report.",
        "the action plan has been published with this report.",
        "single agency action plans are available on the board's website.",
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
        "the following is for the trust: keep a list of all carers.",
        "lesson 2: nobody asked him. the board should say who is to.",
        "the trust to publish its response within a month.",
        "the board should see that each action plan is published.",
    ],
)
def test_what_recommends_while_it_tells_is_one(words: str) -> None:
    assert not tells_only(words)
