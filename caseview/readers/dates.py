"""Dates as documents print them in English or Welsh, read to ISO at the precision known."""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

_ENGLISH = (
    "jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?",
    "aug(?:ust)?", "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?",
)  # fmt: skip
_WELSH = (
    "ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin", "gorffennaf", "awst", "medi",
    "hydref", "tachwedd", "rhagfyr",
)  # fmt: skip
_MONTHS = tuple(f"{english}|{welsh}" for english, welsh in zip(_ENGLISH, _WELSH, strict=True))
MONTH_WORD = "|".join(_ENGLISH)
"""A pattern for the English name of a month, short or long."""
_WELSH_MONTH = "|".join(_WELSH)
_UNITS = "first second third fourth fifth sixth seventh eighth ninth"
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth"
_ORDINALS = (
    *_UNITS.split(), *_TEENS.split(), "nineteenth", "twentieth",
    *(f"twenty-{unit}" for unit in _UNITS.split()), "thirtieth", "thirty-first",
)  # fmt: skip
ORDINAL_WORD = "|".join(sorted(_ORDINALS, key=len, reverse=True))
"""A pattern for a day of the month in words: "twenty-first"."""
_DATE = re.compile(
    rf"""
    (?=[\djfmasondtel])(?<![\w/.-])(?:
      (?P<y>(?:19|20)\d\d)-(?P<mo>\d\d)-(?P<d>\d\d)
    | (?:[0-3]?\d(?:st|nd|rd|th)?\s?[/–-]\s?)?
      (?P<d1>(?:[0-3]\s?)?\d)\s?(?:st|nd|rd|th)?(?:\s+day)?(?:\s+of)?\s*[-,.]?\s*
      (?:(?:{_WELSH_MONTH})\s?/\s?)?(?P<m1>{MONTH_WORD}|{_WELSH_MONTH})\.?\s*[-,]?\s*(?P<y1>(?:19|20)\d\d|['’]?\d\d(?!\d|,?\s*(?:19|20)\d\d\b|\s+(?:{MONTH_WORD})\b))
    | (?P<m2>{MONTH_WORD})\s+(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d\d)
    | (?P<d3>[0-3]?\d)\s?[/.\-]\s?(?P<m3>[01]?\d)\s?[/.\-]\s?(?P<y3>(?:19|20)\d\d|\d\d)
    | (?P<m4>{MONTH_WORD})\.?,?\s+(?P<y4>(?:19|20)\d\d)
      (?:,\s+(?:on\s+)?the\s+(?P<d4>[0-3]?\d)(?:st|nd|rd|th))?
    | (?:(?P<o5>{ORDINAL_WORD})(?:\s+day)?\s+(?:of\s+)?|last\s+day\s+of\s+)
      (?P<m5>{MONTH_WORD}),?\s+(?P<y5>(?:19|20)\d\d)
    )(?![\w/])
    """,
    re.IGNORECASE | re.VERBOSE,
)
_YEAR = re.compile(
    r"(?<![\w/.-])(?:19|20)\d\d(?![\w/-]|\s+(?:Act|Regulations|Guidance|guidance|Order|Code)\b)"
)
_RESPONSE_DAYS = 56
_CENTURY_TURN = 50
_MONTHS_IN_YEAR = 12
_FULL_YEAR = 4


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as printed: its ISO value ("2021", "2021-09", "2021-09-14") and its place."""

    value: str
    start: int
    end: int

    @property
    def whole(self) -> bool:
        """Whether day, month and year are known."""
        return len(self.value) == len("2021-09-14")


def dates_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Dated]:
    """Yield the dates printed in `text[start:end]`; a bare year is not one of them."""
    for match in _DATE.finditer(text, start, len(text) if end is None else end):
        value = _value(match)
        if value:
            yield Dated(value, match.start(), match.end())


def first_date(text: str, start: int = 0, end: int | None = None) -> Dated | None:
    """Return the first date printed in `text[start:end]`, None when there is none."""
    return next(dates_in(text, start, end), None)


def first_year(text: str, start: int = 0, end: int | None = None) -> Dated | None:
    """Return the first bare year in `text[start:end]`, None when there is none."""
    match = _YEAR.search(text, start, len(text) if end is None else end)
    return Dated(match.group(), match.start(), match.end()) if match else None


def response_due(published: str) -> str | None:
    """Return the day 56 days after an ISO date (regulation 29), None when no day is known."""
    try:
        return (date.fromisoformat(published) + timedelta(days=_RESPONSE_DAYS)).isoformat()
    except ValueError:
        return None


def _value(match: re.Match[str]) -> str | None:
    got = match.groupdict()
    if got["m4"]:
        year, month = int(got["y4"]), _month(got["m4"])
        return _iso(year, month, int(got["d4"])) if got["d4"] else f"{year}-{month:02}"
    if got["y"]:
        return _iso(int(got["y"]), int(got["mo"]), int(got["d"]))
    if got["d3"]:
        day, month = int(got["d3"]), int(got["m3"])
        return _iso(_year(got["y3"]), *((day, month) if month > _MONTHS_IN_YEAR else (month, day)))
    if got["m5"]:
        return _in_words(got)
    n = "1" if got["m1"] else "2"
    day = int(got[f"d{n}"].replace(" ", "").replace("\n", ""))
    return _iso(_year(got[f"y{n}"]), _month(got[f"m{n}"]), day)


def _in_words(got: Mapping[str, str]) -> str | None:
    """Return the ISO value of "the first of April 2022", "the last day of February 2016"."""
    year, month = int(got["y5"]), _month(got["m5"])
    if got["o5"]:
        return _iso(year, month, _ORDINALS.index(got["o5"].lower()) + 1)
    return _iso(year, month, monthrange(year, month)[1])


def _month(word: str) -> int:
    return next(n for n, month in enumerate(_MONTHS, 1) if re.fullmatch(month, word.lower()))


def _year(digits: str) -> int:
    digits = digits.lstrip("'’")
    if len(digits) == _FULL_YEAR:
        return int(digits)
    return int(digits) + (1900 if int(digits) > _CENTURY_TURN else 2000)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
