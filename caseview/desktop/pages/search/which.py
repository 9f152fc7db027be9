"""Which of the hits to show: all, those not tagged with a theme, those tagged otherwise."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.theme_picker import ThemePicker
from caseview.domain.english import English

ALL = English("All hits")
ROOM = 120
CHOICES = {
    "untagged": (English("Not tagged with a theme …"), English("Not tagged: ")),
    "otherwise": (English("Tagged with other themes only …"), English("Tagged otherwise: ")),
}


class Which(Button):
    """A button with a menu; `wanted` is called once another choice is made."""

    def __init__(
        self, look: Appearance, book: ThemeBook, page: QWidget, wanted: Callable[[], object]
    ) -> None:
        super().__init__(look, tr(ALL), Role.MENU, icon="funnel")
        self._book = book
        self._page = page
        self._look = look
        self._wanted = wanted
        self._chosen: tuple[str, str] | None = None
        menu = QMenu(self)
        menu.addAction(tr(ALL)).triggered.connect(lambda _checked: self.choose(None))
        for field, (words, _) in CHOICES.items():
            menu.addAction(words).triggered.connect(lambda _checked, f=field: self._pick(f))
        self.setMenu(menu)

    @property
    def part(self) -> str:
        """The choice in the search language, "" for all hits."""
        return ":".join(self._chosen) if self._chosen else ""

    def choose(self, chosen: tuple[str, str] | None) -> None:
        """Choose a field and a theme's id, None for all hits, and tell."""
        self._chosen = chosen
        if chosen is None:
            self._tell(tr(ALL))
        else:
            field, theme = chosen
            self._tell(CHOICES[field][1] + self._book.face(theme).name)
        self._wanted()

    def _tell(self, words: str) -> None:
        """Show words as far as there is room; pointed at or spoken, they are whole."""
        room = self._look.px(ROOM)
        self.say(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
        self.setAccessibleName(tr("Show {0}{1}", words[:1].lower(), words[1:]))
        self.setToolTip(words)

    def _pick(self, field: str) -> None:
        picker = ThemePicker(
            self._page, self._look, self._book, lambda theme: self.choose((field, theme))
        )
        picker.show_at(self.mapToGlobal(QPoint(0, self.height())))
