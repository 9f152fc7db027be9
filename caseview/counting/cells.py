"""The units in each cell of a table, however they got there."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from caseview.counting.bits import Bits, members, union

Units = frozenset[int]


class Cells(Protocol):
    """Which units stand at each place; a heading that is None stands for all of its axis."""

    def number(self, row: str | None, column: str | None) -> int:
        """Return how many units stand there."""
        ...

    def units(self, row: str | None, column: str | None) -> Units:
        """Return the ids of the units that stand there."""
        ...


@dataclass(frozen=True)
class Crossed:
    """A unit stands in every cell of its rows and its columns."""

    rows: Mapping[str, Bits]
    columns: Mapping[str, Bits]

    def number(self, row: str | None, column: str | None) -> int:
        """Return how many units stand there."""
        return self._held(row, column).bit_count()

    def units(self, row: str | None, column: str | None) -> Units:
        """Return the ids of the units that stand there."""
        return members(self._held(row, column))

    def _held(self, row: str | None, column: str | None) -> Bits:
        in_rows = self._any[0] if row is None else self.rows.get(row, 0)
        return in_rows & (self._any[1] if column is None else self.columns.get(column, 0))

    @cached_property
    def _any(self) -> tuple[Bits, Bits]:
        return union(self.rows.values()), union(self.columns.values())


@dataclass(frozen=True)
class Paired:
    """A unit stands in the cells that were given for it, and in their totals."""

    cells: Mapping[tuple[str, str], set[int]]

    def number(self, row: str | None, column: str | None) -> int:
        """Return how many units stand there."""
        return len(self._held.get((row, column), ()))

    def units(self, row: str | None, column: str | None) -> Units:
        """Return the ids of the units that stand there."""
        return frozenset(self._held.get((row, column), ()))

    @cached_property
    def _held(self) -> Mapping[tuple[str | None, str | None], set[int]]:
        held: dict[tuple[str | None, str | None], set[int]] = {}
        for (row, column), units in self.cells.items():
            held[row, column] = units
            for total in ((row, None), (None, column), (None, None)):
                held.setdefault(total, set()).update(units)
        return held
