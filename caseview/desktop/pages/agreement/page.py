"""Agreement: how far coders tagged alike, how rules fared, and what rules miss."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget
from typing_extensions import override

from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.double_coding import DoubleCodingDialog
from caseview.desktop.jobs import Failure, Job, Lane
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.pages.agreement.rules import Rules
from caseview.desktop.pages.agreement.second_coder import SecondCoder
from caseview.desktop.pages.agreement.spot_check import SpotChecks
from caseview.desktop.places import Place, View
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Button, Role, Segments
from caseview.desktop.widgets.notices import Banner, Saved
from caseview.desktop.widgets.page import Page
from caseview.desktop.widgets.panes import row
from caseview.domain.agreement import DoubleCoding, Draw, Verdict
from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.domain.info import CasebookInfo

TABS = [
    ("coders", English("Second coder")),
    ("rules", English("Rules")),
    ("spot", English("Spot check")),
]
KINDS = English("Excel (*.xlsx);;Word (*.docx);;CSV (*.csv)")
CASEBOOKS = English("Casebooks (*.casebook)")


class AgreementPage(Page):
    """Three tabs, each with its own work."""

    view = View.AGREEMENT
    name = English("Agreement")
    icon = "scale"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._book = ThemeBook(desk.codebook)
        self.coders = SecondCoder(desk, self._book)
        self.rules = Rules(desk, self._book)
        self.spot = SpotChecks(desk)
        self.tabs = Segments(self.look, tr("Show"), TABS)
        self._stack = QStackedWidget()
        self._choose = Button(self.look, tr("Choose reviews to double-code"), icon="files")
        self._export = Button(self.look, tr("Export"), Role.PRIMARY, icon="file-spreadsheet")
        self._saved = Saved(self.look)
        self._amiss = Banner(self.look, "problem")
        self._lay_out()
        self._connect()

    @override
    def arrive(self, place: Place) -> None:
        super().arrive(place)
        if place.query in dict(TABS):
            self.show_tab(place.query)

    @override
    def place(self) -> Place:
        return Place(self.view, query=self.tabs.value)

    @override
    def refresh(self) -> None:
        self._tab().refresh()

    @override
    def focus_first(self) -> None:
        self._tab().first().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_tab(self, name: str) -> None:
        """Go to a tab by its name ("coders", "rules", "spot")."""
        self.tabs.choose(name)
        self._turn(name)

    def choose_reviews(self) -> None:
        """Ask how to choose reviews for a second coder."""
        info = self.desk.session.reading.info
        self.desk.read(tr("Look at the casebook"), lambda _: info(), self._ask_draw)

    def export_to(self, path: Path) -> None:
        """Write the comparison to a file."""
        found = self.coders.agreement
        if found is None:
            return
        self._amiss.hide()
        job: Job[None] = Job(
            tr("Export the comparison"),
            lambda _: self.desk.session.comparing.export(found, path),
            lambda _none: self._saved.tell(path),
            self._not_done,
        )
        self.desk.jobs.run(job, Lane.READ)

    def make_copy(self, path: Path, wanted: Draw, passphrase: str | None) -> None:
        """Choose reviews and make the second coder's casebook."""
        self.desk.events.say(tr("Making the second coder’s casebook…"))
        comparing = self.desk.session.comparing
        job: Job[DoubleCoding] = Job(
            tr("Make the second coder’s casebook"),
            lambda _: comparing.copy_for_second_coder(path, wanted, passphrase),
            lambda choice: self._copied(path, choice),
            self._not_done,
        )
        self.desk.jobs.run(job, Lane.LONG)

    def _ask_draw(self, info: CasebookInfo) -> None:
        DoubleCodingDialog(self, self.look, self._ask_where, locked=info.encrypted).show()

    def _ask_where(self, wanted: Draw, passphrase: str | None) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            tr("Where the second coder’s casebook goes"),
            tr("Second coder.casebook"),
            tr(CASEBOOKS),
        )
        if chosen:
            self.make_copy(Path(chosen).with_suffix(".casebook"), wanted, passphrase)

    def _copied(self, path: Path, choice: DoubleCoding) -> None:
        count = len(choice.reviews)
        what = tr("1 review") if count == 1 else tr("{0} reviews", f"{count:,}")
        self._saved.tell(
            path,
            tr(
                "{0} chosen (seed {1}), every suggestion undecided and no tag of yours "
                "in it. Once both have finished, merge it back with File > Merge a casebook.",
                what,
                choice.seed,
            ),
        )
        self.desk.events.say("")
        self.desk.events.change(
            Changes(tr("Choose reviews"), settings=frozenset({"double_coding"}))
        )

    def _not_done(self, failure: Failure) -> None:
        self.desk.events.say("")
        if failure.details:
            self.desk.jobs.failed.emit(failure)
        else:
            self._amiss.say(failure.message, failure.advice)

    def _ask_export(self) -> None:
        if self.coders.agreement is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Export the comparison"), tr("Agreement.xlsx"), tr(KINDS)
        )
        if chosen:
            path = Path(chosen)
            self.export_to(path if path.suffix else path.with_suffix(".xlsx"))

    def _tab(self) -> SecondCoder | Rules | SpotChecks:
        if self.tabs.value == "rules":
            return self.rules
        return self.spot if self.tabs.value == "spot" else self.coders

    def _turn(self, _name: str = "") -> None:
        tab = self._tab()
        self._stack.setCurrentWidget(tab)
        self._export.setVisible(tab is self.coders)
        tab.refresh()

    def _settle(self, verdict: Verdict) -> None:
        if self._tab() is self.coders:
            self.coders.settle(verdict)

    def _mark(self, *, held: bool) -> None:
        if self._tab() is self.spot:
            self.spot.mark(held=held)

    def _connect(self) -> None:
        self.coders.told.connect(lambda words: self._tell(self.coders, words))
        self.rules.told.connect(lambda words: self._tell(self.rules, words))
        self.spot.told.connect(lambda words: self._tell(self.spot, words))
        self.coders.compared.connect(
            lambda: self._export.setEnabled(self.coders.agreement is not None)
        )
        self.coders.offer_copy([(tr("Choose reviews to double-code"), self.choose_reviews)])
        self.tabs.chosen.connect(self._turn)
        self._choose.clicked.connect(lambda _checked: self.choose_reviews())
        self._export.clicked.connect(lambda _checked: self._ask_export())
        bind = self.desk.commands.bind
        for command, verdict in (
            ("agreement.mine", Verdict.MINE),
            ("agreement.other", Verdict.OTHER),
            ("agreement.both", Verdict.BOTH),
            ("agreement.neither", Verdict.NEITHER),
        ):
            bind(command, self, partial(self._settle, verdict))
        bind("agreement.reason", self, self.coders.ask_reason)
        bind("agreement.again", self, self.coders.reopen)
        bind("agreement.held", self, partial(self._mark, held=True))
        bind("agreement.nothing", self, partial(self._mark, held=False))
        bind("agreement.export", self, self._ask_export)

    def _tell(self, tab: object, words: str) -> None:
        if tab is self._tab():
            self.facts.say(words)

    def _lay_out(self) -> None:
        self.buttons.addWidget(self._choose)
        self.buttons.addWidget(self._export)
        for tab in (self.coders, self.rules, self.spot):
            self._stack.addWidget(tab)
        self.body.addLayout(row(self.tabs, None))
        self.body.addWidget(self._amiss)
        self.body.addWidget(self._saved)
        self.body.addWidget(self._stack, 1)
