"""The pane about a group, what may be one, or one recommendation."""

from collections.abc import Hashable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseview.counting.register import made_before
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.cards import CardModel
from caseview.desktop.models.register_cards import (
    GroupKey,
    OfferKey,
    about,
    group_of,
    member_cards,
)
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.card_list import CardList
from caseview.desktop.widgets.flow import FlowLayout
from caseview.desktop.widgets.labels import OneLine, Voice, cap
from caseview.desktop.widgets.panes import Pane, line
from caseview.desktop.widgets.standing_form import StandingForm
from caseview.domain.register import Placed, RecommendationGroup
from caseview.domain.registered import Register, Registered

WIDTH = 392


class AboutPane(Pane):
    """Shows the members of what is selected, and what a coder says of the one gone to.

    `wanted(str)` asks for a command by its id; `said(Said)` tells of a change in the form.
    """

    wanted = Signal(str)

    def __init__(self, look: Appearance) -> None:
        super().__init__(tr("About the selected"), margins=1)
        self.setFixedWidth(look.px(WIDTH))
        self._register = Register(())
        self._key: Hashable = None
        self.model = CardModel()
        self.members = CardList(look, self.model, tr("Recommendations of the group"))
        self.form = StandingForm(look)
        self._title = OneLine("", Voice.STRONG)
        self._facts = OneLine("", Voice.SECONDARY)
        self._buttons: dict[str, Button] = {}
        self._parts: dict[str, tuple[QWidget, ...]] = {}
        self.main = self.members
        self._lay_out(look)
        self.members.moved.connect(self._moved)
        self.show_key(self._register, None)

    @property
    def group(self) -> RecommendationGroup | None:
        """The group shown, None where it is none."""
        return group_of(self._register, self._key)

    @property
    def item(self) -> Registered | None:
        """The recommendation gone to, None for none."""
        card = self.model.card(self.members.currentIndex().row())
        if card is None or not isinstance(card.key, Placed):
            return None
        return self._register.item(card.key)

    @property
    def is_offered(self) -> bool:
        """Whether the recommendation gone to may belong to the group shown, and nobody said."""
        item, group = self.item, self.group
        return item is not None and group is not None and item.place not in group.members

    @property
    def ticked(self) -> tuple[Placed, ...]:
        """What is ticked of an offered group."""
        return tuple(key for key in self.model.chosen if isinstance(key, Placed))

    def show_key(self, register: Register, key: Hashable) -> None:
        """Show what a card of the list stands for; the place in it stays where it is the same."""
        same = key == self._key
        card = self.model.card(self.members.currentIndex().row())
        row = self.members.currentIndex().row()
        self._register, self._key = register, key
        self.model.show(member_cards(register, key))
        if isinstance(key, OfferKey) and not same:
            self.model.tick_all()
        found = self.model.row_of(card.key) if same and card is not None else -1
        self.members.go_to(found if found >= 0 else row if same else 0)
        self._say()
        self._moved()

    def next(self) -> None:
        """Go to the next recommendation, where there is one."""
        row = self.model.first(self.members.currentIndex().row() + 1)
        if row >= 0:
            self.members.go_to(row)

    def _say(self) -> None:
        group = self.group
        if group is not None:
            title = group.name
        elif isinstance(self._key, OfferKey):
            title = tr("May ask for the same thing")
        else:
            item = self._register.item(self._key) if isinstance(self._key, Placed) else None
            title = f"{item.name}, {item.review}" if item else tr("Nothing selected")
        self._title.say(title)
        self._facts.say(about(self._register, self._key) if self._key is not None else "")

    def _moved(self) -> None:
        item = self.item
        self.form.show_item(item, made_before(item) if item else "")
        offer, group = isinstance(self._key, OfferKey), isinstance(self._key, GroupKey)
        shown = {
            "register.belongs": self.is_offered or offer,
            "register.refuse": group or offer,
            "register.rename": group,
            "register.part": group,
            "register.open": item is not None,
            "register.take_out": item is not None,
        }
        for command, parts in self._parts.items():
            for part in parts:
                part.setVisible(shown[command])
        self._buttons["register.refuse"].say(
            tr("Leave out")
            if offer
            else tr("Does not belong")
            if self.is_offered
            else tr("Take out")
        )

    def _lay_out(self, look: Appearance) -> None:
        strip, top = line()
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._facts)
        top.addLayout(head, 1)
        self.column.setSpacing(0)
        self.column.addWidget(strip)
        self.column.addWidget(self.members, 1)
        foot, acts = line("above")
        flow = FlowLayout()
        for command, words, keys in (
            ("register.belongs", tr("Belongs"), "A"),
            ("register.refuse", tr("Does not belong"), "X"),
            ("register.open", tr("Open at the page"), "Enter"),
            ("register.take_out", tr("Not a recommendation"), ""),
            ("register.rename", tr("Rename"), "F2"),
            ("register.part", tr("Part group"), ""),
        ):
            button = Button(look, words, Role.PLAIN)
            button.clicked.connect(lambda _checked, command=command: self.wanted.emit(command))
            self._buttons[command] = button
            self._parts[command] = (button, cap(keys)) if keys in {"A", "X"} else (button,)
            for part in self._parts[command]:
                flow.add(part)
        acts.addLayout(flow, 1)
        self.column.addWidget(foot)
        rule, below = line("above")
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.form, 1)
        self.column.addWidget(rule)
