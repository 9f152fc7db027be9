"""Says what SQLite's own exceptions mean for the work, in plain words."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from caseview.domain.errors import (
    CasebookDamagedError,
    CasebookError,
    CaseViewError,
    StoppedError,
)

_BUSY, _LOCKED, _READ_ONLY, _IO, _CORRUPT, _FULL, _NO_OPEN = 5, 6, 8, 10, 11, 13, 14
_INTERRUPTED = 9
NOT_SQLITE = 26
_WORDS = {
    _FULL: (
        "The disk is full, so the last change could not be written. Everything before it is safe.",
        "Free some space, then try again.",
    ),
    _BUSY: (
        "The casebook is busy with another task, so the last change was not written.",
        "Wait until that is done, then try again.",
    ),
    _READ_ONLY: (
        "The casebook or its folder is read-only, so nothing can be written there.",
        "Ask for the right to write, or copy the casebook to a folder of your own.",
    ),
    _IO: (
        "The disk with the casebook stopped answering. Everything before the last change is safe.",
        "Look whether the folder can be reached, then try again.",
    ),
}
_WORDS[_LOCKED] = _WORDS[_BUSY]
_WORDS[_NO_OPEN] = _WORDS[_READ_ONLY]
BROKEN = frozenset({_CORRUPT, NOT_SQLITE})
"""Result codes of a file whose content is broken."""
DAMAGED = (
    "The casebook is damaged, so it cannot be read safely.",
    "Open the newest backup. Keep the damaged file: part of it may still be readable.",
)


@contextmanager
def plain_words() -> Iterator[None]:
    """Turn the driver's exceptions that are the world's fault into a CasebookError.

    Raises CasebookDamagedError for a broken file, CasebookError for a full disk, a read-only
    folder, a busy casebook or a disk that does not answer, StoppedError for what was interrupted;
    a fault of ours passes unchanged.
    """
    try:
        yield
    except (DBAPIError, driver.Error) as fault:
        told = _told(fault)
        if told is None:
            raise
        raise told from fault


def _told(fault: Exception) -> CaseViewError | None:
    primary = result_code(fault)
    if primary == _INTERRUPTED:
        return StoppedError("This was stopped before it was answered.", "Ask again.")
    if primary in BROKEN:
        return CasebookDamagedError(*DAMAGED)
    words = _WORDS.get(primary)
    return None if words is None else CasebookError(*words)


def result_code(fault: Exception) -> int:
    """Return SQLite's primary result code of a driver's exception, 0 where it has none."""
    origin = fault.orig if isinstance(fault, DBAPIError) else fault
    extended = getattr(origin, "sqlite_errorcode", 0)
    return int(extended) & 0xFF
