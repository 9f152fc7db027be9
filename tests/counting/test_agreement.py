"""Coders are compared over what they both finished, theme by theme, in words anyone can read."""

from dataclasses import replace

import pytest

from caseview.counting.agreement import Compared, agreement_by_theme
from caseview.counting.agreement_wording import (
    base_sentence,
    kappa_sentence,
    notes,
    record_sentence,
    spot_sentence,
)
from caseview.domain.agreement import Agreement, Per, RuleRecord, SpotCheck, ThemeAgreement

BOTH = frozenset({"JB", "SO"})


def compared(units: int, jb: set[int], so: set[int], theme: str = "curiosity") -> Compared:
    return Compared(
        ("JB", "SO"),
        dict.fromkeys(range(units), BOTH),
        {
            "JB": frozenset((unit, theme) for unit in jb),
            "SO": frozenset((unit, theme) for unit in so),
        },
    )


def test_each_theme_is_counted_as_the_table_shows_it() -> None:
    overall, (theme,) = agreement_by_theme(
        compared(24, set(range(17)), {*range(15), 20}), ["curiosity"]
    )
    assert (theme.all_used, theme.alone, theme.none_used) == (15, {"JB": 2, "SO": 1}, 6)
    assert theme.measures.percent.value == pytest.approx(0.875)
    assert overall.measures == theme.measures
    assert kappa_sentence(theme, Per.REVIEW) == (
        "0.71: substantial agreement beyond chance, over 24 reviews."
    )


def test_what_one_of_them_has_not_finished_is_not_looked_at() -> None:
    half = compared(4, {0, 1, 2, 3}, {0})
    half = replace(half, units={**half.units, 3: frozenset({"JB"})})
    _, (theme,) = agreement_by_theme(half, [])
    assert (theme.units, theme.alone["JB"]) == (3, 2)


def test_three_coders_may_each_have_finished_other_units() -> None:
    three = Compared(
        ("JB", "SO", "KL"),
        {1: frozenset({"JB", "SO"}), 2: frozenset({"SO", "KL"}), 3: frozenset({"KL"})},
        {"JB": frozenset({(1, "a")}), "SO": frozenset({(1, "a")}), "KL": frozenset({(3, "a")})},
    )
    _, (theme,) = agreement_by_theme(three, ["a"])
    assert (theme.units, theme.all_used, theme.none_used) == (2, 1, 1)
    assert theme.measures.cohen.value is None
    assert theme.measures.alpha.value == 1


def test_themes_nobody_used_are_left_out_of_all_themes() -> None:
    overall, themes = agreement_by_theme(compared(5, {1}, {1}), ["never", "curiosity"])
    assert [one.theme for one in themes] == ["curiosity"]
    assert overall.units == 5


@pytest.mark.parametrize(
    ("jb", "so", "words"),
    [
        (set(), set(), "there is nothing to compare"),
        (set(range(5)), set(range(5)), "all of them used it in every review"),
        ({1}, {1}, "They agreed every time."),
        ({1}, set(), "Nearly all units read alike"),
        ({1, 2}, {3, 4}, "less agreement than chance alone would give"),
    ],
)
def test_a_kappa_hard_to_read_is_said_in_plain_words(
    jb: set[int], so: set[int], words: str
) -> None:
    overall, themes = agreement_by_theme(compared(5, jb, so), [])
    found = _agreement(overall, themes)
    if not themes:
        assert words in base_sentence(replace(found, shared=0, units=0))
    else:
        assert words in kappa_sentence(themes[0], Per.REVIEW)


def _agreement(overall: ThemeAgreement, themes: tuple[ThemeAgreement, ...]) -> Agreement:
    return Agreement(("JB", "SO"), Per.REVIEW, 5, 6, 1, overall, themes)


def test_the_base_says_what_was_left_out_and_small_ones_warn() -> None:
    found = _agreement(*agreement_by_theme(compared(5, {1}, {1}), []))
    assert base_sentence(found) == (
        "Compares JB and SO over 5 reviews: the 6 documents that two of them finished. Left out: "
        "1 document that is finished by one alone."
    )
    assert notes(found)[0] == "Fewer than 20 reviews: treat every figure with care."


def test_a_rule_says_how_often_it_was_right() -> None:
    assert record_sentence(RuleRecord("a.1", "a", 9, 3, 2, 46.8, 91.1)) == (
        "9 of 12 decided were accepted: 75% (95% interval 47 to 91%)."
    )
    assert "Nobody has decided" in record_sentence(RuleRecord("a.1", "a", 0, 0, 2))


def test_a_spot_check_says_what_the_rules_miss() -> None:
    held = {number: number <= 4 for number in range(1, 61)}
    check = SpotCheck(7, 900, tuple(held), held, "JB", "")
    assert spot_sentence((check,)) == (
        "In 60 paragraphs read, 4 held a theme no rule had found: 6.7% (95% interval 2.6 to 15.9%)."
    )
    assert "nothing is known" in spot_sentence(())
