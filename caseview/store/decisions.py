"""Suggestions, tags and notes as they stand, and the mentions that counting asks for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from caseview.domain.crosstab import Alike, Mention, Size
from caseview.domain.note import Note
from caseview.domain.passage import KeptPassage, Passage
from caseview.domain.suggestion import Decision, KeptSuggestion, Suggestion
from caseview.domain.tag import Tag
from caseview.store import loading
from caseview.store.ids import new_ids
from caseview.store.mentions import PAGE_OR_PASSAGE, ROLE, AlikeGroups
from caseview.store.remembering import Reading
from caseview.store.rows import StoredRows
from caseview.store.stored_tags import read_tags
from caseview.store.tables_decided import NoteRow, SuggestionRow
from caseview.store.touching import Touched

OPEN = (Decision.UNDECIDED.value, Decision.SKIPPED.value)
_SUGGESTION_COLUMNS = (
    "s.id, s.document_id, d.review_id, s.passage_id, s.theme, s.begins, s.ends, s.reads_as, "
    "s.rule, s.reason, s.confidence, s.restated, s.decision"
)


class StoredDecisions:
    """Suggestions, tags and notes inside one transaction."""

    def __init__(self, connection: Connection, whole: Reading) -> None:
        self._connection = connection
        self._whole = whole
        self._rows = StoredRows(connection)

    def suggestions(
        self,
        *,
        document_id: int | None = None,
        ids: Sequence[int] | None = None,
        themes: Sequence[str] | None = None,
    ) -> tuple[KeptSuggestion, ...]:
        """Return suggestions in reading order: of a document, with ids, for themes, or all.

        Raises CasebookDamagedError when one stands outside its passage.
        """
        where, parameters = _chosen("s", document_id, ids, themes)
        passages = {
            row[0]: loading.passage(row[1:])
            for row in self._rows.rows(
                f"SELECT p.id, {loading.PASSAGE_COLUMNS} FROM passage AS p WHERE p.id IN "  # noqa: S608 - our own words
                f"(SELECT s.passage_id FROM suggestion AS s WHERE {where})",
                parameters,
            )
        }
        found = self._rows.rows(
            f"SELECT {_SUGGESTION_COLUMNS} FROM suggestion AS s "  # noqa: S608 - our own words
            f"JOIN document AS d ON d.id = s.document_id WHERE {where} "
            "ORDER BY s.document_id, s.begins, s.ends, s.id",
            parameters,
        )
        return tuple(_suggestion(row, passages[row[3]]) for row in found)

    def tags(
        self,
        *,
        document_id: int | None = None,
        ids: Sequence[int] | None = None,
        themes: Sequence[str] | None = None,
    ) -> tuple[Tag, ...]:
        """Return tags in reading order: of a document, with these ids, of these themes, or all.

        Raises CasebookDamagedError when the words of one are not at their place.
        """
        where, parameters = _chosen("t", document_id, ids, themes)
        return read_tags(self._connection, where, parameters)

    def passages(self, ids: Sequence[int]) -> tuple[KeptPassage, ...]:
        """Return the passages with these ids, at most a thousand, in order of their ids."""
        found = self._rows.rows(
            f"SELECT p.id, p.document_id, d.review_id, {loading.PASSAGE_COLUMNS} "  # noqa: S608 - our own words
            "FROM passage AS p JOIN document AS d ON d.id = p.document_id "
            f"WHERE p.id IN ({_marks(ids)}) ORDER BY p.id",
            list(ids),
        )
        return tuple(
            KeptPassage(number, document, review, loading.passage(rest))
            for number, document, review, *rest in found
        )

    def notes(self, about: str, *more: str) -> tuple[Note, ...]:
        """Return the notes on one thing, or on several, oldest first."""
        chosen = _select_notes().where(NoteRow.about.in_((about, *more)))
        return tuple(Note(*values) for values in self._connection.execute(chosen))

    def every_note(self) -> tuple[Note, ...]:
        """Return every note, oldest first."""
        return tuple(Note(*values) for values in self._connection.execute(_select_notes()))

    def new_id(self, table: str) -> int:
        """Return an id never used before for a new "tag", "note" or "review"."""
        return new_ids(self._connection, table)

    def mentions(self, themes: Sequence[str] | None = None) -> Iterable[Mention]:
        """Return each tag and each suggestion still open as counting sees it.

        A skipped suggestion is still open: skipping puts the decision off, it takes nothing away.
        """
        chosen, parameters = "1", list[Any]()
        if themes is not None:
            chosen, parameters = f"m.theme IN ({_marks(themes)})", list(themes)
        of = "d.review_id, m.document_id"
        rest = f"m.theme, m.reads_as, m.restated, {ROLE}"
        joined = (
            "AS m JOIN document AS d ON d.id = m.document_id "
            "LEFT JOIN passage AS p ON p.id = m.passage_id"
        )
        tags = self._rows.rows(
            f"SELECT m.id, 0, {of}, {PAGE_OR_PASSAGE}, {rest}, m.coder, 1.0 FROM tag {joined} "  # noqa: S608 - our own words
            f"WHERE {chosen} ORDER BY m.id",
            parameters,
        )
        suggestions = self._rows.rows(
            f"SELECT m.id, 1, {of}, m.passage_id, {rest}, '', m.confidence "  # noqa: S608 - our own words
            f"FROM suggestion {joined} "
            f"WHERE {chosen} AND m.decision IN ({_marks(OPEN)}) ORDER BY m.id",
            [*parameters, *OPEN],
        )
        return [*_mentions(tags), *_mentions(suggestions)]

    def alike(self, *, by_role: bool = False) -> tuple[Alike, ...]:
        """Return the same mentions as groups that differ only in place.

        The role of the section they stand in is told, and parts the groups, only if asked for.
        """
        groups = AlikeGroups(self._rows, OPEN, by_role=by_role)
        return self._whole.value(f"alike {by_role}", groups.read, groups.mended)

    def sizes(self) -> Mapping[int, Size]:
        """Return how many passages, and sections by role, each document has.

        A whole page that is tagged is one passage more, and all of them one section more.
        """
        return self._whole.value("sizes", lambda: self._sizes("1"), self._resized)

    def _resized(self, known: Mapping[int, Size], touched: Touched) -> Mapping[int, Size]:
        left = {one: size for one, size in known.items() if one not in touched.documents}
        there = ",".join(map(str, sorted(touched.documents)))
        return left | self._sizes(f"document_id IN ({there})")

    def _sizes(self, where: str) -> dict[int, Size]:
        found = self._rows.rows(
            "SELECT document_id, sum(passages), sum(sections) FROM ("  # noqa: S608 - our own words
            "SELECT document_id, count(*) AS passages, count(DISTINCT role) AS sections "
            f"FROM passage WHERE {where} GROUP BY document_id UNION ALL "
            "SELECT document_id, count(DISTINCT page), 1 FROM tag "
            f"WHERE page IS NOT NULL AND {where} GROUP BY document_id) GROUP BY document_id"
        )
        return {document: Size(passages, sections) for document, passages, sections in found}

    def of_state(self, decision: Decision) -> int:
        """Return how many suggestions were decided so."""
        row = SuggestionRow
        counted = select(func.count()).where(row.decision == decision.value)
        return self._connection.scalar(counted) or 0


def _chosen(
    alias: str,
    document_id: int | None,
    ids: Sequence[int] | None,
    themes: Sequence[str] | None,
) -> tuple[str, list[Any]]:
    """Return the SQL condition, and its parameters, for what was asked."""
    conditions, parameters = ["1"], list[Any]()
    if document_id is not None:
        conditions.append(f"{alias}.document_id = ?")
        parameters.append(document_id)
    if ids is not None:
        conditions.append(f"{alias}.id IN ({_marks(ids)})")
        parameters += ids
    if themes is not None:
        conditions.append(f"{alias}.theme IN ({_marks(themes)})")
        parameters += themes
    return " AND ".join(conditions), parameters


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _suggestion(row: Sequence[Any], passage: Passage) -> KeptSuggestion:
    number, document, review, passage_id, theme, begins, ends, reads_as = row[:8]
    rule, reason, confidence, restated, decision = row[8:]
    if not passage.start <= begins <= ends <= passage.end:
        raise loading.damaged_words(f"suggestion {number}")
    words = passage.text[begins - passage.start : ends - passage.start]
    suggestion = Suggestion(
        theme, begins, ends, words, loading.READINGS[reads_as], rule, reason, confidence,
        bool(restated),
    )  # fmt: skip
    return KeptSuggestion(
        number, document, review, passage_id, passage, suggestion, loading.DECISIONS[decision]
    )


def _mentions(rows: Iterable[Sequence[Any]]) -> Iterator[Mention]:
    readings = loading.READINGS
    for number, suggested, review, document, passage, theme, reads_as, restated, *rest in rows:
        yield Mention(
            number, suggested == 1, review, document, passage, theme, readings[reads_as],
            restated == 1, *rest,
        )  # fmt: skip


def _select_notes() -> loading.AnySelect:
    row = NoteRow
    chosen = select(row.id, row.about, row.text, row.coder, row.made_at)
    return chosen.order_by(row.made_at, row.id)
