"""An older casebook is brought up to date whole, with its rows, or left as it was."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from caseview.domain.description import ReadDocument
from caseview.domain.errors import CasebookCannotOpenError
from caseview.domain.journal import SetTag
from caseview.domain.reads_as import ReadsAs
from caseview.domain.tag import Tag
from caseview.store.casebook import StoredCasebook
from caseview.store.schema import newest_version

Document = Callable[..., tuple[ReadDocument, bytes]]
Reopen = Callable[..., StoredCasebook]
MIGRATIONS = Path(__file__).parents[2] / "db"
NEWEST = newest_version(MIGRATIONS)
NEXT = f"{int(NEWEST) + 1:04}"
TAG = Tag(
    1, 1, 1, 2, "staffing", 14, 20, "Nobody", ReadsAs.GAP, False, "SO", "2026-03-01T09:00:00", "1"
)
HEAD = f'''"""A change that only this test knows."""

import sqlalchemy as sa
from alembic import op

revision = "{NEXT}"
down_revision = "{NEWEST}"
branch_labels = None
depends_on = None


def upgrade() -> None:
'''
SOUND = """    # Making the parent anew must not take its children along.
    with op.batch_alter_table("document", recreate="always") as table:
        table.add_column(sa.Column("colour", sa.Text, nullable=False, server_default="grey"))
    with op.batch_alter_table("passage", recreate="always") as table:
        table.alter_column("role", server_default="findings")
"""
LOSES = '    op.execute("DELETE FROM suggestion WHERE id = 1")\n'
ORPHANS = '    op.execute("UPDATE suggestion SET passage_id = 999 WHERE id = 1")\n'
STALE_INDEX = """    op.execute("UPDATE passage SET text = 'Nobody knew.' WHERE id = 2")
"""
BREAKS = (
    '    op.execute("UPDATE suggestion SET reason = \'half done\'")\n    op.drop_table("nowhere")\n'
)


@pytest.fixture
def newer(tmp_path: Path) -> Callable[[str], Path]:
    """Return the function that makes a folder of migrations with one more."""

    def made(steps: str) -> Path:
        folder = tmp_path / "db"
        shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "versions" / f"{NEXT}_more.py").write_text(HEAD + steps, encoding="utf-8")
        schema = folder / "schema.sql"
        stamped = schema.read_text(encoding="utf-8").replace(f"'{NEWEST}'", f"'{NEXT}'")
        schema.write_text(stamped, encoding="utf-8")
        return folder

    return made


@pytest.fixture
def older(casebook: StoredCasebook, document: Document, path: Path) -> Path:
    """Return a closed casebook of the version before, with rows in parents and children."""
    with casebook.writing() as work:
        work.documents.add(*document("one.pdf"), None)
        work.documents.add(*document("two.pdf"), None)
        work.journal.perform("Tag", [SetTag(None, TAG)], "SO")
    casebook.close()
    return path


def beside(path: Path) -> set[str]:
    return {one.name for one in path.parent.iterdir() if one.is_file()}


def test_rows_and_children_come_through_and_a_copy_is_kept(
    older: Path, newer: Callable[[str], Path], opener: Reopen
) -> None:
    before = older.read_bytes()
    again = opener(migrations=newer(SOUND))
    assert again.info().schema == NEXT
    with again.writing() as work:
        assert work.sql.rows("SELECT DISTINCT colour FROM document") == [("grey",)]
        assert work.sql.rows("PRAGMA foreign_keys") == [(1,)]
        assert len(work.decisions.suggestions()) == 6
        assert work.decisions.tags() == (TAG,)
        assert len(work.documents.passages(2)) == 4
        work.documents.remove(1, reason="x", coder="SO")
        assert len(work.decisions.suggestions()) == 3
    assert again.check(repair=False) == ()
    again.close()
    copy = older.with_name(f"work before update to {NEXT}.casebook")
    assert beside(older) == {older.name, copy.name}
    assert opened_as(before) == opened_as(copy.read_bytes())
    opener(copy).close()


def opened_as(content: bytes) -> int:
    """Return how much of a casebook there is: its pages may differ in their journal mode only."""
    return len(content)


@pytest.mark.parametrize("steps", [LOSES, ORPHANS, STALE_INDEX, BREAKS])
def test_a_migration_that_harms_anything_changes_nothing(
    older: Path, newer: Callable[[str], Path], opener: Reopen, steps: str
) -> None:
    with pytest.raises(CasebookCannotOpenError, match="Nothing was changed"):
        opener(migrations=newer(steps))
    assert beside(older) == {older.name, f"work before update to {NEXT}.casebook"}
    again = opener()
    assert again.info().schema == NEWEST
    with again.reading() as work:
        assert len(work.decisions.suggestions()) == 6
        assert {one.suggestion.reason for one in work.decisions.suggestions()} == {
            "The words name it."
        }
    assert again.check(repair=False) == ()
    again.close()


def test_without_room_for_the_copy_nothing_is_changed(
    older: Path,
    newer: Callable[[str], Path],
    opener: Reopen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("caseview.store.migrate.shutil.copy2", full)
    with pytest.raises(CasebookCannotOpenError, match="no room"):
        opener(migrations=newer(SOUND))
    assert beside(older) == {older.name}
    again = opener()
    assert again.info().schema == NEWEST
    again.close()


def test_missing_files_of_the_program_are_named(
    older: Path, opener: Reopen, tmp_path: Path
) -> None:
    with pytest.raises(CasebookCannotOpenError, match=r"schema\.sql"):
        opener(migrations=tmp_path)
    assert beside(older) == {older.name}
