"""Limits that a reading child puts on itself before it touches a file."""

import contextlib
import os
import sys

_NICENESS = 10
_LARGEST_FILE = 256 * 1024 * 1024


def confine(memory: int) -> None:
    """Give this process at most `memory` bytes of address space, low priority and no files.

    On Linux and macOS by resource limits: no core dump and no byte written to any file. The
    ceiling is higher (256 MB a file, twice the memory), so that a program started to convert a
    document can be given room (`programs.may_write`). On Windows by a job object with the same
    memory limit for each of a few processes; that path was written from Microsoft's reference
    and has not been run yet.
    """
    if sys.platform == "win32":
        _confine_windows(memory)
    else:
        _confine_unix(memory)


if sys.platform == "win32":  # pragma: no cover - other platforms never load this
    import ctypes
    from ctypes import wintypes

    _BELOW_NORMAL = 0x4000
    _EXTENDED_LIMITS = 9
    _ACTIVE_PROCESS = 0x8
    _PROCESS_MEMORY = 0x100
    _KILL_ON_CLOSE = 0x2000
    _PROCESSES = 8

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def _confine_windows(memory: int) -> None:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        limits = _ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = _ACTIVE_PROCESS | _PROCESS_MEMORY | _KILL_ON_CLOSE
        limits.BasicLimitInformation.ActiveProcessLimit = _PROCESSES
        limits.ProcessMemoryLimit = memory
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        this = wintypes.HANDLE(kernel.GetCurrentProcess())
        kernel.SetInformationJobObject(
            job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        # The handle stays open for the life of the process: closing it would end the process.
        kernel.AssignProcessToJobObject(job, this)
        kernel.SetPriorityClass(this, _BELOW_NORMAL)

else:
    import resource

    def _confine_unix(memory: int) -> None:
        for kind, allowed, ceiling in (
            (resource.RLIMIT_AS, memory, 2 * memory),
            (resource.RLIMIT_CORE, 0, 0),
            (resource.RLIMIT_FSIZE, 0, _LARGEST_FILE),
        ):
            # macOS knows no limit on address space; the others hold without it.
            with contextlib.suppress(ValueError, OSError):
                _, most = resource.getrlimit(kind)
                top = ceiling if most == resource.RLIM_INFINITY else min(ceiling, most)
                resource.setrlimit(kind, (min(allowed, top), top))
        with contextlib.suppress(OSError):
            os.nice(_NICENESS)
