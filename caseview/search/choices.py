"""Tests of a field against the values that a casebook has for it."""

import re
from collections.abc import Callable, Iterable, Mapping

from caseview.search.expression import Between, Value
from caseview.search.tokens import fold, words

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_DATE = re.compile(r"\d{4}-\d\d")
_YEARS = re.compile(r"(\d{4})\s*(?:-|–|\.\.)\s*(\d{4})")
_IN_A_YEAR = {"day": 365.25, "week": 52.18, "month": 12.0}

Names = Mapping[str, tuple[str, ...]]
"""Each value with the names it goes by, itself among them."""


def named(values: Iterable[str]) -> Names:
    """Return values that go by no other name."""
    return {value: (value,) for value in values}


def chosen(test: Value | Between, names: Names) -> frozenset[str]:
    """Return the values that pass a test.

    A value passes by its whole name; only when none does, by words that stand in its name.
    `*` and `?` stand for any letters and one letter. Case, accents, spaces, underscores and
    hyphens make no difference.
    """
    if isinstance(test, Between):
        return frozenset(value for value in names if _lies(value, test))
    if years := _YEARS.fullmatch(test.text):
        return chosen(Between(years[1], years[2]), names)
    if "*" in test.text or "?" in test.text:
        pattern = re.compile(_pattern(test.text))
        return _passing(names, lambda name: pattern.fullmatch(name) is not None)
    wanted = plain(test.text)
    whole = _passing(names, lambda name: name == wanted)
    if whole or not wanted:
        return whole
    return _passing(names, lambda name: f" {wanted} " in f" {name} ")


def plain(name: str) -> str:
    """Return a name as it is compared: folded words with one space between."""
    return " ".join(words(name.replace("_", " ")))


def number(value: str) -> float | None:
    """Return the number a value begins with, in years where it says days, weeks or months."""
    found = _NUMBER.match(value)
    if found is None:
        return None
    rest = value[found.end() :].strip().casefold()
    for unit, in_a_year in _IN_A_YEAR.items():
        if rest.startswith(unit):
            return float(found.group()) / in_a_year
    return float(found.group())


def _pattern(text: str) -> str:
    spaced = re.sub(r"[\s_-]+", " ", fold(text)).strip()
    return re.escape(spaced).replace(r"\*", ".*").replace(r"\?", ".").replace(r"\ ", " ")


def _lies(value: str, test: Between) -> bool:
    return _over(value, test.low, strictly=test.open_low) and _under(
        value, test.high, strictly=test.open_high
    )


def _over(value: str, low: str | None, *, strictly: bool) -> bool:
    if low is None:
        return True
    mine, its = _comparable(value, low)
    return mine > its if strictly else mine >= its


def _under(value: str, high: str | None, *, strictly: bool) -> bool:
    if high is None:
        return True
    mine, its = _comparable(value, high)
    return mine < its if strictly else mine <= its


def _comparable(value: str, end: str) -> tuple[tuple[float, str], tuple[float, str]]:
    """Return a value and the end of a range in one measure: as numbers, else by alphabet.

    A date is compared at the precision of the end: 2020-05 does not lie after 2020.
    """
    mine, its = number(value), number(end)
    if mine is not None and its is not None and not (_DATE.match(value) or _DATE.match(end)):
        return (mine, ""), (its, "")
    return (0.0, fold(value)[: len(end)]), (0.0, fold(end))


def _passing(names: Names, passes: Callable[[str], bool]) -> frozenset[str]:
    return frozenset(
        value for value, known in names.items() if any(passes(plain(name)) for name in known)
    )
