"""The command line as a person runs it: its own process, real files, no stand-ins."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Desk:
    """A folder with a casebook in it, and the command line to work on it."""

    folder: Path

    @property
    def root(self) -> Path:
        return ROOT

    @property
    def casebook(self) -> Path:
        return self.folder / "learning.casebook"

    def command(self, *words: object) -> list[str]:
        return [sys.executable, "-m", "caseview", *map(str, words)]

    def environment(self) -> dict[str, str]:
        # No programs beside: a scan has no text here, whether or not this machine has Tesseract.
        return {
            **os.environ,
            "XDG_CONFIG_HOME": str(self.folder / "settings"),
            "DISPLAY": "",
            "PATH": str(self.folder / "no-programs"),
        }

    def run(
        self, *words: object, expect: int = 0, stdin: str = ""
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(  # noqa: S603 (our own program)
            self.command(*words),
            cwd=ROOT,
            env=self.environment(),
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == expect, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done

    def json(self, *words: object, expect: int = 0) -> Any:
        return json.loads(self.run(*words, "--json", expect=expect).stdout)

    def lines(self, *words: object, expect: int = 0, stdin: str = "") -> list[dict[str, Any]]:
        done = self.run(*words, "--json", expect=expect, stdin=stdin)
        return [json.loads(line) for line in done.stdout.splitlines() if line]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture(scope="session")
def sample() -> tuple[Path, ...]:
    """The invented documents of the sample casebook."""
    files = sorted((ROOT / "resources" / "sample").iterdir())
    return tuple(path for path in files if path.suffix in {".docx", ".pdf"})


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, sample: tuple[Path, ...]) -> Desk:
    """A casebook with the whole sample in it; tests that change it work on a copy."""
    desk = Desk(tmp_path_factory.mktemp("filled"))
    desk.run("new", desk.casebook, "--coder", "JB")
    desk.lines("import", desk.casebook, *sample)
    return desk
