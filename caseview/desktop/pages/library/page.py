"""The Library: every review, narrowed and sorted; guesses to confirm; how reviews were screened."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QStackedWidget
from typing_extensions import override

from caseview.counting.wording import number
from caseview.desktop.desk import Desk
from caseview.desktop.models.details import EDITED
from caseview.desktop.models.facets import FacetModel
from caseview.desktop.models.library import HEADINGS, Column, LibraryModel, facts_of, to_read
from caseview.desktop.models.narrowing import Narrowing, narrowed_to
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.pages.library.acts import Acts, read_work
from caseview.desktop.pages.library.flow import FlowTab
from caseview.desktop.pages.library.guesses import Guesses
from caseview.desktop.pages.library.layout import Listing, lay_out, say_scans
from caseview.desktop.pages.library.views import Views
from caseview.desktop.places import Place, View
from caseview.desktop.sorting import Sorter
from caseview.desktop.tongue import several, told, tr
from caseview.desktop.widgets.buttons import Button, Role, Segments
from caseview.desktop.widgets.notices import Banner
from caseview.desktop.widgets.page import Page
from caseview.desktop.widgets.review_details import ReviewDetails
from caseview.desktop.widgets.review_table import ReviewTable
from caseview.domain.english import English
from caseview.domain.review import Review, Status
from caseview.usecases.saved_view import LibraryView

LIST, GUESSES, FLOW = "list", "guesses", "flow"
KEYS = {
    GUESSES: English(
        "Enter confirms  ·  N not recorded  ·  T another value  ·  Space ticks several"
    ),
    FLOW: English("Enter on a number lists what is behind it"),
}
TABS = [(LIST, English("Reviews")), (GUESSES, English("To confirm")), (FLOW, English("Screening"))]


class LibraryPage(Page):
    """Narrow, choose, open; confirm what was guessed; tell how reviews were screened."""

    view = View.LIBRARY
    name = English("Library")
    icon = "library"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._known = Narrowing(())
        self._sorter = Sorter(desk)
        self.acts = Acts(self, desk, self.selected)
        self.model = self.prints = LibraryModel()
        self.facets = FacetModel(
            closed=("form", "area", "force", "region", "agency", "harm", "reader", "reason")
        )
        self.table = ReviewTable(self.look, self.model)
        self.filter = QLineEdit()
        self.details = ReviewDetails(self.look, ThemeBook(desk.codebook))
        self.views = Views(self, desk, self.as_view, self.show_view)
        self.guesses = Guesses(desk)
        self.flow = FlowTab(desk)
        self.tabs = Segments(self.look, tr("Show"), TABS)
        self._banner = Banner(self.look)
        self._listing: Listing = lay_out(self, self._banner)
        self._stack = QStackedWidget()
        for tab in (self._listing.whole, self.guesses, self.flow):
            self._stack.addWidget(tab)
        self.body.addWidget(self._stack, 1)
        self._head()
        self._connect()

    @override
    def refresh(self) -> None:
        shelf, before = self.desk.shelf, self._known
        self.desk.read(
            tr("Read the Library"),
            lambda _: Narrowing(shelf.library(), before),
            self._show,
            name="library",
        )
        if self.tabs.value != LIST:
            self._tab().refresh()

    @override
    def arrive(self, place: Place) -> None:
        super().arrive(place)
        if place.review is not None:
            self.show_tab(LIST)
            self._select(place.review)
        self._selected()

    @override
    def place(self) -> Place:
        review = self.model.review(self.table.currentIndex())
        return Place(self.view, review=review.id if review else None)

    @override
    def focus_first(self) -> None:
        first = self.table if self.tabs.value == LIST else self._tab().first()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def printable(self) -> str:
        return self.flow.printable() if self.tabs.value == FLOW else super().printable()

    def show_tab(self, name: str) -> None:
        """Go to a tab by its name ("list", "guesses", "flow")."""
        self.tabs.choose(name)
        self._turn(name)

    def open_selected(self) -> None:
        """Open the document to read next of the review selected."""
        review = self.model.review(self.table.currentIndex())
        if review is not None and (wanted := to_read(review)) is not None:
            self._open(wanted)

    def clear_filters(self) -> None:
        """Show every review again."""
        self.filter.clear()
        self.facets.choose({})

    def as_view(self) -> LibraryView:
        """Return what the list is narrowed to and how it is sorted."""
        order = self.model.order
        column = order.column.name.lower()
        return LibraryView(self.facets.chosen, self.filter.text(), column, order.downwards)

    def show_view(self, view: LibraryView) -> None:
        """Narrow and sort the list as a view says; an unknown column leaves it by title."""
        named = {column.name.lower(): column for column in Column}
        self.show_tab(LIST)
        self.filter.setText(view.typed)
        self.facets.choose(view.chosen)
        self.sort(named.get(view.sorted_by, Column.TITLE), downwards=view.downwards)

    def sort(self, column: Column, *, downwards: bool = False) -> None:
        """Sort the list by a column, also by one that has no room to show."""
        order = Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder
        self.table.sortByColumn(column, order)

    def selected(self) -> tuple[Review, ...]:
        """Return the reviews selected, in the order of the table."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        found = (self.model.review(self.model.index(at, 0)) for at in rows)
        return tuple(review for review in found if review is not None)

    def _tab(self) -> Guesses | FlowTab:
        return self.guesses if self.tabs.value == GUESSES else self.flow

    def _turn(self, name: str) -> None:
        self._stack.setCurrentIndex([LIST, GUESSES, FLOW].index(name))
        self.desk.events.say(KEYS.get(name, ""))
        if name == LIST:
            self._tell()
        else:
            self._tab().refresh()

    def _head(self) -> None:
        self.beside_title.addWidget(self.tabs)
        past = Button(self.look, tr("Imports so far"), icon="list-checks")
        past.clicked.connect(lambda _checked: self.desk.events.imports_wanted.emit())
        bring_in = Button(self.look, tr("Import folder"), Role.PRIMARY, icon="folder-input")
        bring_in.clicked.connect(lambda _checked: self.bring_in())
        self.buttons.addWidget(past)
        self.buttons.addWidget(bring_in)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._turn)
        self.guesses.told.connect(lambda words: self._told(GUESSES, words))
        self.flow.told.connect(lambda words: self._told(FLOW, words))
        self.flow.shown.connect(self._show_review)
        self.flow.wanted.connect(self._show_these)
        self.facets.narrowed.connect(self._narrow)
        self.filter.textChanged.connect(self._narrow)
        self.table.opened.connect(self.open_selected)
        self.table.horizontalHeader().sortIndicatorChanged.connect(lambda *_: self._say_order())
        self._listing.sorts.chosen.connect(self._sort_by)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._selected())
        details = self.details
        details.opened.connect(self._open)
        details.edited.connect(self._edit)
        details.recast.connect(lambda w: self._sorter.recast(self.selected(), w))
        details.grouped.connect(lambda: self._sorter.group(self.selected()))
        details.parted.connect(self._sorter.part)
        details.confirmed.connect(self.acts.confirm)
        details.screened.connect(lambda out: self.acts.screen(out=out))
        details.removed.connect(self.acts.ask_to_remove)
        edit = QAction(tr("Edit details"), self)
        edit.setShortcuts([QKeySequence("Alt+Return"), QKeySequence("Alt+Enter")])
        edit.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        edit.triggered.connect(lambda _checked: self.details.edit())
        self.addAction(edit)
        self.desk.commands.bind("library.save", self, self.views.ask_name)
        self._say_order()

    def _show(self, known: Narrowing) -> None:
        self._known = known
        reviews = known.reviews
        self.acts.used = frozenset(r.screened_out for r in reviews if r.screened_out)
        self.details.known = {name: sorted(known.recorded[name]) for name in EDITED}
        waiting = f" {number(known.guesses)}" if known.guesses else ""
        self.tabs.reword({GUESSES: tr("To confirm{0}", waiting)})
        if self.tabs.value == LIST:
            self._tell()
        say_scans(self._banner, reviews, self._show_scans)
        self._narrow()

    def _tell(self) -> None:
        self.facts.say(facts_of(self._known.reviews))

    def _told(self, tab: str, words: str) -> None:
        if self.tabs.value == tab:
            self.facts.say(words)

    def _show_scans(self) -> None:
        self._show_these("status", frozenset({Status.NO_TEXT.value}))

    def _show_these(self, facet: str, values: object) -> None:
        if not isinstance(values, frozenset):
            return
        self.show_tab(LIST)
        self.filter.clear()
        self.facets.choose({facet: values})
        self.focus_first()

    def _show_review(self, review_id: int) -> None:
        self.show_tab(LIST)
        if self.model.row_of(review_id) is None:
            self.clear_filters()
        self._select(review_id)
        self.focus_first()

    def _narrow(self) -> None:
        here = self.model.review(self.table.currentIndex())
        chosen, typed = self.facets.chosen, self.filter.text()
        shown, facets = self._known.narrow(chosen, typed)
        self.facets.show(facets)
        self.model.show(shown)
        whole = len(self._known.reviews)
        self._listing.say(len(shown), whole, narrowed_to(chosen, typed))
        self._select(here.id if here else self._here.review)

    def _sort_by(self, words: str) -> None:
        order = self.model.order
        column = Column([told(heading) for heading in HEADINGS].index(words))
        self.sort(column, downwards=order.column is column and not order.downwards)

    def _say_order(self) -> None:
        order = self.model.order
        self._listing.say_order(HEADINGS[order.column], downwards=order.downwards)

    def _select(self, review_id: int | None) -> None:
        found = self.model.row_of(review_id) if review_id is not None else None
        if self.model.rowCount():
            self.table.go_to(found or 0)
        else:
            self.details.clear()

    def _selected(self) -> None:
        reviews = self.selected()
        if not reviews:
            return
        self.details.show_reviews(reviews)
        if self.tabs.value != LIST:
            return
        if len(reviews) > 1:
            said = tr("{0} selected", several(len(reviews), "review"))
            self.desk.events.say(tr("{0}  ·  Alt+Enter edits their details at once", said))
            return
        self.desk.events.say(
            tr(
                "{0}  ·  Enter opens it in the Reader  ·  Alt+Enter edits its details",
                reviews[0].title,
            )
        )
        self.desk.read(
            tr("Read the work on a review"),
            partial(read_work, reviews[0]),
            self.details.show_work,
            name="library details",
        )

    def _edit(self, values: object) -> None:
        self.acts.edit(values)
        self.focus_first()

    def _open(self, document_id: int) -> None:
        self.desk.events.go(Place(View.READER, document=document_id))

    def bring_in(self) -> None:
        """Ask which folder or files to import."""
        self.desk.commands.action("import.files").trigger()
