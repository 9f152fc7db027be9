"""Children read; a file that brings one down stops nothing."""

import importlib
import multiprocessing
import os
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from caseview.domain.description import ReadDocument, Refused
from caseview.domain.errors import ReadError
from caseview.readers.limits import MEGABYTE, Limits
from caseview.readers.worker import ChildReader

PREPARATION = textwrap.dedent(
    '''
    """A preparation whose reader does what the name of a file says."""
    import os, time
    from dataclasses import dataclass
    from pathlib import Path
    from caseview.domain.description import Description, KindGuess, ReadDocument
    from caseview.domain.document import DocumentText, Form, Kind
    from caseview.domain.errors import CodebookError, ReadError

    @dataclass(frozen=True)
    class Acting:
        log: Path
        usable: bool = True

        def start(self, cores):
            if not self.usable:
                raise CodebookError("The codebook is not whole.", "Choose another.")
            (self.log / f"start-{os.getpid()}").mkdir()
            held = []

            def read(path, tell):
                act = path.stem.split("-")[0]
                if act == "crash":
                    os.kill(os.getpid(), 11)
                if act == "hang":
                    time.sleep(600)
                if act == "slow":
                    tell(20)
                    time.sleep(1.2)
                if act == "scan":
                    for page in range(1, 4):
                        tell(500, page, 900)
                    (self.log / f"cores-{path.stem}-{cores()}").mkdir()
                    time.sleep(float(path.suffix[1:] or 0))
                if act == "greedy":
                    held.append(bytearray(4_000_000_000))
                if act == "half":
                    pipe = tell.__closure__[0].cell_contents
                    os.write(pipe.fileno(), b"\\0\\0\\1\\0half")
                    time.sleep(600)
                if act == "bug":
                    raise KeyError("ours")
                if act == "bad":
                    raise ReadError("The file is bad.", "Mend it.")
                if act == "write":
                    (self.log / "written").write_text("a file")
                return ReadDocument(
                    str(path), f"{os.getpid()}", DocumentText("words"),
                    Description(KindGuess(Kind.SAR, Form.FULL_REPORT)),
                )

            return read
    '''
)
QUICK = Limits(seconds=0.8, seconds_a_page=0.1, memory=1_024 * MEGABYTE)


@pytest.fixture
def acting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    (tmp_path / "acting.py").write_text(PREPARATION)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield importlib.import_module("acting")
    sys.modules.pop("acting")


def never() -> bool:
    return False


Run = Callable[..., dict[str, ReadDocument | Refused]]


@pytest.fixture
def run(acting: ModuleType, tmp_path: Path) -> Run:
    def run_them(*names: str, jobs: int = 2) -> dict[str, ReadDocument | Refused]:
        reader = ChildReader(acting.Acting(tmp_path), QUICK)
        paths = [Path(name) for name in names]
        return {Path(out.path).stem: out for out in reader.read(paths, jobs=jobs, stop=never)}

    return run_them


@pytest.fixture(autouse=True)
def no_child_stays() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


def test_a_crash_a_hang_and_a_greedy_file_are_refused_and_the_rest_goes_on(run: Run) -> None:
    acts = ["crash", "hang", "greedy", "bug", "bad", *(f"good-{n}" for n in range(6))]
    outcomes = run(*acts)
    assert set(outcomes) == set(acts)
    refused = {name: out for name, out in outcomes.items() if isinstance(out, Refused)}
    assert set(refused) == {"crash", "hang", "greedy", "bug", "bad"}
    assert "brought the reader down" in refused["crash"].reason
    assert "longer than 1 seconds" in refused["hang"].reason
    assert "memory" in refused["greedy"].reason
    assert "KeyError" in refused["bug"].reason
    assert (refused["bad"].reason, refused["bad"].advice) == ("The file is bad.", "Mend it.")


def test_a_child_that_stops_half_way_through_its_answer_is_ended(run: Run) -> None:
    outcomes = run("half", "good-1", "good-2", jobs=1)
    assert isinstance(outcomes["half"], Refused)
    assert isinstance(outcomes["good-2"], ReadDocument)


def test_a_child_starts_once_for_all_its_files(run: Run, tmp_path: Path) -> None:
    outcomes = run(*(f"good-{n}" for n in range(30)))
    by = {out.sha256 for out in outcomes.values() if isinstance(out, ReadDocument)}
    assert len(outcomes) == 30
    assert len(list(tmp_path.glob("start-*"))) == len(by) <= 2
    assert str(os.getpid()) not in by


def test_a_long_document_is_given_time_for_its_pages(run: Run) -> None:
    assert isinstance(run("slow")["slow"], ReadDocument)


