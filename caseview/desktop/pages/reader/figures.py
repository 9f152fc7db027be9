"""What stands around the lists at the right: how much is decided above, the keys below."""

from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.flow import FlowLayout
from caseview.desktop.widgets.labels import OneLine, Voice, cap, label
from caseview.desktop.widgets.notices import Banner
from caseview.desktop.widgets.progress_bar import ProgressBar
from caseview.domain.english import English

ALL_DECIDED = English("All {0} suggestions decided.")
ONE_DECIDED = English("The one suggestion is decided.")
READ_ON = English("Read on, or press Ctrl+Enter to finish this document.")
FINISHED = English("This document is finished.")
NONE = English("No suggestions in this document")
_KEYS = (
    (
        ("A", English("accept")),
        ("X", English("reject")),
        ("\N{EN DASH} +", English("gap, good")),
        ("T", English("theme")),
    ),
    (
        ("T", English("theme")),
        ("E", English("edges")),
        ("Q", English("key quote")),
        ("Delete", English("remove")),
    ),
    (("N", English("note")), ("Ctrl+Z", English("undo"))),
    (
        ("S", English("select")),
        ("T", English("theme")),
        ("1\N{EN DASH}9", English("recent theme")),
        ("N", English("note")),
    ),
)
BY_HAND = len(_KEYS) - 1
"""The keys where there is nothing to decide, counted as the tabs are."""


class Figures(QWidget):
    """Counts and a bar, the words for "all decided", a list in the middle, the keys."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._decided = OneLine("", Voice.SECONDARY)
        self._left = label("", Voice.SECONDARY)
        self._bar = ProgressBar(tr("Suggestions decided"))
        self.done = Banner(look, "plain")
        self._keys: list[QWidget] = []
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
            self._keys.append(line)
            self._inside.addWidget(line)
        self.show_keys(0)

    def show_keys(self, tab: int) -> None:
        """Show the keys of a tab, counted from 0, or those of work by hand (BY_HAND)."""
        for at, line in enumerate(self._keys):
            line.setVisible(at == tab)

    def set_finished(self, *, finished: bool) -> None:
        """Say whether the document is finished; shown with the next figures."""
        self._finished = finished

    def show_figures(self, whole: int, left: int, *, decided: bool) -> None:
        """Show how many of the suggestions are decided; `decided` where their list shows."""
        decided_of = tr("{0} of {1} decided in this document", number(whole - left), number(whole))
        self._decided.say(decided_of if whole else tr(NONE))
        self._left.setText(tr("{0} left", number(left)) if whole else "")
        self._bar.show_progress(whole - left, max(1, whole))
        if self._finished:
            self.done.say(tr(FINISHED))
        elif decided and not left:
            words = tr(ONE_DECIDED) if whole == 1 else tr(ALL_DECIDED.words, number(whole))
            self.done.say(words, tr(READ_ON))
        else:
            self.done.hide()


def _hints(hints: tuple[tuple[str, str], ...]) -> FlowLayout:
    keys = FlowLayout(10, 4)
    for key, words in hints:
        keys.add(cap(key), label(words, Voice.SECONDARY))
    return keys
