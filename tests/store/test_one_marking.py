"""The marking is one setting: shown in what is known of the casebook, and carried over once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection

from caseview.domain.casebook_settings import USUAL_REASONS, CasebookSettings, read_settings
from caseview.store.casebook import StoredCasebook
from caseview.store.connect import engine_for, transaction
from caseview.store.migrate import upgrade
from caseview.usecases.change_settings import change_settings, settings_of
from caseview.usecases.undo import undo

MIGRATIONS = Path(__file__).parents[2] / "db"
SENSITIVE = CasebookSettings("OFFICIAL-SENSITIVE", ("Too old",), 5)


def test_what_a_team_sets_is_kept_shown_and_can_be_undone(
    casebook: StoredCasebook, opener: Callable[..., StoredCasebook]
) -> None:
    assert settings_of(casebook) == CasebookSettings()
    changes = change_settings(casebook, SENSITIVE, coder="BK")
    assert changes.settings == {"marking", "screening_reasons", "small_numbers"}
    assert changes.label == "Change the settings"
    assert change_settings(casebook, SENSITIVE, coder="BK").label == ""
    casebook.close()

    again = opener()
    assert settings_of(again) == SENSITIVE
    assert again.info().marking == "OFFICIAL-SENSITIVE"
    undo(again, coder="BK")
    assert settings_of(again) == CasebookSettings()
    assert again.info().marking == ""
    again.close()


@pytest.mark.parametrize("kept", ["", "{", '"one"', "7", "null"])
def test_settings_that_cannot_be_read_are_as_new(kept: str) -> None:
    read = read_settings({"screening_reasons": kept, "small_numbers": kept + "x"})
    assert read == CasebookSettings(screening_reasons=USUAL_REASONS)


def test_a_marking_of_an_older_casebook_becomes_the_setting(tmp_path: Path) -> None:
    engine = engine_for(tmp_path / "older.casebook", None)

    def to(connection: Connection, revision: str) -> None:
        upgrade(connection, MIGRATIONS, revision)

    with transaction(engine, writing=True) as connection:
        to(connection, "0002")
        connection.exec_driver_sql(
            "INSERT INTO casebook (id, title, made_at, marking) VALUES (1, 'T', '', 'OFFICIAL')"
        )
        to(connection, "0004")
        rows = connection.exec_driver_sql("SELECT name, value FROM setting").all()
        columns = connection.exec_driver_sql("SELECT name FROM pragma_table_info('casebook')")
        assert [tuple(row) for row in rows] == [("marking", "OFFICIAL")]
        assert columns.scalars().all() == ["id", "title", "made_at", "codebook_id"]
    engine.dispose()
