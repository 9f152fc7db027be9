"""Which words are forms of one another: staff and staffing, curious and curiosity.

Inflections follow steps 1 and 5 of Porter (1980), but for "ff" (staffing is of staff, not staf);
few derivations are undone, only those after which a word still means the same thing. What rules
cannot know is a table that a team can edit: families that belong together, words that do not.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

_VOWEL = re.compile(r"[aeiou]|(?<=[^aeiou])y")
_MEASURE = re.compile(r"(?:[aeiou]|(?<=[^aeiou])y)+(?:[^aeiouy]|^y|(?<=[aeiou])y)+")
_SHORT_END = re.compile(r"[^aeiou][aeiouy][^aeiouwxy]$")
_IZE = re.compile(r"(?<=..[^aeious])iz(?=e|ing|ation|able)|(?<=l)yz(?=e|ing)")
# Suffix, what stands for it, the fewest letters before it.
_DERIVED = (
    ("isation", "is", 3),
    ("osity", "ous", 3),
    ("ility", "l", 3),
    ("iness", "y", 3),
    ("ency", "ent", 3),
    ("ence", "ent", 3),
    ("ancy", "ant", 3),
    ("ance", "ant", 4),
    ("ness", "", 4),
    ("ment", "", 4),
    ("bly", "bl", 3),
    ("ily", "y", 3),
    ("ity", "", 5),
    ("ly", "", 4),
)
_SHARED = 3


@dataclass(frozen=True, slots=True)
class FamilyTable:
    """What rules cannot know: `together` are families, `apart` words that keep to themselves."""

    together: tuple[tuple[str, ...], ...] = ()
    apart: frozenset[str] = field(default_factory=frozenset)


def read_table(text: str) -> FamilyTable:
    """Return the table written in `text`: a family a line; a line after "apart:" parts words."""
    together: list[tuple[str, ...]] = []
    apart: set[str] = set()
    for line in text.lower().splitlines():
        said = line.split("#")[0]
        if said.startswith("apart:"):
            apart.update(said.removeprefix("apart:").split())
        elif members := tuple(said.split()):
            together.append(members)
    return FamilyTable(tuple(together), frozenset(apart))


class Families:
    """Tells the family of a word, and where in a sorted word list its members can be."""

    def __init__(self, table: FamilyTable) -> None:
        self._apart = table.apart
        self._joined: dict[str, tuple[str, ...]] = {}
        for members in table.together:
            roots = dict.fromkeys(self.root(member) for member in members)
            for root in list(roots):
                roots.update(dict.fromkeys(self._joined.get(root, ())))
            for root in roots:
                self._joined[root] = tuple(roots)

    def root(self, word: str) -> str:
        """Return what the forms of a word share; words of other alphabets are their own root."""
        return _root(word, self._apart)

    def roots(self, word: str) -> tuple[str, ...]:
        """Return the roots of the whole family of a word, its own among them."""
        root = self.root(word)
        return self._joined.get(root, (root,))

    def beginnings(self, roots: Iterable[str]) -> tuple[str, ...]:
        """Return beginnings of which each word with one of these roots has one."""
        found: list[str] = []
        for beginning in sorted({_beginning(root) for root in roots}):
            if not found or not beginning.startswith(found[-1]):
                found.append(beginning)
        return tuple(found)


def _beginning(root: str) -> str:
    """Return the part of a root that no rule changes."""
    cut = root.find("is", _SHARED - 1)
    if cut < 0 and (cut := root.find("ys", _SHARED - 1)) >= 0:
        cut -= 1
    whole = root if cut < 0 else root[: cut + 1]
    if whole.endswith("ous"):
        return whole[:-2]
    return whole[:-1] if len(whole) > _SHARED or whole.endswith("y") else whole


@cache
def _root(word: str, apart: frozenset[str]) -> str:
    if len(word) <= _SHARED or not (word.isascii() and word.isalpha()):
        return word
    word = _singular(_IZE.sub(lambda found: found.group()[0] + "s", word))
    if word in apart:
        return word
    word = _underived(word, apart)
    word = _uninflected(word)
    return word if word in apart else _without_e(word)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 (dies, ties, lies)
        return word[:-3] + "y"
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _underived(word: str, apart: frozenset[str]) -> str:
    for _ in range(2):  # repeatedness, increasingly: two layers are as deep as English goes here
        shorter = _one_layer(word)
        if shorter == word or word in apart:
            return word
        word = shorter
    return word


def _one_layer(word: str) -> str:
    if word.endswith(("tion", "sion")) and not word.endswith("isation") and len(word) > 7:  # noqa: PLR2004 (relation, not station)
        return word[:-3]
    for suffix, instead, fewest in _DERIVED:
        if word.endswith(suffix):
            stem = word[: -len(suffix)]
            return stem + instead if len(stem) >= fewest and _VOWEL.search(stem) else word
    return word


def _uninflected(word: str) -> str:
    if word.endswith("ied") and len(word) > 4:  # noqa: PLR2004 (died, tied, lied)
        return word[:-3] + "y"
    for suffix in ("ed", "ing"):
        stem = word[: -len(suffix)]
        if word.endswith(suffix) and not word.endswith("eed"):
            return _mended(stem) if len(stem) >= _SHARED and _VOWEL.search(stem) else word
    return word


def _mended(stem: str) -> str:
    """Return a verb's stem as it stands without -ed or -ing: hop for hopp, hope for hop."""
    if stem[-1] == stem[-2] and stem[-1] not in "lszfaeiou" and len(stem) > _SHARED:
        return stem[:-1]
    if len(_MEASURE.findall(stem)) == 1 and _SHORT_END.search(stem):
        return stem + "e"
    return stem


def _without_e(word: str) -> str:
    measure = len(_MEASURE.findall(word.removesuffix("e")))
    if word.endswith("e") and len(word) > _SHARED:
        stem = word[:-1]
        if measure > 1 or (measure == 1 and not _SHORT_END.search(stem)):
            return stem
    if word.endswith("ll") and measure > 1:
        return word[:-1]
    return word
