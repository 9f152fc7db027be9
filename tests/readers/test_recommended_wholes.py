"""Recommendations whose words stand apart: entries, closings, lines run on, names before them."""

from pathlib import Path

import pytest

from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.registry import read_text
from tests.readers.test_recommended_tables import recommended

DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})
SURGERY = "Mill Lane Surgery should keep a list of carers who are seen at home."
FORCE = "Marsford Police should give each caller the name of an officer."


def from_plain_text(tmp_path: Path, words: str) -> list[tuple[str, str]]:
    file = tmp_path / "review.txt"
    file.write_text(f"Safeguarding Adults Review: Edith\n\n{words}\n", encoding="utf-8")
    found = DESCRIBER.describe(read_text(file), file.name).recommendations
    return [(one.number, one.text) for one in found]


def test_labels_and_what_is_hoped_for_stand_on_lines_of_their_own_in_a_plain_text(
    tmp_path: Path,
) -> None:
    words = (
        "7. Recommendations\n\nRecommendation 1\n"
        "Mill Lane Surgery should keep a list of carers who are seen\nat home.\n"
        "Intended impact: No carer is forgotten again.\nRecommendation 2\n"
        "Marsford Police should give each caller the name of\nan officer.\n"
        "Intended impact: Callers know whom to ask for.\nRecommendation 3\n"
        "The Board should write to each family within a month of\na death.\n"
        "Intended impact: Families hear from us first."
    )
    assert from_plain_text(tmp_path, words) == [
        ("1", SURGERY),
        ("2", FORCE),
        ("3", "The Board should write to each family within a month of a death."),
    ]


def test_marks_alone_above_their_words_belong_to_the_recommendation_that_opened_them(
    tmp_path: Path,
) -> None:
    words = (
        "7. Recommendations\n\nRecommendation 1\n"
        "The Board should be assured by Mill Lane Surgery that:\n(a)\n\n"
        "carers are listed when they are first seen; and\n\n(b)\n\n"
        "the list is read every month.\n\n"
        f"Recommendation 2\n{FORCE}"
    )
    first, second = from_plain_text(tmp_path, words)
    assert first[1].startswith("The Board should be assured by Mill Lane Surgery that:")
    assert first[1].endswith("the list is read every month.")
    assert second == ("2", FORCE)


ENTRIES = (
    "The Board should write to each family with an answer to the following questions:\n"
    "- Who came to the house?\n- What did they write down?"
)
CLOSING = "The results of the audit should be reported to the Board."
OF_A_LIST = (
    "Marsford Police should audit its calls about carers, with regard to:\n"
    "- the name that was given;\n- whether anybody rang back."
)


@pytest.mark.parametrize(
    ("words", "last"),
    [
        (f"Recommendation 1\n{ENTRIES}\nRecommendation 2\n{SURGERY}", "write down?"),
        (
            f"Recommendation 1: {OF_A_LIST}\nn 8.2 | {CLOSING}\nRecommendation 2: {SURGERY}",
            CLOSING,
        ),
    ],
)
def test_entries_that_a_recommendation_opens_are_its_own(words: str, last: str) -> None:
    first, second = recommended(f"# 6. Recommendations\n{words}")
    assert last in first[2]
    assert second[2] == SURGERY


def test_entries_below_a_label_among_findings_are_its_own() -> None:
    words = (
        f"# 5. Finding 1\nNobody rang back.\nRecommendation 1: {OF_A_LIST}\n"
        f"# 6. Finding 2\nNobody kept a list.\nRecommendation 2: {SURGERY}"
    )
    first, second = recommended(words)
    assert first[2].endswith("whether anybody rang back.")
    assert second[2] == SURGERY


