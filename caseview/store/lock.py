"""The lock beside a casebook: one opener at a time, and who that is.

The file says who holds it; the operating system's own hold on the file says whether the holder
still lives, for it ends with the process, however that ended. On a disk of this computer that is
all there is to ask. In a network or synced folder the holder may sit at another computer, where
nobody can see whether it lives: such a lock is respected until a person takes it away.
"""

import errno
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Self

from caseview.domain.english import English
from caseview.domain.errors import CasebookCannotOpenError, CasebookLockedError
from caseview.domain.info import LockHolder
from caseview.domain.moment import spoken
from caseview.store.clock import now
from caseview.store.disks import JournalMode, journal_mode
from caseview.store.hold import Held, hold, let_go

TRIES = 20


class CasebookLock:
    """The lock of one casebook while this process holds it."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle: int | None = handle

    @classmethod
    def take(cls, casebook: Path, who: str) -> Self:
        """Take the lock of a casebook; one left behind by a process that ended is taken over.

        Raises CasebookLockedError that says who has it and since when, CasebookCannotOpenError
        when the folder cannot be written to or the disk is full; no empty lock is left behind.
        """
        path = lock_path(casebook)
        ours = journal_mode(casebook) is JournalMode.WAL
        for _ in range(TRIES):
            handle = _opened(path, casebook)
            held = hold(handle)
            holder = _read(handle)
            gone = (held is Held.HERE and ours) or holder is None or _left_behind(holder, held)
            if held is Held.ELSEWHERE or not gone:
                os.close(handle)
                raise locked(path, holder)
            if _still_there(handle, path):
                lock = cls(path, handle)
                try:
                    _write(handle, LockHolder(who, host(), now(), os.getpid()))
                except OSError as fault:
                    lock.release()
                    raise _cannot(casebook, fault) from fault
                return lock
            os.close(handle)  # its holder let go and took the file away in between
        raise locked(path, None)

    def release(self) -> None:
        """Give the lock back and take its file away; a second time does nothing."""
        if self._handle is None:
            return
        if sys.platform == "win32":
            let_go(self._handle)  # Windows removes no file that is open
            self._path.unlink(missing_ok=True)
        else:
            self._path.unlink(missing_ok=True)
            let_go(self._handle)
        self._handle = None


def lock_path(casebook: Path) -> Path:
    """Return where the lock of a casebook lies."""
    return casebook.with_name(casebook.name + ".lock")


def host() -> str:
    """Return the name of this computer."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


def locked(path: Path, holder: LockHolder | None) -> CasebookLockedError:
    """Return what to tell the person who finds the casebook in use by its lock at `path`."""
    who = f" ({holder.who}, since {spoken(holder.since)})" if holder else ""
    if holder is None or holder.host == host():
        return CasebookLockedError(
            English("This casebook is open on this computer{0}.", who),
            "Close it there, or open a copy to read.",
        )
    return CasebookLockedError(
        English("This casebook is open on another computer{0}.", who),
        English(
            "You can open a copy to read. If nobody has it open any more, delete the file "
            "“{0}” beside it.",
            path.name,
        ),
    )


def _opened(path: Path, casebook: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as fault:
        raise _cannot(casebook, fault) from fault


def _cannot(casebook: Path, fault: OSError) -> CasebookCannotOpenError:
    """Return what it means that a casebook, or one to be made, can have no lock beside it."""
    new = not os.path.lexists(casebook)
    outcome = "no casebook was made" if new else "the casebook was not opened"
    if fault.errno in {errno.ENOSPC, errno.EDQUOT}:
        return CasebookCannotOpenError(
            English("The disk is full, so {0}.", outcome), "Free some space, then try again."
        )
    if fault.errno == errno.ENOENT:
        return CasebookCannotOpenError(
            English("There is no folder “{0}”, so {1}.", casebook.parent, outcome),
            "Make the folder first, or choose another.",
        )
    if fault.errno == errno.ENAMETOOLONG:
        return CasebookCannotOpenError(
            English("The name “{0}” is too long, so {1}.", casebook.name, outcome),
            "Give it a shorter name.",
        )
    if fault.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return CasebookCannotOpenError(
            English("The folder “{0}” is read-only, so {1}.", casebook.parent, outcome),
            "Choose a folder of your own."
            if new
            else "Copy the casebook to a folder of your own and open it there.",
        )
    return CasebookCannotOpenError(
        English(
            "The disk with the folder “{0}” does not answer, so {1}.", casebook.parent, outcome
        ),
        "Look whether the folder can be reached, then try again.",
    )


def _still_there(handle: int, path: Path) -> bool:
    """Whether the open file is the one at `path`, not one just taken away by its holder."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _read(handle: int) -> LockHolder | None:
    """Return who the file names, None when it is empty or unreadable."""
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        said = json.loads(os.read(handle, 4096))
        return LockHolder(
            str(said["who"]), str(said["host"]), str(said["since"]), int(said["process"])
        )
    except (ValueError, KeyError, TypeError):
        return None


def _write(handle: int, holder: LockHolder) -> None:
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, json.dumps(asdict(holder)).encode())


def _left_behind(holder: LockHolder, held: Held) -> bool:
    """Whether the named holder is gone: known only of this computer's processes."""
    if holder.host != host():
        return False
    return held is Held.HERE or not _lives(holder.process)


def _lives(process: int) -> bool:
    if sys.platform == "win32":
        return True  # os.kill would interrupt it; Windows disks have holds, so this is not met
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
