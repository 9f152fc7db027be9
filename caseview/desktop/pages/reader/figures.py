"""What stands around the lists at the right: how much is decided above, the keys below."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.widgets.labels import OneLine, Voice, cap, label
from caseview.desktop.widgets.notices import Banner
from caseview.desktop.widgets.panes import row

ALL_DECIDED = "All {} suggestions decided."
ONE_DECIDED = "The one suggestion is decided."
READ_ON = "Read on, or press Ctrl+Enter to finish this document."
FINISHED = "This document is finished."
_KEYS = (("A", "accept"), ("X", "reject"), ("\N{EN DASH} +", "gap, good"), ("T", "theme"))


class Figures(QWidget):
    """Counts and a bar, the words for "all decided", a list in the middle, the keys."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._decided = OneLine("", Voice.SECONDARY)
        self._left = label("", Voice.SECONDARY)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Suggestions decided")
        self.done = Banner(look, "plain")
        self._finished = False
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(12, 8, 12, 6)
        self._inside.setSpacing(6)
        figures = QHBoxLayout()
        figures.addWidget(self._decided, 1)
        figures.addWidget(self._left)
        self._inside.addLayout(figures)
        self._inside.addWidget(self._bar)
        self._inside.addWidget(self.done)

    def put_around(self, lists: QWidget) -> None:
        """Put the lists under the counts and the keys under the lists."""
        self._inside.addWidget(lists, 1)
        keys = row(spacing=5)
        for key, words in _KEYS:
            keys.addWidget(cap(key))
            keys.addWidget(label(words, Voice.SECONDARY))
            keys.addSpacing(6)
        keys.addStretch(1)
        self._inside.addLayout(keys)

    def set_finished(self, *, finished: bool) -> None:
        """Say whether the document is finished; shown with the next figures."""
        self._finished = finished

    def show_figures(self, whole: int, left: int, *, decided: bool) -> None:
        """Show how many of the suggestions are decided; `decided` where their list shows."""
        self._decided.say(f"{number(whole - left)} of {number(whole)} decided in this document")
        self._left.setText(f"{number(left)} left")
        self._bar.setRange(0, max(1, whole))
        self._bar.setValue(whole - left)
        if self._finished:
            self.done.say(FINISHED)
        elif decided and not left:
            words = ONE_DECIDED if whole == 1 else ALL_DECIDED.format(number(whole))
            self.done.say(words, READ_ON)
        else:
            self.done.hide()
