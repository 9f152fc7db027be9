"""Programs beside CaseView that help to read: found on this computer, run within limits."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

_FOLDERS: Mapping[str, tuple[str, ...]] = {
    "win32": (
        r"C:\Program Files\Tesseract-OCR",
        r"C:\Program Files\LibreOffice\program",
    ),
    "darwin": (
        "/opt/homebrew/bin",
        "/usr/local/bin",
        "/Applications/LibreOffice.app/Contents/MacOS",
    ),
}
"""Where programs stand that do not put themselves on the search path."""


_WATCH = """trap '' TERM; read -r _
kill -TERM 0
[ -z "$0" ] || { /bin/rm -rf -- "$0"; /bin/sleep 1; /bin/rm -rf -- "$0"; }
kill -KILL 0
"""
"""Once the pipe it listens to closes, ends its own group and removes the folder $0."""


class ProgramError(Exception):
    """A program could not be run, took too long, or said that it did not succeed."""


def find_program(*names: str) -> Path | None:
    """Return the first of these programs that this computer has, None where it has none."""
    beside = os.pathsep.join(_FOLDERS.get(sys.platform, ()))
    for name in names:
        found = shutil.which(name) or (shutil.which(name, path=beside) if beside else None)
        if found:
            return Path(found)
    return None


def run_program(
    command: Sequence[str | Path],
    *,
    seconds: float,
    given: bytes = b"",
    settings: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> bytes:
    """Return what a program writes when it is given these bytes; `settings` go to its environment.

    It and what it starts are ended when `seconds` have passed, and when this process ends before
    it, however abruptly; what it keeps in its private `folder` then goes too. Raises ProgramError.
    """
    with _watch(folder) as group:
        return _run(command, (seconds, given), settings, group)


def _run(
    command: Sequence[str | Path],
    work: tuple[float, bytes],
    settings: Mapping[str, str] | None,
    group: int | None,
) -> bytes:
    """Return what a program writes; `work` is the seconds it has and the bytes it is given."""
    seconds, given = work
    try:
        process = subprocess.Popen(  # noqa: S603 (a program that find_program named)
            [str(part) for part in command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **(settings or {})},
            process_group=group,
        )
    except OSError as trouble:
        raise ProgramError(str(trouble)) from trouble
    try:
        written, _ = process.communicate(given, timeout=seconds)
    except subprocess.TimeoutExpired as late:
        _end(process, group)
        raise ProgramError(f"{command[0]} took longer than {seconds:.0f} seconds") from late
    if process.returncode:
        raise ProgramError(f"{command[0]} ended with {process.returncode}")
    return written


@contextlib.contextmanager
def _watch(folder: Path | None) -> Iterator[int | None]:
    """Give the process group that a program is to join: it ends when this process does.

    A shell, started before the program, leads the group and waits at the other end of a pipe that
    closes by itself when this process is no more; it then ends the group and removes the folder.
    On Windows the job object of the child does the same (`confine`), folder apart.
    """
    shell = Path("/bin/sh")
    if sys.platform == "win32":
        yield None
        return
    if not shell.exists():
        yield 0
        return
    watch = subprocess.Popen(  # noqa: S603 (a fixed command)
        [shell, "-c", _WATCH, str(folder or "")],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        process_group=0,
    )
    try:
        yield watch.pid
    finally:
        watch.kill()
        watch.communicate()


def _end(process: "subprocess.Popen[bytes]", group: int | None) -> None:
    """End a program and those it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group or process.pid, signal.SIGKILL)
    for pipe in (process.stdin, process.stdout):
        # What was still to be handed over has nobody to take it.
        with contextlib.suppress(OSError):
            if pipe is not None:
                pipe.close()
    process.wait()


@contextlib.contextmanager
def may_write(most: int, memory: int) -> Iterator[None]:
    """Let programs started meanwhile write files of at most `most` bytes, within `memory` bytes.

    A reading child may write nothing (see `confine`): its own limit, which a program inherits,
    is lifted for as long as a conversion takes, as far as its ceiling allows.
    """
    if sys.platform == "win32":
        yield
        return
    import resource  # noqa: PLC0415 (not on Windows)

    wanted = ((resource.RLIMIT_FSIZE, most), (resource.RLIMIT_AS, memory))
    before = [resource.getrlimit(kind) for kind, _ in wanted]
    try:
        for (kind, allowed), (_, ceiling) in zip(wanted, before, strict=True):
            least = allowed if ceiling == resource.RLIM_INFINITY else min(allowed, ceiling)
            resource.setrlimit(kind, (least, ceiling))
        yield
    finally:
        for (kind, _), limit in zip(wanted, before, strict=True):
            resource.setrlimit(kind, limit)
