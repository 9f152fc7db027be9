"""Two casebooks to merge, what a coder does in them, and what they then hold."""

import contextlib
from collections.abc import Callable
from typing import Any

from caseview.domain.merging import Merged
from caseview.domain.reads_as import ReadsAs
from caseview.domain.span import Span
from caseview.store.casebook import StoredCasebook
from caseview.store.other_casebook import OtherCasebook
from caseview.usecases.merge_casebooks import merge_casebooks
from caseview.usecases.tag_passage import Chosen, tag_passage

AT = "2026-03-01T09:00:00+00:00"
Facts = set[tuple[str, str, int, int, str, str, str]]
Reading = Callable[..., contextlib.AbstractContextManager[OtherCasebook]]
Made = Callable[..., Any]
TABLES = (
    "review", "document", "passage", "suggestion", "tag", "note", "coded", "detail", "settlement",
    "settled_tag", "import_outcome", "attribute", "codebook", "journal",
)  # fmt: skip


def now() -> str:
    return AT


def add(casebook: StoredCasebook, made: tuple[Any, bytes], review: int | None = None) -> int:
    with casebook.writing() as work:
        return work.documents.add(*made, review).id


def tag(  # noqa: PLR0913 - what a tag is, by name
    casebook: StoredCasebook,
    document: int,
    coder: str,
    *,
    theme: str = "curiosity",
    at: tuple[int, int] = (14, 20),
    reads_as: ReadsAs = ReadsAs.GAP,
) -> None:
    chosen = Chosen(document, Span(*at), theme, reads_as)
    tag_passage(casebook, chosen, coder=coder, now=now)


def tags(casebook: StoredCasebook | OtherCasebook) -> Facts:
    """Return every tag by what it says, apart from ids."""
    with casebook.reading() as work:
        names = {one.id: one.sha256 for one in work.documents.all()}
        return {
            (names[t.document_id], t.theme, t.start, t.end, t.text, t.reads_as, t.coder)
            for t in work.decisions.tags()
        }


def state(casebook: StoredCasebook) -> tuple[object, ...]:
    """Return every row that could change, the journal last; the audit is left out."""
    with casebook.reading() as work:
        return tuple(
            tuple(work.sql.rows(f"SELECT * FROM {table} ORDER BY 1, 2"))  # noqa: S608 - our own
            for table in TABLES
        )


def merge(ours: StoredCasebook, reading: Reading, **changes: Any) -> Merged:
    with reading(**changes) as other:
        return merge_casebooks(ours, other, "theirs", coder="JB")
