"""Recommendations under whatever heading a review gives them, counted in whatever way."""

from pathlib import Path

import pytest

from caseview.readers.registry import read_text
from tests.readers.test_recommended_anywhere import BOARD, DESCRIBER, REVIEW, recommended

ASKED = (
    "Mill Lane Surgery should keep a list of carers who are seen at home.",
    "Marsford Police must give each caller the name of an officer.",
    "It is for the Board to write to each family within a month.",
)
WHOM = ["Mill Lane Surgery", "Marsford Police", BOARD]
HEADINGS = (
    "Action required",
    "Making it count",
    "From learning to change",
    "Improvements sought",
    "Improvements we want to see",
    "Agreed improvements",
    "Commitments sought",
    "Advice to the Board",
    "Resolutions",
    "Where next?",
    "Part Five",
    "Opportunities for change",
    "Learning points and recommendations",
    "Findings and recommendations",
    "The reviewers' recommendations",
    "Panel's recommendations",
    "Who needs to do what",
)
COUNTED = {
    "numbers": "{}. {}",
    "numbers of its own": "- {} | {}",
    "paragraph numbers": "n 7.{} | {}",
    "codes": "MSAB/22/0{} {}",
    "letters and numbers": "MB{}. {}",
}


@pytest.mark.parametrize("counted", COUNTED)
@pytest.mark.parametrize("heading", HEADINGS)
def test_what_bodies_should_do_is_recommended_under_any_heading(heading: str, counted: str) -> None:
    lines = (COUNTED[counted].format(n, words) for n, words in enumerate(ASKED, start=1))
    found = recommended("\n".join((f"# 3. {heading}", *lines)))
    assert [whom for _, whom, _ in found] == WHOM
    assert [words.split()[0] for *_, words in found] == ["Mill", "Marsford", "It"]


@pytest.mark.parametrize(
    "told",
    [
        "# 3. Practice since\nStaff now ring back. The Surgery has hired two nurses since May.",
        "# 3. Improvements\nMill Lane Surgery will ring back. Marsford Police has a new form.",
        "# 3. What staff knew\nStaff should have rung back. The Surgery should have asked her.",
    ],
)
def test_a_section_that_tells_what_was_done_recommends_nothing(told: str) -> None:
    assert recommended(told) == []


def test_a_table_read_out_cell_by_cell_is_read_by_its_codes(tmp_path: Path) -> None:
    file = tmp_path / "review.txt"
    file.write_text(
        REVIEW.format(
            told="3. RECOMMENDATIONS\n\nRef.\nAgency\nRecommendation\n\nMLS/1\nMill Lane Surgery"
            "\n\nLetters to be read on the day they come.\n\nMP/1\nMarsford Police\n\nCalls to be"
            " heard again.\n\nLC/1\nMarsford Council\nNo recommendation.\n"
        ).replace("# ", ""),
        encoding="utf-8",
    )
    found = DESCRIBER.describe(read_text(file), file.name).recommendations
    assert [(one.number, one.addressee, one.text.split()[0]) for one in found] == [
        ("MLS/1", "Mill Lane Surgery", "Letters"),
        ("MP/1", "Marsford Police", "Calls"),
    ]


