"""Work that is stopped, killed, or no longer listened to keeps what was done, and goes on later."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from caseview.wiring import Opening, house

FILES = 60


@pytest.fixture
def many(desk: Any) -> Path:
    folder = Path(desk.folder) / "many"
    folder.mkdir()
    for number in range(FILES):
        text = f"DOMESTIC HOMICIDE REVIEW\n\nSubject {number}\n\nAnalysis\n\n" + "\n\n".join(
            f"In contact {n} of case {number} the officers did not share information."
            for n in range(12)
        )
        (folder / f"review-{number:02}.txt").write_text(text, encoding="utf-8")
    desk.run("new", desk.casebook)
    return folder


@contextmanager
def importing(desk: Any, folder: Path, heard: int) -> Iterator[subprocess.Popen[str]]:
    """An import under way that has told of so many files."""
    running = subprocess.Popen(  # noqa: S603 (our own program)
        desk.command("import", desk.casebook, folder, "--json", "--jobs", 1),
        env=desk.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with running:
        assert running.stdout is not None
        for _ in range(heard):
            assert running.stdout.readline()
        yield running


def all_in_once(desk: Any, folder: Path) -> bool:
    """Whether another run brings in the rest, and every file stands in the casebook once."""
    assert desk.json("check", desk.casebook) == []
    desk.lines("import", desk.casebook, folder, "--jobs", 1)
    names = [item["name"] for item in desk.json("documents", desk.casebook)]
    return sorted(names) == sorted(path.name for path in folder.iterdir())


def test_a_killed_import_leaves_every_committed_file_and_can_go_on(desk: Any, many: Path) -> None:
    with importing(desk, many, 10) as running:
        running.kill()
    kept = len(desk.json("documents", desk.casebook))
    assert 10 <= kept < FILES
    assert all_in_once(desk, many)


def test_a_stopped_import_says_what_is_safe_and_can_go_on(desk: Any, many: Path) -> None:
    with importing(desk, many, 10) as running:
        running.send_signal(signal.SIGINT)
        out, err = running.communicate()
    assert running.returncode == 1
    told = 10 + len(out.splitlines())
    assert f"Stopped. {told} files are in and safe." in err
    assert len(desk.json("documents", desk.casebook)) == told < FILES
    assert all_in_once(desk, many)


def test_an_import_that_nobody_listens_to_any_more_stops_and_says_so(desk: Any, many: Path) -> None:
    with importing(desk, many, 3) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        err = running.stderr.read()
    assert running.returncode == 1
    assert err.startswith("Stopped. ")
    assert "Traceback" not in err
    assert all_in_once(desk, many)


def test_a_list_cut_short_by_its_reader_is_no_trouble(desk: Any, filled: Any) -> None:
    shutil.copy(filled.casebook, desk.casebook)
    listing = subprocess.Popen(  # noqa: S603 (our own program)
        desk.command("suggestions", desk.casebook, "--json"),
        env=desk.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with listing:
        assert listing.stdout is not None
        assert listing.stderr is not None
        assert listing.stdout.readline() == "[\n"
        listing.stdout.close()
        assert listing.stderr.read() == ""
    assert listing.returncode == 0


def test_a_casebook_in_use_says_who_has_it_and_ends_with_three(desk: Any) -> None:
    desk.run("new", desk.casebook)
    held = house().open_casebook(desk.casebook, Opening("SO"))
    try:
        for verb in (["info"], ["search", "x"], ["undo"], ["crosstab", "--json"]):
            done = desk.run(verb[0], desk.casebook, *verb[1:], expect=3)
            assert "open on this computer (SO, since " in done.stderr
            assert done.stdout == ""
    finally:
        held.close()
    desk.run("info", desk.casebook)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_an_answer_that_finds_the_disk_full_says_so(desk: Any) -> None:
    desk.run("new", desk.casebook)
    for form in ([], ["--json"]):
        with Path("/dev/full").open("w", encoding="utf-8") as full:
            done = subprocess.run(  # noqa: S603 (our own program)
                desk.command("info", desk.casebook, *form),
                env=desk.environment(),
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )
        assert done.returncode == 1
        assert done.stderr.startswith("The disk is full")
        assert "Traceback" not in done.stderr


def test_without_a_home_or_a_language_the_words_stay_the_same(desk: Any) -> None:
    name = desk.folder / "Añé reviews.casebook"
    poor = {"PATH": os.environ["PATH"], "LC_ALL": "C"}
    for verb in (["new", name], ["info", name, "--json"]):
        done = subprocess.run(  # noqa: S603 (our own program)
            desk.command(*verb), env=poor, cwd=desk.root, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
    assert "Añé reviews" in done.stdout.decode("utf-8")
