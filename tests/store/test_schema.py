"""One schema, said three ways: the mappings, the migrations and schema.sql say the same."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from caseview.store.casebook import StoredCasebook
from caseview.store.connect import engine_for, transaction
from caseview.store.migrate import upgrade
from caseview.store.schema import (
    APPLICATION_ID,
    application_id,
    is_ours,
    known_versions,
    newest_version,
    schema_text,
    version_of,
    written_out,
)
from caseview.store.tables_team import SavedRow

MIGRATIONS = Path(__file__).parents[2] / "db"
METADATA = SavedRow.metadata


@contextmanager
def migrated(folder: Path) -> Iterator[Connection]:
    """Yield a connection to an empty casebook made by every migration in turn."""
    engine = engine_for(folder / "migrated.casebook", None)
    with transaction(engine, writing=True) as connection:
        upgrade(connection, MIGRATIONS)
        yield connection
    engine.dispose()


def test_schema_sql_is_what_the_migrations_make(tmp_path: Path) -> None:
    with migrated(tmp_path) as connection:
        assert written_out(connection) == schema_text(MIGRATIONS), "run db/write_schema.py"


def test_a_new_casebook_has_the_very_schema_of_the_migrations(
    casebook: StoredCasebook, tmp_path: Path
) -> None:
    every = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    settings = "SELECT * FROM passage_words_config ORDER BY k"
    with migrated(tmp_path) as connection, casebook.reading() as work:
        for query in (every, settings, "PRAGMA application_id", "PRAGMA user_version"):
            made = [tuple(row) for row in connection.exec_driver_sql(query)]
            assert _plain(work.sql.rows(query)) == _plain(made)
        assert version_of(connection) == newest_version(MIGRATIONS) == casebook.info().schema


def _plain(rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return [tuple(re.sub(r"\s+", " ", str(part)) for part in row) for row in rows]


def test_the_mappings_are_what_the_migrations_make(tmp_path: Path) -> None:
    with migrated(tmp_path) as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: kind != "table" or is_ours(name)},
        )
        assert compare_metadata(context, METADATA) == []
        looked = sqlalchemy.inspect(connection)
        for table in METADATA.sorted_tables:
            checks = {
                (one["name"], re.sub(r"\s+", " ", one["sqltext"]))
                for one in looked.get_check_constraints(table.name)
            }
            assert checks == {
                (str(one.name), str(one.sqltext))
                for one in table.constraints
                if isinstance(one, sqlalchemy.CheckConstraint)
            }


def test_every_constraint_has_a_name(tmp_path: Path) -> None:
    with migrated(tmp_path) as connection:
        looked = sqlalchemy.inspect(connection)
        for table in METADATA.sorted_tables:
            named = [
                *looked.get_foreign_keys(table.name),
                *looked.get_unique_constraints(table.name),
                *looked.get_check_constraints(table.name),
            ]
            assert all(one["name"] for one in named), table.name


def test_every_foreign_key_can_be_followed_back_by_an_index(tmp_path: Path) -> None:
    by_hand = {
        "document.sha256", "theme.group_id", "tag.coder", "note.coder", "casebook.codebook_id",
        "saved.coder", "coded.coder", "concern_answer.coder",
        "matrix_cell.coder",
        # Themes and coders are never deleted.
        "settlement.theme", "settlement.settled_by", "settled_tag.theme", "settled_tag.coder",
    }  # fmt: skip
    with migrated(tmp_path) as connection:
        looked = sqlalchemy.inspect(connection)
        for table in METADATA.sorted_tables:
            firsts = {one["column_names"][0] for one in looked.get_indexes(table.name)}
            firsts |= {one["column_names"][0] for one in looked.get_unique_constraints(table.name)}
            firsts |= set(looked.get_pk_constraint(table.name)["constrained_columns"][:1])
            for key in looked.get_foreign_keys(table.name):
                column = key["constrained_columns"][0]
                assert column in firsts or f"{table.name}.{column}" in by_hand


def test_each_table_is_explained() -> None:
    said = (MIGRATIONS / "README.md").read_text(encoding="utf-8")
    for table in METADATA.tables:
        assert f"**{table}**" in said, table
    for name in ("passage_words", "word", "alembic_version"):
        assert f"**{name}**" in said


def test_the_file_bears_the_number_of_our_program(tmp_path: Path) -> None:
    with migrated(tmp_path) as connection:
        assert application_id(connection) == APPLICATION_ID


def test_the_newest_version_is_one_there_is_a_migration_for() -> None:
    assert newest_version(MIGRATIONS) == max(known_versions(MIGRATIONS))


def test_no_migration_can_be_run_backwards_past_the_first(tmp_path: Path) -> None:
    from alembic import command  # noqa: PLC0415 - as the program does
    from alembic.config import Config  # noqa: PLC0415

    with migrated(tmp_path) as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        with pytest.raises(NotImplementedError):
            command.downgrade(config, "base")


def test_opening_an_up_to_date_casebook_does_not_load_alembic(
    run_alone: Callable[[str], str],
) -> None:
    assert run_alone("import sys; print('alembic' in sys.modules)") == "False"
