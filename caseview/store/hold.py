"""The operating system's own hold on an open file, which ends with the process that has it."""

import contextlib
import errno
import os
import sys
from enum import Enum

_FAR = 1 << 30  # Windows makes held bytes unreadable, so one past the content is held


class Held(Enum):
    """What came of asking for a hold."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"


if sys.platform == "win32":
    import msvcrt

    def hold(handle: int) -> Held:
        """Hold an open file; written for Windows, not yet proven there."""
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return Held.ELSEWHERE
        return Held.HERE

    def let_go(handle: int) -> None:
        """End the hold and close the file."""
        with contextlib.suppress(OSError):
            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
        os.close(handle)

else:
    import fcntl

    def hold(handle: int) -> Held:
        """Hold an open file: HERE when got, ELSEWHERE when another has it.

        UNKNOWN when the disk knows no holds.
        """
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            taken = fault.errno in {errno.EWOULDBLOCK, errno.EACCES}
            return Held.ELSEWHERE if taken else Held.UNKNOWN
        return Held.HERE

    def let_go(handle: int) -> None:
        """End the hold and close the file."""
        os.close(handle)
