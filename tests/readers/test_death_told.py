"""The day of a death or of harm, told by way of another date, once only, or among other dates."""

from pathlib import Path

import pytest

from caseview.domain.attribute import DetailName, value
from caseview.domain.description import Description
from caseview.readers.dates import Dated
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.relative_dates import dates_told
from caseview.readers.text import read_plain

D = DetailName
DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})
REPORT = (
    "Eastvale Safeguarding Adults Board\n\nSafeguarding Adults Review: {}\n\n"
    "Published: March 2023\n\n1. Introduction\n\n{}\n\n2. Terms of reference\n\n"
    "The review was held under section 44 of the Care Act 2014.\n"
)
TOLD = {
    "Joan moved to the home on 14 May 2018 and died there on Friday, the second of November of "
    "that year, from sepsis.": "2018-11-02",
    "Joan was taken to hospital by ambulance on 9 October 2021 with a severe injury. She died two "
    "days later.": "2021-10-11",
    "On 9 October 2021 Joan had a fall. She died the following day.": "2021-10-10",
    "On the night of 8 August 2019 there was an argument. Joan was struck. A cousin rang. "
    "Joan died at ten past two in the morning of the 9th, at home.": "2019-08-09",
    "On 31 August 2019 there was an argument. Joan was struck. She died in the early hours of the "
    "1st.": "2019-09-01",
    "On 3 May 2019 there was an argument. It went on. A knife was taken up. Joan died there.": (
        "2019-05-03"
    ),
    "Joan was found by a key worker on the first Sunday of March 2024. She died that evening.": (
        "2024-03-03"
    ),
    "A visit would have been on 30 August 2022. On 26 August 2022 Joan came to the emergency "
    "department.": "2022-08-26",
    "Joan’s death, on 3 May 2021, was referred to the Board on 1 June 2021.": "2021-05-03",
    "On 1 May 2021 Joan was admitted to hospital, where she died on 3 May.": "2021-05-03",
    "Joan was admitted in December 2020. Joan died on 3 January.": "2021-01-03",
    "The inquest into Joan’s death was opened on 10 May 2021. Joan had died on 3 May.": (
        "2021-05-03"
    ),
    "Joan ended her own life on 3 May 2021, four days after her discharge.": "2021-05-03",
    "Joan (born 1950 – died 3 May 2021) lived in Ashby.": "2021-05-03",
    "Date of Joan’s death: 3 May 2021": "2021-05-03",
    "Joan’s husband died on 3 May 2015. Joan was killed on 4 June 2021.": "2021-06-04",
    "Since the death of her father on 3 May 2015 Joan had lived alone. She died on 4 June 2021.": (
        "2021-06-04"
    ),
    "Bob was convicted of the murder of Joan on 5 January 2022. She died on 4 June 2021.": (
        "2021-06-04"
    ),
    "Joan was found with injuries on 3 May 2020. Joan died on 4 June 2021.": "2021-06-04",
    "Bob killed Joan on 4 June 2021. He had killed her dog on 3 May 2021.": "2021-06-04",
    "Joan fell on 12 May 2021. She died two days later. Joan died at home in May 2021.": "2021-05",
    "On 3 May 2021 the police received an emergency call from a lodger. Joan, who was 71, was "
    "found in the hall and was pronounced dead.": "2021-05-03",
    "Joan died in May 2021. A friend rang on 7 May 2021. The doctor found that she had died from a "
    "blow. It was agreed at the trial that this had happened on the night of 4 May 2021.": (
        "2021-05-04"
    ),
    "The review covers the months from the booking on 3 August 2020 to the day on which Joan was "
    "injured. On 14 March 2021 her aunt rang 999 and said that Joan did not wake.": "2021-03-14",
    "Joan died on St Patrick’s Day 2022.": "2022-03-17",
    "Joan died on Good Friday 2021.": "2021-04-02",
    "Two days after Christmas in 2021 Joan was brought in by ambulance with burns.": "2021-12-27",
    "Joan was found dead in a lane. She had last been seen the evening before, on 19 December "
    "2018.": "2018-12-20",
    "The review considered contact from 1 April 2016 to 19 January 2020, the date of the "
    "homicide. The Board was notified of the death on 23 January 2020.": "2020-01-19",
    "The panel was told of the death of Joan on 3 March 2021. She died on 1 February 2021.": (
        "2021-02-01"
    ),
    "Joan died in May 2019. On 3 May 2019 neighbours heard shots and rang 999.": "2019-05-03",
    "Joan died in hospital in May 2019. On 3 May 2019 an ambulance was called.": "2019-05",
    "Joan was 16 when she was stabbed, near home, on the evening of Friday 25 February 2022. She "
    "died at the scene. On 9 May 2021 she had been found by Gwent Police in a flat.": "2022-02-25",
    "On 20 May 2021 crews who came to a small fire found two children in the house. In October "
    "2019 both children were removed from the list of their surgery.": "2021-05-20",
    "In May 2019 Joan was removed from the roll of her school. Police protection was taken on 20 "
    "May 2021.": "2021-05-20",
    "On the second of December 2019 a meter reader rang 999 from the pavement.": "2019-12-02",
}
NOT_DAYS_OF_HARM = (
    "The word was found in none of the records audited on 3 March 2015.",
    "A learning event took place at the town hall on 3 October 2019.",
    "In September 2019 her sister said that she would burn to death.",
    "Four babies were hurt between May 2020 and May 2021.",
    "14 January 2023 | Stopped and searched; no weapon found",
)
SEVERAL = {
    "Ada died on 3 May 2021. Bea died on 4 June 2021. Cy died in July 2021.": None,
    "Ada died in bed with both her parents on 3 May 2021.": None,
    "All three died on 3 May 2021, in a fire.": "2021-05-03",
}
PAIR = {
    "Ada died of an overdose on 3 May 2021. Mr B died in hospital on 4 June 2021.": None,
    "Ada died of an overdose on 3 May 2021. Her brother told the panel about Mr B.": "2021-05-03",
    "Ada and Mr B died on 3 May 2021.": "2021-05-03",
}


