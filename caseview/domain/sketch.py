"""Sketches of texts: a few numbers by which two texts with nearly the same words are found.

The sketch of a text is the smallest hashes of its runs of five words (the bottom-k sketch of
A. Broder, "On the resemblance and containment of documents", 1997). Of the smallest hashes of
both texts together, the share that both hold estimates how much of their runs they share.
"""

import re
from collections.abc import Collection
from heapq import nsmallest
from zlib import crc32

SIZE = 64
_RUN = 5
_WORD = re.compile(r"\w+")


def sketch(text: str) -> frozenset[int]:
    """Return the sketch of a text: at most SIZE whole numbers; none for fewer than five words."""
    words = [word.encode() for word in _WORD.findall(text.casefold())]
    runs = {crc32(b" ".join(words[place : place + _RUN])) for place in range(len(words) - _RUN + 1)}
    return frozenset(nsmallest(SIZE, runs))


def likeness(one: Collection[int], other: Collection[int]) -> float:
    """Return about how much two texts share, from 0 to 1, by their sketches."""
    both = set(one) & set(other)
    lowest = nsmallest(SIZE, {*one, *other})
    return sum(number in both for number in lowest) / len(lowest) if lowest else 0.0
