"""Lists passages like one: each opens at its place, and those ticked are tagged with a theme."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.dialogs.frame import Dialog
from caseview.desktop.models.cards import Card, CardModel
from caseview.desktop.models.missed import alike_cards
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import several, tr
from caseview.desktop.widgets.card_list import CardList
from caseview.desktop.widgets.theme_picker import ThemePicker
from caseview.domain.english import English
from caseview.domain.learned import Missed

WORDS = English(
    "The likest first, by the words they share. Enter opens one, Space ticks, T gives a theme."
)
NOTHING = English("No other passage shares words with this one.")


class AlikeDialog(Dialog):
    """Shows passages; `opened` is called with one, `tagged` with several and a theme's id."""

    def __init__(
        self,
        parent: QWidget,
        look: Appearance,
        book: ThemeBook,
        opened: Callable[[Missed], object],
        tagged: Callable[[Sequence[Missed], str], object],
    ) -> None:
        super().__init__(
            parent, look, tr("More like this passage"), tr("Looking through every passage…")
        )
        self.resize(look.px(680), look.px(520))
        self._book = book
        self._opened = opened
        self._tagged = tagged
        self._found: tuple[Missed, ...] = ()
        self.model = CardModel()
        self.list = CardList(look, self.model, tr("Passages like this one"))
        self.list.opened.connect(self._open)
        self.body.addWidget(self.list, 1)
        self.tag = self.offer(tr("Give a theme…  T"), self.choose_theme)
        self.go = self.offer(
            tr("Open at the page"), lambda: self._open(self.list.currentIndex().row())
        )
        self.offer(tr("Close"), primary=True)
        self._allow()

    def show_found(self, found: Sequence[Missed], titles: Mapping[int, str]) -> None:
        """Show passages with the titles of their reviews."""
        self._found = tuple(found)
        self.words.setText(tr(WORDS) if found else tr(NOTHING))
        self.model.show(alike_cards(found, titles))
        self.list.go_to(0)
        self.list.setFocus()
        self._allow()

    def choose_theme(self) -> None:
        """Ask which theme the passages ticked, or the one gone to, are given."""
        if self.chosen:
            picker = ThemePicker(self, self.look, self._book, self._tag)
            picker.show_at(self.list.mapToGlobal(QPoint(40, 40)))

    @property
    def chosen(self) -> tuple[Missed, ...]:
        """The passages ticked, the one gone to where none is."""
        ticked = set(self.model.chosen)
        at = self.list.currentIndex().row()
        here = self._found[at : at + 1] if at >= 0 else ()
        return tuple(one for one in self._found if one.passage_id in ticked) or here

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().lower() == "t" and not event.modifiers():
            self.choose_theme()
        else:
            super().keyPressEvent(event)

    def _open(self, at: int) -> None:
        if 0 <= at < len(self._found):
            self.accept()
            self._opened(self._found[at])

    def _tag(self, theme: str) -> None:
        chosen = self.chosen
        self._tagged(chosen, theme)
        tagged = {one.passage_id for one in chosen}
        left = [one for one in self._found if one.passage_id not in tagged]
        at = self.list.currentIndex().row()
        self._found = tuple(left)
        self.model.show([card for card in self._cards() if card.key not in tagged])
        self.list.go_to(at)
        name = self._book.face(theme).name
        self.words.setText(
            tr("{0} tagged as “{1}”. {2}", several(len(chosen), "passage"), name, WORDS)
        )
        self._allow()

    def _cards(self) -> list[Card]:
        cards = (self.model.card(row) for row in range(self.model.rowCount()))
        return [card for card in cards if card is not None]

    def _allow(self) -> None:
        for button in (self.tag, self.go):
            button.setEnabled(bool(self._found))
