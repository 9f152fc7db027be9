"""Recommendations labelled by codes, and those that begin with whom they are for."""

import pytest

from tests.readers.test_recommended_anywhere import recommended

POLICE, PRACTICE = "Marsford Police", "Eastfield Practice"
HEAD = "# 3. Recommendations\n"
CODED: dict[str, list[tuple[str, str]]] = {
    f"## To {POLICE}\nBP-1\tReview how calls are graded.\nBP-2\tto brief all officers.": [
        ("BP-1", POLICE),
        ("BP-2", POLICE),
    ],
    f"## To {POLICE}\nBP–1. {POLICE} should review its calls.\n## To {PRACTICE}\nEP–1. See all.": [
        ("BP–1", POLICE),
        ("EP–1", PRACTICE),
    ],
    f"## To {POLICE}\n- BP-1 | Review how calls are graded.\n- BP-2 | Brief all officers.": [
        ("BP-1", POLICE),
        ("BP-2", POLICE),
    ],
    f"## BP-1\n{POLICE} should review its calls.\n## EP-1\n{PRACTICE} should brief all staff.": [
        ("BP-1", POLICE),
        ("EP-1", PRACTICE),
    ],
}
FIRST = {
    f"n 9.1 | To {POLICE}, that it reviews how calls are graded.": [("9.1", POLICE)],
    f"- {POLICE}: review how calls are graded.": [("", POLICE)],
    f"- 1 | {PRACTICE} – see each patient alone.": [("1", PRACTICE)],
}
COLUMNS = (
    "Theme | Ask | Of whom",
    "Issue | Proposal | Lead",
    "Priority | Suggested change | Accountable",
    "Area | What we want to see | Who",
    "Learning | What needs to change | Owner",
)


@pytest.mark.parametrize("told", CODED)
def test_a_code_is_the_number_wherever_it_stands(told: str) -> None:
    assert [(number, whom) for number, whom, _ in recommended(HEAD + told)] == CODED[told]


@pytest.mark.parametrize("told", FIRST)
def test_whom_it_is_for_may_come_first(told: str) -> None:
    assert [(number, whom) for number, whom, _ in recommended(HEAD + told)] == FIRST[told]


@pytest.mark.parametrize("columns", COLUMNS)
def test_columns_by_many_names_hold_what_is_asked_and_of_whom(columns: str) -> None:
    rows = f"| Keys | Keep a list of carers. | {PRACTICE}\n| Calls | Name an officer. | {POLICE}"
    assert [whom for _, whom, _ in recommended(f"{HEAD}| {columns}\n{rows}")] == [PRACTICE, POLICE]


def test_prose_numbered_by_letters_and_figures_is_not_asked_of_anybody() -> None:
    told = "J1. The company was asked for its own. It has told the panel so.\nJ2. It welcomes this."
    assert recommended(HEAD + told) == []


def test_codes_behind_them_are_their_numbers_and_not_those_of_the_paragraphs() -> None:
    told = (
        "# 3. Recommendations\nn 18 | Mill Lane Surgery should list carers. (C1)\nn 20 | Marsford"
        " Police should name each officer. (C2)\nn 21 | The Board should write to her. (C3)"
    )
    assert [(number, words) for number, _, words in recommended(told)] == [
        ("C1", "Mill Lane Surgery"),
        ("C2", "Marsford Police should"),
        ("C3", "The Board should"),
    ]


def test_how_soon_one_is_to_be_done_is_not_its_number() -> None:
    told = (
        "# 3. Recommendations\n- 1 | Mill Lane Surgery should list carers. (P1)\n- 2 | Marsford"
        " Police should name each officer. (P1)\n- 3 | The Board should write to her. (P2)"
    )
    assert [number for number, *_ in recommended(told)] == ["1", "2", "3"]
