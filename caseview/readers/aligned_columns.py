"""Blocks of lines that leave the same upright stretches of white: the columns of a table."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf

from caseview.readers.aligned_lines import PrintedLine, heads_table
from caseview.readers.strips import Strip

_NARROWEST = 0.7
_FAR = 3.0
_NEAR = 3.0
_CLOSE = 0.4
_SEVERAL = 3
_MOST_LINES = 400
_LITTLE = 0.15
_LEAST_STEP, _MOST_STEP = 0.8, 1.25

White = tuple[float, float]
"""An upright stretch without words: where it begins and ends, in points."""


@dataclass(slots=True)
class Block:
    """Lines one below another and the white stretches that all of them leave.

    `first` is the index of the first line on its page; `headed` says that it names columns.
    """

    first: int
    lines: list[PrintedLine] = field(default_factory=list)
    whites: list[White] = field(default_factory=list)
    left: float = inf
    right: float = -inf
    headed: bool = False

    def take(self, line: PrintedLine, whites: list[White]) -> None:
        """Add a line below, and what it leaves of the whites."""
        self.lines.append(line)
        self.whites = whites
        self.left = min(self.left, line.spans[0].left)
        self.right = max(self.right, *(span.right for span in line.spans))

    @property
    def gutters(self) -> list[float]:
        """The middle of each white between two columns."""
        return [(a + b) / 2 for a, b in self.whites if self.left < a and b < self.right]


def block_at(
    lines: Sequence[PrintedLine], at: int, known: Sequence[float], *, free: int, headless: bool
) -> Block | None:
    """Return the block that begins at a line, as far as it goes, None where no table can.

    One begins at a line whose words head columns, at one that stands in the columns of a table
    before, which begin at `known`, or, where tables without a head are wanted too, at one of
    three or more columns. It takes no line above the first that is `free`.
    """
    line = lines[at]
    if len(line.spans) == 1 or len(lines) > _MOST_LINES:
        return None
    plain = headless and len(line.spans) >= _SEVERAL
    if plain or heads_table([span.text for span in line.spans]) or stands_in(line, known):
        return _from_above(_grown(lines, at, known), lines[free:at], known, whole=free == 0)
    return None


def stands_in(line: PrintedLine, known: Sequence[float]) -> bool:
    """Return whether the words of a line begin where two or more known columns do."""
    met = {at for span in line.spans for at in known if abs(span.left - at) <= _NEAR}
    return len(met) > 1 and len(met) == len(line.spans)


def _grown(lines: Sequence[PrintedLine], first: int, known: Sequence[float]) -> Block:
    """Return the block that begins at a line, down to the first that does not stand in it."""
    block = Block(first, headed=heads_table([span.text for span in lines[first].spans]))
    block.take(lines[first], _whites([(-inf, inf)], lines[first]))
    lowest = lines[first].bottom
    for line in lines[first + 1 :]:
        if line.top - lowest > _FAR * line.size:
            break
        whites = _left_of(block, line)
        if whites is None:
            break
        block.take(line, whites)
        lowest = max(lowest, line.bottom)
    return _trimmed(block, known)


def _from_above(
    block: Block, above: Sequence[PrintedLine], known: Sequence[float], *, whole: bool
) -> Block:
    """Return a block with the lines above it that belong to it.

    Those are further lines of a head in bold, and the rest of a row that began on the page
    before: the `whole` of what the page holds above, in the columns of the table that goes on.
    """
    first = block.lines[0]
    rest = whole and stands_in(first, known) and all(_begins_in(line, known) for line in above)
    taken = 0
    for line in reversed(above):
        near = first.bold and line.bold and block.lines[0].top - line.bottom < _CLOSE * line.size
        whites = _left_of(block, line) if rest or near else None
        if whites is None:
            break
        block.take(line, whites)
        block.lines.insert(0, block.lines.pop())
        taken += 1
    block.first -= taken
    return block


def _begins_in(line: PrintedLine, known: Sequence[float]) -> bool:
    return all(any(abs(span.left - at) <= _NEAR for at in known) for span in line.spans)


def _left_of(block: Block, line: PrintedLine) -> list[White] | None:
    """Return what a line leaves of the whites of a block, None where it does not belong to it.

    It may cross a white that hardly any line showed, as long as it leaves another, but none that
    a head shows.
    """
    left = _whites(block.whites, line)
    inner = [white for white in block.whites if block.left < white[0] and white[1] < block.right]
    dead = [w for w in inner if not any(w[0] <= a and b <= w[1] for a, b in left)]
    if len(dead) == len(inner):
        return None
    most = 0 if block.headed else max(1, _LITTLE * len(block.lines))
    for white in dead:
        if sum(1 for held in block.lines if _shows(held, white)) > most:
            return None
    return left


def _shows(line: PrintedLine, white: White) -> bool:
    """Return whether a line has words on either side of a white."""
    return line.spans[0].right <= white[0] + 1 and line.spans[-1].left >= white[1] - 1


def _whites(whites: Sequence[White], line: PrintedLine) -> list[White]:
    least = _NARROWEST * line.size
    left = list(whites)
    for span in line.spans:
        left = [
            part
            for a, b in left
            for part in ((a, min(b, span.left)), (max(a, span.right), b))
            if part[1] - part[0] >= least
        ]
    return list(dict.fromkeys(left))


def _trimmed(block: Block, known: Sequence[float]) -> Block:
    """Return a block without the lines at its end that stand below it, not in it.

    Those are lines of one column after a gap. Without a gap they go on a cell, and so they do
    in any column but the first, where a text below a table would begin.
    """
    lines = block.lines
    end = max(at for at, line in enumerate(lines) if len(line.spans) > 1) + 1
    step = _usual_step(lines)
    goes_on = stands_in(lines[0], known)
    further = [span.left for line in lines[:end] for span in line.spans[1:]]
    while end < len(lines):
        line = lines[end]
        near = line.top - max(above.bottom for above in lines[:end]) <= line.size
        inside = _begins_in(line, further) and near
        inside = inside or (goes_on and _begins_in(line, known[1:]))
        if not inside and _step(lines, end, line.spans[0]) > step:
            break
        end += 1
    block.lines = lines[:end]
    return block


def _usual_step(lines: Sequence[PrintedLine]) -> float:
    """Return how far apart two lines of one cell stand at most, in points."""
    size = lines[0].size
    steps = [_step(lines, at, span) for at, line in enumerate(lines) for span in line.spans]
    return _MOST_STEP * max(min((s for s in steps if s > _LEAST_STEP * size), default=size), size)


def _step(lines: Sequence[PrintedLine], at: int, span: Strip) -> float:
    """Return how far words of a line stand below the last words over them, in points."""
    for line in reversed(lines[:at]):
        for above in line.spans:
            if above.left < span.right and span.left < above.right:
                return span.top - above.top
    return inf
