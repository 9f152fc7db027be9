"""Recommendations by names that nobody has heard of: a series that asks is a list of them."""

from pathlib import Path

import pytest

from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from tests.readers.marked import marked

DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})
BOARD = "Marsford Safeguarding Adults Board"
REVIEW = """# Safeguarding Adults Review: Winifred
Commissioned by the Marsford Safeguarding Adults Board under section 44 of the Care Act 2014
# 1. Introduction
Winifred was 71 when she died in January 2022 at the flat where she had lived for thirty years.
# 2. Analysis
Nobody asked who held the key. The referral was read as a housing matter and nothing else.
{told}
# 9. Glossary
MARAC: a meeting at which agencies share what they know.
"""


def recommended(told: str) -> list[tuple[str, str | None, str]]:
    found = DESCRIBER.describe(marked(REVIEW.format(told=told)), "review.docx").recommendations
    return [(r.number, r.addressee, " ".join(r.text.split()[:3])) for r in found]


LIST = ("", "Mill Lane Surgery", "Mill Lane Surgery")
NAME = ("", "Marsford Police", "Marsford Police should")
FOUND = {
    "labels of an unknown word": (
        (
            "Beacon 1: Mill Lane Surgery should keep a list of carers.\nThe list was lost.\n"
            "Beacon 2: Marsford Police should name an officer for each caller."
        ),
        [("1", *LIST[1:]), ("2", *NAME[1:])],
    ),
    "labels in words above a text": (
        (
            "## Beacon One – Carers\nMill Lane Surgery should keep a list of carers.\n"
            "## Beacon Two – Callers\nMarsford Police should name an officer for each caller."
        ),
        [("One", *LIST[1:]), ("Two", *NAME[1:])],
    ),
    "labels with letters": (
        (
            "Beacon 3A Mill Lane Surgery should keep a list of carers.\n## What callers heard\n"
            "Beacon 3B Marsford Police should name an officer for each caller."
        ),
        [("3A", *LIST[1:]), ("3B", *NAME[1:])],
    ),
    "labels that Word counts": (
        (
            "n Beacon 1 | Mill Lane Surgery should keep a list of carers.\n"
            "n Beacon 2 | Marsford Police should name an officer for each caller."
        ),
        [("1", *LIST[1:]), ("2", *NAME[1:])],
    ),
    "codes by body": (
        (
            "## Towards the harbour\nMLS 1. Mill Lane Surgery should keep a list of carers.\n"
            "MLS 2. Mill Lane Surgery should visit each of them."
        ),
        [("MLS 1", *LIST[1:]), ("MLS 2", *LIST[1:])],
    ),
    "a list under a heading that says nothing": (
        (
            "## Towards the harbour\n- Mill Lane Surgery should keep a list of carers.\n"
            "- Marsford Police should name an officer for each caller."
        ),
        [LIST, NAME],
    ),
    "paragraphs one heading after another": (
        (
            "## By daylight\nMill Lane Surgery should keep a list of carers.\n"
            "## On the telephone\nMarsford Police should name an officer for each caller."
        ),
        [LIST, NAME],
    ),
    "a count that goes on under several headings": (
        (
            "## By daylight\n- 1 | Mill Lane Surgery should keep a list of carers.\nIt was lost.\n"
            "## On the telephone\n- 2 | Marsford Police should name an officer for each caller.\n"
            "Few had a name.\n- 3 | Marsford Police should write to each of them."
        ),
        [("1", *LIST[1:]), ("2", *NAME[1:]), ("3", *NAME[1:])],
    ),
    "labels with a word in brackets behind them": (
        (
            "Beacon 1 (local): Mill Lane Surgery should keep a list of carers.\n"
            "Beacon 2 (local): Marsford Police should name an officer for each caller."
        ),
        [("1", *LIST[1:]), ("2", *NAME[1:])],
    ),
    "cards with a label of an unknown word": (
        (
            "## Finding A\n| Beacon 1 | Mill Lane Surgery should keep a list of carers.\n"
            "| By when | May\n## Finding B\nFew callers had a name to ask for.\n"
            "| Beacon 2 | Marsford Police should name an officer for each caller.\n"
            "| By when | June"
        ),
        [("1", *LIST[1:]), ("2", *NAME[1:])],
    ),
    "like headings over what asks": (
        (
            "## By daylight\nMill Lane Surgery should keep a list of carers.\n## The telephone\n"
            "Few had a name to ask for.\nThose who did had rung for months.\n## By daylight\n"
            "Marsford Police should name an officer for each caller."
        ),
        [LIST, NAME],
    ),
    "what is to be done with things": (
        (
            "## Towards the harbour\n- The list of carers is not to be kept on paper.\n"
            "- The names of officers to be given to each caller."
        ),
        [("", BOARD, "The list of"), ("", BOARD, "The names of")],
    ),
    "a list that a line asks for": (
        (
            "## Towards the harbour\nMarsford Police should:\n- never again leave a caller alone;\n"
            "- at all times say who is speaking."
        ),
        [("", "Marsford Police", "never again leave"), ("", "Marsford Police", "at all times")],
    ),
    "the column of a table without a head that says so": (
        (
            "## Towards the harbour\n| Beacon | Ready\n"
            "| Mill Lane Surgery should keep a list of carers. | May\n"
            "| Marsford Police should name an officer for each caller. | June\n"
            "| Marsford Police should write to each of them. | July"
        ),
        [LIST, NAME, NAME],
    ),
}
NOT_FOUND = {
    "labels that tell": (
        "Beacon 1: Mill Lane Surgery had no list.\nBeacon 2: Marsford Police gave no name.\n"
        "Beacon 3: Marsford Police should have written."
    ),
    "learning that asks": (
        "Learning point 1: Practitioners should ask who else lives at home.\n"
        "Learning point 2: Practitioners should ask who holds the key."
    ),
    "labels counted from the middle on": (
        "Beacon 4: Mill Lane Surgery should keep a list of carers.\n"
        "Beacon 5: Marsford Police should name an officer for each caller."
    ),
    "one label alone": (
        "Beacon 1: Mill Lane Surgery should keep a list of carers.\nNothing else was said."
    ),
    "paragraphs that speak of what should be": (
        "## By daylight\nThe Council drew up a list of those who should be called.\n"
        "The Police kept a record of whether a caller should be rung back."
    ),
    "what the law asks": (
        "## The law at the time\n- The Council must make enquiries.\n- The Police must attend."
    ),
    "what was thought of and not recommended": (
        "## Proposals that were not adopted\n- The Council should fit cameras.\n"
        "- The Police should call each night."
    ),
    "what the family wants": (
        "## What her family would like to see\n- The Council should ring each day.\n"
        "- The Police should say sorry."
    ),
    "what was done of a plan": (
        "## Towards the harbour\n| Beacon | Status\n| Write a letter to each carer. | Done\n"
        "| Name an officer for each caller. | Done\n| Keep a list of carers. | Late"
    ),
}


@pytest.mark.parametrize("layout", FOUND)
def test_a_series_that_asks_is_read_whatever_it_is_called(layout: str) -> None:
    told, wanted = FOUND[layout]
    assert recommended(told) == wanted


@pytest.mark.parametrize("trap", NOT_FOUND)
def test_a_series_that_does_not_ask_for_the_report_is_none(trap: str) -> None:
    assert recommended(NOT_FOUND[trap]) == []


def test_the_words_behind_an_unknown_label_are_the_recommendation() -> None:
    told, _ = FOUND["labels of an unknown word"]
    found = DESCRIBER.describe(marked(REVIEW.format(told=told)), "review.docx").recommendations
    assert found[0].text == "Mill Lane Surgery should keep a list of carers."


def test_a_summary_that_points_to_recommendations_is_none_of_them() -> None:
    full = "# 6. Recommendations\n- 1 | Mill Lane Surgery should keep a list of carers."
    brief = "## In a nutshell\n- keep a list (recommendation 1)\n- name officers (recommendation 2)"
    assert recommended(f"{brief}\n{full}") == [("1", *LIST[1:])]
