"""The casebook's own words: how often each stands in it, and the forms of a word among them."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from caseview.search.expression import Slot
from caseview.search.families import Families
from caseview.search.tokens import words
from caseview.usecases.ports import Rows

_RANGE = "SELECT term, doc FROM word WHERE term >= ? AND term < ?"
_KNOWN = "SELECT term, doc FROM word WHERE term = ?"
_ALL = "SELECT term, doc FROM word"
_LAST = "\U0010ffff"
_LONGEST_NUMBER = 18
_REMEMBERED = 4
_Key = TypeVar("_Key")
_Kept = TypeVar("_Kept")


@dataclass(slots=True)
class Kept:
    """What was looked up, for as long as it holds true.

    `ranges`, `counts`, `matches` and `slots` hold while the passages stay the same. `words` are all
    words by alphabet, with the number of passages of each when they were read; `order` is their
    order.
    """

    ranges: dict[str, dict[str, int]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    matches: dict[str, list[int]] = field(default_factory=dict)
    slots: dict[Slot, frozenset[int]] = field(default_factory=dict)

    def remember(self, match: str, passages: list[int]) -> None:
        """Keep what a MATCH text found: the whole answer is asked for right after the first."""
        _keep_few(self.matches)
        self.matches[match] = passages

    def remember_slot(self, slot: Slot, passages: frozenset[int]) -> None:
        """Keep what the very many words of a slot found: a query may hold them several times."""
        _keep_few(self.slots)
        self.slots[slot] = passages

    def with_words(self, texts: Iterable[str]) -> "Kept":
        """Return what still holds once these texts are added."""
        known = Counter(self.words)
        for text in texts:
            known.update(set(words(text)))
        order = sorted(known)
        return Kept(words={word: known[word] for word in order}, order=order)


class Lexicon:
    """Looks words up in the index; `kept` spares asking twice."""

    def __init__(self, rows: Rows, families: Families, kept: Kept) -> None:
        self._rows = rows
        self._families = families
        self._kept = kept

    def passages(self, word: str) -> int:
        """Return in how many passages a folded word stands."""
        kept = self._kept
        if kept.words:
            return kept.words.get(word, 0)
        counts = kept.counts
        if word not in counts:
            counts[word] = next((doc for _, doc in self._rows.rows(_KNOWN, (word,))), 0)
        return counts[word]

    def forms(self, word: str) -> tuple[str, ...]:
        """Return a folded word and then its other forms in the casebook, commonest first."""
        roots = set(self._families.roots(word))
        found = {
            term: count
            for beginning in self._families.beginnings(roots)
            for term, count in self.beginning(beginning).items()
            if term != word and self._families.root(term) in roots
        }
        return (word, *sorted(found, key=lambda term: (-found[term], term)))

    def beginning(self, prefix: str) -> dict[str, int]:
        """Return the words that begin so, with the number of passages of each."""
        kept = self._kept
        if kept.words:
            return {word: kept.words[word] for word in self._alphabetical(prefix)}
        if prefix not in kept.ranges:
            kept.ranges[prefix] = dict(self._rows.rows(_RANGE, (prefix, prefix + _LAST)))
        return kept.ranges[prefix]

    def like(self, pattern: str) -> list[str]:
        """Return the words that a pattern of letters, `*` and `?` describes."""
        head = re.split(r"[*?]", pattern)[0]
        described = re.compile(re.escape(pattern).replace(r"\*", ".*").replace(r"\?", "."))
        longest = max(re.split(r"[*?]", pattern), key=len)
        among = self.beginning(head) if head else self.all
        return [word for word in among if longest in word and described.fullmatch(word)]

    def between(self, low: str | None, high: str | None) -> list[str]:
        """Return the words from `low` to `high`: as numbers when both are, else by alphabet."""
        if all(end is None or _is_number(end) for end in (low, high)):
            least, most = int(low or 0), int(high or "9" * _LONGEST_NUMBER)
            return [word for word in self.all if _is_number(word) and least <= int(word) <= most]
        return [word for word in self.all if (low or "") <= word <= (high or _LAST)]

    @property
    def all(self) -> dict[str, int]:
        """Every word of the casebook with the number of passages it stands in, by alphabet."""
        kept = self._kept
        if not kept.words:
            kept.words = dict(self._rows.rows(_ALL))
            kept.order = list(kept.words)
        return kept.words

    def _alphabetical(self, prefix: str) -> Iterator[str]:
        order = self._kept.order
        for at in range(bisect_left(order, prefix), len(order)):
            if not order[at].startswith(prefix):
                return
            yield order[at]


def _keep_few(kept: dict[_Key, _Kept]) -> None:
    """Take away what was kept first, where there is no more room."""
    while len(kept) >= _REMEMBERED:
        kept.pop(next(iter(kept)), None)


def _is_number(word: str) -> bool:
    return word.isdecimal() and len(word) <= _LONGEST_NUMBER
