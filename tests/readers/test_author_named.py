"""Who wrote a review, in the ways that covers and sentences name them."""

from pathlib import Path

import pytest

from caseview.domain.attribute import DetailName, value, values
from caseview.domain.description import Description
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.text import read_plain

D = DetailName
DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})
REPORT = (
    "Eastvale Safeguarding Children Partnership\n\nChild Safeguarding Practice Review\n\n{}\n\n"
    "1. Introduction\n\nTom died on 4 May 2021. Tom was 15. {}\n\n2. Terms of reference\n\n"
    "The review was held under Working Together to Safeguard Children.\n"
)
COVERS = {
    "Baby Tom\n\nMaud Ellery, Independent Reviewer | May 2023": ("Maud Ellery",),
    "Tom\n\nMaud Ellery and Owen Price, joint reviewers": ("Maud Ellery", "Owen Price"),
    "Tom\n\nMaud Ellery and Owen Price, co-authors": ("Maud Ellery", "Owen Price"),
    "Tom\n\nA report for the Partnership by Maud Ellery and Owen Price-Lyle": (
        "Maud Ellery",
        "Owen Price-Lyle",
    ),
    "Tom\n\nCarried out by Wren Reviews: Maud Ellery and Owen Price, Lead Reviewers": (
        "Maud Ellery",
        "Owen Price",
    ),
    "Tom\n\nPrepared by:-\n\nMaud Ellery Independent Author": ("Maud Ellery",),
    "Tom\n\nMaud Ellery | Independent Reviewer | May 2023": ("Maud Ellery",),
    "Tom\n\nReview undertaken by Maud Ellery of Wren Associates": ("Maud Ellery",),
    "Tom\n\nMaud Ellery, Managing Director, Wren Ltd. Independent Chair and Author – May 2023": (
        "Maud Ellery",
    ),
    "Tom\n\nMaud Ellery BA (Hons), MSc, CQSW\n\nIndependent Reviewer": ("Maud Ellery",),
    "Tom\n\nReport of Maud Ellery-Rees, of counsel": ("Maud Ellery-Rees",),
    "Tom\n\nProfessor Maud Ellery and Dr Owen Price\n\nSubmitted June 2023. Published May 2024.": (
        "Professor Maud Ellery",
        "Dr Owen Price",
    ),
    "Tom\n\nUndertaken by Maud Ellery": ("Maud Ellery",),
    "Tom\n\nDr Maud Ellery\n\nMarch 2022": ("Dr Maud Ellery",),
    "Tom\n\nMaud Ellery\n\nJune 2022 (published October 2022)": ("Maud Ellery",),
    "Tom\n\nReport authors: Maud Ellery; Owen Price": ("Maud Ellery", "Owen Price"),
    "Tom\n\nAdolygwyr: Maud Ellery a Sarn Cyf": ("Maud Ellery",),
    "Tom\n\nAuthor: June Ashby MBE QPM": ("June Ashby",),
    "Tom\n\nPanel Chair: Air Commodore (retired) Maud Ellery": ("Maud Ellery",),
    "Tom\n\nReview panel chaired by Assistant Chief Probation Officer Maud Ellery": (
        "Maud Ellery",
    ),
}
TOLD = {
    "The reviewers are Maud Ellery, who was a midwife, and Owen Price, who was a judge.": (
        "Maud Ellery",
        "Owen Price",
    ),
    "Maud Ellery, who is a former head teacher, was appointed from the national list.": (
        "Maud Ellery",
    ),
    "The Board appointed Maud Ellery as independent reviewer.": ("Maud Ellery",),
    "Maud Ellery was appointed in June 2022 as the lead reviewer.": ("Maud Ellery",),
    "About the author. Maud Ellery is a registered social worker.": ("Maud Ellery",),
    "Two reviewers were appointed: Maud Ellery, a nurse, and Owen Price, a teacher.": (
        "Maud Ellery",
        "Owen Price",
    ),
    "The Chair of the Review, Maud Ellery, was a judge. The author, Owen Price, was a nurse.": (
        "Maud Ellery",
        "Owen Price",
    ),
    "Maud Ellery is an independent safeguarding reviewer. She wrote thirty reviews.": (
        "Maud Ellery",
    ),
    "The panel appointed Maud Ellery as Independent Chair and Owen Price as Report Author.": (
        "Maud Ellery",
        "Owen Price",
    ),
    "The chair of the panel was Mr Owen Price OBE. The author was Ms Maud Ellery.": (
        "Owen Price",
        "Maud Ellery",
    ),
    "Maud Ellery was selected by the Partnership to carry out the work.": ("Maud Ellery",),
}
NOBODY = (
    "Learning from the death of Joan Lorne\n\nJoan Lorne\n\nMarch 2022",
    "Tom Ashby\n\nMarch 2022",
    "Published\n\nMarch 2022",
    "A report on what was learned by Eastvale Police",
    "Report Review Team\n\nMarch 2022",
    "Designated Nurse\n\nMarch 2022",
)


