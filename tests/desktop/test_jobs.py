"""Work runs on workers; what comes of it reaches the window's thread, in order, once."""

import threading
from functools import partial

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseview.desktop.jobs import Failure, Job, Jobs, Lane, Progress
from caseview.domain.errors import CasebookError


def given(n: int, _: Job[int]) -> int:
    return n


def test_work_runs_on_a_worker_and_its_result_comes_back_to_the_window(
    jobs: Jobs, qtbot: QtBot, qapp: QApplication
) -> None:
    here = threading.get_ident()
    seen: list[tuple[bool, bool]] = []

    def then(where: int) -> None:
        seen.append((where != here, QThread.currentThread() is qapp.thread()))

    jobs.run(Job("Look", lambda _: threading.get_ident(), then))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(True, True)]
    assert jobs.under_way() == ()


def test_work_of_one_lane_keeps_its_order(jobs: Jobs, qtbot: QtBot) -> None:
    came: list[int] = []
    for n in range(20):
        jobs.run(Job("Decide", partial(given, n), came.append), Lane.DECIDE)
    qtbot.waitUntil(lambda: len(came) == 20)
    assert came == list(range(20))


def test_a_fault_of_the_world_comes_in_its_own_words(jobs: Jobs, qtbot: QtBot) -> None:
    came: list[Failure] = []

    def work(_: Job[None]) -> None:
        raise CasebookError("The disk is full.", "Free some space.")

    jobs.run(Job("Save", work, failed=came.append))
    qtbot.waitUntil(lambda: bool(came))
    assert (came[0].message, came[0].advice, came[0].details) == (
        "The disk is full.",
        "Free some space.",
        "",
    )


def test_a_fault_of_ours_is_told_with_its_details(jobs: Jobs, qtbot: QtBot) -> None:
    def work(_: Job[float]) -> float:
        return 1 / 0

    with qtbot.waitSignal(jobs.failed) as waited:
        jobs.run(Job("Count again", work))
    failure = waited.args[0] if waited.args else None
    assert isinstance(failure, Failure)
    assert "count again" in failure.message
    assert "ZeroDivisionError" in failure.details


def test_only_the_latest_of_a_name_is_shown(jobs: Jobs, qtbot: QtBot) -> None:
    gate, begun = threading.Event(), threading.Event()
    ran: list[str] = []
    came: list[str] = []

    def slow(job: Job[str]) -> str:
        begun.set()
        gate.wait(5)
        ran.append("first" if not job.stopped() else "first, stopped")
        return "first"

    def quick(word: str) -> Job[str]:
        def work(_: Job[str]) -> str:
            ran.append(word)
            return word

        return Job("Search", work, came.append)

    jobs.latest("search", Job("Search", slow, came.append))
    begun.wait(5)
    jobs.latest("search", quick("second"))
    jobs.latest("search", quick("third"))
    gate.set()
    qtbot.waitUntil(lambda: not jobs.under_way())
    assert came == ["third"]
    assert ran == ["first, stopped", "third"], "the second never ran"


def test_progress_and_stop_pass_both_ways(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[int] = []
    ended: list[int] = []
    on = threading.Event()

    def work(job: Job[int]) -> int:
        done = 0
        while not job.stopped() and done < 1000:
            done += 1
            job.tell(Progress(done, 1000))
            on.wait(0.005)
        return done

    job = jobs.run(Job("Import", work, ended.append, told=lambda p: told.append(p.done)), Lane.LONG)
    qtbot.waitUntil(lambda: len(told) > 2)
    job.stop()
    qtbot.waitUntil(lambda: bool(ended))
    assert told == list(range(1, ended[0] + 1))
    assert ended[0] < 1000


def test_nothing_is_delivered_once_the_window_has_closed(qtbot: QtBot) -> None:
    jobs = Jobs()
    came: list[int] = []
    gate = threading.Event()
    jobs.run(Job("Read", lambda _: gate.wait(5) and 1, came.append))
    jobs.close()
    gate.set()
    jobs.run(Job("Read", lambda _: 2, came.append))
    QApplication.processEvents()
    assert came == []
