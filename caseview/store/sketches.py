"""Sketches of documents' texts: kept with each document, compared with that of a new one."""

from collections.abc import Collection

from sqlalchemy import Connection, func, insert, select

from caseview.domain.sketch import SIZE, likeness, sketch
from caseview.store.tables_team import SketchRow


def keep_sketch(connection: Connection, document_id: int, text: str) -> None:
    """Keep the sketch of a document's text."""
    rows = [{"document_id": document_id, "hash": one} for one in sorted(sketch(text))]
    if rows:
        connection.execute(insert(SketchRow), rows)


class StoredSketches:
    """The sketches inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def like(self, numbers: Collection[int], least: float) -> tuple[tuple[int, float], ...]:
        """Return (document id, likeness) of documents with nearly these words, likest first."""
        row = SketchRow
        # Texts that share a part of the lowest numbers of both hold at least that many each.
        shared = select(row.document_id).where(row.hash.in_(numbers)).group_by(row.document_id)
        enough = shared.having(func.count() >= least * min(SIZE, len(numbers)))
        found = []
        for number in self._connection.scalars(enough).all():
            mine = select(row.hash).where(row.document_id == number)
            share = likeness(numbers, self._connection.scalars(mine).all())
            found.append((number, share))
        likest = sorted(found, key=lambda one: (-one[1], one[0]))
        return tuple(one for one in likest if one[1] >= least)
