"""What the percentages of a cross-tab are of: the column, the row, or nothing."""

from dataclasses import replace
from enum import StrEnum

from caseview.domain.crosstab import Cell


class Share(StrEnum):
    """What a percentage is of."""

    COLUMN = "column"
    ROW = "row"
    NONE = "none"

    @property
    def words(self) -> str:
        """The words of the choice."""
        return "none" if self is Share.NONE else f"of {self.value}"


def shared(cell: Cell, share: Share, row_total: Cell, *, is_total: bool = False) -> Cell:
    """Return a cell with its percentage as a share of its column's base or of its row's total.

    A row's own total has no share of itself.
    """
    if share is Share.COLUMN:
        return cell
    if share is Share.NONE or is_total or not row_total.n:
        return replace(cell, percent=None, low=None, high=None)
    return replace(cell, percent=100 * cell.n / row_total.n, low=None, high=None)
