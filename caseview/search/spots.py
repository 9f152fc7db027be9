"""Finds where in a text the words of a query stand: for marks, and for what FTS5 cannot check."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from caseview.search.expression import Found, Near, Scope, Slot
from caseview.search.tokens import spans, words
from caseview.tagging.sentences import sentences

Spot = tuple[int, int]
"""The first word of an occurrence and the word after its last, as numbers of words in the text."""


class Said:
    """A text as words with their numbers."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = words(text)
        self._places: dict[str, list[int]] = {}
        for number, word in enumerate(self.words):
            if word in self._places:
                self._places[word].append(number)
            else:
                self._places[word] = [number]

    def places(self, wanted: "Wanted") -> list[int]:
        """Return the numbers at which any of the words stands, in order."""
        places = self._places
        known = wanted.words & places.keys()
        if wanted.beginnings:
            known |= {word for word in places if word.startswith(wanted.beginnings)}
        return sorted(number for word in known for number in places[word])

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """The code-point offsets of each word."""
        return spans(self.text)

    @cached_property
    def sentences(self) -> list[int]:
        """The number of each sentence's first word, but for the first sentence."""
        starts = [start for start, _ in self.spans]
        return [bisect_left(starts, start) for start, _ in sentences(self.text)][1:]


class Wanted:
    """The words, and the beginnings of words, of which any may stand at one place."""

    __slots__ = ("beginnings", "words")

    def __init__(self, slot: Slot) -> None:
        self.words = frozenset(word for word in slot if not word.endswith("*"))
        self.beginnings = tuple(word[:-1] for word in slot if word.endswith("*"))


class Spots:
    """Finds one leaf of a query in texts."""

    def __init__(self, found: Found) -> None:
        self._near = found.near
        self._units = [tuple(map(Wanted, unit)) for unit in found.units]

    def marks(self, said: Said) -> list[tuple[int, int]]:
        """Return the code-point spans to mark, [] when the leaf is not in the text."""
        return [
            (said.spans[first][0], said.spans[after - 1][1])
            for first, after in sorted(self._spots(said))
        ]

    def stands_in(self, said: Said) -> bool:
        """Return whether the leaf is in the text."""
        return bool(self._spots(said))

    def _spots(self, said: Said) -> set[Spot]:
        each = [_occurrences(unit, said) for unit in self._units]
        near = self._near
        if near is None or near.scope is Scope.SECTION:
            return {spot for spots in each for spot in spots}
        if not all(each):
            return set()
        if near.ordered:
            return {spot for chain in _chains(each, near.distance) for spot in chain}
        return {
            spot
            for window in _windows(each, near, said)
            if _fit(window)
            for spots in window
            for spot in spots
        }


def _occurrences(unit: tuple[Wanted, ...], said: Said) -> list[Spot]:
    length = len(unit)
    starts = said.places(unit[0])
    for offset, slot in enumerate(unit[1:], start=1):
        here = set(said.places(slot))
        starts = [start for start in starts if start + offset in here]
    return [(start, start + length) for start in starts]


def _chains(each: Sequence[list[Spot]], distance: int) -> Iterator[list[Spot]]:
    """Yield the tightest chain of one occurrence a unit, in order, from each first one."""
    for first in each[0]:
        chain = [first]
        for spots in each[1:]:
            later = bisect_left(spots, (chain[-1][1], 0))
            if later == len(spots):
                return
            chain.append(spots[later])
        if chain[-1][0] - first[1] <= distance:
            yield chain


def _windows(each: Sequence[list[Spot]], near: Near, said: Said) -> Iterator[list[list[Spot]]]:
    """Yield, for each stretch in which the units may meet, the occurrences of each unit."""
    if near.scope is Scope.PARAGRAPH:
        yield list(each)
    elif near.scope is Scope.SENTENCE:
        edges = [0, *said.sentences, len(said.words)]
        for begin, end in pairwise(edges):
            yield [[spot for spot in spots if begin <= spot[0] < end] for spots in each]
    else:
        for unit, spots in enumerate(each):
            for last in spots:
                yield [
                    [last] if other == unit else _before(candidates, last, near.distance)
                    for other, candidates in enumerate(each)
                ]


def _before(spots: list[Spot], last: Spot, distance: int) -> list[Spot]:
    """Return the occurrences that end at most `distance` words before `last` begins."""
    length = spots[0][1] - spots[0][0]
    low = bisect_left(spots, (last[0] - length - distance, 0))
    high = bisect_right(spots, (last[0], last[0] + length))
    return spots[low:high]


def _fit(window: list[list[Spot]]) -> bool:
    """Return whether each unit can have an occurrence of its own (a matching, Kuhn 1955)."""
    taken: dict[int, int] = {}

    def settle(unit: int, seen: set[int]) -> bool:
        for start, _ in window[unit]:
            if start not in seen:
                seen.add(start)
                if start not in taken or settle(taken[start], seen):
                    taken[start] = unit
                    return True
        return False

    return all(window) and all(settle(unit, set()) for unit in range(len(window)))
