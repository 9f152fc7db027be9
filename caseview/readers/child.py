"""What a reading child runs: paths in by one pipe, results out by another."""

import multiprocessing
import os
import signal
import sys
import threading
from ctypes import c_int
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

from caseview.collector import keep_for_good, look_seldom
from caseview.domain.description import ReadDocument, Refused
from caseview.domain.errors import CaseViewError
from caseview.readers.confine import confine
from caseview.readers.limits import Cores, Limits
from caseview.readers.pipeline import Read
from caseview.readers.transit import pack

READY = "ready"
NOT_READY = "not ready"
PAGES = "pages"
LAST = "last"
YOUNG = 20_000  # new objects before the collector looks at them


class Prepares(Protocol):
    """Something small that is sent to a child and makes it ready to read."""

    def start(self, cores: Cores) -> Read:
        """Return what reads a file; `cores` says how many programs may help it at once.

        Raises CaseViewError when it cannot be made.
        """
        ...


@dataclass(frozen=True, slots=True)
class Ends:
    """A child's ends of what joins it to its parent.

    `share` is memory of both: how many cores the parent leaves to this child just now.
    """

    tasks: Connection
    results: Connection
    share: c_int

    def cores(self) -> int:
        """Return how many programs may help this child at once."""
        return max(1, self.share.value)


def serve(preparation: Prepares, ends: Ends, limits: Limits) -> None:
    """Read each path that comes until there are no more; the body of a child.

    Sends (READY,) once, then for each path perhaps (PAGES, worth, read, of) and always a
    ReadDocument or a Refused; (LAST,) before the last one it can do; (NOT_READY, message,
    advice) when there is nothing to read with.
    """
    settle(limits)
    tasks, results = ends.tasks, ends.results
    try:
        read = preparation.start(ends.cores)
    except CaseViewError as trouble:
        results.send_bytes(pack((NOT_READY, trouble.message, trouble.advice)))
        return
    keep_for_good()
    look_seldom(YOUNG)
    results.send_bytes(pack((READY,)))
    while True:
        try:
            path = tasks.recv_bytes().decode("utf-8", "surrogateescape")
        except EOFError:
            return
        outcome, spent = _outcome(read, path, results)
        if spent:
            results.send_bytes(pack((LAST,)))
        results.send_bytes(pack(outcome))
        if spent:
            return


def settle(limits: Limits) -> None:
    """Make this process a quiet one that ends with its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.dont_write_bytecode = True
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    confine(limits.memory)


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _outcome(read: Read, path: str, results: Connection) -> tuple[ReadDocument | Refused, bool]:
    """Return what became of one file, and whether this child is spent by it."""

    def tell(pages: int, done: int = 0, of: int = 0, /) -> None:
        results.send_bytes(pack((PAGES, pages, done, of)))

    try:
        return read(Path(path), tell), False
    except CaseViewError as refusal:
        return Refused(path, refusal.message, refusal.advice), False
    except (MemoryError, RecursionError):
        return Refused(
            path,
            "Reading this file needs more memory than CaseView gives to one file."
            " Nothing was imported from it.",
            "Save it without pictures or split it, then import the parts.",
        ), True
    except Exception as fault:  # noqa: BLE001 - a child's last door: one file must not stop the rest
        return Refused(
            path,
            f"CaseView stumbled over this file ({type(fault).__name__}). Nothing was imported"
            " from it.",
            "Open it in Word or a PDF reader, save a new copy and import that.",
        ), False
