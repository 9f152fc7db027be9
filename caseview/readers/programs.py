"""Programs beside CaseView that help to read: found on this computer, run within limits."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
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


_WATCH = """read -r group; read -r _
[ -z "$group" ] || kill -KILL "-$group"
[ -z "$0" ] || /bin/rm -rf -- "$0"
"""
"""Ends the group it is told of and removes the folder $0 once the pipe it listens to closes."""


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
    with _watch(folder) as ends_with_us:
        return _run(command, (seconds, given), settings, ends_with_us)


def _run(
    command: Sequence[str | Path],
    work: tuple[float, bytes],
    settings: Mapping[str, str] | None,
    ends_with_us: Callable[[int], None],
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
            start_new_session=sys.platform != "win32",
        )
    except OSError as trouble:
        raise ProgramError(str(trouble)) from trouble
    ends_with_us(process.pid)
    try:
        written, _ = process.communicate(given, timeout=seconds)
    except subprocess.TimeoutExpired as late:
        _end(process)
        raise ProgramError(f"{command[0]} took longer than {seconds:.0f} seconds") from late
    if process.returncode:
        raise ProgramError(f"{command[0]} ended with {process.returncode}")
    return written


@contextlib.contextmanager
def _watch(folder: Path | None) -> Iterator[Callable[[int], None]]:
    """Give what a program's group is told to, to have it ended should this process end meanwhile.

    A shell, started before the program, waits at the other end of a pipe that closes by itself
    when this process is no more; it ends the group and removes the folder. On Windows the job
    object of the child does the same (`confine`), folder apart.
    """
    shell = Path("/bin/sh")
    if sys.platform == "win32" or not shell.exists():
        yield lambda _group: None
        return
    watch = subprocess.Popen(  # noqa: S603 (a fixed command)
        [shell, "-c", _WATCH, str(folder or "")],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )

    listens = watch.stdin.fileno() if watch.stdin is not None else -1

    def told(group: int) -> None:
        os.write(listens, f"{group}\n".encode("ascii"))

    try:
        yield told
    finally:
        watch.kill()
        watch.communicate()


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a program and those it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
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
