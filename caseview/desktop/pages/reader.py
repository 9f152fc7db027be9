"""The view Reader."""

from caseview.desktop.places import View
from caseview.desktop.widgets.page import Page


class ReaderPage(Page):
    """Reader."""

    view = View.READER
    name = "Reader"
    icon = "book-open"
