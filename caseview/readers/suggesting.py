"""Suggests on stored passages in children, so that new rules over a casebook freeze nothing."""

import multiprocessing
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from caseview.collector import keep_for_good, look_seldom
from caseview.domain.codebook import Codebook
from caseview.domain.errors import CodebookError
from caseview.domain.suggestion import Suggestion
from caseview.readers.child import YOUNG, settle
from caseview.readers.limits import USUAL
from caseview.readers.transit import TransitError, pack, unpack
from caseview.usecases.ports import Stop
from caseview.usecases.suggest_again import Text

_LOOK_UP = 0.1


@dataclass(slots=True, eq=False)
class _Child:
    """One child with its pipes, and whether it has a text in hand."""

    process: BaseProcess
    tasks: Connection
    results: Connection
    busy: bool = False

    def end(self) -> None:
        """Kill the process and close its pipes."""
        self.process.kill()
        self.process.join()
        self.tasks.close()
        self.results.close()


@dataclass(frozen=True, slots=True)
class ChildSuggester:
    """Suggests in `jobs` spawned children (fulfils usecases.suggest_again.Suggester)."""

    jobs: int

    def suggest(
        self, codebook: Codebook, texts: Iterator[Text], stop: Stop
    ) -> Iterator[tuple[int, tuple[Suggestion, ...]]]:
        """Yield each document's id with its suggestions, in no fixed order.

        Once `stop` says so no text is begun. The children are gone when the iteration ends,
        however it ends. Raises CodebookError when a child is lost.
        """
        children = [_started(codebook) for _ in range(max(1, self.jobs))]
        try:
            yield from _answers(children, texts, stop)
        except (EOFError, OSError, TransitError) as fault:
            raise CodebookError(
                "A part of CaseView that suggests themes was ended from outside, so the effect of"
                " this change is not known. Nothing was changed.",
                "Close other programs to free memory, and try again.",
            ) from fault
        finally:
            for child in children:
                child.end()


def _answers(
    children: list[_Child], texts: Iterator[Text], stop: Stop
) -> Iterator[tuple[int, tuple[Suggestion, ...]]]:
    while not stop():
        for child in children:
            # One text at a time: a pipe that is full both ways would stop both ends for good.
            if not child.busy and (text := next(texts, None)) is not None:
                child.tasks.send(text)
                child.busy = True
        busy = {child.results: child for child in children if child.busy}
        if not busy:
            return
        for ready in wait(list(busy), timeout=_LOOK_UP):
            child = busy[ready]  # type: ignore[index]  # every one of them is a Connection
            answer: tuple[int, tuple[Suggestion, ...]] = unpack(child.results.recv_bytes())
            child.busy = False
            yield answer


def _started(codebook: Codebook) -> _Child:
    context = multiprocessing.get_context("spawn")
    tasks_out, tasks_in = context.Pipe(duplex=False)
    results_out, results_in = context.Pipe(duplex=False)
    process = context.Process(
        target=serve_texts,
        args=(codebook, tasks_out, results_in),
        name="caseview-suggester",
        daemon=True,
    )
    process.start()
    # The child has its own ends now: a pipe is only seen to close when no other end is open.
    tasks_out.close()
    results_in.close()
    return _Child(process, tasks_in, results_out)


def serve_texts(codebook: Codebook, tasks: Connection, results: Connection) -> None:
    """Suggest on each text that comes by `tasks` until there are no more; the body of a child."""
    from caseview.tagging.suggest import Tagger  # noqa: PLC0415 (in the child only)

    settle(USUAL)
    tagger = Tagger(codebook)
    keep_for_good()
    look_seldom(YOUNG)
    while True:
        try:
            text: Text = tasks.recv()
        except EOFError:
            return
        put = tagger.suggest(text.passages, kind=text.kind, form=text.form)
        results.send_bytes(pack((text.document_id, put)))
