"""Paints pages of documents in one child process, which a hostile file may bring down alone."""

import hashlib
import multiprocessing
import threading
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from caseview.domain.errors import ReadError
from caseview.domain.picture import PicturePlace
from caseview.readers.painted import Answer

_SECONDS = 30.0
_ADVICE = "You can still read its text."


class ChildPainter:
    """Paints pages (fulfils usecases.ports.PagePainter); may be asked from several threads.

    The child is started with the first page, keeps the last document open, and is started anew
    after a page that brought it down or took too long.
    """

    def __init__(self, seconds: float = _SECONDS) -> None:
        self._seconds = seconds
        self._one_at_a_time = threading.Lock()
        self._child: _Child | None = None

    def paint(self, original: bytes, page: int, width: int) -> bytes:
        """Return a page (numbered from 1) as a PNG of `width` dots, b"" for a file without pages.

        Raises ReadError when the page cannot be painted.
        """
        with self._one_at_a_time:
            child = self._child or _Child()
            self._child = child
            answer = child.answer(original, page, width, self._seconds)
            if answer is None:
                self._end()
                raise ReadError(
                    f"Painting page {page} brought the painter down or took too long.", _ADVICE
                )
        if not isinstance(answer, bytes):
            raise ReadError(str(answer), _ADVICE)
        return answer

    def pictures(self, original: bytes, page: int) -> tuple[PicturePlace, ...]:
        """Return where pictures stand on a page; none where that cannot be told.

        A page that brings the painter down says so when it is painted.
        """
        with self._one_at_a_time:
            child = self._child or _Child()
            self._child = child
            answer = child.answer(original, page, 0, self._seconds)
            if answer is None:
                self._end()
        return answer if isinstance(answer, tuple) else ()

    def close(self) -> None:
        """End the child; the next page starts another."""
        with self._one_at_a_time:
            self._end()

    def _end(self) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None


class _Child:
    """The process and its pipes, and which document it holds open."""

    def __init__(self) -> None:
        # With the first page and not before: a tenth of the time a casebook took to open went here.
        from caseview.readers.painting import serve  # noqa: PLC0415 (start-up)

        context = multiprocessing.get_context("spawn")
        tasks_out, self._tasks = context.Pipe(duplex=False)
        self._results, results_in = context.Pipe(duplex=False)
        self._process: BaseProcess = context.Process(
            target=serve, args=(tasks_out, results_in), name="caseview-painter", daemon=True
        )
        self._process.start()
        tasks_out.close()
        results_in.close()
        self._holds = ""

    def answer(self, original: bytes, page: int, width: int, seconds: float) -> Answer | None:
        """Return the child's answer, None when it is gone or late."""
        name = hashlib.sha256(original).hexdigest()
        try:
            self._tasks.send((None if name == self._holds else original, page, width))
            if not self._results.poll(seconds):
                return None
            answer: Answer = self._results.recv()
        except (EOFError, OSError):
            return None
        self._holds = "" if isinstance(answer, str) else name
        return answer

    def end(self) -> None:
        """Kill the process and close its pipes."""
        self._process.kill()
        self._process.join()
        for pipe in (self._tasks, self._results):
            _close(pipe)
        self._process.close()


def _close(pipe: Connection) -> None:
    try:
        pipe.close()
    except OSError:
        return
