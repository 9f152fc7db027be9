"""Recommendations behind labels and counts of every sort, and counted within a sentence."""

import pytest

from tests.readers.test_recommended_anywhere import BOARD, recommended

SURGERY, POLICE = "Mill Lane Surgery", "Marsford Police"
BOARD_OF_VALE = "Marsford Vale Safeguarding Adults Board"
WHOM = [SURGERY, POLICE, BOARD]
ASKED = (
    "Mill Lane Surgery should keep a list of carers.",
    "Marsford Police should give each caller a name.",
    "The Board should tell each family within a month.",
)
LABELS = {
    "RECOMMENDATION {}: ": "1 2 3",
    "Rec {}: ": "1 2 3",
    "Recommendation 3({}): ": "a b c",
    "Recommendation ({}): ": "i ii iii",
    "Recommendation {}: ": "i ii iii",
    "Recommendation #{}: ": "1 2 3",
    "Recommendation No {}. ": "1 2 3",
    "Recommendation {} [for all]: ": "1 2 3",
    "National Recommendation {}: ": "A B C",
    "SAR Recommendation {}: ": "1 2 3",
    "Learning Recommendation {}: ": "1 2 3",
    "Strategic practice recommendation {} – ": "1 2 3",
    "Recommendation 1.{}.1: ": "1 2 3",
    "Action {}: ": "1 2 3",
    "Proposal {} – ": "1 2 3",
    "Agreed change {}. ": "1 2 3",
    "Priority {}: ": "1 2 3",
    "No. {} ": "1 2 3",
    "{} - ": "1 2 3",
    "{}. ": "I II III",
    "{}) ": "i ii iii",
    "1.{}.1 ": "1 2 3",
    "Recommendation: ": "1 2 3",
    "Recommendation {}": "1 2 3",
    "Overarching recommendation – ": "1 2 3",
    "Carers: ": "1 2 3",
    "{}. Carers – ": "1 2 3",
}
COUNTED_WITHIN = {
    "The review makes three recommendations: (1) that Mill Lane Surgery keep a list; (2) that"
    " Marsford Police give each caller a name; and (3) that the Board tell each family.": "1 2 3",
    "It is recommended that: i) Mill Lane Surgery keeps a list; ii) Marsford Police gives each"
    " caller a name; iii) the Board tells each family.": "i ii iii",
    "The panel recommends that: 1. Mill Lane Surgery keeps a list. 2. Marsford Police gives each"
    " caller a name. 3. The Board tells each family.": "1 2 3",
}


@pytest.mark.parametrize("label", LABELS)
def test_whatever_labels_a_recommendation_is_none_of_its_words(label: str) -> None:
    counts = LABELS[label].split()
    lines = (label.format(n) + words for n, words in zip(counts, ASKED, strict=True))
    found = recommended("\n".join(("# 3. Recommendations", *lines)))
    assert [whom for _, whom, _ in found] == WHOM
    if "Carers" not in label:
        assert [words.split()[0] for *_, words in found] == ["Mill", "Marsford", "The"]


@pytest.mark.parametrize("label", [one for one in LABELS if one.count("{}") and "." not in one])
def test_its_number_is_read_from_its_label(label: str) -> None:
    counts = LABELS[label].split()
    lines = (label.format(n) + words for n, words in zip(counts, ASKED, strict=True))
    found = recommended("\n".join(("# 3. Recommendations", *lines)))
    assert [number.removeprefix("3(").strip("()") for number, *_ in found] == counts


@pytest.mark.parametrize("told", COUNTED_WITHIN)
@pytest.mark.parametrize("heading", ["Recommendations", "Conclusions"])
def test_what_a_sentence_counts_is_read_one_by_one(told: str, heading: str) -> None:
    found = recommended(f"# 3. {heading}\n{told}")
    assert [number for number, *_ in found] == COUNTED_WITHIN[told].split()
    assert [whom for _, whom, _ in found] == WHOM


