"""Counts how the codebook in use has done: tags, reviews, and what coders made of suggestions."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

from caseview.domain.codebook_figures import NOTHING_YET, CodebookFigures, Record, Use
from caseview.domain.learned import OFFERED
from caseview.domain.suggestion import Decision, Level
from caseview.store.rows import StoredRows

_OPEN = frozenset({Decision.UNDECIDED, Decision.SKIPPED})
_USES = (
    "SELECT t.theme, count(*), count(DISTINCT d.review_id) "
    "FROM tag AS t JOIN document AS d ON d.id = t.document_id GROUP BY t.theme"
)
_RECORDS = (
    "SELECT theme, rule, decision, confidence >= ?, count(*) FROM suggestion "
    "WHERE rule NOT LIKE '%' || ? GROUP BY 1, 2, 3, 4 ORDER BY rule"
)


def codebook_figures(connection: Connection) -> CodebookFigures:
    """Return the figures of every theme and rule that has some.

    What nobody decided counts from level normal on, as it is shown.
    """
    rows = StoredRows(connection)
    records = rows.rows(_RECORDS, [Level.NORMAL.least, OFFERED])
    return CodebookFigures(
        uses={theme: Use(tags, reviews) for theme, tags, reviews in rows.rows(_USES)},
        themes=_added((theme, *counted) for theme, _, *counted in records),
        rules=_added((rule, *counted) for _, rule, *counted in records),
    )


def _added(counts: Iterable[Sequence[Any]]) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for name, decision, shown, n in counts:
        record = Record(
            accepted=n if decision == Decision.ACCEPTED else 0,
            rejected=n if decision == Decision.REJECTED else 0,
            open=n if shown and decision in _OPEN else 0,
        )
        found[name] = found.get(name, NOTHING_YET) + record
    return {name: record for name, record in found.items() if record != NOTHING_YET}
