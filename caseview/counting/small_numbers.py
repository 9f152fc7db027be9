"""Tables fit to leave the desk: small counts hidden, and what would give them away."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from caseview.counting.hiding import Hiding, Relation
from caseview.counting.scales import GROUPS, THEMES
from caseview.domain.crosstab import Axis, Cell, CrossTab

MORE = "hidden"
THRESHOLDS = (3, 5, 10)
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class SmallNumbers:
    """Counts under `under` are hidden (0: none is), those of none as well with `zeros`."""

    under: int = 0
    zeros: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError for a threshold that would leave only one count to guess."""
        if self.under and self.under < THRESHOLDS[0]:
            raise ValueError(f"a threshold of {self.under} hides nothing")


SHOW_ALL = SmallNumbers()


@dataclass(frozen=True, slots=True)
class Protected:
    """Tables with their small numbers hidden, and how many counts are.

    `small` counts the numbers under the threshold, `more` those hidden so that totals do not give
    the others away.
    """

    tables: tuple[CrossTab, ...]
    small: int
    more: int


@dataclass(frozen=True, slots=True)
class Known:
    """What else a reader knows of the numbers of some tables.

    `parts` names the rows that a row is made of: its units stand in one of them at least. `least`
    is the smallest that a number can be, by row and column id (None for the row's total), such as
    how many reviews are quoted beside it.
    """

    parts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    least: Mapping[tuple[str, str | None], int] = field(default_factory=dict)


def protect(
    tables: Sequence[CrossTab], rule: SmallNumbers, known: Known | None = None
) -> Protected:
    """Return the tables of one export so that no number under the threshold can be worked out.

    A number that stands in several of the tables is hidden in all of them or in none. `known` is
    what a reader knows beside the numbers.
    """
    if not rule.under:
        return Protected(tuple(tables), 0, 0)
    numbers: dict[object, int] = {}
    relations: list[Relation] = []
    for table in tables:
        numbers |= _numbers(table)
        relations += _relations(table)
        relations += _beside(table, known or Known())
    hiding = Hiding(numbers, relations, rule.under, rule.zeros)
    signs: dict[object, str] = dict.fromkeys(hiding.small, f"<{rule.under}")
    signs |= dict.fromkeys(hiding.more, MORE)
    hidden = tuple(_hidden(table, signs, rule) for table in tables)
    return Protected(hidden, len(hiding.small), len(hiding.more))


_BASE, _ANY = "the base", "any row"


def _key(table: CrossTab, row: str, column: str | None) -> Key:
    """Return the name of a number: the same for the same number in several tables."""
    spec = table.spec
    over = (spec.unit, spec.counts, spec.level, spec.where)
    read = (spec.reads_as, spec.restated)
    if _folds(table) and not (column is None and row in {_BASE, _ANY}):
        return (*over, read, spec.rows, *_folded(row, column))
    if row == _BASE:
        return (*over, _BASE, spec.columns, column)
    return (*over, read, spec.rows, row, spec.columns if column else None, column)


def _folds(table: CrossTab) -> bool:
    """Return whether a table says each number twice: of two themes, and the other way round."""
    spec = table.spec
    return spec.rows == spec.columns and spec.rows in {THEMES, GROUPS}


def _folded(row: str, column: str | None) -> tuple[str, str]:
    """Return one name for a pair, whichever comes first; totals and bases are the theme's own."""
    one = column if row in {_BASE, _ANY} and column is not None else row
    first, last = sorted((one, column or one))
    return first, last


def _lines(table: CrossTab) -> Iterator[tuple[str, Sequence[int], int]]:
    """Yield each line of a table: its name, its numbers by column, and its total."""
    for axis, cells, total in zip(table.rows, table.cells, table.totals, strict=True):
        yield axis.id, [cell.n for cell in cells], total.n
    if table.column_totals:
        yield _ANY, [cell.n for cell in table.column_totals], table.total.n
    yield _BASE, [axis.base for axis in table.columns], table.base


def _numbers(table: CrossTab) -> dict[object, int]:
    found: dict[object, int] = {}
    for name, numbers, total in _lines(table):
        found[_key(table, name, None)] = total
        for axis, number in zip(table.columns, numbers, strict=True):
            found[_key(table, name, axis.id)] = number
    return found


