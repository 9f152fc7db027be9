"""Copies a casebook whole into another file, and looks at what such a copy holds."""

import os
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from caseview.domain.backup import Backup
from caseview.domain.english import English
from caseview.domain.errors import CasebookDamagedError, CasebookError
from caseview.domain.info import AuditRow
from caseview.store.connect import engine_for, transaction
from caseview.store.faults import BROKEN, DAMAGED, result_code
from caseview.store.keys import RawKey, salt_of
from caseview.store.migrate import row_counts

KEPT = 10
"""How many backups of a casebook stay in a folder."""

_MADE = r" (backup|before restore) (\d{4}-\d\d-\d\d) (\d\d)\.(\d\d)\.(\d\d)(?: (\d+))?\.casebook"


def copy_name(folder: Path, stem: str, what: str = "backup") -> Path:
    """Return a free name for a copy made now: "Learning backup 2026-03-01 09.05.10.casebook".

    Of several in one second the later has the higher number, even when the first has gone.
    """
    begin = f"{stem} {what} {datetime.now(UTC).astimezone():%Y-%m-%d %H.%M.%S}"
    same = re.compile(re.escape(begin) + r"(?: (\d+))?\.casebook")
    with _told(folder / begin):
        found = [said for path in folder.iterdir() if (said := same.fullmatch(path.name))]
    number = max((int(said[1] or 1) for said in found), default=0) + 1
    return folder / (f"{begin} {number}.casebook" if number > 1 else f"{begin}.casebook")


def write_backup(engine: Engine, key: RawKey | None, target: Path) -> None:
    """Copy the casebook as it stands into `target`, which must not be there, whole or not at all.

    Work in the casebook goes on meanwhile. The copy is opened and its rows are counted before it
    bears its name. Raises CasebookError when the folder cannot be written to or the copy is not
    whole.
    """
    if os.path.lexists(target):
        raise CasebookError(
            English(
                "There is a file called “{0}” already. It was left as it is, and no backup "
                "was made.",
                target.name,
            ),
            "Choose another name.",
        )
    part = target.with_name(target.name + ".part")
    with _told(target):
        try:
            part.unlink(missing_ok=True)
            copy_pages(engine, key, part)
            settle(part)
            part.rename(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def copy_pages(engine: Engine, key: RawKey | None, part: Path) -> None:
    """Copy one state of a casebook into a new file under the same key, and compare the two.

    Raises CasebookError when they differ.
    """
    with transaction(engine, writing=False) as connection:
        counts = row_counts(connection)
        source: Any = connection.connection.driver_connection
        with closing(driver.connect(str(part), isolation_level=None)) as copy:
            give_key(copy, key)
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
    compare(part, key, counts)


def compare(part: Path, key: RawKey | None, counts: dict[str, int]) -> None:
    """Raise CasebookError unless a copy opens, is sound, and has these numbers of rows."""
    engine = engine_for(part, key)
    try:
        with engine.connect() as connection:
            sound = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() == "ok"
            whole = row_counts(connection) == counts
    finally:
        engine.dispose()
    if not sound or not whole:
        raise CasebookError(
            "The copy is not the same as the casebook, so it was not kept.",
            "Try again; if it happens again, check the casebook and the disk of the folder.",
        )


def give_key(connection: Any, key: RawKey | None) -> None:
    """Give a bare connection of the driver its key."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(key.pragma)


def settle(path: Path) -> None:
    """Wait until the disk has the whole file."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


@dataclass(frozen=True, slots=True)
class _Look:
    """What a copy says of itself: the first and the last line of its audit log."""

    backup: Backup
    number: int
    first: str = ""
    last: tuple[int, str] = (0, "")


def backups_in(
    folder: Path, stem: str, key: RawKey | None, log: tuple[AuditRow, ...]
) -> tuple[Backup, ...]:
    """Return the copies of a casebook in a folder, newest first; `log` is its audit log.

    Those that another passphrase guards are there by their names alone. A folder that cannot be
    reached holds none.
    """
    return tuple(
        look.backup
        for look in _looks(folder, stem, key)
        if look.backup.tags is None or look.first == log[0].hash
    )


def let_go_old(folder: Path, stem: str, key: RawKey | None, log: tuple[AuditRow, ...]) -> None:
    """Remove all but the newest backups of a casebook from a folder.

    Only what this very casebook was at some time goes: its last line of the audit is in `log`.
    """
    known = {(line.id, line.hash) for line in log}
    ours = [
        look.backup
        for look in _looks(folder, stem, key)
        if not look.backup.aside and look.last in known
    ]
    for old in ours[KEPT:]:
        try:
            Path(old.path).unlink(missing_ok=True)
        except OSError:  # it stays, which does no harm
            continue


def _looks(folder: Path, stem: str, key: RawKey | None) -> list[_Look]:
    try:
        found = list(folder.iterdir())
    except OSError:
        return []
    named = re.compile(re.escape(stem) + _MADE)
    looks = [
        look
        for path in found
        if (said := named.fullmatch(path.name)) and (look := _look(path, said, key)) is not None
    ]
    return sorted(looks, key=lambda look: (look.backup.made_at, look.number), reverse=True)


def _look(path: Path, said: re.Match[str], key: RawKey | None) -> _Look | None:
    """Return what a copy says of itself, None for a file that is no casebook."""
    what, day, hour, minute, second, again = said.groups()
    there = datetime.fromisoformat(f"{day}T{hour}:{minute}:{second}").astimezone(UTC)
    try:
        salt = salt_of(path)
        size = path.stat().st_size
    except (CasebookError, OSError):
        return None
    backup = Backup(str(path), there.isoformat(timespec="seconds"), size, aside=what != "backup")
    look = _Look(backup, int(again or 1))
    if salt is not None and (key is None or key.salt != salt):
        return look
    try:
        return _opened(path, None if salt is None else key, look)
    except driver.Error:
        return None


def _opened(path: Path, key: RawKey | None, look: _Look) -> _Look:
    with closing(driver.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as copy:
        give_key(copy, key)
        tags = copy.execute("SELECT count(*) FROM tag").fetchone()[0]
        documents = copy.execute("SELECT count(*) FROM document").fetchone()[0]
        (first,) = copy.execute("SELECT hash FROM audit ORDER BY id LIMIT 1").fetchone()
        last = copy.execute("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1").fetchone()
    backup = replace(look.backup, tags=tags, documents=documents)
    return replace(look, backup=backup, first=first, last=tuple(last))


@contextmanager
def _told(target: Path) -> Iterator[None]:
    """Say what the disk of a backup did, in words about the backup."""
    try:
        yield
    except (OSError, DBAPIError, driver.Error) as fault:
        if not isinstance(fault, OSError) and result_code(fault) in BROKEN:
            raise CasebookDamagedError(*DAMAGED) from fault
        raise CasebookError(
            English(
                "The backup was not made: the folder “{0}” cannot be written to, or its "
                "disk is full. The casebook itself is safe.",
                target.parent,
            ),
            "Choose another folder for the backups, or try again once this one can be reached.",
        ) from fault
