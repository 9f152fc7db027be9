"""What keeps itself while it is written is one act to undo, and no word of it is lost."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from caseview.domain.saved import SavedKind
from caseview.domain.summary import SummarySpec
from caseview.store import journal
from caseview.store.casebook import StoredCasebook
from caseview.usecases.restore_points import make_restore_point
from caseview.usecases.saved_summary import SummaryChoice, save_summary_choice, saved_summary

Made = Callable[..., StoredCasebook]
NAME = "Spring briefing"
KILLED = """
import os, runpy, signal, sys
from pathlib import Path
from caseview.domain.summary import SummarySpec
from caseview.usecases.saved_summary import SummaryChoice, save_summary_choice

kit = runpy.run_path(sys.argv[1])
casebook = kit["open_casebook"](
    Path(sys.argv[2]), full_text=kit["FullTextIndex"](), migrations=kit["MIGRATIONS"],
    passphrase=sys.argv[3] or None, coder="BK", derive=kit["quick_key"],
)
for words in ("", "One", "One point", "One point and"):
    choice = SummaryChoice(SummarySpec(()), (words,))
    save_summary_choice(casebook, "Spring briefing", choice, coder="BK", now=lambda: "")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The time the journal sees: the last of a list."""
    times = ["2026-03-01T09:00:00+00:00"]
    monkeypatch.setattr(journal, "now", lambda: times[-1])
    return times


def write(casebook: StoredCasebook, words: str, *, coder: str = "BK", name: str = NAME) -> None:
    choice = SummaryChoice(SummarySpec(()), (words,))
    save_summary_choice(casebook, name, choice, coder=coder, now=lambda: "")


def labels(casebook: StoredCasebook) -> list[str]:
    with casebook.reading() as work:
        return [entry.label for entry in work.journal.entries()]


def words_of(casebook: StoredCasebook) -> str:
    return saved_summary(casebook, NAME).key_points[0]


def undo(casebook: StoredCasebook) -> None:
    with casebook.writing() as work:
        work.journal.undo("BK")


def redo(casebook: StoredCasebook) -> None:
    with casebook.writing() as work:
        work.journal.redo("BK")


def test_one_stretch_of_writing_is_one_act_after_the_one_that_made_it(
    casebook: StoredCasebook, clock: list[str]
) -> None:
    for minute, words in enumerate(["", "One", "One point", "One point and another"]):
        clock.append(f"2026-03-01T09:0{minute}:00+00:00")
        write(casebook, words)
    assert len(labels(casebook)) == 2
    assert words_of(casebook) == "One point and another"
    undo(casebook)
    assert words_of(casebook) == ""
    redo(casebook)
    assert words_of(casebook) == "One point and another"
    undo(casebook)
    undo(casebook)
    with casebook.reading() as work:
        assert work.saved.all(SavedKind.SUMMARY) == ()


def test_a_rest_another_coder_another_summary_and_another_act_end_the_stretch(
    casebook: StoredCasebook, clock: list[str]
) -> None:
    write(casebook, "")
    write(casebook, "One")
    clock.append("2026-03-01T09:02:00+00:00")
    write(casebook, "Two")
    assert len(labels(casebook)) == 3
    write(casebook, "Three", coder="SO")
    assert len(labels(casebook)) == 4
    write(casebook, "", name="Another")
    write(casebook, "Four", coder="SO")
    assert len(labels(casebook)) == 6
    write(casebook, "Five", coder="SO")
    assert len(labels(casebook)) == 6
    undo(casebook)
    assert words_of(casebook) == "Three"


def test_what_was_undone_is_not_written_into(casebook: StoredCasebook, clock: list[str]) -> None:
    for words in ("", "One", "Two"):
        write(casebook, words)
    undo(casebook)
    write(casebook, "Other")
    assert words_of(casebook) == "Other"
    undo(casebook)
    assert words_of(casebook) == ""


def test_a_restore_point_ends_the_stretch(casebook: StoredCasebook, clock: list[str]) -> None:
    write(casebook, "")
    write(casebook, "One")
    with casebook.writing() as work:
        make_restore_point(work, "you pressed Ctrl+S", "BK")
    write(casebook, "Two")
    assert len(labels(casebook)) == 3
    undo(casebook)
    assert words_of(casebook) == "One"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal that Windows lacks")
def test_a_process_killed_while_a_summary_is_written_loses_no_word(
    casebook: StoredCasebook, opener: Made, path: Path, passphrase: str | None
) -> None:
    casebook.close()
    kit = str(Path(__file__).with_name("conftest.py"))
    child = [sys.executable, "-c", KILLED, kit, str(path), passphrase or ""]
    assert subprocess.run(child, check=False).returncode == -signal.SIGKILL  # noqa: S603 - our own
    there = opener()
    assert saved_summary(there, NAME).key_points == ("One point and",)
    assert len(labels(there)) == 2
    there.close()
