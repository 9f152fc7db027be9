"""Hides small numbers so that nobody can work them out from the numbers that still show."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

K = TypeVar("K")
_MOST_STEPS = 400  # of one search for another table with the same visible numbers
_MOST_CHANGES = 7


@dataclass(frozen=True, slots=True)
class Relation:
    """What everybody knows of some numbers: the sum of `plus` less that of `minus` is in a range.

    `least` and `most` are the ends of the range, None where it has no end.
    """

    plus: tuple[object, ...]
    minus: tuple[object, ...]
    least: int | None
    most: int | None

    @property
    def keys(self) -> tuple[object, ...]:
        """Every number that it is about."""
        return self.plus + self.minus

    def off(self, value: Callable[[object], int]) -> int:
        """Return by how much the numbers miss the range: under it below 0, over it above."""
        held = sum(map(value, self.plus)) - sum(map(value, self.minus))
        if self.least is not None and held < self.least:
            return held - self.least
        return held - self.most if self.most is not None and held > self.most else 0


@dataclass
class Hiding:
    """Which numbers are hidden: the small ones, and others so that those cannot be worked out.

    A number counts as safe only when another table is found that differs in it and agrees with
    every number that shows, with every relation between numbers, and with what the signs of
    hidden numbers say (small: under the threshold; more: nothing): then nobody can tell the two
    apart.
    """

    numbers: Mapping[object, int]
    relations: Sequence[Relation]
    under: int
    zeros: bool
    small: set[object] = field(init=False)
    more: set[object] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        """Hide what is small, then as much more as it takes."""
        least = 0 if self.zeros else 1
        self.small = {key for key, n in self.numbers.items() if least <= n < self.under}
        self._of: dict[object, list[Relation]] = defaultdict(list)
        for relation in self.relations:
            for key in relation.keys:
                self._of[key].append(relation)
        waiting = sorted(self.small, key=self._smallest)
        while open_ones := [key for key in waiting if not self._safe(key)]:
            for key in open_ones:
                if not self._safe(key) and not self._hide_beside(key):
                    waiting.remove(key)

    def _hide_beside(self, key: object) -> bool:
        """Hide the smallest number that shows nearest to `key`, blur one when there is none.

        Sums that are exact give most away, so numbers in them go first; where all beside it are
        hidden, the numbers beside those are next. False when nothing more can be done.
        """
        seen, near = {key}, [key]
        while near:
            relations = [one for held in near for one in self._of[held]]
            relations.sort(key=lambda one: one.least is None or one.most is None)
            for relation in relations:
                shown = [other for other in relation.keys if self._shows(other)]
                if shown:
                    self.more.add(min(shown, key=self._smallest))
                    return True
            beside = {other for one in relations for other in one.keys} - seen
            near = sorted(beside & (self.small | self.more), key=self._smallest)
            seen |= beside
        return self._blur(key)

    def _shows(self, key: object) -> bool:
        hidden = key in self.small or key in self.more
        return not hidden and self.numbers[key] >= self.under

    def _smallest(self, key: object) -> tuple[int, str]:
        return self.numbers[key], str(key)

    def _blur(self, key: object) -> bool:
        """Let the largest small number beside `key`, or its own, not even say that it is small."""
        beside = {other for one in self._of[key] for other in one.keys}
        named = sorted(beside & self.small, key=lambda other: (-self.numbers[other], str(other)))
        if not named:
            return False
        self.small.discard(named[0])
        self.more.add(named[0])
        return True

    def _safe(self, key: object) -> bool:
        steps = iter(range(_MOST_STEPS))
        return any(
            self._allowed(key, self.numbers[key] + by)
            and self._mended({key: self.numbers[key] + by}, steps)
            for by in (1, -1)
        )

    def _allowed(self, key: object, value: int) -> bool:
        """Return whether the sign of a hidden number may stand for this value."""
        if key in self.small:
            return (0 if self.zeros else 1) <= value < self.under
        return key in self.more and value >= 0

    def _mended(self, changed: dict[object, int], steps: Iterator[int]) -> bool:
        """Return whether the changes can be made up for by changes of other hidden numbers."""
        if next(steps, None) is None:
            return False

        def value(key: object) -> int:
            return changed.get(key, self.numbers[key])

        broken = next((one for key in changed for one in self._of[key] if one.off(value)), None)
        if broken is None:
            return True
        if len(changed) >= _MOST_CHANGES:
            return False
        off = broken.off(value)
        news = [(key, self.numbers[key] - off) for key in broken.plus if key not in changed]
        news += [(key, self.numbers[key] + off) for key in broken.minus if key not in changed]
        return any(
            self._allowed(key, new) and self._mended({**changed, key: new}, steps)
            for key, new in news
        )
