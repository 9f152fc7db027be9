"""Finds the telling words of a codebook in a sentence: what no theme has is never looked at."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from caseview.tagging.remembered import Remembered
from caseview.tagging.told_words import FARTHEST, JOIN, NEAR, Form

_NOTHING: Mapping[str, str] = {}


class Known:
    """What a word is to the features that are known.

    `family` and `kind` are as in `Form`, and `name` is what stands in a pair by name; `is_feature`
    says whether its family alone is one. `after_family` and `after_name` hold the pairs that begin
    with the one and the other, each by what it ends with.
    """

    __slots__ = ("after_family", "after_name", "family", "is_feature", "is_named", "name")

    def __init__(self, form: Form, alone: set[str], pairs: Mapping[str, Mapping[str, str]]) -> None:
        self.family, kind = form
        self.is_named = bool(kind)
        self.name = kind or self.family
        self.is_feature = self.family in alone
        self.after_family = pairs.get(self.family, _NOTHING)
        self.after_name = pairs.get(self.name, _NOTHING)


Placed = Sequence[tuple[int, Known]]
"""The words of a sentence that say anything, each with its place among all its words, from 0."""
Feature = tuple[str, int, int]
"""A known feature of a sentence, with the places of its first and its last word."""


class KnownWords:
    """Knows what each word is to some features.

    The features are those that a `Teller` tells: `form` gives a word's family and kind.
    """

    def __init__(self, features: Iterable[str], form: Callable[[str], Form]) -> None:
        alone: set[str] = set()
        pairs: dict[str, dict[str, str]] = {}
        for feature in features:
            first, join, last = feature.partition(JOIN)
            if join:
                pairs.setdefault(first, {})[last] = feature
            else:
                alone.add(feature)
        self._known = Remembered(lambda word: Known(form(word), alone, pairs))

    def placed(self, words: Iterable[str]) -> Placed:
        """Return the words of a sentence that say anything."""
        return [(at, one) for at, one in enumerate(map(self._known.__getitem__, words)) if one.name]


def features(placed: Placed) -> Iterator[Feature]:
    """Yield each known feature of a sentence."""
    for at, (place, one) in enumerate(placed):
        if one.is_feature:
            yield one.family, place, place
        if not (one.after_family or one.after_name):
            continue
        for far, other in placed[at + 1 : at + 1 + NEAR]:
            if far - place > FARTHEST:
                break
            if (pair := one.after_family.get(other.family)) is not None:
                yield pair, place, far
            by_name = one.is_named or other.is_named
            if by_name and (pair := one.after_name.get(other.name)) is not None:
                yield pair, place, far
