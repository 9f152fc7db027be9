"""Percentages of a table: of the column's base, the row's total, all units, or none."""

from dataclasses import replace

from caseview.counting.interval import cell
from caseview.domain.crosstab import Cell, CrossTab, Share


def shared(table: CrossTab, share: Share) -> CrossTab:
    """Return a table with its percentages of something else; every count stays as it is.

    A percentage is reckoned from numbers that show in the table, so that none tells a hidden one:
    where its own count or the one it is of is hidden, it is None. A row's total has no share of
    itself.
    """
    if share is table.share:
        return table
    rows, columns = range(len(table.rows)), range(len(table.columns))

    def at(row: int | None, column: int | None) -> Cell:
        return _of(table, _held(table, row, column), base_of(table, share, row, column))

    return replace(
        table,
        cells=tuple(tuple(at(row, column) for column in columns) for row in rows),
        totals=tuple(at(row, None) for row in rows),
        column_totals=tuple(at(None, column) for column in columns if table.column_totals),
        total=at(None, None),
        share=share,
    )


def base_of(table: CrossTab, share: Share, row: int | None, column: int | None) -> int:
    """Return the number that a percentage is of, 0 where there is none or it is hidden.

    `row` and `column` are places in the table; None stands for the totals.
    """
    if share is Share.NONE or (share is Share.ROW and column is None):
        return 0
    if share is Share.ROW:
        return _held(table, row, None).n
    if share is Share.COLUMN and column is not None:
        return table.columns[column].base
    return table.base


def _held(table: CrossTab, row: int | None, column: int | None) -> Cell:
    if row is not None:
        return table.totals[row] if column is None else table.cells[row][column]
    return table.total if column is None else table.column_totals[column]


def _of(table: CrossTab, held: Cell, base: int) -> Cell:
    if held.hidden:
        return held
    return cell(held.n, base, interval=table.spec.unit.apart)
