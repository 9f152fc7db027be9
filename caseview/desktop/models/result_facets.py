"""What results of a search can be narrowed by, with the counts of the last answers."""

from collections.abc import Mapping

from caseview.desktop.models.facets import Facet
from caseview.desktop.models.narrowing import label
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import told
from caseview.domain.english import English
from caseview.domain.section import SectionRole

Facets = Mapping[str, tuple[tuple[str, int], ...]]

FIELDS = {
    "status": English("Status"),
    "kind": English("Review type"),
    "year": English("Year"),
    "area": English("Area"),
    "theme": English("Theme"),
    "role": English("Section"),
    "force": English("Police force"),
}


def kept_facets(fresh: Facets, before: Facets, chosen: Mapping[str, frozenset[str]]) -> Facets:
    """Return the facets of an answer so that what is ticked can be unticked and widened.

    An answer counts what is left once every tick applies. For a facet that has ticks the values
    counted before are kept, with the fresh number where there is one; ticked values never go.
    """
    kept = dict(fresh)
    for name, values in chosen.items():
        counts = dict(before.get(name, ())) | dict(fresh.get(name, ()))
        for value in values:
            counts[value] = dict(fresh.get(name, ())).get(value, 0)
        kept[name] = tuple(sorted(counts.items(), key=lambda pair: -pair[1]))
    return kept


def as_shown(counted: Facets, book: ThemeBook) -> tuple[Facet, ...]:
    """Return the facets that have values, in their order and in words."""
    return tuple(
        Facet(name, words, tuple((v, _words(book, name, v), n) for v, n in counted[name]))
        for name, words in FIELDS.items()
        if counted.get(name)
    )


def _words(book: ThemeBook, facet: str, value: str) -> str:
    if facet == "theme":
        return book.face(value).name
    if facet == "role":
        return told(SectionRole(value).label)
    return label(facet, value)
