"""Tests of association agree with scipy's, and say nothing where there is too little to say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseview.counting.association import (
    associated,
    associations,
    chi_square_tail,
    fisher,
    holm,
)

counts = st.integers(0, 40)


@settings(deadline=None)  # the first import of scipy takes its time
@given(statistic=st.floats(0.001, 200), freedom=st.integers(1, 40))
def test_the_tail_of_chi_square_is_scipys(statistic: float, freedom: int) -> None:
    stats = pytest.importorskip("scipy.stats")
    expected = stats.chi2.sf(statistic, freedom)
    assert chi_square_tail(statistic, freedom) == pytest.approx(expected, rel=1e-8, abs=1e-12)


@settings(deadline=None)  # the first import of scipy takes its time
@given(a=counts, b=counts, c=counts, d=counts)
def test_fishers_probability_is_scipys(a: int, b: int, c: int, d: int) -> None:
    stats = pytest.importorskip("scipy.stats")
    expected = stats.fisher_exact([[a, b], [c, d]]).pvalue
    assert fisher(a, b, c, d) == pytest.approx(expected, rel=1e-6)


@settings(deadline=None)  # the first import of scipy takes its time
@given(cells=st.lists(st.tuples(st.integers(30, 60), st.integers(30, 60)), min_size=2, max_size=6))
def test_chi_square_and_cramers_v_are_scipys(cells: list[tuple[int, int]]) -> None:
    stats = pytest.importorskip("scipy.stats")
    found = associated("risk", [n for n, _ in cells], [n + rest for n, rest in cells])
    table = [[n for n, _ in cells], [rest for _, rest in cells]]
    expected = stats.chi2_contingency(table, correction=False)
    assert found.method == "chi-square"
    assert found.statistic == pytest.approx(expected.statistic, abs=1e-9)
    assert found.p == pytest.approx(expected.pvalue, rel=1e-8)
    v = stats.contingency.association(table, method="cramer", correction=False)
    assert found.v == pytest.approx(v, abs=1e-9)


def test_the_lady_tasting_tea_has_her_published_probability() -> None:
    assert fisher(3, 1, 1, 3) == pytest.approx(34 / 70)


def test_adjusted_residuals_of_two_columns_mirror_each_other_and_square_to_chi_square() -> None:
    found = associated("risk", [30, 10], [60, 60])
    assert found.statistic == pytest.approx(15.0)
    assert found.residuals == pytest.approx((15.0**0.5, -(15.0**0.5)))


def test_holm_corrects_in_steps_and_never_falls() -> None:
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx((0.03, 0.06, 0.06, 0.02))


@pytest.mark.parametrize(
    ("row", "bases"),
    [([3, 2], [6, 6]), ([30], [60]), ([0, 0], [60, 60]), ([60, 60], [60, 60]),
     ([2, 1, 1, 30], [3, 2, 3, 60])],
)  # fmt: skip
def test_where_there_is_too_little_nothing_is_tested(row: list[int], bases: list[int]) -> None:
    found = associated("risk", row, bases)
    assert (found.method, found.p, found.residuals) == ("", None, ())


def test_small_tables_of_two_columns_are_fishers_and_rows_are_corrected_together() -> None:
    found = associations([("few", [4, 0]), ("many", [25, 5]), ("none", [0, 0])], [30, 30])
    assert [one.method for one in found] == ["fisher", "chi-square", ""]
    assert found[1].p is not None
    assert found[1].p_holm == pytest.approx(2 * found[1].p)
    assert found[0].p_holm == found[0].p
