"""The strip above the text: text or page, which page, and finding."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout
from typing_extensions import override

from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Button, Role, Segments
from caseview.desktop.widgets.labels import cap
from caseview.domain.english import English

FIND, SHORT = English("Find in this document"), English("Find")
COVERED, OPEN = English("Show pictures"), English("Cover pictures")
WIDE, NARROW = 560, 430


class Strip(QFrame):
    """Its parts stand left, middle and right, as in every reader of documents."""

    def __init__(self, look: Appearance, switch: Segments) -> None:
        super().__init__()
        self._look = look
        self.setProperty("line", "below")
        self.page = Button(look, "", Role.QUIET)
        self.page.setToolTip(tr("Go to page (Ctrl+G)"))
        self.finder = Button(look, FIND, Role.QUIET)
        self.finder.setToolTip(tr("Find in this document (Ctrl+F)"))
        self.pictures = Button(look, COVERED, Role.QUIET)
        self.pictures.setCheckable(True)
        self.pictures.setToolTip(tr("Pictures on these pages are covered until you ask for them"))
        self.pictures.toggled.connect(lambda on: self.pictures.say(OPEN if on else COVERED))
        self.pictures.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 7, 12, 7)
        line.setSpacing(6)
        line.addWidget(switch)
        line.addStretch(1)
        line.addWidget(self.page)
        line.addWidget(self.pictures)
        line.addStretch(1)
        line.addWidget(self.finder)
        self._cap = cap("Ctrl+F")
        line.addWidget(self._cap)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.finder.say(FIND if self.width() >= self._look.px(WIDE) else SHORT)
        self._cap.setVisible(self.width() >= self._look.px(NARROW))

    def offer_pictures(self, *, shown: bool) -> None:
        """Offer to show the pictures of the pages, or do not."""
        self.pictures.setVisible(shown)

    def show_page(self, page: int, whole: int) -> None:
        """Show which page one is on; nothing where there are none."""
        self.page.setVisible(bool(whole))
        self.page.say(tr("Page {0} of {1}", number(max(1, page)), number(whole)))
