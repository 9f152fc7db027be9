"""Whom a recommendation is for, where the review calls bodies by short names and titles."""

import pytest

from caseview.domain.recommendation import Recommendation
from tests.readers.marked import marked
from tests.readers.test_recommended_anywhere import DESCRIBER

REVIEW = """# Safeguarding Adults Review: Winifred
Commissioned by Marsford Safeguarding Adults Board (the SAB) under section 44 of the Care Act 2014
# 1. Introduction
Winifred was 71 when she died in January 2022. Reports came from Marsford Borough Council (the \
Council), Wiltshire Police, Vale Community NHS Foundation Trust (the Trust), Mill Lane Surgery, \
Wiltshire Police, Elm Children's Centre and \
NHS Marsford Integrated Care Board (the ICB).
# 2. Analysis
Nobody asked who held the key. Marsford Borough Council Adult Social Care had closed the case.
# 3. Recommendations
{told}
"""
SAB, COUNCIL = "Marsford Safeguarding Adults Board", "Marsford Borough Council"
TRUST, ICB = "Vale Community NHS Foundation Trust", "NHS Marsford Integrated Care Board"

POLICE, SURGERY = "Wiltshire Police", "Mill Lane Surgery"

WHOM = {
    "Officers of Wiltshire Police and staff at Mill Lane Surgery should keep a list.": (
        f"{POLICE} and {SURGERY}"
    ),
    "The Council (as commissioner) should keep a list.": COUNCIL,
    "Marsford Borough Council (Housing Options) should keep a list.": COUNCIL,
    "The SAB should invite housing providers to join its practice group.": SAB,
    "The SAB should ask carers' groups to help it to keep a list.": SAB,
    "The SAB is to write to the Home Office about lists.": f"{SAB} and Home Office",
    "That all agencies represented on the Panel review their lists.": (
        "All agencies represented on the Panel"
    ),
    "That all members of the Board name a lead of such seniority as to keep a list.": (
        "All members of the Board"
    ),
    "The diabetes team at Vale Community NHS Foundation Trust should keep a list.": TRUST,
    "The SAB, together with all member agencies, should keep a list.": (
        f"{SAB} and All member agencies"
    ),
    "All nurseries and childminders should keep a list.": "All nurseries and childminders",
    "The Safeguarding Lead at the Council should keep a list.": COUNCIL,
    "The ICB and licensing officers in the Council should keep a list.": f"{ICB} and {COUNCIL}",
    "The Children's Centre and the Trust should keep a list.": f"Elm Children's Centre and {TRUST}",
    "Adult Social Care and the Trust should keep a list.": (
        f"Marsford Borough Council Adult Social Care and {TRUST}"
    ),
    "Until then the Council is to keep a list of carers.": COUNCIL,
    "September 2025: The ICB to keep a list of carers.": ICB,
    "The SAB, the Trust and the Health and Wellbeing Board should keep a list.": (
        f"{SAB}, {TRUST} and Health and Wellbeing Board"
    ),
    "Where a call has come within a year of another, police officers should keep a list.": (
        "Police officers"
    ),
    "The SAB and the Council should jointly keep a list.": f"{SAB} and {COUNCIL}",
    "It is recommended that the SAB ask the ICB to keep a list of carers.": ICB,
    "The Trust and the ICB should keep a list of carers.": f"{TRUST} and {ICB}",
    "The Council, the Trust and the ICB should agree a list.": f"{COUNCIL}, {TRUST} and {ICB}",
    "The police should keep a list of carers.": POLICE,
    "The Constabulary is also to keep a list of carers.": POLICE,
    "The national SAB chairs’ network should keep a list.": "National SAB chairs’ network",
    "The Board should seek assurance from the Trust that lists are kept.": SAB,
    "The Trust should provide the Board with assurance that lists are kept.": TRUST,
    "A list of carers should be kept by the Council.": COUNCIL,
    "Consideration should be given by the Trust to a list of carers.": TRUST,
    "One list should be agreed between the Trust and the Council.": f"{TRUST} and {COUNCIL}",
    "This Board and its partners should keep a list.": SAB,
    "Marsford SAB should keep a list of carers.": SAB,
    "The SAB's Quality Subgroup should keep a list.": SAB,
    "The Board's Independent Chair to write to each family about lists.": SAB,
    "The Board should write to the Home Office about lists.": f"{SAB} and Home Office",
    "The Trust's medical director should keep a list.": TRUST,
    "Vale Community NHS Foundation Trust (VCFT) should keep a list.": TRUST,
    "The Governor of HMP Oakmoor and the Trust should keep a list.": f"HMP Oakmoor and {TRUST}",
    "The Board and the Director of Public Health should keep a list.": (
        f"{SAB} and Director of Public Health"
    ),
    "The Secretary of State for Health should keep a list.": "Secretary of State for Health",
    "Midwives and health visitors should keep a list.": "Midwives and health visitors",
    "The CQC should keep a list of carers.": "CQC",
    "The Trust must keep a list, and the Council must read it.": f"{TRUST} and {COUNCIL}",
    "The Trust must keep a list, and staff should be able to read it.": TRUST,
    "That Safer Stourmead produces a leaflet for carers.": "Safer Stourmead",
    "In adult social care, no referral should be closed unread.": "Adult social care",
    "Moor to Sea ICB to keep a list of carers.": "Moor to Sea ICB",
    "Moor to Sea ICB and the Council to keep a list.": f"Moor to Sea ICB and {COUNCIL}",
    "The same council should keep a list of carers.": COUNCIL,
    "The Trust, in all of its seven homes, should keep a list.": TRUST,
    "The Council and the ICB locally to keep a list.": f"{COUNCIL} and {ICB}",
}
VERBS = (
    "should shall must will ought#to has#to needs#to is#to is#also#to may#wish#to"
    " is#asked#to is#urged#to should#be#asked#to"
)
OPENINGS = {
    "Within three months the Surgery should keep a list.": SURGERY,
    "By the end of March 2023 the Trust should keep a list.": TRUST,
    "If a patient does not attend the Surgery should ring.": SURGERY,
    "As a matter of urgency, the Surgery should ring.": SURGERY,
    "When Mill Lane Surgery plans a visit at a flat it should ask who lives there.": SURGERY,
    "Where Mill Lane Surgery holds a record, staff should read it before they ring.": SURGERY,
    "Could it be done? It is recommended that the Trust should try.": TRUST,
    "Secondly, and nationally, the Home Office should pay.": "Home Office",
    "Jointly, the Trust and the ICB should keep a list.": f"{TRUST} and {ICB}",
    "We recommend the Trust keeps a list of carers.": TRUST,
    "The review recommends Mill Lane Surgery keep a list.": SURGERY,
    "It is recommended to the Trust that a list be kept.": TRUST,
    "It was recommended to the Trust: to keep a list; to read it.": TRUST,
    "It is recommended that a list is kept by the Trust.": TRUST,
    "That all agencies identify a lead for carers.": "All agencies",
    "That agencies keep a list of carers.": "Agencies",
    "We would ask the Department for Science, Innovation and Technology and Ofcom to write.": (
        "Department for Science, Innovation and Technology and Ofcom"
    ),
    "The Panel invites Mill Lane Surgery to keep a list.": SURGERY,
    "We call on the Home Office to keep a list.": "Home Office",
    "We want Mill Lane Surgery to keep a list.": SURGERY,
    "The Board should recommend to the Trust that it keep a list.": TRUST,
    "To the Trust: keep a list of carers who call.": TRUST,
    "[Mill Lane Surgery] Keep a list of carers who call.": SURGERY,
    "Keep a list of carers who call – Mill Lane Surgery.": SURGERY,
    "Keep a list of carers who call. Lead agency - Mill Lane Surgery.": SURGERY,
    "Keep a list of carers. This recommendation is for Mill Lane Surgery.": SURGERY,
}
HELPED = (
    "The Council, with the Trust, should keep a list.",
    "When a person dies, the Council, with the Trust, should keep a list.",
    "The Council, in partnership with the Trust, should keep a list.",
    "That the Council, with the support of the Trust, keeps a list.",
    "Working with the Trust, the Council should keep a list.",
    "Alongside the Trust, the Council should keep a list.",
)
NAMES = ("Turning Point", "Age UK Marsford", "Change, Grow, Live", "HMP Oakmoor", "Sanctuary")


