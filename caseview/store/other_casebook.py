"""Opens another casebook to be read only, and leaves it as it is."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

from caseview.domain.english import English
from caseview.domain.errors import CasebookCannotOpenError, CasebookError
from caseview.domain.info import CasebookInfo
from caseview.store.connect import transaction
from caseview.store.faults import plain_words
from caseview.store.info import read_info
from caseview.store.kept_codebook import KeptCodebooks
from caseview.store.keys import Derive, RawKey, key_of, salt_of, scrypt_key
from caseview.store.lock import CasebookLock
from caseview.store.opening import open_file, open_unchanged
from caseview.store.work import StoredWork
from caseview.usecases.ports import FullText

_LOG = "-wal"


class OtherCasebook:
    """A casebook that is read from and never written to, held while it is read.

    One from an older CaseView is brought up to date in a copy, which goes when it is closed.
    """

    def __init__(
        self, path: Path, engine: Engine, lock: CasebookLock, full_text: FullText, copy: Path | None
    ) -> None:
        self._path = path
        self._engine = engine
        self._lock = lock
        self._full_text = full_text
        self._copy = copy
        self._codebooks = KeptCodebooks()

    @contextmanager
    def reading(self) -> Iterator[StoredWork]:
        """Open a unit of work that reads one consistent state and writes nothing."""
        with plain_words(), transaction(self._engine, writing=False) as connection:
            yield StoredWork(connection, self._full_text, self._codebooks, "")

    def info(self) -> CasebookInfo:
        """Return the casebook at a glance."""
        encrypted = salt_of(self._path) is not None
        with plain_words(), transaction(self._engine, writing=False) as connection:
            return read_info(connection, self._path, encrypted=encrypted)

    def close(self) -> None:
        """Give the casebook back; a copy of it goes. Twice does no harm."""
        self._engine.dispose()
        self._lock.release()
        if self._copy is not None:
            shutil.rmtree(self._copy, ignore_errors=True)


def open_other(  # noqa: PLR0913 - what opening needs, by name
    path: Path,
    *,
    beside: Path,
    full_text: FullText,
    migrations: Path,
    passphrase: str | None,
    coder: str,
    derive: Derive = scrypt_key,
) -> OtherCasebook:
    """Open a casebook to read from into the one at `beside`.

    Raises CasebookError when the two are one file, and as `open_casebook` does.
    """
    salt_of(path)
    if path.exists() and beside.exists() and path.samefile(beside):
        raise CasebookError(
            English(
                "“{0}” is the casebook you have open, so there is nothing to merge.", path.name
            ),
            "Choose the other casebook.",
        )
    lock = CasebookLock.take(path, coder)
    copy: Path | None = None
    try:
        key = key_of(path, passphrase, derive)
        with plain_words():
            engine = open_unchanged(path, key, migrations)
            if engine is None:
                copy = Path(tempfile.mkdtemp(prefix="caseview-"))
                engine = _up_to_date_copy(path, copy, key, migrations)
    except BaseException:
        lock.release()
        if copy is not None:
            shutil.rmtree(copy, ignore_errors=True)
        raise
    return OtherCasebook(path, engine, lock, full_text, copy)


def _up_to_date_copy(path: Path, folder: Path, key: RawKey | None, migrations: Path) -> Engine:
    copy = folder / path.name
    try:
        shutil.copy2(path, copy)
        log = path.with_name(path.name + _LOG)
        if log.exists():
            shutil.copy2(log, copy.with_name(copy.name + _LOG))
    except OSError as fault:
        raise CasebookCannotOpenError(
            English(
                "“{0}” is from an older CaseView, and there is no room for the copy that is "
                "brought up to date to read it. Nothing was changed.",
                path.name,
            ),
            "Free some space, or open and close that casebook with this CaseView first.",
        ) from fault
    return open_file(copy, key, migrations)
