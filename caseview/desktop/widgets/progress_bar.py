"""A bar that says how far something is, painted with everything else that changed."""

from PySide6.QtWidgets import QProgressBar, QWidget


class ProgressBar(QProgressBar):
    """A bar without words; `name` is spoken."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setAccessibleName(name)

    def show_progress(self, done: int, whole: int) -> None:
        """Show that `done` of `whole` is done; a whole of 0 is not known yet.

        Qt's own `setValue` paints at once, and with it whatever else waits to be painted: twice
        in all, and one half of a change before the other.
        """
        self.setUpdatesEnabled(False)
        self.setRange(0, whole)
        self.setValue(done)
        self.setUpdatesEnabled(True)
