"""Tells quickly whether words meet in one sentence: only the signs between them are looked at.

Reading a paragraph into words and sentences costs ten times as much as looking for a few words in
it. What this cannot settle for certain it leaves to `spots`, which reads it all.
"""

import re
from collections.abc import Sequence
from itertools import combinations, pairwise

from caseview.search.expression import Found, Slot, meet
from caseview.search.tokens import plain
from caseview.tagging.sentences import sentences

_MOST_WORDS = 48
_MAY_END = re.compile(r"[.!?\n]")
# What ends a sentence whatever stands around it: no abbreviation is so long, but for these two.
_SURE_END = re.compile(
    r"""(?:(?<![A-Za-z])(?!(?:paras|approx|[ivx]+)\.)[A-Za-z]{5,}\.|[!?])"""
    r"""["'\u2019\u201d)\]]*\s+["'\u2018\u201c(\[]*[A-Z]"""
)
_SURE_WORD = re.compile(r"(?![ivx]+\*?$)[a-z]{2,}\*?")
_PAST = 8
"""How far past a word the rules of sentences look for what begins the next line."""


class InSentence:
    """Looks for the words of one near search in the sentences of texts."""

    def __init__(self, found: Found) -> None:
        self._units = [re.compile(_pattern(unit[0])) for unit in found.units]

    def stands_in(self, text: str) -> bool | None:
        """Return whether a word of each unit stands in one sentence, None where it cannot tell."""
        lower = plain(text)
        if lower is None:
            return None
        places: list[tuple[int, int, int]] = []
        for unit, pattern in enumerate(self._units):
            here = [
                (start, end, unit)
                for start, end in (match.span() for match in pattern.finditer(lower))
                if start == 0 or not lower[start - 1].isalnum()
            ]
            if not here:
                return False
            places += here
        places.sort()
        return self._meet(text, places)

    def _meet(self, text: str, places: Sequence[tuple[int, int, int]]) -> bool:
        """Return whether all units are among places between which no sentence ends."""
        together = {places[0][2]}
        for (start, end, _), (following, after, unit) in pairwise(places):
            if _MAY_END.search(text, end, following) and (
                _SURE_END.search(text, start, following + 1)
                or _parted(text, start, following, after)
            ):
                together.clear()
            together.add(unit)
            if len(together) == len(self._units):
                return True
        return False


def can_tell(found: Found) -> bool:
    """Return whether `InSentence` understands the words of a near search.

    They must be single words, never one word for two units, and none that could number a line:
    what ends a sentence after such a word depends on where the sentence began.
    """
    slots = [unit[0] for unit in found.units if len(unit) == 1]
    return (
        len(slots) == len(found.units) > 1
        and all(len(slot) <= _MOST_WORDS for slot in slots)
        and all(_SURE_WORD.fullmatch(word) for slot in slots for word in slot)
        and not any(
            meet(word, other)
            for one, another in combinations(slots, 2)
            for word in one
            for other in another
        )
    )


def _pattern(slot: Slot) -> str:
    words = "|".join(
        re.escape(word[:-1]) + "[a-z0-9]*" if word.endswith("*") else re.escape(word)
        for word in sorted(slot, reverse=True)  # the longer of two with one beginning first
    )
    return rf"(?:{words})(?![a-z0-9])"


def _parted(text: str, start: int, following: int, after: int) -> bool:
    """Return whether a sentence ends between the word at `start` and the one at `following`."""
    parts = sentences(text, start, min(len(text), after + _PAST))
    return parts[0][1] <= following
