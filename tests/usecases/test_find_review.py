"""A summary, a briefing or a response joins the review it was made from: a case counts once."""

from pathlib import Path
from typing import Any

import pytest

from caseview.store.casebook import StoredCasebook
from caseview.usecases.import_documents import gather_files, import_documents
from caseview.usecases.list_casebook import list_reviews

BOARD = "Westermere Safeguarding Adults Board"
TOLD = (
    "1. Introduction\n\nJoan was 71 when she died on 9 March 2020. The Board held the review under "
    "section 44 of the Care Act 2014.\n\n2. Analysis\n\nNobody asked who held the key to the door."
)
FULL = f"{BOARD}\n\nSafeguarding Adults Review\n\nJoan\n\nOverview report\n\nMay 2021\n\n{TOLD}"
SUMMARY = FULL.replace("Overview report", "Executive summary").replace("held the key", "rang")
BRIEFING = (
    f"Seven minute briefing\n\nSafeguarding Adults Review: Joan\n\n{BOARD}\n\n"
    "Keys are kept by somebody. Ask who."
)
EASY = (
    "Easy read\n\nSafeguarding Adults Review: Joan\n\nJoan died on 9 March 2020.\n\n"
    "This tells you what people learned about keys. It uses short words."
)
RESPONSE = (
    f"{BOARD}\n\nBoard response to the Safeguarding Adults Review: Joan\n\nJune 2021\n\n"
    "The Board accepts the recommendation about keys and has told every agency."
)
OTHER = FULL.replace("Westermere", "Quayside").replace("door", "gate")


def reviews(casebook: StoredCasebook, reader: Any, folder: Path, *texts: str) -> list[int]:
    """How many documents each review has, after the texts came in one after another."""
    for number, words in enumerate(texts):
        path = folder / f"{number}.txt"
        path.write_text(words, encoding="utf-8")
        batch = gather_files([path])
        list(import_documents(casebook, reader, batch, jobs=1, stop=lambda: False))
    return sorted(len(review.documents) for review in list_reviews(casebook, None))


DERIVED = {"summary": SUMMARY, "briefing": BRIEFING, "easy read": EASY, "response": RESPONSE}


@pytest.mark.parametrize("name", DERIVED)
def test_what_was_made_from_a_report_joins_it_whichever_comes_first(
    casebook: StoredCasebook, reader: Any, tmp_path: Path, name: str
) -> None:
    assert reviews(casebook, reader, tmp_path, DERIVED[name], FULL) == [2]


def test_a_case_counts_once_however_many_documents_it_has(
    casebook: StoredCasebook, reader: Any, tmp_path: Path
) -> None:
    assert reviews(casebook, reader, tmp_path, BRIEFING, SUMMARY, FULL, RESPONSE) == [4]


def test_a_summary_of_another_boards_review_stays_apart(
    casebook: StoredCasebook, reader: Any, tmp_path: Path
) -> None:
    assert reviews(casebook, reader, tmp_path, OTHER, SUMMARY) == [1, 1]


def test_two_summaries_of_one_name_are_not_taken_for_one_case(
    casebook: StoredCasebook, reader: Any, tmp_path: Path
) -> None:
    other = (
        f"{BOARD}\n\nSafeguarding Adults Review\n\nExecutive summary\n\nJoan\n\nMay 2016\n\n"
        "1. Background\n\nJoan died in a fire on 4 May 2015. Her bed stood beside a heater which a "
        "neighbour had lent her in the winter. Section 44 of the Care Act 2014 was met."
    )
    assert reviews(casebook, reader, tmp_path, SUMMARY, other) == [1, 1]


def test_a_summary_that_says_less_of_a_joint_review_joins_it(
    casebook: StoredCasebook, reader: Any, tmp_path: Path
) -> None:
    joint = FULL.replace(
        "Safeguarding Adults Review",
        "Joint Domestic Homicide Review and Safeguarding Adults Review",
    ).replace("section 44", "section 9 of the Domestic Violence, Crime and Victims Act 2004 and 44")
    assert reviews(casebook, reader, tmp_path, joint, BRIEFING) == [2]
