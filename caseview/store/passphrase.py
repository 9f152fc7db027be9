"""Sets, changes or removes the passphrase of a casebook, whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from caseview.domain.errors import CasebookError
from caseview.store.audit import add_audit
from caseview.store.backup import compare, settle
from caseview.store.connect import engine_for, set_journal_mode, transaction
from caseview.store.disks import JournalMode
from caseview.store.faults import plain_words
from caseview.store.keys import Derive, RawKey, key_of, new_salt, raw_key, scrypt_key
from caseview.store.lock import CasebookLock
from caseview.store.migrate import row_counts
from caseview.store.opening import open_file

_ZEROS = bytes(1 << 20)


def set_passphrase(  # noqa: PLR0913 - what it takes, by name
    path: Path,
    *,
    migrations: Path,
    passphrase: str | None,
    wanted: str | None,
    coder: str,
    derive: Derive = scrypt_key,
) -> None:
    """Give a closed casebook another passphrase, its first one, or none (`wanted` None).

    The casebook is written anew under the new key, compared, and put in the place of the old file
    in one step, which is then overwritten where it held words in plain. Backups made before keep
    the passphrase they were made with. Raises CasebookError when nothing would change, and as
    opening does; the casebook is then as it was.
    """
    lock = CasebookLock.take(path, coder)
    part = path.with_name(path.name + ".part")
    try:
        key = key_of(path, passphrase, derive)
        if key is None and wanted is None:
            raise CasebookError(
                "This casebook has no passphrase, so there is none to remove.", "Set one first."
            )
        new = None if wanted is None else raw_key(wanted, new_salt(), derive)
        with plain_words():
            engine = open_file(path, key, migrations)
            try:
                part.unlink(missing_ok=True)
                _write_anew(engine, part, new)
                _note(part, new, coder, _label(key, new))
            finally:
                engine.dispose()
        _swap(part, path, overwrite=key is None)
    except OSError as fault:
        raise CasebookError(
            "The passphrase was not changed, for the disk cannot be written to or is full. The "
            "casebook is as it was.",
            "Free about as much space as the casebook takes, then try again.",
        ) from fault
    finally:
        part.unlink(missing_ok=True)
        lock.release()


def _label(key: RawKey | None, new: RawKey | None) -> str:
    if new is None:
        return "Remove passphrase"
    return "Set passphrase" if key is None else "Change passphrase"


def _write_anew(engine: Engine, part: Path, new: RawKey | None) -> None:
    """Write every row into a new file under the new key, and compare the two."""
    # The old file then is one whole file, with no log beside it that could outlive it.
    set_journal_mode(engine, JournalMode.ROLLBACK)
    with engine.connect() as connection:
        counts = row_counts(connection)
        connection.rollback()
        source: Any = connection.connection.driver_connection
        with _attached(source, part, new):
            source.execute("SELECT sqlcipher_export('anew')")
            (number,) = source.execute("PRAGMA main.application_id").fetchone()
            source.execute(f"PRAGMA anew.application_id = {number}")
    compare(part, new, counts)


@contextmanager
def _attached(source: Any, part: Path, new: RawKey | None) -> Iterator[None]:
    key = "''" if new is None else new.literal
    source.execute(f"ATTACH DATABASE ? AS anew KEY {key}", (str(part),))
    try:
        yield
    finally:
        source.execute("DETACH DATABASE anew")


def _note(part: Path, new: RawKey | None, coder: str, label: str) -> None:
    engine = engine_for(part, new)
    try:
        with transaction(engine, writing=True) as connection:
            add_audit(connection, coder, label, "passphrase")
    finally:
        engine.dispose()
    settle(part)


def _swap(part: Path, path: Path, *, overwrite: bool) -> None:
    """Put the new file in place; what stood in plain on the disk is overwritten, as far as it goes.

    A disk that writes elsewhere than it is told (SSD, network) may keep the old words all the same.
    """
    if not overwrite or sys.platform == "win32":  # Windows replaces no file that is open
        part.replace(path)
        return
    with path.open("rb+") as old:
        size = os.fstat(old.fileno()).st_size
        part.replace(path)
        for _ in range(0, size, len(_ZEROS)):
            old.write(_ZEROS)
        old.flush()
        os.fsync(old.fileno())
