"""Puts work off until the window has been painted for the first time."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

AT_LAST = 3000
"""Milliseconds after which the work begins even if nothing was painted (a window kept hidden)."""


class AfterFirstPaint(QObject):
    """Acts once: after the first paint of a window, which a worker would slow down."""

    def __init__(self, window: QWidget, act: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._act: Callable[[], object] | None = act
        window.installEventFilter(self)
        QTimer.singleShot(AT_LAST, self, self._now)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._now)
        return False

    def _now(self) -> None:
        act, self._act = self._act, None
        if act is not None:
            act()
