"""Splits text into words as the index does: SQLite's unicode61 with remove_diacritics 2.

Needed where SQLite cannot tell positions: marks in a hit, order and sentences in a near search,
and the parts of a word as typed. A test holds it against the index itself, sign by sign.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

# Combining marks that SQLite keeps inside a word and drops from its folded form.
_MARKS = "\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*")
_PLAIN_WORD = re.compile(r"[a-z0-9]+")
# A sign that is neither ASCII nor one of the quotes, dashes, dots and spaces of printed English.
_FOREIGN = re.compile(r"[^\x00-\x7f\u00a0\u00a3\u00b7\u2010-\u2027\u2030-\u203e\u20ac]")
_DROPPED = re.compile(rf"[{_MARKS}]")
_FOLDED = {
    "\u00b5": "\u03bc",
    "\u0130": "i",
    "\u017f": "s",
    "\u01e0": "\u01e1",
    "\u01e1": "\u01e1",
    "\u03c2": "\u03c3",
    "\u1e9b": "s",
}


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: its folded form and its code-point offsets, end exclusive."""

    word: str
    start: int
    end: int


def fold(word: str) -> str:
    """Return a word as the index holds it: lower case, without the accents of Latin letters."""
    return word.lower() if word.isascii() else "".join(map(_fold_sign, word))


def tokens(text: str) -> list[Token]:
    """Return the words of a text in order."""
    pairs = zip(words(text), spans(text), strict=True)
    return [Token(word, start, end) for word, (start, end) in pairs]


def plain(text: str) -> str | None:
    """Return a text in lower case, its words those of [a-z0-9]+ at the same offsets.

    None for a text with letters beyond those, or signs that could be such.
    """
    return text.lower() if text.isascii() or not _FOREIGN.search(text) else None


def words(text: str) -> list[str]:
    """Return the folded words of a text in order."""
    if (lower := plain(text)) is not None:
        return _PLAIN_WORD.findall(lower)
    return [fold(found) for found in _WORD.findall(text)]


def spans(text: str) -> list[tuple[int, int]]:
    """Return the code-point offsets of the words of a text in order."""
    if (lower := plain(text)) is not None:
        return [found.span() for found in _PLAIN_WORD.finditer(lower)]
    return [found.span() for found in _WORD.finditer(text)]


@cache
def _fold_sign(sign: str) -> str:
    if sign in _FOLDED:
        return _FOLDED[sign]
    if _DROPPED.match(sign):
        return ""
    lowered = sign.lower()
    lowered = lowered if len(lowered) == 1 else sign
    base = unicodedata.normalize("NFD", lowered)[0]
    return base if base.isascii() else lowered