def recommended(told: str) -> tuple[Recommendation, ...]:
    return DESCRIBER.describe(marked(REVIEW.format(told=told)), "review.docx").recommendations


@pytest.mark.parametrize("told", WHOM)
def test_short_names_are_read_as_the_bodies_they_stand_for(told: str) -> None:
    assert [one.addressee for one in recommended(f"- 1 | {told}")] == [WHOM[told]]


@pytest.mark.parametrize("told", OPENINGS)
def test_who_is_asked_is_found_behind_what_leads_up_to_them(told: str) -> None:
    assert [one.addressee for one in recommended(f"- 1 | {told}")] == [OPENINGS[told]]


@pytest.mark.parametrize("verb", VERBS.split())
def test_whoever_is_to_act_is_asked_whatever_the_verb(verb: str) -> None:
    told = f"- 1 | Mill Lane Surgery {verb.replace('#', ' ')} keep a list."
    assert [one.addressee for one in recommended(told)] == [SURGERY]


@pytest.mark.parametrize("told", HELPED)
def test_a_body_that_is_to_help_is_asked_too(told: str) -> None:
    assert [one.addressee for one in recommended(f"- 1 | {told}")] == [f"{COUNCIL} and {TRUST}"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_to_act_is_asked_though_it_holds_no_word_for_a_body(name: str) -> None:
    told = f"- 1 | {name} should keep a list.\n- 2 | Nobody at Sanctuary should wait."
    assert recommended(told)[0].addressee == name


@pytest.mark.parametrize(
    "thing",
    ["Care Plans", "The Care Programme Approach", "Training", "Referrals to Housing", "Staff"],
)
def test_what_is_done_or_written_is_asked_nothing(thing: str) -> None:
    told = f"- 1 | {thing} should be looked at in each case."
    assert [one.addressee for one in recommended(told)] == [SAB]


@pytest.mark.parametrize(
    "told",
    [
        "Recommendation 1\nTo: the Council\nKeep a list of carers at home.",
        "Recommendation 1\nKeep a list of carers at home.\nOwner: the Council",
        "Recommendation 1\nThe Council should keep a list.\nLead: Head of Inclusion",
        "Recommendation 1\nThe Council should keep a list.\nLead: letter from the chair",
        "## Ar gyfer y Cyngor / For the Council\n1. Keep a list of carers at home.",
    ],
)
def test_a_line_above_or_below_says_whom_it_is_for(told: str) -> None:
    assert [(one.number, one.addressee) for one in recommended(told)] == [("1", COUNCIL)]
