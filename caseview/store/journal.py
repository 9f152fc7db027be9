"""The journal: what coders do is kept as commands, undone and redone in order."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from caseview.domain.changes import Changes, together
from caseview.domain.errors import CasebookError
from caseview.domain.journal import AnyCommand, Entry
from caseview.store.audit import add_audit
from caseview.store.clock import now
from caseview.store.coders import know_coder
from caseview.store.command_text import read_commands, write_commands
from caseview.store.commands import apply
from caseview.store.loading import AnyRow, AnySelect
from caseview.store.refreshing import refresh
from caseview.store.restore_points import newest_place
from caseview.store.tables_decided import JournalRow

BROUGHT = "Suggest on what was imported since"
REST = 120
"""After how many seconds in which nothing of it was done an act does not go on."""


class StoredJournal:
    """The journal of commands inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last: int | None = None

    def perform(self, label: str, commands: Sequence[AnyCommand], coder: str) -> Changes:
        """Apply commands, keep them with their inverses and write an audit row.

        What was undone can no longer be redone after it; where a restore point needs it, it stays
        as done, followed by an entry that takes it back. Raises CasebookError when a command's
        `before` is not what the casebook holds.
        """
        know_coder(self._connection, coder)
        changes = self._apply(label, commands)
        self._end_redo(coder)
        self._keep(label, commands, coder)
        add_audit(self._connection, coder, label, _subject(changes))
        return changes

    def go_on(self, label: str, commands: Sequence[AnyCommand], coder: str) -> Changes:
        """Do as `perform` does, as part of the last entry where that is the same act going on.

        Not after a rest of `REST` seconds, nor where a restore point stands at that entry.
        """
        row = JournalRow
        last = self._first(_select().order_by(row.id.desc()))
        whole = None if last is None else last.taking_in(label, commands, coder)
        if whole is None or not _is_fresh(whole) or whole.id <= newest_place(self._connection):
            return self.perform(label, commands, coder)
        changes = self._apply(label, commands)
        self._connection.execute(
            update(row)
            .where(row.id == whole.id)
            .values(at=now(), commands=write_commands(whole.commands))
        )
        add_audit(self._connection, coder, label, _subject(changes))
        return changes

    def undo(self, coder: str) -> Changes:
        """Take back the last entry not yet undone. Raises CasebookError when there is none."""
        row = JournalRow
        entry = self._first(_select().where(~row.undone).order_by(row.id.desc()))
        if entry is None:
            raise CasebookError("There is nothing to undo.", "")
        return self._turn(entry, entry.inverse(), f"Undo: {entry.label}", coder)

    def redo(self, coder: str) -> Changes:
        """Do the last undone entry again. Raises CasebookError when there is none."""
        row = JournalRow
        entry = self._first(_select().where(row.undone).order_by(row.id))
        if entry is None:
            raise CasebookError("There is nothing to redo.", "")
        return self._turn(entry, entry.commands, f"Redo: {entry.label}", coder)

    @property
    def turned(self) -> tuple[Entry, ...]:
        """The entry done, undone or redone last in this unit of work, none before any was."""
        row = JournalRow
        entry = None if self._last is None else self._first(_select().where(row.id == self._last))
        return () if entry is None else (entry,)

    def bring_along(self, commands: Sequence[AnyCommand], coder: str) -> Changes:
        """Apply commands as part of the entry turned last, which takes them along from now on.

        Where that entry was undone, redo takes them back and undo does them again. Raises
        CasebookError as `perform` does.
        """
        changes = self._apply(BROUGHT, commands)
        for entry in self.turned:
            back = [command.inverse() for command in reversed(commands)]
            whole = (*entry.commands, *(back if entry.undone else commands))
            self._connection.execute(
                update(JournalRow)
                .where(JournalRow.id == entry.id)
                .values(commands=write_commands(whole))
            )
        add_audit(self._connection, coder, BROUGHT, _subject(changes))
        return changes

    def entries(self) -> tuple[Entry, ...]:
        """Return every entry that can be undone or redone, oldest first."""
        found = self._connection.execute(_select().order_by(JournalRow.id))
        return tuple(_made(row) for row in found)

    def _end_redo(self, coder: str) -> None:
        """Let go what could be redone, unless a restore point stands at or behind it."""
        row = JournalRow
        found = self._connection.execute(_select().where(row.undone).order_by(row.id))
        undone = [_made(one) for one in found]
        if undone and undone[0].id <= newest_place(self._connection):
            self._connection.execute(update(row).where(row.undone).values(undone=False))
            back = [command for entry in reversed(undone) for command in entry.inverse()]
            label = undone[0].label if len(undone) == 1 else f"{len(undone)} acts"
            self._keep(f"Undo: {label}", back, coder)
        else:
            self._connection.execute(delete(row).where(row.undone))

    def _keep(self, label: str, commands: Sequence[AnyCommand], coder: str) -> None:
        made = self._connection.execute(
            insert(JournalRow).values(
                label=label, coder=coder, at=now(), commands=write_commands(commands)
            )
        )
        self._last = int(made.inserted_primary_key[0]) if made.inserted_primary_key else None

    def _first(self, chosen: AnySelect) -> Entry | None:
        row = self._connection.execute(chosen.limit(1)).first()
        return None if row is None else _made(row)

    def _turn(
        self, entry: Entry, commands: Sequence[AnyCommand], label: str, coder: str
    ) -> Changes:
        """Apply an entry's commands one way or the other and turn its mark."""
        know_coder(self._connection, coder)
        changes = self._apply(label, commands)
        self._last = entry.id
        self._connection.execute(
            update(JournalRow).where(JournalRow.id == entry.id).values(undone=not entry.undone)
        )
        add_audit(self._connection, coder, label, _subject(changes))
        return changes

    def _apply(self, label: str, commands: Sequence[AnyCommand]) -> Changes:
        changes = together(label, [apply(self._connection, command) for command in commands])
        refresh(self._connection, changes.reviews)
        return changes


def _select() -> AnySelect:
    row = JournalRow
    return select(row.id, row.label, row.coder, row.at, row.commands, row.undone)


def _made(row: AnyRow) -> Entry:
    return Entry(
        row.id, row.label, row.coder, row.at, read_commands(row.commands), undone=bool(row.undone)
    )


def _is_fresh(entry: Entry) -> bool:
    rested = datetime.fromisoformat(now()) - datetime.fromisoformat(entry.at)
    return abs(rested.total_seconds()) < REST


def _subject(changes: Changes) -> str:
    """Return what the audit says was changed: ids, never words."""
    named = {
        "review": changes.reviews,
        "document": changes.documents,
        "suggestion": changes.suggestions,
        "tag": changes.tags,
        "note": changes.notes,
        "saved": changes.saved,
    }
    said = [f"{name}:{','.join(map(str, sorted(ids)))}" for name, ids in named.items() if ids]
    return " ".join([*said, *(f"setting:{name}" for name in sorted(changes.settings))])
