"""Covers of many layouts: whom a review is about, who wrote it for which board, of what kind."""

from pathlib import Path

import pytest

from caseview.domain.attribute import DetailName, value, values
from caseview.domain.description import Description
from caseview.domain.document import Kind
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.text import read_plain
from tests.readers.marked import marked

D = DetailName
DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})
ACT = "The review was held under section 44 of the Care Act 2014 by the Board."
BOARD = "Commissioned by Westermere Safeguarding Adults Board"


def describe(cover: str, told: str = "", title: str = "Safeguarding Adults Review") -> Description:
    words = f"# {title}\n{cover}\nMarch 2021\n# 1. Introduction\n{told} {ACT}\n"
    return DESCRIBER.describe(marked(words), "review.docx")


SUBJECTS = {
    "F and G": "F and G",
    "“F” and “G”": "“F” and “G”",
    "Adults F and G": "Adults F and G",
    "Children A, B and C": "Children A, B and C",
    "Mrs C and Mr D": "Mrs C and Mr D",
    "Joan and Peter": "Joan and Peter",
    "Adult A (died February 2019)": "Adult A",
    "In respect of Peter": "Peter",
    "Mr B": "Mr B",
}


@pytest.mark.parametrize(("line", "subject"), SUBJECTS.items())
def test_the_cover_names_whom_the_review_is_about(line: str, subject: str) -> None:
    found = describe(f"{line}\n{BOARD}", "The review looked at the last year.")
    assert value(found.details, D.SUBJECT) == subject


AGES = {
    "Joan (81) died at home in March 2020.": "81",
    "Joan, 81, died at home in March 2020.": "81",
    "Joan, then 81, died at home in March 2020.": "81",
    "Joan, 81 years old, died at home in March 2020.": "81",
    "Joan, who was 81, died in March 2020.": "81",
    "Joan died in March 2020 at the age of 81.": "81",
    "Joan (aged 81 at the time of her death) had sons aged 50 and 52.": "81",
    "Joan was in her eighties when she died. Martin (46) had found her.": None,
    "Joan died in March 2020. Her son Martin, 46, had found her.": None,
}


@pytest.mark.parametrize(("told", "age"), AGES.items())
def test_the_age_is_that_of_whom_the_review_is_about(told: str, age: str | None) -> None:
    assert value(describe(f"Joan\n{BOARD}", told).details, D.AGE) == age


AUTHORS = {
    "Reviewer: M. Ellery": ("M. Ellery",),
    "Report by Professor Maud Ellery": ("Professor Maud Ellery",),
    "By Maud Ellery, Independent Reviewer": ("Maud Ellery",),
    "Chair: Mr Tom Hale": ("Tom Hale",),
    "Chaired by Tom Hale; authored by Maud Ellery": ("Tom Hale", "Maud Ellery"),
    "Independent Reviewers: Maud Ellery and Tom Hale": ("Maud Ellery", "Tom Hale"),
    "Independent author\nMaud Ellery": ("Maud Ellery",),
}


@pytest.mark.parametrize(("line", "names"), AUTHORS.items())
def test_those_who_wrote_and_chaired_are_named(line: str, names: tuple[str, ...]) -> None:
    found = describe(f"Joan\nWestermere Safeguarding Adults Board\n{line}").details
    assert (values(found, D.AUTHOR), value(found, D.SUBJECT)) == (names, "Joan")


BOARDS = (
    "Westermere Safeguarding Adults Partnership Board",
    "Westermere Adult Safeguarding Board",
    "Westermere Safeguarding Vulnerable Adults Board",
    "Westermere Safeguarding Adults Executive Board",
    "Westermere Multi-Agency Safeguarding Arrangements",
    "Westermere and Norshire Safeguarding Children Partnership",
    "Westermere Children's Safeguarding Assurance Partnership",
    "Royal Borough of Westermere Safeguarding Adults Board",
    "Safer Stronger Westermere Partnership",
    "Westermere Domestic Abuse Partnership",
    "Norshire MAPPA Strategic Management Board",
)


@pytest.mark.parametrize("board", BOARDS)
def test_the_board_that_commissioned_is_named_in_full(board: str) -> None:
    assert value(describe(f"Joan\nCommissioned by {board}").details, D.BOARD) == board


KINDS = {
    "Concise Child Practice Review": Kind.CPR_WALES,
    "Adolygiad Ymarfer Plant Cryno": Kind.CPR_WALES,
    "Adolygiad Ymarfer Oedolion Estynedig": Kind.APR_WALES,
    "Adolygiad Diogelu Unedig Sengl": Kind.SUSR_WALES,
    "MAPPA Serious Case Review": Kind.MAPPA_SCR,
}


@pytest.mark.parametrize(("title", "kind"), KINDS.items())
def test_reviews_of_wales_and_of_mappa_are_known_by_their_titles(title: str, kind: Kind) -> None:
    words = f"# {title}\nMarch 2021\n# 1. Introduction\nThe Board commissioned the review."
    assert DESCRIBER.describe(marked(words), "review.docx").guess.kind is kind


SERIOUS = {
    "Westermere Local Safeguarding Children Board": Kind.SCR,
    "Westermere Safeguarding Adults Board": Kind.SCR_ADULT,
    "Westermere Adult Protection Committee": Kind.SCR_ADULT,
    "Norshire MAPPA Strategic Management Board": Kind.MAPPA_SCR,
}


@pytest.mark.parametrize(("board", "kind"), SERIOUS.items())
def test_the_board_tells_which_serious_case_review_it_is(board: str, kind: Kind) -> None:
    words = f"# Serious Case Review\nCommissioned by {board}\n2014\n# 1. Introduction\nIt was held."
    assert DESCRIBER.describe(marked(words), "review.docx").guess.kind is kind


JOINT = {
    "Joint Safeguarding Adults Review and Domestic Homicide Review": {Kind.SAR, Kind.DHR},
    "Joint Serious Case Review and Safeguarding Adult Review": {Kind.SCR, Kind.SAR},
}


@pytest.mark.parametrize(("title", "kinds"), JOINT.items())
def test_a_joint_review_is_of_both_kinds(title: str, kinds: set[Kind]) -> None:
    boards = (
        "Westermere Safeguarding Children Board\nWestermere Safeguarding Adults Board\n"
        "Westermere Community Safety Partnership, section 9 of the Domestic Violence, Crime and "
        "Victims Act 2004"
    )
    if Kind.SCR in kinds:
        boards = boards.rsplit("\n", 1)[0]
    guess = describe(boards, title=title).guess
    assert {guess.kind, guess.also} == kinds


LETTERS = {
    "Arnold Pike (deceased)": "Arnold Pike",
    "Mr Arnold Pike, deceased": "Arnold Pike",
    "Regulation 28 report to prevent future deaths - Arnold Pike": "Arnold Pike",
}


@pytest.mark.parametrize(("line", "subject"), LETTERS.items())
def test_a_letter_names_the_dead_on_a_line_of_its_own(line: str, subject: str) -> None:
    words = (
        f"Lamps Ltd\n\n12 May 2021\n\nDear Coroner\n\n{line}\n\nThank you for your Regulation 28 "
        "report of 3 March 2021. We have changed the guard.\n\nYours faithfully\n\nTom Hale"
    )
    found = DESCRIBER.describe(read_plain(words.encode()), "letter.pdf")
    assert found.guess.kind is Kind.PFD_RESPONSE
    assert (value(found.details, D.SUBJECT) or "").removeprefix("Mr ") == subject
