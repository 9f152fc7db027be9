"""A letter to a coroner names two people apart: the coroner it is sent to, and who died."""

from pathlib import Path

from caseview.domain.attribute import DetailName, value
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.text import read_plain

D = DetailName
DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})

LETTER = """Westermere Police, Office of the Chief Constable

Quarry Road, Westermere

{coroner}Senior Coroner, Westermere

20 December 2024

Dear {greeting}

{heading}

Thank you for your report dated 6 November 2024. {opening}

Matter of concern one

The inquest was told that nobody on the ward held the key to the medicine room at night.

We have since fitted a second lock and every shift leader now carries a key.

Yours sincerely

Ivor Quill
Chief Constable
"""


def told(
    detail: DetailName,
    *,
    coroner: str = "Mrs Ada Lorne\n\n",
    greeting: str = "Mrs Lorne",
    heading: str = "Regulation 28 report to prevent future deaths",
    opening: str = "We are sorry.",
) -> str | None:
    words = LETTER.format(coroner=coroner, greeting=greeting, heading=heading, opening=opening)
    return value(DESCRIBER.describe(read_plain(words.encode()), "letter.txt").details, detail)


def test_the_coroner_is_the_person_named_next_to_the_title_not_a_street() -> None:
    assert told(D.CORONER) == "Mrs Ada Lorne"


def test_a_police_force_in_the_head_is_no_coroner() -> None:
    assert told(D.CORONER, coroner="") == "Mrs Lorne"


def test_no_coroner_is_named_where_the_letter_names_none() -> None:
    assert told(D.CORONER, coroner="", greeting="Sir") is None


def test_the_heading_names_who_died_after_its_colon() -> None:
    heading = "Response to Regulation 28 report: Arnold James Pike (deceased)"
    assert told(D.SUBJECT, heading=heading) == "Arnold James Pike"


def test_a_full_name_in_the_heading_counts_before_a_first_name() -> None:
    heading = "Prevention of future deaths report dated 6 November 2024: Arnold James Pike"
    opening = "I write about the inquest into Arnie’s death."
    assert told(D.SUBJECT, heading=heading, opening=opening) == "Arnold James Pike"
    assert told(D.RESPONDS_TO_SUBJECT, heading=heading, opening=opening) == "Arnold James Pike"


def test_a_possessive_is_no_part_of_the_name() -> None:
    opening = "I write about the inquest into Arnie’s death."
    assert told(D.SUBJECT, opening=opening) == "Arnie"


def test_condolences_tell_who_died_where_nothing_else_does() -> None:
    opening = "I repeat our condolences to Mr Pike’s sister."
    assert told(D.SUBJECT, opening=opening) == "Mr Pike"


def test_a_couple_of_the_same_surname_tell_nothing_of_the_sex() -> None:
    heading = "Response to Regulation 28 report: Arnold James Pike (deceased)"
    opening = "I have met Mr and Mrs Pike, his parents."
    assert told(D.SEX, heading=heading, opening=opening) is None
    assert told(D.SEX, heading=heading, opening="Mr Pike rang twice.") == "male"


def test_condolences_can_name_the_deceased_in_full() -> None:
    opening = "May I offer my sympathy to the family of Mrs Nora Pike."
    assert told(D.SUBJECT, opening=opening) == "Mrs Nora Pike"
