"""Hyphens at line ends: part of the word, or only of the line."""

import re
from collections import Counter
from collections.abc import Iterable

from caseview.readers.pdf_page import HYPHEN

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_TAIL = re.compile(rf"([^\W\d_]+(?:-[^\W\d_]+)*)[-{HYPHEN}]$")
_HEAD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KEEPS_LISTED = (
    "self non co well multi pre post ex cross inter anti re mid semi long short high low over "
    "under sub vice follow decision problem evidence person child family trauma risk face "
    "hand half one two three four five six seven eight nine ten twenty thirty forty fifty "
    "sixty seventy eighty ninety all ill so by step day year month week part full time next "
    "first second third"
)
_KEEPS = frozenset(_KEEPS_LISTED.split())


class Hyphens:
    """Decides for one document, from the words it prints in the middle of its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._known: Counter[str] = Counter()
        for line in lines:
            words = _WORD.findall(line.lower())
            if line.endswith(("-", HYPHEN)) and words:
                words.pop()
            self._known.update(words)
            for word in words:
                if "-" in word:
                    self._known.update({part + "-": 1 for part in word.split("-")[:1]})

    def ends_in_hyphen(self, line: str) -> bool:
        """Return whether the last word of `line` may go on in the next line."""
        # Asked of every line: the pattern looks through a whole one before it says no.
        return line.endswith(("-", HYPHEN)) and _TAIL.search(line) is not None

    def keeps(self, line: str, after: str) -> bool:
        """Return whether the hyphen that ends `line` belongs to the word that `after` ends.

        The form that the rest of the document prints more often wins (DECISIONS 4); where it
        prints neither, the hyphen stays before a capital, after a first part that is commonly
        hyphenated, or between two words that the document knows each for itself.
        """
        tail, head = _TAIL.search(line), _HEAD.match(after)
        if tail is None or head is None:
            return True
        first, second = tail[1].lower(), head[0].lower()
        apart, together = self._known[f"{first}-{second}"], self._known[first + second]
        if apart != together:
            return apart > together
        if head[0][0].isupper() or "-" in first:
            return True
        if first in _KEEPS or self._known[f"{first}-"]:
            return True
        return bool(self._known[first] and self._known[second])
