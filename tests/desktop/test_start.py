"""The start of the program: painted before anything heavy is loaded, one plain line where not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from caseview.desktop.window.first_paint import AfterFirstPaint
from caseview.wiring import Opening, house

ROOT = Path(__file__).parents[2]
LOADED = """
import os, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from caseview.desktop import main as door
class First(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            print("\\n".join(sys.modules), flush=True)
            os._exit(0)
        return False
first = First()
class Application(QApplication):
    def __init__(self, words):
        super().__init__(words)
        self.installEventFilter(first)
door.QApplication = Application
door.main(sys.argv[1:])
"""
HEAVY = {
    "sqlalchemy", "alembic", "sqlcipher3", "whoosh", "docx", "openpyxl", "pypdfium2", "lxml",
    "multiprocessing",
}  # fmt: skip


def run(
    words: list[str], home: Path, *, give: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    kept.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, *words],
        env={**kept, "XDG_CONFIG_HOME": str(home), **(give or {})},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("way", ["welcome", "sample", "casebook"])
def test_the_real_window_is_painted_before_anything_heavy_is_loaded(
    tmp_path: Path, way: str
) -> None:
    words: list[str] = []
    if way == "sample":
        words = ["--sample"]
    elif way == "casebook":
        path = tmp_path / "A.casebook"
        house().new_casebook(path, Opening("QZ")).close()
        words = [str(path)]
    done = run(["-c", LOADED, *words], tmp_path, give={"QT_QPA_PLATFORM": "offscreen"})
    assert done.returncode == 0, done.stderr
    names = done.stdout.split()
    assert "PySide6.QtWidgets" in names
    assert not {name.partition(".")[0] for name in names} & HEAVY
    rooms = {name.split(".")[1] for name in names if name.startswith("caseview.")}
    assert not rooms & {"store", "search", "readers", "exporters"}


def test_without_a_display_one_plain_line_says_so(tmp_path: Path) -> None:
    done = run(["-m", "caseview.desktop"], tmp_path)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("CaseView cannot show its window: there is no display here.")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are named so on Linux")
def test_with_a_display_that_does_not_answer_one_plain_line_says_so(tmp_path: Path) -> None:
    done = run(["-m", "caseview.desktop"], tmp_path, give={"DISPLAY": ":8765"})
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "libxcb-cursor0" in done.stderr


def test_without_the_libraries_of_qt_one_plain_line_names_what_is_missing(tmp_path: Path) -> None:
    broken = tmp_path / "PySide6"
    broken.mkdir()
    said = "libEGL.so.1: cannot open shared object file: No such file or directory"
    (broken / "__init__.py").write_text(f"raise ImportError({said!r})", encoding="utf-8")
    give = {"DISPLAY": ":8765", "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    done = run(["-m", "caseview.desktop"], tmp_path, give=give)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "libEGL.so.1 is missing on this computer" in done.stderr


def test_work_put_off_begins_once_and_after_the_first_paint(qtbot: QtBot) -> None:
    seen: list[str] = []

    class Painted(QWidget):
        @override
        def paintEvent(self, event: QPaintEvent) -> None:
            seen.append("painted")

    window = Painted()
    qtbot.addWidget(window)
    AfterFirstPaint(window, lambda: seen.append("begun"))
    assert seen == []
    window.show()
    qtbot.waitUntil(lambda: "begun" in seen)
    window.repaint()
    assert seen[0] == "painted"
    assert seen.count("begun") == 1
