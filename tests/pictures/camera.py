"""A camera on a window: presses keys, waits until everything is painted, takes pictures."""

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import Qt  # noqa: E402 - the platform comes first
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from caseview.desktop.pages.reader.page import ReaderPage  # noqa: E402
from caseview.desktop.places import Place, View  # noqa: E402
from caseview.desktop.window.window import Window  # noqa: E402

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
            while time.monotonic() < end and self.window.jobs.under_way():
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

    def go(self, place: Place) -> None:
        """Go to a place."""
        self.window.go(place)
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
        self.window.grab().save(str(self.out / f"{name}-{scheme}.png"))
        self.taken += 1

    def _focused(self) -> QWidget:
        held: QWidget | None = QApplication.focusWidget()
        return held if held is not None else self.window
