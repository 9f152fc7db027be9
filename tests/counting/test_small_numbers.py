"""Small numbers are hidden so that nobody works them out: a solver tries."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseview.counting.interval import cell
from caseview.counting.small_numbers import MORE, SmallNumbers, protect
from caseview.domain.crosstab import Axis, Cell, CrossTab, CrossTabSpec, LeftOut

Reviews = list[tuple[frozenset[int], frozenset[int]]]


def counted(reviews: Reviews, rows: int, columns: int, name: str = "themes") -> CrossTab:
    """Return the table of reviews given as (rows they stand in, columns they stand in)."""

    def number(row: int | None, column: int | None) -> int:
        return sum(
            (row in of_rows if row is not None else bool(of_rows))
            and (column in of_columns if column is not None else bool(of_columns))
            for of_rows, of_columns in reviews
        )

    bases = [sum(j in of_columns for _, of_columns in reviews) for j in range(columns)]
    return CrossTab(
        spec=CrossTabSpec(rows=name),
        rows=tuple(Axis(f"r{i}", f"Row {i}") for i in range(rows)),
        columns=tuple(Axis(f"c{j}", f"Column {j}", bases[j]) for j in range(columns)),
        cells=tuple(
            tuple(cell(number(i, j), bases[j]) for j in range(columns)) for i in range(rows)
        ),
        totals=tuple(cell(number(i, None), len(reviews)) for i in range(rows)),
        base=len(reviews),
        left_out=LeftOut(),
        column_totals=tuple(cell(number(None, j), bases[j]) for j in range(columns)),
        total=cell(number(None, None), len(reviews)),
    )


@st.composite
def parted(draw: st.DrawFn) -> CrossTab:
    """A table whose columns part the reviews, as the kinds of review do; perhaps its rows too."""
    rows, columns = draw(st.integers(1, 2)), draw(st.integers(1, 3))
    single = draw(st.booleans())
    themes = st.integers(0, rows - 1)
    of_rows = themes.map(lambda one: frozenset({one})) if single else st.frozensets(themes)
    kinds = st.integers(0, columns - 1).map(lambda one: frozenset({one}))
    return counted(draw(st.lists(st.tuples(of_rows, kinds), max_size=12)), rows, columns)


def line(table: CrossTab, place: int) -> list[tuple[str, int]]:
    """Return a line as (sign, number) with its total last; the base line is the last line."""
    if place < len(table.rows):
        cells = (*table.cells[place], table.totals[place])
        return [(one.hidden, one.n) for one in cells]
    if place == len(table.rows):
        return [(one.hidden, one.n) for one in (*table.column_totals, table.total)]
    bases = [(axis.hidden, axis.base) for axis in table.columns]
    return [*bases, (table.base_hidden, table.base)]


def solve(  # noqa: C901 - one search through all tables, nested as they are
    table: CrossTab, under: int, most: int, *, single: bool
) -> list[list[set[int]]]:
    """Return every value that each number can have, found by trying all tables that fit."""
    lines = [line(table, place) for place in range(len(table.rows) + 2)]

    def fits(one: list[tuple[str, int]]) -> list[tuple[int, ...]]:
        ranges = [
            range(1, under) if sign.startswith("<") else range(most + 1) if sign else (n,)
            for sign, n in one
        ]
        return [some for some in product(*ranges) if sum(some[:-1]) == some[-1]]

    *themes, anys, bases = [fits(one) for one in lines]
    found: list[list[set[int]]] = [[set() for _ in one] for one in lines]
    for base in bases:
        for any_ in anys:
            if any(a > b for a, b in zip(any_, base, strict=True)):
                continue
            under_it = [[t for t in some if all(x <= a for x, a in zip(t, any_, strict=True))]
                        for some in themes]  # fmt: skip
            for whole in product(*under_it):
                sums = [sum(column) for column in zip(*whole, strict=True)]
                exact = all(s == a for s, a in zip(sums, any_, strict=True))
                if exact if single else all(s >= a for s, a in zip(sums, any_, strict=True)):
                    for place, values in enumerate((*whole, any_, base)):
                        for seen, value in zip(found[place], values, strict=True):
                            seen.add(value)
    return found


@given(table=parted())
@settings(max_examples=60, deadline=None)
def test_no_number_under_the_threshold_can_be_worked_out(table: CrossTab) -> None:
    [hidden] = protect([table], SmallNumbers(3)).tables
    parts = [sum(row[j].n for row in table.cells) for j in range(len(table.columns))]
    single = parts == [one.n for one in table.column_totals]
    found = solve(hidden, 3, table.base + 1, single=single)
    for place, values in enumerate(found):
        for (sign, n), truth, could in zip(
            line(hidden, place), line(table, place), values, strict=True
        ):
            assert truth[1] in could
            assert not sign.startswith("<") or len(could) > 1
            assert sign or n == truth[1]
            assert sign or not 0 < n < 3
            assert not 0 < truth[1] < 3 or len(could) > 1


@given(table=parted(), zeros=st.booleans(), under=st.sampled_from([3, 5, 10]))
@settings(max_examples=60, deadline=None)
def test_nothing_of_a_hidden_number_is_left_in_the_table(
    table: CrossTab, under: int, zeros: bool
) -> None:
    protected = protect([table], SmallNumbers(under, zeros))
    [hidden] = protected.tables
    signs = [sign for place in range(len(table.rows) + 2) for sign, _ in line(hidden, place)]
    assert signs.count(f"<{under}") == protected.small
    assert signs.count(MORE) == protected.more
    for row in (*hidden.cells, hidden.totals, hidden.column_totals):
        for one in row:
            assert not one.hidden or one == Cell(0, hidden=one.hidden)
    for axis, column in zip(hidden.columns, zip(*hidden.cells, strict=True), strict=False):
        assert not axis.hidden or all(one.percent is None for one in column)


def test_a_total_does_not_give_a_small_number_away() -> None:
    reviews: Reviews = [(frozenset({0}), frozenset({0}))] * 2
    reviews += [(frozenset({0}), frozenset({1}))] * 9 + [(frozenset({0}), frozenset({2}))] * 7
    reviews += [(frozenset(), frozenset({j})) for j in range(3) for _ in range(20)]
    [table] = protect([counted(reviews, 1, 3)], SmallNumbers(5)).tables
    assert [one.hidden for one in table.cells[0]] == ["<5", "", MORE]
    assert [table.cells[0][1].n, table.totals[0].n] == [9, 18]


def test_two_tables_of_one_export_hide_the_same_number_in_both() -> None:
    reviews: Reviews = [(frozenset({0}), frozenset({0}))] * 2
    reviews += [(frozenset({0}), frozenset({1}))] * 9 + [(frozenset({1}), frozenset({1}))] * 8
    table = counted(reviews, 2, 2)
    first, second = protect([table, table], SmallNumbers(5)).tables
    assert first == second
    assert first.cells[0][0].hidden == "<5"


def test_without_a_threshold_nothing_is_hidden() -> None:
    table = counted([(frozenset({0}), frozenset({0}))], 1, 1)
    assert protect([table], SmallNumbers()).tables == (table,)


def test_a_threshold_that_leaves_one_count_to_guess_is_refused() -> None:
    with pytest.raises(ValueError, match="hides nothing"):
        SmallNumbers(2)


@given(units=st.lists(st.frozensets(st.integers(0, 3)), min_size=6, max_size=20))
@settings(max_examples=25, deadline=None)
def test_a_pair_is_hidden_both_ways_or_not_at_all(units: list[frozenset[int]]) -> None:
    table = replace(
        counted([(unit, unit) for unit in units], 4, 4), spec=CrossTabSpec(columns="themes")
    )
    axes = tuple(replace(axis, id=f"t{n}") for n, axis in enumerate(table.columns))
    table = replace(table, rows=axes, columns=axes)
    [hidden] = protect([table], SmallNumbers(3)).tables
    for row in range(4):
        for column in range(4):
            one, other = hidden.cells[row][column], hidden.cells[column][row]
            assert (one.n, one.hidden) == (other.n, other.hidden)
        # A theme with itself is the theme's own number, which stands at its head as well.
        assert bool(hidden.cells[row][row].hidden) == bool(hidden.columns[row].hidden)
        assert bool(hidden.cells[row][row].hidden) == bool(hidden.totals[row].hidden)
