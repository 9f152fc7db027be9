"""Dates are read as British documents print them, at the precision they have."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseview.readers.dates import dates_in, first_date, first_year, response_due

PRINTED = {
    "29 May 2024": "2024-05-29",
    "the 3rd of March 2021": "2021-03-03",
    "3rd day of March 2021": "2021-03-03",
    "27/04/2026": "2026-04-27",
    "05.02.2024": "2024-02-05",
    "5-2-24": "2024-02-05",
    "14/06/98": "1998-06-14",
    "2021-09-14": "2021-09-14",
    "September 14, 2021": "2021-09-14",
    "1 2th July 2017": "2017-07-12",
    "Sept 2019": "2019-09",
    "in February 2023.": "2023-02",
    "FEBRUARY 2015": "2015-02",
}


@pytest.mark.parametrize(("printed", "value"), PRINTED.items())
def test_a_printed_date_has_one_value(printed: str, value: str) -> None:
    found = first_date(f"It was dated {printed} and sent.")
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "words", ["31 February 2020", "5 September", "99/99/2020", "section 4.2.1"]
)
def test_what_is_no_date_is_not_read_as_one(words: str) -> None:
    assert first_date(words) is None


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_every_day_survives_being_printed_in_words(day: date) -> None:
    words = f"on {day.day} {day:%B} {day.year}, that is {day:%d/%m/%Y}"
    assert [found.value for found in dates_in(words)] == [day.isoformat()] * 2


def test_a_date_knows_its_place() -> None:
    words = "Report of 29 May 2024."
    found = first_date(words)
    assert found is not None
    assert words[found.start : found.end] == "29 May 2024"
    assert found.whole


def test_a_bare_year_is_asked_for_by_name() -> None:
    found = first_year("Published 2019")
    assert found is not None
    assert (found.value, found.whole) == ("2019", False)


def test_a_response_is_due_after_56_days_when_the_day_is_known() -> None:
    assert response_due("2024-05-29") == "2024-07-24"
    assert response_due("2024-05") is None
    assert response_due("") is None


WELSH = {
    "8 Chwefror / February 2024": "2024-02-08",
    "21 Tachwedd 2023": "2023-11-21",
    "Mehefin / June 2022": "2022-06",
    "1 Awst 2021": "2021-08-01",
}


@pytest.mark.parametrize(("printed", "value"), WELSH.items())
def test_welsh_months_are_read_behind_a_day_and_beside_english_ones(
    printed: str, value: str
) -> None:
    assert [one.value for one in dates_in(printed)] == [value]
