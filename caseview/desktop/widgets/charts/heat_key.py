"""The key to the shading of a cross-tab: six steps, each with its range beside it."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.charts.painted import LEFT
from caseview.domain.english import English

RANGES = ("0", English("to 15"), English("to 35"), English("to 55"), English("to 72"), "72+")
SWATCH, WIDE, HIGH = 13, 54, 26


class HeatKey(QWidget):
    """Paints the steps from left to right; the number always stands in the cell as well."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(tr("Shading by per cent: {0}", ", ".join(RANGES)))
        self.setToolTip(tr("How cells are shaded: the darker, the larger the percentage"))
        look.changed.connect(self._measure)
        self._measure()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(WIDE * len(RANGES)), self._look.px(HIGH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        px = self._look.px
        painter.setFont(self._look.font(11))
        for step, words in enumerate(RANGES):
            left, top = px(WIDE * step), (self.height() - px(SWATCH)) // 2
            box = QRect(left, top, px(SWATCH), px(SWATCH))
            painter.fillRect(box, QColor(self._look.tokens[f"heat{step}"]))
            painter.setPen(QPen(self._look.colour("border"), 1))
            painter.drawRect(box)
            painter.setPen(self._look.colour("text2"))
            room = QRect(box.right() + px(5), 0, px(WIDE - SWATCH - 5), self.height())
            painter.drawText(room, LEFT, words)
        painter.end()

    def _measure(self) -> None:
        self.setFixedSize(self.sizeHint())
