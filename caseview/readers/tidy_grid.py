"""Tables by their ruled lines: which strips stand in which cell of which row."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from caseview.readers.numbering import lone_number
from caseview.readers.strips import TAB, Rules, Strip, extent
from caseview.readers.tidy_order import Place

_NEAR = 2.5
_SEVERAL = 2


@dataclass(slots=True)
class GridCell:
    """One ruled cell: its left and right rule in points, and the strips in it."""

    left: float
    right: float
    strips: list[Strip] = field(default_factory=list)


@dataclass(slots=True)
class GridRow:
    """One ruled row: its cells from left to right; `first` is the index of its first strip."""

    first: int
    cells: list[GridCell] = field(default_factory=list)

    @property
    def place(self) -> Place:
        """Where its words stand."""
        return extent([strip for cell in self.cells for strip in cell.strips])


Key = tuple[float, float, float, float]


def grid(strips: Sequence[Strip], rules: Rules) -> tuple[list[tuple[int, Strip]], list[GridRow]]:
    """Return the strips outside ruled tables (with their index), and the rows of the tables.

    A cell is what rules enclose above, below and on at least one side. Rows are told by the rule
    above them, so that a cell that spans rows counts to the first.
    """
    if not rules.across or not rules.down:
        return list(enumerate(strips)), []
    loose: list[tuple[int, Strip]] = []
    rows: dict[tuple[float, float], GridRow] = {}
    cells: dict[Key, GridCell] = {}
    for index, strip in enumerate(_cut_at_rules(strips, rules)):
        key = _cell(strip, rules)
        if key is None:
            loose.append((index, strip))
            continue
        if key not in cells:
            cells[key] = GridCell(key[0], key[2])
            table = _table(key, rules)
            rows.setdefault((table, key[1]), GridRow(index)).cells.append(cells[key])
        cells[key].strips.append(strip)
    for row in rows.values():
        row.cells.sort(key=lambda cell: cell.left)
    tables: dict[float, list[GridRow]] = {}
    for (table, _), row in rows.items():
        tables.setdefault(table, []).extend(_cut_at_numbers(_evened(row)))
    return loose, [row for table in tables.values() for row in _with_room(table)]


def _with_room(rows: Sequence[GridRow]) -> list[GridRow]:
    """Return the rows of a table with an empty cell in each column that a row leaves empty.

    A column is where cells of other rows begin; one that a wider cell lies over is not empty.
    """
    several = [row for row in rows if len(row.cells) > 1]
    lefts = sorted({cell.left for row in several for cell in row.cells})
    for row in several:
        end = row.cells[-1].left
        for left in lefts:
            free = not any(c.left - _NEAR <= left < c.right - _NEAR for c in row.cells)
            if free and left < end:
                row.cells.append(GridCell(left, left))
        row.cells.sort(key=lambda cell: cell.left)
    return list(rows)


def in_column(strip: Strip, rules: Rules) -> bool:
    """Return whether a strip stands in ruled cells of which several are side by side."""
    if not rules.across or not rules.down:
        return False
    key = _cell(strip, rules)
    if key is None:
        return False
    left, top, right, _ = key
    if any(
        strip.left < at < strip.right and above <= strip.middle <= below
        for at, above, below in rules.down
    ):
        return True
    table = [end - start for at, start, end in rules.across if at == top and start <= right]
    return right - left < max(table, default=0.0) - _NEAR


def _evened(row: GridRow) -> GridRow:
    """Return a row whose cells lie over one another, for want of a rule, as numbers and the rest.

    Its strips are taken from the top down.
    """
    overlap = any(a.right > b.left + _NEAR for a, b in pairwise(row.cells))
    if not overlap:
        return row
    strips = sorted((s for cell in row.cells for s in cell.strips), key=lambda strip: strip.top)
    left = min(strip.left for strip in strips)
    numbers = [s for s in strips if lone_number(s.text) and s.left < left + s.size]
    rest = [strip for strip in strips if not any(strip is number for number in numbers)]
    edges = (row.cells[0].left, max(cell.right for cell in row.cells))
    middle = max((number.right for number in numbers), default=edges[0])
    cells = [GridCell(edges[0], middle, numbers), GridCell(middle, edges[1], rest)]
    return GridRow(row.first, [cell for cell in cells if cell.strips])


def _cut_at_numbers(row: GridRow) -> list[GridRow]:
    """Return a row that holds several numbered boxes, whose level rules went unseen, as those.

    Scanned forms have broken rules. Each number alone in the first cell begins a box.
    """
    tops = [s.top for s in row.cells[0].strips if lone_number(s.text)]
    if len(row.cells) == 1 or len(tops) < _SEVERAL or len(tops) < len(row.cells[0].strips):
        return [row]
    limits = [0.0, *(top - _NEAR for top in tops), float("inf")]
    parts = []
    for above, below in pairwise(limits):
        cells = [_between(cell, above, below) for cell in row.cells]
        parts.append(GridRow(row.first, [cell for cell in cells if cell.strips]))
    return [part for part in parts if part.cells]


def _between(cell: GridCell, above: float, below: float) -> GridCell:
    return GridCell(cell.left, cell.right, [s for s in cell.strips if above <= s.top < below])


def _cut_at_rules(strips: Sequence[Strip], rules: Rules) -> list[Strip]:
    """Return the strips, cut where an upright rule runs through one of their gaps."""
    cut: list[Strip] = []
    for strip in strips:
        start = 0
        for place, character in enumerate(strip.text):
            if character in {TAB, " "} and _rule_between(strip, place, rules):
                cut.append(strip.part(start, place))
                start = place + 1
        cut.append(strip.part(start))
    return [strip for strip in cut if strip.text]


def _rule_between(strip: Strip, place: int, rules: Rules) -> bool:
    left, right = strip.lefts[place], strip.lefts[place + 1]
    first = bisect_left(rules.down, (left - 1.0, 0.0, 0.0))
    for x, top, bottom in rules.down[first:]:
        if x > right + 1.0:
            return False
        if top - _NEAR <= strip.middle <= bottom + _NEAR:
            return True
    return False


def _cell(strip: Strip, rules: Rules) -> Key | None:
    """Return left, top, right and bottom rule around a strip, None outside any table."""
    x, y = (strip.left + strip.right) / 2, strip.middle
    sides = [at for at, top, bottom in rules.down if top - _NEAR <= y <= bottom + _NEAR]
    level = [at for at, left, right in rules.across if left - _NEAR <= x <= right + _NEAR]
    left = max((at for at in sides if at <= strip.left + _NEAR), default=0.0)
    right = min((at for at in sides if at >= strip.right - _NEAR), default=0.0)
    top = max((at for at in level if at <= y), default=0.0)
    bottom = min((at for at in level if at >= y), default=0.0)
    if not top or not bottom or not (left or right):
        return None
    return left, top, right or extent([strip])[2], bottom


def _table(key: Key, rules: Rules) -> float:
    """Return where the table that holds a cell begins: the left end of the rule above the cell."""
    _, top, right, _ = key
    ends = [left for at, left, end in rules.across if at == top and left <= right <= end + _NEAR]
    return min(ends, default=0.0)