def _relations(table: CrossTab) -> Iterator[Relation]:
    """Yield what everybody knows of a table's numbers.

    Where a unit stands in one column only, a line adds up to its total; else the total lies
    between the largest number and the sum. The same holds of the rows under “any row”. No number
    is larger than its base.
    """
    lines = {name: (numbers, total) for name, numbers, total in _lines(table)}
    columns = [axis.id for axis in table.columns]
    parted = sum(lines[_BASE][0]) == lines[_BASE][1]
    for name, (numbers, total) in lines.items():
        keys = [_key(table, name, column) for column in columns]
        yield from _adding_up(_key(table, name, None), keys, exact=parted and sum(numbers) == total)
    rows = [axis.id for axis in table.rows]
    for place, column in enumerate((*columns, None)):
        if table.column_totals:
            every = [lines[name][0][place] if column else lines[name][1] for name in (*rows, _ANY)]
            keys = [_key(table, name, column) for name in rows]
            whole = sum(every[:-1]) == every[-1]
            yield from _adding_up(_key(table, _ANY, column), keys, exact=whole)
        base = _key(table, _BASE, column)
        for name in (*rows, *([_ANY] if table.column_totals else ())):
            if (key := _key(table, name, column)) != base:
                yield Relation((base,), (key,), 0, None)


def _beside(table: CrossTab, known: Known) -> Iterator[Relation]:
    """Yield what is known of a table's numbers beside what it says itself."""
    lines = {name: (*numbers, total) for name, numbers, total in _lines(table)}
    for place, column in enumerate((*(axis.id for axis in table.columns), None)):
        for whole, parts in known.parts.items():
            if whole in lines and all(part in lines for part in parts):
                exact = sum(lines[part][place] for part in parts) == lines[whole][place]
                keys = [_key(table, part, column) for part in parts]
                yield from _adding_up(_key(table, whole, column), keys, exact=exact)
        for name in lines:
            if least := min(known.least.get((name, column), 0), lines[name][place]):
                yield Relation((_key(table, name, column),), (), least, None)


def _adding_up(total: Key, parts: Sequence[Key], *, exact: bool) -> Iterator[Relation]:
    others = [part for part in parts if part != total]
    if len(others) < len(parts):  # the total is one of the parts, so the others say nothing of it
        if exact:
            yield Relation(tuple(others), (), 0, 0)
    elif parts:
        yield Relation(tuple(parts), (total,), 0, 0 if exact else None)
    for part in others:
        yield Relation((total,), (part,), 0, None)


def _hidden(table: CrossTab, signs: dict[object, str], rule: SmallNumbers) -> CrossTab:
    def sign(row: str, column: str | None) -> str:
        return signs.get(_key(table, row, column), "")

    def shown(cell: Cell, row: str, column: str | None) -> Cell:
        if held := sign(row, column):
            return Cell(0, hidden=held)
        # A percentage of a hidden base would tell the base.
        return Cell(cell.n) if sign(_BASE, column) else cell

    def heading(axis: Axis) -> Axis:
        held = sign(_BASE, axis.id)
        return replace(axis, base=0, hidden=held) if held else axis

    ids = [axis.id for axis in table.columns]
    held = sign(_BASE, None)
    return replace(
        table,
        rows=tuple(replace(axis, base=0) for axis in table.rows),
        columns=tuple(map(heading, table.columns)),
        cells=tuple(
            tuple(shown(cell, axis.id, column) for cell, column in zip(cells, ids, strict=True))
            for axis, cells in zip(table.rows, table.cells, strict=True)
        ),
        totals=tuple(
            shown(cell, axis.id, None) for axis, cell in zip(table.rows, table.totals, strict=True)
        ),
        column_totals=tuple(
            shown(cell, _ANY, column)
            for cell, column in zip(
                table.column_totals, ids if table.column_totals else (), strict=True
            )
        ),
        total=shown(table.total, _ANY, None),
        base=0 if held else table.base,
        base_hidden=held,
        small_numbers=rule.under,
        zeros_hidden=rule.zeros,
    )
