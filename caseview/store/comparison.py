"""What a comparison of coders needs: who finished what, what was settled, how rules fared."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from caseview.domain.agreement import ParagraphPlace, Settlement
from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import KeptPassage
from caseview.domain.suggestion import Level
from caseview.store import loading
from caseview.store.rows import StoredRows
from caseview.store.settlements import read_settlements
from caseview.store.tables_team import CodedRow

FEWEST_WORDS = 5
_READ = (
    ParagraphStyle.BODY, ParagraphStyle.LIST_ITEM, ParagraphStyle.TABLE_ROW, ParagraphStyle.QUOTE,
)  # fmt: skip
_MARKS = ",".join(f"'{style.value}'" for style in _READ)
_PARAGRAPHS = (
    "SELECT p.id, p.document_id, d.review_id, p.begins, p.ends FROM passage AS p "  # noqa: S608 - our own words
    f"JOIN document AS d ON d.id = p.document_id WHERE p.style IN ({_MARKS})"
)


class StoredComparison:
    """What coders and rules are compared by, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows = StoredRows(connection)

    def coded(self) -> Mapping[int, Mapping[str, str]]:
        """Return when each coder finished a document for a comparison, by document and coder."""
        row = CodedRow
        found: dict[int, dict[str, str]] = {}
        for document, coder, at in self._connection.execute(
            select(row.document_id, row.coder, row.at).order_by(row.document_id, row.coder)
        ):
            found.setdefault(document, {})[coder] = at
        return found

    def settlements(self) -> tuple[Settlement, ...]:
        """Return every disagreement settled, by id, with the tags as they were before."""
        return read_settlements(self._connection)

    def paragraphs(self, document_ids: Iterable[int]) -> tuple[ParagraphPlace, ...]:
        """Return where the paragraphs of documents stand that can be tagged, in reading order.

        Headings, captions, footnotes and contents are none of them.
        """
        found = []
        for document_id in sorted(document_ids):
            found += self._rows.rows(
                f"{_PARAGRAPHS} AND p.document_id = ? ORDER BY p.number", [document_id]
            )
        return tuple(ParagraphPlace(*row) for row in found)

    def passages(self, ids: Iterable[int]) -> tuple[KeptPassage, ...]:
        """Return passages by id, in this order; one that is gone is left out."""
        found = {}
        for number in ids:
            for row in self._rows.rows(
                f"SELECT p.document_id, d.review_id, {loading.PASSAGE_COLUMNS} FROM passage AS p "  # noqa: S608 - our own words
                "JOIN document AS d ON d.id = p.document_id WHERE p.id = ?",
                [number],
            ):
                found[number] = KeptPassage(number, row[0], row[1], loading.passage(row[2:]))
        return tuple(found.values())

    def quiet(self) -> tuple[int, ...]:
        """Return the ids of paragraphs where no rule found anything at the level shown, by id.

        Of reviews that are not screened out; paragraphs of fewer than five words are left out.
        """
        rows = self._rows.rows(
            f"{_PARAGRAPHS} AND length(trim(p.text)) - length(replace(trim(p.text), ' ', '')) >= ? "  # noqa: S608 - our own words
            "AND NOT EXISTS (SELECT 1 FROM suggestion AS s WHERE s.passage_id = p.id "
            "AND s.confidence >= ?) AND NOT EXISTS (SELECT 1 FROM review AS r "
            "WHERE r.id = d.review_id AND r.screened_out IS NOT NULL) ORDER BY p.id",
            [FEWEST_WORDS - 1, Level.NORMAL.least],
        )
        return tuple(row[0] for row in rows)
