"""A real casebook in a real window: three invented documents of the sample, read and kept."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseview.desktop.main import open_window
from caseview.desktop.pages.reader.page import ReaderPage
from caseview.desktop.places import Place, View
from caseview.desktop.window.window import Window
from caseview.locate import places
from caseview.wiring import House
from caseview.wiring.doorway import Doorway
from caseview.wiring.session import Session
from tests.desktop.driving import settle

PDF, WORD, SCAN = "sar-joanne-saltwick-2020", "sar-denise-northmoor-2024", "pfd-fairbrow"
CODER = "QZ"


def doorway(folder: Path) -> Doorway:
    """Return the program's own doorway, with settings kept in `folder`."""
    door = Doorway(House(replace(places(), settings=folder)))
    door.remember("coder", CODER)
    return door


def fill(folder: Path) -> Path:
    """Make a casebook with the three documents and return its path."""
    door = doorway(folder)
    path = folder / "Filled.casebook"
    session = door.start(path, coder=CODER, passphrase=None)
    wanted = [f for f in door.sample_files() if f.name.startswith((PDF, WORD, SCAN))]
    with pytest.MonkeyPatch.context() as patch:
        # No programs beside: the scan has no text, whether or not this machine has Tesseract.
        patch.setenv("PATH", "")
        session.filing.import_files(wanted, lambda *_: None, lambda: False)
    session.close()
    return path


@dataclass
class Room:
    """A window on a copy of the filled casebook, its Reader and its session."""

    folder: Path
    path: Path
    window: Window
    qtbot: QtBot

    @property
    def session(self) -> Session:
        assert self.window.desk is not None
        held = self.window.desk.session
        assert isinstance(held, Session)
        return held

    @property
    def reader(self) -> ReaderPage:
        page = self.window.page()
        assert isinstance(page, ReaderPage)
        return page

    def document(self, name: str) -> int:
        """Return the id of the document whose file name begins so."""
        held = [d for review in self.session.reading.library() for d in review.documents]
        return next(d.id for d in held if d.name.startswith(name))

    def read(self, name: str) -> ReaderPage:
        """Open a document in the Reader."""
        self.window.go(Place(View.READER, document=self.document(name)))
        self.settle()
        return self.reader

    def settle(self) -> None:
        """Wait until no work is under way."""
        settle(self.window, self.qtbot)

    def reopen(self) -> "Room":
        """Close the window and open another one on the same casebook."""
        self.window.close()
        return open_room(self.folder, self.path, self.qtbot)


def open_room(folder: Path, path: Path, qtbot: QtBot) -> Room:
    """Open a window on a casebook and wait until it is there."""
    door = doorway(folder)
    window = open_window(places().resources, door, path)
    qtbot.addWidget(window, before_close_func=_close)
    qtbot.waitUntil(lambda: window.desk is not None, timeout=20_000)
    qtbot.waitActive(window)
    settle(window, qtbot)
    return Room(folder, path, window, qtbot)


def copy_of(filled: Path, folder: Path) -> Path:
    """Return a copy of the filled casebook in another folder."""
    return Path(shutil.copy(filled, folder / "Copy.casebook"))


def _close(window: QWidget) -> None:
    window.close()
