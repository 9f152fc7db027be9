"""Recommendations in lists that a line opens, and with lines beside them that say more of each."""

import pytest

from tests.readers.marked import marked
from tests.readers.test_recommended_anywhere import BOARD, DESCRIBER, REVIEW, recommended

SURGERY, POLICE = "Mill Lane Surgery", "Marsford Police"
LEAD_INS = (
    "{} should:",
    "{} must:",
    "{} is asked to:",
    "{} to:",
    "For {}:",
    "We ask {} to:",
    "We would ask {} to:",
    "The panel asks {}:",
    "It is recommended that {}:",
    "We recommend that {} should:",
    "We make the following recommendations to {}:",
    "The following is asked of {}:",
    "The following recommendations are made to {}:",
)


@pytest.mark.parametrize("lead_in", LEAD_INS)
def test_a_line_says_whom_the_list_below_it_asks(lead_in: str) -> None:
    told = (
        f"# 3. Recommendations\n{lead_in.format(SURGERY)}\n- keep a list of carers at home;\n"
        f"- ring each of them once a month.\n{lead_in.format(POLICE)}\n- give each caller a name."
    )
    assert [whom for _, whom, _ in recommended(told)] == [SURGERY, SURGERY, POLICE]


CLAUSES = (
    "The authors recommend that:",
    "In the domain of practice, the authors recommend that:",
    "The list is set out by domain. In the national domain, the panel therefore recommends that",
    "n 7.2 | It is recommended that:",
    "## We recommend that:",
)


@pytest.mark.parametrize("lead_in", CLAUSES)
def test_each_entry_below_what_is_recommended_is_a_clause(lead_in: str) -> None:
    told = (
        f"# 3. Recommendations\n{lead_in}\n- {SURGERY} and {POLICE} jointly keep a list.\n"
        f"- {POLICE}, having asked all other forces, funds an officer.\n"
        f"- {SURGERY}, and all other practices in the area, do not close a case by letter.\n"
        "- the Board asks carers to help it to judge what has changed."
    )
    assert [whom for _, whom, _ in recommended(told)] == [
        f"{SURGERY} and {POLICE}",
        POLICE,
        f"{SURGERY}, and all other practices",
        BOARD,
    ]


BESIDE = {
    "what it is for, below": (
        "Recommendation 1\nA list of carers should be kept.\nWho: Mill Lane Surgery\nBy when: June"
        "\nRecommendation 2\nThose who call should be named.\nWho: Marsford Police\nBy when: May"
    ),
    "why, above": (
        "Recommendation 1\nRationale: nobody knew who cared for her.\nMill Lane Surgery should keep"
        " a list.\nRecommendation 2\nRationale: she rang five times.\nMarsford Police should give"
        " each caller a name."
    ),
    "why, below a line of its own": (
        "Recommendation 1\nMill Lane Surgery should keep a list.\nWhy this matters\nNobody knew who"
        " cared for her.\nRecommendation 2\nMarsford Police should give each caller a name.\n"
        "Intended outcome\nCallers know whom to ask."
    ),
    "who, first": (
        "Lead agency: Mill Lane Surgery\nRecommendation 1: Keep a list of carers at home.\n"
        "Lead agency: Marsford Police\nRecommendation 2: Give each caller a name."
    ),
}


@pytest.mark.parametrize("told", BESIDE)
def test_what_lines_say_of_a_recommendation_is_none_of_its_words(told: str) -> None:
    found = recommended(f"# 3. Recommendations\n{BESIDE[told]}")
    assert [(number, whom) for number, whom, _ in found] == [("1", SURGERY), ("2", POLICE)]
    assert all(words.split()[0] not in {"Rationale:", "Nobody", "Callers"} for *_, words in found)


@pytest.mark.parametrize(
    "told",
    [
        "Recommendation 1\nMill Lane Surgery should:\n- a) | keep a list; and\n- b) | ring them.",
        "Recommendation 1: Mill Lane Surgery should do three things:\n- ask;\n- write;\n- ring.",
        "- 1 | Mill Lane Surgery should:\n- keep a list of carers;\n- ring them once a month.",
        "n 1 | Mill Lane Surgery should:\n- a) | keep a list;\n- b) | ring them once a month.",
    ],
)
def test_entries_of_a_list_that_a_numbered_one_opens_belong_to_it(told: str) -> None:
    end = "\nRecommendation 2\nThe Board should write to her."
    found = recommended(f"# 3. Recommendations\n{told}{end}")
    assert [(number, whom) for number, whom, _ in found] == [("1", SURGERY), ("2", BOARD)]


def test_paragraphs_below_a_labelled_one_that_ask_more_of_it_belong_to_it() -> None:
    told = (
        "Recommendation 1\nMill Lane Surgery should keep a list.\nThe first list should be sent in"
        " May.\nA word on the year. Nobody should suppose that any person was idle.\n"
        "Recommendation 2\nThe Board should write to her."
    )
    text = marked(REVIEW.format(told=f"# 3. Recommendations\n{told}"))
    first, second = DESCRIBER.describe(text, "review.docx").recommendations
    assert first.text.endswith("sent in May.")
    assert second.addressee == BOARD


def test_a_label_in_two_languages_is_one() -> None:
    told = (
        "# 3. Gwella Systemau ac Ymarfer / Improving Systems and Practice\n"
        "## Argymhelliad 1 / Recommendation 1\nMill Lane Surgery is to keep a list.\nCanlyniad a"
        " ragwelir / Anticipated outcome: carers are known.\n## Argymhelliad 2 / Recommendation 2\n"
        "General practitioners need to ask carers how they are."
    )
    assert recommended(told) == [
        ("1", SURGERY, "Mill Lane Surgery"),
        ("2", "General practitioners", "General practitioners need"),
    ]


def test_recommendations_for_a_finding_have_its_number_and_their_letters() -> None:
    told = (
        "# 3. Findings and recommendations\n## Finding 2\nNobody rang.\n## Recommendation for"
        " Finding 2\n- (a) | Mill Lane Surgery should ring.\n- (b) | Marsford Police should ring."
    )
    assert [(number, whom) for number, whom, _ in recommended(told)] == [
        ("2a", SURGERY),
        ("2b", POLICE),
    ]


def test_what_stands_under_another_heading_after_them_is_told_and_not_asked() -> None:
    told = (
        "## What needs to happen\n- Mill Lane Surgery to keep a list.\n## Sleeping at night\nAdvice"
        " was given by day. It should be thought of by night.\nLearning point 2. A family needs to"
        " decide who stays awake.\n## What needs to happen\n- Marsford Police to look at cots."
    )
    assert [whom for _, whom, _ in recommended(told)] == [SURGERY, POLICE]
