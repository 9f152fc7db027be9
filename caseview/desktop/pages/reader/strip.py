"""The strip above the text: text or page, which page, and finding."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.widgets.buttons import Button, Role, Segments
from caseview.desktop.widgets.labels import cap


class Strip(QFrame):
    """Its parts stand left, middle and right, as in every reader of documents."""

    def __init__(self, look: Appearance, switch: Segments) -> None:
        super().__init__()
        self.setProperty("line", "below")
        self.page = Button(look, "", Role.QUIET)
        self.page.setToolTip("Go to page (Ctrl+G)")
        self.finder = Button(look, "Find in this document", Role.QUIET)
        self.finder.setToolTip("Find in this document (Ctrl+F)")
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 7, 12, 7)
        line.setSpacing(6)
        line.addWidget(switch)
        line.addStretch(1)
        line.addWidget(self.page)
        line.addStretch(1)
        line.addWidget(self.finder)
        line.addWidget(cap("Ctrl+F"))

    def show_page(self, page: int, whole: int) -> None:
        """Show which page one is on; nothing where there are none."""
        self.page.setVisible(bool(whole))
        self.page.say(f"Page {number(max(1, page))} of {number(whole)}")
