"""What the type of a document usually is: its body size, the distance of its lines."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from caseview.readers.strips import Layout, Strip

_STEP = 0.25
_PITCH_STEP = 0.05
_NARROWEST_PITCH, _WIDEST_PITCH = 0.5, 2.5
_USUAL_PITCH = 1.05


@dataclass(frozen=True, slots=True)
class TypeProfile:
    """`body` is the height of body type in points; `pitch` the distance of lines in that height.

    `margins` says how far to the right lines that begin at a left edge (in whole points) run.
    """

    body: float
    pitch: float
    margins: dict[int, float]

    def smaller(self, size: float) -> bool:
        """Return whether type of this size is clearly smaller than the body's."""
        return size < 0.93 * self.body

    def larger(self, size: float) -> bool:
        """Return whether type of this size is clearly larger than the body's."""
        return size > 1.08 * self.body

    def margin(self, left: float) -> float:
        """Return how far lines that begin near `left` run, 0 where none do."""
        near = range(int(left) - 2, int(left) + 3)
        return max((self.margins.get(at, 0.0) for at in near), default=0.0)


def profile_of(layouts: Iterable[Layout]) -> TypeProfile:
    """Return the usual type of a document, weighed by its letters."""
    sizes: Counter[float] = Counter()
    pitches: Counter[float] = Counter()
    rights: dict[int, list[float]] = {}
    for layout in layouts:
        for strip in layout.strips:
            sizes[round(strip.size / _STEP) * _STEP] += len(strip.text)
            rights.setdefault(int(strip.left), []).append(strip.right)
        pitches.update(_pitches(layout.strips))
    margins = {left: _farthest(ends) for left, ends in rights.items()}
    body = sizes.most_common(1)[0][0] if sizes else 12.0
    pitch = pitches.most_common(1)[0][0] if pitches else _USUAL_PITCH
    return TypeProfile(body, pitch, margins)


def _pitches(strips: Sequence[Strip]) -> Iterable[float]:
    for above, below in pairwise(strips):
        down = below.top - above.top
        if above.size and abs(above.size - below.size) < _STEP:
            pitch = down / above.size
            if _NARROWEST_PITCH < pitch < _WIDEST_PITCH and below.left < above.right:
                yield round(pitch / _PITCH_STEP) * _PITCH_STEP


def _farthest(ends: list[float]) -> float:
    """Return the right edge that all but the farthest twentieth keep within."""
    return sorted(ends)[int(0.95 * (len(ends) - 1) + 0.5)]
