"""Splits a theme: names for the two halves, whose rules are whose, then its tags one by one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from caseview.counting.wording import number
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.cards import Card, CardModel
from caseview.desktop.models.codebook import EFFECTS, tag_card
from caseview.desktop.tongue import several, tr
from caseview.desktop.widgets.buttons import Button
from caseview.desktop.widgets.card_list import CardList
from caseview.desktop.widgets.enter import alone
from caseview.desktop.widgets.labels import OneLine, Voice, label
from caseview.desktop.widgets.notices import Banner
from caseview.desktop.widgets.panes import row
from caseview.domain.codebook import Theme
from caseview.domain.tag import Tag
from caseview.tagging.editing.joining import Half
from caseview.tagging.editing.rules import holds_back


class SplitPane(QWidget):
    """`wanted(tuple[Half, Half], set)` asks for the split; `placed(int, int)` gives a tag a half.

    A half is 1 or 2, or 0 where the tag stays with the old theme. `done()` once enough is placed,
    `left()` when nothing is wanted.
    """

    wanted = Signal(object, object)
    placed = Signal(int, int)
    done = Signal()
    left = Signal()

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._tags: tuple[Tag, ...] = ()
        self._titles: Mapping[int, str] = {}
        self._halves: dict[int, int] = {}
        self._names = ("", "", "")
        self.heading = OneLine("", Voice.PANE)
        self._amiss = Banner(look, "problem")
        self.first, self.second = QLineEdit(), QLineEdit()
        self.rules_model = CardModel()
        self.rules = CardList(look, self.rules_model, tr("Rules that go to the second theme"))
        self.tags_model = CardModel()
        self.tags = _Placing(look, self.tags_model, tr("Tags to be given to one of the two"))
        self._facts = label("", Voice.SECONDARY, wrap=True)
        self._buttons = [Button(look, words) for words in (tr("0 Leave"), "1", "2")]
        self._stack = QStackedWidget()
        self._lay_out(look)
        self.tags.placed.connect(self.place)

    @property
    def theme(self) -> Theme | None:
        """The theme to be split."""
        return self._theme

    def show_theme(self, theme: Theme) -> None:
        """Ask for the two halves of a theme."""
        self._theme = theme
        self._amiss.hide()
        self.heading.say(tr("Split “{0}”", theme.name))
        self.first.setText(theme.name)
        self.second.setText("")
        own = [rule for rule in theme.rules if not holds_back(rule)]
        self.rules_model.show([
            Card(rule.id, rule.pattern, foot=EFFECTS[rule.effect], ticks=True) for rule in own
        ])
        self._stack.setCurrentIndex(0)
        self.second.setFocus()

    def say_amiss(self, message: str, advice: str) -> None:
        """Say why it cannot be split so."""
        self._amiss.say(message, advice)

    def show_tags(
        self, tags: Sequence[Tag], titles: Mapping[int, str], names: tuple[str, str]
    ) -> None:
        """Show the tags of the old theme, to be given to the halves of these names."""
        self._tags, self._titles = tuple(tags), titles
        self._names = ("", *names)
        self._halves = {}
        for at, name in enumerate(names, start=1):
            self._buttons[at].say(f"{at} {name}")
        self._stack.setCurrentIndex(1)
        self._list()
        self.tags.go_to(0)
        self.tags.setFocus()

    def place(self, half: int) -> None:
        """Give the tag gone to to a half (1, 2, or 0 to leave it) and go to the next."""
        at = self.tags.currentIndex().row()
        if not 0 <= at < len(self._tags):
            return
        tag = self._tags[at]
        self._halves[tag.id] = half
        self.placed.emit(tag.id, half)
        self._list()
        self.tags.go_to(at + 1)

    def _list(self) -> None:
        cards = []
        for tag in self._tags:
            half = self._halves.get(tag.id)
            mark = "" if half is None else str(half or "\N{BULLET}")
            name = tr("To be placed") if half is None else self._names[half]
            cards.append(tag_card(tag, self._titles.get(tag.review_id, ""), mark, name))
        self.tags_model.show(cards)
        left = len(self._tags) - len(self._halves)
        said = tr("{0} of {1} still to place.", number(left), several(len(self._tags), "tag"))
        said += tr(" 1 and 2 place a tag, 0 leaves it with the old theme.")
        self._facts.setText(said if self._tags else tr("This theme has no tags to place."))

    def _ask(self) -> None:
        halves = (Half(self.first.text(), ""), Half(self.second.text(), ""))
        if self._theme is not None:
            words = self._theme.definition
            halves = (Half(halves[0].name, words), Half(halves[1].name, words))
        self.wanted.emit(halves, set(self.rules_model.chosen))

    def _lay_out(self, look: Appearance) -> None:
        split, leave = Button(look, tr("Split")), Button(look, tr("Cancel"))
        split.clicked.connect(lambda _checked: self._ask())
        leave.clicked.connect(lambda _checked: self.left.emit())
        ask, place = QWidget(), QWidget()
        column = QVBoxLayout(ask)
        column.setContentsMargins(0, 0, 0, 0)
        for field, name in ((self.first, tr("First theme")), (self.second, tr("Second theme"))):
            field.setAccessibleName(name)
            column.addWidget(label(name, Voice.CAPTION))
            column.addWidget(field)
        column.addWidget(label(tr("Tick the rules that go to the second theme"), Voice.CAPTION))
        column.addWidget(self.rules, 1)
        column.addLayout(row(split, leave, None))
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._facts)
        column.addWidget(self.tags, 1)
        for half in (1, 2, 0):
            button = self._buttons[half]
            button.clicked.connect(lambda _checked, half=half: self.place(half))
            column.addWidget(button)
        done, drop = Button(look, tr("Preview effect"), icon="check"), Button(look, tr("Back"))
        done.clicked.connect(lambda _checked: self.done.emit())
        drop.clicked.connect(lambda _checked: self.left.emit())
        column.addLayout(row(done, drop, None))
        self._stack.addWidget(ask)
        self._stack.addWidget(place)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 10, 12, 10)
        for part in (self.heading, self._amiss):
            whole.addWidget(part)
        whole.addWidget(self._stack, 1)


class _Placing(CardList):
    """A list in which 1, 2 and 0 place the card gone to; `placed(int)` tells."""

    placed = Signal(int)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in {"0", "1", "2"} and alone(event):
            self.placed.emit(int(event.text()))
            return
        super().keyPressEvent(event)
