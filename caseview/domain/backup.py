"""Backups: copies of a casebook elsewhere, and how late the newest is."""

from dataclasses import dataclass

from caseview.domain.english import English
from caseview.domain.moment import spoken


@dataclass(frozen=True, slots=True)
class Backup:
    """A whole copy of a casebook in a file of its own.

    `made_at` is ISO 8601 in UTC; `size` is in bytes. `tags` and `documents` are None for a copy
    that another passphrase guards. `aside` says that it is not a backup but the casebook that a
    restore put aside.
    """

    path: str
    made_at: str
    size: int
    tags: int | None = None
    documents: int | None = None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class BackupState:
    """How a casebook stands with its backups: where they go, and when the last was made.

    `folder` is "" before one is chosen; `reachable` says whether it is there to be written to;
    `last_at` is ISO 8601 in UTC, "" when there was none; `days` is how many whole days the work
    has been without one, None when nothing needs one.
    """

    folder: str = ""
    reachable: bool = False
    last_at: str = ""
    days: int | None = None

    @property
    def late(self) -> bool:
        """Whether changes have stood without a backup for a day or more."""
        return self.days is not None and self.days >= 1


def said_of(state: BackupState) -> str:
    """Return in one sentence how a casebook stands with its backups."""
    if not state.folder:
        return English("No folder for backups is chosen, so nothing is backed up.")
    if state.days is not None and state.late:
        lag = English("1 day") if state.days == 1 else English("{0} days", state.days)
        if not state.reachable:
            return English(
                "No backup for {0}: the folder “{1}” cannot be reached.", lag, state.folder
            )
        return English("No backup for {0}.", lag)
    if not state.last_at:
        return English("Not backed up yet. That is done when the casebook is closed.")
    return English("Last backup: {0}.", spoken(state.last_at))


def in_brief(state: BackupState) -> str:
    """Return the same in the few words a status bar has room for."""
    if state.late:
        return (
            English("No backup for 1 day")
            if state.days == 1
            else English("No backup for {0} days", state.days)
        )
    return (
        English("Backed up {0}", spoken(state.last_at))
        if state.last_at
        else English("Not backed up")
    )
