"""Recommendations are found inline, in boxes, under titles and below a name, and only there."""

from pathlib import Path

import pytest

from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from tests.readers.marked import marked

DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})
BOARD = "Marsford Safeguarding Adults Board"
FORCE = "Norfolk Constabulary"
HEAD = f"""# Safeguarding Adults Review: Edith
Commissioned by {BOARD}
# 1. Introduction
Edith died in March 2021. Marsford Council and {FORCE} knew her well.
# 2. Analysis
"""
TOLD = "The nurse did not escalate. She thought that nobody would listen to her at all.\n"
POLICY = "The Board should publish one policy on escalation."
NOTICE = f"{FORCE} should share each notification within a day."
PLAIN = "share each notification within a day."

TWO = {
    "inline without numbers": f"{TOLD}Recommendation: {POLICY}\n{TOLD}Recommendation: {NOTICE}",
    "inline, to whom": (
        f"{TOLD}Recommendation to the Board: publish one policy.\n{TOLD}"
        f"Recommendation to {FORCE}: {PLAIN}"
    ),
    "said outright": (
        f"{TOLD}It is recommended that the Board publishes one policy.\n{TOLD}"
        f"The review recommends that {FORCE} share each notification."
    ),
    "under titles": (
        f"# 3. Recommendations\n## Recommendation 1: Escalation\n{POLICY}\n"
        f"## Recommendation 2: Notifications\n{NOTICE}\nRationale: staff should not guess."
    ),
    "under titles that name whom": (
        "# 3. Recommendations\n## Recommendation 1 – to the Board\nPublish one policy for all.\n"
        f"## Recommendation 2 – {FORCE}\nShare each notification within a day."
    ),
    "titles that are all there is": (
        f"{TOLD}# 3. Recommendations\n## For the Board\nRecommendation 1: One policy for all\n"
        f"## For {FORCE}\nRecommendation 2: Notifications within a day"
    ),
    "asked below a name": (
        "# 3. Recommendations\nThe Board is asked to:\n- publish one policy;\n"
        f"{FORCE} should:\n- {PLAIN}"
    ),
    "with a lead below": (
        "# 3. Recommendations\nRecommendation 1: Publish one policy for all.\nLead: the Board\n"
        f"Recommendation 2: Share each notification.\nLead agency: {FORCE}. By: May 2022"
    ),
    "typed below learning": (
        f"# 3. Learning points and recommendations\nLearning point A: nobody asked.\n"
        f"- 1 | {POLICY}\nLearning point B: nobody wrote.\n- 2 | {NOTICE}"
    ),
    "after a conclusion": (
        f"# 3. Conclusion and recommendations\n{TOLD}The reviewer recommends these:\n"
        f"- 1 | {POLICY}\n- 2 | {NOTICE}"
    ),
    "questions in a line": (
        "# 3. Findings\n## Finding 1: nobody asked\nQuestion for the Board: does it know of them?\n"
        f"## Finding 2: nobody wrote\nQuestion for {FORCE}: is it content with a day?"
    ),
    "asked by name under no heading of their own": (
        f"{TOLD}# 3. Making it better\n- {POLICY}\n- {NOTICE}"
    ),
    "asked how": (
        f"# 3. Findings\n## Finding 1: nobody asked\n{TOLD}How can the Board know that it does?\n"
        f"## Finding 2: nobody wrote\n{TOLD}## Questions for {FORCE}\n- Is a day enough for it?"
    ),
    "under one heading of their sort": (
        "# 3. Single agency recommendations\n## IMR recommendations: the Board\n"
        "- 1 | Publish one policy for all.\n"
        f"## IMR recommendations: {FORCE}\n- 1 | Notifications will be shared within a day."
    ),
    "behind a clause": (
        "# 3. Recommendations\nn 1 | Before a case is closed, the Board should ask for it.\n"
        f"n 2 | When {FORCE} sees an adult at risk, it should share a notification."
    ),
}


def recommended(words: str) -> list[tuple[str, str | None, str]]:
    found = DESCRIBER.describe(marked(HEAD + words), "review.docx").recommendations
    return [(one.number, one.addressee, one.text) for one in found]


@pytest.mark.parametrize("layout", TWO)
def test_each_format_gives_two_with_whom_they_are_for(layout: str) -> None:
    assert [who for _, who, _ in recommended(TWO[layout])] == [BOARD, FORCE]


