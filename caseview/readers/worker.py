"""Reads files in supervised children, so that no file can freeze or bring down the program."""

import multiprocessing
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from ctypes import c_int
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from caseview.domain.description import ReadDocument, Refused
from caseview.domain.errors import ReadError
from caseview.readers.child import LAST, NOT_READY, PAGES, READY, Ends, Prepares, serve
from caseview.readers.limits import USUAL, Limits
from caseview.readers.transit import TransitError, unpack
from caseview.usecases.ports import HearsPages, Stop

_AHEAD = 2
_PLENTY = 8
_LOOK_UP = 0.1
_START_UP = 120.0
_MOST_FALSE_STARTS = 2
_PATIENCE = 3.0
_COPY = "Open it in Word or a PDF reader, save a new copy and import that."


class ChildReader:
    """Reads files in a pool of spawned children (fulfils usecases.ports.FileReader).

    `preparation` is pickled to each child once; the child keeps what it starts for all its files.
    `heard` hears, between outcomes, of each scanned page that is read.
    """

    def __init__(
        self, preparation: Prepares, limits: Limits = USUAL, heard: HearsPages | None = None
    ) -> None:
        self._preparation = preparation
        self._limits = limits
        self._heard = heard

    def read(
        self, paths: Sequence[Path], *, jobs: int, stop: Stop
    ) -> Iterator[ReadDocument | Refused]:
        """Yield each file as it is read, described and suggested on, in no fixed order.

        `jobs` children at most work at a time. A file that brings its child down, hangs or asks
        for too much becomes Refused and the child is replaced. Once `stop` says so no file is
        begun; those in hand are still yielded when they are read within three seconds, and have
        no outcome when they are not, as with a long scan. The children are gone when the
        iteration ends, however it ends. Raises ReadError when they have nothing to read with.
        """
        pool = _Pool(self._preparation, self._limits, self._heard)
        try:
            yield from pool.outcomes([str(path) for path in paths], jobs, stop)
        finally:
            pool.close()


@dataclass(slots=True, eq=False)
class _Child:
    """One child: its process and pipes, and the paths it was given, the one in hand first."""

    process: BaseProcess
    tasks: Connection
    results: Connection
    begun: float
    seconds: float
    given: deque[str] = field(default_factory=deque)
    ready: bool = False
    spent: bool = False

    @property
    def late(self) -> bool:
        """Whether the file in hand has had its time."""
        return bool(self.given) and time.monotonic() > self.begun + self.seconds

    def end(self) -> None:
        """Kill the process and close its pipes."""
        self.process.kill()
        self.process.join()
        self.tasks.close()
        self.results.close()
        self.process.close()


