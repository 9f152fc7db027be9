"""A backup is whole or not there; restoring brings it back and can itself be taken back."""

import errno
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from caseview.domain.description import ReadDocument
from caseview.domain.errors import (
    CasebookCannotOpenError,
    CasebookDamagedError,
    CasebookError,
    CasebookLockedError,
    WrongPassphraseError,
)
from caseview.domain.info import CasebookInfo
from caseview.domain.journal import SetTag
from caseview.domain.reads_as import ReadsAs
from caseview.domain.tag import Tag
from caseview.store import backup as backing
from caseview.store.casebook import StoredCasebook
from caseview.store.restoring import restore_backup

Document = Callable[..., tuple[ReadDocument, bytes]]
Maker = Callable[..., StoredCasebook]
Restore = Callable[..., Path | None]
TAG = Tag(
    1, 1, 1, 2, "staffing", 14, 20, "Nobody", ReadsAs.GAP, False, "SO", "2026-03-01T09:00:00", "1"
)


@pytest.fixture
def filled(casebook: StoredCasebook, document: Document) -> StoredCasebook:
    with casebook.writing() as work:
        work.documents.add(*document("one.pdf"), None)
        work.journal.perform("Tag", [SetTag(None, TAG)], "SO")
    return casebook


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder


@pytest.fixture
def restore(passphrase: str | None, path: Path) -> Restore:
    kit = pytest.importorskip("tests.store.conftest", reason="never: it is beside this file")

    def restored(backup: Path, to: Path = path, **changes: object) -> Path | None:
        usual = {"passphrase": passphrase, "coder": "BK", "migrations": kit.MIGRATIONS}
        return restore_backup(backup, to, derive=kit.quick_key, **usual | changes)

    return restored


def counts(casebook: StoredCasebook) -> CasebookInfo:
    """Return what a casebook holds, but for where and how large it is."""
    return replace(casebook.info(), path="", size=0, coders=())


def test_a_backup_is_one_file_that_holds_the_same(
    filled: StoredCasebook, folder: Path, opener: Maker, passphrase: str | None
) -> None:
    copy = filled.back_up(folder)

    assert [one.name for one in folder.iterdir()] == [copy.name]
    assert copy.name.startswith("work backup ")
    assert (copy.read_bytes()[:6] == b"SQLite") is (passphrase is None)
    other = opener(copy)
    assert counts(other) == counts(filled)
    assert other.audit() == filled.audit()
    assert other.check(repair=False) == ()
    other.close()


def test_a_backup_can_have_a_name_and_overwrites_nothing(
    filled: StoredCasebook, folder: Path
) -> None:
    target = folder / "for the archive.casebook"
    assert filled.back_up(target) == target
    before = target.read_bytes()
    with pytest.raises(CasebookError, match="already"):
        filled.back_up(target)
    assert target.read_bytes() == before


def test_the_list_of_backups_says_when_and_how_many_tags(
    filled: StoredCasebook, folder: Path, maker: Maker, tmp_path: Path
) -> None:
    filled.back_up(folder)
    with filled.writing() as work:
        work.journal.undo("SO")
    filled.back_up(folder)
    (folder / "work backup 2020-01-01 09.00.00.casebook").write_text("no casebook")
    (folder / "notes.txt").write_text("no backup")
    other = maker(tmp_path / "second.casebook")
    shutil.copy(other.back_up(folder), folder / "work backup 2020-01-02 09.00.00.casebook")
    other.close()

    listed = filled.backups(folder)

    known = [one for one in listed if one.tags is not None]
    assert [(one.tags, one.documents) for one in known] == [(0, 1), (1, 1)]
    # One under another passphrase may be ours from before it was changed; it is named, last.
    assert listed[2:] == listed[len(known) :]
    assert all(one.size == Path(one.path).stat().st_size for one in listed)
    assert filled.backups(folder / "nowhere") == ()


def test_ten_backups_of_this_casebook_are_kept_and_others_are_left_alone(
    filled: StoredCasebook, folder: Path, maker: Maker, tmp_path: Path
) -> None:
    stranger = maker(tmp_path / "second.casebook")
    foreign = folder / "work backup 2020-01-02 09.00.00.casebook"
    stranger.back_up(foreign)
    stranger.close()
    made = [filled.back_up(folder) for _ in range(backing.KEPT + 2)]

    left = set(folder.iterdir())

    assert left == {foreign, *made[2:]}
    assert len([one for one in filled.backups(folder) if one.tags is not None]) == backing.KEPT


