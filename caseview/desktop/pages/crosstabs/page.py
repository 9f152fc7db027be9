"""The Cross-tabs page: it recounts as it is changed; a cell leads to its passages and pages."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from caseview.counting.wording import empty_sentence, title
from caseview.desktop.desk import Desk
from caseview.desktop.jobs import Failure
from caseview.desktop.models.crosstab import CrossTabModel
from caseview.desktop.models.evidence import with_reference
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.models.words import clock
from caseview.desktop.pages.crosstabs.choices import Choices
from caseview.desktop.pages.crosstabs.counting import Found, Offered, count, gather, offered
from caseview.desktop.pages.crosstabs.evidence_pane import EvidencePane
from caseview.desktop.pages.crosstabs.figures import EVIDENCE, Figures, Wish
from caseview.desktop.pages.crosstabs.keeping import Keeping
from caseview.desktop.pages.crosstabs.rooms import CROSSTAB, Rooms
from caseview.desktop.pages.crosstabs.sending import Sending
from caseview.desktop.pages.crosstabs.shown import Shown
from caseview.desktop.places import Place, View, at_quote
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.collapsing import Panes
from caseview.desktop.widgets.heat_table import HeatTable
from caseview.desktop.widgets.notices import Empty
from caseview.desktop.widgets.page import Page
from caseview.domain.crosstab import CellAddress, Counts, CrossTab, CrossTabSpec, Share
from caseview.domain.english import English
from caseview.domain.errors import QueryError
from caseview.usecases.saved_crosstab import TableChoice

NO_REVIEWS = English("No reviews to count yet. Import a folder of reviews in the Library first.")


class CrossTabsPage(Page):
    """Choose, read, follow a number to its words."""

    view = View.CROSSTABS
    name = English("Cross-tabs")
    icon = "table"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._book = book = ThemeBook(desk.codebook)
        self.model = CrossTabModel(book)
        self.choices = Choices(self.look)
        self.table = HeatTable(self.look, self.model)
        self.evidence = EvidencePane(self.look, book)
        self.shown = Shown(self.look, self.model, self.table)
        self._middle = QStackedWidget()
        self._nothing = Empty(self.look, NO_REVIEWS)
        self.sending = Sending(self, desk, self.model, self._choice)
        self._panes = Panes(
            self.look, [(tr("Table"), self._middle), (tr(EVIDENCE), self.evidence)], least=440
        )
        self.figures = Figures(self, desk, book)
        self.rooms = Rooms(self.look, self.choices, self._panes, self.figures)
        narrow = self.choices.filters.take_over
        self.keeping = Keeping(self, desk, self.rooms.choice, self.open_choice, narrow)
        self._wanted: CellAddress | None = None
        self._asked = False
        self._lay_out()
        self._connect()

    @override
    def refresh(self) -> None:
        self.desk.read(tr("Read the attributes"), offered, self._offer, name="crosstab offer")
        if self.rooms.besides:
            self.figures.ask(Wish(self.choices.spec, self.choices.follows))
            return
        self.table.wait(on=self.model.table is not None)  # old numbers grey out, never vanish
        counting = partial(count, self.choices.spec, self.choices.follows)
        self.desk.look("crosstab", tr("Count"), counting, self._show, self._not_counted)

    @override
    def place(self) -> Place:
        asked = Place(self.view, spec=self.choices.spec, follows=self.choices.follows)
        if self.rooms.besides:
            return replace(asked, question=self.figures.question)
        return replace(asked, cell=self.model.address(self.table.currentIndex()) or self._wanted)

    @override
    def arrive(self, place: Place) -> None:
        if place.question is not None:
            self._stale = self.rooms.go_to(place.question) or self._stale
        elif place.cell is not None:
            self.rooms.turn_to(CROSSTAB)
        if place.spec is not None:
            self._stale = self.choices.arrive(place.spec, follows=place.follows) or self._stale
        if place.cell is not None:
            self._wanted = place.cell
        fresh = self._stale
        super().arrive(place)
        if not fresh:
            self._to_wanted()

    @override
    def focus_first(self) -> None:
        front = self.figures.pane.first() if self.rooms.besides else self.table
        if front is not None:
            front.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def reference(self) -> str:
        if self.rooms.besides:
            return self.figures.reference()
        item = self.evidence.model.item(self.evidence.quotes.currentIndex().row())
        return with_reference(item) if item is not None and self.evidence.isVisible() else ""

    @override
    def printable(self) -> str:
        return (self.figures if self.rooms.besides else self).sending.printable()

    def show_evidence(self) -> None:
        """Show the passages behind the cell gone to."""
        address = self.model.address(self.table.currentIndex())
        if self.model.table is not None and address is not None:
            gathering = partial(gather, self.model.table, address)
            self.desk.look("evidence", tr("Gather the evidence"), gathering, self._show_evidence)

    def close_evidence(self) -> None:
        """Close the evidence and go back to the cell."""
        if self.rooms.besides:
            self.figures.close_evidence()
            return
        self._panes.hide_pane(tr(EVIDENCE))
        self.table.setFocus()

    def copy(self) -> None:
        """Copy the whole table to paste into Word or Excel, by the casebook's rule."""
        self.sending.copy()

    def copy_picture(self) -> None:
        """Copy what is in front as a picture: the table, its bars, or other figures."""
        if self.rooms.besides:
            self.figures.sending.copy_picture()
        else:
            self.sending.copy_picture(self.shown.drawn)

    def export(self, ending: str = ".docx") -> None:
        """Open the export panel, for Word unless asked otherwise."""
        (self.figures if self.rooms.besides else self).sending.ask(ending)

    def export_to(self, path: Path) -> None:
        """Write the table by the casebook's rule; the ending of the path says to what."""
        (self.figures if self.rooms.besides else self).sending.write(path)

    def open_choice(self, choice: TableChoice) -> None:
        """Show a saved cross-tab, or other figures, as the casebook stands now."""
        self.rooms.come_back(choice)
        self._chosen()

    def _choice(self) -> TableChoice:
        return TableChoice(self.choices.spec, self.choices.share)

    def _lay_out(self) -> None:
        self.buttons.addWidget(self.keeping.button)
        for words, ending, icon in (
            (tr("Export to Excel"), ".xlsx", "file-spreadsheet"),
            (tr("Export to Word"), ".docx", "file-text"),
        ):
            role = Role.PRIMARY if ending == ".docx" else Role.PLAIN
            button = Button(self.look, words, role, icon=icon)
            button.clicked.connect(lambda _checked, ending=ending: self.export(ending))
            self.buttons.addWidget(button)
        self._middle.addWidget(self.shown)
        self.choices.add(tr("Shown as"), self.shown.switch)
        self._middle.addWidget(self._nothing)
        self._panes.hide_pane(tr(EVIDENCE))
        for notice in self.sending.notices:
            self.body.addWidget(notice)
        self.body.addWidget(self.rooms, 1)

    def _connect(self) -> None:
        self.rooms.turned.connect(self.refresh)
        self.figures.line.changed.connect(self.refresh)
        self.figures.titled.connect(self._told)
        self.figures.amiss.connect(self.choices.say_amiss)
        self.choices.changed.connect(self._chosen)
        self.choices.shared.connect(self._share)
        self.choices.trimmed.connect(self._trim)
        self.table.wanted.connect(self._ask_evidence)
        self.shown.wanted.connect(self._evidence_of)
        self.shown.said.connect(self.desk.events.say)
        self.shown.turned.connect(lambda drawn: self.rooms.shade(on=not drawn))
        self.shown.bars.copied.connect(self.copy_picture)
        self.table.copied.connect(self.copy)
        self.evidence.opened.connect(self._open)
        self.evidence.summary_wanted.connect(self._to_summary)
        self.evidence.copy_wanted.connect(
            lambda: self.desk.commands.action("copy.reference").trigger()
        )
        self.desk.commands.bind("crosstab.again", self, self.refresh)
        self.desk.commands.bind("crosstab.export", self, self.export)
        self.desk.commands.bind("crosstab.picture", self, self.copy_picture)
        close = QShortcut(QKeySequence("Esc"), self)
        close.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        close.activated.connect(self.close_evidence)

    def _told(self, words: str, over: CrossTabSpec) -> None:
        """Name the figures in front and say what counts in them."""
        self.choices.choose(replace(over, unit=self.choices.spec.unit))
        self.title.say(words or self.rooms.name)
        self.facts.say(tr("Counts: {0}", told(over.counts.label)))

    def _chosen(self) -> None:
        self._wanted = self.model.address(self.table.currentIndex()) or self._wanted
        self.refresh()

    def _share(self, share: Share) -> None:
        self.model.show_share(share)
        self.shown.say_base()

    def _trim(self, on: bool) -> None:  # noqa: FBT001 - a signal's own argument
        self.model.leave_out_empty(on=on)
        self.shown.say_base()

    def _offer(self, found: Offered) -> None:
        axes, reviews, rule = found
        self.sending.casebook_rule = self.figures.sending.casebook_rule = rule
        self.choices.offer(axes, reviews)
        self.figures.line.offer_reviews(reviews)

    def _show(self, table: CrossTab) -> None:
        self.choices.say_amiss("", "")
        self.choices.choose(table.spec)
        self.table.wait(on=False)
        self.model.show(table)
        self.title.say(title(table.spec))
        when = tr("  ·  counted {0}", clock(table.counted_at)) if table.counted_at else ""
        self.facts.say(tr("Counts: {0}{1}", told(table.spec.counts.label), when))
        self.shown.say_base()
        self._say_empty(table)
        if self._wanted is None and self.evidence.isVisible():
            (self.show_evidence if self.table.currentIndex().isValid() else self.close_evidence)()
        self._to_wanted()

    def _say_empty(self, table: CrossTab) -> None:
        waiting = table.left_out.not_finished
        words = empty_sentence(table) if table.spec.where or waiting else tr(NO_REVIEWS)
        both = [(tr("Count tags and suggestions"), self._count_both)]
        self._nothing.say(words, both if table.spec.counts is Counts.TAGS and waiting else ())
        self._middle.setCurrentIndex(0 if table.base else 1)

    def _count_both(self) -> None:
        self.choices.come_back(replace(self.choices.spec, counts=Counts.PROVISIONAL))
        self.refresh()

    def _to_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        index = self.model.index_of(wanted) if wanted is not None else None
        if index is not None and index.isValid():
            self.table.setCurrentIndex(index)
            self.show_evidence()
            self.table.scrollTo(index, HeatTable.ScrollHint.PositionAtCenter)
        elif not self.table.currentIndex().isValid() and self.model.rowCount() > 1:
            self.table.setCurrentIndex(self.model.index(1, 1))

    def _not_counted(self, failure: Failure) -> None:
        self.table.wait(on=False)
        if isinstance(failure.error, QueryError):
            self.choices.say_amiss(failure.message, failure.advice)
        else:
            self.desk.jobs.failed.emit(failure)

    def _show_evidence(self, found: Found) -> None:
        to_quotes = self.table.hasFocus() and self._asked
        self.evidence.show_evidence(*found)
        self._panes.show_pane(tr(EVIDENCE))
        if to_quotes or self._panes.one_at_a_time:
            self.evidence.quotes.setFocus()
        self._asked = False

    def _ask_evidence(self) -> None:
        self._asked = True
        self.show_evidence()

    def _evidence_of(self, address: CellAddress) -> None:
        self.table.setCurrentIndex(self.model.index_of(address))
        self._ask_evidence()

    def _open(self, row: int) -> None:
        if (item := self.evidence.model.item(row)) is not None:
            self.desk.events.go(at_quote(item.quote))

    def _to_summary(self, theme: str) -> None:
        self.desk.events.go(Place(View.SUMMARIES, themes=(theme,), spec=self.choices.spec))
