"""Recommendations in tables: banded, as cards, several in a cell, outside their own section."""

from pathlib import Path

import pytest

from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from tests.readers.marked import marked

DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})
BOARD = "Marsford Safeguarding Adults Board"
FORCE = "Norfolk Constabulary"
TRUST = "Marsford Community NHS Trust"
HEAD = f"""# Safeguarding Adults Review: Edith
Commissioned by {BOARD}
# 1. Introduction
Edith died in March 2021. {TRUST} (the Trust), Marsford Council and {FORCE} knew her.
# 2. Analysis
The nurse did not escalate. She thought that nobody would listen to her.
"""


def recommended(words: str) -> list[tuple[str, str | None, str]]:
    found = DESCRIBER.describe(marked(HEAD + words), "review.docx").recommendations
    return [(one.number, one.addressee, one.text) for one in found]


def test_a_table_that_says_it_recommends_is_read_wherever_it_stands() -> None:
    words = (
        "# 3. The way forward\nThe table shows what is asked of each agency from now on.\n"
        "| No | Recommendation | For\n| 1 | Publish one policy. | Safeguarding Adults Board\n"
        f"| 2 | Share each notification within a day. | {FORCE}"
    )
    assert recommended(words) == [
        ("1", BOARD, "Publish one policy."),
        ("2", FORCE, "Share each notification within a day."),
    ]


def test_a_table_of_what_became_of_earlier_recommendations_is_none() -> None:
    words = (
        "# 3. Earlier reviews\nThe review of Joan was published in 2017.\n"
        "| No | Recommendation | Lead | Progress\n| 1 | Publish one policy. | Board | Done"
    )
    assert recommended(words) == []


def test_a_band_in_a_table_names_whom_the_rows_below_are_for() -> None:
    words = (
        "# 3. Recommendations\n| Ref | Specific recommendation | Measure of success | By when\n"
        f"{FORCE}\n| 1.1 | Share each notification within a day. | Audit | March\n"
        f"{TRUST}\n| 2.1 | Remind every nurse of the policy. | Audit | June"
    )
    assert [found[:2] for found in recommended(words)] == [("1.1", FORCE), ("2.1", TRUST)]


def test_a_cell_of_several_gives_one_for_each() -> None:
    words = marked(
        f"{HEAD}# 3. Recommendations\n| Agency | Recommendations\n"
        f"| {FORCE} | 1. Share each notification.^2. Train the control room."
    )
    text = words.text.replace("^", "\n")
    document = type(words)(text, words.paragraphs)
    found = DESCRIBER.describe(document, "review.docx").recommendations
    assert [(one.number, one.addressee, one.text) for one in found] == [
        ("1", FORCE, "Share each notification."),
        ("2", FORCE, "Train the control room."),
    ]


def test_a_card_for_each_names_lead_and_reason_below() -> None:
    words = (
        "# 3. Recommendations\n| Recommendation 1 | Publish one policy and test who knows it.\n"
        "| Rationale | Staff should not have to guess what the policy says.\n"
        f"| Lead agency | {TRUST}\n| Recommendation 2 | Share each notification within a day.\n"
        f"| Lead agency | {FORCE}"
    )
    assert [found[:2] for found in recommended(words)] == [("1", TRUST), ("2", FORCE)]


def test_a_post_names_nobody_where_the_words_or_the_band_name_a_body() -> None:
    words = (
        "# 3. Recommendations\n| Ref | Recommendation | Lead\n"
        "| 1 | The Trust should remind every nurse. | Safeguarding Manager\n"
        "| 2 | Publish one policy. | Safeguarding Manager"
    )
    assert [who for _, who, _ in recommended(words)] == [TRUST, "Safeguarding Manager"]


def test_a_lead_that_goes_on_in_the_rows_below_stands_for_them() -> None:
    words = (
        "# 3. Recommendations\n| Ref | Recommendation | Lead agency\n"
        f"| 1 | Share each notification. | {FORCE}\n| 2 | Train the control room. | "
    )
    assert [who for _, who, _ in recommended(words)] == [FORCE, FORCE]


@pytest.mark.parametrize("words", ["N/A", "None", "As above"])
def test_a_cell_that_says_there_is_none_is_none(words: str) -> None:
    table = f"# 3. Recommendations\n| Recommendation | Lead agency\n| {words} | {FORCE}"
    assert recommended(table) == []


ASKED = {
    "Care plans should be reviewed each month.": BOARD,
    "Whether partners share each notification should be audited.": BOARD,
    "Train housing staff on thresholds and give access to advice.": BOARD,
    "Training should be provided by the Trust to each nurse.": TRUST,
    "The first recommendation is that the Trust reminds each nurse.": TRUST,
    f"The reviewer further recommends that {FORCE} share each notification.": FORCE,
    f"Finally, {FORCE} should share each notification.": FORCE,
    "Little Acorns Children’s Centre should write down each bruise.": (
        "Little Acorns Children’s Centre"
    ),
    "Marsford Council and the Integrated Care System should watch a meal.": (
        "Marsford Council and the Integrated Care System"
    ),
    f"R1 {FORCE} to share each notification.": FORCE,
    "R3 The council to visit within five days.": "Marsford Council",
}


@pytest.mark.parametrize(("words", "whom"), ASKED.items())
def test_whom_the_words_ask_is_a_body_and_no_thing_to_be_done(words: str, whom: str) -> None:
    assert [who for _, who, _ in recommended(f"# 3. Recommendations\nn 1 | {words}")] == [whom]


BESIDE_FINDINGS = {
    "each with its learning point": (
        f"| Learning point 1: Carers were missed. | Recommendation 1: {FORCE} should keep a list."
        f"\n| Learning point 2: Keys were lost. | Recommendation 2: {TRUST} should keep them."
    ),
    "in boxes below a label of their own": (
        f"Carers were not asked.\n| Recommendation 1\n| {FORCE} should keep a list.\n"
        f"Keys were lost.\n| Recommendation 2\n| {TRUST} should keep them."
    ),
    "as what is wanted": (
        f"| Learning | What we want to see | Who\n| Carers. | A list of carers is kept. | {FORCE}"
        f"\n| Keys. | Keys are kept in one place. | {TRUST}"
    ),
}


@pytest.mark.parametrize("table", BESIDE_FINDINGS)
def test_rows_beside_what_was_learned_recommend(table: str) -> None:
    found = recommended(f"# 3. Learning\n{BESIDE_FINDINGS[table]}")
    assert [one[1] for one in found] == [FORCE, TRUST]
