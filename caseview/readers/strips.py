"""Strips: stretches of one printed line, with the left edge of every character."""

from collections.abc import Sequence
from dataclasses import dataclass, field

TAB = "\t"
"""Stands in a strip's words where the page leaves a gap wider than one between words."""


@dataclass(slots=True)
class Strip:
    """One stretch of a printed line, in points from the top left of its page.

    `lefts` holds the left edge of each character of `text`, `right` the right edge of the last;
    `size` is the height of its type from descender to ascender.
    """

    text: str
    lefts: list[float]
    right: float
    top: float
    bottom: float
    size: float
    page: int
    bold: bool = False
    italic: bool = False

    @property
    def left(self) -> float:
        """The left edge of the first character."""
        return self.lefts[0]

    @property
    def width(self) -> float:
        """From the first character to the end of the last."""
        return self.right - self.lefts[0]

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2

    def part(self, start: int, end: int | None = None) -> "Strip":
        """Return the strip from character `start` up to `end`, without outer space."""
        end = len(self.text) if end is None else end
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        right = self.right if end == len(self.text) else self.lefts[end]
        return Strip(
            self.text[start:end],
            self.lefts[start:end],
            right,
            self.top,
            self.bottom,
            self.size,
            self.page,
            self.bold,
            self.italic,
        )

    def first_word(self) -> float:
        """Return the width of the first word."""
        for index, character in enumerate(self.text):
            if character.isspace():
                return self.lefts[index] - self.lefts[0]
        return self.width


@dataclass(frozen=True, slots=True)
class Rules:
    """The ruled lines of a page in points from its top left.

    `across` holds (y, from x, to x), `down` holds (x, from y, to y), both sorted; `level` those
    across that meet none down; `boxes` the shaded areas (left, top, right, bottom).
    """

    across: tuple[tuple[float, float, float], ...] = ()
    down: tuple[tuple[float, float, float], ...] = ()
    boxes: tuple[tuple[float, float, float, float], ...] = ()
    level: tuple[tuple[float, float, float], ...] = ()


@dataclass(slots=True)
class Layout:
    """One page with its text upright: its size in points, its strips in the order of writing.

    `shown` is its size as it is shown; `sideways` says that its text does not stand upright
    then; `cut` that it held too many characters to read.
    """

    number: int
    width: float
    height: float
    strips: list[Strip] = field(default_factory=list)
    rules: Rules = Rules()
    left_out: list[str] = field(default_factory=list)
    shown: tuple[float, float] = (0.0, 0.0)
    sideways: bool = False
    cut: bool = False


def extent(strips: Sequence[Strip]) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of all `strips` together."""
    return (
        min(s.left for s in strips),
        min(s.top for s in strips),
        max(s.right for s in strips),
        max(s.bottom for s in strips),
    )
