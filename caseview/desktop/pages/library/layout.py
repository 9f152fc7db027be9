"""How the list of reviews is laid out: facets, the table with what narrows it, the details."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.desk import Desk
from caseview.desktop.models.facets import FacetModel
from caseview.desktop.models.library import HEADINGS
from caseview.desktop.pages.library.views import Views
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.collapsing import Panes
from caseview.desktop.widgets.facet_list import FacetList
from caseview.desktop.widgets.labels import OneLine, Voice, label
from caseview.desktop.widgets.menu_choice import MenuChoice
from caseview.desktop.widgets.notices import Banner, Empty
from caseview.desktop.widgets.page import GAP
from caseview.desktop.widgets.panes import Pane, row
from caseview.desktop.widgets.review_details import ReviewDetails
from caseview.desktop.widgets.review_table import ReviewTable
from caseview.domain.english import English
from caseview.domain.review import Review, Status

NO_REVIEWS = English(
    "No reviews yet. Import a folder of reviews, or open the sample casebook to look round."
)
NOTHING_MATCHES = English("Nothing matches these filters.")
UP, DOWN = "\N{UPWARDS ARROW}", "\N{DOWNWARDS ARROW}"


class Lists(Protocol):
    """What the layout needs of the page."""

    desk: Desk
    look: Appearance
    facets: FacetModel
    table: ReviewTable
    filter: QLineEdit
    details: ReviewDetails
    views: Views

    def clear_filters(self) -> None:
        """Show every review again."""
        ...

    def bring_in(self) -> None:
        """Ask which folder or files to import."""
        ...


class Listing:
    """The parts of the list that say something: how many show, narrowed to what, sorted how."""

    def __init__(self, look: Appearance, clear: Callable[[], None]) -> None:
        self.middle = QStackedWidget()
        self.sorts = MenuChoice(look, tr("Sorted by"))
        self.sorts.offer([told(heading) for heading in HEADINGS])
        self.sorts.setToolTip(tr("Sort by a column; the same one again turns the order round"))
        self.showing = label("", Voice.SECONDARY)
        self.narrowed = OneLine("", Voice.SECONDARY)
        self.clear = Button(look, tr("Clear"), Role.LINK)
        self.clear.setAccessibleName(tr("Clear filters"))
        self.clear.clicked.connect(lambda _checked: clear())
        self.whole: QWidget = QWidget()

    def say(self, shown: int, whole: int, narrowed: str) -> None:
        """Say how many reviews show, of how many, and what narrows them."""
        self.showing.setText(tr("{0} of {1}", number(shown), number(whole)))
        self.showing.setAccessibleName(tr("Showing {0} of {1}", number(shown), number(whole)))
        self.narrowed.say(tr("Narrowed to {0}", narrowed) if narrowed else "")
        self.narrowed.setVisible(bool(narrowed))
        self.clear.setVisible(bool(narrowed))
        self.middle.setCurrentIndex(0 if shown else 1 if whole else 2)

    def say_order(self, heading: str, *, downwards: bool) -> None:
        """Say what the list is sorted by."""
        heading = told(heading)
        self.sorts.choose(heading)
        self.sorts.say(f"{heading} {DOWN if downwards else UP}")
        way = tr("downwards") if downwards else tr("upwards")
        self.sorts.setAccessibleName(tr("Sorted by: {0}, {1}", heading, way))


def lay_out(page: Lists, banner: Banner) -> Listing:
    """Lay the panes out and return what says something in them."""
    look = page.look
    listing = Listing(look, page.clear_filters)
    left = Pane(tr("Narrow the list"), margins=8)
    facets = FacetList(look, page.facets)
    left.main = facets
    left.column.addLayout(row(page.views.button, None, listing.clear))
    left.column.addWidget(facets)
    page.filter.setPlaceholderText(tr("Filter this list"))
    page.filter.setAccessibleName(tr("Filter this list"))
    page.filter.setMinimumWidth(look.px(150))
    page.filter.setClearButtonEnabled(True)
    pane = Pane(tr("Reviews"), margins=1)
    pane.main = page.table
    head = row(page.filter, None, listing.showing, listing.sorts)
    head.setContentsMargins(10, 8, 12, 0)
    below = row(listing.narrowed)
    below.setContentsMargins(12, 0, 12, 0)
    pane.column.addLayout(head)
    pane.column.addLayout(below)
    pane.column.addWidget(listing.middle)
    listing.middle.addWidget(page.table)
    listing.middle.addWidget(
        Empty(look, NOTHING_MATCHES, [(tr("Clear filters"), page.clear_filters)])
    )
    begin = [
        (tr("Import a folder"), page.bring_in),
        (tr("Open the sample casebook"), page.desk.events.sample_wanted.emit),
    ]
    listing.middle.addWidget(Empty(look, NO_REVIEWS, begin))
    centre = QWidget()
    column = QVBoxLayout(centre)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    column.addWidget(banner)
    column.addWidget(pane, 1)
    left.setFixedWidth(look.px(184))
    panes = [(tr("Filters"), left), (tr("Reviews"), centre), (tr("Details"), page.details)]
    listing.whole = Panes(look, panes, least=380)
    return listing


def say_scans(banner: Banner, reviews: Sequence[Review], show: Callable[[], object]) -> None:
    """Say how many documents have no text, and offer to show the reviews that have none."""
    scans = sum(not d.has_text for review in reviews for d in review.documents)
    banner.setVisible(bool(scans))
    if not scans:
        return
    alone = any(review.status is Status.NO_TEXT for review in reviews)
    acts = [(tr("Show them"), show)] if alone else []
    if scans == 1:
        more = tr("It is a scan: its pages are kept.")
        banner.say(tr("1 document has no text to search."), more, acts)
    else:
        more = tr("They are scans: pages kept, not searchable.")
        banner.say(tr("{0} documents have no text to search.", number(scans)), more, acts)
