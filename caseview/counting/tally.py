"""The tally: every unit in its cells, so that a number and its evidence are one and the same."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter

from caseview.counting.cells import Cells, Crossed, Paired, Units
from caseview.counting.interval import cell
from caseview.counting.placing import Placing
from caseview.counting.population import Population, undecided
from caseview.counting.scales import GROUPS, THEMES, Scale
from caseview.counting.sections import section_id
from caseview.counting.together import apart
from caseview.domain.crosstab import (
    Alike,
    Axis,
    Cell,
    CellAddress,
    CrossTab,
    CrossTabSpec,
    Mention,
    Unit,
)

_UNIT: Mapping[Unit, Callable[[Mention], int]] = {
    Unit.REVIEWS: attrgetter("review_id"),
    Unit.DOCUMENTS: attrgetter("document_id"),
    Unit.SECTIONS: lambda mention: section_id(mention.document_id, mention.role),
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
    mentions: tuple[Alike, ...]
    rows: Scale
    columns: Scale

    def table(self, counted_at: str = "") -> CrossTab:
        """Return the counted table; `counted_at` is ISO 8601 in UTC."""
        rows = self._with_bases(self.rows, self.row_headings)
        columns = self._with_bases(self.columns, self.column_headings)
        base, documents = self._placing.units_in_all, self.population.documents
        waiting = undecided(self.mentions, self.spec, documents)
        return CrossTab(
            spec=self.spec,
            rows=rows,
            columns=columns,
            cells=tuple(
                tuple(self._cell(row.id, column.id, column.base) for column in columns)
                for row in rows
            ),
            totals=tuple(self._cell(row.id, None, base) for row in rows),
            base=base,
            left_out=replace(self.population.left_out, undecided=waiting),
            counted_at=counted_at,
            column_totals=tuple(self._cell(None, column.id, column.base) for column in columns),
            total=self._cell(None, None, base),
            by_page=self._placing.by_page,
        )

    @cached_property
    def row_headings(self) -> tuple[Axis, ...]:
        """The rows of the table, without their bases."""
        return self.rows.headings(self._placing.found(self.rows))

    @cached_property
    def column_headings(self) -> tuple[Axis, ...]:
        """The columns of the table, without their bases."""
        return self.columns.headings(self._placing.found(self.columns))

    def units(self, address: CellAddress) -> Units:
        """Return the ids of the units that the number at `address` counts."""
        return self._cells.units(address.row, address.column)

    def evidence(self, address: CellAddress) -> tuple[Mention, ...]:
        """Return the counted mentions behind the number at `address`: tags first, then by id.

        Unless both scales are attributes, the units of the mentions are exactly `units(address)`.
        """
        units, unit = self.units(address), _UNIT.get(self.spec.unit, self._passage)
        review_of = self._placing.review_of
        found = (one for group in self._standing(address) for one in apart(group, review_of))
        standing = (one for one in found if unit(one) in units and self._stands(one, address))
        return tuple(sorted(standing, key=lambda one: (one.suggested, one.id)))

    def _passage(self, mention: Mention) -> int:
        return self._placing.unit_of_passage(mention.passage_id)

    def _standing(self, address: CellAddress) -> Iterator[Alike]:
        """Yield the groups that may stand at `address`, going by what their mentions share."""
        wanted = [
            (scale, heading)
            for scale, heading in ((self.rows, address.row), (self.columns, address.column))
            if scale.of is not None and not self._together
        ]
        for group in self._placing.counted:
            if all(_under(scale.of(group), heading) for scale, heading in wanted if scale.of):
                yield group

    def _stands(self, mention: Mention, address: CellAddress) -> bool:
        row = _under(_headings(self.rows, mention), address.row)
        column = _under(_headings(self.columns, mention), address.column)
        if self._together:
            everything = address.row is None and address.column is None
            of_row, of_column = address.row is not None, address.column is not None
            return everything or (row and of_row) or (column and of_column)
        return row and column

    @cached_property
    def _together(self) -> bool:
        return self.rows.name in _TOGETHER and self.columns.name in _TOGETHER

    @cached_property
    def _placing(self) -> Placing:
        return Placing(self.spec, self.population, self.mentions)

    @cached_property
    def _cells(self) -> Cells:
        placing, scales = self._placing, (self.rows, self.columns)
        single = [scale for scale in scales if scale.of is not None]
        # Two headings of one mention; or the forms of a review's documents, which it has several
        # of: that both stand in the unit does not say that one mention has both.
        apart_in_it = not self._together and (len(single) > 1 or placing.mixed(scales))
        if single and apart_in_it:
            return Paired(placing.pairs(*scales))
        return Crossed(placing.sets(self.rows), placing.sets(self.columns))

    def _with_bases(self, scale: Scale, headings: Iterable[Axis]) -> tuple[Axis, ...]:
        bases: Mapping[str, int] | None = None
        if self._together or scale.of is None:
            bases = self._placing.sizes(scale)
        every = self._placing.units_in_all
        return tuple(
            replace(axis, base=every if bases is None else bases.get(axis.id, 0))
            for axis in headings
        )

    def _cell(self, row: str | None, column: str | None, base: int) -> Cell:
        return cell(self._cells.number(row, column), base, interval=self.spec.unit.apart)


def _headings(scale: Scale, mention: Mention) -> tuple[str, ...]:
    if scale.of is not None:
        return scale.of(mention)
    return scale.by_document[mention.document_id]


def _under(headings: tuple[str, ...], wanted: str | None) -> bool:
    return bool(headings) if wanted is None else wanted in headings
