"""Recommendations that a page ran together in one paragraph, and what only looks like that."""

import pytest

from tests.readers.test_recommended_tables import BOARD, FORCE, recommended

HEAD = "# 3. Recommendations\n"
FIRST, SECOND, THIRD = (
    f"{FORCE} should keep a list of carers.",
    "The Board should read it each year.",
    "All agencies should name one officer.",
)
COUNTS = (
    "S1. / S2. / S3.",
    "S1 / S2 / S3",
    "LP7: / LP8: / LP9:",
    "BP-1 / BP-2 / BP-3",
    "1. / 2. / 3.",
    "(1) / (2) / (3)",
    "9) / 10) / 11)",
    "7.1 / 7.2 / 7.3",
)


@pytest.mark.parametrize("counts", COUNTS)
def test_each_entry_that_a_paragraph_counts_on_is_one(counts: str) -> None:
    one, two, three = counts.split(" / ")
    words = f"{one} {FIRST} {two} {SECOND} {three} {THIRD}"
    numbers = [count.strip("().:") for count in (one, two, three)]
    assert recommended(HEAD + words) == [
        (numbers[0], FORCE, FIRST),
        (numbers[1], BOARD, SECOND),
        (numbers[2], "All agencies", THIRD),
    ]


def test_a_number_in_the_middle_of_a_sentence_parts_nothing() -> None:
    words = f"1. {FORCE} should report by section 2. The Board should read the report."
    assert [number for number, _, _ in recommended(HEAD + words)] == ["1"]


def test_parts_that_ask_for_nothing_stay_with_what_they_belong_to() -> None:
    words = f"S1. {FIRST} S2. This was the second review of its kind."
    assert [text for _, _, text in recommended(HEAD + words)] == [words.removeprefix("S1. ")]


def test_a_numbered_paragraph_beside_coded_recommendations_is_none() -> None:
    words = (
        f"S1. {FIRST}\nO1. {SECOND}\n"
        "n 7.2 | Her son was asked what he would add. He said that it should be called a rule."
    )
    assert [number for number, _, _ in recommended(HEAD + words)] == ["S1", "O1"]


def test_why_it_is_recommended_may_stand_between_a_label_and_the_recommendation() -> None:
    words = (
        f"## Recommendation 1\nNobody had asked who cared for her.\n{FIRST}\n"
        f"## Recommendation 2\nIt was nobody's task.\nIt had been so for years.\n{SECOND}\n"
        "## Recommendation 3\nCarers are known to all agencies and their names are listed."
    )
    assert recommended(HEAD + words) == [
        ("1", FORCE, FIRST),
        ("2", BOARD, SECOND),
        ("3", BOARD, "Carers are known to all agencies and their names are listed."),
    ]


def test_entries_of_a_list_without_stops_are_not_one_sentence() -> None:
    words = f"- {FORCE}:\n- keep a list of carers at home\n- read that list each month"
    assert [text for _, _, text in recommended(HEAD + words)] == [
        "keep a list of carers at home",
        "read that list each month",
    ]


def test_a_numbered_paragraph_that_tells_beside_labelled_ones_is_none() -> None:
    words = (
        f"Recommendation 1: {FIRST}\n- 35. | Teresa was definite. It was nobody's task to ask why."
    )
    assert [text for _, _, text in recommended(HEAD + words)] == [FIRST]


def test_of_one_told_twice_the_fuller_is_taken() -> None:
    short = f"Recommendation 1: {FORCE} should keep a list of all those who call"
    words = (
        f"# 1. Executive summary\n{short}.\n# 3. Recommendations\n{short}, should see each, "
        f"and should report on both.\nRecommendation 2: {SECOND}"
    )
    assert [text.split()[-1] for _, _, text in recommended(words)] == ["both.", "year."]
