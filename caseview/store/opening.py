"""Opens the file of a casebook: is it one, does the key fit, is it up to date."""

from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from caseview.domain.english import English
from caseview.domain.errors import (
    CasebookCannotOpenError,
    CasebookDamagedError,
    WrongPassphraseError,
)
from caseview.store.connect import engine_for, first_connection, set_journal_mode
from caseview.store.disks import JournalMode, journal_mode
from caseview.store.faults import NOT_SQLITE, result_code
from caseview.store.keys import RawKey
from caseview.store.migrate import back_up, migrate
from caseview.store.schema import (
    APPLICATION_ID,
    application_id,
    known_versions,
    newest_version,
    version_of,
)


def open_file(path: Path, key: RawKey | None, migrations: Path) -> Engine:
    """Return an engine over a casebook that is up to date, its journal mode fit for its disk.

    The caller holds the casebook's lock. Raises WrongPassphraseError, CasebookDamagedError, or
    CasebookCannotOpenError when it was made by a newer CaseView or cannot be brought up to date.
    """
    engine = engine_for(path, key)
    try:
        mode = journal_mode(path)
        version = _version(engine, path, key, mode)
        if version != newest_version(migrations):
            _bring_up_to_date(engine, path, version, migrations)
        set_journal_mode(engine, mode)
    except BaseException:
        engine.dispose()
        raise
    return engine


def open_unchanged(path: Path, key: RawKey | None, migrations: Path) -> Engine | None:
    """Return an engine over a casebook that is only read; None when it is from an older CaseView.

    The caller holds the casebook's lock. Raises as `open_file` does.
    """
    engine = engine_for(path, key)
    try:
        version = _version(engine, path, key, journal_mode(path))
        if version not in known_versions(migrations):
            raise _newer(path)
    except BaseException:
        engine.dispose()
        raise
    if version == newest_version(migrations):
        return engine
    engine.dispose()
    return None


def _newer(path: Path) -> CasebookCannotOpenError:
    return CasebookCannotOpenError(
        English(
            "“{0}” was made by a newer CaseView, so this one cannot open it safely.", path.name
        ),
        "Open it with the newer CaseView.",
    )


def _version(engine: Engine, path: Path, key: RawKey | None, mode: JournalMode) -> str:
    try:
        with first_connection(engine, mode) as connection:
            # A log left by a process that was killed is brought in here.
            number = application_id(connection)
            version = version_of(connection)
    except (DBAPIError, driver.Error) as fault:
        if result_code(fault) == NOT_SQLITE and key is not None:
            raise WrongPassphraseError(
                English("The passphrase does not open “{0}”.", path.name),
                "Type it again: capital letters and spaces count. Nobody can open the casebook "
                "without it.",
            ) from fault
        raise
    if number != APPLICATION_ID or not version:
        raise CasebookDamagedError(
            English(
                "“{0}” is a database of another program, not a casebook, so it was not opened.",
                path.name,
            ),
            "Choose a file that ends in .casebook.",
        )
    return version


def _bring_up_to_date(engine: Engine, path: Path, version: str, migrations: Path) -> None:
    if version not in known_versions(migrations):
        raise _newer(path)
    # In rollback mode and closed, the one file is the whole casebook and can be copied.
    set_journal_mode(engine, JournalMode.ROLLBACK)
    back_up(path, migrations)
    migrate(engine, migrations)
