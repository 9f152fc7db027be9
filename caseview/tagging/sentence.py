"""A sentence of a passage as the tagger sees it, and what rules match in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from caseview.domain.codebook import Effect, Rule
from caseview.tagging.cues import Cues
from caseview.tagging.prefilter import WORD
from caseview.tagging.sentences import clauses

Span = tuple[int, int]


class Sentence:
    """A stretch of a passage's text, with its cues and the patterns that can match there.

    `folded` is the passage's text as patterns see it; `candidates` holds the numbers of patterns,
    in order. Clauses are told apart when first asked for: most sentences never are.
    """

    __slots__ = ("_beside", "_clauses", "_words", "candidates", "cues", "folded", "span", "text")

    def __init__(
        self, text: str, folded: str, span: Span, candidates: Sequence[int], cues: Cues
    ) -> None:
        self.text = text
        self.folded = folded
        self.span = span
        self.candidates = candidates
        self.cues = cues
        self._clauses: tuple[list[int], list[int]] | None = None
        self._beside: dict[Span, Cues] | None = None
        self._words: Sequence[Span] | None = None

    def clause(self, span: Span) -> Span:
        """Return the stretch of whole clauses that a stretch touches."""
        if self._clauses is None:
            parts = [*clauses(self.text, *self.span)]
            self._clauses = [begin for begin, _ in parts], [end for _, end in parts]
        begins, ends = self._clauses
        start, end = span
        first, last = bisect_right(ends, start), bisect_left(begins, end) - 1
        if first > last:
            return span
        return min(begins[first], start), max(ends[last], end)

    def words(self, places: Iterable[int]) -> tuple[Span, ...]:
        """Return where the words stand that have these places in the sentence, from 0."""
        if self._words is None:
            self._words = [word.span() for word in WORD.finditer(self.folded, *self.span)]
        return tuple([self._words[place] for place in sorted(places)])

    def beside(self, clause: Span) -> Cues:
        """Return the cues that touch a clause."""
        if self._beside is None:
            self._beside = {}
        if clause not in self._beside:
            self._beside[clause] = self.cues.touching(clause)
        return self._beside[clause]


class Hit(NamedTuple):
    """A rule's match in a sentence: offsets in the passage's text.

    `passed_over` counts the words in the gaps of the match.
    """

    rule: Rule
    span: Span
    sentence: Sentence
    passed_over: int = 0

    @property
    def is_strong(self) -> bool:
        """Whether more than a hint was met."""
        return self.rule.effect is not Effect.HINT

    @property
    def is_phrase(self) -> bool:
        """Whether more than one word matched: a single word says less."""
        start, end = self.span
        return " " in self.sentence.text[start:end]

    @property
    def clause(self) -> Span:
        """The stretch of whole clauses that the match touches."""
        return self.sentence.clause(self.span)


def overlap(one: Span, other: Span) -> bool:
    """Return whether two stretches share a character."""
    return one[0] < other[1] and other[0] < one[1]
