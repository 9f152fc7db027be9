"""The Recommendations view: the register of recommendations and the responses to coroners."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QStackedWidget
from typing_extensions import override

from caseview.desktop.desk import Desk
from caseview.desktop.jobs import Failure
from caseview.desktop.pages.recommendations.register_panes import RegisterPanes
from caseview.desktop.pages.recommendations.responses_panes import ResponsesPanes
from caseview.desktop.places import Place, View
from caseview.desktop.session.session import Session
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Button, Role, Segments
from caseview.desktop.widgets.notices import Saved
from caseview.desktop.widgets.page import Page
from caseview.desktop.widgets.panes import Pane
from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.domain.registered import Register
from caseview.domain.responses import Tracker

REGISTER, RESPONSES = "register", "responses"
HINTS = {
    REGISTER: English("Space ticks  ·  A belongs, X does not  ·  Enter opens at the page"),
    RESPONSES: English(
        "A takes the answer as suggested  ·  X opens it again  ·  Enter opens at the words"
    ),
}
Act = Callable[[], object]
KINDS = {
    ".xlsx": English("Excel workbooks (*.xlsx)"),
    ".docx": English("Word documents (*.docx)"),
    ".csv": English("Plain tables (*.csv)"),
}


class RecommendationsPage(Page):
    """Two lists under one roof: what was recommended, and what was answered."""

    view = View.RECOMMENDATIONS
    name = English("Recommendations")
    icon = "list-checks"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.register = RegisterPanes(desk)
        self.responses = ResponsesPanes(desk)
        self.tabs = Segments(
            self.look, tr("Show"), [(REGISTER, tr("Groups")), (RESPONSES, tr("Responses"))]
        )
        self._stack = QStackedWidget()
        self._saved = Saved(self.look)
        self._make = Button(self.look, tr("Make group"), Role.PRIMARY, icon="plus")
        self._lay_out()
        self._bind()

    @override
    def refresh(self) -> None:
        self.desk.look(
            "register", tr("List recommendations"), _register, self._show_register, self._not_listed
        )
        self.desk.read(tr("Track responses"), _tracker, self._show_tracker, name="responses")

    @override
    def concerns(self, changes: Changes) -> bool:
        return changes != Changes(changes.label, notes=changes.notes, saved=changes.saved)

    @override
    def arrive(self, place: Place) -> None:
        super().arrive(place)
        self._hint()

    @override
    def focus_first(self) -> None:
        if self._on_register:
            self.register.focus_list()
        else:
            self.responses.focus_list()

    @override
    def panes(self) -> tuple[Pane, ...]:
        shown = self.register if self._on_register else self.responses
        return tuple(shown.findChildren(Pane))

    @override
    def find_here(self, step: int = 0) -> None:
        self.tabs.choose(REGISTER)
        self._turn(REGISTER)
        self.register.field.setFocus()

    @override
    def reference(self) -> str:
        item = self.register.about.item if self._on_register else None
        return f"“{item.text}” ({item.reference})" if item is not None else ""

    def turn(self, tab: str) -> None:
        """Show one of the two: REGISTER or RESPONSES."""
        self.tabs.choose(tab)
        self._turn(tab)

    def export(self, ending: str = ".xlsx") -> None:
        """Ask for a file and write the list shown, narrowed as it is."""
        kinds = ";;".join([KINDS[ending], *(k for e, k in KINDS.items() if e != ending)])
        name = tr("Recommendations") if self._on_register else tr("Responses")
        chosen, kind = QFileDialog.getSaveFileName(self, tr("Export"), f"{name}{ending}", kinds)
        if chosen:
            path = Path(chosen)
            meant = next((e for e, words in KINDS.items() if words == kind), ending)
            self.export_to(path if path.suffix in KINDS else path.with_suffix(meant))

    def export_to(self, path: Path) -> None:
        """Write the list shown; the ending of the path says to what."""
        wanted, on = self.register.wanted, self.responses.tracker.on

        def write(session: Session) -> int:
            if self._on_register:
                return session.register.save(wanted, path)
            return session.register.save_responses(on, path)

        def done(_rows: int) -> None:
            self._saved.tell(path)
            self.desk.events.say(tr("Saved {0}.", path.name))

        self.desk.read(tr("Export the list"), write, done)

    @property
    def _on_register(self) -> bool:
        return self._stack.currentWidget() is self.register

    def _show_register(self, register: Register) -> None:
        self.register.show_register(register)
        self._say_facts()

    def _not_listed(self, failure: Failure) -> None:
        self.register.say_amiss(failure.message, failure.advice, self.refresh)
        self.desk.jobs.failed.emit(failure)

    def _show_tracker(self, tracker: Tracker) -> None:
        self.responses.show_tracker(tracker)
        self._say_facts()

    def _hint(self) -> None:
        self.desk.events.say(HINTS[REGISTER if self._on_register else RESPONSES])

    def _say_facts(self) -> None:
        self.facts.say(self.register.facts if self._on_register else self.responses.facts)

    def _turn(self, tab: str) -> None:
        self._stack.setCurrentWidget(self.register if tab == REGISTER else self.responses)
        self._make.setVisible(tab == REGISTER)
        self._say_facts()
        self.focus_first()
        self._hint()

    def _bind(self) -> None:
        register, responses = self.register, self.responses
        self._either: dict[str, tuple[Act, Act]] = {
            "register.belongs": (register.belongs, responses.accept),
            "register.refuse": (register.refuse, responses.forget),
            "register.group": (register.make_group, _nothing),
            "register.rename": (register.rename, _nothing),
            "register.part": (register.part, _nothing),
            "register.take_out": (register.take_out, _nothing),
            "register.confirm": (register.about.form.ask_to_confirm, _nothing),
            "register.open": (register.open, responses.open),
            "register.export": (self.export, self.export),
        }
        for command in self._either:
            if command != "register.open":  # Enter is the lists' own
                self.desk.commands.bind(command, self, partial(self._do, command))
        register.about.wanted.connect(self._do)
        self.tabs.chosen.connect(self._turn)
        self._make.clicked.connect(lambda _checked: register.make_group())

    def _do(self, command: str) -> None:
        self._either[command][0 if self._on_register else 1]()

    def _lay_out(self) -> None:
        self.beside_title.addWidget(self.tabs)
        export = Button(self.look, tr("Export to Excel"), icon="file-spreadsheet")
        export.clicked.connect(lambda _checked: self.export())
        self.buttons.addWidget(export)
        self.buttons.addWidget(self._make)
        self._stack.addWidget(self.register)
        self._stack.addWidget(self.responses)
        self.body.addWidget(self._saved)
        self.body.addWidget(self._stack, 1)


def _nothing() -> None:
    """Answer a command that has no meaning here."""


def _register(session: Session, _job: object) -> Register:
    return session.register.register()


def _tracker(session: Session) -> Tracker:
    return session.register.tracker()
