"""Turns words as typed into the words of the casebook that they stand for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from caseview.search.expression import Slot, Unit
from caseview.search.lexicon import Lexicon
from caseview.search.spelling import near
from caseview.search.tokens import Token, fold, tokens

_CHUNK = re.compile(r"\S+")
_WILD_PART = re.compile(r"[^\W_]*(?:[*?][^\W_]*)+|[^\W_]+")
_NOTHING = ("",)
"""A slot that no word fills: it finds nothing, where no slot at all would find anything."""


@dataclass(slots=True)
class Reading:
    """What reading gathers beside the tree.

    `forms` are words searched beside those typed; `typed` the words typed, with their places;
    `passed_over` the signs that describe no word.
    """

    forms: dict[str, None] = field(default_factory=dict)
    typed: list[Token] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)


class Units:
    """Makes units out of a query's words; `exact` takes every word as it stands."""

    def __init__(self, text: str, lexicon: Lexicon, *, exact: bool) -> None:
        self._text = text
        self._lexicon = lexicon
        self._exact = exact
        self.reading = Reading()

    def word(self, start: int, end: int) -> Unit | None:
        """Return the unit for the words from `start` to `end`, the last in any of its forms."""
        found = self._placed(start, end)
        if not found:
            return None
        exact = self._text[start : start + 1] == "="
        *first, last = [token.word for token in found]
        return (*((word,) for word in first), (last,) if exact else self._forms(last))

    def quoted(self, start: int, end: int, *, forms: bool = False) -> list[Unit]:
        """Return a unit for each stretch without space: words as they stand, or in any form."""
        units: list[Unit | None] = []
        for chunk in _CHUNK.finditer(self._text, start, end):
            if re.search(r"[*?]", chunk.group()):
                units.append(self.wild(chunk.group()))
            elif forms:
                units.append(self.word(*chunk.span()))
            else:
                found = self._placed(*chunk.span())
                units.append(tuple((token.word,) for token in found) or None)
        return [unit for unit in units if unit is not None]

    def wild(self, text: str) -> Unit | None:
        """Return the unit for a word with `*` or `?`, None when no letter is left of it."""
        slots: list[Slot] = []
        for part in _WILD_PART.findall(text):
            pattern = fold(part)
            if not pattern.strip("*?"):
                self.reading.passed_over.append(part)
            elif re.search(r"[*?]", pattern.removesuffix("*")):
                slots.append(tuple(self._lexicon.like(pattern)) or _NOTHING)
            else:
                slots.append((pattern,))
        return _only_last(slots, self._lexicon)

    def fuzzy(self, start: int, end: int, most: int, same: int) -> Unit | None:
        """Return the unit for words spelled with at most `most` other letters."""
        slots = [
            (token.word, *near(token.word, self._lexicon.all, most, same=same))
            for token in self._placed(start, end)
        ]
        return tuple(tuple(dict.fromkeys(slot)) for slot in slots) or None

    def between(self, low: str | None, high: str | None, leave: Sequence[str | None]) -> Unit:
        """Return the unit for any word or number from `low` to `high`, but for those to leave."""
        ends = [fold(end.strip()) if end else None for end in (low, high)]
        out = {fold(end.strip()) for end in leave if end}
        found = (word for word in self._lexicon.between(*ends) if word not in out)
        return (tuple(found) or _NOTHING,)

    def joined(self, units: Sequence[Unit]) -> Unit:
        """Return units as one in which they follow each other directly."""
        slots = [slot for unit in units for slot in unit]
        return _only_last(slots, self._lexicon) or ()

    def _placed(self, start: int, end: int) -> list[Token]:
        """Return the words typed from `start` to `end` with their places in the query."""
        found = [
            Token(token.word, token.start + start, token.end + start)
            for token in tokens(self._text[start:end])
        ]
        self.reading.typed += found
        return found

    def _forms(self, word: str) -> Slot:
        if self._exact:
            return (word,)
        forms = self._lexicon.forms(word)
        self.reading.forms.update(dict.fromkeys(forms[1:]))
        return forms


def _only_last(slots: Sequence[Slot], lexicon: Lexicon) -> Unit | None:
    """Return slots of which only the last may hold beginnings: FTS5 knows them nowhere else."""
    if not slots:
        return None
    return (*(_spelled_out(slot, lexicon) for slot in slots[:-1]), slots[-1])


def _spelled_out(slot: Slot, lexicon: Lexicon) -> Slot:
    if not any(word.endswith("*") for word in slot):
        return slot
    words = [
        one
        for word in slot
        for one in (lexicon.beginning(word[:-1]) if word.endswith("*") else [word])
    ]
    return tuple(dict.fromkeys(words)) or _NOTHING
