"""Takes pictures of the Reader's states on real documents: python tests/pictures/take_reader.py."""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import Qt  # noqa: E402 - the platform comes first
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from caseview.desktop.appearance.tokens import Scheme  # noqa: E402
from caseview.desktop.main import open_window  # noqa: E402
from caseview.desktop.pages.reader.page import ReaderPage  # noqa: E402
from caseview.desktop.places import Place, View  # noqa: E402
from caseview.desktop.window.window import Window  # noqa: E402
from caseview.locate import places  # noqa: E402
from tests.desktop.real_casebook import PDF, SCAN, WORD, doorway, fill  # noqa: E402

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Camera:
    """Presses keys in a window and takes pictures of it."""

    def __init__(self, window: Window, out: Path) -> None:
        self.window = window
        self.out = out
        self.taken = 0

    def settle(self) -> None:
        """Wait until no work is under way and everything is painted."""
        for _ in range(4):
            end = time.monotonic() + 20
            while time.monotonic() < end and (not self.window.desk or self.window.jobs.under_way()):
                QApplication.processEvents()
                time.sleep(0.005)
            QApplication.processEvents()

    def press(self, *keys: Qt.Key, with_: Qt.KeyboardModifier = NONE) -> None:
        """Press keys, one after the other, where the focus is."""
        for key in keys:
            QTest.keyClick(self._focused(), key, with_)
            self.settle()

    def type_in(self, words: str) -> None:
        """Type words where the focus is."""
        QTest.keyClicks(self._focused(), words)
        self.settle()

    def read(self, name: str) -> ReaderPage:
        """Open the document whose file name begins so."""
        assert self.window.desk is not None
        held = [d for r in self.window.desk.session.reading.library() for d in r.documents]
        found = next(d.id for d in held if d.name.startswith(name))
        self.window.go(Place(View.READER, document=found))
        self.settle()
        page = self.window.page()
        assert isinstance(page, ReaderPage)
        page.parts.tabs.setCurrentIndex(0)
        page.focus_first()
        return page

    def take(self, name: str) -> None:
        """Take a picture."""
        self.settle()
        scheme = self.window.look.tokens.scheme
        self.window.grab().save(str(self.out / f"reader-{name}-{scheme}.png"))
        self.taken += 1

    def _focused(self) -> QWidget:
        held: QWidget | None = QApplication.focusWidget()
        return held if held is not None else self.window


def states(camera: Camera) -> None:
    """Go through the states of the Reader."""
    page = camera.read(PDF)
    camera.press(*[KEY.Key_A] * 6, KEY.Key_X, KEY.Key_Space)
    camera.take("text")
    camera.press(KEY.Key_P)
    camera.take("page")
    camera.press(KEY.Key_F, with_=CONTROL)
    camera.type_in("police")
    camera.press(KEY.Key_Return)
    camera.take("page-find")
    camera.press(KEY.Key_Escape, KEY.Key_P)
    page.parts.queue.setFocus()
    camera.press(KEY.Key_J, KEY.Key_E, KEY.Key_Home, KEY.Key_Left)
    camera.take("edges")
    camera.press(KEY.Key_Return, KEY.Key_Q, KEY.Key_W)
    camera.take("why")
    camera.press(KEY.Key_W, KEY.Key_N)
    camera.type_in("Compare with the dates the second report gives.")
    camera.press(KEY.Key_Return, KEY.Key_N)
    camera.take("notes")
    camera.press(KEY.Key_Escape)
    page.parts.tabs.setCurrentIndex(1)
    page.parts.tags.setFocus()
    camera.press(KEY.Key_J)
    camera.take("tags")
    camera.read(SCAN)
    camera.take("scan")
    page = camera.read(WORD)
    camera.take("word")
    while page.parts.models.queue.left:
        QTest.keyClick(camera.window.focusWidget(), KEY.Key_A)
    camera.take("all-decided")


def shown(folder: Path, out: Path, scheme: Scheme, then: Callable[[Camera], None]) -> int:
    """Open a fresh casebook in a window and go through it; return how many pictures there are."""
    folder.mkdir()
    window = open_window(places().resources, doorway(folder), fill(folder))
    window.look.choose(scheme)
    window.resize(1366, 720)
    camera = Camera(window, out)
    camera.settle()
    then(camera)
    window.close()
    return camera.taken


def main() -> None:
    """Read the command line and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    with tempfile.TemporaryDirectory() as held:
        taken = sum(shown(Path(held) / s, asked.out, s, states) for s in Scheme)
    sys.stdout.write(f"{taken} pictures in {asked.out}\n")
    application.quit()


if __name__ == "__main__":
    main()
