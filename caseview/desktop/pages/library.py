"""The Library: every review, narrowed by facets, with the details of the one selected."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget
from typing_extensions import override

from caseview.counting.wording import joined, number, several
from caseview.desktop.desk import Desk
from caseview.desktop.models.facets import FacetModel
from caseview.desktop.models.library import LibraryModel
from caseview.desktop.models.narrowing import facets_of, narrowed
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.places import Place, View
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.facet_list import FacetList
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.notices import Banner, Empty
from caseview.desktop.widgets.page import GAP, Page
from caseview.desktop.widgets.panes import Pane, row
from caseview.desktop.widgets.review_details import ReviewDetails
from caseview.desktop.widgets.review_table import ReviewTable
from caseview.domain.review import Review, Status
from caseview.domain.tag import Tag

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
        self._reviews: tuple[Review, ...] = ()
        self.model = LibraryModel()
        self.facets = FacetModel()
        self.table = ReviewTable(self.look, self.model)
        self.filter = QLineEdit()
        self.details = ReviewDetails(self.look, ThemeBook(desk.codebook))
        self._banner = Banner(self.look)
        self._showing = label("", Voice.SECONDARY)
        self._middle = QStackedWidget()
        bring_in = Button(self.look, "Import folder", Role.PRIMARY, icon="folder-input")
        bring_in.clicked.connect(lambda _checked: self._import())
        self.buttons.addWidget(bring_in)
        self._lay_out()
        self.facets.narrowed.connect(self._narrow)
        self.filter.textChanged.connect(self._narrow)
        self.table.opened.connect(self.open_selected)
        self.table.selectionModel().currentRowChanged.connect(self._selected)
        self.details.opened.connect(self._open)

    @override
    def refresh(self) -> None:
        self.desk.read(
            "Read the Library", lambda s: s.reading.library(), self._show, name="library"
        )

    @override
    def arrive(self, place: Place) -> None:
        super().arrive(place)
        if place.review is not None:
            self._select(place.review)

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

    def _lay_out(self) -> None:
        left = Pane("Narrow the list", margins=8)
        left.setFixedWidth(self.look.px(184))
        left.column.addWidget(FacetList(self.look, self.facets))
        self.filter.setPlaceholderText("Filter this list")
        self.filter.setAccessibleName("Filter this list")
        self.filter.setFixedWidth(self.look.px(220))
        self.filter.setClearButtonEnabled(True)
        centre = Pane("Reviews", margins=1)
        centre.main = self.table
        line = row(self.filter, None, self._showing)
        line.setContentsMargins(10, 8, 12, 0)
        centre.column.addLayout(line)
        centre.column.addWidget(self._middle)
        self._middle.addWidget(self.table)
        self._middle.addWidget(
            Empty(self.look, NOTHING_MATCHES, [("Clear filters", self.clear_filters)])
        )
        self._middle.addWidget(Empty(self.look, NO_REVIEWS, [("Import a folder", self._import)]))
        work = QHBoxLayout()
        work.setSpacing(GAP)
        middle = row(spacing=0)
        work.addWidget(left)
        work.addLayout(middle, 1)
        middle.addWidget(centre, 1)
        work.addWidget(self.details)
        self.body.addWidget(self._banner)
        self.body.addLayout(work, 1)

    def _show(self, reviews: tuple[Review, ...]) -> None:
        self._reviews = reviews
        self.facts.say(_facts(reviews))
        scans = [review for review in reviews if review.status is Status.NO_TEXT]
        self._banner.setVisible(bool(scans))
        if scans:
            have = "has" if len(scans) == 1 else "have"
            self._banner.say(
                f"{several(len(scans), 'review')} {have} no text to search.",
                "They are scans: pages kept, not searchable.",
                [("Show them", self._show_scans)],
            )
        self._narrow()

    def _show_scans(self) -> None:
        self.facets.choose({"status": frozenset({Status.NO_TEXT.value})})

    def _narrow(self) -> None:
        here = self.model.review(self.table.currentIndex())
        chosen, typed = self.facets.chosen, self.filter.text()
        self.facets.show(facets_of(self._reviews, chosen, typed))
        shown = narrowed(self._reviews, chosen, typed)
        self.model.show(shown)
        self._showing.setText(f"Showing {number(len(shown))} of {number(len(self._reviews))}")
        self._middle.setCurrentIndex(0 if shown else 1 if self._reviews else 2)
        self._select(here.id if here else self._here.review)

    def _select(self, review_id: int | None) -> None:
        found = self.model.row_of(review_id) if review_id is not None else None
        if self.model.rowCount():
            self.table.selectRow(found or 0)
        else:
            self.details.clear()

    def _selected(self) -> None:
        if review := self.model.review(self.table.currentIndex()):
            self.details.show_review(review)
            self.desk.events.say(f"{review.title} · Enter opens it in the Reader")
            review_id = review.id
            self.desk.read(
                "Read the tags of a review",
                lambda s: (review_id, s.reading.review_tags(review_id)),
                self._show_tags,
                name="library details",
            )

    def _show_tags(self, found: tuple[int, tuple[Tag, ...]]) -> None:
        review_id, tags = found
        self.details.show_tags(review_id, tags)

    def _open(self, document_id: int) -> None:
        self.desk.events.go(Place(View.READER, document=document_id))

    def _import(self) -> None:
        self.desk.commands.action("import.files").trigger()


def _facts(reviews: tuple[Review, ...]) -> str:
    documents = sum(len(review.documents) for review in reviews)
    states = [
        f"{number(count)} {words}"
        for status, words in (
            (Status.FINISHED, "finished"),
            (Status.TAGGING, "in hand"),
            (Status.TO_TAG, "to tag"),
        )
        if (count := sum(review.status is status for review in reviews))
    ]
    first = f"{several(len(reviews), 'review')}, {several(documents, 'document')}"
    return f"{first}  ·  {joined(states)}" if states else first
