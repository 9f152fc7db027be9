"""The edges of a stretch, moved by words and sentences; never past each other or the bounds."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from caseview.domain.span import Span
from caseview.tagging.sentences import sentences

_WORD = re.compile(r"\S+")
Stops = Callable[[str, Span], Sequence[tuple[int, int]]]


class Edge(StrEnum):
    """The edge worked on."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Edges:
    """A stretch of a text whose edges are being moved inside `bounds`; `edge` is in hand."""

    text: str
    span: Span
    bounds: Span
    edge: Edge = Edge.END

    def choose(self, edge: Edge) -> "Edges":
        """Return the same stretch with this edge in hand."""
        return replace(self, edge=edge)

    def by_word(self, step: int) -> "Edges":
        """Return the stretch with the edge a word on (1) or back (-1)."""
        return self._moved(_words, step)

    def by_sentence(self, step: int) -> "Edges":
        """Return the stretch with the edge a sentence on (1) or back (-1)."""
        return self._moved(_sentences, step)

    def _moved(self, stops: Stops, step: int) -> "Edges":
        found = stops(self.text, self.bounds)
        if self.edge is Edge.START:
            places = [start for start, _ in found if start < self.span.end]
            start = _next(places, self.span.start, step)
            return replace(self, span=Span(start, self.span.end))
        places = [end for _, end in found if end > self.span.start]
        return replace(self, span=Span(self.span.start, _next(places, self.span.end, step)))


def _next(places: Sequence[int], here: int, step: int) -> int:
    """Return the nearest of the places on that side of `here`; `here` when there is none."""
    if step > 0:
        return min((place for place in places if place > here), default=here)
    return max((place for place in places if place < here), default=here)


def _words(text: str, bounds: Span) -> Sequence[tuple[int, int]]:
    return [match.span() for match in _WORD.finditer(text, bounds.start, bounds.end)]


def _sentences(text: str, bounds: Span) -> Sequence[tuple[int, int]]:
    return sentences(text, bounds.start, bounds.end)
