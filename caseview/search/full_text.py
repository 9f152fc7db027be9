"""The full-text index beside the passages: written with them, taken out with them, checked.

The index is an FTS5 table over the passage rows ("external content"): it keeps no second copy of
the words, so it must be told of every change, in the transaction of the change. No triggers.
"""

import json
from collections.abc import Iterable

from caseview.domain.errors import CasebookDamagedError
from caseview.domain.info import Finding
from caseview.usecases.ports import Rows

_WRITE = "INSERT INTO passage_words(rowid, text) VALUES (?, ?)"
_REMOVE = "INSERT INTO passage_words(passage_words, rowid, text) VALUES ('delete', ?, ?)"
_COMMAND = "INSERT INTO passage_words(passage_words) VALUES (?)"
_TEXTS = "SELECT id, text FROM passage WHERE id IN (SELECT value FROM json_each(?))"
_MISSING = (
    "SELECT count(*) FROM passage WHERE NOT EXISTS"
    " (SELECT 1 FROM passage_words_docsize WHERE id = passage.id)"
)
_LEFT_OVER = (
    "SELECT count(*) FROM passage_words_docsize AS held WHERE NOT EXISTS"
    " (SELECT 1 FROM passage WHERE passage.id = held.id)"
)
_SUM = "INSERT INTO passage_words(passage_words, rank) VALUES ('integrity-check', 1)"


class FullTextIndex:
    """Keeps `passage_words` in step with the passages."""

    def write(self, rows: Rows, passages: Iterable[tuple[int, str]]) -> None:
        """Index passages given as (passage id, text), in the transaction of `rows`."""
        rows.write(_WRITE, passages)

    def remove(self, rows: Rows, passages: Iterable[int]) -> None:
        """Take passages out of the index; to be called while their rows still stand.

        FTS5 needs the very words it once indexed to find their entries, and with the table's
        `secure-delete` they are then really gone from the index's pages.
        """
        ids = json.dumps(list(passages))
        rows.write(_REMOVE, rows.rows(_TEXTS, (ids,)))

    def check(self, rows: Rows, *, repair: bool) -> tuple[Finding, ...]:
        """Return what is wrong with the index; with `repair`, build it anew first if need be."""
        found = _trouble(rows)
        if not found:
            return ()
        advice = "Run “caseview check --repair” to build the search index again."
        if repair:
            rows.write(_COMMAND, [("rebuild",)])
            advice = "The search index was built again from the passages."
        return tuple(Finding(what, advice, repaired=repair) for what in found)


def _trouble(rows: Rows) -> list[str]:
    missing = int(rows.rows(_MISSING)[0][0])
    if missing:
        return [f"{missing} passages are missing from the search index."]
    left_over = int(rows.rows(_LEFT_OVER)[0][0])
    if left_over:
        return [f"The search index still holds {left_over} passages that are gone."]
    try:
        rows.write(_SUM, [()])
    except CasebookDamagedError:
        return ["The search index does not hold the words of the passages."]
    return []
