"""Recommendations are read in every format that reviews print them in, each with its addressee."""

from pathlib import Path

import pytest

from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from tests.readers.marked import marked

DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})
BOARD = "Westermere Safeguarding Children Board"
FORCE = "Norfolk Constabulary"

HEAD = """# Serious Case Review: Child Q
Commissioned by Westermere Safeguarding Children Board
Author: Maud Ellery
# 1. Introduction
Child Q died in January 2018 aged 3 years at home. Norfolk Constabulary attended on that evening.
# 2. What happened
The first referral was made in March 2017, and was closed on the same day without any visit.
"""
KEYS = "The Board should seek assurance that keys are kept."
CALLS = "Norfolk Constabulary should record each call at which nobody was seen."


def recommended(words: str) -> list[tuple[str, str | None]]:
    found = DESCRIBER.describe(marked(HEAD + words), "review.docx").recommendations
    return [(one.number, one.addressee) for one in found]


TWO = {
    "labels": f"# 5. Recommendations\nRecommendation 1: {KEYS}\nRecommendation 2: {CALLS}",
    "labels with a dash": f"# 5. Analysis\nRecommendation 1 – {KEYS}\nRecommendation 2 – {CALLS}",
    "labels as headings": (
        f"# 5. Recommendations\n## Recommendation 1\n{KEYS}\n## Recommendation 2\n{CALLS}"
    ),
    "labels in bold with reasons below": (
        f"# 5. Recommendations\n** Recommendation 1: {KEYS}\nNobody could find one at night.\n"
        f"** Recommendation 2: {CALLS}\nOfficers had kept no note of theirs."
    ),
    "numbers": f"# 5. Recommendations\nn 1. | {KEYS}\nn 2. | {CALLS}",
    "numbered clauses": (
        "# 5. Recommendations\nn 1. | That the Board seeks assurance that keys are kept.\n"
        "n 2. | That Norfolk Constabulary review its policy on calls."
    ),
    "between learning points": (
        f"# 5. Learning and recommendations\nLearning point 1: keys are lost.\nRecommendation 1: "
        f"{KEYS}\nLearning point 2: calls are not written down.\nRecommendation 2: {CALLS}"
    ),
    "a table": (
        "# 5. Recommendations\n| No | Recommendation | Timescale\n"
        f"| 1 | {KEYS} | June 2019\n| 2 | {CALLS} | May 2019"
    ),
    "labels in a table": (
        f"# 5. Recommendations\n| Recommendation 1 | {KEYS}\n| Recommendation 2 | {CALLS}"
    ),
    "an action plan": (
        "# 5. Action plan\n| Recommendation | Scope | Lead agency | Target date\n"
        f"| 1. {KEYS} | Local | {BOARD} | June 2019\n| 2. {CALLS} | Local | {FORCE} | May 2019"
    ),
    "rows above the actions": (
        f"# 5. Action plan\n| Recommendation 1: {KEYS}\n| Action | Lead | Target\n"
        "| Write a procedure and publish it to all of the staff | LSCB | June\n"
        f"| Recommendation 2: {CALLS}\n| Action | Lead | Target\n"
        "| Tell officers to record each of the calls they make | Police | May"
    ),
    "twice over": (
        f"# 5. Recommendations\nn 1. | {KEYS}\nn 2. | {CALLS}\n# 6. Action plan\n"
        f"| Recommendation | Action | Lead\n| 1. {KEYS} | Ask | LSCB\n| 2. {CALLS} | Tell | Police"
    ),
    "a sentence broken by a page": (
        "# 5. Recommendations\nn 1. | The Board should seek assurance\nthat keys are kept.\n"
        f"n 2. | {CALLS}"
    ),
    "a list within one": (
        "# 5. Recommendations\nRecommendation 1: The Board should seek assurance that:\n"
        f"- keys are kept;\n- rotas can be seen.\nRecommendation 2: {CALLS}"
    ),
    "names in brackets": (
        "# 5. Recommendations\nn 1. | Seek assurance that keys are kept. (The Board)\n"
        f"n 2. | Officers should record each call. [Action: {FORCE}]"
    ),
    "names in labels": (
        "# 5. Recommendations\nRecommendation 1 (The Board): seek assurance that keys are kept.\n"
        f"Recommendation 2 for {FORCE}: record each call at which nobody was seen."
    ),
    "names before a colon": (
        f"# 5. Recommendations\nn 1. | {BOARD}: seek assurance that keys are kept.\n"
        f"n 2. | {FORCE}: record each call at which nobody was seen."
    ),
    "by agency": (
        "# 5. Recommendations\n## For the Board\n- 1 | Write one procedure for locked doors.\n"
        f"## Recommendations for {FORCE}\n- 2 | Officers should record each call they make."
    ),
    "announced, each as a clause": (
        "# 5. Recommendations\nIt is recommended that:\n- The Board audits how keys are kept.\n"
        f"- {FORCE} amends its form so that calls are seen together."
    ),
    "run together by a page without gaps": (
        f"# 5. Recommendations\nRecommendation 1: {KEYS} Recommendation 2: {CALLS}"
    ),
    "labels that say for whom": (
        f"# 5. Recommendations\nRecommendation 1 – For the Board: audit how keys are kept.\n"
        f"Recommendation 2 – For {FORCE}: write down each call that is made."
    ),
    "a table whose number has no column": (
        "# 5. Recommendations\n| Ref Recommendation | Scope | Lead agency\n"
        f"| 1 {KEYS} | Local | {BOARD}\n| 2 {CALLS} | Local | {FORCE}"
    ),
    "under a heading that asks": (
        f"# 5. Recommendations: what should happen now?\nR1 {KEYS}\nR2 {CALLS}"
    ),
    "letters for numbers, ending as clauses do": (
        "# 5. Recommendations\nThe review recommends:\n- (a) | The Board audits how keys go;\n"
        f"- (b) | {FORCE} trains officers to see calls together."
    ),
    "labels with letters": (
        f"# 5. Recommendations\nRecommendation A: {KEYS}\nRecommendation B: {CALLS}"
    ),
    "under headings of themes": (
        f"# 5. Recommendations\n## Learning and development\nn 1 | {KEYS}\n"
        f"## Practice themes\nn 2 | {CALLS}"
    ),
    "that a body amends": (
        "# 5. Recommendations\nn 1. | That the Board renews its rules on keys.\n"
        f"n 2. | That {FORCE} amends its form for calls."
    ),
    "a column too narrow for its name": (
        "# 5. Recommendations\n| No. | Recommendatio n | Lead agency\n"
        f"| 1 | Write one rule for keys and publish it to all | {BOARD}\n"
        f"| 2 | Brief officers on calls at which nobody was seen | {FORCE}"
    ),
    "both in one heading": (
        "# 5. Recommendations and action plan\nThe recommendations were agreed on 1 May 2019.\n"
        f"| Ref | Recommendation | Scope\n| 1 | {KEYS} | Local\n| 2 | {CALLS} | Local"
    ),
}