def test_a_thing_without_a_verb_is_recommended_to_the_body_behind_it() -> None:
    told = (
        "# 3. Recommendations\n- Better records of carers (Mill Lane Surgery)\n- A named officer"
        " for each caller (Marsford Police)\n- A list is kept. (Owner: the Board; by June 2024)"
    )
    assert [whom for _, whom, _ in recommended(told)] == WHOM


@pytest.mark.parametrize(
    "told",
    [
        "It would be helpful if Mill Lane Surgery kept a list of carers.",
        "Mill Lane Surgery may wish to keep a list of carers.",
        "Recommendation 1\nWhat: a list of carers is to be kept.\nWho: Mill Lane Surgery",
        "Recommendation 1\nSpecific: Mill Lane Surgery should keep a list.\nMeasurable: an audit.",
    ],
)
def test_what_is_put_mildly_or_in_parts_is_recommended(told: str) -> None:
    ((_, whom, words),) = recommended(f"# 3. Recommendations\n{told}")
    assert whom == SURGERY
    assert not words.startswith(("What:", "Specific:", "Measurable:"))


NAMED = (
    "Recommendation {} (to {}): Keep a list of carers.",
    "Recommendation {} (Lead: {}): Keep a list of carers.",
    "Recommendation {} [{}]: Keep a list of carers.",
    "Recommendation {}, for {}: Keep a list of carers.",
    "Recommendation {} – {}: Keep a list of carers.",
    "Recommendation {} – for {}\nKeep a list of carers.",
    "R{} ({}) Keep a list of carers.",
    "{}. ({}) Keep a list of carers.",
    "{}. For {}: Keep a list of carers.",
    "{}. Keep a list of carers. ({} to lead)",
    "{}. Keep a list of carers. Owner – {}",
    "{}. Keep a list of carers. For action by {}.",
    "{}. Keep a list of carers.\n({})",
    "{}. Keep a list of carers.\nTo be led by {}.",
)


@pytest.mark.parametrize("printed", NAMED)
def test_whom_a_label_names_before_or_behind_is_who_is_asked(printed: str) -> None:
    lines = (printed.format(n, who) for n, who in enumerate((SURGERY, POLICE), start=1))
    found = recommended("\n".join(("# 3. Recommendations", *lines)))
    assert [(number, whom) for number, whom, _ in found] in (
        [("1", SURGERY), ("2", POLICE)],
        [("R1", SURGERY), ("R2", POLICE)],
    )


@pytest.mark.parametrize(
    "told", ["Of {} we ask that it keep a list.", "We ask of {}: keep a list."]
)
def test_whom_something_is_asked_of_is_who_is_asked(told: str) -> None:
    found = recommended(f"# 3. Recommendations\n- 1 | {told.format(SURGERY)}")
    assert [whom for _, whom, _ in found] == [SURGERY]


def test_what_two_bodies_are_asked_in_the_same_words_is_two() -> None:
    told = "# 3. Recommendations\n- 1 | {} should train staff.\n- 2 | {} should train staff."
    same = "# 3. Recommendations\n- 1 | Train all staff. ({})\n- 2 | Train all staff. ({})"
    for printed in (told, same):
        found = recommended(printed.format(SURGERY, POLICE))
        assert [whom for _, whom, _ in found] == [SURGERY, POLICE]
    assert len(recommended(told.format(SURGERY, SURGERY))) == 1


BROKEN = {
    ("Marsford Vale Safeguarding Adults", "Board should keep a list."): BOARD_OF_VALE,
    (
        "Vale Hospitals NHS Foundation",
        "Trust to keep a list.",
    ): "Vale Hospitals NHS Foundation Trust",
    ("Marsford Police and Vale", "Valley Council should keep a list."): (
        "Marsford Police and Vale Valley Council"
    ),
    ("All schools and academies, with Vale", "Community Health, should keep a list."): (
        "All schools and academies and Vale Community Health"
    ),
}
WHOLE = {
    ("Carers", "Marsford Police should keep a list."): POLICE,
    ("Notifications from school", "Marsford Police should keep a list."): POLICE,
    ("Mill Lane Surgery", "Marsford Police should be asked for a list."): SURGERY,
}


