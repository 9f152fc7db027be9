"""The period a review looked at, in the ways that authors of reviews tell it."""

from pathlib import Path

import pytest

from caseview.domain.attribute import DetailName, value
from caseview.domain.description import Description
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.text import read_plain

D = DetailName
DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})
REPORT = (
    "Eastvale Safeguarding Adults Board\n\nSafeguarding Adults Review: Joan\n\n"
    "Published: March 2023\n\n1. Introduction\n\nJoan died on 4 May 2021. She was 71.\n\n"
    "2. How we worked\n\n{}\n\n3. What happened\n\nJoan was seen in June 2019.\n"
)
BETWEEN_DATES = {
    "The review looked at events from 1 April 2016, when Joan first spoke to her doctor, until her "
    "death.": "2016-04-01 to 2021-05-04",
    "The reviewer saw records from July 2020, when her mother died, to March 2021.": (
        "2020-07 to 2021-03"
    ),
    "The time frame begins in February 2019, when Joan left hospital, and finishes with her "
    "death.": "2019-02 to 2021-05-04",
    "The period looked at was from the first appointment in December 2020 to the day that Joan "
    "died.": "2020-12 to 2021-05-04",
    "What we looked at | January 2020 to the day of her death": "2020-01 to 2021-05-04",
    "The reviewer looked at January 2021 to the date of death.": "2021-01 to 2021-05-04",
    "The timeframe under review was agreed as 1st January 2019 – 3rd May 2021.": (
        "2019-01-01 to 2021-05-03"
    ),
    "The review considers events from 2019 up to and including May 2021.": "2019 to 2021-05",
    "The period to be covered: 1.1.2019–3.5.2021": "2019-01-01 to 2021-05-03",
    "The review looked back over the last eighteen months of Joan’s life.": (
        "2019-11-04 to 2021-05-04"
    ),
    "The window for the review was the twelve months before she died.": "2020-05-04 to 2021-05-04",
    "The start date of 1 January 2019 was chosen as she moved then. The end date is the date of "
    "her death.": "2019-01-01 to 2021-05-04",
    "The terms of reference run from January 2019 to May 2021.": "2019-01 to 2021-05",
    "The review looked at the last fifteen months of Joan’s life.\n\nThe time frame was 1 February "
    "2020, when Joan was first referred, to 4 May 2021.": "2020-02-01 to 2021-05-04",
    "The period under review was the year that ended with the death of Joan.": (
        "2020-05-04 to 2021-05-04"
    ),
    "It was settled that agencies should account for their contact with her from 1 June 2019, when "
    "she came to Ashby, to the date of death.": "2019-06-01 to 2021-05-04",
    "The Review Team considered practice between January 2019 and May 2021.": "2019-01 to 2021-05",
    "Joan was born on 1 June 1975. The review covers the period from the birth of Joan until her "
    "death.": "1975-06-01 to 2021-05-04",
    "Period under review | 1 June 2014 to 8 May 2019": "2014-06-01 to 2019-05-08",
    "Review period\n\n1 June 2018 – 8 May 2020": "2018-06-01 to 2020-05-08",
    "Period under review\n\nThe twelve months to 20 December 2018 were examined.": (
        "2017-12-20 to 2018-12-20"
    ),
    "The timeframe is the two years up to Joan’s death.": "2019-05-04 to 2021-05-04",
    "The review covers the eighteen months before she died.": "2019-11-04 to 2021-05-04",
    "The panel considered the six weeks leading up to her death.": "2021-03-23 to 2021-05-04",
    "To examine the quality of planning between release on 20 November 2017 and 16 September "
    "2018.": "2017-11-20 to 2018-09-16",
    "The agreed period starts on 3 May 2018. It ends with her death.": "2018-05-03 to 2021-05-04",
    "The panel asked about the twenty months between her birthday on 14 August 2019 and her "
    "death.": "2019-08-14 to 2021-05-04",
    "On 3 March 2022 the panel agreed that the scope of the review would run from 1 April 2018 to "
    "4 May 2021.": "2018-04-01 to 2021-05-04",
}
NOT_BETWEEN = {
    "We read the records of school and GP from the start of Year 11 in September 2019.": (
        "from 2019-09"
    ),
    "The timeframe runs from the birth of Ash in August 2010 until the strategy meeting.": (
        "2010-08 until the strategy meeting"
    ),
    "IMR authors were asked to look at their contact with Joan from January 2019.": "from 2019-01",
    "The scope is from Joan’s eighteenth birthday to her death.": (
        "from Joan’s eighteenth birthday to her death"
    ),
    "The period is from the date of release to the date of the disclosure by the victim.": (
        "from the date of release to the date of the disclosure by the victim"
    ),
    "The timeframe for the review is from Joan coming into care until her death.": (
        "from Joan coming into care until her death"
    ),
    "The period for consideration is that in which Joan lived at Cliff View.": (
        "that in which Joan lived at Cliff View"
    ),
    "The review covers the time between the birth of her son and his removal from her care.": (
        "between the birth of her son and his removal from her care"
    ),
    "The review concerns the last five and a half months of the life of a widow.": (
        "the last five and a half months of the life"
    ),
}
OTHER_TIMES = (
    "The review began on 3 March 2022 and ended on 5 May 2023.",
    "The scope of the review was agreed by the panel on 3 March 2022.",
    "The panel met on six occasions between 3 March 2022 and 5 May 2023.",
    "The panel considered a referral from the fire service in February 2020.",
    "The reviewer read a letter from the Trust of 3 May 2019.",
    "Between March and June 2019 she was seen by four nurses from the Trust.",
    "The timescale for publication is from June 2023 to July 2023.",
)


def described(words: str) -> Description:
    return DESCRIBER.describe(read_plain(REPORT.format(words).encode()), "review.txt")


@pytest.mark.parametrize(("words", "period"), {**BETWEEN_DATES, **NOT_BETWEEN}.items())
def test_the_period_is_read_as_authors_tell_it(words: str, period: str) -> None:
    assert value(described(words).details, D.REVIEW_PERIOD) == period


@pytest.mark.parametrize("words", OTHER_TIMES)
def test_other_times_are_not_the_period_reviewed(words: str) -> None:
    assert value(described(words).details, D.REVIEW_PERIOD) is None


def test_the_words_that_tell_the_period_are_kept() -> None:
    words = "The period runs from 1 April 2016, when she moved, until the day that she died."
    text = read_plain(REPORT.format(words).encode()).text
    found = next(d for d in described(words).details if d.name is D.REVIEW_PERIOD)
    assert found.text == "1 April 2016, when she moved, until the day that she died"
    assert text[found.start : found.end] == found.text
