"""Lists within a list, titles counted in a summary, and what is only told among recommendations."""

import pytest

from tests.readers.test_recommended_tables import BOARD, FORCE, TRUST, recommended

HEAD = "# 3. Recommendations\n"
FULL = (
    f"Recommendation 1: Carers\n{TRUST} should keep one list of all carers in the county, and"
    " write to each of them once a year.\n"
    f"Recommendation 2: Visits\n{FORCE} should visit each home that is on the list within a week"
    " of the first call, and say what was seen.\n"
    f"Recommendation 3: Locks\nThe Safeguarding Adults Board should agree with its partners who"
    " may enter the home of an adult when the door is locked.\n"
)


@pytest.mark.parametrize(
    "opens",
    [
        "Seek assurance from all agencies that:",
        "Make sure of each of the following:",
        "Write down on every visit:",
        "Agree with its partners:",
        "Report to the Board each quarter on:",
    ],
)
def test_entries_with_small_letters_below_an_open_entry_are_parts_of_it(opens: str) -> None:
    told = recommended(
        f"{HEAD}## {TRUST}\nThe Trust should:\n- Replace its list of carers within a year.\n"
        f"- {opens}\n- the carer was seen alone\n- the words of the carer are kept\n"
        "- Include all carers in its training."
    )
    assert [text.split() for _, _, text in told] == [
        ["Replace", "its", "list", "of", "carers", "within", "a", "year."],
        f"{opens} the carer was seen alone the words of the carer are kept".split(),
        ["Include", "all", "carers", "in", "its", "training."],
    ]


@pytest.mark.parametrize(
    "opens",
    ["Finally, we recommend to the Council:", "It is recommended that:", "The panel recommends:"],
)
def test_a_line_that_recommends_is_no_part_of_the_entries_below_it(opens: str) -> None:
    told = recommended(f"{HEAD}- 1 | {opens}\n- that it keeps one list of all carers.")
    assert [text for _, _, text in told if text.startswith("that")] != []


@pytest.mark.parametrize(
    "titles",
    [
        ("Know who the carers are.", "Visit the homes.", "Enter where the door is locked."),
        ("Keep a list of carers.", "Make visits to each home.", "Agree on locked doors."),
    ],
)
def test_titles_counted_in_a_summary_are_not_recommendations_of_their_own(
    titles: tuple[str, str, str],
) -> None:
    short = "\n".join(f"n {place} | {title}" for place, title in enumerate(titles, start=1))
    told = recommended(
        f"# The three recommendations in short\n{short}\n# 2. Background\nShe lived alone.\n"
        f"{HEAD}{FULL}"
    )
    assert [(number, whom) for number, whom, _ in told] == [
        ("1", TRUST),
        ("2", FORCE),
        ("3", BOARD),
    ]


def test_a_short_list_of_other_things_stays_beside_a_long_one() -> None:
    short = "n 1 | Train all staff in the law.\nn 2 | Review all telephones on wards.\n"
    told = recommended(
        f"# Recommendations to all agencies\n{short}n 3 | Publish this review in full.\n"
        f"# 2. Background\nShe lived alone.\n{HEAD}{FULL}"
    )
    assert len(told) == 6


@pytest.mark.parametrize(
    "words",
    [
        "Each service required that he should ask for help, which he could not.",
        "Every letter assumed that she must have read the last.",
        "Staff expected that a carer should ring them.",
        "All of them presumed that he needs to be asked only once.",
        "The rules meant that the adult must come to the office.",
    ],
)
def test_what_somebody_made_of_another_is_told_and_not_asked(words: str) -> None:
    told = recommended(f"{HEAD}p 3.1 | {words}\nn 1 | {TRUST} should keep one list of carers.")
    assert [text for _, _, text in told] == [f"{TRUST} should keep one list of carers."]


@pytest.mark.parametrize(
    "words",
    [
        f"It is required that {TRUST} should keep one list of carers.",
        f"{TRUST} is expected to keep one list of carers.",
    ],
)
def test_what_is_required_of_a_body_is_asked(words: str) -> None:
    assert [text for _, _, text in recommended(f"{HEAD}n 1 | {words}")] == [words]
