"""The words around a match that say how it reads, by family."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from caseview.domain.codebook import Effect

Span = tuple[int, int]
CLOSE = 12
"""How many characters after a match still count as right after it."""


class CueFamily(StrEnum):
    """The families of cues a codebook can hold; a family it lacks has no cues."""

    DEFICIT = "deficit"
    GOOD = "good"
    RECOMMENDED = "recommended"
    HINDSIGHT = "hindsight"
    IMPROVED = "improved"
    CONTEXT = "context"
    NEGATED_ABSENCE = "negated_absence"
    HEDGE = "hedge"
    RESTATED = "restated"


class Cue(NamedTuple):
    """Words of a cue family and where they stand."""

    family: CueFamily
    start: int
    end: int


class Cues:
    """The cues of a stretch of text; false when it has none."""

    __slots__ = ("_by_family",)

    def __init__(self, found: Iterable[Cue] = ()) -> None:
        self._by_family: dict[CueFamily, list[Cue]] = {}
        for cue in found:
            self._by_family.setdefault(cue.family, []).append(cue)

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._by_family)

    def __iter__(self) -> Iterator[Cue]:
        """Yield every cue, those of a family in the order they were found."""
        return chain.from_iterable(self._by_family.values())

    def of(self, *families: CueFamily) -> list[Cue]:
        """Return every cue of these families, family by family."""
        return [cue for family in families for cue in self._by_family.get(family, ())]

    def within(self, stretch: Span, *families: CueFamily) -> Cue | None:
        """Return the first cue of these families that touches a stretch, None without."""
        start, end = stretch
        for family in families:
            for cue in self._by_family.get(family, ()):
                if cue.start < end and start < cue.end:
                    return cue
        return None

    def anywhere(self, *families: CueFamily) -> Cue | None:
        """Return the first cue of these families, None without."""
        return next(iter(self.of(*families)), None)

    def clearing(self, effect: Effect, end: int, clause: Span) -> Cue | None:
        """Return the cue that takes a match back ("no evidence that ..."), None without.

        It stands in the clause of the match that ends at `end`: before the match or right after it
        ("workload did not affect ..."), and for a topic, which says nothing itself, anywhere.
        """
        start, last = clause
        if effect not in (Effect.TOPIC, Effect.HINT):
            last = min(last, end + CLOSE)
        for cue in self._by_family.get(CueFamily.NEGATED_ABSENCE, ()):
            if start <= cue.start < last:
                return cue
        return None


NO_CUES = Cues()
"""What most sentences have."""
