"""Follows the codebook: when another version is in use, the views are made again from it."""

from PySide6.QtCore import QObject

from caseview.desktop.session.session import Session
from caseview.desktop.tongue import tr
from caseview.desktop.window.window import Window
from caseview.domain.changes import Changes
from caseview.domain.codebook import Codebook


class Renewing(QObject):
    """Reads the codebook anew after a change of it, an undo of one, or a merge."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.events.changed.connect(self._changed)

    def _changed(self, changes: Changes) -> None:
        desk = self._window.desk
        if changes.codebook and desk is not None:
            desk.read(
                tr("Read the codebook"), _codebook, self._window.renew, name="codebook in use"
            )


def _codebook(session: Session) -> Codebook:
    return session.reading.codebook()
