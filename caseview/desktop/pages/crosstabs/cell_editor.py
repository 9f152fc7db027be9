"""Where an analyst writes of a theme in a review, with the passages below to write from."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.enter import ENTERS
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.panes import row
from caseview.domain.english import English

HIGH = 128
HINT = English("Your own words. Ctrl+Enter keeps them, so does leaving.")


class CellEditor(QWidget):
    """Holds the words of one cell; `written(str)` tells when they are to be kept.

    `quotes_wanted()` asks for the quotes of the cell to begin with.
    """

    written = Signal(str)
    quotes_wanted = Signal()

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._kept = ""
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(tr("What this review says of the theme, in your own words"))
        self.field.setPlaceholderText(tr("What does this review say of it?"))
        self.field.setTabChangesFocus(True)
        self.field.installEventFilter(self)
        self.begin = Button(look, tr("Start from quotes"), icon="quote")
        self.begin.clicked.connect(lambda _checked: self.quotes_wanted.emit())
        self.keep = Button(look, tr("Keep"), Role.PLAIN, icon="check")
        self.keep.clicked.connect(lambda _checked: self.write())
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 4)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addLayout(row(self.begin, self.keep, None))
        column.addWidget(label(HINT, Voice.SECONDARY, wrap=True))
        look.changed.connect(self._measure)
        self._measure()

    def show_words(self, words: str) -> None:
        """Show the words of a cell as they are kept."""
        self._kept = words
        self.field.setPlainText(words)

    def add(self, words: str) -> None:
        """Put words at the end, for the analyst to work on; they are not kept yet."""
        if words:
            held = self.field.toPlainText().rstrip()
            self.field.setPlainText(f"{held}\n{words}".strip())
        self.field.setFocus()

    def write(self) -> None:
        """Tell the words if they are others than those kept."""
        words = self.field.toPlainText().strip()
        if words != self._kept:
            self._kept = words
            self.written.emit(words)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.write()
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in ENTERS
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.write()
                return True
        return super().eventFilter(watched, event)

    def _measure(self) -> None:
        self.field.setFixedHeight(self._look.px(HIGH))
