"""A passphrase is set, changed or taken away with every row kept, or nothing is changed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from caseview.domain.description import ReadDocument
from caseview.domain.errors import CasebookError, CasebookLockedError, WrongPassphraseError
from caseview.domain.journal import SetNote
from caseview.domain.note import Note
from caseview.store import passphrase as changing
from caseview.store.casebook import StoredCasebook
from caseview.store.migrate import row_counts
from caseview.store.passphrase import set_passphrase
from caseview.store.schema import application_id

Document = Callable[..., tuple[ReadDocument, bytes]]
Maker = Callable[..., StoredCasebook]
Change = Callable[..., None]
OTHER = " ".join(("four", "quite", "other", "words"))
NOTE = Note(1, "document:1", "Ask the board.", "SO", "2026-03-01T09:00:00+00:00")


@pytest.fixture
def closed(casebook: StoredCasebook, document: Document) -> StoredCasebook:
    """Return a casebook with a document and a note, closed."""
    with casebook.writing() as work:
        work.documents.add(*document(), None)
        work.journal.perform("Note", [SetNote(None, NOTE)], "SO")
    casebook.close()
    return casebook


@pytest.fixture
def change(path: Path, passphrase: str | None) -> Change:
    """Return the function that gives the test's casebook a passphrase."""
    kit = pytest.importorskip("tests.store.conftest", reason="never: it is beside this file")

    def changed(wanted: str | None, **others: object) -> None:
        usual = {"passphrase": passphrase, "coder": "BK", "migrations": kit.MIGRATIONS}
        set_passphrase(path, wanted=wanted, derive=kit.quick_key, **usual | others)

    return changed


def held(casebook: StoredCasebook) -> tuple[object, ...]:
    """Return everything a casebook holds, and how it is laid out, but for the audit."""
    with casebook._reading() as connection:
        rows = {name: count for name, count in row_counts(connection).items() if name != "audit"}
        tables = [name for name in rows if name != "coder"]
        content = {
            name: sorted(map(repr, connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()))  # noqa: S608 - names of the schema
            for name in tables
        }
        ids = connection.exec_driver_sql(
            "SELECT name, seq FROM sqlite_sequence WHERE name <> 'audit' ORDER BY name"
        ).all()
        laid_out = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_schema").all()
        return content, ids, sorted(map(repr, laid_out)), application_id(connection)


@pytest.mark.parametrize("wanted", [OTHER, None], ids=["to another", "to none"])
def test_every_row_is_there_under_the_new_passphrase(
    closed: StoredCasebook,
    opener: Maker,
    change: Change,
    passphrase: str | None,
    wanted: str | None,
) -> None:
    path = closed.path
    before = opener()
    all_of_it = held(before)
    before.close()
    if passphrase is None and wanted is None:
        with pytest.raises(CasebookError, match="none to remove"):
            change(wanted)
        return

    change(wanted)

    assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert (b"Nobody asked" in path.read_bytes()) is (wanted is None)
    if wanted is not None:
        with pytest.raises(WrongPassphraseError):
            opener(passphrase=passphrase)
    after = opener(passphrase=wanted)
    assert held(after) == all_of_it
    assert after.check(repair=False) == ()
    assert after.info().encrypted is (wanted is not None)
    said = "Remove" if wanted is None else "Change" if passphrase else "Set"
    last = after.audit()[-1]
    assert (last.coder, last.action) == ("BK", f"{said} passphrase")
    with after.writing() as work:
        work.journal.undo("SO")
        assert work.decisions.notes("document:1") == ()
    after.close()


def test_a_wrong_passphrase_or_an_open_casebook_changes_nothing(
    closed: StoredCasebook, opener: Maker, change: Change, path: Path, passphrase: str | None
) -> None:
    before = path.read_bytes()
    if passphrase is not None:
        with pytest.raises(WrongPassphraseError):
            change(OTHER, passphrase="wrong")  # noqa: S106 - invented
    with pytest.raises(CasebookError, match="empty"):
        change("")
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    again = opener()
    with pytest.raises(CasebookLockedError):
        change(OTHER)
    again.close()
    assert closed.path == path


@pytest.mark.parametrize("step", ["_write_anew", "compare", "_note", "settle"])
def test_what_goes_wrong_half_way_leaves_the_casebook_as_it_was(
    closed: StoredCasebook,
    opener: Maker,
    change: Change,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(changing, step, full)
        with pytest.raises(CasebookError, match="was not changed"):
            change(OTHER)
    assert [one.name for one in closed.path.parent.iterdir()] == [closed.path.name]
    again = opener()
    assert again.check(repair=False) == ()
    again.close()


def test_a_backup_made_before_keeps_its_passphrase(
    closed: StoredCasebook, opener: Maker, change: Change, tmp_path: Path, passphrase: str | None
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    first = opener()
    first.back_up(folder)
    first.close()
    change(OTHER)

    after = opener(passphrase=OTHER)
    (listed,) = after.backups(folder)
    assert (listed.tags is None) is (passphrase is not None)
    shutil.copy(listed.path, tmp_path / "old.casebook")
    after.close()
    old = opener(tmp_path / "old.casebook")
    assert old.info().documents == 1
    old.close()
    assert closed.path.exists()
