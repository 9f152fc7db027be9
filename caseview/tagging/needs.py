"""What words a sentence must hold for a pattern to match there.

A pattern is turned into sets of words of which a sentence must hold one each: "lack of ..
(supervision|oversight)" needs *lack*, and *of*, and *supervision* or *oversight*. Where
alternatives are of several words, each is a way of its own: "(no further action|unresolved)" is
*no* and *further* and *action* together, or *unresolved*.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, product
from math import prod
from typing import NamedTuple

from caseview.tagging.notation import Choice, Item, Pattern, Phrase, Word

MOST_SPELLINGS = 256
_COMMON_WORDS = """
a all an and any are as at be been but by could did for from had has have he her his if in into is
it its may more no not of on one or other out she should so than that the their them there they
this to was we were when which who will with would about after again being between during further
have i known made often only said sent take taken told under your you
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
COMMON = frozenset(_COMMON_WORDS.split())
"""Words that most sentences hold one of."""
FREQUENT = frozenset(_WORDS_OF_REVIEWS.split())
"""Words that stand in many sentences of a review."""


class Spelling(NamedTuple):
    """Letters of one word as it stands in a text; with `open_end` a word may go on."""

    letters: str
    open_end: bool


Needed = frozenset[Spelling]
"""A sentence must hold one of these words."""
Way = tuple[Needed, ...]
"""Sets of which a sentence must hold one word each."""


def needs(pattern: Pattern) -> list[Needed]:
    """Return sets of words of which a sentence must hold one each for the pattern to match."""
    return [in_any(ways) for ways in ways_of(pattern)]


def ways_of(pattern: Pattern) -> list[list[Way]]:
    """Return, for each part of a pattern that must be there, the ways in which it can be."""
    if len(pattern.options) == 1:
        return list(_of_phrase(pattern.options[0]))
    ways = _of_options(pattern.options)
    return [ways] if ways else []


def in_any(ways: Iterable[Way]) -> Needed:
    """Return words of which a sentence holds one whichever of the ways it goes."""
    rarest: list[Needed] = [max(way, key=_rarity) for way in ways]
    return frozenset(chain.from_iterable(rarest))


def _rarity(needed: Needed) -> int:
    return min(_rarity_of(spelling.letters) for spelling in needed)


def _rarity_of(letters: str) -> int:
    return 0 if letters in COMMON else 1 if letters in FREQUENT else len(letters)


def _of_phrase(phrase: Phrase) -> Iterator[list[Way]]:
    for item in phrase.items:
        if not item.optional and (ways := _of_item(item)):
            yield ways


def _of_item(item: Item) -> list[Way]:
    """Return the ways in which an item can be there, none where it can be in any."""
    first = item.parts[0]
    if len(item.parts) == 1 and isinstance(first, Choice):
        return _of_options(first.options)
    written = _written(item) or ()
    return _merged([way for one in written for way in _spelt(one)])


def _of_options(options: Sequence[Phrase]) -> list[Way]:
    ways = [tuple(map(in_any, _of_phrase(phrase))) for phrase in options]
    return _merged(ways) if all(ways) else []


def _merged(ways: Sequence[Way]) -> list[Way]:
    """Return ways with all those of one set as one."""
    alone = frozenset(chain.from_iterable(way[0] for way in ways if len(way) == 1))
    longer = [way for way in ways if len(way) > 1]
    return [*longer, (alone,)] if alone else longer


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


def _spelt(word: Word) -> Iterator[Way]:
    """Yield the ways to write a word.

    Hyphens and apostrophes may be missing: "over-reli*" is *over* and *reli…*, or *overreli…*.
    """
    pieces = re.split(r"([^\w])", word.letters)
    runs = [[pieces[0]]]
    for mark, letters in zip(pieces[1::2], pieces[2::2], strict=True):
        apart = [[*run, letters] for run in runs]
        joined = [[*run[:-1], run[-1] + letters] for run in runs] if mark in "-'" else []
        runs = apart + joined
    for *before, last in runs:
        spelt = [Spelling(letters, open_end=False) for letters in before]
        spelt.append(Spelling(last, word.any_ending))
        yield tuple(frozenset({one}) for one in spelt if one.letters)
