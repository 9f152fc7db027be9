"""Makes figures of counted cells: printed one way in the window, on paper and in sheets."""

from caseview.counting.wording import SMALL_BASE, SMALL_SIGN, counted, number, percent
from caseview.domain.crosstab import Axis, Cell
from caseview.domain.handout import Behind, Figure

NONE = Figure(None, "")


def said(words: str) -> Figure:
    """Return words as a figure."""
    return Figure(words, words)


def count_of(cell: Cell, behind: Behind | None = None) -> Figure:
    """Return a count, or the sign that stands for a hidden one."""
    return Figure(cell.hidden or cell.n, counted(cell), None if cell.hidden else behind)


def base_of(axis: Axis) -> Figure:
    """Return the base of a heading, marked where it is small."""
    if axis.hidden:
        return Figure(axis.hidden, axis.hidden)
    small = f" {SMALL_SIGN}" if 0 < axis.base < SMALL_BASE else ""
    return Figure(axis.base, f"{number(axis.base)}{small}")


def share_of(cell: Cell, behind: Behind | None = None) -> Figure:
    """Return a percentage, shaded by its size; nothing where there is none."""
    if cell.percent is None:
        return NONE
    return Figure(cell.percent, percent(cell), behind, cell.percent)


def interval_of(cell: Cell) -> Figure:
    """Return the interval of a percentage in words: "52 to 81%"; nothing where there is none."""
    if cell.low is None or cell.high is None:
        return NONE
    return said(f"{int(cell.low + 0.5)} to {int(cell.high + 0.5)}%")


def ratio(value: float | None, behind: Behind | None = None) -> Figure:
    """Return a number to two places; nothing where there is none."""
    if value is None:
        return NONE
    return Figure(round(value, 4), f"{value:.2f}", behind)
