"""What only says that something was done is told from what sets something beside it."""

import pytest

from caseview.tagging.affirming import only_affirms


@pytest.mark.parametrize(
    "words",
    [
        "a meeting was held on 3 may, attended by the police, housing and the gp.",
        "the plan was shared with the school.",
        "she visited him in hospital and telephoned his daughter.",
    ],
)
def test_what_was_done_and_nothing_else_only_affirms(words: str) -> None:
    assert only_affirms(words)


@pytest.mark.parametrize(
    "words",
    [
        "a meeting was held, and housing was not invited.",
        "the plan was shared with the school nine days later.",
        "she visited him twice and he didn’t answer.",
        "the risk may have been discussed.",
        "was the plan shared with the school?",
        "the form was completed by the person whom it was about; nobody minded.",
    ],
)
def test_what_denies_limits_doubts_or_times_it_does_more(words: str) -> None:
    assert not only_affirms(words)


def test_what_tells_of_nothing_done_affirms_nothing() -> None:
    assert not only_affirms("the family lived by the river.")
