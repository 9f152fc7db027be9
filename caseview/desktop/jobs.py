"""The one way to run work: on a worker, its result or failure back in the window's thread.

A use case blocks; so it runs on a worker thread of the standard library, and what it returns
crosses to the window through one QObject whose signal is queued. Workers are lanes: work of one
lane runs in the order it was asked for. This is the only module of the desktop that catches
Exception: a CaseViewError is the world's fault and speaks for itself, all else is our own bug.
"""

import contextlib
import queue
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from caseview.desktop.tongue import tr
from caseview.domain.errors import CaseViewError

Result = TypeVar("Result")
LAST_WAIT = 20.0
"""How long, in seconds, a closing window waits for what was decided to be kept."""


class Lane(StrEnum):
    """Where work waits for its turn.

    DECIDE holds what changes the casebook and must come in order; it begins once the window has
    painted what it shows in advance, and a window that closes waits for its end. READ holds what
    a view shows; LOOK holds searches and counts, of which only the latest of a name matters;
    PAINT holds pictures of pages, which a child paints one at a time; LONG holds what runs for
    minutes and is never waited for.
    """

    DECIDE = "decide"
    READ = "read"
    LOOK = "look"
    PAINT = "paint"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong: in plain words, with advice; `details` is "" unless it is a bug of ours."""

    doing: str
    message: str
    advice: str = ""
    details: str = ""
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: `done` of `total` (0 where unknown), and words for it."""

    done: int
    total: int
    words: str = ""
    item: object = None


@dataclass(eq=False)
class Job(Generic[Result]):
    """One piece of work, asked for in the window and run on a worker."""

    doing: str
    work: "Callable[[Job[Result]], Result]"
    then: Callable[[Result], object] | None = None
    failed: Callable[[Failure], object] | None = None
    told: Callable[[Progress], object] | None = None
    name: str = ""
    _stop: threading.Event = field(default_factory=threading.Event)
    post: Callable[["_Post"], object] | None = None

    def stop(self) -> None:
        """Ask the work to stop; its result will not be delivered when it is dropped."""
        self._stop.set()

    def stopped(self) -> bool:
        """Whether the work should stop; the work asks this between its steps."""
        return self._stop.is_set()

    def tell(self, progress: Progress) -> None:
        """Report progress from the worker."""
        self.send(_Post(self, progress=progress))

    def send(self, post: "_Post") -> None:
        """Hand a post to the window's thread, or drop it when the window has gone."""
        if self.post is None:
            return
        with contextlib.suppress(RuntimeError):  # the window closed while the work went on
            self.post(post)


@dataclass(frozen=True, slots=True)
class _Post:
    """A message from a worker to the window's thread."""

    job: Job[Any]
    result: object = None
    failure: Failure | None = None
    progress: Progress | None = None
    last: bool = False


class _Bridge(QObject):
    """Carries posts from workers into the window's thread, and nothing else."""

    came = Signal(object)


def _cross(bridge: _Bridge, post: _Post) -> None:
    bridge.came.emit(post)


class Jobs(QObject):
    """Runs work and delivers what comes of it, always in the window's thread.

    `failed(Failure)` reports what no job's own `failed` took; `busy(int)` the jobs under way.
    """

    failed = Signal(object)
    busy = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = _Bridge()  # no parent: a job under way keeps it when the window has gone
        self._bridge.came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._lanes: dict[Lane, queue.SimpleQueue[Job[Any] | None]] = {}
        self._deciding: threading.Thread | None = None
        self._decided: list[Job[Any]] = []
        self._painted = QTimer(self)  # due when the window has nothing left to paint
        self._painted.setSingleShot(True)
        self._painted.timeout.connect(self._hand_over)
        self._latest: dict[str, Job[Any]] = {}
        self._under_way: set[Job[Any]] = set()
        self._closed = False

    def run(self, job: Job[Result], lane: Lane = Lane.READ) -> Job[Result]:
        """Run a job in a lane and return it."""
        if self._closed:
            return job
        job.post = partial(_cross, self._bridge)
        self._under_way.add(job)
        self.busy.emit(len(self._under_way))
        if lane is Lane.LONG:
            threading.Thread(target=_run_one, args=(job,), name=job.doing, daemon=True).start()
        elif lane is Lane.DECIDE:
            self._decided.append(job)
            self._painted.start(0)
        else:
            self._lane(lane).put(job)
        return job

    def latest(self, name: str, job: Job[Result], lane: Lane = Lane.LOOK) -> Job[Result]:
        """Run a job in place of the last one of this name, which is stopped and forgotten."""
        if (before := self._latest.get(name)) is not None:
            before.stop()
        job.name = name
        self._latest[name] = job
        return self.run(job, lane)

    def under_way(self) -> tuple[Job[Any], ...]:
        """Return the jobs asked for whose end has not come back."""
        return tuple(self._under_way)

    def close(self) -> None:
        """Stop every job and take no more; what comes back late is not delivered.

        Returns once what was decided has been kept.
        """
        self._hand_over()
        self._closed = True
        for job in self._under_way:
            job.stop()
        for lane in self._lanes.values():
            lane.put(None)
        if self._deciding is not None:
            self._deciding.join(LAST_WAIT)

    def _lane(self, lane: Lane) -> "queue.SimpleQueue[Job[Any] | None]":
        if lane not in self._lanes:
            waiting: queue.SimpleQueue[Job[Any] | None] = queue.SimpleQueue()
            self._lanes[lane] = waiting
            worker = threading.Thread(target=_run_all, args=(waiting,), name=lane, daemon=True)
            worker.start()
            if lane is Lane.DECIDE:
                self._deciding = worker
        return self._lanes[lane]

    def _hand_over(self) -> None:
        """Give what was decided to its worker, which would slow the painting of it down."""
        decided, self._decided = self._decided, []
        for job in decided:
            self._lane(Lane.DECIDE).put(job)

    def _deliver(self, post: _Post) -> None:
        job = post.job
        if post.last:
            self._under_way.discard(job)
            self.busy.emit(len(self._under_way))
        if self._closed or self._overtaken(job):
            return
        if post.progress is not None:
            if job.told is not None:
                job.told(post.progress)
        elif post.failure is not None:
            (job.failed or self.failed.emit)(post.failure)
        elif job.then is not None:
            job.then(post.result)

    def _overtaken(self, job: Job[Any]) -> bool:
        return bool(job.name) and self._latest.get(job.name) is not job


def _run_all(waiting: "queue.SimpleQueue[Job[Any] | None]") -> None:
    while (job := waiting.get()) is not None:
        _run_one(job)


def _run_one(job: Job[Any]) -> None:
    try:
        overtaken = bool(job.name) and job.stopped()
        post = _Post(job, result=None if overtaken else job.work(job), last=True)
    except CaseViewError as error:
        said = Failure(job.doing, error.message, error.advice, error=error)
        post = _Post(job, failure=said, last=True)
    except Exception as error:  # noqa: BLE001 - the one place where our bugs are caught
        post = _Post(job, failure=_bug(job.doing, error), last=True)
    job.send(post)


def _bug(doing: str, error: Exception) -> Failure:
    return Failure(
        doing,
        tr("CaseView itself went wrong while it was to {0}{1}.", doing[:1].lower(), doing[1:]),
        tr("What was decided before is safe. Try again; if it happens again, save the details."),
        "".join(traceback.format_exception(error)),
        error,
    )
