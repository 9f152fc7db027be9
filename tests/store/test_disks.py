"""The journal fits the disk: a log on a local disk, none where it would be unsafe."""

import os
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from caseview.store import disks
from caseview.store.disks import JournalMode, file_system, is_synced, journal_mode

MOUNTS = """/dev/vda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
files:/export /mnt/team nfs4 rw 0 0
//server/share /mnt/team\\040drive cifs rw 0 0
/dev/vdb1 /mnt/team/local xfs rw 0 0
tmpfs /srv/twice tmpfs rw 0 0
/dev/vdc1 /srv/twice ext4 rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
short line
"""


@pytest.mark.parametrize(
    ("where", "kind"),
    [
        ("/home/so/a.casebook", "ext4"),
        ("/mnt/team/a.casebook", "nfs4"),
        ("/mnt/team drive/a.casebook", "cifs"),
        ("/mnt/team/local/deep/a.casebook", "xfs"),
        ("/mnt/teams/a.casebook", "ext4"),
        ("/srv/twice/a.casebook", "ext4"),
        ("/run/user/1000/gvfs/smb/a.casebook", "fuse.gvfsd-fuse"),
    ],
)
def test_the_file_system_is_that_of_the_nearest_mount(where: str, kind: str) -> None:
    assert file_system(Path(where), MOUNTS) == kind


def test_without_mounts_nothing_is_known() -> None:
    assert file_system(Path("/home/a.casebook"), "") == ""


@pytest.mark.parametrize(
    "where",
    [
        "/home/so/OneDrive/a.casebook",
        "/home/so/OneDrive - Northmoor Council/cases/a.casebook",
        "/home/so/Dropbox/a.casebook",
        "/home/so/dropbox (Personal)/a.casebook",
        "/Users/so/Google Drive/My Drive/a.casebook",
        "/home/so/Nextcloud/a.casebook",
        "/home/so/Box Sync/a.casebook",
    ],
)
def test_synced_folders_are_known_by_name(where: str) -> None:
    assert is_synced(Path(where))


@pytest.mark.parametrize(
    "where",
    ["/home/so/Reviews/a.casebook", "/home/so/Boxes/a.casebook", "/home/so/cases/Dropbox"],
)
def test_other_folders_are_not(where: str) -> None:
    assert not is_synced(Path(where))


def test_windows_paths_are_looked_at_part_by_part() -> None:
    path = PureWindowsPath(r"C:\Users\so\OneDrive - Force\a.casebook")
    assert any(disks.SYNCED.fullmatch(part) for part in path.parts[:-1])
    assert not any(disks.SYNCED.fullmatch(part) for part in PurePosixPath("/srv/a").parts)


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's table of mounts")
@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("ext4", JournalMode.WAL),
        ("tmpfs", JournalMode.WAL),
        ("nfs4", JournalMode.ROLLBACK),
        ("cifs", JournalMode.ROLLBACK),
        ("9p", JournalMode.ROLLBACK),
        ("a-kind-made-next-year", JournalMode.ROLLBACK),
    ],
)
def test_a_log_is_kept_only_where_it_is_known_to_be_safe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, mode: JournalMode
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"x / {kind} rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(disks, "MOUNTS", mounts)
    assert journal_mode(tmp_path / "a.casebook") is mode


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's table of mounts")
@pytest.mark.parametrize(
    ("major", "mode"), [(254, JournalMode.WAL), (8, JournalMode.WAL), (0, JournalMode.ROLLBACK)]
)
def test_where_no_mount_is_named_a_disk_is_known_by_its_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, major: int, mode: JournalMode
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text("proc /proc proc rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(disks, "MOUNTS", mounts)
    monkeypatch.setattr(os, "major", lambda _: major)
    assert journal_mode(tmp_path / "not-yet" / "a.casebook") is mode


def test_a_computer_that_cannot_say_gets_the_safe_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disks, "MOUNTS", tmp_path / "none")
    monkeypatch.setattr(disks, "on_block_device", lambda _: False)
    assert journal_mode(tmp_path / "a.casebook") is JournalMode.ROLLBACK
