"""Summaries fit to leave the desk: small numbers hidden in every table, sentence and chart."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from caseview.counting.small_numbers import Known, SmallNumbers, protect
from caseview.domain.crosstab import CrossTab
from caseview.domain.reads_as import ReadsAs
from caseview.domain.review import Review
from caseview.domain.summary import Summary, ThemeSection

Address = tuple[str, str | None]


def hide_small(summary: Summary, rule: SmallNumbers) -> Summary:
    """Return the summary so that no number under the threshold can be worked out from it.

    Whoever reads it can count the reviews that are quoted, by type, and knows that a review of a
    theme reads one way at least: both are reckoned with. The list of reviews would tell how many
    there are of each type, so it is empty where such a number is hidden; how many passages a
    theme rests on is left out.
    """
    if not rule.under:
        return summary
    tables = [summary.overview, *map(_own_rows, summary.sections)]
    parts = {
        section.theme.id: tuple(_row(section, axis.id) for axis in section.table.rows[1:])
        for section in summary.sections
    }
    overview, *others = protect(tables, rule, Known(parts, _quoted(summary))).tables
    told = not (overview.base_hidden or any(axis.hidden for axis in overview.columns))
    sections = tuple(
        replace(
            section,
            table=replace(table, rows=tuple(replace(axis, base=0) for axis in section.table.rows)),
            passages=0,
        )
        for section, table in zip(summary.sections, others, strict=True)
    )
    return replace(
        summary,
        overview=overview,
        sections=sections,
        reviews=summary.reviews if told else (),
    )


def _row(section: ThemeSection, reading: str) -> str:
    return f"{section.theme.id}/{reading}"


def _own_rows(section: ThemeSection) -> CrossTab:
    """Return a section's table with rows that no other theme's table has."""
    theme, *readings = section.table.rows
    own = [replace(axis, id=_row(section, axis.id)) for axis in readings]
    return replace(section.table, rows=(theme, *own), column_totals=())


def _quoted(summary: Summary) -> dict[Address, int]:
    """Return how many reviews a reader can count for each theme, reading and review type."""
    by_document = {
        document.id: review for review in summary.reviews for document in review.documents
    }
    found: defaultdict[Address, set[int]] = defaultdict(set)
    for section in summary.sections:
        for reading, document in _quotes(section):
            review = by_document.get(document)
            if review is None:
                continue
            for row in (section.theme.id, _row(section, reading)):
                for column in (None, *_kinds(review)):
                    found[row, column].add(review.id)
    return {address: len(reviews) for address, reviews in found.items()}


def _quotes(section: ThemeSection) -> Iterator[tuple[str, int]]:
    for item in section.evidence:
        yield item.reads_as.value, item.quote.document_id
    for made in section.recommendations:
        yield ReadsAs.RECOMMENDED.value, made.quote.document_id


def _kinds(review: Review) -> tuple[str, ...]:
    also = (review.kind_also.value,) if review.kind_also else ()
    return (review.kind.value, *also)
