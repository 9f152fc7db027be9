"""Finds passages with any of very many words, such as those that `*a*` stands for."""

import json
from collections.abc import Iterator, Sequence

from caseview.search.expression import Slot
from caseview.search.lexicon import Lexicon
from caseview.search.match import any_text, quoted
from caseview.search.spots import Wanted
from caseview.search.state import State
from caseview.search.tokens import words
from caseview.usecases.ports import Rows

_SIDE_BY_SIDE = 16
"""How many words one OR holds when there are very many: measured, the cheapest from 8 to 400."""
_WORTH_A_WORD = 4
"""How many passages can be read while the index is asked for one more word: measured."""
_AT_A_TIME = 1000

_MATCHING = "SELECT group_concat(rowid) FROM passage_words WHERE passage_words MATCH ?"
_TEXTS = "SELECT id, text FROM passage WHERE id IN (SELECT value FROM json_each(?))"


class Wide:
    """Finds what many words find, the commonest first.

    A few common words soon find nearly every passage; then it costs less to read the passages
    that are left than to ask for each of the thousands of words that are left.
    """

    def __init__(self, rows: Rows, state: State, lexicon: Lexicon) -> None:
        self._rows = rows
        self._every = state.places.every
        self._kept = state.kept
        self._lexicon = lexicon

    def passages(self, slot: Slot) -> frozenset[int]:
        """Return the ids of the passages with any of the words or beginnings of a slot."""
        remembered = self._kept.slots.get(slot)
        if remembered is None:
            remembered = self._found(slot)
            self._kept.remember_slot(slot, remembered)
        return remembered

    def _found(self, slot: Slot) -> frozenset[int]:
        beginnings = [word for word in slot if word.endswith("*")]
        common = sorted(set(slot).difference(beginnings), key=self._lexicon.passages, reverse=True)
        ordered = beginnings + common
        found: set[int] = set()
        for at in range(0, len(ordered), _SIDE_BY_SIDE):
            left, now = ordered[at:], ordered[at : at + _SIDE_BY_SIDE]
            if self._worth_reading(left, now, len(found)):
                found.update(self._read(left, found))
                break
            some = any_text(quoted([word]) for word in now)
            said = self._rows.rows(_MATCHING, (some,))[0][0]
            found.update(json.loads(f"[{said or ''}]"))  # quicker than int() one by one
        return frozenset(found)

    def _worth_reading(self, left: Sequence[str], now: Sequence[str], found: int) -> bool:
        """Return whether reading what is missing costs less than asking for all that is left.

        It does not while the words to ask for now are common enough to find much of it.
        """
        missing = len(self._every) - found
        share = sum(map(self._lexicon.passages, now)) / max(1, len(self._every))
        return missing < _WORTH_A_WORD * len(left) and missing * share < _WORTH_A_WORD * len(now)

    def _read(self, left: Sequence[str], found: set[int]) -> list[int]:
        """Return those passages not yet found in whose text one of the words left stands."""
        wanted = Wanted(tuple(left))
        missing = [one for one in self._every if one not in found]
        texts = read_texts(self._rows, missing)
        if wanted.beginnings:
            return [one for one, text in texts if any(map(wanted.has, words(text)))]
        return [one for one, text in texts if not wanted.words.isdisjoint(words(text))]


def read_texts(rows: Rows, passages: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield passages with their texts, read a thousand at a time: between them one can stop."""
    for at in range(0, len(passages), _AT_A_TIME):
        yield from rows.rows(_TEXTS, (json.dumps(passages[at : at + _AT_A_TIME]),))
