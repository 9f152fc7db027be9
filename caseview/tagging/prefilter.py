"""One pass over the words of a sentence that tells which of many patterns can match it.

Each pattern is turned into sets of words of which a sentence must hold one each: "lack of ..
(supervision|oversight)" needs *lack*, and *of*, and *supervision* or *oversight*. A word
carries the numbers of the sets it belongs to; the rarest set of a pattern calls it up.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from math import prod
from typing import NamedTuple

from caseview.tagging.notation import Choice, Item, Pattern, Phrase, Word

WORD = re.compile(r"\w+")
MOST_SPELLINGS = 256
MOST_WORDS_REMEMBERED = 50_000
_COMMON_WORDS = """
a all an and any are as at be been but by could did for from had has have he her his if in into is
it its may more no not of on one or other out she should so than that the their them there they
this to was we were when which who will with would about after again being between during further
have i known made often only said sent take taken told under your you
"""
_COMMONEST_WORDS = """
a and as for he her his in it not no of on she that the to was were
"""
_WORDS_OF_REVIEWS = """
act action agencies agency ambulance area assessed assessment assessments call care case child
children communication concern concerned concerns conclusion contact coroner coroners court death
deaths discharge duty evidence family following future health heard history home hospital
information informed inquest investigation investigations legal management medical medication
mental mother nurse officer officers patient plan police policy power powers prevent record
recorded records referral regulation report response review risk school senior service services
social staff statutory suicide support system team time training treatment trust ward worker
"""
_COMMONEST = frozenset(_COMMONEST_WORDS.split())
_COMMON = frozenset(_COMMON_WORDS.split())
_FREQUENT = frozenset(_WORDS_OF_REVIEWS.split())
_WEIGHT_OF_COMMON = 10_000
_WEIGHT_OF_FREQUENT = 400


class Spelling(NamedTuple):
    """Letters of one word as it stands in a text; with `open_end` a word may go on."""

    letters: str
    open_end: bool


Needed = frozenset[Spelling]
"""A sentence must hold one of these words."""


class _Called(NamedTuple):
    """What a word does: the sets it satisfies, and the patterns it calls up.

    `sets` holds the numbers of those that hold rarer words alone, `bits` a bit for each other.
    """

    sets: frozenset[int]
    bits: int
    patterns: tuple[int, ...]


class _Known(dict[str, "_Called | None"]):
    """Remembers what each word does; a word not met before is looked up."""

    def __init__(self, look_up: Callable[[str], "_Called | None"]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, word: str) -> "_Called | None":
        if len(self) >= MOST_WORDS_REMEMBERED:
            self.clear()
        found = self[word] = self._look_up(word)
        return found


class _Sets:
    """The sets of words that patterns ask for, each known by a number or by a bit.

    Nearly every sentence meets a set with one of the commonest words: those are many to a word
    and cheap to join as bits. The others are few to a word and cheap to ask for as numbers.
    """

    def __init__(self) -> None:
        self.numbers_of: dict[Spelling, set[int]] = {}
        self.bits_of: dict[Spelling, int] = {}
        self._known: dict[Needed, int] = {}
        self._bits: dict[Needed, int] = {}

    def wanted(self, needed: Iterable[Needed]) -> tuple[frozenset[int], int]:
        """Return the numbers and the bits of these sets, with numbers for those not met before."""
        numbers, bits = set(), 0
        for one in needed:
            if any(spelling.letters in _COMMONEST for spelling in one):
                bit = self._bits.setdefault(one, 1 << len(self._bits))
                bits |= bit
                for spelling in one:
                    self.bits_of[spelling] = self.bits_of.get(spelling, 0) | bit
            else:
                number = self._known.setdefault(one, len(self._known))
                numbers.add(number)
                for spelling in one:
                    self.numbers_of.setdefault(spelling, set()).add(number)
        return frozenset(numbers), bits


class Prefilter:
    """Tells which patterns, by their number, can match a sentence."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        asked = [tuple(dict.fromkeys(needs(pattern))) for pattern in patterns]
        weights = Counter(spelling for sets in asked for one in sets for spelling in one)
        sets = _Sets()
        calls: dict[Spelling, list[int]] = {}
        wanted = []
        for number, needed in enumerate(asked):
            rarest, *others = sorted(needed, key=lambda one: _weight(one, weights)) or [frozenset()]
            wanted.append(sets.wanted(others))
            for spelling in rarest:
                calls.setdefault(spelling, []).append(number)
        self._wanted = tuple(one for one, _ in wanted)
        self._wanted_bits = tuple(bits for _, bits in wanted)
        self._always = tuple(number for number, needed in enumerate(asked) if not needed)
        self._by_spelling = {
            spelling: _Called(
                frozenset(sets.numbers_of.get(spelling, ())),
                sets.bits_of.get(spelling, 0),
                tuple(calls.get(spelling, ())),
            )
            for spelling in sets.numbers_of.keys() | sets.bits_of.keys() | calls.keys()
        }
        self._lengths = tuple(sorted({len(s.letters) for s in self._by_spelling if s.open_end}))
        self._known = _Known(self._look_up)

    def candidates(self, words: Iterable[str]) -> list[int]:
        """Return the numbers of the patterns that can match a sentence of these folded words.

        No pattern that matches is left out; some that do not match may be in.
        """
        hits = [hit for hit in map(self._known.__getitem__, set(words)) if hit is not None]
        held = set[int]().union(*[hit.sets for hit in hits])
        called = set(self._always).union(*[hit.patterns for hit in hits])
        bits = 0
        for hit in hits:
            bits |= hit.bits
        wanted, wanted_bits = self._wanted, self._wanted_bits
        return [
            number
            for number in called
            if wanted[number] <= held and bits & wanted_bits[number] == wanted_bits[number]
        ]

    def _look_up(self, word: str) -> _Called | None:
        hits = [
            hit
            for spelling in self._spellings(word)
            if (hit := self._by_spelling.get(spelling)) is not None
        ]
        if not hits:
            return None
        bits = 0
        for hit in hits:
            bits |= hit.bits
        return _Called(
            frozenset[int]().union(*[hit.sets for hit in hits]),
            bits,
            tuple({number for hit in hits for number in hit.patterns}),
        )

    def _spellings(self, word: str) -> Iterator[Spelling]:
        yield Spelling(word, open_end=False)
        for length in self._lengths:
            if length > len(word):
                break
            yield Spelling(word[:length], open_end=True)