@pytest.mark.parametrize(("label", "below"), BROKEN)
def test_a_line_of_a_label_may_end_amid_a_name(label: str, below: str) -> None:
    told = f"## Recommendation 1: {label}\n{below}\n## Recommendation 2: Calls\n{ASKED[1]}"
    first, second = recommended(f"# 3. Recommendations\n{told}")
    assert (first[1], second[1]) == (BROKEN[label, below], POLICE)
    assert first[2].startswith(label.split(maxsplit=1)[0])


@pytest.mark.parametrize(("label", "below"), WHOLE)
def test_a_title_or_a_whole_name_is_no_part_of_what_stands_below_it(label: str, below: str) -> None:
    told = f"## Recommendation 1: {label}\n{below}\n## Recommendation 2: Calls\n{ASKED[1]}"
    first = recommended(f"# 3. Recommendations\n{told}")[0]
    assert (first[1], first[2].split()[0]) == (WHOLE[label, below], "Marsford")


LABELLED_TO = {
    f"Recommendation to {SURGERY} and Forget-Me-Not Vale: to keep a list of carers.": (
        f"{SURGERY} and Forget-Me-Not Vale"
    ),
    "Recommendation to all home care providers: to keep a list of carers.": (
        "All home care providers"
    ),
    "Recommendation for every practice - to keep a list of carers at home.": "Every practice",
}


@pytest.mark.parametrize("told", LABELLED_TO)
def test_a_label_names_bodies_in_small_letters_and_with_hyphens(told: str) -> None:
    found = recommended(f"# 3. Answers\n## Question one\nNobody asked.\n{told}")
    assert [whom for _, whom, _ in found] == [LABELLED_TO[told]]


@pytest.mark.parametrize(
    "head",
    [
        "# 4. Recommendations in short\nn 26 | They come down to this:",
        "# 4. Summary of recommendations",
        "# 4. The recommendations above come down to this:",
    ],
)
def test_a_list_that_only_says_in_short_what_was_recommended_is_left_out(head: str) -> None:
    full = "\n".join(
        f"Recommendation to {whom}: to keep, with the advice of those who know them, a list of"
        f" carers who {what}."
        for whom, what in ((SURGERY, "live alone"), (POLICE, "call at night"), (BOARD, "write"))
    )
    short = f"{head}\n- ask who lives alone, and in words people use;\n- name those who call;"
    assert [whom for _, whom, _ in recommended(f"# 3. Answers\n{full}\n{short}")] == WHOM


def test_numbers_of_labels_may_open_with_a_letter() -> None:
    told = f"## Recommendation H1\n{ASKED[0]}\n## Recommendation H2\n{ASKED[1]}"
    found = recommended(f"# 3. Recommendations\n{told}")
    assert [(number, whom) for number, whom, _ in found] == [("H1", SURGERY), ("H2", POLICE)]


@pytest.mark.parametrize(
    ("label", "below", "whom"),
    [
        (
            "1 (Mill Lane Surgery and West",
            "Vale Police): Keep a list of carers.",
            "West Vale Police",
        ),
        ("to Mill Lane Surgery and Forget-Me-Not", "Vale: to keep a list.", "Forget-Me-Not Vale"),
        ("for action by all partners and Marsford", "Police: to keep a list.", "Marsford Police"),
    ],
)
def test_a_heading_may_end_amid_the_names_of_a_label(label: str, below: str, whom: str) -> None:
    found = recommended(f"# 3. Answers\nNobody asked.\n## Recommendation {label}\n{below}")
    assert [(one[1] or "").endswith(f" and {whom}") for one in found] == [True]
    assert found[0][2].lower().removeprefix("to ").startswith("keep a")
