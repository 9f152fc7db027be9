"""Themes that go together: by hand, against a drawn world, and where nobody can say."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseview.counting.lift import lift_interval, paired, too_few
from caseview.counting.pair_hiding import protect_pairs
from caseview.counting.small_numbers import SmallNumbers
from caseview.domain.crosstab import Axis, Cell, CrossTab, CrossTabSpec, LeftOut

A, B = Axis("a", "A", 40), Axis("b", "B", 30)


def test_lift_is_the_number_together_over_what_chance_would_have() -> None:
    found = paired(A, B, 24, 100)
    assert found.expected == pytest.approx(12)
    assert found.lift == pytest.approx(2)
    # By hand: 1/24 - 1/40 - 1/30 + 3/100 = 0.01333, the root times 1.96 is 0.2263.
    assert found.low == pytest.approx(1.595, abs=1e-3)
    assert found.high == pytest.approx(2.508, abs=1e-3)
    assert found.more
    assert not found.fewer


def test_fewer_together_than_by_chance_is_told_even_of_none_at_all() -> None:
    found = paired(Axis("a", "A", 50), Axis("b", "B", 50), 0, 100)
    assert found.lift == 0
    assert found.low == 0
    assert found.fewer


@pytest.mark.parametrize(
    ("one", "other", "n", "base", "few"),
    [
        (8, 8, 8, 19, True),  # under twenty units
        (10, 10, 1, 200, True),  # one together, a half expected
        (10, 10, 6, 200, False),  # six together where a half was expected
        (98, 98, 96, 100, True),  # next to nobody has neither
        (50, 50, 3, 100, False),  # three where twenty-five were expected
    ],
)
def test_too_few_to_say_where_a_corner_holds_next_to_nothing(
    one: int, other: int, n: int, base: int, *, few: bool
) -> None:
    assert too_few(one, other, n, base) is few
    found = paired(Axis("a", "A", one), Axis("b", "B", other), n, base)
    assert found.few is few
    assert (found.low is None) is few


def test_the_interval_holds_the_true_lift_about_nineteen_times_in_twenty() -> None:
    chance = random.Random(11)  # noqa: S311 - a drawn world
    held = told = 0
    for _ in range(1500):
        draws = [chance.random() for _ in range(150)]
        # Both 0.20, A alone 0.15, B alone 0.25: the true lift is 0.20 / (0.35 x 0.45).
        both = sum(one < 0.20 for one in draws)
        mine = sum(one < 0.35 for one in draws)
        theirs = both + sum(0.35 <= one < 0.60 for one in draws)
        if not too_few(mine, theirs, both, 150):
            told += 1
            low, high = lift_interval(mine, theirs, both, 150)
            held += low <= 0.20 / (0.35 * 0.45) <= high
    assert told > 1400
    assert 0.925 < held / told < 0.975


@given(st.integers(20, 400), st.data())
def test_the_interval_lies_about_the_lift(base: int, data: st.DataObject) -> None:
    one = data.draw(st.integers(1, base))
    other = data.draw(st.integers(1, base))
    n = data.draw(st.integers(max(0, one + other - base), min(one, other)))
    found = paired(Axis("a", "A", one), Axis("b", "B", other), n, base)
    assert found.lift == pytest.approx(n * base / (one * other))
    if found.low is not None and found.high is not None:
        assert found.low - 1e-9 <= (found.lift or 0) <= found.high + 1e-9


def together(base: int, themes: list[int], pairs: dict[tuple[int, int], int]) -> CrossTab:
    axes = tuple(Axis(str(n), f"Theme {n}", held) for n, held in enumerate(themes))

    def number(row: int, column: int) -> int:
        return themes[row] if row == column else pairs[min(row, column), max(row, column)]

    places = range(len(themes))
    return CrossTab(
        CrossTabSpec(columns="themes"),
        axes,
        axes,
        tuple(tuple(Cell(number(row, column)) for column in places) for row in places),
        tuple(Cell(held) for held in themes),
        base,
        LeftOut(),
    )


@st.composite
def worlds(draw: st.DrawFn) -> CrossTab:
    units = draw(st.lists(st.sets(st.integers(0, 2)), min_size=1, max_size=25))
    themes = [sum(n in unit for unit in units) for n in range(3)]
    pairs = {
        (a, b): sum({a, b} <= unit for unit in units) for a in range(3) for b in range(a + 1, 3)
    }
    return together(len(units), themes, pairs)


@given(table=worlds(), under=st.sampled_from([3, 5]), zeros=st.booleans())
def test_no_small_pair_can_be_worked_out_from_what_is_told(
    table: CrossTab, under: int, *, zeros: bool
) -> None:
    safe = protect_pairs(table, SmallNumbers(under, zeros))
    small = range(0 if zeros else 1, under)
    for axis, held in zip(safe.rows, table.rows, strict=True):
        assert axis.hidden or held.base == axis.base
        assert axis.hidden or not 0 < held.base < under
    if safe.base_hidden:
        return
    for row, one in enumerate(safe.rows):
        for column, other in enumerate(safe.columns):
            shown, true = safe.cells[row][column], table.cells[row][column].n
            if row == column:
                continue
            assert shown.hidden or shown.n == true
            assert shown.hidden or true not in small
            if shown.hidden:
                bases = [axis.base for axis in (one, other) if not axis.hidden]
                least = max(0, sum(bases) - safe.base) if len(bases) == 2 else 0
                could = [
                    n
                    for n in range(least, min([safe.base, *bases]) + 1)
                    if n in small or not shown.hidden.startswith("<")
                ]
                assert true in could
                assert len(could) > 1


def test_pairs_stand_in_order_of_their_rows() -> None:
    from caseview.counting.lift import pairs  # noqa: PLC0415 - beside its one test

    found = pairs(together(30, [10, 12, 9], {(0, 1): 5, (0, 2): 4, (1, 2): 6}))
    names = [(pair.one.id, pair.other.id) for pair in found]
    assert names == [("0", "1"), ("0", "2"), ("1", "2")]
    assert all(one <= other for one, other in pairwise(names))
