"""Wilson intervals agree with an independent calculation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from caseview.counting.interval import cell, wilson


@given(base=st.integers(1, 5000), data=st.data())
def test_interval_agrees_with_scipy(base: int, data: st.DataObject) -> None:
    n = data.draw(st.integers(0, base))
    expected = binomtest(n, base).proportion_ci(method="wilson")
    assert wilson(n, base) == pytest.approx((100 * expected.low, 100 * expected.high), abs=1e-7)


@given(base=st.integers(1, 1000), data=st.data())
def test_interval_lies_round_the_percentage(base: int, data: st.DataObject) -> None:
    found = cell(data.draw(st.integers(0, base)), base)
    assert found.low is not None
    assert found.percent is not None
    assert found.high is not None
    assert 0 <= found.low <= found.percent <= found.high <= 100


def test_nothing_of_nothing_has_no_percentage() -> None:
    assert cell(0, 0).percent is None


@pytest.mark.parametrize(("n", "base"), [(1, 0), (3, 2), (-1, 2)])
def test_an_impossible_proportion_is_our_mistake(n: int, base: int) -> None:
    with pytest.raises(ValueError, match="no proportion"):
        wilson(n, base)
