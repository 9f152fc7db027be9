"""Keeps turns short: workers and the collector may not hold the interpreter against the window."""

import sys

from PySide6.QtCore import QObject

from caseview.collector import keep_for_good, look_seldom
from caseview.desktop.desk import Desk
from caseview.desktop.window.window import Window

TURN = 0.0005
"""How long, in seconds, a worker may go on while the window waits for the interpreter.

The window asks for it at each thing it paints, so with Python's usual 0.005 a busy worker makes
it wait that long many times over.
"""

YOUNG = 10_000
"""How many objects are made before the collector looks for circles among them."""


class Turns(QObject):
    """Makes turns short for as long as the program runs.

    What is there once a casebook has been opened (modules, codebook, views) stays until the end,
    so the collector is told to leave it out; else it holds everything up for 70 ms at times.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._known: Desk | None = None
        sys.setswitchinterval(TURN)
        look_seldom(YOUNG)
        window.jobs.busy.connect(self._at_rest)

    def _at_rest(self, under_way: int) -> None:
        if not under_way and self._window.desk is not self._known:
            self._known = self._window.desk
            keep_for_good()
