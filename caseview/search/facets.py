"""Counts over all hits: passages by kind, year, area, force, theme and role."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from caseview.search.mentions import passages_by_theme, themes_of
from caseview.search.places import Places
from caseview.search.shelf import Shelf
from caseview.usecases.ports import Rows

Facets = dict[str, tuple[tuple[str, int], ...]]
FEW = 2000
"""Up to this many hits their themes are looked up one by one; above, all mentions are read."""


def count(rows: Rows, shelf: Shelf, places: Places, hits: Sequence[int]) -> Facets:
    """Return (value, passages) pairs by field, most first, for these passages."""
    documents = Counter(places.documents(hits))
    kinds: Counter[str] = Counter()
    for document, passages in documents.items():
        kinds[shelf.volumes[document].kinds[0]] += passages
    roles = Counter(map(places.role.__getitem__, hits))
    return {
        "kind": _most_first(kinds),
        **{name: _of_reviews(shelf, documents, name) for name in ("year", "area", "force")},
        "theme": _most_first(_themes(rows, hits)),
        "role": _most_first({places.roles[role]: passages for role, passages in roles.items()}),
    }


def _of_reviews(
    shelf: Shelf, documents: Mapping[int, int], name: str
) -> tuple[tuple[str, int], ...]:
    values = shelf.attribute(name)
    counted: Counter[str] = Counter()
    for document, passages in documents.items():
        for value in values.get(shelf.volumes[document].review, ()):
            counted[value] += passages
    return _most_first(counted)


def _themes(rows: Rows, hits: Sequence[int]) -> Mapping[str, int]:
    if len(hits) <= FEW:
        found = themes_of(rows, hits)
        return Counter(theme for themes in found.values() for theme in themes)
    wanted = set(hits)
    counted = {theme: len(wanted & some) for theme, some in passages_by_theme(rows).items()}
    return {theme: passages for theme, passages in counted.items() if passages}


def _most_first(counted: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    pairs: Iterable[tuple[str, int]] = counted.items()
    return tuple(sorted(pairs, key=lambda pair: (-pair[1], pair[0])))
