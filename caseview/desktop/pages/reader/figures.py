"""What stands around the lists at the right: how much is decided above, the keys below."""

from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.labels import OneLine, Voice, cap, label
from caseview.desktop.widgets.notices import Banner
from caseview.desktop.widgets.panes import row
from caseview.desktop.widgets.progress_bar import ProgressBar

ALL_DECIDED = "All {} suggestions decided."
ONE_DECIDED = "The one suggestion is decided."
READ_ON = "Read on, or press Ctrl+Enter to finish this document."
FINISHED = "This document is finished."
NONE = "No suggestions in this document"
_KEYS = (
    (("A", "accept"), ("X", "reject"), ("\N{EN DASH} +", "gap, good"), ("T", "theme")),
    (("T", "theme"), ("E", "edges"), ("Q", "key quote"), ("Delete", "remove")),
    (("N", "note"), ("Ctrl+Z", "undo")),
)


class Figures(QWidget):
    """Counts and a bar, the words for "all decided", a list in the middle, the keys."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._decided = OneLine("", Voice.SECONDARY)
        self._left = label("", Voice.SECONDARY)
        self._bar = ProgressBar("Suggestions decided")
        self.done = Banner(look, "plain")
        self._keys = QStackedWidget()
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
        for hints in _KEYS:
            line = QWidget()
            line.setLayout(_hints(hints))
            self._keys.addWidget(line)
        self._keys.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._inside.addWidget(self._keys)

    def show_keys(self, tab: int) -> None:
        """Show the keys of a tab, counted from 0."""
        self._keys.setCurrentIndex(tab)

    def set_finished(self, *, finished: bool) -> None:
        """Say whether the document is finished; shown with the next figures."""
        self._finished = finished

    def show_figures(self, whole: int, left: int, *, decided: bool) -> None:
        """Show how many of the suggestions are decided; `decided` where their list shows."""
        decided_of = f"{number(whole - left)} of {number(whole)} decided in this document"
        self._decided.say(decided_of if whole else NONE)
        self._left.setText(tr("{0} left", number(left)) if whole else "")
        self._bar.show_progress(whole - left, max(1, whole))
        if self._finished:
            self.done.say(FINISHED)
        elif decided and not left:
            words = ONE_DECIDED if whole == 1 else ALL_DECIDED.format(number(whole))
            self.done.say(words, READ_ON)
        else:
            self.done.hide()


def _hints(hints: tuple[tuple[str, str], ...]) -> QHBoxLayout:
    keys = row(spacing=5)
    for key, words in hints:
        keys.addWidget(cap(key))
        keys.addWidget(label(words, Voice.SECONDARY))
        keys.addSpacing(6)
    keys.addStretch(1)
    return keys
