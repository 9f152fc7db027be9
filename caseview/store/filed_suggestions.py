"""Suggestions put into a casebook and taken out of it after its documents were imported."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from caseview.domain.suggestion import FiledSuggestion
from caseview.store.applying import expect
from caseview.store.tables import PassageRow
from caseview.store.tables_decided import SuggestionRow

_BATCH = 500


def put_suggestions(
    connection: Connection, document_id: int, filed: Sequence[FiledSuggestion]
) -> None:
    """Write suggestions on passages of a document.

    Raises CasebookError when a passage is not of that document any more.
    """
    row = PassageRow
    passages = set(connection.scalars(select(row.id).where(row.document_id == document_id)))
    expect({one.passage_id for one in filed} <= passages, expected=True)
    if filed:
        connection.execute(insert(SuggestionRow), [_values(document_id, one) for one in filed])


def take_suggestions(
    connection: Connection, document_id: int, filed: Sequence[FiledSuggestion]
) -> None:
    """Take suggestions out. Raises CasebookError when one was decided otherwise meanwhile."""
    row = SuggestionRow
    for begin in range(0, len(filed), _BATCH):
        some = filed[begin : begin + _BATCH]
        mine = (row.document_id == document_id) & row.id.in_([one.id for one in some])
        there = {
            one.id: one.decision
            for one in connection.execute(select(row.id, row.decision).where(mine))
        }
        expect(there, {one.id: one.decision.value for one in some})
        connection.execute(delete(row).where(mine))


def _values(document_id: int, filed: FiledSuggestion) -> dict[str, Any]:
    put = filed.suggestion
    return {
        "id": filed.id,
        "document_id": document_id,
        "passage_id": filed.passage_id,
        "theme": put.theme,
        "begins": put.start,
        "ends": put.end,
        "reads_as": put.reads_as.value,
        "restated": put.restated,
        "rule": put.rule,
        "reason": put.reason,
        "confidence": put.confidence,
        "decision": filed.decision.value,
    }
