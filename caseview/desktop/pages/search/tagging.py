"""Tags what was found: the passages ticked, or the one gone to, after a look at them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.tagging import TagDialog
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.theme_picker import ThemePicker
from caseview.domain.query import Hit
from caseview.domain.span import Span


class Tagging:
    """Asks for a theme for the hits that `chosen` gives, and tags them with it."""

    def __init__(
        self, page: QWidget, desk: Desk, book: ThemeBook, chosen: Callable[[], tuple[Hit, ...]]
    ) -> None:
        self._page = page
        self._desk = desk
        self._book = book
        self._chosen = chosen
        desk.commands.bind("search.theme", page, self.choose_theme)

    def choose_theme(self) -> None:
        """Ask for a theme, where there is something to tag."""
        if self._chosen():
            picker = ThemePicker(self._page, self._desk.appearance, self._book, self._ask)
            place = QPoint(self._page.width() // 3, self._page.height() // 4)
            picker.show_at(self._page.mapToGlobal(place))

    def _ask(self, theme: str) -> None:
        hits = self._chosen()
        name = self._book.face(theme).name
        tag = partial(self._tag, hits, theme)
        TagDialog(self._page, self._desk.appearance, hits, name, tag).show()

    def _tag(self, hits: tuple[Hit, ...], theme: str) -> None:
        places = [(hit.document_id, Span(hit.start, hit.end)) for hit in hits]
        self._desk.change(
            tr("Tag the passages"), lambda d: d.tag_all(places, theme), self._desk.tell
        )