def test_a_child_can_write_no_file(run: Run, tmp_path: Path) -> None:
    assert isinstance(run("write")["write"], Refused)
    written = tmp_path / "written"
    assert not written.exists() or written.stat().st_size == 0


def test_stop_ends_after_the_files_in_hand(acting: ModuleType, tmp_path: Path) -> None:
    paths = [Path(f"good-{n}") for n in range(40)]
    done: set[str] = set()
    reader = ChildReader(acting.Acting(tmp_path), QUICK)
    for outcome in reader.read(paths, jobs=2, stop=lambda: len(done) >= 3):
        done.add(outcome.path)
    assert 3 <= len(done) <= 3 + 2


def test_leaving_early_leaves_no_child(acting: ModuleType, tmp_path: Path) -> None:
    reading = ChildReader(acting.Acting(tmp_path), QUICK).read(
        [Path(f"good-{n}") for n in range(9)], jobs=2, stop=never
    )
    assert isinstance(next(reading), ReadDocument)
    assert multiprocessing.active_children()
    reading.close()  # type: ignore[attr-defined]  # the protocol says Iterator, ours is a generator


def test_results_stream_as_they_come(acting: ModuleType, tmp_path: Path) -> None:
    reader = ChildReader(acting.Acting(tmp_path), Limits(seconds=30))
    reading = reader.read([Path("good-1"), Path("slow"), Path("good-2")], jobs=1, stop=never)
    first = next(reading)
    assert first.path == "good-1"
    assert [Path(out.path).stem for out in reading] == ["slow", "good-2"]


def test_a_child_that_cannot_begin_says_why(acting: ModuleType, tmp_path: Path) -> None:
    reader = ChildReader(acting.Acting(tmp_path, usable=False), QUICK)
    with pytest.raises(ReadError, match="The codebook is not whole"):
        list(reader.read([Path("good")], jobs=1, stop=never))


def test_no_path_starts_no_child(run: Run, tmp_path: Path) -> None:
    assert run() == {}
    assert not list(tmp_path.glob("start-*"))


def test_a_file_that_crashes_does_not_take_the_one_behind_it(run: Run) -> None:
    names = ["crash-1", *(f"good-{n}" for n in range(20)), "crash-2"]
    outcomes = run(*names, jobs=1)
    assert len(outcomes) == len(names)
    assert {n for n, out in outcomes.items() if isinstance(out, Refused)} == {"crash-1", "crash-2"}


def test_a_slow_consumer_is_not_taken_for_a_hanging_child(
    acting: ModuleType, tmp_path: Path
) -> None:
    reader = ChildReader(acting.Acting(tmp_path), Limits(seconds=0.3))
    for outcome in reader.read([Path(f"good-{n}") for n in range(3)], jobs=1, stop=never):
        time.sleep(0.4)
        assert isinstance(outcome, ReadDocument)


def test_pages_of_a_scan_are_heard_while_it_is_read(acting: ModuleType, tmp_path: Path) -> None:
    heard: list[tuple[str, int, int]] = []

    def hear(path: str, read: int, of: int) -> None:
        heard.append((path, read, of))

    reader = ChildReader(acting.Acting(tmp_path), Limits(seconds=30), hear)
    (read,) = reader.read([Path("scan")], jobs=1, stop=never)
    assert isinstance(read, ReadDocument)
    assert heard == [("scan", 1, 900), ("scan", 2, 900), ("scan", 3, 900)]


def test_a_scan_alone_has_every_core_and_beside_others_its_share(
    acting: ModuleType, tmp_path: Path
) -> None:
    reader = ChildReader(acting.Acting(tmp_path), Limits(seconds=30))
    list(reader.read([Path("scan-alone")], jobs=4, stop=never))
    list(reader.read([Path("scan-a.2"), Path("scan-b.2")], jobs=4, stop=never))
    assert (tmp_path / "cores-scan-alone-4").exists()
    assert (tmp_path / "cores-scan-a-2").exists() or (tmp_path / "cores-scan-b-2").exists()


def test_stop_in_the_midst_of_a_long_scan_ends_it_without_an_outcome(
    acting: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseview.readers.worker._PATIENCE", 0.2)
    begun: list[int] = []

    def hear(_path: str, _read: int, of: int) -> None:
        begun.append(of)

    reader = ChildReader(acting.Acting(tmp_path), Limits(seconds=500), hear)
    paths = [Path("scan-long.400"), Path("scan-next.400")]
    assert list(reader.read(paths, jobs=1, stop=lambda: bool(begun))) == []
    assert not (tmp_path / "cores-scan-next-1").exists()
