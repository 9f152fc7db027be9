"""A section whose heading names two roles is told paragraph by paragraph."""

from pathlib import Path

import pytest

from caseview.domain.section import SectionRole
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from tests.readers.marked import marked

R = SectionRole
DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})
HEAD = (
    "# Safeguarding Adults Review: Joan\n# 1. Introduction\n"
    "The review was held under section 44 of the Care Act 2014 by the Board.\n"
)


def told(section: str) -> list[SectionRole]:
    """The role of each paragraph below the heading of one section."""
    found = DESCRIBER.describe(marked(HEAD + section), "review.docx").passages
    return [p.role for p in found[4:]]


ASKED = "The review examined the period from 1 May 2018 to 3 June 2019."
DONE = "Six agencies supplied chronologies and the panel met four times."


@pytest.mark.parametrize(
    "heading",
    ["Terms of reference and method", "Scope and process", "Purpose and conduct of the review"],
)
def test_what_was_asked_and_how_it_was_done_are_told_apart(heading: str) -> None:
    section = f"# 2. {heading}\n{ASKED}\n- whether anybody held a key;\n{DONE}"
    assert told(section) == [R.TERMS_OF_REFERENCE, R.TERMS_OF_REFERENCE, R.METHODOLOGY]


def test_a_paragraph_that_tells_neither_stays_with_the_one_before() -> None:
    section = f"# 2. Scope and methodology\n{DONE}\nIt was a wet summer.\n{ASKED}"
    assert told(section) == [R.METHODOLOGY, R.METHODOLOGY, R.TERMS_OF_REFERENCE]


def test_a_heading_of_one_role_keeps_it_throughout() -> None:
    assert told(f"# 2. Terms of reference\n{ASKED}\n{DONE}") == [R.TERMS_OF_REFERENCE] * 2


CONCLUDES = {
    "Conclusions and recommendations": R.FINDINGS,
    "Findings and recommendations": R.FINDINGS,
    "Lessons and recommendations": R.LEARNING,
}


@pytest.mark.parametrize(("heading", "role"), CONCLUDES.items())
def test_what_stands_before_the_first_recommendation_concludes(
    heading: str, role: SectionRole
) -> None:
    asks = "Recommendation 1: The Board should agree who opens a door."
    assert told(f"# 2. {heading}\nNobody had the key.\n{asks}") == [role, R.RECOMMENDATIONS]


def test_a_section_that_only_recommends_is_all_recommendations() -> None:
    asks = "n 1 | The Board should agree who opens a door."
    assert told(f"# 2. Conclusions and recommendations\n{asks}") == [R.RECOMMENDATIONS]


def test_a_row_with_a_recommendation_beside_what_was_learnt_recommends() -> None:
    row = "| L4. Nobody had a key. | R5 Ash Trust to keep a key at each home."
    section = f"# 2. Learning and recommendations\nIt was a wet summer.\n{row}"
    assert told(section) == [R.LEARNING, R.RECOMMENDATIONS]


def test_a_label_that_points_to_its_learning_heads_nothing_but_its_recommendation() -> None:
    asked = "The Trust to make certain that doors are opened.\nIt should tell the Board."
    section = f"# 7. Recommendations\n## Recommendation 5 (Learning 3)\n{asked}"
    assert told(section) == [R.RECOMMENDATIONS] * 3
