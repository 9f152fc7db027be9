"""Narrowing the Library: pure functions from reviews and ticks to fewer reviews and counts."""

from collections import Counter
from collections.abc import Iterable, Mapping

from caseview.desktop.models.facets import Facet
from caseview.domain.attribute import DetailName
from caseview.domain.crosstab import NOT_RECORDED
from caseview.domain.document import Kind
from caseview.domain.review import Review, Status

Chosen = Mapping[str, frozenset[str]]
FACETS = {
    "status": "Status",
    "kind": "Review type",
    "year": "Year",
    "area": "Area",
    "force": "Police force",
    "agency": "Agency",
}
_DETAILS = {
    "area": DetailName.AREA,
    "force": DetailName.POLICE_FORCE,
    "agency": DetailName.AGENCY,
}


def values_of(review: Review, facet: str) -> tuple[str, ...]:
    """Return the values a review has of a facet; "not recorded" where it has none."""
    if facet == "status":
        return (review.status.value,)
    if facet == "kind":
        return (review.kind.value,)
    if facet == "year":
        return (review.year or NOT_RECORDED,)
    return review.attribute(_DETAILS[facet]) or (NOT_RECORDED,)


def narrowed(reviews: Iterable[Review], chosen: Chosen, typed: str = "") -> tuple[Review, ...]:
    """Return the reviews that have one ticked value of each ticked facet and the words typed."""
    words = typed.casefold().split()
    return tuple(
        review
        for review in reviews
        if all(not wanted.isdisjoint(values_of(review, facet)) for facet, wanted in chosen.items())
        and _has(review, words)
    )


def facets_of(reviews: Iterable[Review], chosen: Chosen, typed: str = "") -> tuple[Facet, ...]:
    """Return the facets of the Library, each counted as the others narrow it."""
    known = tuple(reviews)
    return tuple(_facet(name, known, chosen, typed) for name in FACETS)


def _facet(name: str, reviews: tuple[Review, ...], chosen: Chosen, typed: str) -> Facet:
    others = {facet: wanted for facet, wanted in chosen.items() if facet != name}
    counts: Counter[str] = Counter(dict.fromkeys(chosen.get(name, ()), 0))
    for review in reviews:
        counts.update(dict.fromkeys(values_of(review, name), 0))
    for review in narrowed(reviews, others, typed):
        counts.update(values_of(review, name))
    choices = tuple((value, label(name, value), counts[value]) for value in _ordered(name, counts))
    return Facet(name, FACETS[name], choices)


def _ordered(name: str, counts: Counter[str]) -> list[str]:
    if name == "status":
        return [status.value for status in Status if status.value in counts]
    if name == "year":
        return sorted(counts, key=lambda year: (year == NOT_RECORDED, _downwards(year)))
    return sorted(counts, key=lambda value: (-counts[value], label(name, value)))


def _downwards(year: str) -> int:
    return -int(year) if year.isdigit() else 0


def label(facet: str, value: str) -> str:
    """Return the words for a value of a facet."""
    if value == NOT_RECORDED:
        return value.capitalize()
    if facet == "status":
        return Status(value).label
    return Kind(value).label if facet == "kind" else value


def _has(review: Review, words: list[str]) -> bool:
    if not words:
        return True
    text = " ".join((
        review.title,
        review.kind.label,
        review.year or "",
        *review.attribute(DetailName.AREA),
    )).casefold()
    return all(word in text for word in words)
