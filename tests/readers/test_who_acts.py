"""Beside a recommendation stands whom it asks, or the post that sees to it."""

import pytest

from caseview.readers.who_acts import body_or_lead, body_or_post


@pytest.mark.parametrize(
    ("who", "body", "post"),
    [
        ("Marsford Police", "Marsford Police", ""),
        ("the Council", "the Council", ""),
        ("Head of Nursing", "Head of Nursing", ""),
        ("Safeguarding Lead, Mill Lane Surgery", "Mill Lane Surgery", ""),
        ("NHS England (via the chair)", "NHS England", ""),
        ("Partnership Manager", None, "Partnership Manager"),
        ("Superintendent, Protecting People", None, "Superintendent, Protecting People"),
        ("", None, ""),
    ],
)
def test_a_body_is_asked_and_a_post_sees_to_it(who: str, body: str | None, post: str) -> None:
    assert body_or_post(who) == (body, post)


@pytest.mark.parametrize("who", ["Head of Inclusion", "Assistant Director for Adults"])
def test_a_line_that_says_who_leads_names_a_post(who: str) -> None:
    assert body_or_lead(who) == (None, who)


def test_a_body_that_leads_is_asked() -> None:
    assert body_or_lead("Mill Lane Surgery") == ("Mill Lane Surgery", "")


@pytest.mark.parametrize("how", ["letter from the chair", "by invitation"])
def test_a_line_that_says_how_it_is_led_names_nobody(how: str) -> None:
    assert body_or_lead(how) == (None, "")
