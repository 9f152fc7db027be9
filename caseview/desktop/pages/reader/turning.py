"""Turning from the text to the printed pages, to both side by side, and to a page by number."""

from PySide6.QtCore import QObject, QPoint

from caseview.desktop.desk import Desk
from caseview.desktop.pages.reader.parts import NONE_CHOSEN, Parts
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.page_number import PageNumber
from caseview.domain.english import English

NO_PAGE = English("This document has no fixed pages. The sections at the left go to its parts.")
NOT_BOTH = English("Text and page stand side by side after B.")
SHARE = "text beside page"


class Turning(QObject):
    """Answers P, B, Shift+B and Ctrl+G; how text and page are parted is remembered."""

    def __init__(self, desk: Desk, parts: Parts) -> None:
        super().__init__(parts.middle)
        self._desk = desk
        self._parts = parts
        both = parts.views.whole
        kept = desk.memory.recall(SHARE)
        if kept.isdigit():
            both.part(int(kept))
        both.parted.connect(lambda share: desk.memory.remember(SHARE, str(share)))

    def turn(self) -> None:
        """Show the printed pages, or the text."""
        views = self._parts.views
        wanted = not views.on_pages
        views.turn(pages=wanted)
        if views.on_pages is not wanted:
            self._desk.events.say(self._why_not)

    def both(self) -> None:
        """Show text and pages side by side, or the text alone again."""
        views = self._parts.views
        if views.whole.both:
            views.turn(pages=False)
            return
        views.show_both()
        if not views.whole.both:
            self._desk.events.say(self._why_not)

    @property
    def _why_not(self) -> str:
        return self._parts.views.why_not if self._parts.middle.currentIndex() else tr(NONE_CHOSEN)

    def part(self) -> None:
        """Give the text beside the page another share of the width."""
        views = self._parts.views
        if not views.whole.both:
            self._desk.events.say(tr(NOT_BOTH))
            return
        views.whole.part_on()
        text = views.whole.share // 10
        self._desk.events.say(tr("Text {0}%, page {1}% of the width.", text, 100 - text))

    def ask_page(self) -> None:
        """Ask for a page to go to."""
        views, button = self._parts.views, self._parts.strip.page
        if not views.content.pages:
            self._desk.events.say(tr(NO_PAGE))
            return
        pages = (views.page, len(views.content.pages))
        asking = PageNumber(self._parts.middle, self._parts.look, pages, views.go_to_page)
        asking.show_at(button.mapToGlobal(QPoint(0, button.height() + 2)))
