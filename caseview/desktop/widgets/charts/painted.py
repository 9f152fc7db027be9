"""The base of painted pictures: marks gone to by pointer and keyboard, spoken, and opened."""

from abc import abstractmethod
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.handout import picture_told
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.enter import ENTERS
from caseview.desktop.widgets.painting import elided, focus_ring
from caseview.domain.handout import Drawing, Mark, Picture

TITLE, LINE, SIDE = 34, 20, 12
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MIDDLE = Qt.AlignmentFlag.AlignCenter
_STEPS = {
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
}


class Painted(QWidget):
    """Shows a Picture; `wanted(Behind)` asks for the passages of a mark.

    `moved(str)` tells the mark gone to in words, `copied()` that the picture is to be copied.
    """

    wanted = Signal(object)
    moved = Signal(str)
    copied = Signal()

    def __init__(self, look: Appearance, name: str) -> None:
        super().__init__()
        self.look = look
        self.picture = Picture(Drawing.BARS, "", (), (), ())
        self._at = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        look.changed.connect(self._measure)

    @property
    def at(self) -> tuple[int, int]:
        """The row and column of the mark gone to."""
        return self._at

    def show_picture(self, picture: Picture) -> None:
        """Show another picture, its words for who does not see it."""
        self.picture = picture_told(picture)
        if self._mark(*self._at) is None:
            self._at = next(self._marked(), (0, 0))
        self.setAccessibleDescription(picture.about)
        self._measure()

    @abstractmethod
    def draw(self, painter: QPainter) -> None:
        """Paint the marks."""

    @abstractmethod
    def spot(self, row: int, column: int) -> QRect:
        """Return where a mark stands, for pointer and focus."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.look.colour("surface"))
        px = self.look.px
        head = QRect(px(SIDE), 0, self.width() - 2 * px(SIDE), px(TITLE))
        painter.setPen(self.look.colour("text"))
        painter.setFont(self.look.font(14, QFont.Weight.DemiBold))
        painter.drawText(head, LEFT, elided(painter, self.picture.title, head))
        self.draw(painter)
        if self.hasFocus() and self._mark(*self._at) is not None:
            focus_ring(painter, self.look, self.spot(*self._at))
        painter.end()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._under(event.position().toPoint())
        if found is not None:
            self._go(found)
            self._open()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._walk(*step)
        elif event.key() in ENTERS:
            self._open()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def _marked(self) -> Iterator[tuple[int, int]]:
        for row, marks in enumerate(self.picture.marks):
            for column, mark in enumerate(marks):
                if mark is not None:
                    yield row, column

    def _mark(self, row: int, column: int) -> Mark | None:
        marks = self.picture.marks
        if not 0 <= row < len(marks) or not 0 <= column < len(marks[row]):
            return None
        return marks[row][column]

    def _walk(self, down: int, right: int) -> None:
        """Go to the next mark that way, over places without one."""
        row, column = self._at
        most = max(len(self.picture.rows), len(self.picture.columns))
        for step in range(1, most + 1):
            goal = (row + step * down, column + step * right)
            if self._mark(*goal) is not None:
                self._go(goal)
                return

    def _under(self, point: QPoint) -> tuple[int, int] | None:
        return next((one for one in self._marked() if self.spot(*one).contains(point)), None)

    def _go(self, place: tuple[int, int]) -> None:
        self._at = place
        mark = self._mark(*place)
        if mark is not None:
            opens = tr("  ·  Enter shows the evidence") if mark.behind is not None else ""
            self.moved.emit(f"{mark.spoken}{opens}")
        self.update()

    def _open(self) -> None:
        mark = self._mark(*self._at)
        if mark is not None and mark.behind is not None:
            self.wanted.emit(mark.behind)

    def _measure(self) -> None:
        self.setMinimumSize(self.sizeHint())
        self.updateGeometry()
        self.update()
