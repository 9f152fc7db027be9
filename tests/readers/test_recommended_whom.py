"""Whom a recommendation is for, where the review calls bodies by short names and titles."""

import pytest

from caseview.domain.recommendation import Recommendation
from tests.readers.marked import marked
from tests.readers.test_recommended_anywhere import DESCRIBER

REVIEW = """# Safeguarding Adults Review: Winifred
Commissioned by Marsford Safeguarding Adults Board (the SAB) under section 44 of the Care Act 2014
# 1. Introduction
Winifred was 71 when she died in January 2022. Reports came from Marsford Borough Council (the \
Council), Wiltshire Police, Vale Community NHS Foundation Trust (the Trust), Wiltshire Police and \
NHS Marsford Integrated Care Board (the ICB).
# 2. Analysis
Nobody asked who held the key.
# 3. Recommendations
{told}
"""
SAB, COUNCIL = "Marsford Safeguarding Adults Board", "Marsford Borough Council"
TRUST, ICB = "Vale Community NHS Foundation Trust", "NHS Marsford Integrated Care Board"

WHOM = {
    "The SAB and the Council should jointly keep a list.": f"{SAB} and {COUNCIL}",
    "It is recommended that the SAB ask the ICB to keep a list of carers.": ICB,
    "The Trust and the ICB should keep a list of carers.": f"{TRUST} and {ICB}",
    "The Council, the Trust and the ICB should agree a list.": f"{COUNCIL}, {TRUST} and {ICB}",
    "The police should keep a list of carers.": "Wiltshire Police",
    "The national SAB chairs’ network should keep a list.": "National SAB chairs’ network",
    "The Board should seek assurance from the Trust that lists are kept.": SAB,
    "The Trust should provide the Board with assurance that lists are kept.": TRUST,
    "A list of carers should be kept by the Council.": COUNCIL,
    "Consideration should be given by the Trust to a list of carers.": TRUST,
    "When a person dies, the Council, with the Trust, should keep a list.": COUNCIL,
}


def recommended(told: str) -> tuple[Recommendation, ...]:
    return DESCRIBER.describe(marked(REVIEW.format(told=told)), "review.docx").recommendations


@pytest.mark.parametrize("told", WHOM)
def test_short_names_are_read_as_the_bodies_they_stand_for(told: str) -> None:
    assert [one.addressee for one in recommended(f"- 1 | {told}")] == [WHOM[told]]


@pytest.mark.parametrize(
    "told",
    [
        "Recommendation 1\nTo: the Council\nKeep a list of carers at home.",
        "Recommendation 1\nKeep a list of carers at home.\nOwner: the Council",
    ],
)
def test_a_line_above_or_below_says_whom_it_is_for(told: str) -> None:
    assert [(one.number, one.addressee) for one in recommended(told)] == [("1", COUNCIL)]
