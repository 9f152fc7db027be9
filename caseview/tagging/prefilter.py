"""One pass over the words of a sentence that tells which of many patterns can match it.

A pattern that needs one word is called up by it, one that needs several by two of them that stand
in their order: "lack of .. supervision" by *lack* with *supervision* somewhere after it. Each such
pair is a bit of a number, and a word carries the bits of the pairs that it begins and of those that
it ends, so that a few operations on numbers look for all the pairs of all patterns at once.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import chain, combinations
from operator import or_
from typing import NamedTuple

from caseview.tagging.needs import COMMON, FREQUENT, Needed, Spelling, Way, in_any, ways_of
from caseview.tagging.notation import Pattern
from caseview.tagging.remembered import Remembered

WORD = re.compile(r"\w+")
_WEIGHT_OF_COMMON = 10_000
_WEIGHT_OF_FREQUENT = 400

_Pair = tuple[Needed, Needed]
"""What must stand before what in a sentence."""


class _Call(NamedTuple):
    """A pattern by its number, with the pair that calls it up and what else it needs there."""

    pattern: int
    by: _Pair
    others: tuple[Needed, ...]


class _Called(NamedTuple):
    """What a word does: the patterns it calls up alone, and bits.

    These are the bits of the pairs that it begins, of those that it ends, and of the other sets of
    words that it is in.
    """

    alone: tuple[int, ...]
    begins: int
    ends: int
    others: int


class Prefilter:
    """Tells which patterns, by their number, can match a sentence."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        asked = [ways_of(pattern) for pattern in patterns]
        weights = _Weights(chain.from_iterable(chain.from_iterable(asked)))
        self._always = tuple(number for number, items in enumerate(asked) if not items)
        alone: dict[Spelling, list[int]] = {}
        calls: list[_Call] = []
        for number, items in enumerate(asked):
            for said in _chains(items, weights):
                if len(said) > 1:
                    calls.append(_call(number, said, weights))
                else:
                    for spelling in said[0]:
                        alone.setdefault(spelling, []).append(number)
        # Numbers are quicker the fewer bits they have: what is met most comes first.
        by = sorted(dict.fromkeys(call.by for call in calls), key=weights.of_pair, reverse=True)
        needed = Counter(chain.from_iterable(call.others for call in calls)).most_common()
        pairs = {pair: place for place, pair in enumerate(by)}
        others = {one: place for place, (one, _) in enumerate(needed)}
        self._calls: list[list[tuple[int, int]]] = [[] for _ in pairs]
        for call in calls:
            wanted = _joined(1 << others[one] for one in call.others)
            self._calls[pairs[call.by]].append((wanted, call.pattern))
        begins = _bits_of((first, place) for (first, _), place in pairs.items())
        ends = _bits_of((last, place) for (_, last), place in pairs.items())
        held = _bits_of(others.items())
        self._by_spelling = {
            one: _Called(tuple(alone.get(one, ())), begins[one], ends[one], held[one])
            for one in {*alone, *begins, *ends, *held}
        }
        self._lengths = tuple(sorted({len(s.letters) for s in self._by_spelling if s.open_end}))
        self._known = Remembered(self._look_up)

    def candidates(self, words: Iterable[str]) -> set[int]:
        """Return the numbers of the patterns that can match a sentence of these folded words.

        The words are in their order. No pattern that matches is left out; some that do not match
        may be in.
        """
        numbers = [*self._always]
        begun = met = held = 0
        for called in map(self._known.__getitem__, words):
            if called is not None:
                alone, begins, ends, others = called
                if alone:
                    numbers += alone
                if live := ends & begun:
                    met |= live
                begun |= begins
                held |= others
        calls = self._calls
        while met:
            place = met.bit_length() - 1
            met ^= 1 << place
            for wanted, number in calls[place]:
                if wanted & held == wanted:
                    numbers.append(number)
        return set(numbers)

    def _look_up(self, word: str) -> _Called | None:
        hits = [
            hit
            for spelling in self._spellings(word)
            if (hit := self._by_spelling.get(spelling)) is not None
        ]
        if not hits:
            return None
        alone, *bits = zip(*hits, strict=True)
        return _Called(tuple(dict.fromkeys(chain.from_iterable(alone))), *map(_joined, bits))

    def _spellings(self, word: str) -> Iterator[Spelling]:
        yield Spelling(word, open_end=False)
        for length in self._lengths:
            if length > len(word):
                break
            yield Spelling(word[:length], open_end=True)


class _Weights:
    """Knows how often sets of words may be met: how common they are, and how often asked for."""

    def __init__(self, ways: Iterable[Way]) -> None:
        self._asked = Counter(chain.from_iterable(chain.from_iterable(ways)))
        self._known: dict[Needed, int] = {}

    def of(self, needed: Needed) -> int:
        """Return how often one word of a set may be met."""
        if needed not in self._known:
            self._known[needed] = sum(map(self._of_spelling, needed))
        return self._known[needed]

    def of_way(self, way: Way) -> int:
        """Return how often all words of a way may be met."""
        return min(map(self.of, way))

    def of_pair(self, pair: _Pair) -> int:
        """Return how often the one may be met with the other."""
        return self.of(pair[0]) * self.of(pair[1])

    def _of_spelling(self, spelling: Spelling) -> int:
        if spelling.letters in COMMON:
            return _WEIGHT_OF_COMMON
        return _WEIGHT_OF_FREQUENT if spelling.letters in FREQUENT else self._asked[spelling]


def _joined(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)


def _bits_of(places: Iterable[tuple[Needed, int]]) -> Counter[Spelling]:
    """Return, for each word of sets that have a place each, the bits of these places."""
    found: Counter[Spelling] = Counter()
    for needed, place in places:
        for spelling in needed:
            found[spelling] |= 1 << place
    return found


def _chains(items: Sequence[Sequence[Way]], weights: _Weights) -> Iterator[Sequence[Needed]]:
    """Yield what a pattern needs, in its order: a chain for each way to meet its rarest item."""
    if not items:
        return
    rarest = min(range(len(items)), key=lambda place: sum(map(weights.of_way, items[place])))
    before, after = map(in_any, items[:rarest]), map(in_any, items[rarest + 1 :])
    head, tail = tuple(before), tuple(after)
    for way in items[rarest]:
        yield *head, *way, *tail


def _call(pattern: int, said: Sequence[Needed], weights: _Weights) -> _Call:
    """Return what calls a pattern up: the two sets of a chain that are seldom met together."""
    first, last = min(
        combinations(range(len(said)), 2),
        key=lambda places: weights.of_pair((said[places[0]], said[places[1]])),
    )
    others = (one for place, one in enumerate(said) if place not in (first, last))
    return _Call(pattern, (said[first], said[last]), tuple(dict.fromkeys(others)))
