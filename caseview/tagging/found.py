"""What was found in a passage: where rules matched, and what its words tell."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from caseview.domain.codebook import Effect, Rule
from caseview.domain.passage import Passage
from caseview.tagging.context import Setting
from caseview.tagging.cues import Cues, Match
from caseview.tagging.telling import Told

Span = tuple[int, int]


class Hit(NamedTuple):
    """A rule's match: its span, its sentence, the cues there and what parts it into clauses."""

    rule: Rule
    span: Span
    sentence: Span
    cues: Cues
    clauses: Callable[[], Sequence[Span]]

    @property
    def is_strong(self) -> bool:
        """Whether more than a hint was met."""
        return self.rule.effect is not Effect.HINT

    def match(self, text: str) -> Match:
        """Return what the rule found, with the clauses that it touches."""
        start, end = self.span
        clause = _clause(self.clauses(), start, end)
        is_phrase = " " in text[start:end]
        return Match(self.rule.effect, start, end, clause, self.sentence, is_phrase)


@dataclass(frozen=True, slots=True)
class Found:
    """A passage with what matched in it, by theme, and what its words tell.

    `whole` holds the cues of the passage, `cues` those of each of its sentences; `folded` is its
    text as patterns see it; `held_back` says whether a false friend of a theme stands in a
    sentence.
    """

    passage: Passage
    setting: Setting
    whole: Cues
    by_theme: dict[str, list[Hit]]
    told: Told
    folded: str
    cues: Mapping[Span, Cues]
    held_back: Callable[[str, Span], bool]


def overlap(one: Span, other: Span) -> bool:
    """Return whether two stretches share a character."""
    return one[0] < other[1] and other[0] < one[1]


def is_strong(hits: Iterable[Hit]) -> bool:
    """Return whether one of the hits is more than a hint."""
    return any(hit.is_strong for hit in hits)


def _clause(parts: Sequence[Span], start: int, end: int) -> Span:
    """Return the stretch of whole clauses that a match touches."""
    touched = [part for part in parts if part[0] < end and start < part[1]]
    if not touched:
        return start, end
    return min(touched[0][0], start), max(touched[-1][1], end)
