"""The three panes of the register: narrow by, groups and the ungrouped, about the selected."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QStackedWidget

from caseview.counting.register import counted, narrowed
from caseview.counting.wording import number
from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.naming import NameDialog
from caseview.desktop.models.cards import CardModel
from caseview.desktop.models.facets import FacetModel
from caseview.desktop.models.register_cards import (
    GroupKey,
    OfferKey,
    facets,
    name_for,
    register_cards,
)
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.pages.recommendations.about import AboutPane
from caseview.desktop.places import Place, View
from caseview.desktop.session.session import Session
from caseview.desktop.tongue import several, tr
from caseview.desktop.widgets.card_list import CardList
from caseview.desktop.widgets.collapsing import Panes
from caseview.desktop.widgets.facet_list import FacetList
from caseview.desktop.widgets.labels import OneLine, Voice
from caseview.desktop.widgets.notices import Empty
from caseview.desktop.widgets.panes import Pane, line
from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.domain.register import Placed, Progress, Strength
from caseview.domain.registered import Register, Said, Wanted
from caseview.domain.span import Span

LIST, ABOUT = English("List"), English("About")
NONE = English("No recommendations here yet. Import reviews that make some, in the Library.")
NO_MATCH = English("Nothing matches these filters.")
LOADING = English("Comparing the recommendations…")
PAUSE = 120
NARROW = 214


class RegisterPanes(Panes):
    """Narrow, group, set, confirm; every act goes through the journal."""

    def __init__(self, desk: Desk) -> None:
        self.desk, look = desk, desk.appearance
        self._book = ThemeBook(desk.codebook)
        self.register = Register(())
        self.facets = FacetModel(closed=("themes",))
        self.model = CardModel()
        self.list = CardList(look, self.model, tr("Groups and recommendations"))
        self.about = AboutPane(look)
        self.field = QLineEdit()
        self._showing = OneLine("", Voice.SECONDARY, as_long_as_its_words=True)
        self._listing = Pane(LIST, margins=1)
        self._strip, self._head = line()
        self._middle = QStackedWidget()
        self._nothing = Empty(look, LOADING)
        self._named = ""
        self._awaited = False
        left = Pane(tr("Narrow by"), margins=8)
        left.setFixedWidth(look.px(NARROW))
        self._side = FacetList(look, self.facets)
        left.column.addWidget(self._side)
        panes = [(tr("Narrow by"), left), (LIST, self._listing), (ABOUT, self.about)]
        super().__init__(look, panes, least=360)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._lay_out()
        self._connect()
        self._middle.setCurrentIndex(1)

    @property
    def wanted(self) -> Wanted:
        """What the facets and the words typed narrow the register to."""
        chosen = self.facets.chosen
        return Wanted(
            sorts=chosen.get("sorts", frozenset()),
            themes=chosen.get("themes", frozenset()),
            years=chosen.get("years", frozenset()),
            strengths=frozenset(map(Strength, chosen.get("strengths", ()))),
            progress=frozenset(map(Progress, chosen.get("progress", ()))),
            words=self.field.text(),
        )

    @property
    def said(self) -> str:
        """What stands in place of the list, "" where there is one."""
        return self._nothing.words if self._middle.currentIndex() else ""

    @property
    def facts(self) -> str:
        """The line of facts under the title."""
        register = self.register
        if not register.items:
            return ""
        reviews = len({one.kept.review_id for one in register.items})
        single = sum(one.group is None for one in register.items)
        parts = [
            tr("{0} in {1}", number(len(register.items)), several(reviews, "review")),
            several(len(register.groups), "group"),
            tr("{0} not grouped", number(single)),
        ]
        return "  ·  ".join(parts)

    def show_register(self, register: Register) -> None:
        """Show the register as it stands now; what is selected stays where it can."""
        self.register = register
        self._narrow()
        if self._awaited and self.model.rowCount():
            self._awaited = False
            self.list.setFocus()

    def say_amiss(self, what: str, advice: str, again: Callable[[], object]) -> None:
        """Say why there is no list, where none is shown yet, and offer to ask again."""
        if not self.register.items:
            self._nothing.say(f"{what} {advice}".strip(), [(tr("Try again"), again)])
            self._middle.setCurrentIndex(1)

    def focus_list(self) -> None:
        """Give the keys to the list, as soon as there is one."""
        self._awaited = not self.model.rowCount()
        shown = (part for part in (self.list, self._side) if part.isVisible())
        if (part := next(shown, None)) is not None:
            part.setFocus()

    def belongs(self) -> None:
        """Put the recommendation gone to in the group, or tick it in what may be one."""
        item, group = self.about.item, self.about.group
        if item is None:
            return
        if group is not None and self.about.is_offered:
            self.about.next()
            self._act(tr("Put in group"), lambda s: s.register.add(group.id, [item.place]))
        elif group is None:
            self._tick_offered(on=True)

    def refuse(self) -> None:
        """Leave the recommendation gone to out of the group, or of what may be one."""
        item, group = self.about.item, self.about.group
        if item is None:
            return
        if group is not None:
            self.about.next()
            self._act(tr("Leave out of group"), lambda s: s.register.refuse(group.id, [item.place]))
        else:
            self._tick_offered(on=False)

    def open(self) -> None:
        """Open the recommendation gone to at its page, or go into the group."""
        key = self._key
        if self.list.hasFocus() and isinstance(key, GroupKey | OfferKey):
            self.show_pane(ABOUT)
            self.about.members.setFocus()
            return
        if (item := self.about.item) is not None:
            read = item.kept.recommendation
            span = Span(read.start, read.end)
            self.desk.events.go(Place(View.READER, document=item.place.document_id, span=span))

    def make_group(self) -> None:
        """Ask for a name and make a group of what is ticked, or of what may be one."""
        places = self._to_group()
        if not places:
            self.desk.events.say(
                tr("Tick recommendations first, or go to some that may be a group.")
            )
            return
        words = tr(
            "{0} will stand in it. You can undo this.", several(len(places), "recommendation")
        )
        name = name_for(self.register, places)
        NameDialog(
            self,
            self.desk.appearance,
            (tr("Make a group"), words),
            (tr("Make group"), partial(self._make, places)),
            name,
        ).show()

    def take_out(self) -> None:
        """Say that what is ticked, or gone to, is no recommendation."""
        item = self.about.item
        ticked = [key for key in self.model.chosen if isinstance(key, Placed)]
        if places := ticked or ([item.place] if item is not None else []):
            self._act(tr("Take out of the register"), lambda s: s.register.take_out(places))

    def rename(self) -> None:
        """Ask for another name for the group shown."""
        if (group := self.about.group) is not None:
            NameDialog(
                self,
                self.desk.appearance,
                (tr("Rename the group"), ""),
                (tr("Rename"), lambda name: self._rename(group.id, name)),
                group.name,
            ).show()

    def part(self) -> None:
        """Part the group shown; its recommendations are in none."""
        if (group := self.about.group) is not None:
            self._act(tr("Part group"), lambda s: s.register.part(group.id))

    @property
    def _key(self) -> Hashable:
        card = self.model.card(self.list.currentIndex().row())
        return None if card is None else card.key

    def _to_group(self) -> tuple[Placed, ...]:
        ticked = tuple(key for key in self.model.chosen if isinstance(key, Placed))
        if ticked:
            return ticked
        if isinstance(self._key, OfferKey):
            return self.about.ticked
        return (self._key,) if isinstance(self._key, Placed) else ()

    def _tick_offered(self, *, on: bool) -> None:
        index = self.about.members.currentIndex()
        if isinstance(self._key, OfferKey) and self.about.model.is_ticked(index.row()) is not on:
            self.about.model.tick(index)
        self.about.next()

    def _make(self, places: Sequence[Placed], name: str) -> None:
        self._named = name
        self._act(tr("Make a group"), lambda s: s.register.make_group(name, places))

    def _rename(self, group_id: int, name: str) -> None:
        self._act(tr("Rename group"), lambda s: s.register.rename(group_id, name))

    def _say(self, said: Said) -> None:
        if (item := self.about.form.item) is not None:
            self._act(tr("Change recommendation"), lambda s: s.register.say([item.place], said))

    def _act(self, doing: str, act: Callable[[Session], Changes]) -> None:
        self.desk.act(doing, act, self.desk.tell)

    def _narrow(self) -> None:
        """Show what the facets and the words typed leave."""
        wanted, items = self.wanted, self.register.items
        shown = narrowed(items, wanted)
        self.facets.show(facets(counted(items, wanted), self._book))
        key, row = self._key, self.list.currentIndex().row()
        self.model.show(register_cards(self.register, shown))
        found = self.model.row_of(self._new_group() or key)
        self.list.go_to(found if found >= 0 else max(0, row))
        self._showing.say(tr("Showing {0} of {1}", number(len(shown)), number(len(items))))
        self._moved()
        # The field stays where nothing matches what is typed in it: there it is put right.
        self._strip.setVisible(bool(items))
        if not items:
            self._nothing.say(tr(NONE), ())
        elif not shown:
            self._nothing.say(tr(NO_MATCH), [(tr("Clear filters"), self.clear)])
        self._middle.setCurrentIndex(0 if shown else 1)

    def _new_group(self) -> GroupKey | None:
        """Return the group just made under a name, once it is there."""
        named = " ".join(self._named.split())
        for group in self.register.groups:
            if named and group.name == named:
                self._named = ""
                return GroupKey(group.id)
        return None

    def clear(self) -> None:
        """Take every filter away."""
        self.field.clear()
        self.facets.choose({})

    def _moved(self) -> None:
        self.about.show_key(self.register, self._key)

    def _connect(self) -> None:
        self.facets.narrowed.connect(self._narrow)
        self.field.textChanged.connect(lambda _typed: self._pause.start())
        self._pause.timeout.connect(self._narrow)
        self.list.moved.connect(self._moved)
        self.list.opened.connect(lambda _row: self.open())
        self.about.members.opened.connect(lambda _row: self.open())
        self.about.form.said.connect(self._say)

    def _lay_out(self) -> None:
        pane = self._listing
        pane.main = self.list
        pane.column.setSpacing(0)
        self.field.setAccessibleName(tr("Filter this list"))
        self.field.setPlaceholderText(tr("Filter this list"))
        self.field.setClearButtonEnabled(True)
        self._head.addWidget(self.field, 1)
        self._head.addWidget(self._showing)
        pane.column.addWidget(self._strip)
        pane.column.addWidget(self._middle, 1)
        self._middle.addWidget(self.list)
        self._middle.addWidget(self._nothing)
