"""Coming to a casebook: the welcome, the sample, a new one, an old one, a locked one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu

from caseview.desktop.dialogs.asking import NewPassphraseDialog, PassphraseDialog
from caseview.desktop.jobs import Failure, Job, Lane
from caseview.desktop.places import Place
from caseview.desktop.session.doorway import Doorway
from caseview.desktop.session.session import Session
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.welcome import Welcome
from caseview.desktop.window.returning import kept, place_in
from caseview.desktop.window.window import Window
from caseview.domain.codebook import Codebook
from caseview.domain.english import English
from caseview.domain.errors import WrongPassphraseError
from caseview.domain.info import CasebookInfo

KINDS = English("Casebooks (*.casebook)")
Opened = tuple[Session, Codebook, CasebookInfo]


class Casebooks(QObject):
    """Opens casebooks for a window; `opened()` tells of one that is open now.

    `empty_sample(tuple)` tells of files to fill a sample with.
    """

    empty_sample = Signal(object)
    opened = Signal()

    def __init__(self, window: Window, doorway: Doorway) -> None:
        super().__init__(window)
        self._window = window
        self._door = doorway
        self._asking: PassphraseDialog | None = None
        self._welcome: Welcome | None = None
        self._path: Path | None = None
        self._coming: Path | None = None
        self._left_open = False
        self._recent = QMenu(tr("Open &recent"), window)
        window.menus["File"].addMenu(self._recent)
        window.leaving.connect(self._leaving)
        window.events.sample_wanted.connect(self.open_sample)
        self._list_recent()
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

    @property
    def path(self) -> Path | None:
        """Where the open casebook is; None for the sample, and before one is open."""
        return self._path

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
        self._coming = None
        self._come_to(
            tr("Open the sample casebook"), lambda door: door.open_sample(coder), sample=True
        )

    def start(self) -> None:
        """Ask where a new casebook is to be and whether it is locked, then make it."""
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, tr("Start a casebook"), tr("New.casebook"), tr(KINDS)
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
        self._coming = path
        self._come_to(
            tr("Start the casebook"),
            lambda door: door.start(path, coder=coder, passphrase=passphrase),
        )

    def choose(self) -> None:
        """Ask which casebook to open."""
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("Open a casebook"), "", tr(KINDS))
        if chosen:
            self.open(Path(chosen))

    def open(self, path: Path, passphrase: str | None = None) -> None:
        """Open a casebook; asks for its passphrase where it needs one."""
        coder = self.coder
        self._coming = path
        self._come_to(
            tr("Open the casebook"),
            lambda door: self._open_in(door, path, coder, passphrase),
            lambda failure: self._not_opened(path, failure),
        )

    def _open_in(self, door: Doorway, path: Path, coder: str, passphrase: str | None) -> Session:
        left_open = door.was_left_open(path)  # opening takes the lock that tells
        session = door.open(path, coder=coder, passphrase=passphrase)
        self._left_open = left_open
        return session

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
        self._path = self._coming
        memory = self._window.memory
        memory.remember("open", str(self._path or ""))
        self._list_recent()
        self.opened.emit()
        if self._left_open:
            self._left_open = False
            look = Job(
                tr("Look over the casebook"), lambda _: session.keeping.look_over(), self._tell
            )
            self._window.jobs.run(look, Lane.LONG)
        if self._path is not None and (place := place_in(self._path, memory.recall("place"))):
            self._window.go(place)

    def _tell(self, said: str) -> None:
        self._window.events.say(said)

    def reopen(self) -> None:
        """Open the casebook that was open when the window was closed, if it is still there."""
        last = self._window.memory.recall("open")
        if last and Path(last).is_file():
            self.open(Path(last))

    def _leaving(self, place: Place) -> None:
        if self._path is not None:
            self._window.memory.remember("place", kept(self._path, place))

    def _list_recent(self) -> None:
        self._recent.clear()
        for path in self._window.memory.recent():
            action = self._recent.addAction(path.stem)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _checked, path=path: self.open(path))
        self._recent.menuAction().setVisible(not self._recent.isEmpty())

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
