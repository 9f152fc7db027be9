"""Labels in the few voices of the type scale."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption
from typing_extensions import override

from caseview.desktop.tongue import told, tr


class Voice(StrEnum):
    """The voices a label can have; the stylesheet gives each its size and weight."""

    TITLE = "title"
    PANE = "pane"
    BODY = "body"
    STRONG = "strong"
    SECONDARY = "secondary"
    CAPTION = "caption"
    NUMBER = "number"
    CAP = "cap"
    PILL = "pill"
    MARKING = "marking"
    GUESS = "guess"


def label(words: str = "", voice: Voice = Voice.BODY, *, wrap: bool = False) -> QLabel:
    """Return a label; with `wrap` it takes the lines it needs."""
    made = QLabel(told(words))
    made.setProperty("voice", voice)
    made.setWordWrap(wrap)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if not wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return made


class OneLine(QLabel):
    """A label of one line that ends in "…" where room is short; the tooltip has the whole."""

    def __init__(
        self, words: str = "", voice: Voice = Voice.BODY, *, as_long_as_its_words: bool = False
    ) -> None:
        super().__init__()
        self._words = ""
        self.setProperty("voice", voice)
        across = (
            QSizePolicy.Policy.Preferred if as_long_as_its_words else QSizePolicy.Policy.Ignored
        )
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.say(words)

    @property
    def words(self) -> str:
        """The whole of its words, also where they show cut."""
        return self._words

    def say(self, words: str) -> None:
        """Show other words."""
        self._words = words = told(words)
        self.setText(words)
        self.setAccessibleName(words)
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, self.alignment(), shown)
        self.setToolTip(self._words if shown != self._words else "")


def cap(keys: str) -> QLabel:
    """Return the picture of a key ("Ctrl+E")."""
    made = label(keys, Voice.CAP)
    made.setAccessibleName(tr("Key {0}", keys))
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made
