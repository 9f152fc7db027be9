"""What stands beside the page: the quotes with their ticks, or one's own words."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Segments
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.panes import Pane, line, row
from caseview.domain.english import English

NO_KEY_QUOTES = English("No key quotes yet. Press Q on a tagged passage to star it.")
SIDES = (("quotes", English("Quotes")), ("words", English("Your words")))
_ABOUT = {
    "quotes": English("Only ticked quotes go in, word for word."),
    "words": English("They stay when numbers are made anew."),
}


class Beside(Pane):
    """Shows quotes or words, whichever is chosen."""

    def __init__(self, look: Appearance, quotes: QWidget, words: QWidget) -> None:
        super().__init__(tr("Quotes and words"), margins=1)
        self.setFixedWidth(look.px(310))
        self.main = quotes
        self.sides = Segments(look, tr("Show"), SIDES, compact=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(quotes)
        self._stack.addWidget(words)
        self._picked = label("", Voice.SECONDARY)
        self._about = label(_ABOUT["quotes"], Voice.SECONDARY)
        self._about.setWordWrap(True)
        self._side, self._starred = "quotes", True
        self.column.setSpacing(0)
        strip, head = line()
        above = QVBoxLayout()
        above.setSpacing(1)
        above.addLayout(row(self.sides, None, self._picked))
        above.addWidget(self._about)
        head.addLayout(above, 1)
        self.column.addWidget(strip)
        self.column.addWidget(self._stack, 1)
        self.sides.chosen.connect(self.show_side)

    def show_side(self, side: str) -> None:
        """Show the "quotes" or the "words"."""
        self.sides.choose(side)
        self._stack.setCurrentIndex(side == "words")
        self._side = side
        self._say_about()
        self._picked.setVisible(side == "quotes")

    def count(self, ticked: int, whole: int, *, starred: bool) -> None:
        """Say how many quotes are picked, and where none was starred how to star one."""
        self._picked.setText(tr("{0} of {1} picked", number(ticked), number(whole)))
        self._starred = starred
        self._say_about()

    def _say_about(self) -> None:
        unstarred = self._side == "quotes" and not self._starred
        self._about.setText(tr(NO_KEY_QUOTES) if unstarred else _ABOUT[self._side])
