"""The audit log: append-only, each line sealed with the hash of the one before."""

import hashlib
import json
from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from caseview.domain.info import AuditRow, Finding
from caseview.store.clock import now
from caseview.store.coders import know_coder
from caseview.store.tables_decided import AuditRowKept

NOTHING_BEFORE = ""
REMOVED = "Remove"
"""What is kept of a document that was removed for good: who, when, and which hash."""


def add_audit(connection: Connection, coder: str, action: str, subject: str) -> None:
    """Add a line: who did what to which ids or hashes; never any words of a passage.

    Whoever changes something is a coder of the casebook from then on.
    """
    know_coder(connection, coder)
    last = connection.execute(
        select(AuditRowKept.id, AuditRowKept.hash).order_by(AuditRowKept.id.desc()).limit(1)
    ).first()
    number, before = (1, NOTHING_BEFORE) if last is None else (last.id + 1, last.hash)
    line = AuditRow(number, now(), coder, action, subject, "")
    connection.execute(
        insert(AuditRowKept).values(
            id=line.id,
            at=line.at,
            coder=coder,
            action=action,
            subject=subject,
            hash=seal(line, before),
        )
    )


def read_audit(connection: Connection) -> tuple[AuditRow, ...]:
    """Return the whole log, oldest first."""
    columns = AuditRowKept.__table__.c
    found = connection.execute(
        select(
            columns.id, columns.at, columns.coder, columns.action, columns.subject, columns.hash
        ).order_by(columns.id)
    )
    return tuple(AuditRow(*row) for row in found)


def seal(line: AuditRow, before: str) -> str:
    """Return the hash of a line over what it says and the hash of the line before it.

    SHA-256 in hexadecimal over the JSON list of the hash before, id, time, coder, action, subject.
    """
    said = [before, line.id, line.at, line.coder, line.action, line.subject]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def check_chain(log: Sequence[AuditRow]) -> tuple[Finding, ...]:
    """Return the first break of the chain, if any: a line changed, taken out or put in."""
    before = NOTHING_BEFORE
    for number, line in enumerate(log, start=1):
        if line.id != number or line.hash != seal(line, before):
            return (
                Finding(
                    f"The audit log was changed at line {number}: what it says from there on "
                    "cannot be relied on.",
                    "Compare it with the newest backup.",
                ),
            )
        before = line.hash
    return ()
