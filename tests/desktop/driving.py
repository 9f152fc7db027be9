"""Drives a window as a person does: keys pressed, work waited for, widgets found by name."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseview.desktop.window.window import Window

Found = TypeVar("Found", bound=QWidget)
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def settle(window: Window, qtbot: QtBot) -> None:
    """Wait until no work is under way and what it brought is painted."""
    for _ in range(3):
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not window.jobs.under_way(), timeout=10_000)
    QApplication.processEvents()


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key, modifier)
    QApplication.processEvents()


def type_in(words: str) -> None:
    """Type words where the focus is."""
    QTest.keyClicks(focused(), words)
    QApplication.processEvents()


def focused() -> QWidget:
    """Return the widget with the focus."""
    held: QWidget | None = QApplication.activePopupWidget()
    if held is not None and held.focusWidget() is not None:
        return held.focusWidget()
    widget: QWidget | None = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def named(window: QWidget, name: str, kind: type[Found]) -> Found:
    """Return the visible widget with this accessible name."""
    found = [w for w in window.findChildren(kind) if w.accessibleName() == name and w.isVisible()]
    assert found, f"no {kind.__name__} is called “{name}”"
    return found[0]


def to_front(window: Window, qtbot: QtBot) -> None:
    """Give the keys back to the window after a dialog, as a desktop does by itself."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    if QApplication.focusWidget() is None and (page := window.page()) is not None:
        page.focus_first()