GROUPS = {
    "Mill Lane Surgery": "Mill Lane Surgery",
    "MILL LANE SURGERY": "Mill Lane Surgery",
    "(a) Mill Lane Surgery": "Mill Lane Surgery",
    "4.1 Mill Lane Surgery": "Mill Lane Surgery",
    "Part 1: Mill Lane Surgery": "Mill Lane Surgery",
    "Health: Mill Lane Surgery": "Mill Lane Surgery",
    "Single agency – Mill Lane Surgery": "Mill Lane Surgery",
    "Mill Lane Surgery (2 recommendations)": "Mill Lane Surgery",
    "Mill Lane Surgery - 3 actions": "Mill Lane Surgery",
    "Recommendations made to Mill Lane Surgery": "Mill Lane Surgery",
    "Recommendations directed at Mill Lane Surgery": "Mill Lane Surgery",
    "Asks of Mill Lane Surgery": "Mill Lane Surgery",
    "What we ask of Mill Lane Surgery": "Mill Lane Surgery",
    "What we are asking Mill Lane Surgery to do": "Mill Lane Surgery",
    "What Mill Lane Surgery should do": "Mill Lane Surgery",
    "To Age UK Marsford": "Age UK Marsford",
    "The Board and its partners": BOARD,
    "National": BOARD,
    "Multi-agency": BOARD,
    "Board assurance": BOARD,
    "Council records": BOARD,
    "Working with carers": BOARD,
}


@pytest.mark.parametrize("heading", GROUPS)
def test_a_heading_says_whom_the_list_below_it_is_for(heading: str) -> None:
    listed = "- Keep a list of those at home.\n- A record should be kept of each call."
    found = recommended(f"# 3. Recommendations\n## {heading}\n{listed}")
    assert [whom for _, whom, _ in found] == [GROUPS[heading]] * 2


def test_a_letter_and_a_name_head_the_codes_below_them() -> None:
    told = (
        "# 3. What has to change\nA. Mill Lane Surgery\nA1. Keep a list of those at home.\nA2. Ring"
        " each of them back.\nB. Marsford Police\nB1. Give each caller a name."
    )
    assert [(number, whom) for number, whom, _ in recommended(told)] == [
        ("A1", "Mill Lane Surgery"),
        ("A2", "Mill Lane Surgery"),
        ("B1", "Marsford Police"),
    ]


FURTHER = {
    "For others outside the area": "Recommendation 2: Marsford Police is asked to look at calls.",
    "Beacon Learning Trust and others": "- 2 | Marsford Police should look at calls.",
    "B. Marsford Police": "B2. Give each caller a name.",
}


@pytest.mark.parametrize("heading", FURTHER)
def test_a_section_after_them_that_goes_on_to_ask_recommends_too(heading: str) -> None:
    first = "# 3. Recommendations\n- 1 | Mill Lane Surgery should keep a list."
    told = f"{first}\n# 4. {heading}\n{FURTHER[heading]}"
    assert [whom for _, whom, _ in recommended(told)] == WHOM[:2]


def test_a_consideration_after_each_theme_recommends() -> None:
    told = (
        "# 3. Analysis\n## Carers\n- 16 | Nobody knew who cared.\n## Consideration for the Board\n"
        "- 17 | Mill Lane Surgery should keep a list.\n## Callers\n- 18 | She rang.\n"
        "## Consideration for the Board\n- 19 | Marsford Police should give her a name.\n"
        "# 4. Recommendations\n- 20 | The Board should write to her."
    )
    assert [whom for _, whom, _ in recommended(told)] == WHOM


@pytest.mark.parametrize("told", ["Senior Nurses", "Midwives", "Safe Start", "The Head of Care"])
def test_posts_and_names_under_the_name_of_a_body_are_its_own(told: str) -> None:
    found = recommended(f"# 3. Recommendations\n## Mill Lane Surgery\n- {told} should read all.")
    assert [whom for _, whom, _ in found] == ["Mill Lane Surgery"]


@pytest.mark.parametrize("counted", ["{1}", "{0}. {1}", "Recommendation {0}: {1}", "R{0} {1}"])
def test_a_heading_may_itself_be_what_is_recommended(counted: str) -> None:
    parts = (
        f"## {counted.format(n, words)}\nNobody knew who cared for her in May."
        for n, words in enumerate(ASKED[:2], start=1)
    )
    found = recommended("\n".join(("# 3. Recommendations", *parts)))
    assert [whom for _, whom, _ in found] == WHOM[:2]
    assert [words.split()[0] for *_, words in found] == ["Mill", "Marsford"]
