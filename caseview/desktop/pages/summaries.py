"""The view Summaries."""

from caseview.desktop.places import View
from caseview.desktop.widgets.page import Page


class SummariesPage(Page):
    """Summaries."""

    view = View.SUMMARIES
    name = "Summaries"
    icon = "file-output"
