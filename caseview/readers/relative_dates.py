"""Days told without a full date: by a feast, by "of that year" or "the 9th", or days later."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from caseview.readers.dates import MONTH_WORD, ORDINAL_WORD, Dated, dates_in, first_date
from caseview.readers.numbers_in_words import NUMBER_WORD, number_of

_FEASTS = {
    "new year's day": (1, 1), "valentine's day": (2, 14), "st david's day": (3, 1),
    "st patrick's day": (3, 17), "april fool's day": (4, 1), "st george's day": (4, 23),
    "may day": (5, 1), "halloween": (10, 31), "bonfire night": (11, 5), "st andrew's day": (11, 30),
    "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "christmas": (12, 25),
}  # fmt: skip
_AROUND_EASTER = {"good friday": -2, "easter sunday": 0, "easter monday": 1}
_COUNT = rf"(?:\d{{1,2}}|an?|the|{NUMBER_WORD})"
_FEAST = re.compile(
    rf"\b(?:(?P<n>{_COUNT})\s+days?\s+(?P<way>after|before)\s+)?"
    rf"(?P<feast>{'|'.join((*_FEASTS, *_AROUND_EASTER)).replace(chr(39), '[’' + chr(39) + ']')})"
    r",?\s+(?:in\s+|of\s+)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_THAT_YEAR = re.compile(
    rf"\b(?P<day>(?:[0-3]?\d(?:st|nd|rd|th)?|{ORDINAL_WORD})\s+(?:of\s+)?(?:{MONTH_WORD})),?\s+"
    r"(?:of\s+|in\s+|later\s+)?(?:that|the\s+same)\s+year\b",
    re.IGNORECASE,
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PLACES = ("first", "second", "third", "fourth", "last")
# "the first Sunday of March 2024"
_NTH_WEEKDAY = re.compile(
    rf"\b(?P<nth>{'|'.join(_PLACES)})\s+(?P<weekday>{'|'.join(_WEEKDAYS)})\s+(?:of|in)\s+"
    rf"(?P<month>(?:{MONTH_WORD})\s+(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_NO_YEAR = re.compile(
    rf"\b(?P<day>[0-3]?\d(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTH_WORD}))\b(?!\.?,?\s*['’]?\d)",
    re.IGNORECASE,
)
_LATER = re.compile(
    rf"\b(?P<n>{_COUNT})\s+(?P<unit>day|week|fortnight)s?\s+(?:later|afterwards)\b"
    r"|\bthe\s+(?:next|following)\s+(?:day|morning|afternoon|evening|night)\b",
    re.IGNORECASE,
)
_DAYS = {"week": 7, "fortnight": 14}
# "in the morning of the 9th": of the month told before, or the next one.
_NTH = re.compile(
    r"\b(?:of|on|by)\s+the\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)(?=\s*(?:[,.;)]|$)|\s+(?:she|he|they|and|at|after|in)\b)"
)
# Words without which a text tells no day in one of these ways: quick to ask for.
_DIGIT = re.compile(r"\d")
_FEASTING = (
    "christmas", "easter", "good friday", "boxing", "hallowe", "bonfire", "new year", "s day ",
    "may day",
)  # fmt: skip
_OF_WEEKDAYS = ("day of ", "day in ")
_OF_YEAR = ("that year", "same year")
_AFTER = ("later", "afterwards", "next ", "following ")
_OF_MONTH = ("of the ", "on the ", "by the ")
# What had happened by the date before: "She had died on 3 May."
_HAD = re.compile(r"\bhad\b")
_NEAR = 40
_WHOLE = len("2021-09-14")


def dates_told(text: str, start: int, end: int, before: Dated | None) -> list[Dated]:
    """Return the dates of `text[start:end]` in order, with those told by way of another date.

    `before` is the last date told before `start`, None where there was none near.
    """
    words = text[start:end].lower()
    found = _printed(text, start, end, words) if _DIGIT.search(words) else []
    known = [*([before] if before else []), *found]
    if not known:
        return []
    if _has(words, _OF_YEAR):
        found += _of_that_year(text, start, end, known)
    found += _without_year(text, start, end, known)
    known = sorted({*known, *found}, key=lambda one: one.start)
    if _has(words, _AFTER):
        found += _days_later(text, start, end, known)
    if _has(words, _OF_MONTH):
        found += _nth(text, start, end, known)
    return sorted(found, key=lambda one: one.start)


def _printed(text: str, start: int, end: int, words: str) -> list[Dated]:
    """Return the dates that need no other: whole ones, feasts, weekdays of a month."""
    found = list(dates_in(text, start, end))
    if _has(words, _FEASTING):
        found += _feasts(text, start, end)
    if _has(words, _OF_WEEKDAYS):
        told = list(_weekdays(text, start, end))
        found = [*told, *(one for one in found if not any(_within(one, by) for by in told))]
    return sorted(found, key=lambda one: one.start)


def _has(words: str, cues: Sequence[str]) -> bool:
    return any(cue in words for cue in cues)


def _feasts(text: str, start: int, end: int) -> Iterator[Dated]:
    for match in _FEAST.finditer(text, start, end):
        name = match["feast"].lower().replace("’", "'")
        year = int(match["year"])
        if name in _AROUND_EASTER:
            day = _easter(year) + timedelta(days=_AROUND_EASTER[name])
        else:
            day = date(year, *_FEASTS[name])
        if match["n"]:
            days = _number(match["n"]) * (1 if match["way"].lower() == "after" else -1)
            day += timedelta(days=days)
        yield Dated(day.isoformat(), match.start(), match.end())


def _within(one: Dated, other: Dated) -> bool:
    return other.start <= one.start and one.end <= other.end


def _weekdays(text: str, start: int, end: int) -> Iterator[Dated]:
    for match in _NTH_WEEKDAY.finditer(text, start, end):
        month = first_date(match["month"])
        if month is None:
            continue
        year, number = map(int, month.value.split("-"))
        weekday, days = _WEEKDAYS.index(match["weekday"].lower()), monthrange(year, number)[1]
        listed = [day for day in range(1, days + 1) if date(year, number, day).weekday() == weekday]
        place = _PLACES.index(match["nth"].lower())
        day = listed[min(place, len(listed) - 1)]
        yield Dated(date(year, number, day).isoformat(), match.start(), match.end())


def _of_that_year(text: str, start: int, end: int, known: list[Dated]) -> Iterator[Dated]:
    for match in _THAT_YEAR.finditer(text, start, end):
        last = _last(known, match.start())
        told = last and first_date(f"{match['day']} {last.value[:4]}")
        if told:
            yield Dated(told.value, match.start(), match.end())


def _without_year(text: str, start: int, end: int, known: list[Dated]) -> Iterator[Dated]:
    """Yield days told without a year: of the year of the date before, or the next one."""
    for match in _NO_YEAR.finditer(text, start, end):
        last = _last(known, match.start())
        if last is None or any(
            match.start() < one.end and one.start < match.end() for one in known
        ):
            continue
        year = int(last.value[:4])
        had = _HAD.search(text, max(start, match.start() - _NEAR), match.start()) is not None
        years = (year, year - 1) if had else (year, year + 1)
        told = filter(None, (first_date(f"{match['day']} {one}") for one in years))
        size = len(last.value)
        one = next((one for one in told if had == (one.value[:size] < last.value)), None)
        if one:
            yield Dated(one.value, match.start(), match.end())


def _days_later(text: str, start: int, end: int, known: list[Dated]) -> Iterator[Dated]:
    for match in _LATER.finditer(text, start, end):
        last = _last(known, match.start())
        if last and len(last.value) == _WHOLE:
            days = _number(match["n"] or "the") * _DAYS.get((match["unit"] or "day").lower(), 1)
            day = date.fromisoformat(last.value) + timedelta(days=days)
            yield Dated(day.isoformat(), match.start(), match.end())


def _nth(text: str, start: int, end: int, known: list[Dated]) -> Iterator[Dated]:
    for match in _NTH.finditer(text, start, end):
        last, day = _last(known, match.start()), int(match["day"])
        if last is None or len(last.value) != _WHOLE:
            continue
        year, month, before = map(int, last.value.split("-"))
        if day < before:
            year, month = year + month // 12, month % 12 + 1
        if 0 < day <= monthrange(year, month)[1]:
            yield Dated(date(year, month, day).isoformat(), match.start(), match.end())


def _last(known: list[Dated], place: int) -> Dated | None:
    return next((one for one in reversed(known) if one.end <= place), None)


def _number(word: str) -> int:
    return number_of(word) or 1


def _easter(year: int) -> date:
    """Return Easter Sunday, by the Gregorian rule of Meeus, Jones and Butcher."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    spring = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * spring) // 451
    month, day = divmod(h + spring - 7 * m + 114, 31)
    return date(year, month, day + 1)
