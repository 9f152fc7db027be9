"""Moments as people here say them."""

from datetime import UTC, date, datetime


def spoken(moment: str) -> str:
    """Return a time of ISO 8601 as people say it here: "09:12", with its day unless today.

    It is told in the time of this computer. What is no time comes back as it is.
    """
    try:
        there = datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return moment
    clock = f"{there:%H:%M}"
    if there.date() == datetime.now(UTC).astimezone().date():
        return clock
    return f"{clock} on {there.day} {there:%B %Y}"


def day_in_words(said: str) -> str:
    """Return an ISO day as printed: "12 July 2021"; what is no whole day stays as it is."""
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return said
    return f"{day.day} {day:%B %Y}"
