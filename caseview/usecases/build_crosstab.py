"""Build a cross-tab: themes or attributes against an attribute, counted with their base."""

from collections.abc import Iterable, Mapping

from caseview.counting.bands import BANDS
from caseview.counting.halves import REVIEW, Parting, parted, parting
from caseview.counting.population import Population, population
from caseview.counting.scales import (
    FORM,
    MENTION_SCALES,
    ROLE,
    Scale,
    attribute_scale,
    mention_scale,
)
from caseview.counting.tally import Tally
from caseview.counting.together import alike
from caseview.domain.crosstab import Alike, CrossTab, CrossTabSpec, Mention, Unit
from caseview.domain.english import English
from caseview.domain.errors import QueryError
from caseview.usecases.ports import Finder, Now
from caseview.usecases.work import Casebook, Work


def build_crosstab(casebook: Casebook, finder: Finder, spec: CrossTabSpec, now: Now) -> CrossTab:
    """Return the table that `spec` asks for, counted as the casebook stands.

    Raises QueryError when the filter cannot be understood or an axis is unknown.
    """
    with casebook.reading() as work:
        return tally(work, finder, spec).table(now())


def axis_names(work: Work) -> tuple[str, ...]:
    """Return every name that can stand for the rows or columns of a table."""
    return tuple(dict.fromkeys((*MENTION_SCALES, *work.reviews.attribute_names(), FORM, *BANDS)))


def tally(
    work: Work,
    finder: Finder,
    spec: CrossTabSpec,
    mentions: Iterable[Mention] | None = None,
    whom: Population | None = None,
) -> Tally:
    """Return the tally behind the table of `spec`, over all mentions unless some are given.

    `whom` is the population where it is known already (see `counted_over`). Raises QueryError
    when the filter cannot be understood or an axis is unknown.
    """
    over = counted_over(work, finder, spec) if whom is None else whom
    scales = [_scale(work, name, spec, over) for name in (spec.rows, spec.columns)]
    return Tally(spec, over, _mentions(work, spec, mentions), *scales)


def _mentions(work: Work, spec: CrossTabSpec, given: Iterable[Mention] | None) -> tuple[Alike, ...]:
    """Return what may count; the sections that passages stand in are asked for only if need be."""
    if given is not None:
        return alike(given)
    by_role = ROLE in {spec.rows, spec.columns} or spec.unit is Unit.SECTIONS
    return work.decisions.alike(by_role=by_role)


def counted_over(work: Work, finder: Finder, spec: CrossTabSpec) -> Population:
    """Return whom `spec` counts: the same for every table with its filter and its counts.

    Raises QueryError when the filter cannot be understood.
    """
    return population(work.reviews.all(), spec, _selected(work, finder, spec.where))


def _selected(work: Work, finder: Finder, where: str) -> frozenset[int] | None:
    return finder.reviews(work.sql, where) if where.strip() else None


def _scale(work: Work, name: str, spec: CrossTabSpec, whom: Population) -> Scale:
    if name in MENTION_SCALES:
        return mention_scale(name, spec, work.codebook)
    if name == FORM:
        return attribute_scale(name, {}, whom)
    if (parts := parting(name)) is not None:
        return attribute_scale(name, _parted(work, parts, whom), whom)
    if name in BANDS:
        plain, band = BANDS[name]
        held = work.reviews.attributes(plain)
        bands = {one: tuple(dict.fromkeys(map(band, some))) for one, some in held.items()}
        return attribute_scale(name, bands, whom)
    known = axis_names(work)
    if name not in known:
        raise QueryError(
            English("A table cannot be made by “{0}”.", name),
            English("Use one of: {0}.", ", ".join(known)),
        )
    return attribute_scale(name, work.reviews.attributes(name), whom)


def _parted(work: Work, parts: Parting, whom: Population) -> Mapping[int, tuple[str, ...]]:
    if parts.attribute == REVIEW:
        values: Mapping[int, tuple[str, ...]] = {one.id: (str(one.id),) for one in whom.reviews}
        return parted(values, parts.value)
    known = work.reviews.attribute_names()
    if parts.attribute not in known:
        raise QueryError(
            English("A table cannot be parted by “{0}”.", parts.attribute),
            English("Use one of: {0}.", ", ".join(known)),
        )
    return parted(work.reviews.attributes(parts.attribute), parts.value)
