"""The tab of guessed details: each with the words that prove it, decided by one key."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from caseview.counting.wording import number
from caseview.desktop.desk import Desk
from caseview.desktop.models.cards import Card, CardModel
from caseview.desktop.models.facets import FacetModel
from caseview.desktop.models.guesses import card_of, chosen_of, narrowed, value_words
from caseview.desktop.places import Place, View
from caseview.desktop.session.shelving import Shelving
from caseview.desktop.tongue import several, told, tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.card_list import CardList
from caseview.desktop.widgets.collapsing import Panes
from caseview.desktop.widgets.facet_list import FacetList
from caseview.desktop.widgets.labels import OneLine, Voice, cap, label
from caseview.desktop.widgets.notices import Empty
from caseview.desktop.widgets.panes import Pane, line, row, scrolled
from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.domain.span import Span
from caseview.usecases.confirm_details import Guess, Proof

NONE_LEFT = English("Every detail is confirmed. What the next import guesses will wait here.")
AROUND = 600
"""How many characters of a paragraph show before and after the words that prove a guess."""


class Guesses(QWidget):
    """Lists guesses; Enter confirms, N says not recorded, T takes another value, each and on.

    What is ticked is decided together, as one step to undo. `told(str)` is the line of facts.
    """

    told = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look = self._look = desk.appearance
        self._all: tuple[Guess, ...] = ()
        self._shown: tuple[Guess, ...] = ()
        self._cards: dict[Guess, Card] = {}
        self._proof: tuple[Guess, Proof] | None = None
        self.facets = FacetModel()
        self.model = CardModel()
        self.list = CardList(look, self.model, tr("Guessed details"))
        self.value = QLineEdit()
        self._title = OneLine("", Voice.PANE)
        self._review = OneLine("", Voice.SECONDARY)
        self._words = label("", Voice.BODY, wrap=True)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._stack = QStackedWidget()
        self._do = Button(look, tr("Confirm"), Role.PRIMARY, icon="check")
        self._none = Button(look, tr("Not recorded"), icon="x")
        self._other = Button(look, tr("Another value…"), icon="pencil")
        self._open = Button(look, tr("Open at page"), Role.LINK, icon="book-open")
        self._lay_out()
        self._connect()

    @property
    def current(self) -> Guess | None:
        """The guess one is at."""
        at = self.list.currentIndex().row()
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def refresh(self) -> None:
        """Read every guess again."""
        shelving = self._desk.session.keeping.shelving
        self._desk.read(
            tr("Read the guessed details"),
            lambda _: shelving().guesses(),
            self._show,
            name="library guesses",
        )

    def first(self) -> QWidget:
        """Return what takes the focus."""
        return self.list

    def confirm(self) -> None:
        """Confirm the guesses ticked, or the one gone to."""
        self._decide(tr("Confirm"), self._wanted(), lambda s, some: s.confirm(some))

    def confirm_review(self) -> None:
        """Confirm every guess shown of the review gone to."""
        if (here := self.current) is not None:
            same = tuple(one for one in self._shown if one.review_id == here.review_id)
            self._decide(tr("Confirm"), same, lambda s, some: s.confirm(some))

    def none(self) -> None:
        """Say of the guesses ticked, or the one gone to, that the review does not record them."""
        self._decide(tr("Take out"), self._wanted(), lambda s, some: s.not_recorded(some))

    def ask_value(self) -> None:
        """Open the field for another value."""
        if (here := self.current) is not None:
            self.value.setText(here.detail.value)
            self.value.show()
            self.value.setFocus()
            self.value.selectAll()

    def open(self) -> None:
        """Open the document at the words that prove the guess."""
        if (here := self.current) is None:
            return
        start, end = here.detail.start, here.detail.end
        span = Span(start, end) if start is not None and end is not None else None
        self._desk.events.go(Place(View.READER, document=here.document_id, span=span))

    def _wanted(self) -> tuple[Guess, ...]:
        ticked = chosen_of(self._shown, self.model.chosen)
        return ticked or ((self.current,) if self.current else ())

    def _decide(
        self,
        doing: str,
        guesses: Sequence[Guess],
        act: Callable[[Shelving, Sequence[Guess]], Changes],
    ) -> None:
        if not guesses:
            return
        gone = frozenset(one.key for one in guesses)
        some = tuple(guesses)
        verb = f"{doing} {several(len(some), 'detail')}"
        self._all = tuple(one for one in self._all if one.key not in gone)
        at = self.list.currentIndex().row() - sum(
            one.key in gone for one in self._shown[: self.list.currentIndex().row()]
        )
        self._narrow(at)
        self._desk.act(verb, lambda s: act(s.keeping.shelving(), some), self._said)

    def _said(self, changes: Changes) -> None:
        if changes.label:
            left = tr("{0} left.", number(len(self._all)))
            self._desk.events.say(tr("{0}. {1} Ctrl+Z undoes it.", changes.label, left))

    def _take_value(self) -> None:
        here, typed = self.current, self.value.text().strip()
        if here is None or not typed:
            return
        self._leave_value()
        self._decide(tr("Change"), [here], lambda s, _: s.correct(here, typed))

    def _leave_value(self) -> None:
        self.value.hide()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, guesses: Sequence[Guess]) -> None:
        before = frozenset(one.key for one in self._all)
        back = [one.key for one in guesses if one.key not in before]
        known = self._cards
        self._all = tuple(guesses)
        self._cards = {one: known.get(one) or card_of(one) for one in guesses}
        self._narrow(self.list.currentIndex().row())
        if before and back and (at := self.model.row_of(back[0])) >= 0:
            self.list.go_to(at)  # what was undone is what one wants to see

    def _narrow(self, at: int = 0) -> None:
        self._shown, facets = narrowed(self._all, self.facets.chosen)
        self.facets.show(facets)
        self.model.show([self._cards[one] for one in self._shown])
        self._stack.setCurrentIndex(0 if self._shown else 1)
        self.list.go_to(max(0, at))
        self._moved()
        reviews = len({one.review_id for one in self._all})
        told = tr(
            "{0} of {1}", several(len(self._all), "guessed detail"), several(reviews, "review")
        )
        self.told.emit(told if self._all else tr("No guessed detail waits"))

    def _moved(self) -> None:
        here = self.current
        for button in (self._do, self._none, self._other, self._open):
            button.setEnabled(here is not None)
        self.value.hide()
        if here is None:
            self._title.say(tr("Nothing to confirm"))
            self._review.say("")
            self._words.setText("")
            return
        self._title.say(f"{told(here.detail.name.label)}: {value_words(here.detail)} ?")
        self._review.say(here.review)
        shelving = self._desk.session.keeping.shelving
        self._desk.read(
            tr("Read the words that prove a detail"),
            lambda _: (here, shelving().prove(here)),
            self._prove,
            name="library proof",
        )

    def _prove(self, proof: tuple[Guess, Proof]) -> None:
        self._proof = proof
        self._tell_proof()

    def _tell_proof(self) -> None:
        if self._proof is None or self.current is not self._proof[0]:
            return
        said = self._proof[1]
        if not said.words:
            words = tr("No words of the document prove this: it follows from others, or was typed.")
        else:
            mark = f"background:{self._look.colour('found').name()}"
            page = "<p>" + tr("Page {0}", said.page) + "</p>" if said.page is not None else ""
            words = (
                f"<p>{escape(said.before[-AROUND:])}<span style='{mark}'>{escape(said.words)}"
                f"</span>{escape(said.after[:AROUND])}</p>{page}"
            )
        self._words.setText(words)
        self._words.setAccessibleName(f"{said.before}{said.words}{said.after}" or words)

    def _connect(self) -> None:
        self.facets.narrowed.connect(self._narrow)
        self.list.opened.connect(lambda _row: self.confirm())
        self.list.moved.connect(self._moved)
        self.value.returnPressed.connect(self._take_value)
        self._look.changed.connect(self._tell_proof)
        for button, act in (
            (self._do, self.confirm),
            (self._none, self.none),
            (self._other, self.ask_value),
            (self._open, self.open),
        ):
            button.clicked.connect(lambda _checked, act=act: act())
        leave = QShortcut(QKeySequence("Esc"), self.value)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._leave_value)
        bind = self._desk.commands.bind
        bind("library.none", self, self.none)
        bind("library.value", self, self.ask_value)
        bind("library.whole", self, self.confirm_review)

    def _lay_out(self) -> None:
        left = Pane(tr("Narrow the guesses"), margins=8)
        left.column.addWidget(FacetList(self._look, self.facets, tr("Narrow the guesses by")))
        left.setFixedWidth(self._look.px(184))
        middle = Pane(tr("Guessed details"), margins=1)
        middle.main = self.list
        self._stack.addWidget(self.list)
        self._stack.addWidget(Empty(self._look, NONE_LEFT))
        middle.column.addWidget(self._stack, 1)
        about = Pane(tr("The words that prove it"), margins=1)
        about.setFixedWidth(self._look.px(344))
        top, head = line()
        both = QVBoxLayout()
        both.addWidget(self._title)
        both.addWidget(self._review)
        head.addLayout(both, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 4, 10, 8)
        column.addWidget(self._words)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.value.setAccessibleName(tr("Another value"))
        self.value.hide()
        foot, acts = line("above")
        below = QVBoxLayout()
        below.addWidget(self.value)
        below.addLayout(row(self._do, cap("Enter"), None))
        below.addLayout(row(self._none, cap("N"), None))
        below.addLayout(row(self._other, cap("T"), None))
        acts.addLayout(below, 1)
        about.column.setSpacing(0)
        for part, stretch in ((top, 0), (scrolled(inside), 1), (foot, 0)):
            about.column.addWidget(part, stretch)
        panes = [(tr("Filters"), left), (tr("Guesses"), middle), (tr("Words"), about)]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Panes(self._look, panes, least=380))
