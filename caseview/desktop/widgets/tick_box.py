"""A box to tick with words beside it, drawn like the ticks in lists, in light and dark."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import told
from caseview.desktop.widgets.painting import elided, focus_ring, paint_tick

SIDE, GAP, HIGH, LEAST = 17, 8, 26, 120


class TickBox(QCheckBox):
    """A QCheckBox whose box keeps its contrast on any ground."""

    def __init__(self, look: Appearance, words: str) -> None:
        words = told(words)
        super().__init__(words)
        self._look = look
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(self._look.px(SIDE + GAP) + words + 8, self._look.px(HIGH))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._look.px(LEAST)), self._look.px(HIGH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self._look.px(SIDE)
        box = QRect(3, (self.height() - side) // 2, side, side)
        paint_tick(painter, self._look, box, ticked=self.isChecked())
        painter.setPen(self._look.colour("text" if self.isEnabled() else "off"))
        words = self.rect().adjusted(box.right() + self._look.px(GAP), 0, 0, 0)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        shown = elided(painter, self.text(), words)
        painter.drawText(words, left, shown)
        self.setToolTip(self.text() if shown != self.text() else "")
        if self.hasFocus():
            focus_ring(painter, self._look, self.rect())
