"""Pairs of themes fit to leave the desk: small numbers hidden, and what would tell them."""

from dataclasses import replace

from caseview.counting.small_numbers import MORE, SmallNumbers
from caseview.domain.crosstab import Axis, Cell, CrossTab


def protect_pairs(table: CrossTab, rule: SmallNumbers) -> CrossTab:
    """Return a table of themes by themes so that no number under the threshold can be worked out.

    What a reader sees of it is the number of each pair, of each theme and of all units; a theme's
    column has its own number as its base. Those bound a pair from both sides: it is no more than
    either theme, and two themes in more than all units overlap. Where that leaves one value only
    for “<5”, the pair is “hidden” and not even said to be small. Totals are not shown.
    """
    if not rule.under:
        return table
    least = 0 if rule.zeros else 1
    known = {axis.id: axis.base for axis in table.columns if not least <= axis.base < rule.under}
    few = 0 < table.base < rule.under

    def heading(axis: Axis) -> Axis:
        if axis.id in known and not few:
            return axis
        return replace(axis, base=0, hidden=f"<{rule.under}")

    def shown(cell: Cell, row: Axis, column: Axis) -> Cell:
        if row.id == column.id:
            return Cell(cell.n) if row.id in known and not few else Cell(0, hidden=MORE)
        bases = (known.get(row.id), known.get(column.id))
        held = _sign(cell.n, bases, table.base, rule)
        return Cell(0, hidden=held) if held else Cell(cell.n)

    return replace(
        table,
        rows=tuple(map(heading, table.rows)),
        columns=tuple(map(heading, table.columns)),
        cells=tuple(
            tuple(
                shown(cell, row, column) for cell, column in zip(cells, table.columns, strict=True)
            )
            for row, cells in zip(table.rows, table.cells, strict=True)
        ),
        totals=tuple(Cell(0, hidden=MORE) for _ in table.rows),
        column_totals=(),
        total=Cell(0, hidden=MORE),
        base=0 if few else table.base,
        base_hidden=f"<{rule.under}" if few else "",
        small_numbers=rule.under,
        zeros_hidden=rule.zeros,
    )


def _sign(n: int, bases: tuple[int | None, int | None], every: int, rule: SmallNumbers) -> str:
    """Return what stands in place of the number of a pair, "" where it may be told.

    `bases` are the numbers of its themes where they are told.
    """
    least = 0 if rule.zeros else 1
    if not least <= n < rule.under:
        return ""
    one, other = bases
    low = max(least, one + other - every) if one is not None and other is not None else least
    high = min(rule.under - 1, *(base for base in bases if base is not None), rule.under)
    return f"<{rule.under}" if low < high else MORE
