"""What is recommended outright with the label behind, and offices of a board in a column."""

import pytest

from tests.readers.test_recommended_tables import BOARD, FORCE, TRUST, recommended

INTRODUCED = (
    ("The review recommends that", "(Recommendation {})"),
    ("We therefore recommend that", "(Recommendation {})."),
    ("In regard to this the panel recommends that", "[Recommendation {}]"),
    ("The author also recommends that", "(Rec. {})"),
    ("Nobody had asked her. The reviewer recommends that", "(Rec {})"),
)
KEEPS = f"{TRUST} keeps one list of all carers in the county"
TABLE = (
    "# 4. Summary of recommendations\nFor ease of reference:\n| Rec | Subject | For\n"
    f"| 1 | Lists of carers | {TRUST}\n| 2 | Locked doors | {FORCE}\n"
)


def _told(opens: str, label: str) -> str:
    first = label.format(1)
    return (
        f"# 3. Analysis of practice\n{opens} {KEEPS}. {first}\nHer door was locked.\n"
        f"{opens} {FORCE} agrees who may enter a locked home. {label.format(2)}\n"
        f"{opens} {TRUST} sees each carer alone, and that {FORCE} writes down what was said."
        f" {label.format('3 and 4').replace('Recommendation ', 'Recommendations ')}\n"
    )


@pytest.mark.parametrize(("opens", "label"), INTRODUCED)
@pytest.mark.parametrize("table", ["", TABLE])
def test_what_is_recommended_outright_has_the_label_behind_it(
    opens: str, label: str, table: str
) -> None:
    told = [
        (number, whom, text.rstrip("."))
        for number, whom, text in recommended(_told(opens, label) + table)
    ]
    assert told == [
        ("1", TRUST, KEEPS),
        ("2", FORCE, f"{FORCE} agrees who may enter a locked home"),
        ("3", TRUST, f"{TRUST} sees each carer alone"),
        ("4", FORCE, f"{FORCE} writes down what was said"),
    ]


def test_a_list_that_says_them_in_full_is_what_is_recommended() -> None:
    full = (
        f"# 4. Recommendations\nRecommendation 1: {TRUST} should keep one list of all carers, and"
        f" show it to the Council.\nRecommendation 2: {FORCE} should agree who may enter a home"
        f" the door of which is locked.\nRecommendation 3: {TRUST} should see each of the carers"
        " alone, at home, once a year."
    )
    told = recommended(_told("The review recommends that", "(Recommendation {})") + full)
    assert [number for number, _, _ in told] == ["1", "2", "3"]
    assert all("should" in text for _, _, text in told)


@pytest.mark.parametrize(
    "cell",
    [
        "Board Business Unit",
        "Board Business Office",
        "Safeguarding Adults Board business team",
        "National - Board Chair to write",
        "Chair to write",
    ],
)
def test_an_office_of_the_board_in_a_column_is_not_the_body_that_is_asked(cell: str) -> None:
    told = recommended(
        "# 3. Recommendations\n| No | Recommendation | Lead\n"
        f"| 1 | The Home Office should pay for a line for carers. | {cell}\n"
        f"| 2 | {FORCE} should visit each home. | {FORCE}"
    )
    assert [whom for _, whom, _ in told] == ["Home Office", FORCE]


@pytest.mark.parametrize(
    "whom",
    [
        "Trading Standards",
        "Norfolk Trading Standards",
        f"{FORCE} and Trading Standards",
        f"{BOARD}, {FORCE} and Trading Standards",
        "Trading Standards and Marsford Council",
    ],
)
def test_trading_standards_is_a_body_though_standards_are_things(whom: str) -> None:
    told = recommended(f"# 3. Recommendations\nn 1 | {whom} should publish a short guide.")
    assert [named for _, named, _ in told] == [whom]
