"""Parts of a table that is already counted."""

from collections.abc import Sequence
from dataclasses import replace

from caseview.domain.crosstab import CrossTab


def with_rows(table: CrossTab, ids: Sequence[str]) -> CrossTab:
    """Return the table with these of its rows, in this order; every number stays as it is."""
    places = {axis.id: place for place, axis in enumerate(table.rows)}
    kept = [places[row] for row in ids if row in places]
    return replace(
        table,
        rows=tuple(table.rows[place] for place in kept),
        cells=tuple(table.cells[place] for place in kept),
        totals=tuple(table.totals[place] for place in kept),
    )


def squared(table: CrossTab, ids: Sequence[str]) -> CrossTab:
    """Return a table of themes by themes with these of its themes both ways, in this order."""
    places = {axis.id: place for place, axis in enumerate(table.columns)}
    kept = [places[column] for column in ids if column in places]
    fewer = replace(
        table,
        columns=tuple(table.columns[place] for place in kept),
        cells=tuple(tuple(cells[place] for place in kept) for cells in table.cells),
        column_totals=tuple(table.column_totals[place] for place in kept if table.column_totals),
    )
    return with_rows(fewer, ids)


def most_first(table: CrossTab) -> CrossTab:
    """Return the table with its rows by total, most first; equal ones keep their order."""
    totals = {axis.id: cell.n for axis, cell in zip(table.rows, table.totals, strict=True)}
    return with_rows(table, sorted(totals, key=lambda row: -totals[row]))


def stacked(upper: CrossTab, lower: CrossTab) -> CrossTab:
    """Return one table with the rows of both; columns and base are those of `upper`.

    Raises ValueError when the two do not have the same columns.
    """
    if [axis.id for axis in upper.columns] != [axis.id for axis in lower.columns]:
        raise ValueError("tables with different columns cannot be stacked")
    return replace(
        upper,
        rows=upper.rows + lower.rows,
        cells=upper.cells + lower.cells,
        totals=upper.totals + lower.totals,
    )
