"""The codebook inside the casebook: each version whole, and its themes as rows for SQL."""

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from caseview.domain.codebook import Codebook
from caseview.domain.errors import CasebookDamagedError
from caseview.store.clock import now
from caseview.store.tables import CodebookRow, ThemeGroupRow, ThemeRow
from caseview.tagging.codebook_text import read_codebook, write_codebook


def keep_codebook(connection: Connection, codebook: Codebook) -> None:
    """Make this the codebook in use. A theme it no longer has is retired, never deleted."""
    connection.execute(
        insert(CodebookRow).values(
            identity=codebook.id,
            name=codebook.name,
            version=codebook.version,
            text=write_codebook(codebook),
            kept_at=now(),
        )
    )
    for position, group in enumerate(codebook.groups):
        values = {"name": group.name, "letters": group.letters, "position": position}
        connection.execute(
            upsert(ThemeGroupRow)
            .values(id=group.id, **values)
            .on_conflict_do_update(index_elements=["id"], set_=values)
        )
    connection.execute(update(ThemeRow).values(retired=True))
    for position, theme in enumerate(codebook.themes):
        about = {
            "name": theme.name,
            "group_id": None if theme.marker else theme.group,
            "position": position,
            "marker": theme.marker,
            "retired": theme.retired,
        }
        connection.execute(
            upsert(ThemeRow)
            .values(id=theme.id, **about)
            .on_conflict_do_update(index_elements=["id"], set_=about)
        )


class KeptCodebooks:
    """Reads the codebook in use; one that was read is remembered, for reading it takes long."""

    def __init__(self) -> None:
        self._read: tuple[int, Codebook] | None = None

    def current(self, connection: Connection) -> Codebook:
        """Return the codebook in use. Raises CasebookDamagedError when there is none."""
        number = connection.scalar(select(CodebookRow.id).order_by(CodebookRow.id.desc()).limit(1))
        if number is None:
            raise CasebookDamagedError(
                "The casebook has no codebook, so nothing in it can be named.",
                "Open the newest backup.",
            )
        known = self._read
        if known is None or known[0] != number:
            text = connection.scalars(
                select(CodebookRow.text).where(CodebookRow.id == number)
            ).one()
            known = self._read = (number, read_codebook(text))
        return known[1]
