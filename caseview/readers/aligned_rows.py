"""Where the rows of a table without upright rules begin: by gaps, numbers, and sentences."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from caseview.readers.aligned_columns import Block, stands_in
from caseview.readers.aligned_lines import PrintedLine, heads_table, is_head_word
from caseview.readers.joins import hangs, is_closed
from caseview.readers.numbering import lone_number
from caseview.readers.strips import Rules, Strip

_GAP = 0.3
_LEAST_GAP = 2.0
_CLEAR = 0.6
_ACROSS = 0.8
_PADDING = 11.0
_SEVERAL = 2
_SHORT_WORDS = 8
_UNSURE = 0.3

Cells = tuple[tuple[Strip, ...], ...]
"""The words of one line in each column of a table."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A block of lines with the words of each line by column, and how far each column runs."""

    lines: tuple[PrintedLine, ...]
    cells: tuple[Cells, ...]
    lefts: tuple[float, ...]
    rights: tuple[float, ...]


def grid_of(block: Block, known: Sequence[float] = ()) -> Grid:
    """Return a block with its words sorted into its columns.

    They are the columns that begin at `known` where its words leave those white.
    """
    gutters = _known_gutters(block, known) or _filled_gutters(block)
    found = [_cells(line, gutters) for line in block.lines]
    spans = [[span for cells in found for span in cells[n]] for n in range(len(gutters) + 1)]
    lefts = [
        min([span.left for span in column], default=known[n] if n < len(known) else 0.0)
        for n, column in enumerate(spans)
    ]
    rights = [
        max([span.right for span in column] + [after - _PADDING])
        for column, after in zip(spans, [*lefts[1:], 0.0], strict=True)
    ]
    return Grid(tuple(block.lines), tuple(found), tuple(lefts), tuple(rights))


def _cells(line: PrintedLine, gutters: Sequence[float]) -> Cells:
    cells: list[list[Strip]] = [[] for _ in range(len(gutters) + 1)]
    for span in line.spans:
        cells[bisect(gutters, (span.left + span.right) / 2)].append(span)
    return tuple(tuple(cell) for cell in cells)


def _filled_gutters(block: Block) -> list[float]:
    """Return the gutters of a block without those that part nothing.

    Beside one there is only white, or only a head that stands in the middle of its column, over
    words that do not.
    """
    gutters = sorted(block.gutters)
    filled: list[set[int]] = [set() for _ in range(len(gutters) + 1)]
    for number, line in enumerate(block.lines):
        for at, cell in enumerate(_cells(line, gutters)):
            filled[at] |= {number} if cell else set()
    kept: list[float] = []
    left = filled[0]
    for gutter, right in zip(gutters, filled[1:], strict=True):
        head_alone = not left & right and {0} in (left, right)
        if left and right and not head_alone:
            kept.append(gutter)
            left = right
        else:
            left |= right
    return kept


def _known_gutters(block: Block, known: Sequence[float]) -> list[float]:
    """Return the left edges of columns of the table before, [] where words run over one."""
    gutters = [left - 1.0 for left in known[1:]]
    spans = [span for line in block.lines for span in line.spans]
    crossed = any(span.left < at < span.right for span in spans for at in gutters)
    if crossed or not any(stands_in(line, known) for line in block.lines):
        return []
    return gutters


def row_starts(grid: Grid, rules: Rules) -> list[int]:
    """Return which lines of a grid begin a row, the first always.

    Rules and shades across the table tell where there are some; else gaps wider than those
    within cells, numbers in the first column, and, where all lines stand equally close, the
    places at which the sentences of the columns begin.
    """
    ruled = _ruled(grid, rules)
    if len(ruled) >= _SEVERAL:
        starts = set(ruled)
    else:
        gaps = _gaps(grid)
        numbers = _numbers(grid)
        if gaps - _after_head(grid):
            starts = _merged(grid, gaps, numbers) | set(ruled)
        elif numbers:
            starts = numbers | set(ruled) | _overlooked(grid, numbers)
        else:
            starts = {n for n in range(1, len(grid.lines)) if _begins_row(grid, n)}
    return sorted({0} | starts | _after_head(grid))


def _after_head(grid: Grid) -> set[int]:
    """Return the line below the head: after what is in bold, or after words that name columns."""
    bold = [line.bold for line in grid.lines]
    first = next((n for n, held in enumerate(bold) if not held), 0)
    if first or len(grid.lines) == 1:
        return {first} - {0}
    above, below = ([span.text for span in line.spans] for line in grid.lines[:2])
    more = all(is_head_word(text) or text[0].islower() for text in below)
    return {1} if heads_table(above) and not more and len(below) > 1 else set()


