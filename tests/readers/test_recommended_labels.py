"""Recommendations behind labels and counts of every sort, and counted within a sentence."""

import pytest

from tests.readers.test_recommended_anywhere import BOARD, recommended

SURGERY, POLICE = "Mill Lane Surgery", "Marsford Police"
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
