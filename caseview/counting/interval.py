"""Proportions with the interval that goes with them."""

from math import sqrt

from caseview.domain.crosstab import Cell

Z_95 = 1.959963984540054


def wilson(n: int, base: int) -> tuple[float, float]:
    """Return the 95% interval of the proportion `n` of `base`, as percentages 0 to 100.

    Raises ValueError unless 0 <= n <= base and base > 0. Source: Wilson, E. B. (1927), Probable
    inference, the law of succession, and statistical inference, Journal of the American
    Statistical Association 22, 209-212; without continuity correction.
    """
    if not 0 <= n <= base or base == 0:
        raise ValueError(f"{n} of {base} is no proportion")
    share, squared = n / base, Z_95 * Z_95
    middle = share + squared / (2 * base)
    spread = Z_95 * sqrt(share * (1 - share) / base + squared / (4 * base * base))
    scale = 1 + squared / base
    low, high = (middle - spread) / scale, (middle + spread) / scale
    return 100 * max(0.0, low if n else 0.0), 100 * min(1.0, high if n < base else 1.0)


def cell(n: int, base: int, *, interval: bool = True) -> Cell:
    """Return the cell that says `n` of `base`; percentages are None where the base is 0.

    With `interval` False the limits are None: passages of one review are not drawn apart from
    each other, so an interval over passages would claim more than is known.
    """
    if base == 0:
        return Cell(n)
    percent = 100 * n / base
    if not interval:
        return Cell(n, percent)
    low, high = wilson(n, base)
    return Cell(n, percent, low, high)