def described(subject: str, words: str) -> Description:
    return DESCRIBER.describe(read_plain(REPORT.format(subject, words).encode()), "review.txt")


@pytest.mark.parametrize(("words", "day"), TOLD.items())
def test_the_day_is_read_however_it_is_told(words: str, day: str) -> None:
    assert value(described("Joan", words).details, D.DATE_OF_DEATH) == day


@pytest.mark.parametrize("words", NOT_DAYS_OF_HARM)
def test_other_days_are_not_the_day_of_harm(words: str) -> None:
    assert value(described("Joan", words).details, D.DATE_OF_DEATH) is None


@pytest.mark.parametrize(("words", "day"), SEVERAL.items())
def test_what_befell_several_people_has_a_date_only_where_it_was_one_day(
    words: str, day: str | None
) -> None:
    assert value(described("Ada, Bea and Cy", words).details, D.DATE_OF_DEATH) == day


EASTERS = {2018: "04-01", 2019: "04-21", 2020: "04-12", 2021: "04-04", 2024: "03-31", 2025: "04-20"}


@pytest.mark.parametrize(("year", "day"), EASTERS.items())
def test_easter_is_where_the_calendar_has_it(year: int, day: str) -> None:
    text = f"Easter Sunday {year}"
    assert [told.value for told in dates_told(text, 0, len(text), None)] == [f"{year}-{day}"]


def test_days_later_count_from_the_last_whole_date_told_before() -> None:
    before = Dated("2020-02-28", 0, 0)
    text = "two days later, and the next day"
    assert [one.value for one in dates_told(text, 0, len(text), before)] == [
        "2020-03-01",
        "2020-02-29",
    ]


def test_days_later_count_from_nothing_where_only_a_month_was_told() -> None:
    text = "two days later"
    assert dates_told(text, 0, len(text), Dated("2020-02", 0, 0)) == []


def test_a_day_without_a_year_before_another_month_takes_no_day_for_a_year() -> None:
    text = "burns were noted on 2 May, 19 May and 30 May"
    assert dates_told(text, 0, len(text), None) == []


@pytest.mark.parametrize(("words", "day"), PAIR.items())
def test_two_who_died_on_days_of_their_own_have_no_one_date(words: str, day: str | None) -> None:
    assert value(described("Ada and Mr B", words).details, D.DATE_OF_DEATH) == day