def test_a_name_before_what_it_is_asked_is_whom_it_is_for_and_none_of_the_words() -> None:
    words = (
        "# 6. What we recommend\n"
        "- Mill Lane Surgery: Keep a list of carers who are seen at home.\n"
        "- Marsford Police: Tell the Board when:\n- an officer leaves;\n- a caller rings again.\n"
        "- Marsford Council: Write to each family within a month of a death."
    )
    surgery, force, council = recommended(words)
    assert surgery[1:] == ("Mill Lane Surgery", "Keep a list of carers who are seen at home.")
    assert force[1] == "Marsford Police"
    assert force[2].startswith("Tell the Board when:")
    assert force[2].endswith("a caller rings again.")
    assert council[2] == "Write to each family within a month of a death."


def test_a_label_whose_line_ends_amid_a_name_goes_on_below() -> None:
    words = (
        "# 6. Recommendations\nRecommendation 1: Marsford Clinical Commissioning Group and Public\n"
        f"Health should pay for one clinic together.\nRecommendation 2: {SURGERY}"
    )
    assert "Marsford Clinical Commissioning Group and Public" in recommended(words)[0][2]


@pytest.mark.parametrize(
    "name", ["Test Valley NHS Trust", "NHS Marsford (General Practice)", "Support Valley Council"]
)
def test_a_name_alone_over_a_list_is_no_recommendation(name: str) -> None:
    words = (
        "# 6. Recommendations\nMarsford Police\n- To give each caller the name of an officer.\n"
        f"- To write down who rang.\n{name}\n- To keep a list of carers who are seen at home."
    )
    assert [one[2] for one in recommended(words)] == [
        "To give each caller the name of an officer.",
        "To write down who rang.",
        "To keep a list of carers who are seen at home.",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "It was suggested to the reviewer that the Board should require one shared file.",
        "A member of the panel proposed that carers should be paid. I do not agree.",
        "Two practitioners suggested that the Board should close the clinic. It is needed.",
        "It had been proposed that all staff must wear a badge. Families were against it.",
    ],
)
def test_what_was_only_proposed_is_not_recommended(told: str) -> None:
    asked = [one[2] for one in recommended(f"# 6. Recommendations\n{SURGERY}\n{told}\n{FORCE}")]
    assert asked == [SURGERY, FORCE]


@pytest.mark.parametrize(
    "none", ["No recommendation is made.", "None is made.", "No further recommendation is needed."]
)
def test_a_row_that_makes_no_recommendation_holds_none(none: str) -> None:
    words = (
        "# 6. Recommendations\n| Ref | Learning | Recommendation\n"
        f"| P1 | Nobody rang back. | {FORCE}\n| P2 | A nurse has been appointed. | {none}"
    )
    assert [one[2] for one in recommended(words)] == [FORCE]


@pytest.mark.parametrize("reach", ["National", "local", "multi-agency"])
def test_how_far_a_recommendation_reaches_is_no_part_of_its_words_in_a_table(reach: str) -> None:
    words = (
        "# 6. Recommendations\n| Recommendation | Outcome\n"
        f"| Recommendation 1 ({reach}): {FORCE} | Callers know whom to ask for."
    )
    assert [(one[0], one[2]) for one in recommended(words)] == [("1", FORCE)]


@pytest.mark.parametrize(
    "told",
    [
        "Visits by screen made it possible for the carer to be seen on some days.",
        "Under the Act a council may cause an enquiry to be made by another body.",
        "The new form enables each call to be traced by those who come later.",
    ],
)
def test_how_something_came_to_be_done_is_not_asked(told: str) -> None:
    asked = [one[2] for one in recommended(f"# 6. Recommendations\n{SURGERY}\n{told}\n{FORCE}")]
    assert asked == [SURGERY, FORCE]


def test_what_the_panel_only_thought_of_below_a_name_is_not_asked_of_it() -> None:
    words = (
        "# 6. Recommendations\nMarsford Police\n- To give each caller the name of an officer.\n"
        "- The panel gave thought to recommending that all calls be kept. It was told of the cost."
    )
    assert [one[2] for one in recommended(words)] == ["To give each caller the name of an officer."]
