"""The tally: every unit in its cells, so that a number and its evidence are one and the same."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from operator import attrgetter

from caseview.counting.interval import cell
from caseview.counting.population import Population, counting, undecided
from caseview.counting.scales import GROUPS, THEMES, Scale
from caseview.domain.crosstab import Axis, Cell, CellAddress, CrossTab, CrossTabSpec, Mention, Unit

Units = frozenset[int]
Headings = tuple[str, ...]
Place = tuple[str | None, str | None]
_UNIT: Mapping[Unit, Callable[[Mention], int]] = {
    Unit.REVIEWS: attrgetter("review_id"),
    Unit.DOCUMENTS: attrgetter("document_id"),
    Unit.PASSAGES: attrgetter("passage_id"),
}
_TOGETHER = {THEMES, GROUPS}


@dataclass(frozen=True)
class Tally:
    """Counts mentions along two scales.

    There are three sorts of table. Where at least one scale belongs to the mention (themes, reads
    as, role, coder), a unit stands in a cell when one and the same mention does. Where both are
    themes or groups, a unit stands in the cell of two themes that appear together in it. Where
    both are attributes, a unit stands in its cells whether or not anything in it was tagged: the
    table of the sample. Numbers and evidence come from the same places.
    """

    spec: CrossTabSpec
    population: Population
    mentions: tuple[Mention, ...]
    rows: Scale
    columns: Scale

    def table(self, counted_at: str = "") -> CrossTab:
        """Return the counted table; `counted_at` is ISO 8601 in UTC."""
        rows = tuple(
            replace(axis, base=len(self._could_row(axis.id))) for axis in self.row_headings
        )
        columns = tuple(
            replace(axis, base=len(self._could_column(axis.id))) for axis in self.column_headings
        )
        base = len(self.base)
        left_out = replace(
            self.population.left_out, undecided=undecided(self._in_documents, self.spec)
        )
        return CrossTab(
            spec=self.spec,
            rows=rows,
            columns=columns,
            cells=tuple(tuple(self._cell(row, column) for column in columns) for row in rows),
            totals=tuple(self._sum(CellAddress(row.id, None), base) for row in rows),
            base=base,
            left_out=left_out,
            counted_at=counted_at,
            column_totals=tuple(
                self._sum(CellAddress(None, column.id), column.base) for column in columns
            ),
            total=self._sum(CellAddress(None, None), base),
        )

    @cached_property
    def row_headings(self) -> tuple[Axis, ...]:
        """The rows of the table, without their bases."""
        return self.rows.headings(self._found(self.rows))

    @cached_property
    def column_headings(self) -> tuple[Axis, ...]:
        """The columns of the table, without their bases."""
        return self.columns.headings(self._found(self.columns))

    def units(self, address: CellAddress) -> Units:
        """Return the ids of the units that the number at `address` counts."""
        return self._cells.get((address.row, address.column), frozenset())

    def evidence(self, address: CellAddress) -> tuple[Mention, ...]:
        """Return the counted mentions behind the number at `address`, in their given order.

        Unless both scales are attributes, the units of the mentions are exactly `units(address)`.
        """
        units = self.units(address)
        unit = _UNIT[self.spec.unit]
        return tuple(m for m in self._counted if unit(m) in units and self._stands(m, address))

    @cached_property
    def base(self) -> Units:
        """The ids of all units that could count; for passages, those with any counted mention."""
        if self.spec.unit is Unit.REVIEWS:
            return frozenset(review.id for review in self.population.reviews)
        if self.spec.unit is Unit.DOCUMENTS:
            return frozenset(self.population.documents)
        return frozenset(mention.passage_id for mention in self._counted)

    def _stands(self, mention: Mention, address: CellAddress) -> bool:
        rows, columns = self.rows.of(mention), self.columns.of(mention)
        row = address.row in rows if address.row is not None else bool(rows)
        column = address.column in columns if address.column is not None else bool(columns)
        if self._together:
            return (
                (row and address.row is not None)
                or (column and address.column is not None)
                or (address.row is None and address.column is None)
            )
        return row and column

    @cached_property
    def _together(self) -> bool:
        return self.rows.name in _TOGETHER and self.columns.name in _TOGETHER

    @cached_property
    def _in_documents(self) -> tuple[Mention, ...]:
        documents = self.population.documents
        return tuple(mention for mention in self.mentions if mention.document_id in documents)

    @cached_property
    def _counted(self) -> tuple[Mention, ...]:
        return tuple(filter(counting(self.spec), self._in_documents))

    @cached_property
    def _cells(self) -> Mapping[Place, Units]:
        rows, columns = self._could
        if self._together or (rows and columns):
            return _crossed(rows, columns)
        unit = _UNIT[self.spec.unit]
        found: dict[tuple[Headings, Headings], set[int]] = {}
        for mention in self._counted:
            place = self.rows.of(mention), self.columns.of(mention)
            found.setdefault(place, set()).add(unit(mention))
        cells: dict[Place, set[int]] = {}
        for (of_rows, of_columns), units in found.items():
            if of_rows and of_columns:
                for cell_place in product((None, *of_rows), (None, *of_columns)):
                    cells.setdefault(cell_place, set()).update(units)
        return {place: frozenset(units) for place, units in cells.items()}

    @cached_property
    def _row_values(self) -> Mapping[int, frozenset[str]]:
        return self._values(self.rows)

    @cached_property
    def _column_values(self) -> Mapping[int, frozenset[str]]:
        return self._values(self.columns)

    def _values(self, scale: Scale) -> Mapping[int, frozenset[str]]:
        """Return the headings of each unit as a whole; empty where the mention decides."""
        values: dict[int, set[str]] = {}
        if self._together or (scale.by_document is not None and self.spec.unit is Unit.PASSAGES):
            unit_of = _UNIT[self.spec.unit]
            for mention in self._counted:
                values.setdefault(unit_of(mention), set()).update(scale.of(mention))
        elif scale.by_document is not None:
            by_review = self.spec.unit is Unit.REVIEWS
            for document in self.population.documents.values():
                unit = document.review_id if by_review else document.id
                values.setdefault(unit, set()).update(scale.by_document[document.id])
        return {unit: frozenset(found) for unit, found in values.items()}

    def _found(self, scale: Scale) -> set[str]:
        values = self._row_values if scale is self.rows else self._column_values
        if values:
            return set().union(*values.values())
        return {heading for mention in self._counted for heading in scale.of(mention)}

    @cached_property
    def _could(self) -> tuple[Mapping[str, Units], Mapping[str, Units]]:
        return _turned(self._row_values), _turned(self._column_values)

    def _could_row(self, heading: str) -> Units:
        return self._could[0].get(heading, frozenset() if self._row_values else self.base)

    def _could_column(self, heading: str) -> Units:
        return self._could[1].get(heading, frozenset() if self._column_values else self.base)

    def _cell(self, row: Axis, column: Axis) -> Cell:
        return self._sum(CellAddress(row.id, column.id), column.base)

    def _sum(self, address: CellAddress, base: int) -> Cell:
        interval = self.spec.unit is not Unit.PASSAGES
        return cell(len(self.units(address)), base, interval=interval)


def _crossed(rows: Mapping[str, Units], columns: Mapping[str, Units]) -> Mapping[Place, Units]:
    """Return the units of every cell and total where a unit stands in its rows and columns."""
    return {
        (row, column): in_row & in_column
        for row, in_row in _with_any(rows)
        for column, in_column in _with_any(columns)
    }


def _with_any(headings: Mapping[str, Units]) -> list[tuple[str | None, Units]]:
    return [(None, frozenset[int]().union(*headings.values())), *headings.items()]


def _turned(values: Mapping[int, frozenset[str]]) -> Mapping[str, Units]:
    turned: dict[str, set[int]] = {}
    for unit, headings in values.items():
        for heading in headings:
            turned.setdefault(heading, set()).add(unit)
    return {heading: frozenset(units) for heading, units in turned.items()}
