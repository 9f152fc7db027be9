"""Coefficients of agreement between coders, each with its 95% interval.

Ratings are unordered categories. Intervals: percent agreement of two coders, Wilson's; Cohen's
kappa, the large-sample error of Fleiss, J. L., Cohen, J. and Everitt, B. S. (1969), Large sample
standard errors of kappa and weighted kappa, Psychological Bulletin 72, 323-327; the others, the
linearised error over units of Gwet, K. L. (2008), Computing inter-rater reliability and its
variance in the presence of high agreement, British Journal of Mathematical and Statistical
Psychology 61, 29-48, and (2021) Handbook of Inter-Rater Reliability, 5th edition. All but Wilson's
take Student's t with one degree of freedom fewer than units, for comparisons are often small.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import sqrt

from caseview.counting.interval import Z_95, wilson
from caseview.domain.agreement import Coefficient, Coefficients

Ratings = Mapping[tuple[int | None, ...], int]
"""How often each row of ratings occurs: the category each coder gave a unit, None for none."""

Rows = Mapping[tuple[int, ...], int]
"""How often each row of counts occurs: how many coders put a unit into each category."""

ByChance = Callable[[tuple[int, ...]], float]
"""What a row of counts adds to agreement by chance."""

NONE = Coefficient()
_NEAR_NOTHING = 1e-12


def measures(ratings: Ratings, categories: int) -> Coefficients:
    """Return every coefficient of ratings in `categories` categories, numbered from 0.

    Units that fewer than two coders rated say nothing of agreement; they count only as shares.
    """
    table = _Table.of(ratings, categories)
    if not table.paired:
        return Coefficients()
    coders = len(next(iter(ratings)))
    whole = {row: times for row, times in ratings.items() if None not in row}
    return Coefficients(
        percent=_percent(table, coders),
        cohen=cohen(_crossed(whole, categories)) if coders == 2 and whole else NONE,  # noqa: PLR2004
        fleiss=fleiss(_counted(whole, categories)) if whole else NONE,
        alpha=alpha(table.rows),
        ac1=ac1(table.rows),
    )


def cohen(table: Sequence[Sequence[int]]) -> Coefficient:
    """Return Cohen's kappa of a square table of two coders: `table[i][j]` units i here, j there.

    Undefined where chance alone would agree always (both coders used one category only).
    Source: Cohen, J. (1960), A coefficient of agreement for nominal scales, Educational and
    Psychological Measurement 20, 37-46.
    """
    n = sum(map(sum, table))
    q = range(len(table))
    share = [[table[i][j] / n for j in q] for i in q]
    rows = [sum(share[i]) for i in q]
    columns = [sum(share[i][j] for i in q) for j in q]
    observed = sum(share[i][i] for i in q)
    chance = sum(rows[i] * columns[i] for i in q)
    if 1 - chance < _NEAR_NOTHING:
        return NONE
    kappa = (observed - chance) / (1 - chance)
    on = sum(share[i][i] * ((1 - chance) - (columns[i] + rows[i]) * (1 - observed)) ** 2 for i in q)
    off = sum(share[i][j] * (columns[i] + rows[j]) ** 2 for i, j in product(q, q) if i != j)
    less = (observed * chance - 2 * chance + observed) ** 2
    variance = (on + (1 - observed) ** 2 * off - less) / (n * (1 - chance) ** 4)
    return _with_limits(kappa, variance, n)


def fleiss(rows: Rows) -> Coefficient:
    """Return Fleiss' kappa; a unit may have any number of ratings.

    Source: Fleiss, J. L. (1971), Measuring nominal scale agreement among many raters,
    Psychological Bulletin 76, 378-382; for units with fewer ratings as in Gwet (2021).
    """
    table = _Table(rows)
    shares = table.shares()
    chance = sum(share * share for share in shares)
    return table.judged(chance, lambda row: _of(row, shares) / sum(row))


def ac1(rows: Rows) -> Coefficient:
    """Return Gwet's AC1, which stays in line with what is seen when a category is rare.

    Source: Gwet (2008), as above.
    """
    table = _Table(rows)
    shares = table.shares()
    others = len(shares) - 1
    chance = sum(share * (1 - share) for share in shares) / others
    rest = [1 - share for share in shares]
    return table.judged(chance, lambda row: _of(row, rest) / sum(row) / others)


def alpha(rows: Rows) -> Coefficient:
    """Return Krippendorff's alpha for unordered categories; missing ratings are allowed.

    Undefined where every rating is the same. Source: Krippendorff, K. (2011), Computing
    Krippendorff's alpha-reliability, University of Pennsylvania; its error as in Gwet (2021).
    """
    paired = {row: times for row, times in rows.items() if sum(row) > 1}
    n, ratings = sum(paired.values()), sum(sum(row) * times for row, times in paired.items())
    if not n:
        return NONE
    mean = ratings / n
    shares = [
        sum(row[c] * times for row, times in paired.items()) / ratings
        for c in range(len(next(iter(paired))))
    ]
    chance = sum(share * share for share in shares)
    if 1 - chance < _NEAR_NOTHING:
        return NONE
    seen = {row: _pairs(row) / (mean * (sum(row) - 1)) for row in paired}
    observed = sum(seen[row] * times for row, times in paired.items()) / n
    # Of so few ratings, each is compared with one fewer than there are.
    value = ((1 - 1 / ratings) * observed + 1 / ratings - chance) / (1 - chance)
    plain = (observed - chance) / (1 - chance)
    spread = 0.0
    for row, times in paired.items():
        more = (sum(row) - mean) / mean
        of_row = (seen[row] - observed * more - chance) / (1 - chance)
        by_chance = _of(row, shares) / mean - chance * more
        of_row -= 2 * (1 - plain) * (by_chance - chance) / (1 - chance)
        spread += times * (of_row - plain) ** 2
    return _with_limits(value, spread / (n * (n - 1)) if n > 1 else None, n)


@dataclass(frozen=True, slots=True)
class _Table:
    """Units by their counts of each category, and what Gwet's error takes of them."""

    rows: Rows

    @classmethod
    def of(cls, ratings: Ratings, categories: int) -> "_Table":
        return cls(_counted(ratings, categories))

    @property
    def units(self) -> int:
        return sum(times for row, times in self.rows.items() if sum(row))

    @property
    def paired(self) -> int:
        return sum(times for row, times in self.rows.items() if sum(row) > 1)

    def shares(self) -> list[float]:
        """Return the mean share of each category over units rated at all."""
        n, width = self.units, len(next(iter(self.rows)))
        return [
            sum(times * row[c] / sum(row) for row, times in self.rows.items() if sum(row)) / n
            for c in range(width)
        ]

    def observed(self) -> float:
        """Return the mean share of pairs of coders that agree, over units with a pair."""
        return (
            sum(times * _agreeing(row) for row, times in self.rows.items() if sum(row) > 1)
            / self.paired
        )

    def judged(self, chance: float, by_chance: ByChance) -> Coefficient:
        """Return (observed - chance) / (1 - chance) with the linearised error over units."""
        if 1 - chance < _NEAR_NOTHING or not self.paired:
            return NONE
        value = (self.observed() - chance) / (1 - chance)
        n, spread = self.units, 0.0
        for row, times in self.rows.items():
            if not sum(row):
                continue
            seen = (_agreeing(row) - chance) * n / self.paired if sum(row) > 1 else 0.0
            one = seen - 2 * (1 - value) * (by_chance(row) - chance)
            spread += times * (one / (1 - chance) - value) ** 2
        return _with_limits(value, spread / (n * (n - 1)) if n > 1 else None, n)


