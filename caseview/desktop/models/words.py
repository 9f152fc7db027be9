"""Dates and times as CaseView writes them on screen."""

from datetime import datetime

from caseview.desktop.tongue import told
from caseview.domain.english import English

MONTHS = (
    *(English("January"), English("February"), English("March"), English("April")),
    *(English("May"), English("June"), English("July"), English("August")),
    *(English("September"), English("October"), English("November"), English("December")),
)


def day(iso: str) -> str:
    """Return an ISO 8601 date at the precision known ("12 November 2024", "May 2021", "2019")."""
    year, month, date = [*iso[:10].split("-"), "", ""][:3]
    words = [date.lstrip("0"), told(MONTHS[int(month) - 1]) if month else "", year]
    return " ".join(word for word in words if word)


def clock(iso: str) -> str:
    """Return the time of day of an ISO 8601 moment, as this computer's clock shows it."""
    return datetime.fromisoformat(iso).astimezone().strftime("%H:%M")
