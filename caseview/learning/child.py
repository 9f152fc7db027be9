"""Trains in a child process, so that neither scikit-learn nor its work burdens the window."""

import importlib.util
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool

from typing_extensions import override

from caseview.domain.errors import CaseViewError
from caseview.domain.learned import LearnedRule, Lesson
from caseview.usecases.ports import Stop, Trainer

_NEEDED = "sklearn"


NOT_THERE = "This copy of CaseView was installed without the part that learns from decisions."
ADVICE = "Everything else works. Ask whoever installed it for the part “learning”."


def is_there() -> bool:
    """Return whether the part of CaseView that learns is installed; nothing is loaded for it."""
    return importlib.util.find_spec(_NEEDED) is not None


class ChildTrainer(Trainer):
    """Fulfils `usecases.ports.Trainer` with one spawned child."""

    @override
    def train(self, lessons: Sequence[Lesson], at: str, stop: Stop) -> Iterator[LearnedRule]:
        """Yield the rule of each lesson that teaches enough, in no fixed order.

        Raises CaseViewError where the part of CaseView that learns is not installed.
        """
        if not is_there():
            raise CaseViewError(NOT_THERE, ADVICE)
        lessons = [lesson for lesson in lessons if lesson.supply.is_enough]
        if not lessons:
            return  # a child takes seconds to start
        spawned = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, mp_context=spawned, initializer=_settle) as pool:
            waiting = [pool.submit(learn, lesson, at) for lesson in lessons]
            try:
                for done in as_completed(waiting):
                    if stop():
                        break
                    rule = done.result()
                    if rule is not None:
                        yield rule
            except BrokenProcessPool:
                raise CaseViewError(
                    "Learning stopped half-way, so nothing was learned. The casebook is untouched.",
                    "Close other programs and try again.",
                ) from None
            finally:
                pool.shutdown(wait=True, cancel_futures=True)


def _settle() -> None:
    """Make the child a quiet neighbour: one core, behind whatever a person is doing."""
    if hasattr(os, "nice"):
        os.nice(10)


def learn(lesson: Lesson, at: str) -> LearnedRule | None:
    """Return what a lesson teaches; runs in the child, which alone loads scikit-learn."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    from caseview.learning.training import train  # noqa: PLC0415 (never in the parent)

    return train(lesson, at)