def _percent(table: _Table, coders: int) -> Coefficient:
    observed, n = table.observed(), table.paired
    if coders == 2:  # noqa: PLR2004 - a pair
        low, high = wilson(round(observed * n), n)
        return Coefficient(observed, low / 100, high / 100)
    rows = {row: times for row, times in table.rows.items() if sum(row) > 1}
    spread = sum(times * (_agreeing(row) - observed) ** 2 for row, times in rows.items())
    return _with_limits(observed, spread / (n * (n - 1)) if n > 1 else None, n)


def _with_limits(value: float, variance: float | None, n: int) -> Coefficient:
    """Return a coefficient with its limits; none where nothing varied, for that is no certainty."""
    if variance is None or variance < _NEAR_NOTHING:
        return Coefficient(value)
    far = student_95(n - 1) * sqrt(variance)
    return Coefficient(value, max(-1.0, value - far), min(1.0, value + far))


def student_95(freedom: int) -> float:
    """Return the two-sided 95 % point of Student's t.

    To three figures from 3 degrees of freedom on; below that the exact points. Source:
    Abramowitz, M. and Stegun, I. A. (1964), Handbook of Mathematical Functions, 26.7.5.
    """
    if freedom in _FEW:
        return _FEW[freedom]
    z = Z_95
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / float(freedom) ** power for power, term in enumerate(terms, start=1))


_FEW = {1: 12.706204736, 2: 4.302652730}


def _agreeing(row: tuple[int, ...]) -> float:
    return _pairs(row) / (sum(row) * (sum(row) - 1))


def _pairs(row: tuple[int, ...]) -> int:
    return sum(count * (count - 1) for count in row)


def _of(row: tuple[int, ...], weights: Sequence[float]) -> float:
    return sum(count * weight for count, weight in zip(row, weights, strict=True))


def _counted(ratings: Ratings, categories: int) -> Rows:
    rows: Counter[tuple[int, ...]] = Counter()
    for row, times in ratings.items():
        rows[tuple(row.count(c) for c in range(categories))] += times
    return rows


def _crossed(ratings: Ratings, categories: int) -> list[list[int]]:
    table = [[0] * categories for _ in range(categories)]
    for (one, other), times in _pairs_of(ratings):
        table[one][other] += times
    return table


def _pairs_of(ratings: Ratings) -> Iterable[tuple[tuple[int, int], int]]:
    for (one, other), times in ratings.items():
        if one is not None and other is not None:
            yield (one, other), times
