"""The view Cross-tabs."""

from caseview.desktop.places import View
from caseview.desktop.widgets.page import Page


class CrossTabsPage(Page):
    """Cross-tabs."""

    view = View.CROSSTABS
    name = "Cross-tabs"
    icon = "table"
