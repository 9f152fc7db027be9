"""What is shown of a theme: what it is, what is learned of it, what its rules may have missed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.pages.codebook.about_theme import AboutTheme
from caseview.desktop.pages.codebook.learned_pane import LearnedPane
from caseview.desktop.pages.codebook.missed_pane import MissedPane
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Segments
from caseview.domain.english import English

THEME, LEARNED, MISSED = "theme", "learned", "missed"
TABS = [
    (THEME, English("Theme")),
    (LEARNED, English("Learned")),
    (MISSED, English("May be missed")),
]


class ThemeTabs(QWidget):
    """Three tabs about one theme; `turned(str)` tells which is shown."""

    turned = Signal(str)

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self.about, self.learned, self.missed = (
            AboutTheme(look),
            LearnedPane(look),
            MissedPane(look),
        )
        self.tabs = Segments(look, tr("About the theme"), TABS, compact=True)
        self._stack = QStackedWidget()
        for part in (self.about, self.learned, self.missed):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(12, 10, 12, 0)
        head.addWidget(self.tabs)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self.turn)

    @property
    def tab(self) -> str:
        """The tab shown."""
        return self.tabs.value

    def turn(self, tab: str) -> None:
        """Show a tab."""
        self.tabs.choose(tab)
        self._stack.setCurrentIndex([key for key, _ in TABS].index(tab))
        self.turned.emit(tab)
