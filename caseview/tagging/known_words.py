"""Finds the telling words of a codebook in a sentence: what no theme has is never looked at."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from caseview.tagging.remembered import Remembered
from caseview.tagging.told_words import FARTHEST, JOIN, NEAR, Form

_NOTHING: Mapping[str, int] = {}


class Known:
    """What a word is to the features that are known, each by its number.

    `family` and `kind` are as in `Form`, and `name` is what stands in a pair by name; `alone` is
    the feature that its family is, None where that is none. `after_family` and `after_name` hold
    the pairs that begin with the one and the other, each by what it ends with.
    """

    __slots__ = ("after_family", "after_name", "alone", "family", "is_named", "name")

    def __init__(
        self, form: Form, alone: Mapping[str, int], pairs: Mapping[str, Mapping[str, int]]
    ) -> None:
        self.family, kind = form
        self.is_named = bool(kind)
        self.name = kind or self.family
        self.alone = alone.get(self.family)
        self.after_family = pairs.get(self.family, _NOTHING)
        self.after_name = pairs.get(self.name, _NOTHING)


Placed = Sequence[tuple[int, Known]]
"""The words of a sentence that say anything, each with its place among all its words, from 0."""
Feature = tuple[int, int, int]
"""The number of a feature of a sentence, with the places of its first and its last word."""


class KnownWords:
    """Knows what each word is to some features, given with the number of each.

    The features are those that a `Teller` tells: `form` gives a word's family and kind.
    """

    def __init__(self, features: Mapping[str, int], form: Callable[[str], Form]) -> None:
        alone: dict[str, int] = {}
        pairs: dict[str, dict[str, int]] = {}
        for feature, number in features.items():
            first, join, last = feature.partition(JOIN)
            if join:
                pairs.setdefault(first, {})[last] = number
            else:
                alone[feature] = number
        self._known = Remembered(lambda word: Known(form(word), alone, pairs))

    def placed(self, words: Iterable[str]) -> Placed:
        """Return the words of a sentence that say anything."""
        return [(at, one) for at, one in enumerate(map(self._known.__getitem__, words)) if one.name]


def features(placed: Placed) -> Iterator[Feature]:
    """Yield each known feature of a sentence."""
    for at, (place, one) in enumerate(placed, 1):
        if one.alone is not None:
            yield one.alone, place, place
        after = one.after_family
        if not (after or one.after_name):
            continue
        for far, other in placed[at : at + NEAR]:
            if far - place > FARTHEST:
                break
            if (pair := after.get(other.family)) is not None:
                yield pair, place, far
            by_name = one.is_named or other.is_named
            if by_name and (pair := one.after_name.get(other.name)) is not None:
                yield pair, place, far
