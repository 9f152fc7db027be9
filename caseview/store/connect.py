"""Connections to a casebook's file: driver, key and the settings each of them needs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from caseview.store.disks import JournalMode
from caseview.store.keys import RawKey

WAIT_SECONDS = 20
A_MOMENT = 250  # milliseconds
EVERY_SO_MANY_STEPS = 4000  # of SQLite's machine: less than a millisecond
SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -16000",
)


def engine_for(path: Path, key: RawKey | None) -> Engine:
    """Return an engine over one file; the driver never begins a transaction of its own."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        module=driver,
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=16,
        connect_args={
            "isolation_level": None,
            "timeout": WAIT_SECONDS,
            "check_same_thread": False,
        },
    )

    def prepare(connection: Any, _record: Any) -> None:
        if key is not None:
            # Without this SQLCipher writes a wrong key's failure to standard error.
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(key.pragma)
        for setting in SETTINGS:
            connection.execute(setting)

    # Before SQLAlchemy's own first look at the file, which needs the key.
    event.listen(engine, "connect", prepare, insert=True)
    return engine


def set_journal_mode(engine: Engine, mode: JournalMode) -> None:
    """Give the file the journal mode that fits its disk; the mode stays in the file."""
    with first_connection(engine, mode) as connection:
        connection.exec_driver_sql(f"PRAGMA journal_mode = {mode.value}").all()


@contextmanager
def first_connection(engine: Engine, mode: JournalMode) -> Iterator[Connection]:
    """Yield a connection that may meet a write-ahead log where there must be none.

    A file that comes from a local disk may still have its log; read with an exclusive hold, the
    log needs no memory shared between processes. The hold ends with the connection.
    """
    with engine.connect() as connection:
        connection.detach()
        if mode is JournalMode.ROLLBACK:
            connection.exec_driver_sql("PRAGMA locking_mode = EXCLUSIVE").all()
        yield connection


@contextmanager
def transaction(engine: Engine, *, writing: bool) -> Iterator[Connection]:
    """Yield a connection inside one transaction, kept when the block ends, else rolled back.

    Reading sees one state of the casebook throughout and cannot write; writing takes the
    casebook's one place to write at once, so that it never fails half-way for want of it.
    """
    with engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writing else 'ON'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
        try:
            yield connection
        except BaseException:
            connection.rollback()
            raise
        if writing:
            connection.commit()
        else:
            connection.rollback()


@contextmanager
def interruptible(connection: Connection, stop: Callable[[], bool] | None) -> Iterator[None]:
    """Let SQLite ask `stop()` every now and then while it works, and give up once it is True."""
    if stop is None:
        yield
        return
    driven: Any = connection.connection.driver_connection
    driven.set_progress_handler(stop, EVERY_SO_MANY_STEPS)
    try:
        yield
    finally:
        driven.set_progress_handler(None, 0)


def empty_log(engine: Engine) -> bool:
    """Bring the write-ahead log into the file and leave it empty; return whether that was done.

    It waits a moment, not longer, for whoever still reads the casebook as it was. What was
    written is safe either way, so a disk that has no room for it now is no reason to raise.
    """
    with engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {A_MOMENT}")
        try:
            busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]
        except DBAPIError:
            busy = 1
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {WAIT_SECONDS * 1000}")
    return not busy
