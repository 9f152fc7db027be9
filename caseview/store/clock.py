"""The time as the casebook writes it."""

from datetime import UTC, datetime


def now() -> str:
    """Return the time as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def spoken(moment: str) -> str:
    """Return a time of ISO 8601 as people say it here: "09:12", with its day unless today.

    What is no time comes back as it is.
    """
    try:
        there = datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return moment
    clock = f"{there:%H:%M}"
    if there.date() == datetime.now(UTC).astimezone().date():
        return clock
    return f"{clock} on {there.day} {there:%B %Y}"
