"""The words around a match that say how it reads, by family."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

Span = tuple[int, int]


class CueFamily(StrEnum):
    """The families of cues a codebook can hold; a family it lacks has no cues."""

    DEFICIT = "deficit"
    GOOD = "good"
    PRAISE = "praise"
    RECOMMENDED = "recommended"
    OUTRIGHT = "outright"
    HINDSIGHT = "hindsight"
    IMPROVED = "improved"
    PLEDGED = "pledged"
    CONTEXT = "context"
    ASKED = "asked"
    NEGATED_ABSENCE = "negated_absence"
    RESTATED = "restated"
    CONDITIONAL = "conditional"
    WONDERED = "wondered"
    SETBACK = "setback"
    VOICE = "voice"
    DONE = "done"
    DUE = "due"
    ADMITTED = "admitted"


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
        for family, others in _TAKEN_BACK.items():
            if family in self._by_family:
                self._take_back(family, self.of(*others))

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._by_family)

    def __contains__(self, family: CueFamily) -> bool:
        """Whether there is any of a family."""
        return family in self._by_family

    def __iter__(self) -> Iterator[Cue]:
        """Yield every cue, those of a family in the order they were found."""
        return chain.from_iterable(self._by_family.values())

    def _take_back(self, family: CueFamily, others: list[Cue]) -> None:
        """Leave out the cues of a family that others hold: "no delay" tells of no shortfall."""
        if others:
            left = [one for one in self._by_family[family] if not _held(one, others)]
            if left:
                self._by_family[family] = left
            else:
                del self._by_family[family]

    def of(self, *families: CueFamily) -> list[Cue]:
        """Return every cue of these families, family by family."""
        return [cue for family in families for cue in self._by_family.get(family, ())]

    def first(self, *families: CueFamily) -> Cue | None:
        """Return the first cue of the first of these families that has one, None without."""
        for family in families:
            if family in self._by_family:
                return self._by_family[family][0]
        return None

    def touching(self, stretch: Span) -> "Cues":
        """Return the cues that share a character with a stretch."""
        start, end = stretch
        found = [cue for cue in self if cue.start < end and start < cue.end]
        return Cues(found) if found else NO_CUES


_TAKEN_BACK = {
    CueFamily.DEFICIT: (CueFamily.NEGATED_ABSENCE, CueFamily.PRAISE),
    CueFamily.HINDSIGHT: (CueFamily.NEGATED_ABSENCE, CueFamily.WONDERED),
    CueFamily.IMPROVED: (CueFamily.CONDITIONAL, CueFamily.HINDSIGHT),
    CueFamily.PRAISE: (CueFamily.CONDITIONAL, CueFamily.HINDSIGHT),
    CueFamily.GOOD: (CueFamily.CONDITIONAL, CueFamily.HINDSIGHT),
}
"""Families of which a cue counts for nothing where a cue of another stands on it."""


def _held(one: Cue, others: Iterable[Cue]) -> bool:
    """Return whether a cue shares a character with another, or begins a space after it."""
    return any(one.start <= other.end + 1 and other.start < one.end for other in others)


NO_CUES = Cues()
"""What most sentences have."""
