"""Recommendations in tables and on cards beside findings, and tables without heads."""

import pytest

from tests.readers.test_recommended_anywhere import BOARD, recommended

SURGERY, POLICE = "Mill Lane Surgery", "Marsford Police"
BOTH = [SURGERY, POLICE]
CARDS = (
    "| Recommendation 1 | Carers who are seen at home are to be listed.\n| Why this matters | No"
    "body knew who cared for her.\n| What good will look like | A list in each surgery.\n"
    "| Who | Mill Lane Surgery\n## Finding 2: Nobody rang back\nShe rang five times in May.\n"
    "| Recommendation 2 | Each caller is to be given a name.\n| Who | Marsford Police"
)
TOPICS = (
    "| What we have learned | What we recommend\n## Seeing carers\n| L1. Nobody knew. | R1 Mill"
    " Lane Surgery to list carers who are seen at home.\n## Hearing callers\n| L2. She rang in May."
    " | R2 (N). Marsford Police to give each caller a name."
)
PLACES = {
    "cards beside each finding": f"## Finding 1: Nobody looked\nHe was alone.\n{CARDS}",
    "a table that goes on under headings": f"# 3. Learning and recommendations\n{TOPICS}",
    "a table of findings": (
        "# 3. Findings\n| Finding | Recommendation | Lead\n| Nobody knew. | List carers who are"
        " seen at home. | Mill Lane Surgery\n| Nobody rang. | Name each officer. | Marsford Police"
    ),
    "one box after each finding": (
        "## Finding 1: Nobody looked\nHe was alone.\n| Recommendation 1: Mill Lane Surgery should"
        " list carers.\n## Finding 2: Nobody rang\nIt was May.\n| Recommendation 2: Marsford Police"
        " should give each caller a name."
    ),
    "no head, what is asked first": (
        "# 3. Recommendations\n| Review the list of carers. | Mill Lane Surgery\n| Ring each caller"
        " back. | Marsford Police"
    ),
    "no head, who is asked first": (
        "# 3. Recommendations\n| Mill Lane Surgery | Keep a list of carers.\n| Marsford Police"
        " | Tell each caller a name."
    ),
    "a label without a number, below its finding": (
        "# 3. Recommendations\n| Finding | She rang and spoke to five people.\n| Recommendation"
        " | Mill Lane Surgery should list carers.\n| Finding | Nobody rang back to tell her.\n"
        "| Recommendation | Marsford Police should name each officer."
    ),
    "boxes without numbers, by theme": (
        "## Theme 1\nHe was alone.\n| Learning: ask who cares.\n| Recommendation: Mill Lane Surgery"
        " should list carers.\n## Theme 2\nIt was May.\n| Learning: ring back.\n| Recommendation:"
        " Marsford Police should name each officer."
    ),
    "reasons in rows of their own": (
        "# 3. Recommendations\n| 1. Mill Lane Surgery should list carers.\n| He rang and spoke to"
        " five people.\n| 2. Marsford Police should name each officer.\n| She wrote to five people."
    ),
    "one box for all": (
        "# 3. Recommendations\n| 1. Mill Lane Surgery should list carers. 2. Marsford Police should"
        " name each officer."
    ),
    "a joined cell that is left out below": (
        "# 3. Recommendations\n| Agency | Recommendation | Position\n| Mill Lane Surgery | List all"
        " carers at home. | Done\n| Each carer at home to be rung back. | Done\n| Marsford Police"
        " | Tell callers a name. | In May"
    ),
    "a head of two plain words": (
        "# 3. Recommendations\n| Who | Should | Because\n| Mill Lane Surgery | List carers at home."
        " | Nobody knew.\n| Marsford Police | Give each caller a name. | She rang."
    ),
    "a body that has none": (
        "# 3. Recommendations\n| Agency | Recommendation | Position\n| Mill Lane Surgery | List"
        " carers at home. | Done\n| Harbour Homes | No recommendations\n| Marsford Police | Name"
        " each officer. | In May"
    ),
}


HEADS = (
    "No | What should happen | Who should do it",
    "Ref | The ask | Of whom",
    "# | Details of recommendation | Recipient",
    "No | Change needed | Led by",
    "Ref | Expectation | Of",
    "No | What each is asked to do | Responsible body",
    "Rec No | Recommendation wording | Lead Agency",
)


