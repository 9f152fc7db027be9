"""Numbers, dates and counted nouns as CaseView writes them on screen."""

from datetime import datetime

_ODD = {"person": "people", "child": "children", "summary": "summaries"}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def number(n: int) -> str:
    """Return a whole number with commas ("1,214")."""
    return f"{n:,}"


def many(n: int, noun: str) -> str:
    """Return a counted noun ("1 review", "2,301 reviews")."""
    if n == 1:
        return f"1 {noun}"
    return f"{number(n)} {_ODD.get(noun, noun + 's')}"


def percent(value: float | None) -> str:
    """Return a percentage without decimals ("62%"), "" where there is none."""
    return "" if value is None else f"{value:.0f}%"


def day(iso: str) -> str:
    """Return an ISO 8601 date at the precision known ("12 November 2024", "May 2021", "2019")."""
    year, month, date = [*iso[:10].split("-"), "", ""][:3]
    words = [date.lstrip("0"), _MONTHS[int(month) - 1] if month else "", year]
    return " ".join(word for word in words if word)


def clock(iso: str) -> str:
    """Return the time of day of an ISO 8601 moment, as this computer's clock shows it."""
    return datetime.fromisoformat(iso).astimezone().strftime("%H:%M")


def listed(parts: list[str]) -> str:
    """Return parts as a sentence lists them ("a, b and c")."""
    *first, last = parts or [""]
    return f"{', '.join(first)} and {last}" if first else last
