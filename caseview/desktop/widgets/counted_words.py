"""The words below numbers that say how they were counted."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.labels import Voice, label
from caseview.domain.english import run_on

LINES = 3


class CountedWords(QFrame):
    """A few lines under a hairline; the numbers come first, so the rest is scrolled to."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self.setProperty("line", "above")
        self._words = label("", Voice.SECONDARY, wrap=True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._words)
        self._area.viewport().setAutoFillBackground(False)
        self._words.setAutoFillBackground(False)
        self._area.setAccessibleName(tr("How this was counted"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self._area, 1)
        look.changed.connect(self._measure)
        self._measure()

    def say(self, sentences: Iterable[str]) -> None:
        """Show these sentences, one after the other."""
        self._words.setText(told(run_on(sentences)))

    def _measure(self) -> None:
        lines = QFontMetrics(self._look.font(12)).lineSpacing() * LINES
        self._area.setFixedHeight(lines + 2)
