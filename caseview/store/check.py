"""Checks a casebook from the file up to the quoted words, and puts right what can be."""

import hashlib
from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection, select

from caseview.domain.errors import CasebookDamagedError
from caseview.domain.info import Finding
from caseview.store.audit import check_chain, read_audit
from caseview.store.decisions import StoredDecisions
from caseview.store.documents import StoredDocuments
from caseview.store.fitting import text_hash
from caseview.store.refreshing import refresh, stale_reviews
from caseview.store.rows import StoredRows
from caseview.store.tables import DocumentRow, ReviewRow
from caseview.usecases.ports import FullText

BACKUP = "Open the newest backup, and keep this file."


def check_casebook(
    connection: Connection, full_text: FullText, *, repair: bool
) -> tuple[Finding, ...]:
    """Return what is wrong: file, keys, words, hashes, audit chain, attributes, full text.

    With `repair`, the attributes and the full-text index, which follow from the rest, are put
    right. Once the file itself is broken nothing further can be said.
    """
    documents = StoredDocuments(connection, full_text, "")
    broken = (*_file(connection), *_keys(connection))
    if broken:
        return broken
    return (
        *_texts(connection, documents),
        *_originals(documents),
        *_decided(connection, documents),
        *check_chain(read_audit(connection)),
        *_attributes(connection, repair=repair),
        *full_text.check(StoredRows(connection), repair=repair),
    )


def _file(connection: Connection) -> Iterator[Finding]:
    said = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
    # The full-text index is looked at by its own check, which can build it anew.
    found = [line for line in said if line != "ok" and "FTS5" not in line]
    if found:
        yield Finding(f"The file is damaged: {'; '.join(map(str, found))}.", BACKUP)


def _keys(connection: Connection) -> Iterator[Finding]:
    found = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    for table, count in Counter(row[0] for row in found).items():
        rows = f"1 row of {table} points" if count == 1 else f"{count} rows of {table} point"
        yield Finding(f"{rows} to something that is not there.", BACKUP)


def _texts(connection: Connection, documents: StoredDocuments) -> Iterator[Finding]:
    hashes = connection.execute(
        select(DocumentRow.id, DocumentRow.title, DocumentRow.text_sha256)
    ).all()
    for number, title, kept in hashes:
        try:
            documents.passages(number)
            documents.details(number)
            documents.recommendations(number)
            documents.concerns(number)
            sound = text_hash(documents.text(number).text) == kept
        except CasebookDamagedError as fault:
            yield Finding(f"In “{title}”: {fault.message}", BACKUP)
            continue
        if not sound:
            yield Finding(f"The text of “{title}” is not the text that was imported.", BACKUP)


def _originals(documents: StoredDocuments) -> Iterator[Finding]:
    for document in documents.all():
        try:
            kept = hashlib.sha256(documents.original(document.id)).hexdigest()
        except CasebookDamagedError:
            kept = ""
        if kept != document.sha256:
            yield Finding(
                f"The file of “{document.title}” is not the file that was imported. Its text "
                "and tags are still here.",
                "Import the file again from where it came.",
            )


def _decided(connection: Connection, documents: StoredDocuments) -> Iterator[Finding]:
    decisions = StoredDecisions(connection)
    for document in documents.all():
        try:
            decisions.tags(document_id=document.id)
            decisions.suggestions(document_id=document.id)
        except CasebookDamagedError as fault:
            yield Finding(f"In “{document.title}”: {fault.message}", BACKUP)


def _attributes(connection: Connection, *, repair: bool) -> Iterator[Finding]:
    everyone = connection.scalars(select(ReviewRow.id)).all()
    stale = refresh(connection, everyone) if repair else stale_reviews(connection, everyone)
    if stale:
        yield Finding(
            f"{len(stale)} reviews were filed under details they no longer have.",
            "" if repair else "Check again with repair.",
            repaired=repair,
        )
