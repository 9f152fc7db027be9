"""The door of the store: makes a casebook, opens one, and gives it back."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine

from caseview.domain.backup import Backup
from caseview.domain.codebook import Codebook
from caseview.domain.errors import CasebookError
from caseview.domain.info import AuditRow, CasebookInfo, Finding
from caseview.store.audit import add_audit, read_audit
from caseview.store.backup import backups_in, copy_name, let_go_old, write_backup
from caseview.store.check import check_casebook
from caseview.store.connect import empty_log, interruptible, transaction
from caseview.store.faults import plain_words
from caseview.store.info import read_info
from caseview.store.kept_codebook import KeptCodebooks
from caseview.store.keys import Derive, RawKey, key_of, new_salt, raw_key, salt_of, scrypt_key
from caseview.store.lock import CasebookLock
from caseview.store.making import Beginning, make_file, nothing_there
from caseview.store.opening import open_file
from caseview.store.remembering import Remembered, stamped
from caseview.store.work import StoredWork
from caseview.usecases.ports import FullText, Stop


@dataclass(frozen=True, slots=True)
class OpenFile:
    """The file of an open casebook: where it is, the way to it, and its key (None: plain)."""

    path: Path
    engine: Engine
    key: RawKey | None


class StoredCasebook:
    """An open casebook (usecases.work.Casebook): one file, held by this process alone."""

    def __init__(self, file: OpenFile, lock: CasebookLock, full_text: FullText, coder: str) -> None:
        self._path = file.path
        self._engine = file.engine
        self._key = file.key
        self._lock = lock
        self._full_text = full_text
        self._coder = coder
        self._codebooks = KeptCodebooks()
        self._remembered = Remembered()
        self._one_writer = threading.Lock()
        self._writer: int | None = None
        self._log_due = False
        self._open = True

    @property
    def path(self) -> Path:
        """Where the casebook's file is."""
        return self._path

    def work_as(self, coder: str) -> None:
        """Let another coder work from now on: what is written next bears these initials."""
        self._coder = coder

    @contextmanager
    def reading(self, stop: Stop | None = None) -> Iterator[StoredWork]:
        """Open a unit of work that reads one consistent state and writes nothing.

        Raises StoppedError out of whatever it is doing soon after `stop()` is True.
        """
        with self._reading() as connection, interruptible(connection, stop):
            yield StoredWork(
                connection, self._full_text, self._codebooks, self._coder, self._remembered
            )

    @contextmanager
    def writing(self) -> Iterator[StoredWork]:
        """Open a unit of work that is kept whole when it ends, or not at all when it raises."""
        with self._writing() as connection:
            work = StoredWork(connection, self._full_text, self._codebooks, self._coder)
            yield work
            # Emptied only once the transaction is kept, so that it is not asked for in vain.
            self._log_due = self._log_due or work.documents.removed

    def info(self) -> CasebookInfo:
        """Return the casebook at a glance."""
        encrypted = salt_of(self._path) is not None
        with self._reading() as connection:
            return read_info(connection, self._path, encrypted=encrypted)

    def audit(self) -> tuple[AuditRow, ...]:
        """Return the audit log, oldest first."""
        with self._reading() as connection:
            return read_audit(connection)

    def check(self, *, repair: bool) -> tuple[Finding, ...]:
        """Check file, spans, hashes, audit chain and index; return what is wrong.

        With `repair`, what follows from the rest is put right in one transaction.
        """
        # FTS5 takes its own check as something written, so a place to write is needed either way.
        with self._writing() as connection:
            findings = check_casebook(connection, self._full_text, repair=repair)
            if repaired := sum(one.repaired for one in findings):
                add_audit(connection, self._coder, "Repair", f"findings:{repaired}")
            return findings

    def back_up(self, to: Path) -> Path:
        """Copy the casebook as it stands into a file, or a folder; return the copy.

        In a folder it gets a name with the time, and old backups of this casebook beyond the
        newest ten go. Raises CasebookError when it cannot be written; none is left half made.
        """
        self._is_open()
        if not to.is_dir():
            write_backup(self._engine, self._key, to)
            return to
        target = copy_name(to, self._path.stem)
        write_backup(self._engine, self._key, target)
        let_go_old(to, self._path.stem, self._key, self.audit())
        return target

    def backups(self, folder: Path) -> tuple[Backup, ...]:
        """Return the copies of this casebook that lie in a folder, newest first."""
        return backups_in(folder, self._path.stem, self._key, self.audit())

    def close(self) -> None:
        """Give the casebook back: connections closed, lock released. Twice does no harm."""
        with self._one_writer:
            if self._open:
                self._open = False
                # The last connection brings the write-ahead log into the file and takes it away.
                self._engine.dispose()
                self._lock.release()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        self._is_open()
        with plain_words(), transaction(self._engine, writing=False) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Write alone: other threads of this program wait their turn."""
        if self._writer == threading.get_ident():
            raise RuntimeError("a unit of work that writes was opened inside another")
        with self._one_writer, plain_words():
            self._is_open()
            self._writer = threading.get_ident()
            try:
                with (
                    transaction(self._engine, writing=True) as connection,
                    stamped(connection, self._remembered),
                ):
                    yield connection
                if self._log_due:
                    self._log_due = not empty_log(self._engine)
            finally:
                self._writer = None

    def _is_open(self) -> None:
        if not self._open:
            raise CasebookError("The casebook was closed, so nothing was done.", "Open it again.")


def create_casebook(  # noqa: PLR0913 - what a casebook is made of, by name
    path: Path,
    codebook: Codebook,
    *,
    full_text: FullText,
    migrations: Path,
    passphrase: str | None,
    coder: str,
    title: str = "",
    derive: Derive = scrypt_key,
) -> StoredCasebook:
    """Make a casebook and open it; `title` is the file's name unless given.

    `migrations` is the folder with schema.sql. Raises CasebookError when there is a file already
    or the passphrase is empty, CasebookCannotOpenError when the folder cannot be written to.
    """
    nothing_there(path)
    lock = CasebookLock.take(path, coder)
    try:
        key = None if passphrase is None else raw_key(passphrase, new_salt(), derive)
        with plain_words():
            make_file(path, key, migrations, Beginning(title or path.stem, codebook, coder))
            engine = open_file(path, key, migrations)
    except BaseException:
        lock.release()
        raise
    return StoredCasebook(OpenFile(path, engine, key), lock, full_text, coder)


def open_casebook(  # noqa: PLR0913 - what opening needs, by name
    path: Path,
    *,
    full_text: FullText,
    migrations: Path,
    passphrase: str | None,
    coder: str,
    derive: Derive = scrypt_key,
) -> StoredCasebook:
    """Open a casebook; one from an older CaseView is copied and then brought up to date.

    Raises WrongPassphraseError, CasebookLockedError (who has it, since when),
    CasebookDamagedError (not a casebook, or broken) or CasebookCannotOpenError (no such file,
    read-only folder, made by a newer CaseView).
    """
    salt_of(path)
    lock = CasebookLock.take(path, coder)
    try:
        key = key_of(path, passphrase, derive)
        with plain_words():
            engine = open_file(path, key, migrations)
    except BaseException:
        lock.release()
        raise
    return StoredCasebook(OpenFile(path, engine, key), lock, full_text, coder)
