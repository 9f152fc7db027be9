"""How coders settled what they disagreed on, as kept in the casebook."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, insert

from caseview.domain.agreement import Settlement, Verdict
from caseview.domain.changes import Changes
from caseview.domain.journal import SetSettled
from caseview.domain.tag import Tag
from caseview.store import loading
from caseview.store.applying import expect, of_documents
from caseview.store.coders import know_coder
from caseview.store.rows import StoredRows
from caseview.store.stored_tags import words_at
from caseview.store.tables_compared import SettledTagRow, SettlementRow

_TAG_COLUMNS = (
    "t.tag_id, s.document_id, d.review_id, t.passage_id, t.theme, t.begins, t.ends, '', "
    "t.reads_as, t.restated, t.coder, t.made_at, t.codebook_version, t.origin, t.suggestion_id, "
    "t.is_key, t.page"
)


def read_settlements(
    connection: Connection, where: str = "1", parameters: Sequence[Any] = ()
) -> tuple[Settlement, ...]:
    """Return the settlements that an SQL condition over s selects, by id, with the tags before.

    Raises CasebookDamagedError when the words of a tag are no longer there.
    """
    rows = StoredRows(connection)
    before: dict[int, list[Tag]] = {}
    for number, *row in rows.rows(
        f"SELECT s.id, {_TAG_COLUMNS} FROM settled_tag AS t "  # noqa: S608 - our own words
        "JOIN settlement AS s ON s.id = t.settlement_id "
        f"JOIN document AS d ON d.id = s.document_id WHERE {where} ORDER BY s.id, t.tag_id",
        parameters,
    ):
        before.setdefault(number, []).append(_worded(connection, loading.tag(row)))
    found = rows.rows(
        "SELECT s.id, s.document_id, s.theme, s.coders, s.verdict, s.settled_by, s.at, s.reason "  # noqa: S608 - our own words
        f"FROM settlement AS s WHERE {where} ORDER BY s.id",
        parameters,
    )
    return tuple(
        Settlement(
            number, document, theme, tuple(json.loads(coders)), Verdict(verdict),
            tuple(before.get(number, ())), by, at, reason,
        )
        for number, document, theme, coders, verdict, by, at, reason in found
    )  # fmt: skip


def set_settled(command: SetSettled, connection: Connection) -> Changes:
    """Carry out a SetSettled command; the tags themselves are changed by commands of their own."""
    known = command.before or command.after
    if known is None:
        return Changes()
    there = read_settlements(connection, "s.id = ?", [known.id])
    expect(_placed(there), _placed([command.before] if command.before else []))
    connection.execute(delete(SettlementRow).where(SettlementRow.id == known.id))
    if command.after is not None:
        _put(connection, command.after)
    return of_documents(connection, frozenset({known.document_id}), Changes())


def _placed(settlements: Iterable[Settlement]) -> list[tuple[object, ...]]:
    """Return settlements without the review, which follows from the document and may change."""
    return [
        (
            one.id, one.document_id, one.theme, one.coders, one.verdict, one.by, one.at, one.reason,
            *(_values(tag) for tag in sorted(one.before, key=lambda tag: tag.id)),
        )
        for one in settlements
    ]  # fmt: skip


def _put(connection: Connection, settlement: Settlement) -> None:
    for coder in (settlement.by, *(tag.coder for tag in settlement.before)):
        know_coder(connection, coder)
    connection.execute(
        insert(SettlementRow).values(
            id=settlement.id,
            document_id=settlement.document_id,
            theme=settlement.theme,
            coders=json.dumps(settlement.coders),
            verdict=settlement.verdict.value,
            settled_by=settlement.by,
            at=settlement.at,
            reason=settlement.reason,
        )
    )
    tags = [{"settlement_id": settlement.id, **dict(_values(tag))} for tag in settlement.before]
    if tags:
        connection.execute(insert(SettledTagRow), tags)


def _values(tag: Tag) -> tuple[tuple[str, object], ...]:
    return (
        ("tag_id", tag.id),
        ("passage_id", tag.passage_id),
        ("theme", tag.theme),
        ("begins", tag.start),
        ("ends", tag.end),
        ("reads_as", tag.reads_as.value),
        ("restated", tag.restated),
        ("coder", tag.coder),
        ("made_at", tag.made_at),
        ("codebook_version", tag.codebook_version),
        ("origin", tag.origin),
        ("suggestion_id", tag.suggestion_id),
        ("is_key", tag.is_key),
        ("page", tag.page),
    )


def _worded(connection: Connection, tag: Tag) -> Tag:
    """Return a tag with its words, which are not kept twice."""
    words = words_at(connection, tag.document_id, tag.start, tag.end)
    if len(words) != tag.end - tag.start:
        raise loading.damaged_words(f"the settled tag {tag.id}")
    return replace(tag, text=words)