def _ruled(grid: Grid, rules: Rules) -> set[int]:
    """Return the lines above which a rule or the edge of a shade runs across the table."""
    left, right = grid.lefts[0], grid.rights[-1]
    edges: dict[int, float] = {}
    for at, start, end in rules.level:
        edges[round(at)] = edges.get(round(at), 0.0) + min(end, right) - max(start, left)
    for start, top, end, bottom in rules.boxes:
        wide = max(0.0, min(end, right) - max(start, left))
        for at in (top, bottom):
            edges[round(at)] = edges.get(round(at), 0.0) + wide
    across = [at for at, wide in edges.items() if wide >= _ACROSS * (right - left)]
    found = set()
    for number, (above, below) in enumerate(pairwise(grid.lines), start=1):
        middle = (above.spans[0].middle, below.spans[0].middle)
        if any(middle[0] < at < middle[1] for at in across):
            found.add(number)
    return found


def _gaps(grid: Grid) -> set[int]:
    """Return the lines that stand clearly farther below the last than lines of a cell do."""
    whites: list[float] = []
    leads: list[float] = []
    lowest = grid.lines[0].bottom
    ends = [max((span.bottom for span in cell), default=-inf) for cell in grid.cells[0]]
    for line, cells in zip(grid.lines[1:], grid.cells[1:], strict=True):
        whites.append(line.top - lowest)
        lowest = max(lowest, line.bottom)
        for column, cell in enumerate(cells):
            if cell:
                leads.append(min(span.top for span in cell) - ends[column])
                ends[column] = max(span.bottom for span in cell)
    size = min(line.size for line in grid.lines)
    wide = max(min(leads, default=0.0), -_GAP * size) + max(_GAP * size, _LEAST_GAP)
    return {n for n, white in enumerate(whites, start=1) if white > wide}


def _numbers(grid: Grid) -> set[int]:
    """Return the lines that begin with a number alone in the first column, when it holds such."""
    filled = [n for n, cells in enumerate(grid.cells) if n and cells[0]]
    numbered = {n for n in filled if lone_number(grid.cells[n][0][0].text)}
    return numbered if len(numbered) >= _SEVERAL and len(numbered) > len(filled) / 2 else set()


def _overlooked(grid: Grid, numbers: set[int]) -> set[int]:
    """Return the lines that begin rows whose numbers are not there, where the count leaps.

    Text recognition overlooks numbers that stand alone.
    """
    begun: set[int] = set()
    last, reached = 0, 0
    for line in sorted(numbers):
        count = lone_number(grid.cells[line][0][0].text)
        if count.isdigit() and int(count) > last + 1:
            begun.update(n for n in range(reached + 1, line) if _begins_row(grid, n))
        last, reached = int(count) if count.isdigit() else last, line
    return begun


def _merged(grid: Grid, gaps: set[int], numbers: set[int]) -> set[int]:
    """Return the gaps that part rows: others part two paragraphs of one cell."""
    bounds = [0, *sorted(gaps), len(grid.lines)]
    starts: set[int] = set()
    for start, end in pairwise(bounds[1:]):
        filled = {c for n in range(start, end) for c, cell in enumerate(grid.cells[n]) if cell}
        numbered = any(start <= n < end for n in numbers)
        if numbered or not (len(filled) == 1 and _goes_on(grid, start, filled, numbers)):
            starts.add(start)
    return starts


def _goes_on(grid: Grid, start: int, filled: set[int], numbers: set[int]) -> bool:
    """Return whether lines of one column after a gap are a further paragraph of its cell."""
    (column,) = filled
    if column:
        return True
    (words,) = [cell for cell in grid.cells[start] if cell]
    text = " ".join(span.text for span in words)
    title = all(span.bold for span in words) or len(text.split()) <= _SHORT_WORDS
    return not numbers and not title


def _begins_row(grid: Grid, number: int) -> bool:
    """Return whether most columns begin a new sentence on a line."""
    if grid.lines[number].bold and grid.lines[number - 1].bold:
        return False
    signs = [
        _begins(grid, number, column, cell[0])
        for column, cell in enumerate(grid.cells[number])
        if cell
    ]
    return len(signs) > 1 and sum(signs) / len(signs) >= _CLEAR


def _begins(grid: Grid, number: int, column: int, span: Strip) -> float:
    """Return how likely it is that words of a column begin a cell, from 0 to 1."""
    above = grid.cells[number - 1][column]
    if not above:
        return 1.0
    last = above[-1]
    if span.text[0].islower() or hangs(last.text):
        return 0.0
    room = grid.rights[column] - last.right
    if room > span.first_word() + _CLEAR * span.size or is_closed(last.text):
        return 1.0
    return _UNSURE
