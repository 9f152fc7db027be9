"""One opener at a time; the next is told who has it and since when."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from caseview.domain.errors import CasebookCannotOpenError, CasebookLockedError
from caseview.domain.moment import spoken
from caseview.store import lock
from caseview.store.casebook import StoredCasebook
from caseview.store.hold import Held
from caseview.store.lock import CasebookLock, lock_path

Reopen = Callable[..., StoredCasebook]
YESTERDAY = "2020-05-03T08:12:00+00:00"


def left_by(path: Path, *, host: str, process: int, since: str = YESTERDAY) -> None:
    said = {"who": "BK", "host": host, "since": since, "process": process}
    lock_path(path).write_text(json.dumps(said), encoding="utf-8")


def ended_process() -> int:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def test_a_second_opener_is_told_who_has_it_and_since_when(
    casebook: StoredCasebook, opener: Reopen, path: Path
) -> None:
    since = json.loads(lock_path(path).read_text(encoding="utf-8"))["since"]
    with pytest.raises(CasebookLockedError) as told:
        opener(coder="BK")
    assert told.value.message == (
        f"This casebook is open on this computer (SO, since {spoken(since)})."
    )
    assert "open a copy" in told.value.advice


def test_the_lock_is_taken_away_on_closing(
    casebook: StoredCasebook, opener: Reopen, path: Path
) -> None:
    casebook.close()
    casebook.close()
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name]
    opener().close()


def test_a_lock_of_another_computer_is_respected_in_a_folder_both_can_reach(
    maker: Reopen, opener: Reopen, path: Path
) -> None:
    shared = path.parent / "OneDrive" / path.name
    shared.parent.mkdir()
    maker(shared).close()
    left_by(shared, host="elsewhere", process=ended_process())
    with pytest.raises(
        CasebookLockedError, match=r"on another computer \(BK, since .* on 3 May"
    ) as told:
        opener(shared)
    assert lock_path(shared).name in told.value.advice
    lock_path(shared).unlink()
    opener(shared).close()


def test_on_a_disk_of_this_computer_only_the_hold_counts_for_its_name_may_have_changed(
    casebook: StoredCasebook, opener: Reopen, path: Path
) -> None:
    casebook.close()
    left_by(path, host="its-name-last-week", process=os.getpid())
    opener().close()


def test_a_lock_left_by_a_process_that_ended_is_taken_over(
    casebook: StoredCasebook, opener: Reopen, path: Path
) -> None:
    casebook.close()
    left_by(path, host=lock.host(), process=ended_process())
    again = opener()
    assert json.loads(lock_path(path).read_text(encoding="utf-8"))["process"] == os.getpid()
    again.close()


def test_where_the_disk_knows_no_holds_the_process_is_asked_for(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "hold", lambda _: Held.UNKNOWN)
    left_by(path, host=lock.host(), process=os.getpid())
    with pytest.raises(CasebookLockedError):
        CasebookLock.take(path, "SO")
    left_by(path, host=lock.host(), process=ended_process())
    CasebookLock.take(path, "SO").release()
    assert not lock_path(path).exists()


@pytest.mark.parametrize("content", ["", "half of {", "[]", '{"who": "BK"}'])
def test_a_lock_that_says_nothing_is_taken_over(path: Path, content: str) -> None:
    lock_path(path).write_text(content, encoding="utf-8")
    CasebookLock.take(path, "SO").release()


def test_a_lock_taken_away_between_opening_and_holding_is_taken_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holds: list[int] = []

    def slow(handle: int) -> Held:
        if not holds:
            lock_path(path).unlink()
        holds.append(handle)
        return Held.HERE

    monkeypatch.setattr(lock, "hold", slow)
    taken = CasebookLock.take(path, "SO")
    assert len(holds) == 2
    assert lock_path(path).exists()
    taken.release()


def test_times_are_said_as_people_say_them() -> None:
    assert spoken("2020-05-03T11:12:00+00:00").endswith("on 3 May 2020")
    assert spoken("not a time") == "not a time"


def refusing(number: int) -> Callable[..., int]:
    """Return what the system does when it will not open or write."""

    def refused(*_: object) -> int:
        raise OSError(number, "refused")

    return refused


@pytest.mark.parametrize("act", ["open", "write"])
def test_a_full_disk_is_said_in_words_and_leaves_no_empty_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    casebook = tmp_path / "work.casebook"
    casebook.touch()
    with monkeypatch.context() as patched:
        patched.setattr(os, act, refusing(errno.ENOSPC))
        with pytest.raises(CasebookCannotOpenError, match="The disk is full, so the casebook was"):
            CasebookLock.take(casebook, "SO")
    assert not lock_path(casebook).exists()
    CasebookLock.take(casebook, "SO").release()


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "is read-only, so no casebook was made"),
        (errno.EROFS, "is read-only, so no casebook was made"),
        (errno.ENAMETOOLONG, "is too long, so no casebook was made"),
        (errno.ENOENT, "There is no folder"),
        (errno.EIO, "does not answer, so no casebook was made"),
    ],
)
def test_a_casebook_to_be_made_is_not_called_one_to_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    monkeypatch.setattr(os, "open", refusing(number))
    with pytest.raises(CasebookCannotOpenError) as told:
        CasebookLock.take(tmp_path / "new.casebook", "SO")
    assert said in told.value.message
    assert "Copy the casebook" not in told.value.advice
