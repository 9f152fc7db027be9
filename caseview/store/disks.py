"""What sort of disk a casebook lies on, and the journal mode that is safe there.

SQLite's write-ahead log needs memory shared between processes, which network file systems do not
give, and folders that a program copies elsewhere may be copied between its two files
(https://sqlite.org/wal.html). There a rollback journal is used.
"""

import ctypes
import os
import re
import sys
from enum import StrEnum
from pathlib import Path

MOUNTS = Path("/proc/mounts")
LOCAL = frozenset(
    {"bcachefs", "btrfs", "ecryptfs", "exfat", "ext2", "ext3", "ext4", "f2fs", "fuseblk"}
    | {"hfsplus", "jfs", "ntfs", "ntfs3", "overlay", "ramfs", "reiserfs", "tmpfs", "vfat"}
    | {"xfs", "zfs"}
)
SYNCED = re.compile(
    r"(onedrive|dropbox|google ?drive|icloud ?drive|box( sync)?|nextcloud|owncloud|pcloud ?drive"
    r"|mega(sync)?|syncthing|tresorit|egnyte)( ?[-(].*)?",
    re.IGNORECASE,
)
WINDOWS_LOCAL = frozenset({2, 3, 6})  # removable, fixed, RAM disk


class JournalMode(StrEnum):
    """How SQLite keeps a transaction whole."""

    WAL = "wal"
    ROLLBACK = "delete"


def journal_mode(path: Path) -> JournalMode:
    """Return the journal mode that is safe where `path` lies: WAL only on a plain local disk."""
    whole = path.resolve()
    if is_synced(whole) or not is_local(whole):
        return JournalMode.ROLLBACK
    return JournalMode.WAL


def is_synced(path: Path) -> bool:
    """Return whether a folder above `path` bears the name of a program that copies it elsewhere."""
    return any(SYNCED.fullmatch(part) for part in path.parts[:-1])


if sys.platform == "win32":

    def is_local(path: Path) -> bool:
        """Return whether `path` lies on a disk of this computer (GetDriveTypeW); not yet proven."""
        return ctypes.windll.kernel32.GetDriveTypeW(path.anchor) in WINDOWS_LOCAL

else:

    def is_local(path: Path) -> bool:
        """Return whether `path` lies on a disk of this computer; False where that is not known."""
        try:
            mounts = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            mounts = ""
        kind = file_system(path, mounts)
        return kind in LOCAL if kind else on_block_device(path)


def on_block_device(path: Path) -> bool:
    """Return whether `path`, or the nearest folder that is there, lies on a disk of its own number.

    In a changed root the table of mounts does not name the disk below it. Linux gives file systems
    without a block device, network ones among them, the major number 0.
    """
    for folder in (path, *path.parents):
        try:
            return sys.platform == "linux" and os.major(folder.stat().st_dev) != 0
        except OSError:
            continue
    return False


def file_system(path: Path, mounts: str) -> str:
    """Return the type of the file system that holds `path`, "" where none does.

    `mounts` is the text of /proc/mounts; of two mounts on one folder the later one counts.
    """
    best, found = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:  # noqa: PLR2004 - device, folder, type
            continue
        folder = Path(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[1]))
        if path.is_relative_to(folder) and len(folder.parts) >= best:
            best, found = len(folder.parts), fields[2]
    return found
