"""Brackets behind a recommendation that point to its reason, and labels that are misspelt."""

import pytest

from tests.readers.test_recommended_tables import recommended

HEAD = "# 3. Recommendations\n"
KEEP = "Marsford Council should keep one list of all carers in the county"
POINTERS = (
    f"{KEEP}. (4.1)",
    f"{KEEP}. (4.4, 4.6)",
    f"{KEEP} (4.1).",
    f"{KEEP}. (see paragraphs 4.4 and 4.6)",
    f"{KEEP}. (paras 5.1-5.3)",
    f"{KEEP}. [Finding 3]",
    f"{KEEP} (Findings 2 and 3).",
    f"{KEEP}. (C1)",
    f"{KEEP}. (C1, C4)",
    f"{KEEP}. (Linked to KLOE 2)",
    f"{KEEP}. (Section 6)",
    f"{KEEP} (see section 6.2)",
    f"{KEEP}. (Arising from learning points 1, 2 and 5)",
    f"{KEEP}. (p. 14)",
)
WORDS = (
    "Marsford Council should open an enquiry for each such adult (section 42).",
    "Marsford Council should use the early warning score (NEWS2).",
    "Marsford Council should see each carer twice a year (or more).",
    "Marsford Council should write to all carers of working age (18 to 65).",
    "Marsford Council should tell each carer of the right in law (Part 1).",
)


@pytest.mark.parametrize("words", POINTERS)
def test_brackets_that_only_point_to_the_reason_are_none_of_the_words(words: str) -> None:
    [(_, whom, text)] = recommended(f"{HEAD}n 1 | {words}")
    assert (whom, text.rstrip(".")) == ("Marsford Council", KEEP)


@pytest.mark.parametrize("words", WORDS)
def test_brackets_that_say_what_is_meant_stay(words: str) -> None:
    assert recommended(f"{HEAD}n 1 | {words}") == [("1", "Marsford Council", words)]


@pytest.mark.parametrize(
    "word",
    ["Reccomendation", "Recomendation", "Reccommendation", "Recommendaton"],
)
def test_a_label_is_known_though_it_is_misspelt(word: str) -> None:
    told = f"{HEAD}Recommendation 1: {KEEP}.\n{word} 2 - Marsford Council must ask each of them."
    assert [number for number, _, _ in recommended(told)] == ["1", "2"]


def test_a_summary_without_numbers_leaves_the_number_that_the_list_gives() -> None:
    told = (
        f"# Summary of recommendations\n- {KEEP}.\n# 2. Background\nShe lived alone.\n"
        f"{HEAD}Recommendation Four\n{KEEP}.\nRecommendation 5\nMarsford Council must ask them."
    )
    assert ("Four", "Marsford Council", f"{KEEP}.") in recommended(told)


@pytest.mark.parametrize(
    "why",
    ["Learning 1", "Learning 1 and 4", "All learning", "Findings 2, 3", "see theme 3", "KLOE 2"],
)
def test_brackets_on_a_label_that_say_why_name_nobody(why: str) -> None:
    told = (
        f"{HEAD}Recommendation 1 ({why})\n{KEEP}.\nRecommendation 2 ({why})\nThe Trust should pay."
    )
    assert [(number, whom) for number, whom, _ in recommended(told)] == [
        ("1", "Marsford Council"),
        ("2", "Marsford Community NHS Trust"),
    ]


@pytest.mark.parametrize(
    "lead", ["Head of Housing", "Principal Manager; Head of Housing", "Director of Care. June 2023"]
)
def test_a_row_that_says_who_leads_leaves_whom_the_words_ask(lead: str) -> None:
    told = f"{HEAD}| Recommendation 1 | {KEEP}.\n| Outcome sought | All are known.\n| Lead | {lead}"
    assert [whom for _, whom, _ in recommended(told)] == ["Marsford Council"]


def test_how_a_body_is_reached_makes_no_post_of_it() -> None:
    told = (
        f"{HEAD}| Recommendation 1 | Keep one list.\n| Lead | NHS England (via the Board's chair)"
    )
    assert [whom for _, whom, _ in recommended(told)] == ["NHS England"]
