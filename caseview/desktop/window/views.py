"""The views there are: each with its word, its icon and the page that shows it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from caseview.desktop.desk import Desk
from caseview.desktop.pages.agreement.page import AgreementPage
from caseview.desktop.pages.casebook.page import CasebookPage
from caseview.desktop.pages.codebook.page import CodebookPage
from caseview.desktop.pages.crosstabs.page import CrossTabsPage
from caseview.desktop.pages.library.page import LibraryPage
from caseview.desktop.pages.reader.page import ReaderPage
from caseview.desktop.pages.recommendations.page import RecommendationsPage
from caseview.desktop.pages.search.page import SearchPage
from caseview.desktop.pages.summaries.page import SummariesPage
from caseview.desktop.places import View
from caseview.desktop.widgets.page import Page


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the rail."""

    words: str
    icon: str
    make: Callable[[Desk], Page]


VIEWS: Mapping[View, Entry] = {
    page.view: Entry(page.name, page.icon, page)
    for page in (
        LibraryPage,
        ReaderPage,
        SearchPage,
        CodebookPage,
        CrossTabsPage,
        RecommendationsPage,
        SummariesPage,
        AgreementPage,
        CasebookPage,
    )
}
