"""Keeps the casebook of a window safe: Ctrl+S, backup on closing, restore, passphrase, marking."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject
from typing_extensions import override

from caseview.desktop.dialogs.asking import QuestionDialog
from caseview.desktop.dialogs.restoring import LockDialog
from caseview.desktop.jobs import Failure, Job, Lane
from caseview.desktop.session.doorway import Doorway
from caseview.desktop.session.session import Session
from caseview.desktop.tongue import tr
from caseview.desktop.window.casebooks import Casebooks
from caseview.desktop.window.window import Window
from caseview.domain.backup import in_brief
from caseview.domain.casebook_settings import MARKING
from caseview.domain.changes import Changes

FOLDER = "backup folder"
Restored = tuple[Path, str | None]
Result = TypeVar("Result")


class Keeper(QObject):
    """What keeps a casebook and is asked for in the whole window."""

    def __init__(self, window: Window, doorway: Doorway, casebooks: Casebooks) -> None:
        super().__init__(window)
        self._window = window
        self._door = doorway
        self._casebooks = casebooks
        self._may_close = False
        window.installEventFilter(self)
        window.commands.bind("casebook.save", window, self.save)
        window.events.changed.connect(self._changed)
        window.events.backed_up.connect(lambda s: window.status.show_backup(in_brief(s)))
        casebooks.opened.connect(self._look_at_backups)
        window.events.restore_wanted.connect(self._restore)
        window.events.lock_wanted.connect(self._ask_to_lock)

    def save(self) -> None:
        """Make a restore point, say that all is saved already, and back up where that is due."""
        if (desk := self._window.desk) is None:
            return

        def work(session: Session) -> str:
            marked = session.keeping.mark_place()
            backups = session.keeping.backups()
            if self._folder and backups.due():
                backups.make()
                return tr("{0} Backed up.", marked.words)
            return marked.words

        job: Job[str] = Job(tr("Make a restore point"), lambda _: work(desk.session), self._saved)
        desk.jobs.run(job, Lane.DECIDE)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the closing of the window off until a backup that is due has been made."""
        if event.type() is not QEvent.Type.Close or self._may_close or not self._folder:
            return False
        desk = self._window.desk
        if desk is None:
            return False
        self._window.events.say(tr("Backing up before closing…"))

        def work(session: Session) -> None:
            backups = session.keeping.backups()
            if backups.due():
                backups.make()

        job: Job[None] = Job(
            tr("Back up the casebook"),
            lambda _: work(desk.session),
            self._close,
            self._not_backed_up,
        )
        desk.jobs.run(job, Lane.DECIDE)
        event.ignore()
        return True

    @property
    def _folder(self) -> str:
        return self._window.memory.recall(FOLDER)

    def _look_at_backups(self) -> None:
        """Show in the status bar how the casebook stands with its backups, but for the sample."""
        self._window.status.show_backup("")
        if (desk := self._window.desk) is not None and self._casebooks.path is not None:
            desk.read(
                tr("Look at the backups"),
                lambda session: session.keeping.backups().state(),
                lambda state: self._window.status.show_backup(in_brief(state)),
                name="backups",
            )

    def _saved(self, words: str) -> None:
        self._look_at_backups()
        self._window.events.say(words)
        # Views that list restore points ask again; nothing a coder decided has changed.
        self._window.events.change(Changes(settings=frozenset({tr("restore points")})))

    def _close(self, _done: object = None) -> None:
        self._may_close = True
        self._window.close()

    def _not_backed_up(self, failure: Failure) -> None:
        QuestionDialog(
            self._window,
            self._window.look,
            (tr("Close without a backup?"), f"{failure.message} {failure.advice}"),
            (tr("Close without it"), self._close),
            tr("Stay"),
        ).show()

    def _changed(self, changes: Changes) -> None:
        desk = self._window.desk
        if desk is not None and MARKING in changes.settings:
            desk.read(
                tr("Read the marking"),
                lambda session: session.keeping.settings().marking,
                self._window.bar.mark,
                name="marking",
            )

    def _restore(self, wanted: Restored) -> None:
        """Put a backup in the place of the open casebook, and open it."""
        backup, passphrase = wanted
        path, desk = self._casebooks.path, self._window.desk
        if path is None or desk is None:
            self._window.events.say(tr("The sample casebook has no backups to restore."))
            return
        coder = desk.session.coder

        def work(session: Session) -> Path | None:
            session.keeping.mark_before(tr("before a backup was restored"))
            session.close()
            return self._door.restore(backup, path, coder=coder, passphrase=passphrase)

        def then(_aside: Path | None) -> None:
            self._casebooks.open(path, passphrase)

        self._shut_and(tr("Restore the backup"), work, then, passphrase)

    def _ask_to_lock(self, locked: bool) -> None:  # noqa: FBT001 - a signal's own argument
        LockDialog(self._window, self._window.look, self._lock, locked=locked).show()

    def _lock(self, now: str | None, wanted: str | None) -> None:
        """Give the open casebook another passphrase, and open it again."""
        path, desk = self._casebooks.path, self._window.desk
        if path is None or desk is None:
            self._window.events.say(tr("The sample casebook holds nothing to lock."))
            return
        coder = desk.session.coder

        def work(session: Session) -> None:
            session.close()
            self._door.lock(path, coder=coder, passphrase=now, wanted=wanted)

        def then(_: None) -> None:
            self._casebooks.open(path, wanted)

        self._shut_and(tr("Change the passphrase"), work, then, now)

    def _shut_and(
        self,
        doing: str,
        work: Callable[[Session], Result],
        then: Callable[[Result], object],
        passphrase: str | None,
    ) -> None:
        """Do what wants the casebook closed; where it goes wrong, the casebook is opened again."""
        path, desk = self._casebooks.path, self._window.desk
        if path is None or desk is None:
            return

        def amiss(failure: Failure) -> None:
            self._window.show_failure(failure)
            self._casebooks.open(path, passphrase)

        self._window.events.say(f"{doing}…")
        self._window.setEnabled(False)  # nothing may be asked of a casebook that is closed
        job: Job[Result] = Job(
            doing,
            lambda _: work(desk.session),
            lambda result: self._awake(lambda: then(result)),
            lambda failure: self._awake(lambda: amiss(failure)),
        )
        desk.jobs.run(job, Lane.DECIDE)

    def _awake(self, act: Callable[[], object]) -> None:
        self._window.setEnabled(True)
        act()
