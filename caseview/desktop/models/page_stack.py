"""The pages of a document one below the other, at a scale: which page is where."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from caseview.domain.document import A4, Page

GAP = 14
ABOVE = 10


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as it stands in the stack, in pixels."""

    number: int
    top: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """The first pixel below the page."""
        return self.top + self.height


class PageStack:
    """Pages from top to bottom; `scale` is pixels a point."""

    def __init__(self, pages: Sequence[Page] = (), scale: float = 1.0) -> None:
        self.scale = scale
        sizes = [page.size for page in pages]
        heights = [max(1, round(tall * scale)) for _, tall in sizes]
        tops = list(accumulate((tall + GAP for tall in heights), initial=ABOVE))
        self.sheets = tuple(
            Sheet(page.number, top, max(1, round(wide * scale)), tall)
            for page, (wide, _), top, tall in zip(pages, sizes, tops[:-1], heights, strict=True)
        )
        self.width = max((sheet.width for sheet in self.sheets), default=0)
        self.height = tops[-1] if self.sheets else 0
        self._tops = tops[:-1]

    def at(self, down: int) -> Sheet | None:
        """Return the page at a height of the stack; in a gap, the page above it."""
        if not self.sheets:
            return None
        return self.sheets[max(0, bisect_right(self._tops, down) - 1)]

    def sheet(self, number: int) -> Sheet | None:
        """Return the page of a number, None when there is none."""
        return next((sheet for sheet in self.sheets if sheet.number == number), None)

    def between(self, top: int, bottom: int) -> tuple[Sheet, ...]:
        """Return the pages of which something lies from `top` up to `bottom`."""
        return tuple(s for s in self.sheets if s.top < bottom and s.bottom > top)


SIZES = (50, 75, 100, 125, 150, 200, 300)
SIDE = 12
LARGEST = 1.7


def fitted(pages: Sequence[Page], room: int, percent: int = 100) -> PageStack:
    """Return pages of which the widest fills `room` pixels, times a size in per cent.

    Pages are never larger than a page in the hand, however wide the room is, unless asked to be.
    """
    widest = max((page.size[0] for page in pages), default=A4[0])
    scale = min(LARGEST, max(40, room - 2 * SIDE) / widest)
    return PageStack(pages, scale * percent / 100)


def other_size(percent: int, step: int) -> int:
    """Return the next larger (1) or smaller (-1) of SIZES, 100 for 0."""
    at = SIZES.index(percent) + step if step else SIZES.index(100)
    return SIZES[min(len(SIZES) - 1, max(0, at))]