@pytest.mark.parametrize("head", HEADS)
def test_columns_are_known_by_many_names(head: str) -> None:
    rows = (
        "| 1 | List carers at home. | Mill Lane Surgery\n| 2 | Name each officer. | Marsford Police"
    )
    found = recommended(f"# 3. Recommendations\n| {head}\n{rows}")
    assert [(number, whom) for number, whom, _ in found] == [("1", SURGERY), ("2", POLICE)]


@pytest.mark.parametrize("place", PLACES)
def test_a_table_or_card_recommends_wherever_it_stands(place: str) -> None:
    found = [whom for _, whom, _ in recommended(PLACES[place])]
    assert list(dict.fromkeys(found)) == BOTH
    assert len(found) == len(BOTH) + ("joined" in place)


@pytest.mark.parametrize(
    "told",
    [
        "## Earlier reviews\n| Recommendation | Progress\n| List all carers at home. | Done.",
        "# 3. Chronology\n| Recommendation 1 | List carers.\n| Who | Mill Lane Surgery",
        "# 3. Findings\n| Finding | Evidence\n| Nobody should wait so long. | She did, in May.",
    ],
)
def test_a_table_of_something_else_recommends_nothing(told: str) -> None:
    assert recommended(told) == []


def test_a_list_that_only_names_what_stands_in_full_elsewhere_is_left_out() -> None:
    cards = f"## Finding 1: Nobody looked\nHe was alone.\n{CARDS}"
    brief = "# 4. Recommendations in brief\n| A | See every carer alone | Mill Lane Surgery"
    assert [whom for _, whom, _ in recommended(f"{cards}\n{brief}")] == BOTH


def test_a_summary_right_before_the_full_list_is_left_out() -> None:
    brief = (
        "# 3. Summary of recommendations\n- List carers seen at home\n- Name an officer for each"
    )
    full = "# 4. Recommendations\n- Mill Lane Surgery should list carers.\n- Marsford Police should"
    assert [whom for _, whom, _ in recommended(f"{brief}\n{full} name an officer.")] == BOTH


def test_whoever_writes_is_not_who_is_asked() -> None:
    card = (
        "| Recommendation 1 | The Charity Commission should be invited to look at grants.\n"
        "| Who | Independent Scrutineer to write"
    )
    assert recommended(card) == [("1", "Charity Commission", "The Charity Commission")]


@pytest.mark.parametrize(
    ("told", "whom"),
    [
        ("Its hours ought to be extended. Mill Lane Surgery should report in May.", SURGERY),
        ("That Mill Lane Surgery, and its successor, identifies each carer at home.", SURGERY),
        ("All agencies that have fifty staff should adopt a policy.", "All agencies"),
        ("Every list should be read. It should be kept.", BOARD),
    ],
)
def test_whom_is_read_past_what_stands_before_it(told: str, whom: str) -> None:
    assert [one for _, one, _ in recommended(f"# 3. Recommendations\n- 1 | {told}")] == [whom]


BESIDE = {
    ("Marsford Fire Service and the Board should visit.", "Fire Service"): (
        f"Marsford Fire Service and {BOARD}"
    ),
    ("Mill Lane Surgery should keep a list.", "Quality sub-group"): SURGERY,
    ("Mill Lane Surgery should keep a list.", "Principal social worker"): SURGERY,
    ("Practices, with the support of Marsford ICB, should code it.", "Marsford ICB"): (
        "Marsford ICB"
    ),
    ("Staff to write down who loves this person.", "Each agency"): "All agencies",
    ("Oxygen at home to be looked at.", "NHS England (via the Board's chair)"): "NHS England",
    ("Respite to be kept up.", "Marsford Council with care providers"): (
        "Marsford Council and care providers"
    ),
}


@pytest.mark.parametrize(("told", "lead"), BESIDE)
def test_the_words_of_a_row_say_more_than_a_part_or_a_short_name_beside_them(
    told: str, lead: str
) -> None:
    table = f"# 3. Recommendations\n| No | Recommendation | Lead\n| 1 | {told} | {lead}"
    assert [whom for _, whom, _ in recommended(table)] == [BESIDE[told, lead]]


def test_a_short_name_in_a_cell_is_given_as_it_is_in_law() -> None:
    told = (
        "Marsford General NHS Foundation Trust rang back.\n# 3. Recommendations\n| No |"
        " Recommendation | Lead\n| 1 | Ring each carer back. | Marsford General"
    )
    assert recommended(told)[0][1] == "Marsford General NHS Foundation Trust"
