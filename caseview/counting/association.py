"""Tests of association: whether a theme goes with an attribute, by a rule set beforehand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import erfc, exp, lgamma, log, sqrt

from caseview.counting.scales import MENTION_SCALES
from caseview.domain.crosstab import CrossTab

LEAST_EXPECTED = 5.0
LEAST_TESTED = 20


@dataclass(frozen=True, slots=True)
class Association:
    """One row tested: units with and without it over the columns.

    `method` is "chi-square", "fisher" or "" where there is too little to test; `v` is Cramer's V
    (0 to 1), `p_holm` the probability corrected for the number of rows tested (Holm, 1979), and
    `residuals` the adjusted residuals of the row's cells (Haberman, 1973): beyond 1.96 either way
    a cell stands out.
    """

    row: str
    method: str
    statistic: float | None = None
    freedom: int = 0
    p: float | None = None
    p_holm: float | None = None
    v: float | None = None
    residuals: tuple[float, ...] = ()


def associations(
    rows: Sequence[tuple[str, Sequence[int]]], bases: Sequence[int]
) -> tuple[Association, ...]:
    """Return the test of each row, given its counts by column and the bases of the columns.

    Columns must part the units: a unit in two of them would be tested twice.
    """
    found = [associated(name, counts, bases) for name, counts in rows]
    corrected = iter(holm([one.p for one in found if one.p is not None]))
    return tuple(one if one.p is None else replace(one, p_holm=next(corrected)) for one in found)


def associated(name: str, counts: Sequence[int], bases: Sequence[int]) -> Association:
    """Return the test of one row: Fisher's where two columns are small, else chi-square.

    It is too few to say under 20 units, with one column, where the row stands in all units or in
    none, or where over a fifth of the expected counts of a larger table are under 5 or any is
    under 1 (Cochran, 1954).
    """
    there = [(n, base) for n, base in zip(counts, bases, strict=True) if base]
    total, held = sum(base for _, base in there), sum(n for n, _ in there)
    if len(there) < 2 or total < LEAST_TESTED or held in {0, total}:  # noqa: PLR2004 - two columns
        return Association(name, "")
    expected = [base * share / total for _, base in there for share in (held, total - held)]
    statistic = sum((n - base * held / total) ** 2 / (base * held / total) for n, base in there)
    statistic *= total / (total - held)  # the same differences stand among those without
    freedom, v = len(there) - 1, min(1.0, sqrt(statistic / total))
    residuals = tuple(
        _residual(n, base, held, total) for n, base in zip(counts, bases, strict=True)
    )
    small = sum(one < LEAST_EXPECTED for one in expected)
    if freedom == 1 and small:
        (a, left), (c, right) = there
        p = fisher(a, left - a, c, right - c)
        return Association(name, "fisher", None, freedom, p, None, v, residuals)
    if small * 5 > len(expected) or min(expected) < 1:
        return Association(name, "")
    p = chi_square_tail(statistic, freedom)
    return Association(name, "chi-square", statistic, freedom, p, None, v, residuals)


def _residual(n: int, base: int, held: int, total: int) -> float:
    spread = held * base / total * (1 - held / total) * (1 - base / total)
    return (n - base * held / total) / sqrt(spread) if spread else 0.0


def fisher(a: int, b: int, c: int, d: int) -> float:
    """Return the two-sided probability of the table a b / c d (Fisher, 1922).

    It sums the tables with the same margins that are no likelier than the one given.
    """
    row, column, total = a + b, a + c, a + b + c + d

    def likely(x: int) -> float:
        return exp(_choose(row, x) + _choose(total - row, column - x) - _choose(total, column))

    # A hair's breadth more, for equal probabilities reckoned in another order.
    least = likely(a) * (1 + 1e-7)
    there = range(max(0, column - (total - row)), min(row, column) + 1)
    return min(1.0, sum(p for p in map(likely, there) if p <= least))


def _choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)


def chi_square_tail(statistic: float, freedom: int) -> float:
    """Return the probability of a chi-square at least as large, in closed form.

    Source: Abramowitz and Stegun (1964), 26.4.4 and 26.4.5.
    """
    if statistic <= 0:
        return 1.0
    half = statistic / 2
    odd = freedom % 2
    tail = erfc(sqrt(half)) if odd else 0.0
    for step in range(freedom // 2):
        power = step + odd / 2
        tail += exp(power * log(half) - half - lgamma(power + 1))
    return min(1.0, tail)


def holm(ps: Sequence[float]) -> tuple[float, ...]:
    """Return the probabilities corrected for their number (Holm, 1979), in the given order."""
    order = sorted(range(len(ps)), key=ps.__getitem__)
    found, least = [0.0] * len(ps), 0.0
    for rank, place in enumerate(order):
        least = max(least, min(1.0, (len(ps) - rank) * ps[place]))
        found[place] = least
    return tuple(found)


def tested(table: CrossTab) -> tuple[Association, ...]:
    """Return the test of each row of a table, () for one whose columns do not part its units.

    Passages of one review are not drawn apart from each other, so they are not tested; nor is a
    table with hidden numbers, for a test would tell them.
    """
    bases = [axis.base for axis in table.columns]
    parted = sum(bases) == table.base and table.spec.unit.apart
    if not parted or table.small_numbers or table.spec.columns in MENTION_SCALES:
        return ()
    rows = [
        (axis.id, [cell.n for cell in cells])
        for axis, cells in zip(table.rows, table.cells, strict=True)
    ]
    return associations(rows, bases)
