"""Where stretches of a text stand on a page: from offsets to boxes and back, in points."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from caseview.domain.document import Line
from caseview.domain.span import Span


@dataclass(frozen=True, slots=True)
class Box:
    """A box on a page, in points from its top left."""

    left: float
    top: float
    right: float
    bottom: float


def boxes(lines: Sequence[Line], span: Span) -> tuple[Box, ...]:
    """Return the boxes that cover a stretch on one page, one for each printed line it touches."""
    found = []
    for line in lines:
        first, last = max(span.start, line.start), min(span.end, line.end)
        if first >= last:
            continue
        edges = line.edges[first - line.start : last - line.start + 1]
        found.append(Box(min(edges), line.top, max(edges), line.bottom))
    return tuple(found)


def offset_at(lines: Sequence[Line], across: float, down: float) -> int | None:
    """Return the offset nearest to a point of the page, None where the page has no words.

    The offset lies between two letters, as a text cursor does: the nearer edge of the letter
    under the point counts.
    """
    if not lines:
        return None
    line = min(lines, key=lambda each: _distance(each, across, down))
    edges = line.edges
    after = bisect_left(edges, across)
    if after == 0:
        return line.start
    if after == len(edges):
        return line.end
    nearer = after if edges[after] - across < across - edges[after - 1] else after - 1
    return line.start + nearer


def first_offset(lines: Sequence[Line], down: float) -> int | None:
    """Return the first offset at or below a height of the page, None where nothing follows."""
    return min((line.start for line in lines if line.bottom > down), default=None)


def _distance(line: Line, across: float, down: float) -> tuple[float, float]:
    above, beside = line.top - down, line.edges[0] - across
    return (
        max(0.0, above, down - line.bottom),
        max(0.0, beside, across - line.edges[-1]),
    )
