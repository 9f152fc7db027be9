"""The age of the person a review is about is told apart from the ages of everyone else."""

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

1. Introduction

{opening}

The panel was set up under section 9 of the Domestic Violence, Crime and Victims Act 2004.
"""


def age(opening: str, cover: str = "Overview report into the death of Winifred") -> str | None:
    words = REVIEW.format(cover=cover, opening=opening)
    return value(DESCRIBER.describe(read_plain(words.encode()), "review.txt").details, D.AGE)


SAID = {
    "Winifred was 31. Her son was six.": "31",
    "Her son was six. Winifred was 31 when she died.": "31",
    "A review is held where a person aged 16 or over has died. Winifred was 29.": "29",
    "Winifred came here with her partner, “Osric”, aged 38. Winifred was 29.": "29",
    "Winifred died at home at the age of eleven weeks. Mother was 20.": "11 weeks",
    "Winifred left school when she was 15. She was 31 at the time of her death.": "31",
    "Winifred was a mother and a sister. She took her own life in May. She was 34.": "34",
    "She met Osric in the spring. He was 38. Winifred’s garden grew. She was 34.": "34",
    "The victim was aged 44. Osric was 50.": "44",
    "Winifred baked. She would have been forty in the June.": "39",
    "Winifred died in May. She would have turned 40 three weeks later.": "39",
    "Winifred baked. There was no heat. She was in her fortieth year when she died.": "39",
    "On Monday 3 July 2023 a sixteen-year-old girl wrote to her school. It was read. She is the "
    "subject of this review and is called Winifred. A girl of nine lived near Winifred.": "16",
}


@pytest.mark.parametrize(("opening", "expected"), SAID.items())
def test_an_age_stands_with_the_subject_or_the_victim(opening: str, expected: str) -> None:
    assert age(opening) == expected


ANOTHERS = (
    "Winifred had two children. The eldest child said that he was six.",
    "Mother was 20 and lived by herself.",
    "Osric, aged 34, was arrested at the house.",
    "The law speaks of a person aged 16 or over.",
    "Winifred’s daughter, aged 9, was at school.",
    "Winifred baked. Her daughter would have been nine in the June.",
)


@pytest.mark.parametrize("opening", ANOTHERS)
def test_ages_of_children_parents_and_others_are_left_out(opening: str) -> None:
    assert age(opening) is None


def test_a_table_of_the_people_tells_the_age_in_its_column() -> None:
    rows = "Name | Age | Relationship\n\nWinifred | 31 | Victim\n\nOsric | 34 | Her former partner"
    assert age(rows) == "31"


def test_no_single_age_is_told_of_two_children() -> None:
    assert age("Winifred was aged 6 and Osric was aged 3.", cover="Winifred and Osric") is None