def _weight(needed: Needed, weights: Counter[Spelling]) -> int:
    """Return how often a set may be met: by how common its words are, and how often asked for."""
    return sum(
        _WEIGHT_OF_COMMON
        if spelling.letters in _COMMON
        else _WEIGHT_OF_FREQUENT
        if spelling.letters in _FREQUENT
        else weights[spelling]
        for spelling in needed
    )


def needs(pattern: Pattern) -> list[Needed]:
    """Return sets of words of which a sentence must hold one each for the pattern to match."""
    if len(pattern.options) == 1:
        return _of_phrase(pattern.options[0])
    together = _of_options(pattern.options)
    return [] if together is None else [together]


def _of_phrase(phrase: Phrase) -> list[Needed]:
    needed = (_of_item(item) for item in phrase.items if not item.optional)
    return [one for one in needed if one is not None]


def _of_item(item: Item) -> Needed | None:
    """Return the words of which one must be there for an item to match, None for no such set."""
    first = item.parts[0]
    if len(item.parts) == 1 and isinstance(first, Choice):
        return _of_options(first.options)
    written = _written(item)
    if written is None:
        return None
    return frozenset(spelling for one in written for spelling in _spelt(one))


def _of_options(options: Sequence[Phrase]) -> Needed | None:
    together: set[Spelling] = set()
    for phrase in options:
        needed = _of_phrase(phrase)
        if not needed:
            return None
        together |= max(needed, key=lambda one: min(_rarity(spelling) for spelling in one))
    return frozenset(together)


def _rarity(spelling: Spelling) -> int:
    return 0 if spelling.letters in _COMMON else len(spelling.letters)


def _written(item: Item) -> list[Word] | None:
    """Return every way to write an item of one word, None when there are too many or none."""
    choices = []
    for part in item.parts:
        ways = [part] if isinstance(part, Word) else _ways(part)
        if ways is None:
            return None
        choices.append(ways)
    if prod(map(len, choices)) > MOST_SPELLINGS:
        return None
    return [_glued(parts) for parts in product(*choices)]


def _ways(choice: Choice) -> list[Word] | None:
    ways = [Word("")] if choice.optional else []
    for phrase in choice.options:
        inner = _written(phrase.items[0]) if len(phrase.items) == 1 else None
        if inner is None:
            return None
        ways += inner
    return ways


def _glued(parts: Sequence[Word]) -> Word:
    """Return parts that touch as one word; a part with any ending leaves open what follows it."""
    letters = ""
    for part in parts:
        letters += part.letters
        if part.any_ending:
            return Word(letters, any_ending=True)
    return Word(letters)


def _spelt(word: Word) -> Iterator[Spelling]:
    """Yield, for each way to write a word, the longest run of letters that must be there.

    Hyphens and apostrophes may be missing, so "over-reli*" is *reli…* or *overreli…*.
    """
    pieces = re.split(r"([^\w])", word.letters)
    runs = [[pieces[0]]]
    for mark, letters in zip(pieces[1::2], pieces[2::2], strict=True):
        apart = [[*run, letters] for run in runs]
        joined = [[*run[:-1], run[-1] + letters] for run in runs] if mark in "-'" else []
        runs = apart + joined
    for run in runs:
        longest = max(range(len(run)), key=lambda place: len(run[place]))
        is_last = longest == len(run) - 1
        yield Spelling(run[longest], word.any_ending and is_last)
