"""The register narrowed and counted by its facets, and its years in words."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from caseview.counting.addressed import Sort, body_key
from caseview.domain.register import Progress, RecommendationGroup, Strength
from caseview.domain.registered import Registered, Wanted

Values = Callable[[Registered], Iterable[str]]
_VALUES: Mapping[str, Values] = {
    "sorts": lambda one: one.sorts,
    "bodies": lambda one: map(body_key, one.bodies),
    "themes": lambda one: (*one.themes, *one.suggested),
    "years": lambda one: (one.year,),
    "strengths": lambda one: (one.strength.value,),
    "progress": lambda one: (one.progress.value,),
}
FACETS = ("sorts", "themes", "years", "strengths", "progress")
"""What the register is narrowed by on screen, by the names of `Wanted`."""


def narrowed(items: Iterable[Registered], wanted: Wanted) -> tuple[Registered, ...]:
    """Return the recommendations that answer to every facet chosen and hold the words."""
    return _narrowed(items, wanted, "")


def counted(items: Sequence[Registered], wanted: Wanted) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return how many recommendations each value of each facet would leave.

    A facet is counted as the others narrow it, so that a further value can be ticked beside one.
    Sorts, strengths and progress stand in their own order, years newest first, themes by number.
    """
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for name in FACETS:
        there = Counter(dict.fromkeys((v for one in items for v in _VALUES[name](one)), 0))
        for one in _narrowed(items, wanted, name):
            there.update(_VALUES[name](one))
        ordered = sorted((*_order(name, value, count), count) for value, count in there.items())
        found[name] = tuple((value, count) for _, value, count in ordered)
    return found


def _narrowed(items: Iterable[Registered], wanted: Wanted, besides: str) -> tuple[Registered, ...]:
    """Return what answers to every facet chosen but `besides`."""
    words = wanted.words.casefold().split()
    chosen = {
        name: frozenset(map(str, getattr(wanted, name))) for name in _VALUES if name != besides
    }
    chosen = {name: values for name, values in chosen.items() if values}
    return tuple(
        one
        for one in items
        if all(not values.isdisjoint(_VALUES[name](one)) for name, values in chosen.items())
        and _holds(one, words)
    )


def made_before(one: Registered) -> str:
    """Return the years the same body was asked before: "2019, 2021?"; "" where never.

    A year with "?" follows from likeness alone.
    """
    years: dict[str, bool] = {}
    for earlier in one.earlier:
        years[earlier.year] = years.get(earlier.year, False) or earlier.decided
    return ", ".join(year if decided else f"{year}?" for year, decided in sorted(years.items()))


def years(items: Iterable[Registered]) -> str:
    """Return the years of recommendations: "2019 to 2024", "2021", "" where none is known."""
    known = sorted({one.year for one in items if one.year})
    if not known:
        return ""
    return known[0] if len(known) == 1 else f"{known[0]} to {known[-1]}"


def reviews_of(group: RecommendationGroup, items: Iterable[Registered]) -> int:
    """Return how many reviews the members of a group are from."""
    members = frozenset(group.members)
    return len({one.kept.review_id for one in items if one.place in members})


def _holds(one: Registered, words: Sequence[str]) -> bool:
    if not words:
        return True
    text = f"{one.text} {one.kept.addressee} {one.review}".casefold()
    return all(word in text for word in words)


_ORDERS = {
    "sorts": tuple(sort.value for sort in Sort),
    "strengths": tuple(strength.value for strength in Strength),
    "progress": tuple(progress.value for progress in Progress),
}


def _order(name: str, value: str, count: int) -> tuple[int, str]:
    if name in _ORDERS:
        return _ORDERS[name].index(value), value
    if name == "years":
        return -int(value) if value.isdigit() else 0, value
    return -count, value
