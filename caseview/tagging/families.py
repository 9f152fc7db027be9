"""Brings words of one family together: staff, staffing, staffed; curious and curiosity."""

import re
from collections.abc import Iterator, Mapping

from caseview.tagging.notation import Pattern, Word

_ENDING = re.compile(
    r"(?:ies|ing|ed|es|s|ly|ments?|ations?|ions?|ity|ness|ers?|ally?|able|ive|[ae]nce)$"
)
_SHORTEST_WORD, _SHORTEST_FAMILY = 5, 3
_SMALL = """
a an the of to in on at by for from with and or as is are was were be been being it its this that
these those which who whom whose there their them they he she his her him i we our us you your had
has have do did does so than then also into about any all such
"""
SMALL = frozenset(_SMALL.split())
"""Words that say nothing alone."""


def family(word: str) -> str:
    """Return what the words of a family share: the word, folded, less one usual ending.

    Short words stay whole; at least three letters are always left.
    """
    if len(word) < _SHORTEST_WORD:
        return word
    begin = _ENDING.sub("", word)
    return begin if len(begin) >= _SHORTEST_FAMILY else word


def classes(named: Mapping[str, Pattern]) -> dict[str, str]:
    """Return, for each single word that a codebook keeps by a name, "@" and that name.

    A word kept by several names goes by the first.
    """
    found: dict[str, str] = {}
    for name, pattern in named.items():
        for word in _single(pattern):
            found.setdefault(word, f"@{name}")
    return found


def _single(pattern: Pattern) -> Iterator[str]:
    for phrase in pattern.options:
        parts = phrase.items[0].parts
        first = parts[0]
        if len(phrase.items) > 1 or len(parts) > 1 or not isinstance(first, Word):
            continue
        if not first.any_ending and first.letters.isalpha():
            yield first.letters
