"""Makes a rule of a search: asks for its theme, then goes to the Codebook with the rule written."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from caseview.desktop.desk import Desk
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.places import Place, View
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Button
from caseview.desktop.widgets.theme_picker import ThemePicker
from caseview.domain.english import English
from caseview.domain.query import Search

NOTHING = English("Type what to search for first; the rule is made of it.")


class Ruling:
    """Answers the button and the key; `asked` gives the search as it stands."""

    def __init__(
        self, page: QWidget, desk: Desk, book: ThemeBook, asked: Callable[[], Search | None]
    ) -> None:
        self._page = page
        self._desk = desk
        self._book = book
        self._asked = asked
        self.make = Button(desk.appearance, tr("Make a rule"), icon="list-tree")
        self.make.clicked.connect(lambda _checked: self.choose_theme())
        desk.commands.bind("search.rule", page, self.choose_theme)

    def choose_theme(self) -> None:
        """Ask which theme the rule is for."""
        if self._asked() is None:
            self._desk.events.say(tr(NOTHING))
            return
        picker = ThemePicker(self._page, self._desk.appearance, self._book, self._go)
        picker.show_at(self.make.mapToGlobal(QPoint(0, self.make.height())))

    def _go(self, theme: str) -> None:
        if (search := self._asked()) is not None:
            self._desk.events.go(Place(View.CODEBOOK, themes=(theme,), search=search))
