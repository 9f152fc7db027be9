"""Lines printed all in capitals, as names are written."""

import re

_LINE = re.compile(r"(?m)^[^a-z\n]{4,}$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "in", "into", "le", "of", "on", "the",
                    "to", "under", "upon", "with"})  # fmt: skip
_SHORT_WORDS = frozenset({"mr", "ms", "dr", "is"})
_LETTERS = 2


def as_written(text: str) -> str:
    """Return `text`, of the same length, with lines all in capitals as names are written.

    Small words are small, the letters of a code ("ADULT AB") stay as they are.
    """
    return _LINE.sub(lambda line: _WORD.sub(_cased, line.group()), text)


def _cased(word: re.Match[str]) -> str:
    printed = word.group()
    small = printed.lower()
    if len(small) != len(printed):
        return printed
    if small in _SMALL and len(small) > 1 and word.start():
        return small
    code = len(small) <= _LETTERS and small not in _SHORT_WORDS and small not in _SMALL
    return printed if code or len(small) == 1 else small.capitalize()
