"""A cross-tab as bars to look at: all rows, one row across the columns, one column against all."""

from dataclasses import replace
from enum import StrEnum

from caseview.counting.wording import axis_title, number, percent, title, units
from caseview.desktop.tongue import told, tr
from caseview.domain.crosstab import Axis, Cell, CellAddress, CrossTab
from caseview.domain.handout import Behind, Drawing, Mark, Picture

BAR_STEP = 4
"""The shade of a bar, of six."""


class Drawn(StrEnum):
    """What a chart shows."""

    ROWS = "rows"
    ACROSS = "across"
    COLUMN = "column"

    @property
    def words(self) -> str:
        """The words of the choice."""
        return {"rows": tr("all rows"), "across": tr("this row"), "column": tr("this column")}[
            self.value
        ]


def chart_of(table: CrossTab, drawn: Drawn, at: CellAddress) -> Picture:
    """Return the bars of a table; `at` names the row or column they are about, where it is.

    A row that is not named is the first, so is a column. Percentages are of the columns' bases.
    """
    of = told(title(table.spec))
    if not table.rows or not table.columns:
        return Picture(Drawing.BARS, tr("{0}: nothing to draw.", of), (), (), ())
    if drawn is Drawn.ACROSS:
        row = _place(table.rows, at.row)
        said = tr("{0} by {1}", table.rows[row].label, axis_title(table.spec.columns))
        note = tr("Each bar is of the {0} of its own line.", table.spec.unit.words)
        return _made(said, _across(table, row), note)
    if drawn is Drawn.COLUMN:
        column = _place(table.columns, at.column)
        said = tr("{0} against all", table.columns[column].label)
        note = tr("The upright mark is the share among all {0}.", _all(table))
        return _made(said, _column(table, column), note)
    rows = zip(table.rows, table.totals, strict=True)
    spec = table.spec
    bars = [
        (axis.label, _mark(axis.label, cell, table.base, Behind(spec, CellAddress(axis.id, None))))
        for axis, cell in rows
    ]
    return _made(tr("{0}: all", of), bars, tr("Each bar is of all {0}.", _all(table)))


def _across(table: CrossTab, row: int) -> list[tuple[str, Mark]]:
    name = table.rows[row].id
    return [
        (
            axis.label,
            _mark(axis.label, cell, axis.base, Behind(table.spec, CellAddress(name, axis.id))),
        )
        for axis, cell in zip(table.columns, table.cells[row], strict=True)
    ]


def _column(table: CrossTab, column: int) -> list[tuple[str, Mark]]:
    axis = table.columns[column]
    found = zip(table.rows, table.cells, table.totals, strict=True)
    bars = []
    for row, cells, total in found:
        behind = Behind(table.spec, CellAddress(row.id, axis.id))
        mark = _mark(row.label, cells[column], axis.base, behind)
        bars.append((row.label, replace(mark, other=total.percent)))
    return bars


def _mark(name: str, cell: Cell, base: int, behind: Behind) -> Mark:
    """Return a bar with what stands beside it: "31 of 45, 69%"."""
    share = percent(cell)
    words = tr("{0} of {1}", number(cell.n), number(base)) + (f", {share}" if share else "")
    spoken = f"{told(name)}, {words}"
    return Mark(words, spoken, behind, cell.percent, cell.low, cell.high, step=BAR_STEP)


def _made(title_: str, bars: list[tuple[str, Mark]], note: str) -> Picture:
    if any(mark.low is not None for _, mark in bars):
        note += tr(" The thin line is its 95% interval (Wilson).")
    names = tuple(told(name) for name, _ in bars)
    marks = tuple((mark,) for _, mark in bars)
    return Picture(Drawing.BARS, title_, names, ("",), marks, note)


def _place(axes: tuple[Axis, ...], wanted: str | None) -> int:
    return next((n for n, axis in enumerate(axes) if axis.id == wanted), 0)


def _all(table: CrossTab) -> str:
    return told(units(table.base, table.spec.unit))
