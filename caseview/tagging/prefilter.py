"""One pass over the words of a sentence that tells which of many patterns can match it.

Every set of words that patterns ask for is a bit; a word carries the bits of the sets it is in. The
rarest set of a pattern calls it up; it can match when no bit is missing of the other sets it needs.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import chain
from operator import or_
from typing import NamedTuple

from caseview.tagging.needs import COMMON, FREQUENT, Needed, Spelling, Way, in_any, ways_of
from caseview.tagging.notation import Pattern
from caseview.tagging.remembered import Remembered

WORD = re.compile(r"\w+")
_WEIGHT_OF_COMMON = 10_000
_WEIGHT_OF_FREQUENT = 400


class _Call(NamedTuple):
    """A pattern by its number, with the set that calls it up and the others it needs there."""

    pattern: int
    by: Needed
    others: tuple[Needed, ...]


class _Called(NamedTuple):
    """What a word does: the bits of the sets it is in, and what it calls up.

    Each pattern it calls up comes after the bits of the sets it needs beside.
    """

    bits: int
    calls: tuple[tuple[int, int], ...]


class Prefilter:
    """Tells which patterns, by their number, can match a sentence."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        asked = [ways_of(pattern) for pattern in patterns]
        weights = Counter(
            spelling
            for way in chain.from_iterable(chain.from_iterable(asked))
            for one in way
            for spelling in one
        )
        calls = [
            call for number, items in enumerate(asked) for call in _calls(number, items, weights)
        ]
        self._always = tuple(number for number, items in enumerate(asked) if not items)
        # Numbers are quicker the fewer bits they have: what is asked for most comes first.
        often = Counter(chain.from_iterable(call.others for call in calls)).most_common()
        bits = {needed: 1 << place for place, (needed, _) in enumerate(often)}
        self._all = (1 << len(bits)) - 1
        bits_of: Counter[Spelling] = Counter()
        for needed, bit in bits.items():
            for spelling in needed:
                bits_of[spelling] |= bit
        calls_of: dict[Spelling, list[tuple[int, int]]] = {}
        for call in calls:
            wanted = _joined(bits[needed] for needed in call.others)
            for spelling in call.by:
                calls_of.setdefault(spelling, []).append((wanted, call.pattern))
        self._by_spelling = {
            spelling: _Called(bits_of[spelling], tuple(calls_of.get(spelling, ())))
            for spelling in bits_of.keys() | calls_of.keys()
        }
        self._lengths = tuple(sorted({len(s.letters) for s in self._by_spelling if s.open_end}))
        self._known = Remembered(self._look_up)

    def candidates(self, words: Iterable[str]) -> set[int]:
        """Return the numbers of the patterns that can match a sentence of these folded words.

        No pattern that matches is left out; some that do not match may be in.
        """
        hits = [hit for hit in map(self._known.__getitem__, set(words)) if hit is not None]
        held = 0
        for bits, _ in hits:
            held |= bits
        missing = self._all ^ held
        found = {number for _, calls in hits for wanted, number in calls if not wanted & missing}
        found.update(self._always)
        return found

    def _look_up(self, word: str) -> _Called | None:
        hits = [
            hit
            for spelling in self._spellings(word)
            if (hit := self._by_spelling.get(spelling)) is not None
        ]
        if not hits:
            return None
        calls = chain.from_iterable(hit.calls for hit in hits)
        return _Called(_joined(hit.bits for hit in hits), tuple(dict.fromkeys(calls)))

    def _spellings(self, word: str) -> Iterator[Spelling]:
        yield Spelling(word, open_end=False)
        for length in self._lengths:
            if length > len(word):
                break
            yield Spelling(word[:length], open_end=True)


def _joined(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)


def _calls(
    number: int, items: Sequence[Sequence[Way]], weights: Counter[Spelling]
) -> Iterator[_Call]:
    """Yield what calls a pattern up: each way to meet the rarest of its items."""

    def weight(way: Way) -> int:
        return min(_weight(needed, weights) for needed in way)

    if not items:
        return
    rarest = min(range(len(items)), key=lambda place: sum(map(weight, items[place])))
    others = [in_any(ways) for place, ways in enumerate(items) if place != rarest]
    for way in items[rarest]:
        first, *rest = sorted(way, key=lambda needed: _weight(needed, weights))
        yield _Call(number, first, tuple(dict.fromkeys([*rest, *others])))


def _weight(needed: Needed, weights: Counter[Spelling]) -> int:
    """Return how often a set may be met: by how common its words are, and how often asked for."""
    return sum(
        _WEIGHT_OF_COMMON
        if spelling.letters in COMMON
        else _WEIGHT_OF_FREQUENT
        if spelling.letters in FREQUENT
        else weights[spelling]
        for spelling in needed
    )
