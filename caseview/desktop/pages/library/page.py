"""The Library: every review, narrowed by facets, with the details of the one selected."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from caseview.counting.wording import joined, number, several
from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.reviews import ask_to_remove, ask_to_screen
from caseview.desktop.models.details import EDITED, Work, work_on
from caseview.desktop.models.facets import FacetModel
from caseview.desktop.models.library import LibraryModel
from caseview.desktop.models.narrowing import Narrowing
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.places import Place, View
from caseview.desktop.session.session import Session
from caseview.desktop.sorting import Sorter
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.collapsing import Panes
from caseview.desktop.widgets.facet_list import FacetList
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.notices import Banner, Empty
from caseview.desktop.widgets.page import GAP, Page
from caseview.desktop.widgets.panes import Pane, row
from caseview.desktop.widgets.review_details import ReviewDetails
from caseview.desktop.widgets.review_table import ReviewTable
from caseview.domain.changes import Changes
from caseview.domain.document import Document
from caseview.domain.review import Review, Status

NO_REVIEWS = (
    "No reviews yet. Import a folder of reviews, or open the sample casebook to look round."
)
NOTHING_MATCHES = "Nothing matches these filters."


class LibraryPage(Page):
    """Narrow, choose, open."""

    view = View.LIBRARY
    name = "Library"
    icon = "library"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._known = Narrowing(())
        self._sorter = Sorter(desk)
        self.model = self.prints = LibraryModel()
        self.facets = FacetModel(closed=("force", "agency"))
        self.table = ReviewTable(self.look, self.model)
        self.filter = QLineEdit()
        self.details = ReviewDetails(self.look, ThemeBook(desk.codebook))
        self._banner = Banner(self.look)
        self._showing = label("", Voice.SECONDARY)
        self._middle = QStackedWidget()
        self._lay_out()
        self._connect()

    @override
    def refresh(self) -> None:
        shelf, before = self.desk.shelf, self._known
        self.desk.read(
            "Read the Library",
            lambda _: Narrowing(shelf.library(), before),
            self._show,
            name="library",
        )

    @override
    def arrive(self, place: Place) -> None:
        super().arrive(place)
        if place.review is not None:
            self._select(place.review)
        self._selected()

    @override
    def place(self) -> Place:
        review = self.model.review(self.table.currentIndex())
        return Place(self.view, review=review.id if review else None)

    @override
    def focus_first(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_selected(self) -> None:
        """Open the document to read next of the review selected."""
        if review := self.model.review(self.table.currentIndex()):
            unfinished = [d for d in review.documents if d.has_text and d.finished_at is None]
            if wanted := [*unfinished, *review.documents]:
                self._open(wanted[0].id)

    def clear_filters(self) -> None:
        """Show every review again."""
        self.filter.clear()
        self.facets.choose({})

    def selected(self) -> tuple[Review, ...]:
        """Return the reviews selected, in the order of the table."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        found = (self.model.review(self.model.index(at, 0)) for at in rows)
        return tuple(review for review in found if review is not None)

    def _lay_out(self) -> None:
        buttons = self.buttons
        past = Button(self.look, "Imports so far", icon="list-checks")
        past.clicked.connect(lambda _checked: self.desk.events.imports_wanted.emit())
        bring_in = Button(self.look, "Import folder", Role.PRIMARY, icon="folder-input")
        bring_in.clicked.connect(lambda _checked: self._import())
        buttons.addWidget(past)
        buttons.addWidget(bring_in)
        left = Pane("Narrow the list", margins=8)
        left.column.addWidget(FacetList(self.look, self.facets))
        self.filter.setPlaceholderText("Filter this list")
        self.filter.setAccessibleName("Filter this list")
        self.filter.setMinimumWidth(self.look.px(200))
        self.filter.setClearButtonEnabled(True)
        pane = Pane("Reviews", margins=1)
        pane.main = self.table
        line = row(self.filter, None, self._showing)
        line.setContentsMargins(10, 8, 12, 0)
        pane.column.addLayout(line)
        pane.column.addWidget(self._middle)
        self._middle.addWidget(self.table)
        self._middle.addWidget(
            Empty(self.look, NOTHING_MATCHES, [("Clear filters", self.clear_filters)])
        )
        self._middle.addWidget(
            Empty(
                self.look,
                NO_REVIEWS,
                [
                    ("Import a folder", self._import),
                    ("Open the sample casebook", self.desk.events.sample_wanted.emit),
                ],
            )
        )
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._banner)
        column.addWidget(pane, 1)
        left.setFixedWidth(self.look.px(184))
        panes = [("Filters", left), ("Reviews", centre), ("Details", self.details)]
        self.body.addWidget(Panes(self.look, panes, least=380), 1)

    def _connect(self) -> None:
        self.facets.narrowed.connect(self._narrow)
        self.filter.textChanged.connect(self._narrow)
        self.table.opened.connect(self.open_selected)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._selected())
        self.details.opened.connect(self._open)
        self.details.edited.connect(self._edit)
        self.details.recast.connect(lambda w: self._sorter.recast(self.selected(), w))
        self.details.grouped.connect(lambda: self._sorter.group(self.selected()))
        self.details.parted.connect(self._sorter.part)
        self.details.confirmed.connect(self._confirm)
        self.details.screened.connect(self._screen)
        self.details.removed.connect(self._ask_to_remove)
        edit = QAction("Edit details", self)
        edit.setShortcuts([QKeySequence("Alt+Return"), QKeySequence("Alt+Enter")])
        edit.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        edit.triggered.connect(lambda _checked: self.details.edit())
        self.addAction(edit)

    def _show(self, known: Narrowing) -> None:
        self._known = known
        reviews = known.reviews
        self.details.known = {name: sorted(known.recorded[name]) for name in EDITED}
        self.facts.say(_facts(reviews))
        scans = sum(not d.has_text for review in reviews for d in review.documents)
        self._banner.setVisible(bool(scans))
        if scans == 1:
            self._say_scans(
                "1 document has no text to search.", "It is a scan: its pages are kept."
            )
        elif scans:
            words = f"{number(scans)} documents have no text to search."
            self._say_scans(words, "They are scans: pages kept, not searchable.")
        self._narrow()

    def _say_scans(self, what: str, more: str) -> None:
        any_review = any(review.status is Status.NO_TEXT for review in self._known.reviews)
        self._banner.say(what, more, [("Show them", self._show_scans)] if any_review else ())

    def _show_scans(self) -> None:
        self.facets.choose({"status": frozenset({Status.NO_TEXT.value})})

    def _narrow(self) -> None:
        here = self.model.review(self.table.currentIndex())
        chosen, typed = self.facets.chosen, self.filter.text()
        shown, facets = self._known.narrow(chosen, typed)
        self.facets.show(facets)
        self.model.show(shown)
        whole = len(self._known.reviews)
        self._showing.setText(f"Showing {number(len(shown))} of {number(whole)}")
        self._middle.setCurrentIndex(0 if shown else 1 if whole else 2)
        self._select(here.id if here else self._here.review)

    def _select(self, review_id: int | None) -> None:
        found = self.model.row_of(review_id) if review_id is not None else None
        if self.model.rowCount():
            self.table.selectRow(found or 0)
        else:
            self.details.clear()

    def _selected(self) -> None:
        reviews = self.selected()
        if not reviews:
            return
        self.details.show_reviews(reviews)
        if len(reviews) > 1:
            said = f"{several(len(reviews), 'review')} selected"
            self.desk.events.say(f"{said}  ·  Alt+Enter edits their details at once")
            return
        self.desk.events.say(
            f"{reviews[0].title}  ·  Enter opens it in the Reader  ·  Alt+Enter edits its details"
        )
        self.desk.read(
            "Read the work on a review",
            partial(_work, reviews[0]),
            self.details.show_work,
            name="library details",
        )

    def _edit(self, values: object) -> None:
        ids = [review.id for review in self.selected()]
        if ids and isinstance(values, dict) and values:
            self.desk.change("Edit the details", lambda d: d.edit_reviews(ids, values))
        self.focus_first()

    def _confirm(self) -> None:
        if reviews := self.selected():
            review = reviews[0]
            values = {name: review.attribute(name) for name in EDITED if review.attribute(name)}
            self.desk.change("Confirm the details", lambda d: d.edit_reviews([review.id], values))

    def _screen(self, out: bool) -> None:  # noqa: FBT001 - a signal's own argument
        if not (reviews := self.selected()):
            return
        review = reviews[0]
        if not out:
            self.desk.change("Screen the review in", lambda d: d.screen(review.id, None))
            return
        self.desk.read(
            "Read the reasons for screening out",
            lambda session: session.keeping.settings().screening_reasons,
            partial(self._ask_why, review),
        )

    def _ask_why(self, review: Review, reasons: Sequence[str]) -> None:
        used = {r.screened_out for r in self._known.reviews if r.screened_out}
        offered = [*reasons, *sorted(used - set(reasons))]
        ask_to_screen(self, self.look, review, offered, partial(self._screen_out, review.id))

    def _screen_out(self, review_id: int, reason: str) -> None:
        self.desk.change("Screen the review out", lambda d: d.screen(review_id, reason))

    def _ask_to_remove(self, document: Document) -> None:
        ask_to_remove(self, self.look, document, partial(self._remove, document.id))

    def _remove(self, document_id: int, reason: str) -> None:
        def said(_: Changes) -> None:
            self.desk.events.say("The document is removed for good.")

        self.desk.change("Remove the document", lambda d: d.remove(document_id, reason), said)

    def _open(self, document_id: int) -> None:
        self.desk.events.go(Place(View.READER, document=document_id))

    def _import(self) -> None:
        self.desk.commands.action("import.files").trigger()


def _work(review: Review, session: Session) -> Work:
    reading = session.reading
    found = [s for document in review.documents for s in reading.suggestions(document.id)]
    return work_on(review.id, reading.review_tags(review.id), found)


def _facts(reviews: tuple[Review, ...]) -> str:
    documents = sum(len(review.documents) for review in reviews)
    states = [
        f"{number(count)} {words}"
        for status, words in (
            (Status.FINISHED, "finished"),
            (Status.TAGGING, "in hand"),
            (Status.TO_TAG, "to tag"),
            (Status.SCREENED_OUT, "screened out"),
        )
        if (count := sum(review.status is status for review in reviews))
    ]
    first = f"{several(len(reviews), 'review')}, {several(documents, 'document')}"
    return f"{first}  ·  {joined(states)}" if states else first
