"""Backups: copies of a casebook elsewhere, and how late the newest is."""

from dataclasses import dataclass


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
