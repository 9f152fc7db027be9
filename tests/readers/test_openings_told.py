"""Openings in which boards tell of a death, of harm, of a period and of who did it."""

import pytest

from caseview.domain.attribute import DetailName, value
from caseview.domain.description import Description
from tests.readers.told_reviews import ADULT, CHILD, KILLED, description_of

D = DetailName
REPORT = (
    "{}\n\nAuthor: Maud Ellery\n\n1. Introduction\n\n{}\n\n2. Methodology\n\nA panel of senior"
    " managers met four times and read what each agency had written.\n\n{}\n\n3. What happened"
    "\n\nThe social worker visited on two occasions, and nobody answered.\n"
)
OF_ADULTS = {
    "Joan, who was 71, died from sepsis in hospital. Her death, on 3 May 2021, was referred "
    "to the Board.": "2021-05-03",
    "This review concerns Joan, a woman of 71, whose body was discovered by a neighbour on "
    "3 May 2021.": "2021-05-03",
    "In the early hours of 3 May 2021 a fire broke out at Joan’s flat. Joan could not be "
    "saved.": "2021-05-03",
    "Joan was pronounced dead at 04.12 on Tuesday 4 May 2021. She had moved in on 1 March "
    "2020.": "2021-05-04",
    "Joan lost her life in a house fire on 3 May 2021.": "2021-05-03",
    "The Board was told on 6 June 2021 that Joan had died. She had died on 3 May 2021 of "
    "pneumonia.": "2021-05-03",
    "Joan’s life came to an end on 3 May 2021, in the garden that she loved.": "2021-05-03",
    "On 3 May 2021 Joan’s carer let herself in and found that Joan had died in the night.": (
        "2021-05-03"
    ),
    "Joan (1950 to 2021) was a baker. She succumbed to her injuries on 3 May 2021.": "2021-05-03",
    "Joan passed away in Ashby General on 3 May 2021 having been admitted on 20 April 2021.": (
        "2021-05-03"
    ),
    "Joan jumped from a bridge on 3 May 2021. The inquest was held on 4 March 2022.": "2021-05-03",
    "Joan’s body was recovered from the river on 3 May 2021; she had been missing since 28 "
    "April 2021.": "2021-05-03",
    "In the spring of 2019 Joan moved to Ashby. Joan died unexpectedly in May 2021.": "2021-05",
}
OF_HOMICIDES = {
    "At 2217 hours on Saturday 20 April 2019 a call was received from Bob, who had found Joan "
    "collapsed in the yard. She had a single wound. Life was pronounced extinct at 2251 hours. "
    "On 22 February 2019 Bob had taken an overdose.": "2019-04-20",
    "On 3 May 2021 at 10.15 pm police attended an address in Ashby where they found Joan "
    "with multiple stab wounds. Despite the efforts of paramedics she died at the scene.": (
        "2021-05-03"
    ),
    "Joan was murdered by her husband on the night of 3/4 May 2021.": "2021-05-04",
    "On 3 May 2021 Joan’s son, Bob, rang 999 and said that he had killed his mother. Bob "
    "was convicted of murder on 4 February 2022.": "2021-05-03",
    "On 10 January 2022 at Ashby Crown Court Bob was found guilty of the murder of Joan on "
    "3 May 2021.": "2021-05-03",
    "Joan was reported missing on 5 May 2021. Her body was found on 9 May 2021. It is "
    "thought that she was killed on 3 May 2021.": "2021-05-03",
    "The homicide took place on 3 May 2021. The Home Office was notified on 10 May 2021.": (
        "2021-05-03"
    ),
}
OF_CHILDREN = {
    "On the night of 1 March 2022 Child T was at the flat. Dad fell asleep. He woke at 6.30am on "
    "2 March and rang 999. Child T was taken to hospital and was confirmed dead at 7.22am.": (
        "2022-03-02"
    ),
    "Child T died in May 2021. Mother opened a letter on 6 May 2021. The next day, when her "
    "brother was at school, Child T died at home.": "2021-05-07",
    "Child T was eight weeks old when, on 3 May 2021, she was brought to hospital by "
    "ambulance with a fractured skull. She has made a full recovery.": "2021-05-03",
    "On 3 May 2021 Child T was presented at the emergency department by his parents with "
    "bruising to the face and ear.": "2021-05-03",
    "Child T disclosed on 3 May 2021 to a teacher that her stepfather had been abusing her "
    "since she was nine.": "2021-05-03",
    "Child T took an overdose on 3 May 2021 and died in intensive care five days later.": (
        "2021-05-08"
    ),
    "A neighbour found Child T, aged three, alone in the street on 3 May 2021. Police who "
    "went to the home found conditions that were not fit for a child.": "2021-05-03",
    "Child T died suddenly and unexpectedly at home on 3 May 2021 at the age of seven "
    "weeks. He was born on 14 March 2021.": "2021-05-03",
    "Child T suffered a cardiac arrest on 3 May 2021 and died on 5 May 2021 when life "
    "support was withdrawn.": "2021-05-05",
    "Child T was critically injured on 3 May 2021 when she fell from a window.": "2021-05-03",
    "The incident that led to this review took place on 3 May 2021. A rapid review was "
    "completed on 28 May 2021.": "2021-05-03",
}
PERIODS = {
    "I am asked to consider the period beginning with Joan’s move on 1 July 2019 and ending with "
    "her death. The presumption in the 2005 Act is a starting point.": "2019-07-01 to 2021-05-03",
    "The panel chose as the time covered that from November 2019, with the second of her "
    "admissions, to the day of her death.": "2019-11 to 2021-05-03",
    "The period of the review is twelve months, ending with the day on which Joan died.": (
        "2020-05-03 to 2021-05-03"
    ),
    "The Panel met six times and dates from October 2019, when Joan was diagnosed, to the day of "
    "her death were considered.": "2019-10 to 2021-05-03",
    "Time period: we looked from when Joan moved (June 2019) to when Joan died.": (
        "2019-06 to 2021-05-03"
    ),
    "The review covers the period from 1 April 2019 until Joan’s death.": (
        "2019-04-01 to 2021-05-03"
    ),
    "Scope: the eighteen months prior to Joan’s death.": "2019-11-03 to 2021-05-03",
    "Agencies were asked to provide a chronology for the period 1 April 2019 – 3 May 2021.": (
        "2019-04-01 to 2021-05-03"
    ),
    "It was agreed that the timeframe would run from April 2019 to May 2021.": "2019-04 to 2021-05",
    "The panel decided to concentrate on events between 1 April 2019, when Joan moved to "
    "Ashby, and 3 May 2021.": "2019-04-01 to 2021-05-03",
    "The two years before Joan died were looked at in detail.": "2019-05-03 to 2021-05-03",
    "The review starts on 1 April 2019 and finishes on the day of Joan’s death.": (
        "2019-04-01 to 2021-05-03"
    ),
    "Practice was examined from 1 April 2019 up to and including 3 May 2021.": (
        "2019-04-01 to 2021-05-03"
    ),
    "The time considered is that from Joan’s discharge on 1 April 2019 to 3 May 2021.": (
        "2019-04-01 to 2021-05-03"
    ),
    "Our timeline begins in April 2019 and ends with her death.": "2019-04 to 2021-05-03",
}
RELATIONS = {
    "Joan, 41, was stabbed to death by Bob, to whom she had been married for nine years, on "
    "3 May 2021.": "partner",
    "Joan took her own life on 3 May 2021. She left a letter in which she told of what her "
    "former partner had done to her.": "ex-partner",
    "Joan took her own life on 3 May 2021. She had been subjected to coercive control by "
    "her husband, Bob.": "partner",
    "Joan died on 3 May 2021. Her son Bob pleaded guilty to her manslaughter on the grounds "
    "of diminished responsibility.": "child",
    "Joan died on 3 May 2021. Bob, with whom Joan had ended her relationship in March, was "
    "convicted of her murder.": "ex-partner",
    "Joan died by suicide on 3 May 2021. Her ex-husband was being investigated by police "
    "for stalking her.": "ex-partner",
    "Joan died on 3 May 2021. The perpetrator, Bob, was Joan’s brother.": "sibling",
    "Joan was 41 and had separated from her husband, Bob, four weeks before he killed her "
    "on 3 May 2021.": "ex-partner",
    "Joan died on 3 May 2021. Bob, her grandson, with whom she lived, was detained under a "
    "hospital order.": "other family",
    "Joan was killed on 3 May 2021. Her partner of two years was sentenced to life "
    "imprisonment.": "partner",
}


def described(cover: str, opening: str, scope: str = "It was short.") -> Description:
    words = REPORT.format(cover, opening, scope)
    return description_of(words)


@pytest.mark.parametrize(
    ("cover", "opening", "day"),
    [
        (cover, opening, day)
        for cover, told in ((ADULT, OF_ADULTS), (KILLED, OF_HOMICIDES), (CHILD, OF_CHILDREN))
        for opening, day in told.items()
    ],
)
def test_the_opening_tells_the_day(cover: str, opening: str, day: str) -> None:
    assert value(described(cover, opening).details, D.DATE_OF_DEATH) == day


@pytest.mark.parametrize(("scope", "period"), PERIODS.items())
def test_the_scope_tells_the_period(scope: str, period: str) -> None:
    found = described(ADULT, "Joan died on 3 May 2021.", scope).details
    assert value(found, D.REVIEW_PERIOD) == period


@pytest.mark.parametrize(("opening", "relation"), RELATIONS.items())
def test_the_opening_tells_who_did_it(opening: str, relation: str) -> None:
    assert value(described(KILLED, opening).details, D.RELATIONSHIP) == relation
