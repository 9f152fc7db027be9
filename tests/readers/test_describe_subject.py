"""The subject of a review is the person it is about, never one who wrote it."""

from pathlib import Path

import pytest

from caseview.domain.attribute import DetailName, value
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.text import read_plain

D = DetailName
DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})

REVIEW = """Westermere Community Safety Partnership

Domestic Homicide Review

{cover}

Chair and author: Ada Pike-Lorne

Approved by the Partnership 18 April 2024

1. Introduction

{opening}

The panel was set up under section 9 of the Domestic Violence, Crime and Victims Act 2004.
"""


def told(
    detail: DetailName, cover: str = "Overview report", opening: str = "It met."
) -> str | None:
    words = REVIEW.format(cover=cover, opening=opening)
    return value(DESCRIBER.describe(read_plain(words.encode()), "review.txt").details, detail)


def test_part_of_the_chairs_name_is_no_subject() -> None:
    assert told(D.SUBJECT) is None
    assert told(D.AUTHOR) == "Ada Pike-Lorne"


COVERS = {
    "Winifred, who died in July 2022": "Winifred",
    "“Winifred”": "Winifred",
    "Winifred (a pseudonym)": "Winifred",
    "Winifred (not her real name)": "Winifred",
    "Overview report into the death of Winifred in May 2020": "Winifred",
    "Winifred and Osric": "Winifred and Osric",
    "Winifred, Osric and Maud": "Winifred, Osric and Maud",
    "CHILD E": "Child E",
    "The Lorne Family": "Lorne Family",
    "The Wider Family": None,
    "Safeguarding Adults Review in Rapid Time\n\nWinifred": "Winifred",
    "Winifred’s Story": "Winifred",
    "Winifred and Mr T": "Winifred and Mr T",
}


@pytest.mark.parametrize(("cover", "name"), COVERS.items())
def test_the_cover_names_the_subject(cover: str, name: str | None) -> None:
    assert told(D.SUBJECT, cover, "The wider group met. A wider one agreed.") == name


def test_a_heading_behind_the_first_paragraphs_names_nobody() -> None:
    circumstances = (
        "The review was asked for on 3 May 2021, as the guidance has it, and the Board thanks all "
        "of those who gave their time to it, whoever they are and whatever their work was then."
    )
    found = (
        "Winifred, who was 71 years of age, was found at her home with serious injuries and was "
        "pronounced dead by paramedics, and nobody else was in the house, or had been in it then."
    )
    text = (
        f"Eastvale Safeguarding Board\n\nSingle Unified Safeguarding Review\n\n{circumstances}\n\n"
        f"{found}\n\nFamily Engagement\n\nHer niece met the reviewers.\n"
    )
    details = DESCRIBER.describe(read_plain(text.encode()), "review.txt").details
    assert value(details, D.SUBJECT) == "Winifred"


def test_a_heading_of_one_common_word_is_no_subject() -> None:
    assert told(D.SUBJECT, "Learning", "What learning there was is told as learning.") is None


def test_the_opening_can_say_that_the_name_is_a_pseudonym() -> None:
    assert told(D.SUBJECT, opening="This is about Winifred (a pseudonym), a teacher.") == "Winifred"


def test_the_name_of_which_most_is_told_is_the_subject_where_nothing_else_says_so() -> None:
    opening = (
        "Winifred was a teacher. Winifred had a garden. The panel heard Winifred’s words from a "
        "friend. Osric was away. Winifred told nobody. Westermere was wet. In Westermere it rains."
    )
    assert told(D.SUBJECT, opening=opening) == "Winifred"


def test_a_place_of_which_much_is_told_is_no_subject() -> None:
    opening = (
        "Westermere was wet. Westermere had rain. Westermere’s roads shut. Westermere was dry."
    )
    assert told(D.SUBJECT, opening=f"{opening} People in Westermere said so.") is None


def test_three_names_after_concerning_are_all_the_subject() -> None:
    cover = (
        "Before the First Birthday\n\nA thematic review concerning Ada, Bea and Cyril\n\n"
        "Eastvale Safeguarding Children Partnership\n\n1. Introduction\n\nAda was loved.\n"
    )
    found = DESCRIBER.describe(read_plain(cover.encode()), "review.txt").details
    assert value(found, D.SUBJECT) == "Ada, Bea and Cyril"


NAMED = {
    "Child Alpha": ("Child Alpha", "Child Alpha was hurt. Child Alpha was two."),
    "Siblings A, B and C": ("Siblings A, B and C", "They were hurt."),
    "The management of AJ": ("AJ", "AJ was on licence."),
    "A review about two people with brain injuries: Glenn and Farida": (
        "Glenn and Farida",
        "Glenn died. Farida lived.",
    ),
    "A concise review": ("Adult A", "Adult A was a man with a stammer. He lived alone."),
    "Offender: X": ("X", "X, a man of 34, killed Mr Y."),
    "Z": ("Z", "Z was on licence. Z had been to prison."),
    "Thematic review of four deaths": (
        "Ade, Bea, Cyril and Dee",
        "Ade, Bea, Cyril and Dee all died in the winter.",
    ),
    "An overview": ("Joan", "The subject, who will be called Joan, died in 2021."),
    "A summary": ("Joan", "The name Joan has been chosen by her family."),
    "William Lorne": ("William Lorne", "William Lorne died in 2021. William was 40."),
    "A report into the cases of Ms F and Mr G": ("Ms F and Mr G", "Ms F died."),
}


@pytest.mark.parametrize(("cover", "told"), NAMED.items())
def test_people_are_named_by_letters_lists_and_what_they_are_called(
    cover: str, told: tuple[str, str]
) -> None:
    text = (
        f"Eastvale Safeguarding Adults Board\n\nSafeguarding Adults Review\n\n{cover}\n\n"
        f"1. Introduction\n\n{told[1]}\n\n2. Method\n\nThe panel met.\n"
    )
    found = DESCRIBER.describe(read_plain(text.encode()), "review.txt").details
    assert value(found, D.SUBJECT) == told[0]


def test_a_thematic_review_names_its_people_behind_its_topic() -> None:
    cover = "Thematic review\n\nCuckooing: Winifred and Mr T"
    opening = "Winifred was 41. Mr T had two cats.\n\nWinifred's sons and Mr T's cousin met us."
    assert told(D.SUBJECT, cover, opening) == "Winifred and Mr T"
    assert told(D.SEX, cover, opening) is None
    places = told(D.SUBJECT, "Thematic review\n\nThe area: Ashby and Marsford", "It met.")
    assert places != "Ashby and Marsford"


def test_the_people_of_a_thematic_review_are_read_from_their_headings() -> None:
    cover = "Learning from three deaths"
    lives = (
        "Lives\n\nWinifred\n\nWinifred was 61. Winifred had worked in a mill for years.\n\n"
        "Osric\n\nOsric, who was 57, was a nurse. Osric died in hospital in August 2021.\n\n"
        "Maud\n\nMaud was 39, and had two cats of which she was fond. Maud died in a doorway."
    )
    assert told(D.SUBJECT, cover, lives) == "Winifred, Osric and Maud"
    assert told(D.SUBJECT, "Overview report", lives) != "Winifred, Osric and Maud"
