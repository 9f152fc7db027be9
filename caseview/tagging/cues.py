"""The words around a match that say how it reads, by family."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from caseview.domain.codebook import Effect

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


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of a cue family and where they stand."""

    family: CueFamily
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule found: offsets in the passage's text, of the clause and of the sentence.

    `is_phrase` says that more than one word matched: a single word says less.
    """

    effect: Effect
    start: int
    end: int
    clause: tuple[int, int]
    sentence: tuple[int, int]
    is_phrase: bool = True


class Cues:
    """The cues of one sentence, looked for family by family when they are asked for."""

    def __init__(self, look: Callable[[CueFamily], Iterable[Cue]]) -> None:
        self._look = look
        self._seen: dict[CueFamily, tuple[Cue, ...]] = {}

    def of(self, family: CueFamily) -> tuple[Cue, ...]:
        """Return every cue of one family in the sentence."""
        if family not in self._seen:
            self._seen[family] = tuple(self._look(family))
        return self._seen[family]

    def beside(self, match: Match, *families: CueFamily) -> Cue | None:
        """Return the first cue of these families in the clause of a match, None without."""
        start, end = match.clause
        for family in families:
            for cue in self.of(family):
                if cue.start < end and start < cue.end:
                    return cue
        return None

    def anywhere(self, *families: CueFamily) -> Cue | None:
        """Return the first cue of these families in the sentence, None without."""
        return next((cue for family in families for cue in self.of(family)), None)

    def cleared(self, match: Match) -> Cue | None:
        """Return the cue that takes a match back ("no evidence that ..."), None without.

        It stands in the same clause: before the match or right after it ("workload did not
        affect ..."), and for a topic, which says nothing itself, anywhere in the clause.
        """
        start, end = match.clause
        last = end if match.effect in (Effect.TOPIC, Effect.HINT) else min(end, match.end + CLOSE)
        for cue in self.of(CueFamily.NEGATED_ABSENCE):
            if start <= cue.start < last:
                return cue
        return None
