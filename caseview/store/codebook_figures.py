"""Counts how the codebook in use has done: tags, reviews, and what coders made of suggestions."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

from caseview.domain.codebook_figures import CodebookFigures, Record, Use
from caseview.domain.suggestion import Decision
from caseview.store.rows import StoredRows

_USES = (
    "SELECT t.theme, count(*), count(DISTINCT d.review_id) "
    "FROM tag AS t JOIN document AS d ON d.id = t.document_id GROUP BY t.theme"
)
_RECORDS = "SELECT theme, rule, decision, count(*) FROM suggestion GROUP BY theme, rule, decision"


def codebook_figures(connection: Connection) -> CodebookFigures:
    """Return the figures of every theme and rule that has some."""
    rows = StoredRows(connection)
    records = rows.rows(_RECORDS)
    return CodebookFigures(
        uses={theme: Use(tags, reviews) for theme, tags, reviews in rows.rows(_USES)},
        themes=_added((theme, decision, n) for theme, _, decision, n in records),
        rules=_added((rule, decision, n) for _, rule, decision, n in records),
    )


def _added(counts: Iterable[Sequence[Any]]) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for name, decision, n in counts:
        record = Record(
            accepted=n if decision == Decision.ACCEPTED else 0,
            rejected=n if decision == Decision.REJECTED else 0,
            open=n if decision in {Decision.UNDECIDED, Decision.SKIPPED} else 0,
        )
        found[name] = found.get(name, Record()) + record
    return found
