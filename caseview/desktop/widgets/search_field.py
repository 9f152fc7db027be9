"""The field of a search, which can point at a place in what was typed."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QInputMethodEvent, QTextCharFormat
from PySide6.QtWidgets import QLineEdit

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.offsets import Offsets
from caseview.desktop.tongue import tr


class SearchField(QLineEdit):
    """A line to type a search in."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        look.changed.connect(self._dress)
        self._dress()
        self.setAccessibleName(tr("Words to search for"))
        self.setPlaceholderText(tr("Words, “a phrase”, kind:sar, theme:…"))
        self.setClearButtonEnabled(True)

    def _dress(self) -> None:
        self._glass.setIcon(self._look.icon("search", "text3", 16))

    def point_at(self, place: int | None) -> None:
        """Underline the sign at a code-point offset of the text, None to underline none.

        A line of text cannot be formatted otherwise than as an input method formats it.
        """
        said = []
        if place is not None and self.text():
            at = Offsets(self.text()).to_qt(min(place, len(self.text()) - 1))
            style = QTextCharFormat()
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            style.setUnderlineColor(self._look.colour("problem"))
            style.setBackground(self._look.colour("problem_soft"))
            style.setForeground(self._look.colour("problem"))
            kind = QInputMethodEvent.AttributeType.TextFormat
            start = at - self.cursorPosition()
            said = [QInputMethodEvent.Attribute(kind, start, 1, style)]
        QCoreApplication.sendEvent(self, QInputMethodEvent("", said))
        self.setProperty("place", place)

    def go_to(self, place: int) -> None:
        """Put the cursor at a code-point offset, with the sign there selected."""
        at = Offsets(self.text()).to_qt(min(place, max(0, len(self.text()) - 1)))
        self.setFocus()
        self.setSelection(at, 1)
