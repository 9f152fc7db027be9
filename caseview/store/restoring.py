"""Puts a backup in the place of a casebook, which is kept aside."""

import os
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from caseview.domain.english import English
from caseview.domain.errors import (
    CasebookCannotOpenError,
    CasebookDamagedError,
    CasebookError,
    WrongPassphraseError,
)
from caseview.store.audit import add_audit
from caseview.store.backup import copy_name, copy_pages, settle
from caseview.store.connect import engine_for, transaction
from caseview.store.faults import BROKEN, result_code
from caseview.store.keys import Derive, RawKey, key_of, salt_of, scrypt_key
from caseview.store.lock import CasebookLock
from caseview.store.schema import APPLICATION_ID, application_id, known_versions, version_of

_BESIDE = ("-wal", "-journal")


def restore_backup(  # noqa: PLR0913 - what it takes, by name
    backup: Path,
    to: Path,
    *,
    migrations: Path,
    passphrase: str | None,
    coder: str,
    derive: Derive = scrypt_key,
) -> Path | None:
    """Make the casebook at `to` what `backup` holds; return where what was there lies now.

    The backup stays as it is. What was at `to`, even if damaged, is kept aside under another name,
    so that restoring that takes this back; None when nothing was there. The audit of the restored
    casebook says who did it. Raises CasebookLockedError when the casebook is open,
    WrongPassphraseError, CasebookDamagedError or CasebookCannotOpenError when the backup cannot be
    used, CasebookError when there is no room; nothing is changed then.
    """
    salt_of(backup)
    if _same(backup, to):
        raise CasebookError(
            English("“{0}” is the casebook itself, so there is nothing to restore.", backup.name),
            "Choose a backup of it.",
        )
    lock = CasebookLock.take(to, coder)
    part = to.with_name(to.name + ".part")
    try:
        part.unlink(missing_ok=True)
        _copy(backup, part, key_of(backup, passphrase, derive), migrations, coder)
        return _put(part, to)
    except OSError as fault:
        raise _not_restored() from fault
    finally:
        part.unlink(missing_ok=True)
        lock.release()


def _same(one: Path, other: Path) -> bool:
    return other.exists() and one.samefile(other)


def _copy(backup: Path, part: Path, key: RawKey | None, migrations: Path, coder: str) -> None:
    """Copy a backup and write in the copy's audit that it was restored."""
    source, copy = engine_for(backup, key), engine_for(part, key)
    try:
        with transaction(source, writing=False) as connection:
            if application_id(connection) != APPLICATION_ID:
                raise CasebookDamagedError(
                    English(
                        "“{0}” is a database of another program, so nothing was restored.",
                        backup.name,
                    ),
                    "Choose a file that ends in .casebook.",
                )
            if version_of(connection) not in known_versions(migrations):
                raise CasebookCannotOpenError(
                    English(
                        "“{0}” was made by a newer CaseView, so nothing was restored.", backup.name
                    ),
                    "Restore it with the newer CaseView.",
                )
        copy_pages(source, key, part)
        with transaction(copy, writing=True) as connection:
            add_audit(connection, coder, "Restore", f"from:{backup.name}")
    except (DBAPIError, driver.Error) as fault:
        raise _unusable(backup, fault, keyed=key is not None) from fault
    finally:
        source.dispose()
        copy.dispose()
    settle(part)


def _unusable(backup: Path, fault: Exception, *, keyed: bool) -> CasebookError:
    if result_code(fault) not in BROKEN:
        return _not_restored()
    if keyed:
        return WrongPassphraseError(
            English("The passphrase does not open “{0}”, so nothing was restored.", backup.name),
            "Give the passphrase the casebook had when the backup was made.",
        )
    return CasebookDamagedError(
        English("“{0}” is damaged, so nothing was restored.", backup.name),
        "Choose an older backup.",
    )


def _put(part: Path, to: Path) -> Path | None:
    """Put the finished copy in its place, and what was there aside with what lies beside it."""
    aside = None
    if os.path.lexists(to):
        aside = copy_name(to.parent, to.stem, "before restore")
        _move(to, aside)
    try:
        part.rename(to)
    except OSError:
        if aside is not None:
            _move(aside, to)
        raise
    return aside


def _move(one: Path, other: Path) -> None:
    """Rename a casebook with its logs: one left by a killed process holds the last of its work."""
    one.with_name(one.name + "-shm").unlink(missing_ok=True)
    for more in _BESIDE:
        beside = one.with_name(one.name + more)
        if beside.exists():
            beside.rename(other.with_name(other.name + more))
    one.rename(other)


def _not_restored() -> CasebookError:
    return CasebookError(
        "The backup could not be put in place, for its disk cannot be written to or is full. "
        "Nothing was changed.",
        "Free some space, or look whether the folder can be reached, then try again.",
    )
