"""When a response to a coroner is due, and whether it came in time.

The Coroners (Investigations) Regulations 2013, regulation 29(4): within 56 days of the day on
which the report is sent; a coroner may give more time, which only the report's own date tells.
"""

from datetime import date, timedelta
from enum import StrEnum

from caseview.domain.english import English

DAYS = 56
_DAY = len("2021-09-14")


class Came(StrEnum):
    """How the response of one body stands on a day."""

    DUE = "due"
    OVERDUE = "overdue"
    RECEIVED = "received"
    LATE = "late"
    UNDATED = "undated"

    @property
    def label(self) -> English:
        """The words on screen."""
        return English(_LABELS[self])


_LABELS = {
    Came.DUE: "Due",
    Came.OVERDUE: "Outstanding",
    Came.RECEIVED: "Received",
    Came.LATE: "Received late",
    Came.UNDATED: "No date to count from",
}


def due(sent: str | None, printed: str | None) -> str | None:
    """Return the ISO day a response is due: as printed, else 56 days on; None where neither says.

    `sent` known to the month or year only gives no day, for it would be a guess.
    """
    if printed and len(printed) == _DAY:
        return printed
    start = _day(sent)
    return None if start is None else (start + timedelta(days=DAYS)).isoformat()


def came(due_on: str | None, received: str | None, today: str, *, is_here: bool) -> Came:
    """Return how a response stands on the ISO day `today`.

    `received` is the day on it; `is_here` that there is one, dated or not. One that is here
    without a day counts as received, for nothing says that it was late; one that came after
    `today` had not come then.
    """
    if is_here and not (received and received > today):
        days = late(due_on, received)
        return Came.LATE if days is not None and days > 0 else Came.RECEIVED
    days = late(due_on, today)
    if days is None:
        return Came.UNDATED
    return Came.OVERDUE if days > 0 else Came.DUE


def late(due_on: str | None, on: str | None) -> int | None:
    """Return how many days `on` lies after the day due, below 0 before it; None where unknown."""
    last, then = _day(due_on), _day(on)
    return None if last is None or then is None else (then - last).days


def _day(said: str | None) -> date | None:
    if not said or len(said) != _DAY:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None