@pytest.mark.parametrize("layout", TWO)
def test_each_format_gives_the_same_two_recommendations(layout: str) -> None:
    assert [(number.removeprefix("R"), who) for number, who in recommended(TWO[layout])] in (
        [("1", BOARD), ("2", FORCE)],
        [("1", "The Board"), ("2", FORCE)],
        [("", BOARD), ("", FORCE)],
        [("a", BOARD), ("b", FORCE)],
        [("A", BOARD), ("B", FORCE)],
    )


def test_what_introduces_and_follows_recommendations_is_none() -> None:
    words = (
        "# 5. Recommendations\nThe review makes the following recommendations to partners.\n"
        f"n 5.1 | {KEYS}\nThe Board will monitor progress against these recommendations."
    )
    assert recommended(words) == [("5.1", BOARD)]


def test_single_agency_lists_in_an_appendix_are_read_by_agency() -> None:
    words = (
        f"# 5. Recommendations\nn 1 | {KEYS}\n# Appendix 2: Single agency recommendations\n"
        "## Harbourside NHS Trust\n- 1 | Review the rota each month.\n"
        "- 2 | Name the person who visits.\n"
        "## Westermere Council Housing\n- 1 | Keys must be signed out."
    )
    assert recommended(words) == [
        ("1", BOARD),
        ("1", "Harbourside NHS Trust"),
        ("2", "Harbourside NHS Trust"),
        ("1", "Westermere Council Housing"),
    ]


