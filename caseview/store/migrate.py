"""Brings a casebook made by an older CaseView up to date, whole or not at all."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from caseview.domain.english import English
from caseview.domain.errors import CasebookCannotOpenError
from caseview.store.faults import plain_words
from caseview.store.schema import is_ours, newest_version


def migrate(engine: Engine, migrations: Path) -> None:
    """Run every migration that is due in one transaction, and look at what came of it.

    Foreign keys are off meanwhile: with them on, making a table anew would delete the rows that
    point to it without a word. So rows are counted before and after, and foreign keys and the
    full-text index are checked before anything is kept. Raises CasebookCannotOpenError when
    something is amiss; the casebook is then as it was.
    """
    with engine.connect() as connection:
        connection.detach()  # its settings are not those of the pool
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.commit()
        with plain_words(), _whole(connection):
            before = row_counts(connection)
            upgrade(connection, migrations)
            _nothing_lost(before, row_counts(connection))
            _sound(connection)


def upgrade(connection: Connection, migrations: Path, revision: str = "head") -> None:
    """Run Alembic's upgrade to a revision, else the newest, in the connection's transaction."""
    # Imported only here: most starts have no migration due and need not pay for Alembic.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def back_up(path: Path, migrations: Path) -> Path:
    """Copy a closed casebook beside itself before it is changed; return where the copy lies.

    Raises CasebookCannotOpenError when there is no room for it.
    """
    copy = path.with_name(f"{path.stem} before update to {newest_version(migrations)}{path.suffix}")
    try:
        shutil.copy2(path, copy)
    except OSError as fault:
        copy.unlink(missing_ok=True)
        raise CasebookCannotOpenError(
            "The casebook is from an older CaseView and has to be brought up to date, but there "
            "is no room for the copy that is kept of it first. Nothing was changed.",
            "Free some space, then open it again.",
        ) from fault
    return copy


def row_counts(connection: Connection) -> dict[str, int]:
    """Return how many rows each of our tables has."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()  # noqa: S608 - names from the schema
        for name in names.scalars().all()
        if is_ours(name)
    }


@contextmanager
def _whole(connection: Connection) -> Iterator[None]:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        yield
    except CasebookCannotOpenError:
        connection.rollback()
        raise
    except (SQLAlchemyError, ValueError) as fault:
        connection.rollback()
        raise _not_updated("a step did not work") from fault
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _nothing_lost(before: dict[str, int], after: dict[str, int]) -> None:
    for table, count in before.items():
        if table in after and after[table] != count:
            raise _not_updated(f"the table {table} had {count} rows and then {after[table]}")


def _sound(connection: Connection) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise _not_updated("some rows point to others that are not there")
    # With rank 1 the index is compared with the passages themselves.
    connection.exec_driver_sql(
        "INSERT INTO passage_words(passage_words, rank) VALUES ('integrity-check', 1)"
    )


def _not_updated(why: str) -> CasebookCannotOpenError:
    return CasebookCannotOpenError(
        English(
            "The casebook is from an older CaseView and could not be brought up to date: {0}. "
            "Nothing was changed.",
            why,
        ),
        "Open it with the CaseView it was made with, and tell whoever looks after CaseView.",
    )
