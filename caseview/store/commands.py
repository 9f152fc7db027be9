"""Applies the journal's commands: the only place that changes what coders decide.

Each command says what it expects to find; when the casebook holds something else, nothing of the
entry is kept.
"""

from collections.abc import Mapping
from dataclasses import asdict, replace

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from caseview.domain.changes import Changes
from caseview.domain.journal import (
    AnyCommand,
    Finished,
    SetDecision,
    SetDetails,
    SetFinished,
    SetNote,
    SetReview,
    SetScreening,
    SetTag,
)
from caseview.domain.note import Note
from caseview.store import loading
from caseview.store.applying import Applier, expect, missing, of_documents
from caseview.store.coders import know_coder
from caseview.store.commands_team import TEAM_APPLIERS
from caseview.store.detail_rows import detail_rows
from caseview.store.stored_tags import put_tag, stored_tag
from caseview.store.tables import DetailRow, DocumentRow, ReviewRow
from caseview.store.tables_decided import NoteRow, SuggestionRow, TagRow

# Made once, for a merge or a new codebook decides tens of thousands of them.
_SUGGESTION = select(SuggestionRow.document_id, SuggestionRow.decision).where(
    SuggestionRow.id == bindparam("suggestion")
)
_DECIDE = (
    update(SuggestionRow)
    .where(SuggestionRow.id == bindparam("suggestion"))
    .values(decision=bindparam("after"))
)
_REMOVE_TAG = delete(TagRow).where(TagRow.id == bindparam("tag"))


def _set_tag(command: SetTag, connection: Connection) -> Changes:
    before, after = command.before, command.after
    known = before or after
    if known is None:
        return Changes()
    there = stored_tag(connection, known.id)
    # Which review a tag is in follows from its document, which may have moved since.
    expected = replace(before, review_id=there.review_id) if before and there else before
    expect(there, expected)
    if after is None:
        connection.execute(_REMOVE_TAG, {"tag": known.id})
    else:
        put_tag(connection, after, replacing=before is not None)
    documents = frozenset(tag.document_id for tag in (before, after) if tag is not None)
    return of_documents(connection, documents, Changes(tags=frozenset({known.id})))


def _set_decision(command: SetDecision, connection: Connection) -> Changes:
    found = connection.execute(_SUGGESTION, {"suggestion": command.suggestion_id}).first()
    if found is None:
        missing("suggestion", command.suggestion_id)
    expect(loading.DECISIONS[found.decision], command.before)
    given = {"suggestion": command.suggestion_id, "after": command.after.value}
    connection.execute(_DECIDE, given)
    changed = Changes(suggestions=frozenset({command.suggestion_id}))
    return of_documents(connection, frozenset({found.document_id}), changed)


def _set_finished(command: SetFinished, connection: Connection) -> Changes:
    row = DocumentRow
    by, at = connection.execute(
        select(row.finished_by, row.finished_at).where(row.id == command.document_id)
    ).first() or missing("document", command.document_id)
    there = None if by is None or at is None else Finished(by, at)
    expect(there, command.before)
    after = command.after
    connection.execute(
        update(row)
        .where(row.id == command.document_id)
        .values(finished_by=after.coder if after else None, finished_at=after.at if after else None)
    )
    return of_documents(connection, frozenset({command.document_id}), Changes())


def _set_screening(command: SetScreening, connection: Connection) -> Changes:
    row = ReviewRow
    (there,) = connection.execute(
        select(row.screened_out).where(row.id == command.review_id)
    ).first() or missing("review", command.review_id)
    expect(there, command.before)
    connection.execute(
        update(row).where(row.id == command.review_id).values(screened_out=command.after)
    )
    return Changes(reviews=frozenset({command.review_id}))


def _set_details(command: SetDetails, connection: Connection) -> Changes:
    row = DetailRow
    mine = (row.document_id == command.document_id) & (row.name == command.name.value)
    there = loading.details(connection.execute(loading.select_details().where(mine)).all())
    document = select(DocumentRow.id).where(DocumentRow.id == command.document_id)
    if connection.scalar(document) is None:
        missing("document", command.document_id)
    expect(there.get(command.document_id, ()), command.before)
    connection.execute(delete(row).where(mine))
    if command.after:
        rows = list(detail_rows(command.document_id, command.after))
        connection.execute(insert(row), rows)
    return of_documents(connection, frozenset({command.document_id}), Changes())


def _set_review(command: SetReview, connection: Connection) -> Changes:
    """Move a document; a review is made when it comes to it, and goes when it is left empty.

    A review that was screened out is kept even when empty, so that its reason is not lost.
    """
    document, review = DocumentRow, ReviewRow
    kind, there = connection.execute(
        select(document.kind, document.review_id).where(document.id == command.document_id)
    ).first() or missing("document", command.document_id)
    expect(there, command.before)
    if connection.scalar(select(review.id).where(review.id == command.after)) is None:
        connection.execute(insert(review).values(id=command.after, title="", kind=kind))
    connection.execute(
        update(document).where(document.id == command.document_id).values(review_id=command.after)
    )
    left = select(func.count()).where(document.review_id == command.before)
    if not connection.scalar(left):
        connection.execute(
            delete(review).where(review.id == command.before, review.screened_out.is_(None))
        )
    return Changes(
        reviews=frozenset({command.before, command.after}),
        documents=frozenset({command.document_id}),
    )


def _set_note(command: SetNote, connection: Connection) -> Changes:
    row = NoteRow
    known = command.before or command.after
    if known is None:
        return Changes()
    found = connection.execute(
        select(row.id, row.about, row.text, row.coder, row.made_at).where(row.id == known.id)
    ).first()
    expect(None if found is None else Note(*found), command.before)
    connection.execute(delete(row).where(row.id == known.id))
    if command.after is not None:
        know_coder(connection, command.after.coder)
        connection.execute(insert(row).values(asdict(command.after)))
    return Changes(notes=frozenset({known.id}))


_APPLIERS: Mapping[type, Applier] = {
    SetTag: _set_tag,
    SetDecision: _set_decision,
    SetFinished: _set_finished,
    SetScreening: _set_screening,
    SetDetails: _set_details,
    SetReview: _set_review,
    SetNote: _set_note,
    **TEAM_APPLIERS,
}


def apply(connection: Connection, command: AnyCommand) -> Changes:
    """Carry out one command and return the ids it changed.

    Raises CasebookError when what it expects to find is not there.
    """
    return _APPLIERS[type(command)](command, connection)
