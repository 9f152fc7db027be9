"""The coroner, area and days of a report are read however its form's sentences are put."""

from pathlib import Path

import pytest

from caseview.domain.attribute import DetailName, value
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.text import read_plain

D = DetailName
DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})
FORM = """REGULATION 28: REPORT TO PREVENT FUTURE DEATHS
Ref: 2023-0991
THIS REPORT IS BEING SENT TO: Quillpack Limited

1 CORONER
{coroner}

2 CORONER’S LEGAL POWERS
I make this report under paragraph 7, Schedule 5, of the Coroners and Justice Act 2009.

3 INVESTIGATION and INQUEST
On 5 September 2022 I commenced an investigation into the death of Arnold James PIKE, aged 61. He
died on 30 August 2022.

5 CORONER’S CONCERNS
(1) Nobody was told who held the key to the medicine room.

6 ACTION SHOULD BE TAKEN
In my opinion action should be taken to prevent future deaths.

7 YOUR RESPONSE
You are under a duty to respond to this report within 56 days of the date of this report,
{due}. I, the coroner, may extend the period.

8 COPIES and PUBLICATION
I have sent a copy of my report to the Chief Coroner.

9 {foot}
"""
USUAL = "I am Ada Lorne, Senior Coroner, for the coroner area of Norfolk."


def details(
    *, coroner: str = USUAL, due: str = "namely by 10 May 2023", foot: str = "15 March 2023"
) -> dict[DetailName, str | None]:
    words = FORM.format(coroner=coroner, due=due, foot=foot)
    found = DESCRIBER.describe(read_plain(words.encode()), "report.txt").details
    return {name: value(found, name) for name in DetailName}


CORONERS = {
    "I, Ada LORNE, Senior Coroner for Norfolk": ("Ada Lorne", "Senior Coroner"),
    "Ada Lorne, Assistant Coroner, in the coroner area of Norfolk": (
        "Ada Lorne",
        "Assistant Coroner",
    ),
    "I am Ada Lorne Acting Senior Coroner for the County of Norfolk": (
        "Ada Lorne",
        "Acting Senior Coroner",
    ),
    "I am Her Majesty's Senior Coroner for the area of Norfolk, Ada Lorne": (
        "Ada Lorne",
        "Senior Coroner",
    ),
    "Ada Lorne\nHM Senior Coroner\nNorfolk": ("Ada Lorne", "HM Senior Coroner"),
    "My name is Ada Lorne and I am the Area Coroner for Norfolk.": ("Ada Lorne", "Area Coroner"),
    "I am His Honour Judge Lorne, nominated Coroner sitting in the coroner area of Norfolk": (
        "His Honour Judge Lorne",
        "nominated Coroner",
    ),
}


@pytest.mark.parametrize(("said", "told"), CORONERS.items())
def test_name_title_area_force_and_region_are_kept_apart(said: str, told: tuple[str, str]) -> None:
    found = details(coroner=said)
    assert (found[D.CORONER], found[D.CORONER_TITLE]) == told
    assert (found[D.AREA], found[D.POLICE_FORCE]) == ("Norfolk", "Norfolk Constabulary")
    assert found[D.REGION] == "East of England"


def test_the_words_i_the_coroner_tell_nobody_and_no_title() -> None:
    found = details(coroner="[REDACTED]")
    assert (found[D.CORONER], found[D.CORONER_TITLE]) == (None, None)


DUE = (
    "that is by the 10th of May 2023",
    "namely by Wednesday, 10 May 2023",
    "by close of business on 10/05/2023",
    "i.e. no later than 10 May 2023",
    "namely by [DATE]",
)


@pytest.mark.parametrize("due", DUE)
def test_the_day_to_answer_by_is_as_printed_else_56_days_on(due: str) -> None:
    assert details(due=due)[D.RESPONSE_DUE] == "2023-05-10"


FEET = (
    "Dated this 15th day of March 2023\nAda Lorne",
    "Ada Lorne\n15/3/23",
    "[DATE] 15.03.2023 [SIGNED BY CORONER] Ada Lorne",
    "Signed: Ada Lorne     Date: Wednesday 15 March, 2023",
    "March 15, 2023 Ada Lorne",
)


@pytest.mark.parametrize("foot", FEET)
def test_the_day_of_the_report_stands_at_its_foot(foot: str) -> None:
    assert details(foot=foot)[D.PUBLISHED] == "2023-03-15"
