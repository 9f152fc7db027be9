"""Scopes, ages and days of harm as boards put them, each in an invented review."""

import pytest

from caseview.domain.attribute import DetailName, value
from tests.readers.told_reviews import ADULT, CHILD, description_of

D = DetailName
REPORT = (
    "{}\n\n1. Introduction\n\n{}\n\n2. Scope\n\n{}\n\n3. Methodology\n\nA panel of managers met"
    " four times.\n\n4. What happened\n\nThe social worker visited on two occasions, and nobody"
    " answered.\n"
)
PERIODS = {
    "The timeframe for the review was agreed as 1 April 2019 (when Joan left hospital) to"
    " 3 May 2021 (the date of her death).": ("2019-04-01 to 2021-05-03"),
    "The period that the panel has examined opens on 1 April 2019 and closes on 3 May 2021.": (
        "2019-04-01 to 2021-05-03"
    ),
    "The scoping period: 01/04/2019 - 03/05/2021.": ("2019-04-01 to 2021-05-03"),
    "The review looks in detail at the period from April 2019, with background where it "
    "is relevant, to May 2021.": ("2019-04 to 2021-05"),
    "It was decided that the review should begin with Joan’s discharge on 1 April 2019 "
    "and finish when she died.": ("2019-04-01 to 2021-05-03"),
    "IMR authors were asked to cover the time between 1 April 2019 and Joan’s death.": (
        "2019-04-01 to 2021-05-03"
    ),
    "The key period is April 2019 to May 2021, although earlier matters are mentioned.": (
        "2019-04 to 2021-05"
    ),
    "The timescale of the review was from 1 April 2019 up to the date of Joan’s death.": (
        "2019-04-01 to 2021-05-03"
    ),
    "Our focus is the final two years of Joan’s life.": ("2019-05-03 to 2021-05-03"),
    "The review considers the last 12 months of Joan’s life.": ("2020-05-03 to 2021-05-03"),
    "This report is concerned with the twenty-five months between 1 April 2019 and 3 May 2021.": (
        "2019-04-01 to 2021-05-03"
    ),
    "The terms of reference set the period as 1st April 2019 to 3rd May 2021 inclusive.": (
        "2019-04-01 to 2021-05-03"
    ),
    "The panel was asked to examine contact with Joan from 1 April 2019 onwards until her death.": (
        "2019-04-01 to 2021-05-03"
    ),
    "Panel members agreed to look at a two-year period prior to the death.": (
        "2019-05-03 to 2021-05-03"
    ),
    "From: 1 April 2019\n\nTo: 3 May 2021": ("2019-04-01 to 2021-05-03"),
    "Period under review\n\n1 April 2019 until 3 May 2021": ("2019-04-01 to 2021-05-03"),
    "The dates chosen were 1 April 2019, being the day of Joan’s move, and 3 May 2021.": (
        "2019-04-01 to 2021-05-03"
    ),
    "The time frame chosen by the Board starts on the day Joan moved to Ashby (1 April "
    "2019) and ends on the day she died.": ("2019-04-01 to 2021-05-03"),
    "What we looked at: everything that happened between April 2019 and the day Joan died.": (
        "2019-04 to 2021-05-03"
    ),
    "The review’s lens is the eighteen months before 3 May 2021.": ("2019-11-03 to 2021-05-03"),
    "Reports covered 1 April 2019 to 3 May 2021, a period which took in both lockdowns.": (
        "2019-04-01 to 2021-05-03"
    ),
    "The review was asked to go back as far as 1 April 2019 and no later than 3 May 2021.": (
        "2019-04-01 to 2021-05-03"
    ),
    "The Board set a start date of 1 April 2019 and an end date of 3 May 2021.": (
        "2019-04-01 to 2021-05-03"
    ),
    "The window of time under scrutiny runs from 1 April 2019 to 3 May 2021.": (
        "2019-04-01 to 2021-05-03"
    ),
}
AGES = {
    "Joan was 71 years of age when she died on 3 May 2021.": ("71"),
    "Joan died on 3 May 2021. She had been 71 for two days.": ("71"),
    "Joan died on 3 May 2021 at the age of seventy-one.": ("71"),
    "Joan, 71, died on 3 May 2021.": ("71"),
    "Joan died on 3 May 2021. Joan was then aged 71; her husband was 74.": ("71"),
    "Joan was aged seventy one when, on 3 May 2021, she was found dead.": ("71"),
    "Joan (71) died on 3 May 2021.": ("71"),
    "Joan was born on 14 March 1950 and died on 3 May 2021.": ("71"),
    "Joan died on 3 May 2021. Her date of birth was 14 March 1950.": ("71"),
    "Joan died on 3 May 2021, six weeks after turning 71.": ("71"),
    "On 3 May 2021 Joan died. She was a 71 year old widow with three children.": ("71"),
    "Child T was 9 months old when she was admitted on 3 May 2021.": ("9 months"),
    "Child T, then nine months, was admitted on 3 May 2021 with a fracture.": ("9 months"),
    "At nine weeks of age, on 3 May 2021, Child T was brought to hospital with bruises.": (
        "9 weeks"
    ),
    "Child T was born in March 2021 and was seven weeks old on 3 May 2021 when he died.": (
        "7 weeks"
    ),
    "Child T died on 3 May 2021 at 16 years of age.": ("16"),
    "Child T was a 16-year-old boy who took his own life on 3 May 2021.": ("16"),
    "Child T had just had her sixteenth birthday when she was stabbed on 3 May 2021.": ("16"),
    "Child T died on 3 May 2021 the day before his first birthday.": (None),
    "Joan was killed on 3 May 2021. She was 41 and Bob, her husband, was 45.": ("41"),
    "Joan, aged 41 years, was killed on 3 May 2021 by Bob, aged 45 years.": ("41"),
    "The victim, Joan, was 41 years old at the time of her death on 3 May 2021. The "
    "perpetrator, Bob, was 45.": ("41"),
}
DAYS = {
    "Joan’s death was confirmed at her home at 7am on 3 May 2021 by a paramedic.": ("2021-05-03"),
    "Joan, who had a learning disability, was found unresponsive in the bath on the "
    "morning of 3 May 2021 and could not be resuscitated.": ("2021-05-03"),
    "Joan suffered burns on 28 April 2021 when her clothing caught fire, from which she "
    "died on 3 May.": ("2021-05-03"),
    "This review follows the death, on 3 May 2021, of a woman who is called Joan.": ("2021-05-03"),
    "Joan’s body was found by a police officer on 3 May 2021. She is believed to have "
    "died some days earlier.": ("2021-05-03"),
    "In May 2021 Joan died alone in a flat. Her body was not found until 9 June 2021.": ("2021-05"),
    "The Coroner found that Joan died on 3 May 2021 of malnutrition. The inquest "
    "concluded on 6 July 2022.": ("2021-05-03"),
    "Joan had been in hospital since 20 April 2021. On 3 May, at the age of 71, she died.": (
        "2021-05-03"
    ),
    "Treatment was withdrawn on 3 May 2021 and Joan died that evening with her sister "
    "beside her.": ("2021-05-03"),
    "Joan was last seen alive on 1 May 2021. She was discovered dead on 3 May 2021.": (
        "2021-05-03"
    ),
    "On 3 May 2021 Joan fell down the stairs of the care home. She never regained "
    "consciousness and died on 6 May 2021.": ("2021-05-06"),
    "Child T, who was three, ingested methadone on 3 May 2021 and died the same day.": (
        "2021-05-03"
    ),
    "A strategy meeting was held on 4 May 2021 after Child T was found, on 3 May 2021, to"
    " have eleven fractures.": ("2021-05-03"),
    "Child T was shot on 3 May 2021 in a park. He survived.": ("2021-05-03"),
    "On 3 May 2021 Child T attempted to take her own life, and she remains in hospital.": (
        "2021-05-03"
    ),
    "Child T was seriously assaulted by her stepfather on 3 May 2021.": ("2021-05-03"),
    "Child T was made the subject of a police protection order on 3 May 2021 when "
    "officers saw the state of her home.": ("2021-05-03"),
    "In the early hours of Sunday, 3rd May 2021, Joan was strangled by her partner.": (
        "2021-05-03"
    ),
    "Joan was assaulted on 1 May 2021 and died of her injuries two days later.": ("2021-05-03"),
    "At 6.10am on 3 May 2021 Bob walked into a police station and said that he had killed"
    " his wife. Officers found Joan’s body in the kitchen.": ("2021-05-03"),
    "Joan’s death by suicide was on 3 May 2021. Three weeks before it she had told police"
    " of the abuse.": ("2021-05-03"),
    "Bob stabbed Joan on 3 May 2021; he had been released from prison on 20 April 2021.": (
        "2021-05-03"
    ),
}


def told(detail: DetailName, opening: str, scope: str = "It was short.") -> str | None:
    cover = CHILD if "Child T" in opening else ADULT
    words = REPORT.format(cover, opening, scope)
    return value(description_of(words).details, detail)


@pytest.mark.parametrize(("scope", "period"), PERIODS.items())
def test_the_scope_tells_the_period(scope: str, period: str) -> None:
    assert told(D.REVIEW_PERIOD, "Joan died on 3 May 2021. She was 71.", scope) == period


@pytest.mark.parametrize(("opening", "age"), AGES.items())
def test_the_opening_tells_the_age(opening: str, age: str | None) -> None:
    assert told(D.AGE, opening) == age


@pytest.mark.parametrize(("opening", "day"), DAYS.items())
def test_the_opening_tells_the_day(opening: str, day: str) -> None:
    assert told(D.DATE_OF_DEATH, opening) == day


def test_an_age_of_an_earlier_year_gives_way_to_that_of_the_time() -> None:
    words = "Joan was found on 7 October 2023. She had been missing. She was fifteen."
    earlier = "In August 2022 Joan, then aged thirteen, was reported missing."
    assert told(D.AGE, f"{words}\n\n{earlier}") == "15"
