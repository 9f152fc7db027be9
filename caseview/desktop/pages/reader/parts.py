"""The parts of the Reader and how they are laid out."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.outline import OutlineModel
from caseview.desktop.models.queue import QueueModel
from caseview.desktop.models.tag_list import TagModel
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.widgets.labels import OneLine, Voice, cap, label
from caseview.desktop.widgets.notices import Banner, Empty
from caseview.desktop.widgets.page import GAP
from caseview.desktop.widgets.panes import Pane, line, row
from caseview.desktop.widgets.queue_view import QueueView
from caseview.desktop.widgets.reading_view import ReadingView
from caseview.desktop.widgets.recent_themes import RecentThemes
from caseview.desktop.widgets.side_lists import OutlineList, TagList

NONE_CHOSEN = "Choose a document in the Library, or press Ctrl+Enter to open the next one to tag."
NO_SUGGESTIONS = (
    "No rule found anything here. That does not mean nothing is here: "
    "read it and tag what you find."
)
SCAN = "This document is a scan, so its words cannot be searched."
SCAN_MORE = "You can still read its pages in the file it came from."
SUGGESTIONS, TAGS = 0, 1
_KEYS = (("A", "accept"), ("X", "reject"), ("\N{EN DASH} +", "gap, good"), ("T", "theme"))


@dataclass(slots=True)
class Models:
    """What the Reader's lists show."""

    outline: OutlineModel
    queue: QueueModel
    tags: TagModel


class Parts:
    """The widgets of the Reader, put together once."""

    def __init__(self, look: Appearance, book: ThemeBook) -> None:
        self.look = look
        self.models = Models(OutlineModel(), QueueModel(book), TagModel(book))
        self.outline = OutlineList(look, self.models.outline)
        self.recent = RecentThemes(look, book)
        self.text = ReadingView(look, book)
        self.queue = QueueView(look, book, self.models.queue)
        self.tags = TagList(look, book, self.models.tags)
        self.tabs = QTabBar()
        self.page = label("", Voice.SECONDARY)
        self.banner = Banner(look, "plain")
        self.decided = OneLine("", Voice.SECONDARY)
        self.left = label("", Voice.SECONDARY)
        self.bar = QProgressBar()
        self.middle = QStackedWidget()
        self.side = QStackedWidget()
        self.nothing = Empty(look, NO_SUGGESTIONS)

    def put_together(self) -> QWidget:
        """Return the three panes side by side, under the words for "no document"."""
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self._left())
        line.addWidget(self._centre(), 1)
        line.addWidget(self._right())
        self.middle.addWidget(Empty(self.look, NONE_CHOSEN))
        self.middle.addWidget(holder)
        return self.middle

    def count(self) -> None:
        """Show how many suggestions are decided and how many tags there are."""
        queue, tags = self.models.queue, self.models.tags
        whole, left = len(queue.all), queue.left
        self.decided.say(f"{number(whole - left)} of {number(whole)} decided in this document")
        self.left.setText(f"{number(left)} left")
        self.bar.setRange(0, max(1, whole))
        self.bar.setValue(whole - left)
        self.tabs.setTabText(SUGGESTIONS, f"Suggestions  {number(left)}")
        self.tabs.setTabText(TAGS, f"Tags  {number(len(tags.all))}")
        showing = self.tabs.currentIndex()
        self.side.setCurrentIndex(2 if showing == SUGGESTIONS and not whole else showing)
        self.side.setFocusProxy(self.tags if showing == TAGS else self.queue)

    def _left(self) -> Pane:
        pane = Pane("Sections", margins=1)
        pane.setFixedWidth(self.look.px(214))
        heading = label("SECTIONS", Voice.CAPTION)
        heading.setContentsMargins(10, 9, 0, 0)
        pane.column.setSpacing(4)
        pane.column.addWidget(heading)
        pane.column.addWidget(self.outline, 1)
        pane.column.addWidget(self.recent)
        return pane

    def _centre(self) -> Pane:
        pane = Pane("Text", margins=1)
        pane.main = self.text
        strip, top = line()
        top.addWidget(self.page)
        top.addStretch(1)
        top.addWidget(label("Find in this document", Voice.SECONDARY))
        top.addWidget(cap("Ctrl+F"))
        pane.column.setSpacing(0)
        pane.column.addWidget(strip)
        pane.column.addWidget(self.banner)
        pane.column.addWidget(self.text, 1)
        return pane

    def _right(self) -> Pane:
        pane = Pane("Suggestions and tags", margins=1)
        pane.setFixedWidth(self.look.px(384))
        pane.main = self.side
        self.side.setFocusProxy(self.queue)
        for name in ("Suggestions", "Tags"):
            self.tabs.addTab(name)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName("Suggestions or tags")
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Suggestions decided")
        for each in (self.queue, self.tags, self.nothing):
            self.side.addWidget(each)
        pane.column.setSpacing(0)
        pane.column.addWidget(self.tabs)
        inside = QVBoxLayout()
        inside.setContentsMargins(12, 8, 12, 6)
        inside.setSpacing(6)
        figures = QHBoxLayout()
        figures.addWidget(self.decided, 1)
        figures.addWidget(self.left)
        inside.addLayout(figures)
        inside.addWidget(self.bar)
        inside.addWidget(self.side, 1)
        keys = row(spacing=5)
        for key, words in _KEYS:
            keys.addWidget(cap(key))
            keys.addWidget(label(words, Voice.SECONDARY))
            keys.addSpacing(6)
        keys.addStretch(1)
        inside.addLayout(keys)
        pane.column.addLayout(inside, 1)
        self.queue.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return pane
