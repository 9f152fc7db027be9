"""Finds where in a text the words of a query stand: for marks, and for what FTS5 cannot check."""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from caseview.search.expression import Found, Near, Scope, Slot
from caseview.search.in_sentence import InSentence, can_tell
from caseview.search.tokens import spans, words
from caseview.tagging.sentences import sentences

Spot = tuple[int, int]
"""The first word of an occurrence and the word after its last, as numbers of words in the text."""


class Said:
    """A text as words with their numbers."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = words(text)

    def places(self, wanted: "Wanted") -> list[int]:
        """Return the numbers at which any of the words stands, in order."""
        if wanted.beginnings:
            return [at for at, word in enumerate(self.words) if wanted.has(word)]
        known = wanted.words
        return [at for at, word in enumerate(self.words) if word in known]

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

    def has(self, word: str) -> bool:
        """Return whether a word is one of them."""
        return word in self.words or bool(self.beginnings and word.startswith(self.beginnings))


class Spots:
    """Finds one leaf of a query in texts."""

    def __init__(self, found: Found) -> None:
        self._near = found.near
        self._units = [tuple(map(Wanted, unit)) for unit in found.units]
        in_sentence = found.near is not None and found.near.scope is Scope.SENTENCE
        self._in_sentence = InSentence(found) if in_sentence and can_tell(found) else None

    def marks(self, said: Said) -> list[tuple[int, int]]:
        """Return the code-point spans to mark, [] when the leaf is not in the text."""
        each = [_occurrences(unit, said) for unit in self._units]
        found = {spot for meeting in self._meetings(each, said) for spot in meeting}
        return [(said.spans[first][0], said.spans[after - 1][1]) for first, after in sorted(found)]

    def stands_in(self, text: str) -> bool:
        """Return whether the leaf is in a text."""
        if self._in_sentence is not None:
            settled = self._in_sentence.stands_in(text)
            if settled is not None:
                return settled
        said = Said(text)
        each = []
        for unit in self._units:
            each.append(_occurrences(unit, said))
            if not each[-1]:
                return False
        return any(True for _ in self._meetings(each, said))

    def _meetings(self, each: Sequence[list[Spot]], said: Said) -> Iterator[Iterable[Spot]]:
        """Yield the occurrences that make the leaf true, stretch by stretch."""
        near = self._near
        if near is None or near.scope is Scope.SECTION:
            yield from filter(None, each)
        elif _fit(each):
            if near.ordered:
                yield from _rows(each, near.distance)
            else:
                yield from map(chain.from_iterable, filter(_fit, _windows(each, near, said)))


def _occurrences(unit: tuple[Wanted, ...], said: Said) -> list[Spot]:
    length = len(unit)
    starts = said.places(unit[0])
    for offset, slot in enumerate(unit[1:], start=1):
        if not starts:
            break
        words, last = said.words, len(said.words) - offset
        starts = [at for at in starts if at < last and slot.has(words[at + offset])]
    return [(start, start + length) for start in starts]


def _rows(each: Sequence[list[Spot]], distance: int) -> Iterator[list[Spot]]:
    """Yield the tightest row of one occurrence a unit, in order, from each first one."""
    for first in each[0]:
        row = [first]
        for spots in each[1:]:
            later = bisect_left(spots, (row[-1][1], 0))
            if later == len(spots):
                return
            row.append(spots[later])
        if row[-1][0] - first[1] <= distance:
            yield row


def _windows(each: Sequence[list[Spot]], near: Near, said: Said) -> Iterator[list[list[Spot]]]:
    """Yield, for each stretch in which the units may meet, the occurrences of each unit."""
    if near.scope is Scope.PARAGRAPH:
        yield list(each)
    elif near.scope is Scope.SENTENCE:
        yield from _parted(each, said.sentences)
    else:
        for unit, spots in enumerate(each):
            for last in spots:
                yield [
                    [last] if other == unit else _before(candidates, last, near.distance)
                    for other, candidates in enumerate(each)
                ]


def _parted(each: Sequence[list[Spot]], starts: Sequence[int]) -> Iterator[list[list[Spot]]]:
    """Yield the occurrences of each unit between one of these words and the next."""
    rarest = min(each, key=len)
    for part in sorted({bisect_right(starts, spot[0]) for spot in rarest}):
        begin = starts[part - 1] if part else 0
        end = starts[part] if part < len(starts) else sys.maxsize
        yield [
            spots[bisect_left(spots, (begin, 0)) : bisect_left(spots, (end, 0))] for spots in each
        ]


def _before(spots: list[Spot], last: Spot, distance: int) -> list[Spot]:
    """Return the occurrences that end at most `distance` words before `last` begins."""
    length = spots[0][1] - spots[0][0]
    low = bisect_left(spots, (last[0] - length - distance, 0))
    high = bisect_right(spots, (last[0], last[0] + length))
    return spots[low:high]


def _fit(window: Sequence[list[Spot]]) -> bool:
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
