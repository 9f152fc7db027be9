"""The small window that asks for a page to go to."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.labels import Voice, label


class PageNumber(QFrame):
    """Enter goes to the page typed, Esc stays; `chosen` is called with the number."""

    def __init__(
        self,
        parent: QWidget,
        look: Appearance,
        pages: tuple[int, int],
        chosen: Callable[[int], object],
    ) -> None:
        """Ask; `pages` are the page one is on and how many there are."""
        super().__init__(parent, Qt.WindowType.Popup)
        here, self._whole = pages
        self._chosen = chosen
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("pane", "true")
        self.setAccessibleName(tr("Go to page"))
        self.field = QLineEdit(str(here) if here else "")
        self.field.setAccessibleName(tr("Page, 1 to {0}", self._whole))
        self.field.setValidator(QIntValidator(1, 99_999, self))
        self.field.setFixedWidth(look.px(64))
        self.field.selectAll()
        self.field.returnPressed.connect(self._go)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 10, 12, 10)
        line.addWidget(label(tr("Go to page"), Voice.BODY))
        line.addWidget(self.field)
        line.addWidget(label(tr("of {0}", number(self._whole)), Voice.BODY))

    def show_at(self, place: QPoint) -> None:
        """Show it with its top left at a point of the screen."""
        self.move(place)
        self.show()
        self.field.setFocus()

    def _go(self) -> None:
        typed = int(self.field.text() or 1)
        self.close()
        self._chosen(min(self._whole, max(1, typed)))
