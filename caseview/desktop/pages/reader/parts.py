"""The parts of the Reader and how they are laid out."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.note_list import NoteModel
from caseview.desktop.models.outline import OutlineModel
from caseview.desktop.models.queue import QueueModel
from caseview.desktop.models.tag_list import TagModel
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.pages.reader.figures import BY_HAND, Figures
from caseview.desktop.pages.reader.strip import Strip
from caseview.desktop.pages.reader.views import Views
from caseview.desktop.tongue import several, tr
from caseview.desktop.widgets.collapsing import Panes
from caseview.desktop.widgets.edges_bar import EdgesBar
from caseview.desktop.widgets.find_bar import FindBar
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.notes_pane import NotesPane
from caseview.desktop.widgets.notices import Banner, Empty
from caseview.desktop.widgets.panes import Pane
from caseview.desktop.widgets.queue_view import QueueView
from caseview.desktop.widgets.reading_view import ReadingView
from caseview.desktop.widgets.recent_themes import RecentThemes
from caseview.desktop.widgets.side_lists import OutlineList, TagList
from caseview.domain.english import English

NONE_CHOSEN = English(
    "Choose a document in the Library, or press Ctrl+Enter to open the next one to tag."
)
NO_SUGGESTIONS = English(
    "No rule found anything here. That does not mean nothing is here: "
    "read it and tag what you find."
)
NO_TAGS = English("No tags here yet. A accepts a suggestion; S and T tag words by hand.")
NO_WORDS = English("A scan has no words for rules to look at.")
SIDE, SECTIONS = English("Suggestions and tags"), English("Sections")
SIDE_ALONE, SIDE_BOTH = 384, 304
SUGGESTIONS, TAGS, NOTES = 0, 1, 2
_NO_SUGGESTIONS, _NO_TAGS = 3, 4


@dataclass(slots=True)
class Models:
    """What the Reader's lists show."""

    outline: OutlineModel
    queue: QueueModel
    tags: TagModel
    notes: NoteModel


class Parts:
    """The widgets of the Reader, put together once."""

    def __init__(self, look: Appearance, book: ThemeBook, edge_keys: Mapping[str, str]) -> None:
        self.look = look
        self.models = Models(OutlineModel(), QueueModel(book), TagModel(book), NoteModel())
        self.outline = OutlineList(look, self.models.outline)
        self.recent = RecentThemes(look, book)
        self.views = Views(look, book)
        self.queue = QueueView(look, book, self.models.queue)
        self.tags = TagList(look, book, self.models.tags)
        self.notes = NotesPane(look, self.models.notes)
        self.tabs = QTabBar()
        self.strip = Strip(look, self.views.switch)
        self.find = FindBar(look)
        self.edges = EdgesBar(look, edge_keys)
        self.banner = Banner(look, "plain")
        self.figures = Figures(look)
        self.nothing = Empty(look, NO_SUGGESTIONS)
        self.middle = QStackedWidget()
        self.side = QStackedWidget()

    @property
    def text(self) -> ReadingView:
        """The text view, which keeps cursor and selection for the printed pages too."""
        return self.views.text

    def put_together(self) -> QWidget:
        """Return the three panes side by side, under the words for "no document"."""
        sides = [(SECTIONS, self._left()), (tr("Text"), self._centre()), (SIDE, self._right())]
        self.panes = Panes(self.look, sides)
        self.views.arranged.connect(self._make_room)
        self.middle.addWidget(Empty(self.look, NONE_CHOSEN))
        self.middle.addWidget(self.panes)
        return self.middle

    def count(self) -> None:
        """Show how many suggestions are decided and how many tags and notes there are."""
        queue, tags, notes = self.models.queue, self.models.tags, self.models.notes
        whole, left, given = len(queue.all), queue.left, len(tags.all)
        showing = self.tabs.currentIndex()
        self.figures.show_figures(whole, left, decided=showing == SUGGESTIONS and bool(whole))
        by_hand = showing == SUGGESTIONS and not whole
        self.figures.show_keys(BY_HAND if by_hand else showing)
        self.tabs.setTabText(SUGGESTIONS, tr("Suggestions  {0}", number(left)))
        self.tabs.setTabText(TAGS, tr("Tags  {0}", number(given)))
        self.tabs.setTabText(NOTES, tr("Notes  {0}", number(notes.rowCount())))
        empty = {SUGGESTIONS: not whole, TAGS: not given}.get(showing, False)
        front = {SUGGESTIONS: _NO_SUGGESTIONS, TAGS: _NO_TAGS}[showing] if empty else showing
        self.side.setCurrentIndex(front)
        self.tabs.setAccessibleDescription(tr("{0} to decide", several(left, "suggestion")))

    def bring_side(self) -> None:
        """Bring the lists at the right to the front where one pane shows at a time."""
        if self.panes.one_at_a_time:
            self.panes.show_pane(SIDE)

    def focus_work(self) -> None:
        """Give the keys to the list in front, or to the text where it is empty."""
        front = self.side.currentWidget()
        if front in {self.queue, self.tags, self.notes} and self.side.isVisible():
            front.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.views.focus()

    def _make_room(self, both: bool) -> None:  # noqa: FBT001 - a signal's own argument
        """Give the room of the sections, and some of the lists, to text and pages side by side."""
        (self.panes.hide_pane if both else self.panes.bring_back)(SECTIONS)
        self.panes.set_width(SIDE, self.look.px(SIDE_BOTH if both else SIDE_ALONE))

    def _left(self) -> Pane:
        pane = Pane(tr("Sections"), margins=1)
        pane.setFixedWidth(self.look.px(214))
        heading = label(tr("SECTIONS"), Voice.CAPTION)
        heading.setContentsMargins(10, 9, 0, 0)
        pane.column.setSpacing(4)
        pane.column.addWidget(heading)
        pane.column.addWidget(self.outline, 1)
        pane.column.addWidget(self.recent)
        return pane

    def _centre(self) -> Pane:
        pane = Pane(tr("Text"), margins=1)
        pane.main = self.views.stack
        pane.column.setSpacing(0)
        for part in (self.strip, self.find, self.edges, self.banner):
            pane.column.addWidget(part)
        pane.column.addWidget(self.views.whole, 1)
        return pane

    def _right(self) -> Pane:
        pane = Pane(SIDE, margins=1)
        pane.setFixedWidth(self.look.px(SIDE_ALONE))
        pane.main = self.side
        for name in (tr("Suggestions"), tr("Tags"), tr("Notes")):
            self.tabs.addTab(name)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(tr("Suggestions, tags or notes"))
        no_tags = Empty(self.look, NO_TAGS)
        for each in (self.queue, self.tags, self.notes, self.nothing, no_tags):
            self.side.addWidget(each)
        pane.column.setSpacing(0)
        pane.column.addWidget(self.tabs)
        self.figures.put_around(self.side)
        pane.column.addWidget(self.figures, 1)
        self.queue.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return pane