def described(cover: str, words: str = "") -> Description:
    return DESCRIBER.describe(read_plain(REPORT.format(cover, words).encode()), "review.txt")


@pytest.mark.parametrize(("cover", "names"), COVERS.items())
def test_a_cover_names_those_who_wrote(cover: str, names: tuple[str, ...]) -> None:
    assert values(described(cover).details, D.AUTHOR) == names


@pytest.mark.parametrize(("words", "names"), TOLD.items())
def test_a_sentence_names_those_who_wrote(words: str, names: tuple[str, ...]) -> None:
    assert values(described("Tom", words).details, D.AUTHOR) == names


@pytest.mark.parametrize("cover", NOBODY)
def test_other_names_of_a_cover_wrote_nothing(cover: str) -> None:
    assert values(described(cover).details, D.AUTHOR) == ()


def test_an_author_named_in_full_below_the_cover_is_still_no_subject() -> None:
    words = "Dr Maud Ellery is a Reader in law. She is independent of the Partnership."
    found = values(described("Tom\n\nDr Maud Ellery\n\nMarch 2022", words).details, D.AUTHOR)
    assert found == ("Dr Maud Ellery",)


def test_the_one_who_chaired_the_panel_is_named_beside_the_author() -> None:
    words = "I was asked by Owen Price, who chaired the panel, to write it."
    found = values(described("Tom\n\nAuthor: Maud Ellery", words).details, D.AUTHOR)
    assert found == ("Maud Ellery", "Owen Price")


SIGNED = (
    "Owen Price, Chair of the Review Panel",
    "Owen Price\n\nChair of the Review Panel",
    "Owen Price – Independent Chair of the Panel",
    "Father Owen Price, Panel Chair",
)


@pytest.mark.parametrize("signed", SIGNED)
def test_who_signs_a_foreword_as_chair_of_the_panel_is_named(signed: str) -> None:
    found = values(described(f"Tom\n\nAuthor: Maud Ellery\n\n{signed}").details, D.AUTHOR)
    assert found[0] == "Maud Ellery"
    assert found[1].removeprefix("Father ") == "Owen Price"


def test_a_baby_on_the_cover_is_the_subject_and_no_author() -> None:
    cover = "Baby Tom\n\nMaud Ellery, Independent Reviewer | May 2023"
    assert value(described(cover).details, D.SUBJECT) == "Baby Tom"


OTHER_WORK = (
    "The care plan was written by Sarah Jones, a nurse.",
    "The inquest was led by Sarah Jones, Senior Coroner.",
    "The letter was prepared by Sarah Jones.",
)


@pytest.mark.parametrize("words", OTHER_WORK)
def test_who_wrote_something_else_wrote_no_review(words: str) -> None:
    assert values(described("Tom", words).details, D.AUTHOR) == ()


def test_the_chair_of_a_board_who_gave_instructions_wrote_nothing() -> None:
    words = "I was instructed by the Board’s Independent Chair, Owen Price, on 6 June 2023."
    assert values(described("Tom", words).details, D.AUTHOR) == ()


def test_a_foreword_by_the_chair_of_a_board_names_no_author() -> None:
    cover = "Tom\n\nForeword by Sarah Jones, Independent Chair of the Board"
    assert values(described(cover).details, D.AUTHOR) == ()
