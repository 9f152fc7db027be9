"""Restore points: places in the journal with what there was when each was made."""

from sqlalchemy import Connection, func, insert, select

from caseview.domain.restore_point import RestorePoint
from caseview.store.clock import now
from caseview.store.coders import know_coder
from caseview.store.tables_decided import JournalRow, TagRow
from caseview.store.tables_team import RestorePointRow


class StoredRestorePoints:
    """The restore points inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[RestorePoint, ...]:
        """Return every restore point, newest first."""
        row = RestorePointRow
        found = self._connection.execute(
            select(
                row.id, row.made_at, row.coder, row.why, row.journal_id, row.tags
            ).order_by(row.id.desc())
        )  # fmt: skip
        return tuple(RestorePoint(*one) for one in found)

    def make(self, why: str, coder: str) -> RestorePoint:
        """Keep the place the journal stands at, and return it."""
        know_coder(self._connection, coder)
        done = select(func.max(JournalRow.id)).where(~JournalRow.undone)
        place = self._connection.scalar(done) or 0
        tags = self._connection.scalar(select(func.count()).select_from(TagRow)) or 0
        made_at = now()
        number = self._connection.execute(
            insert(RestorePointRow)
            .values(made_at=made_at, coder=coder, why=why, journal_id=place, tags=tags)
            .returning(RestorePointRow.id)
        ).scalar_one()
        return RestorePoint(number, made_at, coder, why, place, tags)


def newest_place(connection: Connection) -> int:
    """Return the last place in the journal that a restore point stands at, 0 without one."""
    return connection.scalar(select(func.max(RestorePointRow.journal_id))) or 0
