"""What stands beside the page: the quotes with their ticks, or one's own words."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.buttons import Segments
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.panes import Pane, line, row
from caseview.domain.english import English

NO_KEY_QUOTES = English("No key quotes yet. Press Q on a tagged passage to star it.")
FIRST_TICKED = English("None is starred yet, so the first of each kind are ticked. Q stars one.")
SIDES = (("quotes", English("Quotes")), ("words", English("Your words")))
WORD_FOR_WORD = English("Only ticked quotes go in, word for word.")
YOURS = English("They stay when numbers are made anew.")


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
        self._about = label(WORD_FOR_WORD, Voice.SECONDARY, wrap=True)
        self._of_quotes = WORD_FOR_WORD
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
        self._say_about()
        self._picked.setVisible(side == "quotes")

    def count(self, ticked: int, whole: int, *, starred: bool) -> None:
        """Say how many quotes are picked, and where none was starred how to star one."""
        self._picked.setText(tr("{0} of {1} picked", number(ticked), number(whole)))
        unstarred = FIRST_TICKED if whole else NO_KEY_QUOTES
        self._of_quotes = WORD_FOR_WORD if starred else unstarred
        self._say_about()

    def _say_about(self) -> None:
        self._about.setText(told(self._of_quotes if self.sides.value == "quotes" else YOURS))
