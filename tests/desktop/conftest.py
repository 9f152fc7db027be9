"""What every test of the desktop needs: Qt without a screen, the appearance, a casebook."""

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.jobs import Jobs
from caseview.desktop.main import leave_plain_words, open_window
from caseview.desktop.window.window import Window
from tests.desktop.driving import settle
from tests.desktop.invented_doorway import InventedDoorway
from tests.desktop.invented_session import InventedSession
from tests.desktop.made_casebook import make
from tests.desktop.real_casebook import Room, copy_of, fill, open_room

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session", autouse=True)
def clipboard_left_plain(qapp: QApplication) -> Iterator[None]:
    yield
    leave_plain_words()


@pytest.fixture
def resources() -> Path:
    return RESOURCES


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:
    look = Appearance(RESOURCES)
    look.dress()
    return look


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def session() -> InventedSession:
    return InventedSession()


@pytest.fixture
def door(session: InventedSession) -> InventedDoorway:
    made = InventedDoorway(coder="QZ")
    made.session = session
    return made


@pytest.fixture
def empty_window(qtbot: QtBot, door: InventedDoorway) -> Iterator[Window]:
    made = open_window(RESOURCES, door)
    qtbot.addWidget(made)
    yield made
    made.close()


@pytest.fixture
def window(empty_window: Window, session: InventedSession, qtbot: QtBot) -> Window:
    empty_window.show_casebook(session, session.reading.codebook(), session.reading.info())
    qtbot.waitActive(empty_window)
    settle(empty_window, qtbot)
    return empty_window


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real casebook with a PDF, a Word document and a scan; tests work on copies."""
    return fill(tmp_path_factory.mktemp("filled"))


@pytest.fixture
def room(filled: Path, tmp_path: Path, qtbot: QtBot) -> Room:
    """A window on a copy of the real casebook."""
    return open_room(tmp_path, copy_of(filled, tmp_path), qtbot)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made casebook of 300 reviews and 411 documents; tests work on copies."""
    return make(tmp_path_factory.mktemp("made"))


@pytest.fixture
def large(made: Path, tmp_path: Path, qtbot: QtBot) -> Room:
    """A window on a copy of the made casebook."""
    return open_room(tmp_path, copy_of(made, tmp_path), qtbot)
