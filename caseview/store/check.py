"""Checks a casebook from the file up to the quoted words, and puts right what can be."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection, select

from caseview.domain.info import Finding
from caseview.store.audit import check_chain, read_audit
from caseview.store.check_words import BACKUP, check_words
from caseview.store.refreshing import refresh, stale_reviews
from caseview.store.rows import StoredRows
from caseview.store.tables import ReviewRow
from caseview.usecases.ports import FullText


def check_casebook(
    connection: Connection, full_text: FullText, *, repair: bool
) -> tuple[Finding, ...]:
    """Return what is wrong: file, keys, words, hashes, audit chain, attributes, full text.

    With `repair`, the attributes and the full-text index, which follow from the rest, are put
    right. Once the file itself is broken nothing further can be said.
    """
    broken = (*_file(connection), *_keys(connection))
    if broken:
        return broken
    return (
        *check_words(connection),
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


def _attributes(connection: Connection, *, repair: bool) -> Iterator[Finding]:
    everyone = connection.scalars(select(ReviewRow.id)).all()
    stale = refresh(connection, everyone) if repair else stale_reviews(connection, everyone)
    if stale:
        yield Finding(
            ("1 review was" if len(stale) == 1 else f"{len(stale)} reviews were")
            + " filed under details no longer recorded.",
            "" if repair else "Check again with repair.",
            repaired=repair,
        )
