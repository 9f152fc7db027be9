"""A page without words selected whole, as pages of scans are, and the themes given to it."""

from PySide6.QtCore import QObject

from caseview.desktop.desk import Desk
from caseview.desktop.pages.reader.parts import Parts
from caseview.desktop.tongue import tr
from caseview.domain.changes import Changes
from caseview.domain.english import English

HAS_WORDS = English("This page has words: select those and give them a theme.")
NO_PAGES = English("This document has no pages to tag whole.")


class WholePage(QObject):
    """Knows which page is selected; a page with words is tagged by its words instead."""

    def __init__(self, desk: Desk, parts: Parts) -> None:
        super().__init__(parts.views.pages)
        self._desk = desk
        self._parts = parts
        self._pages = parts.views.pages
        self._document = 0
        self._pages.whole.connect(self.choose)
        parts.text.selectionChanged.connect(self._words_chosen)

    def show(self, document_id: int) -> None:
        """Work on this document from now on."""
        self._document = document_id
        self.leave()

    @property
    def chosen(self) -> int | None:
        """The number of the page selected, None for none."""
        return self._pages.prints.chosen

    @property
    def in_view(self) -> int | None:
        """The page in view, where it shows and has no words; else None."""
        views = self._parts.views
        number = self._pages.page if self._pages.isVisibleTo(views.whole) else 0
        return number if number and views.content.pages[number - 1].bare else None

    @property
    def here(self) -> bool:
        """Whether a page is selected, or the one in view could be."""
        return self.chosen is not None or self.in_view is not None

    def choose(self, number: int) -> None:
        """Select a page."""
        self._mark(number)
        said = tr("Page {0} selected. T gives it a theme, 1 to 9 a recent one.", number)
        self._desk.events.say(said)

    def step(self) -> None:
        """Select the page in view; with one selected already, the next without words."""
        views = self._parts.views
        if (before := self.chosen) is None:
            if (number := self.in_view) is not None:
                self.choose(number)
            return
        after = [page.number for page in views.content.pages[before:] if page.bare]
        if after:
            views.go_to_page(after[0])
            self.choose(after[0])

    def command(self) -> None:
        """Select the page in view, showing the pages first where only the text does."""
        views = self._parts.views
        if not views.content.pages:
            self._desk.events.say(tr(NO_PAGES))
            return
        if not self._pages.isVisibleTo(views.whole):
            views.turn(pages=True)
        if self.here:
            self.step()
        else:
            self._desk.events.say(tr(HAS_WORDS))

    def leave(self) -> None:
        """Select no page."""
        self._mark(None)

    def give(self, theme: str) -> None:
        """Tag the page selected, which stays selected for a second theme."""
        document, number = self._document, self.chosen
        if number is None:
            return
        self._parts.recent.given(theme)
        self._desk.change(
            tr("Tag the page"), lambda d: d.tag(document, number, theme, None), self._say
        )

    def _mark(self, number: int | None) -> None:
        self._pages.prints.chosen = number
        self._pages.viewport().update()

    def _say(self, changes: Changes) -> None:
        self._desk.events.say(tr("{0}.", changes.label))

    def _words_chosen(self) -> None:
        if self.chosen is not None and self._parts.text.selection() is not None:
            self.leave()