def test_a_backup_that_goes_wrong_leaves_nothing_and_says_so(
    filled: StoredCasebook, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(backing, "settle", full)
        with pytest.raises(CasebookError, match="The backup was not made"):
            filled.back_up(folder)
    different = iter(range(9))
    with monkeypatch.context() as patched:
        patched.setattr(backing, "row_counts", lambda _connection: next(different))
        with pytest.raises(CasebookError, match="not the same as the casebook"):
            filled.back_up(folder)
    assert list(folder.iterdir()) == []
    with pytest.raises(CasebookError, match="The backup was not made"):
        filled.back_up(folder / "nowhere" / "copy.casebook")
    assert filled.check(repair=False) == ()


def test_restoring_brings_the_same_counts_back_and_can_be_undone(
    filled: StoredCasebook, folder: Path, opener: Maker, restore: Restore, path: Path
) -> None:
    copy, held = filled.back_up(folder), counts(filled)
    with filled.writing() as work:
        work.documents.remove(1, reason="By mistake", coder="SO")
    later = counts(filled)
    filled.close()

    aside = restore(copy)

    assert aside is not None
    assert aside.name.startswith("work before restore ")
    again = opener()
    assert counts(again) == held
    assert [(line.coder, line.action) for line in again.audit()][-1] == ("BK", "Restore")
    assert again.check(repair=False) == ()
    assert [(one.aside, one.tags) for one in again.backups(path.parent)] == [(True, 0)]
    again.close()
    assert copy.exists()

    restore(aside)

    undone = opener()
    assert counts(undone) == later
    undone.close()
    files = [one.suffix for one in path.parent.iterdir() if one.is_file()]
    assert files == [".casebook"] * 3, "the casebook, and what each restore put aside"


def test_a_damaged_casebook_is_replaced_and_kept(
    filled: StoredCasebook, folder: Path, opener: Maker, restore: Restore, path: Path
) -> None:
    copy, held = filled.back_up(folder), counts(filled)
    filled.close()
    path.write_bytes(b"broken")

    aside = restore(copy)

    assert aside is not None
    assert aside.read_bytes() == b"broken"
    again = opener()
    assert counts(again) == held
    again.close()


def test_the_last_work_of_a_killed_process_goes_aside_with_its_casebook(
    filled: StoredCasebook, folder: Path, opener: Maker, restore: Restore, path: Path
) -> None:
    copy = filled.back_up(folder)
    with filled.writing() as work:
        work.journal.undo("SO")
    killed = folder / "killed.casebook"
    for more in ("", "-wal"):
        shutil.copy(f"{path}{more}", f"{killed}{more}")

    aside = restore(copy, killed)

    assert aside is not None
    before, now = opener(aside), opener(killed)
    assert (before.info().tags, now.info().tags) == (0, 1)
    before.close()
    now.close()


def test_restoring_where_nothing_is_makes_the_casebook(
    filled: StoredCasebook, folder: Path, opener: Maker, restore: Restore, tmp_path: Path
) -> None:
    copy = filled.back_up(folder)
    assert restore(copy, tmp_path / "back.casebook") is None
    back = opener(tmp_path / "back.casebook")
    assert counts(back) == counts(filled)
    back.close()


def test_what_cannot_be_restored_changes_nothing(
    filled: StoredCasebook, folder: Path, restore: Restore, path: Path, passphrase: str | None
) -> None:
    copy = filled.back_up(folder)
    with pytest.raises(CasebookLockedError):
        restore(copy)
    filled.close()
    whole, before = copy.read_bytes(), path.read_bytes()

    def refused(content: bytes, fault: type[CasebookError], **changes: object) -> None:
        copy.write_bytes(content)
        with pytest.raises(fault):
            restore(copy, **changes)
        assert path.read_bytes() == before
        assert sorted(path.parent.iterdir()) == [folder, path]

    refused(b"no casebook at all", CasebookDamagedError)
    if passphrase is None:
        half = len(whole) // 2
        refused(whole[:half] + os.urandom(len(whole) - half), CasebookDamagedError)
    else:
        refused(whole, WrongPassphraseError, passphrase="another")  # noqa: S106 - invented
        refused(whole, WrongPassphraseError, passphrase=None)
    with pytest.raises(CasebookError, match="the casebook itself"):
        restore(path)
    with pytest.raises(CasebookCannotOpenError, match="no casebook at"):
        restore(folder / "nothing.casebook")


def test_work_goes_on_while_a_backup_is_made(
    filled: StoredCasebook, folder: Path, monkeypatch: pytest.MonkeyPatch, opener: Maker
) -> None:
    compare = backing.compare

    def meanwhile(*given: Any) -> None:
        with filled.writing() as work:
            work.journal.undo("SO")
        compare(*given)

    monkeypatch.setattr(backing, "compare", meanwhile)
    other = opener(filled.back_up(folder))
    assert (other.info().tags, filled.info().tags) == (1, 0)
    other.close()
