"""What is known of a review, line by line, and what a person types of it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from caseview.desktop.models.words import MONTHS, day
from caseview.domain.attribute import Detail, DetailName
from caseview.domain.review import Review
from caseview.domain.suggestion import Decision, KeptSuggestion, Level
from caseview.domain.tag import Tag
from caseview.usecases.confirm_details import CONFIRMED

DATES = frozenset({DetailName.PUBLISHED, DetailName.DATE_OF_DEATH})
EDITED = CONFIRMED
_ISO = re.compile(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?")
_SLASHED = re.compile(r"(?:(\d\d?)/)?(\d\d?)/(\d{4})")
_WORDED = re.compile(r"(?:(\d\d?)\s+)?([A-Za-z]{3,})\s+(\d{4})")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Work:
    """How far the work on a review has come: its tags, and what waits in each document."""

    review_id: int
    tags: tuple[Tag, ...] = ()
    waiting: Counter[int] = field(default_factory=Counter)
    suggested: Counter[str] = field(default_factory=Counter)


def work_on(review_id: int, tags: Sequence[Tag], suggestions: Iterable[KeptSuggestion]) -> Work:
    """Return the work on a review from its tags and suggestions of level normal."""
    open_ones = [
        kept
        for kept in suggestions
        if kept.decision in {Decision.UNDECIDED, Decision.SKIPPED}
        and kept.suggestion.confidence >= Level.NORMAL.least
    ]
    return Work(
        review_id,
        tuple(tags),
        Counter(kept.document_id for kept in open_ones),
        Counter(kept.suggestion.theme for kept in open_ones),
    )


def short_title(review: Review) -> str:
    """Return a review's title without its board, which stands beside it."""
    for board in review.attribute(DetailName.BOARD):
        if review.title != f", {board}" and review.title.endswith(f", {board}"):
            return review.title.removesuffix(f", {board}")
    return review.title


def guessed(review: Review, name: DetailName) -> tuple[Detail, ...]:
    """Return the values of one detail that nobody has confirmed."""
    return tuple(d for d in review.details if d.name is name and not d.confirmed)


def as_typed(review: Review, name: DetailName) -> str:
    """Return the values of one detail as they are edited: several parted by semicolons."""
    found = review.attribute(name)
    return "; ".join(day(value) for value in found) if name in DATES else "; ".join(found)


def read_typed(name: DetailName, typed: str) -> tuple[str, ...] | None:
    """Return the values typed, dates as ISO 8601 at the precision given.

    None when a date cannot be read.
    """
    if name in DATES:
        if not typed.strip():
            return ()
        date = read_day(typed)
        return None if date is None else (date,)
    parts = typed.split(";") if name.many else [typed]
    return tuple(part.strip() for part in parts if part.strip())


def read_day(typed: str) -> str | None:
    """Return a date typed in one of the usual ways as ISO 8601; None when it is none.

    "2021", "2021-09", "14/9/2021", "September 2021" and "14 September 2021" are read.
    """
    words = typed.strip()
    if found := _ISO.fullmatch(words):
        return _date(found[1], found[2], found[3])
    if found := _SLASHED.fullmatch(words):
        return _date(found[3], found[2], found[1])
    if found := _WORDED.fullmatch(words):
        named = [n for n, m in enumerate(MONTHS, 1) if m.casefold().startswith(found[2].casefold())]
        return _date(found[3], str(named[0]), found[1]) if len(named) == 1 else None
    return None


def _date(year: str, month: str | None, date: str | None) -> str | None:
    if month is None:
        return year
    if not 1 <= int(month) <= len(_DAYS):
        return None
    if date is None:
        return f"{year}-{int(month):02}"
    if not 1 <= int(date) <= _DAYS[int(month) - 1]:
        return None
    return f"{year}-{int(month):02}-{int(date):02}"