def test_sentences_that_recommend_are_read_without_numbers() -> None:
    words = (
        "# 5. Recommendations\nIt is recommended that Norfolk Constabulary reviews its policy.\n"
        "The review recommends that Harbourside NHS Trust review its rota."
    )
    assert recommended(words) == [("", FORCE), ("", "Harbourside NHS Trust")]


QUESTIONS = (
    "# 4. Findings\n## Finding 1: keys are kept by nobody\nNobody asked where the key was kept.\n"
    "Questions for the Board\n- How will the Board be assured that keys are kept?\n"
    "- What does the Board need to do about locked doors?\n## Finding 2: rotas are on paper\n"
    "Who could have seen it?\n"
)


@pytest.mark.parametrize("whom", ["the Board", "partners", "the Board and partners"])
def test_questions_stand_for_recommendations_where_there_are_none(whom: str) -> None:
    words = QUESTIONS.replace("the Board", whom, 1)
    assert [number for number, _ in recommended(words)] == ["", ""]
    assert recommended(f"{words}# 5. Recommendations\nn 1 | {KEYS}") == [("1", BOARD)]


ASKED = {
    "numbered by codes": "## Questions for the Board\nQ1. {}\nQ2. {}",
    "lettered": "** Questions for the Safeguarding Children Board to consider:\na. {}\nb. {}",
    "of board and partners": "** Questions for the Board and partners\n- {}\n- {}",
    "in a box": "| Questions for the Board\n| {}\n| {}",
}


@pytest.mark.parametrize("told", ASKED)
def test_questions_are_read_without_their_marks_wherever_they_are_put(told: str) -> None:
    questions = ("How will the Board know who holds a key?", "What would help those who call?")
    words = marked(f"{HEAD}# 4. Findings\nNobody had a key.\n{ASKED[told].format(*questions)}")
    found = DESCRIBER.describe(words, "review.docx").recommendations
    assert [(one.addressee, one.text) for one in found] == [(BOARD, one) for one in questions]


def test_questions_to_practitioners_are_no_recommendations() -> None:
    words = QUESTIONS.replace("Questions for the Board", "Questions for practitioners")
    assert recommended(words) == []


def test_questions_for_the_board_to_consider_are_to_the_board() -> None:
    words = QUESTIONS.replace("for the Board", "for the Board to consider")
    assert recommended(words) == [("", BOARD), ("", BOARD)]


WHOM = {
    "The Safeguarding Board should publish guidance.": BOARD,
    "WSCB to publish guidance.": BOARD,
    "The LSCB should write to schools.": BOARD,
    "The Board, through its learning group, should hold a workshop.": BOARD,
    "The Board and its partners should share this report.": BOARD,
    "The Board’s quality assurance group should audit files.": BOARD,
    "All agencies should remind staff.": "All agencies",
    "Each agency should remind staff.": "All agencies",
    "Every school should remind staff.": "All schools",
    "GP practices to be reminded of the policy.": "GP practices",
    "CQC should inspect the home again.": "CQC",
    "HQFT should review its rota.": "Harbourside and Quay NHS Foundation Trust",
    "The Trust should review its rota.": "Harbourside and Quay NHS Foundation Trust",
    "The surgery should call back.": "Dale Street Surgery",
    "The County should mend the road.": "Westermere County Council",
    "The surgery and the County should agree a protocol.": (
        "Dale Street Surgery and Westermere County Council"
    ),
    "The Board and Norfolk Constabulary should agree a protocol.": f"{BOARD} and {FORCE}",
}


@pytest.mark.parametrize(("words", "whom"), WHOM.items())
def test_whom_it_is_for_has_the_full_name(words: str, whom: str) -> None:
    named = (
        "# 4. Analysis\nHarbourside and Quay NHS Foundation Trust (HQFT) saw her at Dale Street "
        "Surgery. Westermere County Council (the County) housed her.\n# 5. Recommendations\n"
    )
    assert recommended(f"{named}n 1 | {words}") == [("1", whom)]


def test_a_kind_of_body_of_which_there_are_two_is_left_as_printed() -> None:
    words = (
        "# 4. Analysis\nHarbourside NHS Trust and Quay NHS Trust saw her in the same week.\n"
        "# 5. Recommendations\nn 1 | The Trust should review its rota."
    )
    assert recommended(words) == [("1", "Trust")]