class _Pool:
    """The children of one call of `read`, and the paths that wait for them."""

    def __init__(self, preparation: Prepares, limits: Limits, heard: HearsPages | None) -> None:
        self._preparation = preparation
        self._limits = limits
        self._heard = heard
        self._waiting: deque[str] = deque()
        self._jobs = 1
        self._children: list[_Child] = []
        self._context = multiprocessing.get_context("spawn")
        # Without a lock: a child that is killed while it holds one would hold up everybody.
        self._share: c_int = self._context.RawValue(c_int, 1)
        self._stopped_at = 0.0
        self._false_starts = 0

    def outcomes(
        self, paths: Sequence[str], jobs: int, stop: Stop
    ) -> Iterator[ReadDocument | Refused]:
        """Yield the outcome of each path until all are done or `stop` says so."""
        self._waiting.extend(paths)
        self._jobs = max(1, min(jobs, len(paths)))
        while True:
            self._ask(stop)
            self._hand_out()
            busy = [child for child in self._children if child.given]
            if not busy or (self._stopping and time.monotonic() > self._stopped_at + _PATIENCE):
                return
            # Few files leave cores over: the pages of a scan are then read side by side.
            self._share.value = max(1, jobs // len(busy))
            wait([child.results for child in busy], timeout=_LOOK_UP)
            for child in busy:
                self._ask(stop)
                outcome = self._news(child)
                if outcome is not None:
                    yield outcome

    @property
    def _stopping(self) -> bool:
        return self._stopped_at > 0

    def _ask(self, stop: Stop) -> None:
        """Take back what is not begun once the work is to stop."""
        if not self._stopping and stop():
            self._stopped_at = time.monotonic()
        if self._stopping:
            self._waiting.clear()

    def close(self) -> None:
        """End every child."""
        for child in self._children:
            child.end()
        self._children.clear()

    def _hand_out(self) -> None:
        """Give each child something to do; a second file ahead while many wait."""
        while self._waiting and len(self._children) < self._jobs:
            self._children.append(self._started())
        for ahead in range(1, _AHEAD + 1):
            for child in self._children:
                many = ahead == 1 or len(self._waiting) > _PLENTY * len(self._children)
                if self._waiting and many and len(child.given) < ahead:
                    self._give(child, self._waiting.popleft())

    def _started(self) -> _Child:
        tasks_out, tasks_in = self._context.Pipe(duplex=False)
        results_out, results_in = self._context.Pipe(duplex=False)
        process = self._context.Process(
            target=serve,
            args=(self._preparation, Ends(tasks_out, results_in, self._share), self._limits),
            name="caseview-reader",
            daemon=True,
        )
        process.start()
        # The child has its own ends now: a pipe is only seen to close when no other end is open.
        tasks_out.close()
        results_in.close()
        return _Child(process, tasks_in, results_out, time.monotonic(), _START_UP)

    def _give(self, child: _Child, path: str) -> None:
        child.given.append(path)
        if child.ready and len(child.given) == 1:
            self._begin(child)
        try:
            child.tasks.send_bytes(path.encode("utf-8", "surrogateescape"))
        except OSError:
            # It is gone already; its other pipe will say so and the path be looked after then.
            return

    def _begin(self, child: _Child, pages: int = 0) -> None:
        """Start the clock of the file in hand, or give it more time for its pages."""
        if not pages:
            child.begun = time.monotonic()
            child.seconds = self._limits.seconds
        wanted = self._limits.seconds + pages * self._limits.seconds_a_page
        child.seconds = max(child.seconds, wanted)

    def _news(self, child: _Child) -> ReadDocument | Refused | None:
        """Return the outcome a child has for us, None while it has none."""
        try:
            while child.results.poll():
                message = unpack(self._received(child))
                if isinstance(message, ReadDocument | Refused):
                    return self._finished(child, message)
                self._note(child, message)
        except (EOFError, OSError, TransitError):
            return self._lost(child)
        return self._overdue(child) if child.late else None

    def _received(self, child: _Child) -> bytes:
        """Return the message a child is sending; one that stops half way is ended for it."""
        watch = threading.Timer(self._limits.seconds, child.process.kill)
        watch.daemon = True
        watch.start()
        try:
            return child.results.recv_bytes()
        finally:
            watch.cancel()

    def _note(self, child: _Child, message: tuple[object, ...]) -> None:
        match message:
            case (str(what),) if what == READY:
                child.ready = True
                self._begin(child)
            case (str(what),) if what == LAST:
                child.spent = True
            case (str(what), int(pages), int(read), int(of)) if what == PAGES:
                self._begin(child, min(pages, self._limits.pages * self._limits.scan_pages))
                if of and self._heard is not None:
                    self._heard(child.given[0], read, of)
            case (str(what), str(trouble), str(advice)) if what == NOT_READY:
                raise ReadError(trouble, advice)

    def _finished(self, child: _Child, outcome: ReadDocument | Refused) -> ReadDocument | Refused:
        child.given.popleft()
        if self._stopping or child.spent:
            self._drop(child)
        else:
            self._begin(child)
        return outcome

    def _lost(self, child: _Child) -> Refused | None:
        """Return the refusal of the file that brought a child down."""
        if not child.ready:
            self._false_starts += 1
            if self._false_starts > _MOST_FALSE_STARTS:
                raise RuntimeError("the children that read files do not start")
            self._drop(child)
            return None
        return self._refusal(
            child,
            "Reading this file brought the reader down. Nothing was imported from it, and the"
            " other files are not touched by it.",
        )

    def _overdue(self, child: _Child) -> Refused:
        return self._refusal(
            child,
            f"Reading this file took longer than {child.seconds:.0f} seconds and was stopped."
            " Nothing was imported from it.",
        )

    def _refusal(self, child: _Child, reason: str) -> Refused:
        path = child.given.popleft()
        self._drop(child)
        return Refused(path, reason, _COPY)

    def _drop(self, child: _Child) -> None:
        """End a child; what it was given beyond the file in hand waits for another."""
        if not self._stopping:
            self._waiting.extendleft(reversed(child.given))
        self._children.remove(child)
        child.end()
