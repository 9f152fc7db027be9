"""Measures the window on real casebooks of invented texts: python tests/bench/desktop.py WHAT.

`import` listens to the window while texts import, beside an idle run; `keys` times a decision key
in a long document; `library` tells opening time and memory with many documents; `start` times the
start of the program to its first paint.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.made_texts import Texts
from tests.bench.window_at_work import (
    CODER,
    ROOT,
    Heartbeat,
    Paints,
    memory_mb,
    open_on,
    real_house,
    said_of,
    settle,
    wait_for,
)

from PySide6.QtCore import Qt  # isort: skip - the platform comes first
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseview.desktop.pages.reader.page import ReaderPage
from caseview.desktop.places import Place, View
from caseview.desktop.window.importing import Importing
from caseview.desktop.window.window import Window
from caseview.usecases.import_documents import gather_files, import_documents
from caseview.wiring.house import Opening

PARAGRAPHS = 25


def say(words: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def measure_import(folder: Path, asked: argparse.Namespace) -> None:
    """Beat while nothing happens, then while texts import with the Library in view."""
    texts = Texts().write(folder / "texts", asked.files, PARAGRAPHS)
    casebook = folder / "import.casebook"
    if asked.casebook is not None:
        shutil.copy(asked.casebook, casebook)
    window = open_on(folder, casebook)
    window.show()
    heart = Heartbeat()
    heart.start()
    end = time.monotonic() + asked.seconds
    wait_for(lambda: time.monotonic() > end)
    say(f"idle       late by  {said_of(heart.stop())}")
    importing = window.findChild(Importing)
    assert importing is not None
    began, spent = time.perf_counter(), time.thread_time()
    heart.start()
    importing.run([texts])
    wait_for(lambda: not importing.running)
    settle(window)
    took = time.perf_counter() - began
    say(f"importing  late by  {said_of(heart.stop())}")
    mine = time.thread_time() - spent
    say(f"{asked.files} texts in {took:.1f} s; the window's thread worked {mine:.1f} s of it")
    say(f"memory {memory_mb():.0f} MB")
    window.close()


def measure_keys(folder: Path, asked: argparse.Namespace) -> None:
    """Press A in a long document until it is painted, many times."""
    texts = folder / "texts"
    texts.mkdir()
    Texts().write_paged(texts / "long.docx", asked.pages)
    casebook = folder / "keys.casebook"
    fill(folder, casebook, texts)
    window = open_on(folder, casebook)
    window.go(Place(View.READER, document=1))
    settle(window)
    page = window.page()
    assert isinstance(page, ReaderPage)
    assert page.document is not None
    whole = page.parts.models.queue.rowCount()
    words = page.document.document.words
    say(f"{words:,} words, {asked.pages} pages, {whole} suggestions")
    paints = Paints(window, page.parts.text.viewport(), page.parts.queue.viewport())
    shown, own, after = [], [], []
    for _ in range(min(asked.presses, whole - 1)):
        paints.begin()
        began, spent = time.perf_counter(), time.thread_time()
        QTest.keyClick(page.parts.queue, Qt.Key.Key_A)
        while not paints.wall:
            QApplication.processEvents()
        shown.append((paints.wall - began) * 1000)
        own.append((paints.own - spent) * 1000)
        spent = time.thread_time()
        settle(window)
        after.append((time.thread_time() - spent) * 1000)
    say(f"key to painted               {said_of(shown)}")
    say(f"of which the window's work   {said_of(own)}")
    say(f"its work after, till kept    {said_of(after)}")
    window.close()


def measure_library(folder: Path, asked: argparse.Namespace) -> None:
    """Open a casebook with many documents; tell how long the Library takes and the memory."""
    casebook = asked.casebook
    if casebook is None:
        casebook = folder / "many.casebook"
        fill(folder, casebook, Texts().write(folder / "texts", asked.files, 5))
    before = memory_mb()
    began = time.perf_counter()
    window = open_on(folder, casebook)
    opened = time.perf_counter() - began
    reviews = window.desk.session.reading.library() if window.desk else ()
    documents = sum(len(review.documents) for review in reviews)
    del reviews
    say(f"{documents:,} documents: window, casebook and Library shown in {opened:.2f} s")
    say(f"memory {memory_mb():.0f} MB ({before:.0f} MB before the window)")
    for name, work in _library_parts(window).items():
        times = []
        for _ in range(5):
            began = time.perf_counter()
            work()
            times.append((time.perf_counter() - began) * 1000)
        say(f"{name:<28} {sorted(times)[2]:.0f} ms")
    for view in View:
        window.go(Place(view))
        settle(window)
    say(f"memory {memory_mb():.0f} MB after each view was gone to")
    window.close()


def _library_parts(window: Window) -> dict[str, Callable[[], object]]:
    page, desk = window.page(), window.desk
    assert page is not None
    assert desk is not None

    def refresh() -> None:
        page.refresh()
        settle(window)

    return {"read from the casebook": desk.session.reading.library, "read and shown": refresh}


def measure_start(folder: Path, asked: argparse.Namespace) -> None:
    """Start the program again and again; tell when its first paint was."""
    environment = {**os.environ, "XDG_CONFIG_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    for words in ([], ["--sample"], [str(folder / "start.casebook")]):
        if words and words[0] != "--sample":
            home = real_house(folder)
            home.new_casebook(folder / "start.casebook", Opening(CODER)).close()
        times = []
        for _ in range(asked.times):
            done = subprocess.run(  # noqa: S603 - our own program
                [sys.executable, "-c", _STARTED, *words],
                env=environment, cwd=ROOT, capture_output=True, text=True, check=True,
            )  # fmt: skip
            times.append(float(done.stdout) * 1000)
        say(f"first paint {words[0][:8] if words else 'welcome':<10}{said_of(times)}")


_STARTED = """
import os, sys, time
began = time.clock_gettime(time.CLOCK_BOOTTIME)
ticks = int(open("/proc/self/stat").read().rpartition(")")[2].split()[19])
began = ticks / os.sysconf("SC_CLK_TCK")
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
class First(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            now = time.clock_gettime(time.CLOCK_BOOTTIME)
            sys.stdout.write(str(now - began)); sys.stdout.flush()
            os._exit(0)
        return False
first = First()
made = QApplication.__init__
def init(self, *args):
    made(self, *args)
    self.installEventFilter(first)
QApplication.__init__ = init
from caseview.desktop.main import main
main(sys.argv[1:])
"""


def fill(folder: Path, casebook: Path, texts: Path) -> None:
    """Import texts into a new casebook without a window."""
    home = real_house(folder)
    with closing(home.new_casebook(casebook, Opening(CODER))) as made:
        with made.reading() as work:
            reader = home.reader(work.codebook)
        batch = gather_files([texts])
        jobs = os.cpu_count() or 1
        for _ in import_documents(made, reader, batch, jobs=jobs, stop=lambda: False):
            pass


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    kinds = parser.add_subparsers(dest="what", required=True)
    one = kinds.add_parser("import")
    one.add_argument("--files", type=int, default=500)
    one.add_argument("--seconds", type=float, default=20, help="how long the idle run lasts")
    one.add_argument("--casebook", type=Path, help="import into a copy of this one")
    one.set_defaults(measure=measure_import)
    one = kinds.add_parser("keys")
    one.add_argument("--pages", type=int, default=300)
    one.add_argument("--presses", type=int, default=200)
    one.set_defaults(measure=measure_keys)
    one = kinds.add_parser("library")
    one.add_argument("--files", type=int, default=2000)
    one.add_argument("--casebook", type=Path, help="a casebook there is, instead of a made one")
    one.set_defaults(measure=measure_library)
    one = kinds.add_parser("start")
    one.add_argument("--times", type=int, default=7)
    one.set_defaults(measure=measure_start)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="caseview-bench-") as folder:
        if asked.what != "start":
            application = QApplication([])
            asked.measure(Path(folder), asked)
            application.quit()
        else:
            asked.measure(Path(folder), asked)


if __name__ == "__main__":
    main()
