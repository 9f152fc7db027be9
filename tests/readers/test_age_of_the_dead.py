"""The age of the deceased is read wherever a coroner's report says it, and of nobody else."""

from pathlib import Path

import pytest

from caseview.domain.attribute import DetailName, value
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.text import read_plain

DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})

FORM = """Regulation 28: Prevention of Future Deaths report

THIS REPORT IS BEING SENT TO:
Quillpack Limited

1 CORONER
I am Ada Lorne, Assistant Coroner, for the coroner area of Norfolk.

2 CORONER’S LEGAL POWERS
I make this report under paragraph 7, Schedule 5, of the Coroners and Justice Act 2009.

3 INVESTIGATION and INQUEST
{told}

5 CORONER’S CONCERNS
(1) Nobody was told who held the key to the medicine room.

6 ACTION SHOULD BE TAKEN
In my opinion action should be taken to prevent future deaths.
"""
OF = "I commenced an investigation into the death of"

SAID = {
    f"On 2 May 2020 {OF} Arnold Pike, aged 61.": "61",
    f"On 2 May 2020 {OF} Arnold Pike (61 years).": "61",
    f"On 2 May 2020 {OF} Arnold Pike, 61 years, born 12 August 1958.": "61",
    f"On 2 May 2020 {OF} Arnold Pike, a 61 year old man.": "61",
    f"On 2 May 2020 {OF} Arnold Pike who died at the Westermere General Hospital in the town of "
    "Westermere on 1 May 2020 aged 61 years.": "61",
    "Arnold Pike died on 1 May 2020, aged 61 years, from a fall.": "61",
    f"On 2 May 2020 {OF} Arnold Pike. He fell at work. He was 61 at the time of his death.": "61",
    f"On 2 May 2020 {OF} Arnold Pike. It was opened in June. He died on 1 May 2020 aged 61.": "61",
    f"On 2 May 2020 {OF} Ada Pike, aged 5 days.": "5 days",
}
UNSAID = (
    f"On 2 May 2020 {OF} Arnold Pike, 61 years after the works were opened.",
    f"On 2 May 2020 {OF} Arnold Pike, 42 years, and Marshall Pike, 8 years.",
    "On 2 May 2020 I commenced investigations into the deaths of:\nArnold Pike, aged 61.",
    f"On 2 May 2020 {OF} Arnold Pike. His mother died on 3 June 2001 aged 50.",
)


def age(told: str) -> str | None:
    found = DESCRIBER.describe(read_plain(FORM.format(told=told).encode()), "report.txt")
    assert value(found.details, DetailName.SUBJECT)
    return value(found.details, DetailName.AGE)


@pytest.mark.parametrize(("told", "expected"), SAID.items())
def test_the_age_of_the_dead_is_read(told: str, expected: str) -> None:
    assert age(told) == expected


@pytest.mark.parametrize("told", UNSAID)
def test_no_other_number_of_years_is_taken_for_it(told: str) -> None:
    assert age(told) is None


@pytest.mark.parametrize("length", range(40, 75))
def test_an_age_is_never_cut_where_the_look_ends(length: int) -> None:
    told = f"On 2 May 2020 {OF} Arnold Pike {'x' * length} aged 61 years."
    assert age(told) in {"61", None}
