"""Bands: years and ages put together, for single ones are too many and too small to compare."""

import re
from collections.abc import Callable, Mapping
from itertools import pairwise

YEARS = 5
_AGE_ENDS = (0, 4, 9, 15, 17, 24, 34, 44, 54, 64, 74, 84)
_IN_A_YEAR = {"day": 365, "week": 52, "month": 12}
_OLD = f"{_AGE_ENDS[-1] + 1} and over"
AGE_BANDS = ("Under 1", *(f"{a + 1} to {b}" for a, b in pairwise(_AGE_ENDS)), _OLD)


def year_band(year: str) -> str:
    """Return the five years that a year is one of: "2015 to 2019"; other words stay."""
    if not re.fullmatch(r"\d{4}", year):
        return year
    first = int(year) // YEARS * YEARS
    return f"{first} to {first + YEARS - 1}"


def age_band(age: str) -> str:
    """Return the band of an age in years, or in words such as "11 weeks"; other words stay."""
    found = re.match(r"(\d+)(?:\s+(day|week|month|year)s?\b|$)", age.strip())
    if not found:
        return age
    years = int(found[1]) // _IN_A_YEAR.get(found[2], 1)
    place = next((place for place, end in enumerate(_AGE_ENDS) if years <= end), None)
    return _OLD if place is None else AGE_BANDS[place]


BANDS: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "year_band": ("year", year_band),
    "age_band": ("age", age_band),
}
"""Each banded attribute: the attribute it is made of, and the band of a value."""
