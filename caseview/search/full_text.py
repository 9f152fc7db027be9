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
_AT_A_TIME = 5000
_SOME_MISSING = (
    "SELECT id, text FROM passage WHERE NOT EXISTS"
    " (SELECT 1 FROM passage_words_docsize AS held WHERE held.id = passage.id) LIMIT ?"
)
_TOTAL = "SELECT count(*) FROM passage"
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

    def begin_again(self, rows: Rows) -> None:
        """Empty the index, for `go_on` to fill."""
        rows.write(_COMMAND, [("delete-all",)])

    def go_on(self, rows: Rows) -> tuple[int, int]:
        """Index some thousands of the passages that are missing, in the transaction of `rows`.

        Returns how many passages are in the index now and how many there are.
        """
        rows.write(_WRITE, rows.rows(_SOME_MISSING, (_AT_A_TIME,)))
        total = int(rows.rows(_TOTAL)[0][0])
        return total - int(rows.rows(_MISSING)[0][0]), total

    def check(self, rows: Rows, *, repair: bool) -> tuple[Finding, ...]:
        """Return what is wrong with the index; with `repair`, build it anew first if need be.

        Passages that are merely missing, as after a building that was stopped, are added.
        """
        found, missing = _trouble(rows)
        if not found:
            return ()
        advice = "Run “caseview check --repair” to build the search index again."
        if repair:
            if missing:
                self._add_missing(rows)
            if _trouble(rows)[0]:
                rows.write(_COMMAND, [("rebuild",)])
            advice = "The search index was built again from the passages."
        return tuple(Finding(what, advice, repaired=repair) for what in found)

    def _add_missing(self, rows: Rows) -> None:
        done, total = self.go_on(rows)
        while done < total:
            done, total = self.go_on(rows)


def _trouble(rows: Rows) -> tuple[list[str], int]:
    """Return what is wrong in sentences, and how many passages are missing."""
    missing = int(rows.rows(_MISSING)[0][0])
    if missing:
        many = "1 passage is" if missing == 1 else f"{missing:,} passages are"
        return [f"{many} missing from the search index."], missing
    left_over = int(rows.rows(_LEFT_OVER)[0][0])
    if left_over:
        many = "1 passage that is" if left_over == 1 else f"{left_over:,} passages that are"
        return [f"The search index still holds {many} gone."], 0
    try:
        rows.write(_SUM, [()])
    except CasebookDamagedError:
        return ["The search index does not hold the words of the passages."], 0
    return [], 0
