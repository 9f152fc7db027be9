"""One place that tells whoever shows it that something has changed."""

from PySide6.QtCore import QObject, Signal

from caseview.desktop.places import Place
from caseview.desktop.tongue import told
from caseview.domain.changes import Changes


class Events(QObject):
    """Broadcasts: connect a bound method of a QObject, and it ends with the object.

    `changed(Changes)` after a use case changed the casebook; `going(Place)` when somebody asks to
    be taken somewhere; `said(str)` a line for the status bar; `sample_wanted()` asks for the
    sample casebook, `imports_wanted()` for the list of what was imported; `restore_wanted(path)` to
    put a backup in the place of the casebook, `lock_wanted(has_one)` to change its passphrase;
    `merge_wanted()` to merge another casebook into it; `adopt_wanted(older, newer)` to let a newer
    version of a document stand in for an older one.
    """

    changed = Signal(object)
    going = Signal(object)
    said = Signal(str)
    sample_wanted = Signal()
    imports_wanted = Signal()
    merge_wanted = Signal()
    restore_wanted = Signal(object)
    backed_up = Signal(object)
    lock_wanted = Signal(bool)
    adopt_wanted = Signal(int, int)

    def change(self, changes: Changes) -> None:
        """Tell everyone what a use case changed."""
        self.changed.emit(changes)

    def go(self, place: Place) -> None:
        """Ask to be taken to a place."""
        self.going.emit(place)

    def say(self, words: str) -> None:
        """Put a line in the status bar."""
        self.said.emit(told(words))
