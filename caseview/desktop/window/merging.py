"""Merging: choose another casebook, see what it would bring, then bring it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from caseview.desktop.dialogs.asking import PassphraseDialog
from caseview.desktop.dialogs.merging import MergeDialog
from caseview.desktop.jobs import Failure, Job, Lane
from caseview.desktop.tongue import tr
from caseview.desktop.window.window import Window
from caseview.domain.english import English
from caseview.domain.errors import WrongPassphraseError
from caseview.domain.merging import Merged, MergePreview

KINDS = English("Casebooks (*.casebook)")


class Merging(QObject):
    """One merge at a time; the other casebook is opened to read, previewed, then merged."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._asking: PassphraseDialog | None = None
        self.dialog: MergeDialog | None = None
        window.commands.bind("casebook.merge", window, self.choose)
        window.events.merge_wanted.connect(self.choose)

    def choose(self) -> None:
        """Ask which casebook to merge into the one that is open."""
        if self._window.desk is None:
            self._window.events.say(tr("Open a casebook first, then merge another into it."))
            return
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("Merge a casebook"), "", tr(KINDS))
        if chosen:
            self.preview(Path(chosen))

    def preview(self, path: Path, passphrase: str | None = None) -> None:
        """Look at what a casebook would bring; asks for its passphrase where it needs one."""
        desk = self._window.desk
        if desk is None:
            return
        self._window.events.say(tr("Looking at “{0}”…", path.stem))
        comparing = desk.session.comparing
        job: Job[MergePreview] = Job(
            tr("Look at the other casebook"),
            lambda _: comparing.preview_merge(path, passphrase),
            lambda found: self._show(path, passphrase, found),
            partial(self._not_opened, path),
        )
        desk.jobs.run(job, Lane.LONG)

    def merge(self, path: Path, passphrase: str | None) -> None:
        """Merge it."""
        desk = self._window.desk
        if desk is None:
            return
        comparing = desk.session.comparing
        job: Job[Merged] = Job(
            tr("Merge the casebook"),
            lambda _: comparing.merge(path, passphrase),
            self._merged,
            self._not_merged,
        )
        desk.jobs.run(job, Lane.DECIDE)

    def _show(self, path: Path, passphrase: str | None, found: MergePreview) -> None:
        self._window.events.say("")
        if self._asking is not None:
            self._asking.accept()
            self._asking = None
        merge = partial(self.merge, path, passphrase)
        self.dialog = MergeDialog(self._window, self._window.look, found, merge)
        self.dialog.destroyed.connect(self._left)
        self.dialog.show()

    def _left(self) -> None:
        self.dialog = None

    def _merged(self, merged: Merged) -> None:
        if self.dialog is not None:
            self.dialog.end(merged)
        self._window.events.change(merged.changes)

    def _not_merged(self, failure: Failure) -> None:
        if failure.details or self.dialog is None:
            self._window.show_failure(failure)
        else:
            self.dialog.not_done(failure.message, failure.advice)

    def _not_opened(self, path: Path, failure: Failure) -> None:
        self._window.events.say("")
        if not isinstance(failure.error, WrongPassphraseError):
            self._window.show_failure(failure)
        elif self._asking is not None:
            self._asking.wrong(failure.message, failure.advice)
        else:
            self._asking = PassphraseDialog(
                self._window, self._window.look, path.stem, partial(self.preview, path)
            )
            self._asking.rejected.connect(self._asked)
            self._asking.show()

    def _asked(self) -> None:
        self._asking = None
