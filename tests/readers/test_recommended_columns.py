"""Tables that say whom they ask by a tick below a name, or by bands that part them."""

import pytest

from tests.readers.test_recommended_tables import BOARD, FORCE, recommended

HEAD = f"# 6. Recommendations\n| Ref | Recommendation | {BOARD} | {FORCE} | Lilac House\n"


@pytest.mark.parametrize("tick", ["✓", "X", "Yes", "●", "Lead"])
def test_a_tick_below_a_name_says_who_is_asked(tick: str) -> None:
    words = (
        f"{HEAD}| R1 | Name one worker for each carer. | - | {tick} | -\n"
        f"| R2 | Keep a list of those who are seen at home. | {tick} | - | {tick}\n"
        f"| R3 | Give each caller the name of an officer. |  |  | {tick}"
    )
    assert [one[1] for one in recommended(words)] == [
        FORCE,
        f"{BOARD}; Lilac House",
        "Lilac House",
    ]


def test_a_row_without_a_tick_is_for_the_board() -> None:
    words = f"{HEAD}| R1 | Name one worker for each carer. | - | - | -"
    assert [one[1] for one in recommended(words)] == [BOARD]


def test_bands_in_the_table_of_an_action_plan_head_its_recommendations() -> None:
    words = (
        "# 6. Recommendations\nThey are set out in the table at the end.\n"
        "# 7. Appendix 1: Action plan\n"
        "| Recommendation | Scope | Action to take | Lead agency | Target date\n"
        "## Multi-agency recommendations\n"
        f"| 1 Callers to the night line to be given a name. | Local | Card | {FORCE} | May 2023\n"
        f"|  | Local | Audit of twenty calls | {FORCE} | June 2023\n"
        "## National recommendation\n"
        "| 2 The Home Office should count such calls. | National | Letter | Home Office | May 2023"
    )
    assert recommended(words) == [
        ("1", FORCE, "Callers to the night line to be given a name."),
        ("2", "Home Office", "The Home Office should count such calls."),
    ]


@pytest.mark.parametrize(
    "heads",
    [
        "What? | So what? | Now what?",
        "What we found | Why it matters | What should happen now",
        "Finding | Why it matters | What next?",
        "What did we find? | What did we learn? | What now?",
        "Theme | Analysis | Next steps",
    ],
)
def test_the_last_of_three_columns_may_say_what_is_to_be_done(heads: str) -> None:
    words = (
        f"# 3. What we found\n| {heads}\n"
        "| Keys were lost. | Services should ask where keys are before they call. "
        f"| 1 Keep a list of keys. ({FORCE})\n"
        "| Carers were lost. | National guidance recommends that every area should have a list. "
        "| 2 Keep a list of carers. (Lilac House)"
    )
    assert recommended(words) == [
        ("1", FORCE, "Keep a list of keys."),
        ("2", "Lilac House", "Keep a list of carers."),
    ]


@pytest.mark.parametrize("reach", ["(national)", "[Local]", "(multi-agency)"])
def test_how_far_a_label_reaches_is_no_part_of_the_name_in_it(reach: str) -> None:
    words = (
        f"# 6. Recommendations\n## Recommendation 1: Department for Education {reach}\n"
        "The Department is asked to say who holds the list.\n"
        "## Recommendation 2: Severn and Teme ICB\nAsk all practices to hold one."
    )
    assert [one[1] for one in recommended(words)] == [
        "Department for Education",
        "Severn and Teme ICB",
    ]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("The Board should ask each district council what happens to files when it moves.", BOARD),
        ("The Board should ask every school whether it wants to take part.", BOARD),
        ("The Board should ask Lilac House Hospital to keep a list.", "Lilac House Hospital"),
    ],
)
def test_a_question_to_others_is_still_the_boards_to_ask(words: str, who: str) -> None:
    assert [one[1] for one in recommended(f"# 6. Recommendations\n- 1 | {words}")] == [who]


def test_a_trust_whose_name_begins_as_a_verb_may_is_asked() -> None:
    words = "# 6. Recommendations\nTest Valley NHS Trust\n- Its form is amended to ask who is home."
    assert [one[1] for one in recommended(words)] == ["Test Valley NHS Trust"]
