"""Years and ages fall into one band each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseview.counting.bands import AGE_BANDS, age_band, year_band


@pytest.mark.parametrize(
    ("age", "band"),
    [("0", "Under 1"), ("11 weeks", "Under 1"), ("18 months", "1 to 4"), ("4", "1 to 4"),
     ("17", "16 to 17"), ("18", "18 to 24"), ("85", "85 and over"), ("101", "85 and over"),
     ("in her forties", "in her forties")],
)  # fmt: skip
def test_an_age_falls_into_its_band(age: str, band: str) -> None:
    assert age_band(age) == band


@given(st.integers(0, 130))
def test_every_age_in_years_has_a_band_in_the_list(age: int) -> None:
    assert age_band(str(age)) in AGE_BANDS


@given(st.integers(1000, 9999))
def test_a_year_lies_in_its_band_of_five(year: int) -> None:
    first, last = map(int, year_band(str(year)).split(" to "))
    assert first <= year <= last == first + 4


def test_words_that_are_no_year_stay() -> None:
    assert year_band("around 2015") == "around 2015"
