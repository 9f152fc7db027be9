"""Which agencies a review names: who took part, whom it tells of, and whom it asks."""

from pathlib import Path

import pytest

from caseview.domain.attribute import DetailName, values
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from tests.readers.marked import marked

DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})

ADULT = """# Safeguarding Adults Review: Adult K
Commissioned by Anyshire Safeguarding Adults Board
# 1. Introduction
Adult K was a man of 61 who died in March 2021. This safeguarding adults review was held under \
section 44 of the Care Act 2014.
{told}
"""
CHILD = """# Local Child Safeguarding Practice Review: Child K
Commissioned by Anyshire Safeguarding Children Partnership
# 1. Introduction
Child K was a boy of four who died in March 2021, and this is a local child safeguarding practice \
review.
{told}
"""


def agencies(told: str, review: str = ADULT) -> set[str]:
    found = DESCRIBER.describe(marked(review.format(told=told)), "review.docx").details
    return set(values(found, DetailName.AGENCY))


LISTED = {
    "Individual management reviews were supplied by Anyshire Police, the Mill Lane Surgery, and"
    " Haven Domestic Abuse Service.": {
        "Police force",
        "General practice",
        "Domestic abuse service",
    },
    "The agencies that contributed were Anyshire Council; Vale Mental Health NHS Trust; and Vale"
    " General Hospital.": {"Adult social care", "Mental health trust", "Acute hospital trust"},
    "Reports were written by: Anyshire Council (adult social care; housing); Tees Community Health"
    " NHS Trust; and the Department for Work and Pensions.": {
        "Adult social care",
        "Local authority housing",
        "Community health services",
        "DWP and Jobcentre",
    },
    "The panel was made up of Anyshire Police, Vale Hospitals NHS Trust and Harbour Homes.": {
        "Police force",
        "Acute hospital trust",
        "Housing association / registered provider",
    },
    "The author interviewed staff of the police, probation and the Jobcentre.": {
        "Police force",
        "Probation Service",
        "DWP and Jobcentre",
    },
    "The following agencies provided timelines:\n- • | Anyshire Police\n- • | Mill Lane Surgery"
    "\n- • | Anyshire Fire and Rescue Service": {
        "Police force",
        "General practice",
        "Fire and rescue service",
    },
    "# 2. Agencies involved\n- • | South Coast Ambulance Service\n- • | Turning Point": {
        "Ambulance service",
        "Drug and alcohol service",
    },
    "| Name | Role | Organisation\n| Ann Lee | Head of Safeguarding | Anyshire Clinical"
    " Commissioning Group\n| Bob Day | Manager | Anyshire Fire and Rescue": {
        "Integrated care board / commissioner",
        "Fire and rescue service",
    },
}


@pytest.mark.parametrize("told", LISTED)
def test_whoever_took_part_is_named(told: str) -> None:
    assert agencies(told) == LISTED[told]


def test_a_council_acts_through_its_service_for_those_whom_the_review_is_about() -> None:
    told = "Chronologies were provided by Anyshire Council, Anyshire Police and Vale Surgery."
    assert "Adult social care" in agencies(told)
    assert "Children's social care" in agencies(told, CHILD)


TOLD = {
    "He was taken to Vale District Hospital.": {"Acute hospital trust"},
    "The Probation Service closed his case.": {"Probation Service"},
    "He saw his GP in May. The GP wrote to him in June.": {"General practice"},
    "A school nurse rang. The school nurse rang again.": {"Community health services"},
    "A hospital rang.": set(),
    "He walked past the school.": set(),
    "The author was formerly with the Probation Service.": set(),
    "He asked the Royal College of Nursing, and again the Royal College of Nursing.": set(),
    "The Home Office was told. The Home Office agreed. The MARAC met, and the MARAC closed.": set(),
    "Reports were received from Anyshire Police, the Probation Service and the Care Quality "
    "Commission.": {
        "Police force",
        "Probation Service",
        "Care Quality Commission",
    },
    "I looked at records from Vale District Hospital, the Probation Service and Mill Surgery.": {
        "Acute hospital trust",
        "Probation Service",
        "General practice",
    },
    "We had reports from Anyshire Police, Vale Ambulance Service and Ashby County Council.": {
        "Police force",
        "Ambulance service",
        "Adult social care",
    },
    "Child and Adolescent Mental Health Services declined, and CAMHS wrote.": {"CAMHS"},
}


@pytest.mark.parametrize("told", TOLD)
def test_agencies_of_the_story_are_named_and_passing_words_are_not(told: str) -> None:
    assert agencies(told) == TOLD[told]


def test_whom_a_recommendation_asks_had_a_part_but_not_whom_it_only_writes_to() -> None:
    told = (
        "# 2. Recommendations\n- 1 | Haven Women's Aid should train its staff in self-neglect."
        "\n- 2 | The Care Quality Commission should look at night staffing in its inspections."
    )
    assert agencies(told) == {"Domestic abuse service"}


def test_each_agency_carries_the_words_that_name_it() -> None:
    told = "Reports were made by Anyshire Police, Vale Surgery and Mencap."
    found = DESCRIBER.describe(marked(ADULT.format(told=told)), "review.docx").details
    words = {d.value: d.text or "" for d in found if d.name is DetailName.AGENCY}
    assert words["Police force"].strip().endswith("Police")
    assert words["General practice"] in {"Surgery", "Vale Surgery"}
