"""Tables whose columns are told by alignment alone, on a page or on the picture of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean

from caseview.readers.aligned_columns import Block, block_at, stands_in
from caseview.readers.aligned_lines import PrintedLine, heads_table, printed_lines
from caseview.readers.aligned_rows import Grid, grid_of, row_starts
from caseview.readers.numbering import lone_number
from caseview.readers.strips import Rules, Strip
from caseview.readers.tidy_grid import GridCell, GridRow, in_column

_SIDE_BY_SIDE, _SEVERAL = 2, 3
_FILLED = 0.6
_FLUSH = 3.0
_IN_LINE = 0.8
_PROSE_WIDTH = 110.0
_PROSE_LINES = 8
_LONGEST_ROW = 15
_MOST_REFUSED = 20
_LINES_ACROSS = 3
_MOST_RUN_ON = 0.15
_MAY_RUN_ON = 0.3


@dataclass(slots=True)
class AlignedTables:
    """Finds the tables of one page after another; a table may go on over pages.

    `known` says where the columns of the last table begin.
    """

    known: tuple[float, ...] = ()

    def part(self, strips: Sequence[Strip], rules: Rules) -> tuple[list[Strip], list[GridRow]]:
        """Return the strips of a page outside such tables, and the rows of the tables.

        What stands in ruled columns is left alone. `first` of a row is how many of the strips
        that are left were written before it.
        """
        outside = [(n, strip) for n, strip in enumerate(strips) if not in_column(strip, rules)]
        lines = printed_lines(outside)
        taken: dict[int, int] = {}
        tables: list[tuple[Grid, list[int]]] = []
        at = free = refused = 0
        while at < len(lines):
            headless = refused < _MOST_REFUSED
            block = block_at(lines, at, self.known, free=free, headless=headless)
            found = self._table(block, lines, rules) if block else None
            if block is None or found is None:
                refused += block is not None
                at += 1
                continue
            at = free = block.first + len(block.lines)
            for line in block.lines:
                taken.update(dict.fromkeys(line.origins, len(tables)))
            tables.append(found)
        rest = [strip for n, strip in enumerate(strips) if n not in taken]
        return rest, [row for n, one in enumerate(tables) for row in _rows(*one, _first(taken, n))]

    def _table(
        self, block: Block, lines: Sequence[PrintedLine], rules: Rules
    ) -> tuple[Grid, list[int]] | None:
        """Return a block as columns and the lines its rows begin at, None for no table.

        Words across the whole table may part its head from the rows that stand in its columns.
        """
        grid = grid_of(block, self.known)
        starts = row_starts(grid, rules)
        end = block.first + len(block.lines)
        below = any(stands_in(line, grid.lefts) for line in lines[end : end + _LINES_ACROSS])
        if not (_is_table(grid, starts, self.known) or (below and _is_head(grid, starts))):
            return None
        self.known = grid.lefts
        return grid, starts


def _first(taken: dict[int, int], table: int) -> int:
    """Return how many strips outside tables were written before a table."""
    first = min(n for n, held in taken.items() if held == table)
    return first - sum(1 for n in taken if n < first)


def _rows(grid: Grid, starts: Sequence[int], first: int) -> list[GridRow]:
    rows = []
    for start, end in pairwise([*starts, len(grid.lines)]):
        cells = [
            GridCell(
                grid.lefts[column],
                grid.rights[column],
                [span for n in range(start, end) for span in grid.cells[n][column]],
            )
            for column in range(len(grid.lefts))
        ]
        rows.append(GridRow(first, cells))
    return rows


def _is_table(grid: Grid, starts: Sequence[int], known: Sequence[float]) -> bool:
    """Return whether a block is a table: it has a head, goes on another, or is plainly one."""
    rows = [_texts(grid, start, end) for start, end in pairwise([*starts, len(grid.lines)])]
    columns = len(grid.lefts)
    if columns < _SIDE_BY_SIDE or _is_contents(rows):
        return False
    goes_on = any(stands_in(line, known) for line in grid.lines)
    headed = heads_table([text for text in rows[0] if text])
    most = _MOST_RUN_ON if columns < _SEVERAL else _MAY_RUN_ON
    # The first row below a head that comes again may be the rest of one overleaf.
    if _runs_on(rows[1 + (goes_on and headed) :]) > most:
        return False
    if headed:
        return (goes_on and len(rows) > 1) or _is_rowed(grid, starts, 1)
    if goes_on:
        return columns == len(known) and _is_rowed(grid, starts, 0)
    return columns >= _SEVERAL and _is_plain(grid, starts, rows)


def _texts(grid: Grid, start: int, end: int) -> list[str]:
    """Return the words of each column between two lines."""
    return [
        " ".join(span.text for n in range(start, end) for span in grid.cells[n][column])
        for column in range(len(grid.lefts))
    ]


def _is_contents(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the last column counts pages."""
    ends = [row[-1] for row in rows if row[-1]]
    pages = [int(end) for end in ends if end.isdigit()]
    return len(pages) >= max(_SIDE_BY_SIDE, _FILLED * len(ends)) and pages == sorted(pages)


def _is_head(grid: Grid, starts: Sequence[int]) -> bool:
    """Return whether a block is one row that names columns."""
    words = [text for text in _texts(grid, 0, len(grid.lines)) if text]
    return len(starts) == 1 and len(words) >= _SEVERAL and heads_table(words)


def _runs_on(rows: Sequence[Sequence[str]]) -> float:
    """Return the share of cells that open in the middle of a sentence, as lines of prose do."""
    texts = [text for row in rows for text in row if text]
    return mean(text[0].islower() for text in texts) if texts else 0.0


def _is_rowed(grid: Grid, starts: Sequence[int], head: int) -> bool:
    """Return whether rows stand below the first `head` whose columns begin side by side."""
    below = starts[head:]
    if not below or len(grid.lines) > _LONGEST_ROW * len(below):
        return False
    begun = [sum(1 for cell in grid.cells[n] if cell) for n in below]
    return sum(1 for count in begun if count > 1) >= _FILLED * len(below)


def _is_plain(grid: Grid, starts: Sequence[int], rows: Sequence[Sequence[str]]) -> bool:
    """Return whether a block without a head is a table all the same.

    Its rows are several and fill most columns from their first line on, its columns are flush,
    and no two of them are running text.
    """
    columns = len(grid.lefts)
    begun = [sum(1 for cell in grid.cells[n] if cell) / columns for n in starts]
    if len(rows) < _SEVERAL or mean(begun) < _FILLED:
        return False
    numbers = sum(1 for n in range(columns) if all(lone_number(row[n]) for row in rows if row[n]))
    prose = sum(1 for n in range(columns) if _is_prose(grid, n))
    return max(numbers, prose) < _SIDE_BY_SIDE and all(_is_flush(grid, n) for n in range(columns))


def _is_prose(grid: Grid, column: int) -> bool:
    filled = sum(1 for cells in grid.cells if cells[column])
    wide = grid.rights[column] - grid.lefts[column] > _PROSE_WIDTH
    return wide and filled >= _PROSE_LINES and filled > _IN_LINE * len(grid.lines)


def _is_flush(grid: Grid, column: int) -> bool:
    """Return whether most words of a column begin, end or stand in the middle at one place."""
    spans = [cells[column] for cells in grid.cells if cells[column]]
    places = (
        [cell[0].left for cell in spans],
        [cell[-1].right for cell in spans],
        [(cell[0].left + cell[-1].right) / 2 for cell in spans],
    )
    return any(
        max(sum(abs(a - b) <= _FLUSH for b in ones) for a in ones) >= _IN_LINE * len(ones)
        for ones in places
    )
