"""Takes pictures of the Reader's states on real documents: python tests/pictures/take_reader.py."""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.pictures.camera import Camera  # isort: skip - the platform comes first

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseview.desktop.appearance.tokens import Scheme
from caseview.desktop.main import open_window
from caseview.locate import places
from tests.desktop.real_casebook import PDF, SCAN, WORD, doorway, fill

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def states(camera: Camera) -> None:
    """Go through the states of the Reader."""
    page = camera.read(PDF)
    camera.press(*[KEY.Key_A] * 6, KEY.Key_X, KEY.Key_Space)
    camera.take("reader-text")
    camera.press(KEY.Key_P)
    camera.take("reader-page")
    camera.press(KEY.Key_F, with_=CONTROL)
    camera.type_in("police")
    camera.press(KEY.Key_Return)
    camera.take("reader-page-find")
    camera.press(KEY.Key_Escape, KEY.Key_P)
    page.parts.queue.setFocus()
    camera.press(KEY.Key_J, KEY.Key_E, KEY.Key_Home, KEY.Key_Left)
    camera.take("reader-edges")
    camera.press(KEY.Key_Return, KEY.Key_Q, KEY.Key_W)
    camera.take("reader-why")
    camera.press(KEY.Key_W, KEY.Key_N)
    camera.type_in("Compare with the dates the second report gives.")
    camera.press(KEY.Key_Return, KEY.Key_N)
    camera.take("reader-notes")
    camera.press(KEY.Key_Escape)
    page.parts.tabs.setCurrentIndex(1)
    page.parts.tags.setFocus()
    camera.press(KEY.Key_J)
    camera.take("reader-tags")
    pages(camera)
    page = camera.read(WORD)
    camera.take("reader-word")
    while page.parts.models.queue.left:
        QTest.keyClick(camera.window.focusWidget(), KEY.Key_A)
    camera.take("reader-all-decided")


def pages(camera: Camera) -> None:
    """Go through the states of text beside page, and of a scan tagged by its pages."""
    camera.press(KEY.Key_B)
    camera.take("reader-both")
    camera.press(KEY.Key_B)
    page = camera.read(SCAN)
    camera.take("reader-scan")
    camera.press(KEY.Key_S)
    camera.take("reader-scan-page")
    camera.press(KEY.Key_1)
    page.parts.tabs.setCurrentIndex(1)
    page.parts.tags.setFocus()
    camera.press(KEY.Key_J)
    camera.take("reader-scan-tagged")


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
