"""A letter that answers a coroner: its details, and whose words each paragraph holds."""

from pathlib import Path

import pytest

from caseview.domain.attribute import DetailName, value
from caseview.domain.description import Description
from caseview.domain.document import Form, Kind
from caseview.domain.section import SectionRole
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.text import read_plain

D = DetailName
DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})

LETTER = """Dr Ada Lorne
HM Area Coroner for the Coroner Area of South Manchester
The Old Corn Exchange

20 December 2024

Dear Dr Lorne

RESPONSE TO REGULATION 28 REPORT TO PREVENT FUTURE DEATHS

Thank you for your report dated 6 November 2024 concerning the death of Arnold James Pike.

Matter of concern one

The inquest was told that nobody on the ward held the key to the medicine room at night.

We have since fitted a second lock and every shift leader now carries a key.

Staffing

I recognise that the ward had too few nurses. The Trust has recruited four more.

Concern 2

There was no note in the record that the family had telephoned.

The record was not read by the doctor who came on duty.

The Trust accepts this. Our new form asks for each call to be written down.

Yours sincerely

Ivor Quill
Chief Executive
"""


def describe(words: str, name: str = "letter.txt") -> Description:
    return DESCRIBER.describe(read_plain(words.encode()), name)


@pytest.fixture(scope="module")
def letter() -> Description:
    return describe(LETTER)


def restated(found: Description) -> list[str]:
    return [p.text for p in found.passages if p.restated and p.text != p.heading]


def test_a_response_is_no_report(letter: Description) -> None:
    assert (letter.guess.kind, letter.guess.form) == (Kind.PFD_RESPONSE, Form.RESPONSE)
    assert letter.concerns == ()


SINGLE = {
    D.PUBLISHED: "2024-12-20",
    D.CORONER: "Dr Ada Lorne",
    D.CORONER_TITLE: "HM Area Coroner",
    D.AREA: "Manchester South",
    D.AREA_AS_PRINTED: "South Manchester",
    D.POLICE_FORCE: "Greater Manchester Police",
    D.ADDRESSEE: "HM Area Coroner for the Coroner Area of South Manchester",
    D.SUBJECT: "Arnold James Pike",
    D.RESPONDS_TO_DATE: "2024-11-06",
    D.RESPONDS_TO_SUBJECT: "Arnold James Pike",
    D.RESPONDS_TO_REF: None,
    D.AUTHOR: "Ivor Quill",
}


@pytest.mark.parametrize(("name", "expected"), SINGLE.items(), ids=str)
def test_each_detail_is_read(letter: Description, name: DetailName, expected: str | None) -> None:
    assert value(letter.details, name) == expected


def test_the_ref_it_answers_can_stand_in_the_file_name() -> None:
    found = describe(LETTER, "2024-0616-harbourside-nhs-trust.txt")
    assert value(found.details, D.RESPONDS_TO_REF) == "2024-0616"


def test_a_concern_is_restated_under_its_heading_until_the_answer_begins(
    letter: Description,
) -> None:
    assert restated(letter) == [
        "The inquest was told that nobody on the ward held the key to the medicine room at night.",
        "There was no note in the record that the family had telephoned.",
        "The record was not read by the doctor who came on duty.",
    ]


def test_restated_sections_are_concerns_and_answers_are_improvement(letter: Description) -> None:
    roles = {section.role for section in letter.outline if section.restated}
    own = next(p for p in letter.passages if p.text.startswith("We have since"))
    assert roles == {SectionRole.CONCERNS}
    assert (own.role, own.restated) == (SectionRole.IMPROVEMENT, False)


def test_head_and_signature_are_front_matter(letter: Description) -> None:
    roles = [p.role for p in letter.passages]
    assert roles[0] is roles[-1] is SectionRole.FRONT_MATTER


def test_title_and_thanks_are_front_matter_too(letter: Description) -> None:
    opening = [p for p in letter.passages if p.text.startswith(("RESPONSE TO", "Thank you"))]
    assert {p.role for p in opening} == {SectionRole.FRONT_MATTER}


RESTATING = {
    "in so many words": "You state that the door was left open and that nobody looked.",
    "the report raised": "Your report raised concerns that the door was left open all night.",
    "quoted": "“The door was left open and nobody looked, which I find concerning.”",
    "numbered": "Concern 1: the door was left open and nobody looked.",
    "told in court": "I understand that the inquest was advised that the door was left open.",
}


@pytest.mark.parametrize("words", RESTATING.values(), ids=RESTATING)
def test_words_that_set_out_the_concern_are_restated(words: str) -> None:
    found = describe(f"Thank you for your Regulation 28 report.\n\n{words}\n\nWe have shut it.")
    assert restated(found) == [words]


OWN = [
    "I recognise your concerns about the door, and we have shut it.",
    "The Trust has carefully considered the concerns you raised.",
    "Taking the concerns that you have raised in turn we respond as follows:",
    "Your report has been shared with the team that looks after doors.",
]


@pytest.mark.parametrize("words", OWN)
def test_a_respondents_own_words_are_not(words: str) -> None:
    found = describe(f"Thank you for your Regulation 28 report.\n\n{words}\n\nWe have shut it.")
    assert restated(found) == []


def test_concerns_repeated_under_their_numbers_are_told_from_their_answers() -> None:
    found = describe("""Thank you for your Regulation 28 report.

1. The door was left open during the night.

We have shut it and trained our staff.

2. There was no lamp in the yard.

A lamp has since been bought.
""")
    assert [words[:20] for words in restated(found)] == [
        "The door was left op",
        "There was no lamp in",
    ]


def test_one_concern_announced_is_one_paragraph() -> None:
    found = describe("""In your Report, you raised the following concern:

There is a lack of beds in which people released at night may properly be placed.

Beds are found by a central desk, which works with housing officers.
""")
    assert [words[:12] for words in restated(found)] == ["In your Repo", "There is a l"]


HEADED = """Quayside NHS Trust
Harbour Road

12 June 2024

Response to the Regulation 28 report following the inquest into the death of Arnold Pike

Background

Mr Pike was found on the stairs on 3 January 2023.

Concern 1: handover between wards

The falls assessment was completed on admission but was not repeated.

The record now prompts staff to repeat it.

Concern 2: learning

I was concerned that the report was not shared with the ward.

Reports are discussed at each meeting. We will audit this in September.
"""


def test_the_subject_of_a_concern_may_stand_in_its_heading() -> None:
    assert restated(describe(HEADED)) == [
        "The falls assessment was completed on admission but was not repeated.",
        "I was concerned that the report was not shared with the ward.",
    ]


def test_a_letter_that_greets_nobody_has_a_head_and_a_background() -> None:
    found = {p.text.split()[0]: p.role for p in describe(HEADED).passages}
    assert found["Quayside"] is SectionRole.FRONT_MATTER
    assert found["Mr"] is SectionRole.BACKGROUND
    assert found["Reports"] is SectionRole.IMPROVEMENT
