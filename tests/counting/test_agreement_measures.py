"""Coefficients of agreement equal the figures of published worked examples."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseview.counting.agreement_measures import (
    ac1,
    cohen,
    fleiss,
    measures,
    student_95,
)
from caseview.counting.agreement_wording import figure, limits, strength
from caseview.domain.agreement import Coefficient

NONE = None
# Krippendorff (2011), Computing Krippendorff's alpha-reliability: 12 units, 4 observers, missing
# ratings; the same data are cac.raw4raters of the R package irrCAC 1.0 (Gwet, 2019), whose overview
# prints every coefficient and error held here.
CANONICAL = (
    (1, 1, NONE, 1), (2, 2, 3, 2), (3, 3, 3, 3), (3, 3, 3, 3), (2, 2, 2, 2), (1, 2, 3, 4),
    (4, 4, 4, 4), (1, 1, 2, 1), (2, 2, 2, 2), (NONE, 5, 5, 5), (NONE, NONE, 1, 1),
    (NONE, NONE, 3, NONE),
)  # fmt: skip
# Fleiss (1971), table 1: 30 patients, each put into one of 5 diagnoses by 6 psychiatrists.
FLEISS = [
    "00060",
    "03003",
    "01401",
    "00006",
    "03030",
    "20400",
    "00402",
    "20310",
    "20040",
    "00006",
    "10050",
    "11040",
    "03300",
    "10050",
    "02031",
    "00501",
    "30012",
    "51000",
    "02040",
    "10203",
    "00006",
    "01050",
    "02013",
    "20040",
    "10041",
    "05010",
    "40002",
    "02040",
    "10500",
    "00006",
]
# The worked example of the English Wikipedia's article on Fleiss' kappa: 10 subjects, 14 raters.
FOURTEEN = (
    (0, 0, 0, 0, 14), (0, 2, 6, 4, 2), (0, 0, 3, 5, 6), (0, 3, 9, 2, 0), (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0), (3, 2, 6, 3, 0), (2, 5, 3, 2, 2), (6, 5, 2, 1, 0), (0, 2, 2, 3, 7),
)  # fmt: skip


def canonical() -> Counter[tuple[int | None, ...]]:
    return Counter(tuple(None if one is None else one - 1 for one in row) for row in CANONICAL)


def counts() -> Counter[tuple[int, ...]]:
    return Counter(tuple(row.count(c) for c in range(1, 6)) for row in CANONICAL)


def error_of(found: Coefficient, freedom: int) -> float:
    assert found.value is not None
    assert found.low is not None
    return (found.value - found.low) / student_95(freedom)


def test_krippendorffs_alpha_of_his_own_data() -> None:
    found = measures(canonical(), 5).alpha
    assert found.value == pytest.approx(0.743, abs=0.0005)
    # Gwet's interval for it.
    assert found.low == pytest.approx(0.419, abs=0.0005)
    assert found.high == 1.0


def test_gwets_ac1_and_its_error() -> None:
    found = ac1(counts())
    assert found.value == pytest.approx(0.77544, abs=0.000005)
    assert error_of(found, 11) == pytest.approx(0.14295, abs=0.000005)
    assert found.low == pytest.approx(0.461, abs=0.0005)
    assert measures(canonical(), 5).ac1 == found


def test_fleiss_kappa_with_missing_ratings_and_its_error() -> None:
    found = fleiss(counts())
    assert found.value == pytest.approx(0.76117, abs=0.000005)
    assert error_of(found, 11) == pytest.approx(0.15302, abs=0.000005)


def test_percent_agreement_of_the_same_data() -> None:
    assert measures(canonical(), 5).percent.value == pytest.approx(0.81818, abs=0.000005)


def test_the_figures_printed_for_six_raters() -> None:
    # distrib.6raters in the overview of irrCAC 1.0: the first 15 patients of Fleiss (1971).
    rows = [tuple(map(int, row)) for row in FLEISS[:15]]
    for found, value, error in (
        (fleiss(Counter(rows)), 0.4139265, 0.08119291),
        (ac1(Counter(rows)), 0.4448007, 0.08418757),
    ):
        assert found.value == pytest.approx(value, abs=0.00000005)
        assert error_of(found, 14) == pytest.approx(error, abs=0.00000005)
    alpha = measures(Counter(map(_ratings, rows)), 5).alpha
    assert alpha.value == pytest.approx(0.4204384, abs=0.00000005)
    # It prints 0.0824 where this estimator gives 0.0812; only the coefficient is the same.
    assert error_of(alpha, 14) == pytest.approx(0.0824, abs=0.0015)


def _ratings(row: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(category for category, many in enumerate(row) for _ in range(many))


def test_the_figures_printed_for_two_abstractors() -> None:
    # cont3x3abstractors in the overview of irrCAC 1.0: 100 records, kappa with its error.
    found = cohen([[13, 0, 0], [0, 20, 7], [0, 4, 56]])
    assert found.value == pytest.approx(0.7964094, abs=0.00000005)
    assert error_of(found, 99) == pytest.approx(0.05891072, abs=0.0005)


def test_cohens_kappa_of_his_own_table() -> None:
    # Cohen (1960), table 2: 200 cases in three categories; observed .70, by chance .41.
    assert cohen([[88, 14, 18], [10, 40, 10], [2, 6, 12]]).value == pytest.approx(0.492, abs=0.0005)


def test_the_error_of_cohens_kappa() -> None:
    # Fleiss, Cohen and Everitt (1969), table 1, n = 200: kappa .429, its variance .002885.
    found = cohen([[106, 10, 4], [22, 28, 10], [2, 12, 6]])
    assert found.value == pytest.approx(0.429, abs=0.0005)
    assert error_of(found, 199) ** 2 == pytest.approx(0.002885, abs=0.0000005)


def test_fleiss_kappa_of_his_own_data() -> None:
    rows = Counter(tuple(map(int, row)) for row in FLEISS)
    assert fleiss(rows).value == pytest.approx(0.430, abs=0.0005)


def test_fleiss_kappa_of_fourteen_raters() -> None:
    assert fleiss(Counter(FOURTEEN)).value == pytest.approx(0.210, abs=0.0005)


@pytest.mark.parametrize(
    ("freedom", "point"), [(1, 12.706), (2, 4.303), (3, 3.182), (5, 2.571), (11, 2.201), (60, 2.0)]
)
def test_students_t_of_the_tables(freedom: int, point: float) -> None:
    assert student_95(freedom) == pytest.approx(point, abs=0.004)


def test_what_never_varies_has_no_kappa_and_no_interval() -> None:
    found = measures({(0, 0): 24}, 2)
    assert found.percent.value == 1
    assert found.cohen.value is found.fleiss.value is found.alpha.value is None
    assert figure(found.cohen) == "undefined"
    assert limits(found.cohen) == ""
    assert found.ac1 == Coefficient(1.0)


def test_one_unit_gives_a_value_but_no_interval() -> None:
    assert ac1({(1, 1): 1}).low is None


def test_units_that_nobody_shares_give_nothing() -> None:
    assert measures({(1, None): 3, (None, 0): 4}, 2).alpha == Coefficient()


ROWS = st.dictionaries(
    st.tuples(*[st.sampled_from([0, 1, None])] * 3), st.integers(1, 9), min_size=1, max_size=9
)


@given(ROWS)
def test_no_coefficient_leaves_its_bounds(ratings: dict[tuple[int | None, ...], int]) -> None:
    found = measures(ratings, 2)
    for one in (found.percent, found.fleiss, found.alpha, found.ac1):
        if one.value is not None:
            assert -1 - 1e-9 <= one.value <= 1 + 1e-9
        if one.low is not None and one.high is not None and one.value is not None:
            assert one.low - 1e-9 <= one.value <= one.high + 1e-9


@given(st.lists(st.lists(st.integers(0, 30), min_size=2, max_size=2), min_size=2, max_size=2))
def test_kappa_does_not_care_who_is_first(table: list[list[int]]) -> None:
    if sum(map(sum, table)) < 2:
        return
    turned = [list(column) for column in zip(*table, strict=True)]
    one, other = cohen(table), cohen(turned)
    assert (one.value is None) == (other.value is None)
    if one.value is not None:
        assert one.value == pytest.approx(other.value)


@pytest.mark.parametrize(
    ("kappa", "word"),
    [
        (-0.1, "poor"), (0.0, "slight"), (0.2, "slight"), (0.204, "slight"), (0.21, "fair"),
        (0.4, "fair"), (0.41, "moderate"), (0.61, "substantial"), (0.8, "substantial"),
        (0.81, "almost perfect"), (1.0, "almost perfect"), (None, ""),
    ],
)  # fmt: skip
def test_landis_and_kochs_words(kappa: float | None, word: str) -> None:
    assert strength(kappa) == word
