"""Writes a finished file whole or not at all, and says plainly when the disk will not have it."""

import errno
import os
import secrets
from pathlib import Path

from caseview.domain.english import English
from caseview.domain.errors import ExportError

_FULL = {errno.ENOSPC, errno.EDQUOT}


def save(path: Path, data: bytes) -> None:
    """Write `data` to `path` in one step, so that no half-written file can be seen.

    Raises ExportError when the file cannot be written; a file already at `path` then stays as it
    was and nothing is left beside it.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        try:
            with part.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
            raise
    except OSError as problem:
        raise in_plain_words(path, problem) from problem


def in_plain_words(path: Path, problem: OSError) -> ExportError:
    """Return what a failure to write means for the person who wants the file."""
    name = f"“{path.name}”"
    if problem.errno in _FULL:
        return ExportError(
            English("The disk is full, so {0} could not be written.", name),
            "Free some space and try again.",
        )
    if isinstance(problem, FileNotFoundError | NotADirectoryError):
        return ExportError(
            English("{0} was not written: there is no folder “{1}”.", name, path.parent),
            "Choose a folder that exists.",
        )
    if path.is_dir():
        return ExportError(English("{0} is a folder.", name), "Give the file another name.")
    if isinstance(problem, PermissionError) and path.exists():
        return ExportError(
            English("{0} is open in another program, or may not be changed.", name),
            "Close it there and try again, or save under another name.",
        )
    if isinstance(problem, PermissionError):
        return ExportError(
            English("{0} was not written: this folder may not be written to.", name),
            "Choose another folder.",
        )
    return ExportError(
        English("{0} could not be written: {1}.", name, problem.strerror), "Try another folder."
    )
