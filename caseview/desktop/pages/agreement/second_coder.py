"""The tab that compares two coders: figures by theme, disagreements settled side by side."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from caseview.counting import agreement_wording as wording
from caseview.counting.wording import number
from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.reason import ReasonDialog
from caseview.desktop.models.disagreement_list import DisagreementModel, settled_words
from caseview.desktop.models.figures_table import (
    FiguresModel,
    agreement_columns,
    agreement_lines,
)
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.pages.agreement.compared import Compared, compare
from caseview.desktop.places import at_tag
from caseview.desktop.session.session import Session
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.buttons import Button, Role, Segments
from caseview.desktop.widgets.collapsing import Panes
from caseview.desktop.widgets.disagreement_card import DisagreementCard
from caseview.desktop.widgets.disagreement_list import DisagreementList
from caseview.desktop.widgets.figures_table import FiguresTable
from caseview.desktop.widgets.labels import OneLine, Voice, label
from caseview.desktop.widgets.menu_choice import MenuChoice
from caseview.desktop.widgets.notices import Empty
from caseview.desktop.widgets.panes import Pane, line
from caseview.domain.agreement import Agreement, Disagreement, Per, Verdict
from caseview.domain.english import English

ONE_CODER = English(
    "Only one coder has worked in this casebook. Choose reviews for a second coder, and merge the "
    "second coder’s casebook once both have finished."
)
UNITS = [(per.value, f"{per.value.capitalize()}s") for per in Per]


class SecondCoder(QWidget):
    """Compares, and settles; `told(str)` is the line of facts, `compared()` says it is there."""

    told = Signal(str)
    compared = Signal()

    def __init__(self, desk: Desk, book: ThemeBook) -> None:
        super().__init__()
        self._desk = desk
        self._book = book
        self.agreement: Agreement | None = None
        self.figures = FiguresModel()
        self.model = DisagreementModel(book)
        self.table = FiguresTable(desk.appearance, self.figures, tr("Agreement by theme"))
        self.list = DisagreementList(desk.appearance, book, self.model)
        self.card = DisagreementCard(desk.appearance, book, self.model)
        self._mine = MenuChoice(desk.appearance, tr("First coder"))
        self._other = MenuChoice(desk.appearance, tr("Second coder"))
        self._unit = Segments(desk.appearance, tr("Compare over"), UNITS)
        self._heading = OneLine("", Voice.PANE)
        self._all = Button(desk.appearance, tr("All themes"), Role.LINK)
        self._note = label("", Voice.SECONDARY, wrap=True)
        self._count = label("", Voice.SECONDARY)
        self._nothing = Empty(desk.appearance, tr(ONE_CODER))
        self._whole = QStackedWidget()
        self._right = QStackedWidget()
        self._none = Empty(desk.appearance, tr("No disagreements."))
        self._next: Disagreement | None = None
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Compare again."""
        chosen = (self._mine.value, self._other.value)
        per = Per(self._unit.value)
        shelf = self._desk.shelf

        def read(session: Session, _job: object) -> Compared:
            titles = {review.id: review.title for review in shelf.library()}
            return compare(session, chosen, per, titles)

        self._desk.look("agreement", tr("Compare the coders"), read, self._show)

    def settle(self, verdict: Verdict) -> None:
        """Settle the disagreement one is at, and go to the next."""
        found = self._here()
        if found is None:
            return
        self._desk.act(
            tr("Settle the disagreement"),
            lambda s: s.comparing.settle(found, verdict),
            lambda _changes: self._go_on(found),
        )

    def reopen(self) -> None:
        """Open a settled disagreement again."""
        found = self._here()
        if found is not None and found.settled:
            self._desk.act(tr("Open it again"), lambda s: s.comparing.reopen(found))

    def ask_reason(self) -> None:
        """Ask why the disagreement was settled so."""
        found = self._here()
        if found is None:
            return
        if not found.settled:
            self._desk.events.say(tr("Settle it with M, O, B or Delete first, then say why."))
            return
        name = self._book.face(found.theme).name
        dialog = ReasonDialog(
            self,
            self._desk.appearance,
            (tr("Why was “{0}” settled so?", name), settled_words(found)),
            (tr("Keep the reason"), lambda words: self._give(found, words)),
        )
        dialog.give(found.settled[-1].reason)
        dialog.show()

    def open(self) -> None:
        """Open the words of the disagreement in the Reader."""
        found = self._here()
        if found is not None:
            self._desk.events.go(at_tag((*found.mine, *found.others)[0]))

    def first(self) -> QWidget:
        """Return what takes the focus."""
        return self.list if self.model.rowCount() else self.table

    def _give(self, found: Disagreement, words: str) -> None:
        self._desk.act(tr("Keep the reason"), lambda s: s.comparing.give_reason(found, words))

    def _here(self) -> Disagreement | None:
        return self.model.item(self.list.currentIndex().row())

    def _go_on(self, found: Disagreement) -> None:
        """Go to the next that is open; the list is read again once the change is told."""
        at = self.list.currentIndex().row()
        following = [self.model.item(n) for n in range(at + 1, self.model.rowCount())]
        self._next = next((one for one in following if one is not None and not one.settled), None)
        left = self.model.still_open - (0 if found.settled else 1)
        self._desk.events.say(tr("Settled. {0} left.", number(left)))

    def _show(self, compared: Compared) -> None:
        self._offer(compared.coders)
        self.agreement = compared.agreement
        if compared.agreement is None:
            self._whole.setCurrentIndex(1)
            self.told.emit("")
            self.compared.emit()
            return
        found = compared.agreement
        self._whole.setCurrentIndex(0)
        self.figures.show(agreement_columns(found.coders), agreement_lines(found, self._book))
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.figures.index(0, 0))
        here = self._next or self._here()
        self._next = None
        self.model.show(found.disagreements, compared.around)
        at = self.model.row_of(here) if here is not None else 0
        if here is None and self.table.hasFocus() and found.disagreements:
            self.list.setFocus()  # the work; the table had the keys while there was none
        self._choose(max(at, 0))
        self._note.setText(
            "\n".join(told(note) for note in wording.notes(found)[:2])
            if found.shared
            else told(wording.base_sentence(found))
        )
        names = tr("{0} and {1}", found.coders[0], found.coders[1])
        self.told.emit(
            tr(
                "{0} · {1} both finished · codebook {2}",
                names,
                wording.units(found.units, found.per),
                found.codebook_version,
            )
        )
        self.compared.emit()

    def _choose(self, at: int) -> None:
        self.list.setCurrentIndex(self.model.index(at))
        self._at(at)

    def _at(self, at: int) -> None:
        count = self.model.rowCount()
        open_ones = self.model.still_open
        self._heading.say(tr("Disagreements ({0} open)", number(open_ones)))
        self._count.setText(tr("{0} of {1}", number(at + 1), number(count)) if count else "")
        theme = self._book.face(self.model.theme).name if self.model.theme else ""
        self._all.setVisible(bool(theme))
        found = self.model.item(at)
        self._right.setCurrentIndex(0 if found is not None else 1)
        if found is not None:
            self.card.show_item(found)
            return
        shared = self.agreement is not None and self.agreement.shared
        about = tr(" on “{0}”", theme) if theme else ""
        self._none.say(
            tr("They agreed everywhere{0}.", about)
            if shared
            else tr("Nothing to settle: see at the left.")
        )

    def _offer(self, coders: Sequence[str]) -> None:
        """Offer these coders; whoever is at work here comes first."""
        me = self._desk.session.coder
        order = sorted(coders, key=lambda one: one != me)
        for choice, usual in ((self._mine, 0), (self._other, 1)):
            if choice.names != tuple(order):
                choice.offer(order)
            if choice.value not in order:
                choice.choose(order[min(usual, len(order) - 1)] if order else "")

    def _narrow(self, at: int) -> None:
        """Show the disagreements of the theme one went to in the table."""
        found = self.figures.line(at)
        self.model.choose(found.face.id if found is not None and found.face is not None else "")
        self._choose(0)

    def _connect(self) -> None:
        for choice in (self._mine, self._other):
            choice.chosen.connect(lambda _name: self.refresh())
        self._unit.chosen.connect(lambda _unit: self.refresh())
        self.table.opened.connect(self._narrow)
        self._all.clicked.connect(lambda _checked: self._narrow(0))
        self.list.selectionModel().currentChanged.connect(lambda now, _then: self._at(now.row()))
        self.list.opened.connect(self.open)
        self.card.decided.connect(self.settle)
        self.card.reason_wanted.connect(self.ask_reason)
        self.card.open_wanted.connect(self.open)

    def _lay_out(self) -> None:
        look = self._desk.appearance
        left = Pane(tr("Agreement by theme"), margins=1)
        left.main = self.table
        left.column.setSpacing(0)
        strip, head = line()
        for part in (self._mine, label(tr("and"), Voice.SECONDARY), self._other, self._unit):
            head.addWidget(part)
        head.addStretch(1)
        foot, words = line("above")
        words.addWidget(self._note, 1)
        for whole, stretch in ((strip, 0), (self.table, 1), (foot, 0)):
            left.column.addWidget(whole, stretch)
        panes = [(tr("Themes"), left), (tr("Disagreements"), self._side())]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(Panes(look, panes, least=430))
        alone = Pane(tr("Agreement"))
        alone.column.addWidget(self._nothing)
        self._whole.addWidget(alone)
        column.addWidget(self._whole)

    def _side(self) -> Pane:
        right = Pane(tr("Disagreements"), margins=1)
        right.setFixedWidth(self._desk.appearance.px(400))
        right.main = self.list
        right.column.setSpacing(0)
        strip, head = line()
        head.addWidget(self._heading, 1)
        head.addWidget(self._all)
        head.addWidget(self._count)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 2)
        column.addWidget(self.card, 3)
        self._right.addWidget(inside)
        self._right.addWidget(self._none)
        right.column.addWidget(strip)
        right.column.addWidget(self._right, 1)
        return right

    def offer_copy(self, acts: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Say what can be done where there is only one coder."""
        self._nothing.say(tr(ONE_CODER), acts)
