"""Fifty-six days, and what came in time."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseview.counting.due import DAYS, Came, came, due, late

DAY = st.dates(date(2013, 7, 25), date(2035, 1, 1)).map(date.isoformat)


@given(DAY)
def test_a_response_is_due_fifty_six_days_after_the_report(sent: str) -> None:
    day = due(sent, None)
    assert day is not None
    assert date.fromisoformat(day) - date.fromisoformat(sent) == timedelta(days=DAYS)
    assert late(day, sent) == -DAYS


def test_the_day_printed_wins_and_a_day_that_is_not_known_is_not_guessed() -> None:
    assert due("2024-02-08", "2024-05-01") == "2024-05-01"
    assert due("2024-02-08", "2024-05") == "2024-04-04"
    assert due("2024-02", None) is None
    assert due(None, None) is None
    assert due("2024-02-30", None) is None


@pytest.mark.parametrize(
    ("received", "today", "here", "meant"),
    [
        ("2024-04-04", "2024-06-01", True, Came.RECEIVED),
        ("2024-04-05", "2024-06-01", True, Came.LATE),
        ("2024-04-26", "2024-04-10", True, Came.OVERDUE),
        ("2024-04-04", "2024-03-01", True, Came.DUE),
        (None, "2024-06-01", True, Came.RECEIVED),
        (None, "2024-04-04", False, Came.DUE),
        (None, "2024-04-05", False, Came.OVERDUE),
    ],
)
def test_how_a_response_stands(received: str | None, today: str, here: bool, meant: Came) -> None:
    assert came("2024-04-04", received, today, is_here=here) is meant


def test_without_a_day_due_nothing_is_late() -> None:
    assert came(None, None, "2024-06-01", is_here=False) is Came.UNDATED
    assert came(None, "2024-06-01", "2024-06-02", is_here=True) is Came.RECEIVED
