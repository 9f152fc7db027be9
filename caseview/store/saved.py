"""What analysts keep under a name, and the casebook's own settings."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from caseview.domain.matrix import MatrixCell
from caseview.domain.saved import Saved, SavedKind
from caseview.store.loading import AnyRow, AnySelect
from caseview.store.matrix import read_cells
from caseview.store.tables_team import SavedRow, SettingRow


class StoredSaved:
    """What was saved, and the settings, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self, kind: SavedKind) -> tuple[Saved, ...]:
        """Return everything saved of one kind, by name."""
        rows = self._connection.execute(_select().where(SavedRow.kind == kind.value))
        return tuple(sorted(map(_made, rows), key=lambda one: (one.name.casefold(), one.id)))

    def named(self, kind: SavedKind, name: str) -> Saved | None:
        """Return what was saved under a name, None when nothing was."""
        chosen = _select().where(SavedRow.kind == kind.value, SavedRow.name == name)
        row = self._connection.execute(chosen).first()
        return None if row is None else _made(row)

    def settings(self) -> Mapping[str, str]:
        """Return the casebook's own settings by name; one never set is not there."""
        row = SettingRow
        found = self._connection.execute(select(row.name, row.value))
        return {one.name: one.value for one in found}

    def cells(self) -> tuple[MatrixCell, ...]:
        """Return every cell of the framework matrix that has words, by review and theme."""
        return read_cells(self._connection)


def saved_of(connection: Connection, number: int) -> Saved | None:
    """Return what was saved under an id, None when there is nothing."""
    row = connection.execute(_select().where(SavedRow.id == number)).first()
    return None if row is None else _made(row)


def _select() -> AnySelect:
    row = SavedRow
    return select(row.id, row.kind, row.name, row.body, row.coder, row.made_at)


def _made(row: AnyRow) -> Saved:
    return Saved(row.id, SavedKind(row.kind), row.name, row.body, row.coder, row.made_at)
