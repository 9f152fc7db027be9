"""Coming to a casebook: the welcome, the sample, a new one, an old one, a locked one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from caseview.desktop.dialogs.asking import NewPassphraseDialog, PassphraseDialog
from caseview.desktop.jobs import Failure, Job, Lane
from caseview.desktop.session import Doorway, Session
from caseview.desktop.widgets.welcome import Welcome
from caseview.desktop.window.window import Window
from caseview.domain.codebook import Codebook
from caseview.domain.errors import WrongPassphraseError
from caseview.domain.info import CasebookInfo

KINDS = "Casebooks (*.casebook)"
Opened = tuple[Session, Codebook, CasebookInfo]


class Casebooks(QObject):
    """Opens casebooks for a window; `empty_sample(tuple)` tells of files to fill a sample with."""

    empty_sample = Signal(object)

    def __init__(self, window: Window, doorway: Doorway) -> None:
        super().__init__(window)
        self._window = window
        self._door = doorway
        self._asking: PassphraseDialog | None = None
        self._welcome: Welcome | None = None
        window.events.sample_wanted.connect(self.open_sample)
        for command, act in (
            ("casebook.new", self.start),
            ("casebook.open", self.choose),
        ):
            window.commands.bind(command, window, act)

    @property
    def coder(self) -> str:
        """The coder's initials, as typed in the welcome or remembered."""
        typed = self._welcome.initials if self._welcome is not None else ""
        return typed or self._window.memory.recall("coder")

    def welcome(self) -> None:
        """Show the three ways in."""
        memory = self._window.memory
        welcome = Welcome(self._window.look, memory.recall("coder"), memory.recent())
        welcome.sample.connect(self.open_sample)
        welcome.start.connect(self.start)
        welcome.open.connect(self.choose)
        welcome.recent.connect(self.open)
        self._welcome = welcome
        self._window.show_alone(welcome)

    def open_sample(self) -> None:
        """Open the sample casebook."""
        coder = self.coder or "ME"
        self._come_to("Open the sample casebook", lambda door: door.open_sample(coder), sample=True)

    def start(self) -> None:
        """Ask where a new casebook is to be and whether it is locked, then make it."""
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, "Start a casebook", "New.casebook", KINDS
        )
        if chosen:
            path = Path(chosen).with_suffix(".casebook")
            dialog = NewPassphraseDialog(
                self._window, self._window.look, lambda words: self.make(path, words)
            )
            dialog.show()

    def make(self, path: Path, passphrase: str | None) -> None:
        """Make a casebook at a path and open it."""
        coder = self.coder
        self._come_to(
            "Start the casebook",
            lambda door: door.start(path, coder=coder, passphrase=passphrase),
        )

    def choose(self) -> None:
        """Ask which casebook to open."""
        chosen, _ = QFileDialog.getOpenFileName(self._window, "Open a casebook", "", KINDS)
        if chosen:
            self.open(Path(chosen))

    def open(self, path: Path, passphrase: str | None = None) -> None:
        """Open a casebook; asks for its passphrase where it needs one."""
        coder = self.coder
        self._come_to(
            "Open the casebook",
            lambda door: door.open(path, coder=coder, passphrase=passphrase),
            lambda failure: self._not_opened(path, failure),
        )

    def _come_to(
        self,
        doing: str,
        way: Callable[[Doorway], Session],
        failed: Callable[[Failure], object] | None = None,
        *,
        sample: bool = False,
    ) -> None:
        if coder := self.coder:
            self._window.memory.remember("coder", coder)
        self._window.events.say(f"{doing}…")

        def work(_: Job[Opened]) -> Opened:
            session = way(self._door)
            return session, session.reading.codebook(), session.reading.info()

        then = self._opened_sample if sample else self._opened
        self._window.jobs.run(Job(doing, work, then, failed), Lane.DECIDE)

    def _opened(self, found: Opened) -> None:
        session, codebook, info = found
        if self._asking is not None:
            self._asking.accept()
            self._asking = None
        self._welcome = None
        self._window.show_casebook(session, codebook, info)

    def _opened_sample(self, found: Opened) -> None:
        self._opened(found)
        if not found[2].documents:
            self.empty_sample.emit(self._door.sample_files())

    def _not_opened(self, path: Path, failure: Failure) -> None:
        self._window.events.say("")
        if not isinstance(failure.error, WrongPassphraseError):
            self._window.show_failure(failure)
        elif self._asking is not None:
            self._asking.wrong(failure.message, failure.advice)
        else:
            self._asking = PassphraseDialog(
                self._window, self._window.look, path.stem, lambda words: self.open(path, words)
            )
            self._asking.rejected.connect(self._asked)
            self._asking.show()

    def _asked(self) -> None:
        self._asking = None
