"""Two views side by side, parted as one likes it; the first has the room alone at other times."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

SHARES = (400, 500, 600)
"""What the first view can have of the width by key, in thousandths."""
FIRST = 450
_LEAST, _MOST = 200, 800


class SideBySide(QSplitter):
    """Holds a view, and at times a second beside it.

    `parted(int)` tells what the first has of the width, in thousandths, once that was changed.
    """

    parted = Signal(int)

    def __init__(self, first: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._share = FIRST
        self.setChildrenCollapsible(False)
        self.setHandleWidth(7)
        self.addWidget(first)
        self.splitterMoved.connect(self._dragged)

    @property
    def both(self) -> bool:
        """Whether a second view stands beside the first."""
        return self.count() > 1

    @property
    def share(self) -> int:
        """What the first view has of the width when both show, in thousandths."""
        return self._share

    def part(self, share: int) -> None:
        """Give the first view this share of the width, kept within what leaves both of use."""
        self._share = min(_MOST, max(_LEAST, share))
        self.setSizes([self._share, 1000 - self._share])

    def take_in(self, second: QWidget) -> None:
        """Show a second view beside the first, parted as before."""
        self.addWidget(second)
        second.show()
        self.part(self._share)

    def part_on(self) -> None:
        """Part the views at the next of SHARES, after the last at the first again."""
        following = [share for share in SHARES if share > self._share]
        self.part((*following, SHARES[0])[0])
        self.parted.emit(self._share)

    def _dragged(self) -> None:
        first, second = self.sizes()
        self._share = min(_MOST, max(_LEAST, round(1000 * first / max(1, first + second))))
        self.parted.emit(self._share)
