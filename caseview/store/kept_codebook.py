"""The codebook inside the casebook: each version whole, and its themes as rows for SQL."""

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from caseview.domain.codebook import Codebook
from caseview.domain.codebook_figures import CodebookFigures
from caseview.domain.codebook_version import CodebookVersion
from caseview.domain.errors import CasebookDamagedError
from caseview.store.clock import now
from caseview.store.codebook_figures import codebook_figures
from caseview.store.tables import CasebookRow, CodebookRow, ThemeGroupRow, ThemeRow
from caseview.tagging.codebook_text import read_codebook, write_codebook


def keep_codebook(
    connection: Connection, codebook: Codebook, *, coder: str = "", note: str = ""
) -> int:
    """Keep a version of the codebook, whole; return its id. It is not in use yet."""
    return connection.execute(
        insert(CodebookRow)
        .values(
            identity=codebook.id,
            name=codebook.name,
            version=codebook.version,
            text=write_codebook(codebook),
            kept_at=now(),
            coder=coder,
            note=note,
        )
        .returning(CodebookRow.id)
    ).scalar_one()


def in_use(connection: Connection) -> int | None:
    """Return the id of the version in use, None when the casebook has none."""
    return connection.scalar(select(CasebookRow.codebook_id))


def use_codebook(connection: Connection, number: int) -> None:
    """Put a version in use. A theme it no longer has is retired, never deleted.

    Raises CasebookDamagedError when no such version was kept.
    """
    codebook = _version(connection, number)
    connection.execute(update(CasebookRow).values(codebook_id=number))
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


def _version(connection: Connection, number: int | None) -> Codebook:
    text = connection.scalar(select(CodebookRow.text).where(CodebookRow.id == number))
    if text is None:
        raise CasebookDamagedError(
            "The casebook has no codebook, so nothing in it can be named.",
            "Open the newest backup.",
        )
    return read_codebook(text, checked=True)  # it was before it was kept


class KeptCodebooks:
    """Reads codebooks; one that was read is remembered, for reading it takes long."""

    def __init__(self) -> None:
        self._read: dict[int | None, Codebook] = {}

    def current(self, connection: Connection) -> Codebook:
        """Return the codebook in use. Raises CasebookDamagedError when there is none."""
        return self.version(connection, in_use(connection))

    def version(self, connection: Connection, number: int | None) -> Codebook:
        """Return one version. Raises CasebookDamagedError when it was not kept."""
        if number not in self._read:
            self._read[number] = _version(connection, number)
        return self._read[number]


class StoredCodebooks:
    """The versions of the codebook inside one transaction."""

    def __init__(self, connection: Connection, kept: KeptCodebooks) -> None:
        self._connection = connection
        self._kept = kept

    def versions(self) -> tuple[CodebookVersion, ...]:
        """Return every version ever kept, oldest first."""
        row, used = CodebookRow, in_use(self._connection)
        found = self._connection.execute(
            select(row.id, row.name, row.version, row.coder, row.note, row.kept_at).order_by(row.id)
        )
        return tuple(CodebookVersion(*one, in_use=one.id == used) for one in found)

    def in_use(self) -> int:
        """Return the id of the version in use. Raises CasebookDamagedError when there is none."""
        number = in_use(self._connection)
        if number is None:
            _version(self._connection, number)
        return number or 0

    def version(self, number: int) -> Codebook:
        """Return one version. Raises CasebookDamagedError when it was not kept."""
        return self._kept.version(self._connection, number)

    def keep(self, codebook: Codebook, *, coder: str, note: str) -> int:
        """Keep a version and return its id; a SetCodebook command puts it in use.

        A version that is never used does no harm: the journal's entry is what counts.
        """
        return keep_codebook(self._connection, codebook, coder=coder, note=note)

    def figures(self) -> CodebookFigures:
        """Return how the themes and rules have done so far."""
        return codebook_figures(self._connection)
