"""The day of the death, and the age and sex of the dead, in the ways that sentences tell them."""

from pathlib import Path

import pytest

from caseview.domain.attribute import DetailName, value
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.text import read_plain

D = DetailName
DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})
COVER = (
    "Eastvale Safeguarding Adults Board\n\nSafeguarding Adults Review: {}\n\n"
    "Published: March 2023\n\n1. Introduction\n\n{}\n\n2. Terms of reference\n\n"
    "The review was held under section 44 of the Care Act 2014.\n"
)
TOLD = {
    "Joan, 71, was killed on the last day of February 2020 by her son, who was 40.": ((
        "Joan",
        "71",
        "female",
        "2020-02-29",
    )),
    "Sam (aged 17) was fatally stabbed on 04/05/2021. Two boys were convicted of his murder.": ((
        "Sam",
        "17",
        "male",
        "2021-05-04",
    )),
    "Joan, who was born on 1 June 1950, died on 4 May 2021. She was 70.": ((
        "Joan",
        "70",
        "female",
        "2021-05-04",
    )),
    "Lucy, a 15 year old girl, went missing on 2 May 2021 and was found dead on 4 May 2021.": ((
        "Lucy",
        "15",
        "female",
        "2021-05-04",
    )),
    "On Friday 4 May 2021 officers were called to a flat. Joan, who was 29, was found with fatal "
    "injuries. At the time of her death she lived alone.": (("Joan", "29", "female", "2021-05-04")),
    "In August 2021, the 21st, Tom was stabbed in a park. He was 16.": ((
        "Tom",
        "16",
        "male",
        "2021-08-21",
    )),
    "Noor drowned on the first of April 2022. She was six.": ((
        "Noor",
        "6",
        "female",
        "2022-04-01",
    )),
    "In March 2019 Tom was found with a knife. He was 16 when he died in May 2021.": ((
        "Tom",
        "16",
        "male",
        "2021-05",
    )),
    "Hannah, 31, was in fear of a man when she died on 4 May 2021.": ((
        "Hannah",
        "31",
        "female",
        "2021-05-04",
    )),
}


@pytest.mark.parametrize(("words", "wanted"), TOLD.items())
def test_the_death_and_the_dead_are_told(words: str, wanted: tuple[str, ...]) -> None:
    document = read_plain(COVER.format(wanted[0], words).encode())
    details = DESCRIBER.describe(document, "review.txt").details
    found = (D.SUBJECT, D.AGE, D.SEX, D.DATE_OF_DEATH)
    assert tuple(value(details, name) for name in found) == wanted


PERIODS = {
    "The review covers the period from August 2018, when she moved, to the date of her death.": (
        "2018-08 to 2021-05-04"
    ),
    "The period under review is from 4 May 2019 until she died.": "2019-05-04 to 2021-05-04",
    "The time considered is from 1 January 2018 to 4 June 2020.": "2018-01-01 to 2020-06-04",
    "The timeframe is the year up to Joan’s death, beginning in May 2020.": "2020-05 to 2021-05-04",
}


@pytest.mark.parametrize(("words", "period"), PERIODS.items())
def test_the_period_goes_up_to_the_death_where_it_says_so(words: str, period: str) -> None:
    text = COVER.format("Joan", f"Joan died on 4 May 2021. {words}")
    details = DESCRIBER.describe(read_plain(text.encode()), "review.txt").details
    assert value(details, D.REVIEW_PERIOD) == period
