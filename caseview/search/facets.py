"""Counts over all hits: passages by kind, status, year, area, force, theme and role."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from caseview.search.mentions import themes_of
from caseview.search.state import State
from caseview.usecases.ports import Rows

Facets = dict[str, tuple[tuple[str, int], ...]]
_OF_REVIEWS = ("status", "year", "area", "force")
FEW = 2000
"""Up to this many hits their themes are looked up hit by hit; above, theme by theme."""


def count(rows: Rows, state: State, hits: Sequence[int]) -> Facets:
    """Return (value, passages) pairs by field, most first, for these passages, given by id."""
    documents = state.places.count(hits)
    kinds: Counter[str] = Counter()
    for document, passages in documents.items():
        kinds[state.shelf.volumes[document].kinds[0]] += passages
    roles = bytes(map(state.places.role.__getitem__, hits))
    names = state.places.roles
    return {
        "kind": _most_first(kinds),
        **{name: _of_reviews(rows, state, documents, name) for name in _OF_REVIEWS},
        "theme": _most_first(_themes(rows, state, hits)),
        "role": _most_first({
            name: roles.count(at) for at, name in enumerate(names) if at in roles
        }),
    }


def _of_reviews(
    rows: Rows, state: State, documents: Mapping[int, int], name: str
) -> tuple[tuple[str, int], ...]:
    values = state.shelf.attribute(rows, name)
    counted: Counter[str] = Counter()
    for document, passages in documents.items():
        for value in values.get(state.shelf.volumes[document].review, ()):
            counted[value] += passages
    return _most_first(counted)


def _themes(rows: Rows, state: State, hits: Sequence[int]) -> Mapping[str, int]:
    if len(hits) > FEW:
        return state.themes.count(rows, hits)
    found = themes_of(rows, hits)
    return Counter(theme for themes in found.values() for theme in themes)


def _most_first(counted: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    pairs: Iterable[tuple[str, int]] = counted.items()
    return tuple(sorted(pairs, key=lambda pair: (-pair[1], pair[0])))
