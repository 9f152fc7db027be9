"""How far two themes go together: how often both stand in a unit, and how often by chance."""

from dataclasses import dataclass
from itertools import combinations
from math import exp, sqrt

from caseview.counting.interval import Z_95, wilson
from caseview.domain.crosstab import Axis, CrossTab

LEAST_BASE = 20
LEAST_COUNT = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """Two themes: in how many units both stand (`n`), and in how many they would by chance.

    `lift` is n over `expected`: 1 where they go together as often as chance has it. `low` and
    `high` are its 95% interval, None over passages and sections, which are not drawn apart, and
    where `few` says that there is too little to tell. `hidden` stands for a number that may not
    be told; then the rest is None.
    """

    one: Axis
    other: Axis
    n: int
    expected: float | None = None
    lift: float | None = None
    low: float | None = None
    high: float | None = None
    few: bool = False
    hidden: str = ""

    @property
    def more(self) -> bool:
        """Whether they go together more often than chance has it."""
        return self.low is not None and self.low > 1

    @property
    def fewer(self) -> bool:
        """Whether they go together less often than chance has it."""
        return self.high is not None and self.high < 1


def pairs(table: CrossTab) -> tuple[Pair, ...]:
    """Return every two themes of a table of themes by themes, over all units of its base.

    A pair of which one theme stands nowhere is left out: there is nothing to tell of it.
    """
    places = {axis.id: place for place, axis in enumerate(table.columns)}
    found = []
    for (row, one), (_, other) in combinations(enumerate(table.rows), 2):
        cell = table.cells[row][places[other.id]]
        if not (_stands(one) and _stands(other)):
            continue
        if cell.hidden or one.hidden or other.hidden or table.base_hidden:
            found.append(Pair(one, other, cell.n, hidden=cell.hidden))
            continue
        interval = table.spec.unit.apart
        found.append(paired(one, other, cell.n, table.base, interval=interval))
    return tuple(found)


def _stands(axis: Axis) -> bool:
    return bool(axis.base or axis.hidden)


def paired(one: Axis, other: Axis, n: int, base: int, *, interval: bool = True) -> Pair:
    """Return one pair, given how many of `base` units hold both themes."""
    expected = one.base * other.base / base if base else 0.0
    lift = n / expected if expected else None
    if too_few(one.base, other.base, n, base):
        return Pair(one, other, n, expected, lift, few=True)
    if not interval or lift is None:
        return Pair(one, other, n, expected, lift)
    low, high = lift_interval(one.base, other.base, n, base)
    return Pair(one, other, n, expected, lift, low, high)


def too_few(one: int, other: int, n: int, base: int) -> bool:
    """Return whether nobody can say: under 20 units, or a corner with next to nothing in it.

    The corners are the units with both themes, with either alone and with neither; one holds next
    to nothing when both its number and the number expected in it are under 5.
    """
    if base < LEAST_BASE:
        return True
    rows, columns = (one, base - one), (other, base - other)
    held = ((n, one - n), (other - n, base - one - other + n))
    corners = (
        (held[0][0], rows[0] * columns[0]),
        (held[0][1], rows[0] * columns[1]),
        (held[1][0], rows[1] * columns[0]),
        (held[1][1], rows[1] * columns[1]),
    )
    return any(there < LEAST_COUNT and product < LEAST_COUNT * base for there, product in corners)


def lift_interval(one: int, other: int, n: int, base: int) -> tuple[float, float]:
    """Return the 95% interval of the lift of two themes.

    It is the interval of its logarithm by the delta method over the four corners (Agresti, 2013,
    Categorical Data Analysis, 16.1): the variance is 1/n - 1/one - 1/other + (2 lift - 1)/base.
    Under 5 together, where that does not hold, it is Wilson's interval of the number together over
    the number expected, which is wider.
    """
    expected = one * other / base
    if n < LEAST_COUNT:
        low, high = wilson(n, base)
        return low / 100 * base / expected, high / 100 * base / expected
    lift = n / expected
    spread = Z_95 * sqrt(max(0.0, 1 / n - 1 / one - 1 / other + (2 * lift - 1) / base))
    return lift * exp(-spread), lift * exp(spread)
