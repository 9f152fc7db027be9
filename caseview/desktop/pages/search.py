"""The view Search."""

from caseview.desktop.places import View
from caseview.desktop.widgets.page import Page


class SearchPage(Page):
    """Search."""

    view = View.SEARCH
    name = "Search"
    icon = "search"
