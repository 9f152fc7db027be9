"""Scales: what stands along the rows or columns of a table, and where each mention falls."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from caseview.counting.bands import AGE_BANDS
from caseview.counting.halves import parting
from caseview.counting.population import Population
from caseview.domain.codebook import Codebook
from caseview.domain.crosstab import NOT_RECORDED, Alike, Axis, CrossTabSpec, Mention
from caseview.domain.document import Form, Kind
from caseview.domain.reads_as import ReadsAs
from caseview.domain.review import Status
from caseview.domain.section import SectionRole

THEMES = "themes"
GROUPS = "groups"
FORM = "form"
ROLE = "role"
MENTION_SCALES = (THEMES, GROUPS, "reads_as", ROLE, "coder")
SUGGESTED = "suggested"


@dataclass(frozen=True, slots=True)
class Scale:
    """One axis of a table.

    `of` gives the headings that mentions fall under. It is None when the headings belong to the
    document or its review and not to the single mention: then `by_document` holds those of every
    counted document (several for an attribute with several values). `headings` orders the ids
    that were found.
    """

    name: str
    of: Callable[[Alike | Mention], tuple[str, ...]] | None
    headings: Callable[[Iterable[str]], tuple[Axis, ...]]
    by_document: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


def mention_scale(name: str, spec: CrossTabSpec, codebook: Codebook) -> Scale:
    """Return the scale of one of `MENTION_SCALES`. Raises KeyError for another name."""
    makers: Mapping[str, Callable[[], Scale]] = {
        THEMES: lambda: _themes(codebook),
        GROUPS: lambda: _groups(codebook),
        "reads_as": lambda: _reads_as(spec),
        ROLE: _roles,
        "coder": _coders,
    }
    return makers[name]()


def attribute_scale(
    name: str, values: Mapping[int, tuple[str, ...]], population: Population
) -> Scale:
    """Return the scale of an attribute, given its values by review id.

    The form is the document's own, whatever `values` says. A review without a value falls under
    "not recorded", which is never the same as a zero.
    """
    missing = (NOT_RECORDED,)
    by_document = {
        document.id: (document.form.value,)
        if name == FORM
        else tuple(values.get(document.review_id, ())) or missing
        for document in population.documents.values()
    }
    return Scale(
        name,
        None,
        lambda found: _attribute_headings(name, found),
        by_document,
    )


def _themes(codebook: Codebook) -> Scale:
    groups = {group.id: group.name for group in codebook.groups}
    grouped = [theme for theme in codebook.themes if not theme.marker]
    places = {group: place for place, group in enumerate(groups)}
    grouped.sort(key=lambda theme: places[theme.group])
    ordered = grouped + [theme for theme in codebook.themes if theme.marker]

    def headings(found: Iterable[str]) -> tuple[Axis, ...]:
        there = set(found)
        known = [
            Axis(theme.id, theme.name, group="" if theme.marker else groups[theme.group])
            for theme in ordered
            if not theme.retired or theme.id in there
        ]
        strange = sorted(there - {theme.id for theme in ordered})
        return (*known, *(Axis(theme, theme) for theme in strange))

    return Scale(THEMES, lambda mention: (mention.theme,), headings)


def _groups(codebook: Codebook) -> Scale:
    group_of = {theme.id: (theme.group,) for theme in codebook.themes if not theme.marker}
    axes = tuple(Axis(group.id, group.name) for group in codebook.groups)
    return Scale(GROUPS, lambda mention: group_of.get(mention.theme, ()), lambda _: axes)


def _reads_as(spec: CrossTabSpec) -> Scale:
    axes = tuple(
        Axis(reading.value, reading.label.capitalize())
        for reading in ReadsAs
        if reading in spec.reads_as
    )
    return Scale("reads_as", lambda mention: (mention.reads_as.value,), lambda _: axes)


def _roles() -> Scale:
    def headings(found: Iterable[str]) -> tuple[Axis, ...]:
        there = set(found)
        known = [Axis(role.value, role.label) for role in SectionRole if role.value in there]
        return (*known, *_not_recorded(there))

    return Scale(ROLE, lambda mention: (mention.role or NOT_RECORDED,), headings)


def _coders() -> Scale:
    def headings(found: Iterable[str]) -> tuple[Axis, ...]:
        there = set(found)
        names = sorted(there - {SUGGESTED, NOT_RECORDED}, key=str.casefold)
        waiting = [Axis(SUGGESTED, "Suggested, undecided")] if SUGGESTED in there else []
        return (*(Axis(name, name) for name in names), *_not_recorded(there), *waiting)

    def of(mention: Alike | Mention) -> tuple[str, ...]:
        return (SUGGESTED if mention.suggested else mention.coder or NOT_RECORDED,)

    return Scale("coder", of, headings)


def _not_recorded(found: set[str]) -> tuple[Axis, ...]:
    return (Axis(NOT_RECORDED, NOT_RECORDED.capitalize()),) if NOT_RECORDED in found else ()


_ORDERED: Mapping[str, Mapping[str, str]] = {
    "kind": {kind.value: kind.label for kind in Kind},
    FORM: {form.value: form.label for form in Form},
    "status": {status.value: status.label for status in Status},
    "age_band": {band: band for band in AGE_BANDS},
}


def _attribute_headings(name: str, found: Iterable[str]) -> tuple[Axis, ...]:
    there = set(found)
    parts = parting(name)
    order = parts.labels if parts is not None else _ORDERED.get(name, {})
    known = [Axis(value, label) for value, label in order.items() if value in there]
    others = sorted(there - {*order, NOT_RECORDED}, key=_natural)
    return (*known, *(Axis(value, value) for value in others), *_not_recorded(there))


def _natural(value: str) -> tuple[int, int, str]:
    """Numbers first and by size, then words by letter."""
    digits = value[: len(value) - len(value.lstrip("0123456789"))]
    return (0, int(digits), value.casefold()) if digits else (1, 0, value.casefold())
