"""How alike short texts are: the cosine of their runs of four signs, rare runs weighing more.

Runs of signs bear other endings, spellings and bodies, which whole words do not (measured by
tests/quality/likeness.py). A run weighs by how few of the texts have it, after Sparck Jones, "A
statistical interpretation of term specificity" (1972), so that "should ensure that" joins
nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log, sqrt

RUN = 4
ALIKE = 0.25
"""From here on two recommendations may ask for the same thing; a person says whether they do."""

_BEHIND = 60  # texts thought of behind those given, so that what few share is not made light of
_COMMON_IN = 15
_FEW = 8
_BREAKS = re.compile(r"[\W_]+")
Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts by their places, `one` before `other`, and how alike they are, 0 to 1."""

    one: int
    other: int
    likeness: float


def runs(text: str) -> Counter[str]:
    """Return the runs of four signs of a text, folded, with how often each stands in it."""
    words = _BREAKS.sub(" ", text.casefold()).strip()
    if not words:
        return Counter()
    folded = f" {words} "
    return Counter(folded[at : at + RUN] for at in range(max(1, len(folded) - RUN + 1)))


class Likeness:
    """Texts made ready to be compared; each is known by its place among them."""

    def __init__(self, texts: Sequence[str]) -> None:
        counted = [runs(text) for text in texts]
        held = Counter(run for one in counted for run in one)
        whole = len(counted)
        rarity = {run: log(1 + (whole + _BEHIND) / many) for run, many in held.items()}
        most = max(_FEW, whole // _COMMON_IN)
        self._common = frozenset(run for run, many in held.items() if many > most)
        self._vectors = [
            _unit({run: (1 + log(many)) * rarity[run] for run, many in one.items()})
            for one in counted
        ]

    def between(self, one: int, other: int) -> float:
        """Return how alike two of the texts are, 0 to 1, to the last bit the same both ways."""
        first, second = sorted((one, other))
        return _product(self._vectors[first], self._vectors[second])

    def pairs(self, least: float = ALIKE) -> tuple[Pair, ...]:
        """Return every pair at least so alike, the likest first; `least` is above 0."""
        found = [
            Pair(one, other, likeness)
            for one, other in self._hopeful(least)
            if (likeness := self.between(one, other)) >= least
        ]
        return tuple(sorted(found, key=lambda pair: (-pair.likeness, pair.one, pair.other)))

    def _hopeful(self, least: float) -> Iterator[tuple[int, int]]:
        """Yield each pair that can be so alike, and few others.

        What two texts share in common runs is at most the product of how long those parts of
        them are; only the rest is looked up, so that "the" is not compared with every "the".
        """
        common = [
            sqrt(sum(w * w for run, w in vector.items() if run in self._common))
            for vector in self._vectors
        ]
        filed: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        plain: list[int] = []
        for place, vector in enumerate(self._vectors):
            shared: dict[int, float] = {}
            if common[place] >= least:
                shared = dict.fromkeys(plain, 0.0)
                plain.append(place)
            for run, weight in vector.items():
                if run in self._common:
                    continue
                for other, its in filed[run]:
                    shared[other] = shared.get(other, 0.0) + weight * its
                filed[run].append((place, weight))
            for other, rare in shared.items():
                if rare + common[place] * common[other] >= least:
                    yield other, place


def _unit(vector: Vector) -> Vector:
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {run: weight / length for run, weight in vector.items()} if length else {}


def _product(one: Vector, other: Vector) -> float:
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return min(1.0, sum(weight * many[run] for run, weight in few.items() if run in many))
