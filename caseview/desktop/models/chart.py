"""A cross-tab as bars to look at: all rows, one row across the columns, one column against all."""

from dataclasses import dataclass
from enum import StrEnum

from caseview.counting.wording import axis_title, number, percent, title, units
from caseview.desktop.tongue import tr
from caseview.domain.crosstab import Axis, Cell, CellAddress, CrossTab


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


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its length in per cent of its base, its interval, and where it leads.

    `other` is the percentage it is compared with, None where there is none.
    """

    label: str
    cell: Cell
    base: int
    address: CellAddress
    other: float | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars under a title; `about` says the same in words, for who does not see them."""

    title: str
    bars: tuple[Bar, ...]
    note: str
    about: str


def chart_of(table: CrossTab, drawn: Drawn, at: CellAddress) -> Chart:
    """Return the chart of a table; `at` names the row or column it is about, where it is.

    A row that is not named is the first, so is a column. Percentages are of the columns' bases.
    """
    of = title(table.spec)
    if not table.rows or not table.columns:
        return Chart(of, (), "", tr("{0}: nothing to draw.", of))
    if drawn is Drawn.ACROSS:
        row = _place(table.rows, at.row)
        bars = _across(table, row)
        said = tr("{0} by {1}", table.rows[row].label, axis_title(table.spec.columns))
        return _made(
            said, bars, tr("Each bar is of the {0} of its own line.", table.spec.unit.value)
        )
    if drawn is Drawn.COLUMN:
        column = _place(table.columns, at.column)
        bars = _column(table, column)
        said = tr("{0} against all", table.columns[column].label)
        return _made(said, bars, tr("The upright mark is the share among all {0}.", _all(table)))
    rows = zip(table.rows, table.totals, strict=True)
    bars = [Bar(axis.label, cell, table.base, CellAddress(axis.id, None)) for axis, cell in rows]
    return _made(tr("{0}: all", of), bars, tr("Each bar is of all {0}.", _all(table)))


def _across(table: CrossTab, row: int) -> list[Bar]:
    name = table.rows[row].id
    return [
        Bar(axis.label, cell, axis.base, CellAddress(name, axis.id))
        for axis, cell in zip(table.columns, table.cells[row], strict=True)
    ]


def _column(table: CrossTab, column: int) -> list[Bar]:
    axis = table.columns[column]
    return [
        Bar(row.label, cells[column], axis.base, CellAddress(row.id, axis.id), total.percent)
        for row, cells, total in zip(table.rows, table.cells, table.totals, strict=True)
    ]


def _made(title_: str, bars: list[Bar], note: str) -> Chart:
    lines = any(bar.cell.low is not None for bar in bars)
    if lines:
        note += tr(" The thin line is its 95% interval (Wilson).")
    said = "; ".join(f"{bar.label} {bar_words(bar)}" for bar in bars)
    return Chart(title_, tuple(bars), note, tr("Bar chart. {0}. {1}. {2}", title_, said, note))


def bar_words(bar: Bar) -> str:
    """Return what stands beside a bar: "31 of 45, 69%"."""
    share = percent(bar.cell)
    return tr("{0} of {1}", number(bar.cell.n), number(bar.base)) + (f", {share}" if share else "")


def _place(axes: tuple[Axis, ...], wanted: str | None) -> int:
    return next((n for n, axis in enumerate(axes) if axis.id == wanted), 0)


def _all(table: CrossTab) -> str:
    return units(table.base, table.spec.unit)
