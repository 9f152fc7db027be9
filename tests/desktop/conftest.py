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

RESOURCES = Path(__file__).parents[2] / "resources"


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
