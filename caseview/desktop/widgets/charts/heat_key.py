"""The key to the shading of a cross-tab: six steps, each with its range beside it."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.charts.painted import LEFT
from caseview.domain.english import English

RANGES = ("0%", English("to 15%"), English("to 35%"), English("to 55%"), English("to 72%"), "72%+")
SWATCH, BESIDE, AFTER, HIGH = 13, 5, 12, 26


class HeatKey(QWidget):
    """Paints the steps from left to right; the number always stands in the cell as well."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._words = [told(words) for words in RANGES]
        self.setAccessibleName(tr("Shading: {0}", ", ".join(self._words)))
        self.setToolTip(tr("How cells are shaded: the darker, the larger the percentage"))
        look.changed.connect(self._measure)
        self._measure()

    def follow(self, *, shaded: bool) -> None:
        """Show the key while a shaded table shows; high contrast shades nothing."""
        self.setVisible(shaded and self._look.tokens["heat0"] != self._look.tokens["heat5"])

    @override
    def sizeHint(self) -> QSize:
        last = self._places()[-1]
        return QSize(last.right() + self._look.px(AFTER), self._look.px(HIGH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self._look.px(SWATCH)
        painter.setFont(self._look.font(11))
        for step, (words, room) in enumerate(zip(self._words, self._places(), strict=True)):
            left = room.left() - side - self._look.px(BESIDE)
            box = QRect(left, (self.height() - side) // 2, side, side)
            painter.fillRect(box, QColor(self._look.tokens[f"heat{step}"]))
            painter.setPen(QPen(self._look.colour("border"), 1))
            painter.drawRect(box)
            painter.setPen(self._look.colour("text2"))
            painter.drawText(room, LEFT, words)
        painter.end()

    def _places(self) -> list[QRect]:
        """Return where the words of each step stand, each after its box."""
        metrics, px = QFontMetrics(self._look.font(11)), self._look.px
        places: list[QRect] = []
        for words in self._words:
            after = places[-1].right() + px(AFTER) if places else 0
            left = after + px(SWATCH + BESIDE)
            places.append(QRect(left, 0, metrics.horizontalAdvance(words) + 2, px(HIGH)))
        return places

    def _measure(self) -> None:
        self.setFixedSize(self.sizeHint())
