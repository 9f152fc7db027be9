"""Writes what a search found to a file: every passage word for word, with its reference."""

from dataclasses import replace
from pathlib import Path

from caseview.counting.wording import number, several
from caseview.domain.codebook import Codebook
from caseview.domain.info import CasebookInfo
from caseview.domain.listing import Listing, Value
from caseview.domain.query import Answer, Hit, Search, Sort
from caseview.usecases.ports import Finder, ListingWriter, Now
from caseview.usecases.work import Casebook

HEADS = (
    *("Review", "Type", "Year", "Document", "Page", "Paragraph", "Section", "Part"),
    *("Words found", "Passage", "Themes", "Reference"),
)
_ORDERS = {Sort.RANK: "best first", Sort.NEWEST: "newest first", Sort.REVIEW: "by review"}


def list_results(casebook: Casebook, finder: Finder, search: Search, now: Now) -> Listing:
    """Return every passage that answers a search, in its order, as a list ready to be written.

    Raises QueryError when nothing can be searched for.
    """
    info, at = casebook.info(), now()
    with casebook.reading() as work:
        total = finder.first(work.sql, replace(search, limit=0, skip=0)).total
        answer = finder.search(work.sql, replace(search, limit=total.passages, skip=0))
        codebook = work.codebook
    rows = tuple(_row(hit, codebook) for hit in answer.hits)
    return Listing(
        f"Search: {search.query}", HEADS, rows, _about(answer, info, at), marking=info.marking
    )


def export_results(
    casebook: Casebook, finder: Finder, search: Search, to: tuple[ListingWriter, Path], now: Now
) -> int:
    """Write every passage that answers a search; return how many.

    Raises QueryError when nothing can be searched for, ExportError when it cannot be written.
    """
    listing = list_results(casebook, finder, search, now)
    writer, path = to
    writer.write(listing, path)
    return len(listing.rows)


def _row(hit: Hit, codebook: Codebook) -> tuple[Value, ...]:
    names = {theme.id: theme.name for theme in codebook.themes}
    return (
        hit.review,
        hit.kind.label,
        hit.year,
        hit.document,
        hit.page,
        hit.place.paragraph,
        hit.section or None,
        hit.role.label,
        "; ".join(dict.fromkeys(hit.text[start:end] for start, end in hit.marks)),
        hit.text,
        "; ".join(names.get(theme, theme) for theme in hit.themes),
        hit.place.reference,
    )


def _about(answer: Answer, info: CasebookInfo, at: str) -> tuple[tuple[str, str], ...]:
    search, total = answer.search, answer.total
    found = (
        f"{several(total.passages, 'passage')} in {several(total.documents, 'document')}, "
        f"{several(total.reviews, 'review')}"
    )
    about = [
        ("Casebook", info.title),
        ("Searched for", search.query),
        ("Words", "exactly as typed" if search.exact else "in any of their forms"),
        ("Also found", ", ".join(answer.also_finding)),
        ("Found", found),
        ("Screened-out reviews", _screened(answer)),
        ("Order", _ORDERS[search.sort]),
        ("Remark", answer.remark),
        ("Codebook", f"{info.codebook}, version {info.codebook_version}"),
        ("Searched at", at),
    ]
    return tuple((name, words) for name, words in about if words)


def _screened(answer: Answer) -> str:
    if answer.search.screened_out:
        return "searched too"
    return f"left out: {number(answer.left_out)} more passages there" if answer.left_out else ""