def test_parts_of_one_recommendation_keep_its_number() -> None:
    words = (
        "# 3. Recommendations\n## Recommendation 4 – to Marsford Council\n"
        "- a) | A manager should attend the panel.\n- b) | A refusal should be reviewed.\n"
        "## Recommendation 5: files\n1a) The Council should keep files.\n"
    )
    assert [(number, text[:9]) for number, _, text in recommended(words)] == [
        ("4", "A manager"),
        ("5", "1a) The C"),
    ]


def test_numbers_with_letters_under_a_title_are_their_own() -> None:
    words = (
        "# 3. Recommendations\n## Recommendation 1: bruises\n1a) The Board should publish one.\n"
        f"1b) {NOTICE}"
    )
    assert [(number, who) for number, who, _ in recommended(words)] == [
        ("1a", BOARD),
        ("1b", FORCE),
    ]


def test_a_label_that_word_counts_is_a_label_wherever_it_stands() -> None:
    lines = marked(f"{HEAD}{TOLD}n Recommendation 1 | {POLICY}\n{TOLD}n R2 | {NOTICE}")
    found = DESCRIBER.describe(lines, "review.docx").recommendations
    assert [(one.number, one.addressee) for one in found] == [("1", BOARD), ("R2", FORCE)]


def test_what_goes_on_from_a_recommendation_belongs_to_it() -> None:
    words = f"# 3. Recommendations\nRecommendation 1: {POLICY}\nIt should audit it each year."
    assert [text for _, _, text in recommended(words)] == [
        f"{POLICY}\n\nIt should audit it each year."
    ]


NONE = {
    "an earlier review's": (
        f"{TOLD}# 3. Previous reviews\nThe review of Joan made three recommendations:\n"
        f"- Recommendation 1: {POLICY}\n- Recommendation 2: {NOTICE}"
    ),
    "what became of them": f"{TOLD}# 3. Progress since\nRecommendation 1: {POLICY}",
    "learning for practice": f"{TOLD}# 3. Learning\n- Practitioners should write things down.",
    "what other reviews recommended": (
        f"{TOLD}# 3. Recommendations in the seven reviews\n- {POLICY}\n- {NOTICE}"
    ),
    "that there are none": (
        f"{TOLD}# 3. No new recommendations\nNo new recommendations should be made here."
    ),
}


@pytest.mark.parametrize("layout", NONE)
def test_what_is_not_recommended_here_is_none(layout: str) -> None:
    assert recommended(NONE[layout]) == []


def test_an_action_plan_that_begins_like_its_recommendation_does_not_repeat_it() -> None:
    words = (
        f"# 3. Recommendations\nRecommendation 1. {NOTICE}\n"
        f"| Recommendation | Action | Lead\n| Recommendation 1. {NOTICE} | Tell all | Inspector"
    )
    assert len(recommended(words)) == 1


KNOW = "How will partners know that staff escalate?"
USED = "Is the pathway used, and by whom?"
QUESTIONED = {
    "labelled": f"# 3. Findings\n{TOLD}Question 1: {KNOW}\n{TOLD}Question 2: {USED}",
    "in a table": (
        f"# 3. Findings\n{TOLD}| No | Finding | Question for the Board\n| 1 | Silence | {KNOW}\n"
        f"| 2 | Refusal | {USED}"
    ),
    "in a section of their own": (
        f"# 3. Findings\n{TOLD}# 4. Questions for the safeguarding partners\n"
        f"The review asks questions, so as not to repeat others.\nn 1 | {KNOW}\nn 2 | {USED}"
    ),
    "two in a paragraph": f"# 3. Findings\n{TOLD}## Questions for the Board\n{KNOW} {USED}",
    "of a finding": f"# 3. Findings\n{TOLD}## Questions\n- {KNOW}\n- {USED}",
}


@pytest.mark.parametrize("layout", QUESTIONED)
def test_questions_to_the_board_are_read_in_each_format(layout: str) -> None:
    asked = recommended(QUESTIONED[layout])
    assert [(who, text) for _, who, text in asked] == [(BOARD, KNOW), (BOARD, USED)]


def test_a_label_that_a_page_ran_into_its_recommendation_is_parted_behind_the_name() -> None:
    words = (
        f"# 3. Recommendations\nRecommendation 1 - to Marsford Council and {FORCE} Discussions "
        "about harm should be meetings.\nRecommendation 2 - to the Board\nPublish one policy."
    )
    assert [(who, text[:11]) for _, who, text in recommended(words)] == [
        (f"Marsford Council and {FORCE}", "Discussions"),
        (BOARD, "Publish one"),
    ]


def test_codes_that_a_page_ran_together_are_parted() -> None:
    words = f"# 3. Recommendations\nR1 {POLICY} R2 {NOTICE}"
    assert [number for number, _, _ in recommended(words)] == ["R1", "R2"]
