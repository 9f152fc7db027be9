"""The command line in this process, with a small casebook made once by its own verbs."""

import io
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from caseview.cli.main import main

REVIEW = """{kind}

{name}

Published May {year}

Analysis

There was a lack of professional curiosity: nobody asked {name} who else lived there.

The team was short staffed and a social worker was not allocated for seven weeks.

Information was not shared between the police and the housing provider.

Recommendations

The Board should ensure that agencies share information when a risk is known.
"""
REVIEWS = (
    ("adult-m.txt", "SAFEGUARDING ADULTS REVIEW", "Adult M", 2021),
    ("adult-n.txt", "SAFEGUARDING ADULTS REVIEW", "Adult N", 2022),
    ("helen.txt", "DOMESTIC HOMICIDE REVIEW", "Helen", 2021),
)


@dataclass(frozen=True)
class Said:
    """What a verb printed, and how it ended."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Caller:
    """Runs verbs in a folder of their own; wrong use ends with its code like anything else."""

    folder: Path
    capture: pytest.CaptureFixture[str]
    patch: pytest.MonkeyPatch

    @property
    def casebook(self) -> Path:
        return self.folder / "learning.casebook"

    def run(self, *words: object, expect: int = 0, stdin: str = "") -> Said:
        self.patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        self.capture.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as wrong_use:
            code = int(wrong_use.code or 0)
        shown = self.capture.readouterr()
        assert code == expect, shown.out + shown.err
        assert "Traceback" not in shown.err
        return Said(code, shown.out, shown.err)

    def json(self, *words: object, expect: int = 0) -> Any:
        return json.loads(self.run(*words, "--json", expect=expect).out)

    def lines(self, *words: object, expect: int = 0, stdin: str = "") -> list[dict[str, Any]]:
        out = self.run(*words, "--json", expect=expect, stdin=stdin).out
        return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def caller(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Caller:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.delenv("DISPLAY", raising=False)
    return Caller(tmp_path, capsys, monkeypatch)


@pytest.fixture(scope="session")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    reviews = folder / "reviews"
    reviews.mkdir()
    for file, kind, name, year in REVIEWS:
        words = REVIEW.format(kind=kind, name=name, year=year)
        (reviews / file).write_text(words, encoding="utf-8")
    casebook = folder / "learning.casebook"
    assert main(["new", str(casebook), "--coder", "JB"]) == 0
    assert main(["import", str(casebook), str(reviews), "--jobs", "1"]) == 0
    return folder


@pytest.fixture
def filled(_filled: Path, caller: Caller) -> Callable[..., Said]:
    """A casebook of three reviews at `caller.casebook`, to change at will."""
    shutil.copy(_filled / "learning.casebook", caller.casebook)
    shutil.copytree(_filled / "reviews", caller.folder / "reviews")
    return caller.run
