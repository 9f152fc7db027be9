"""Importing: choose, run on a worker, follow it in a dialog or the status bar, tell at the end."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from caseview.counting.wording import number
from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.import_progress import ImportDialog
from caseview.desktop.jobs import Failure, Job, Lane, Progress
from caseview.desktop.models.outcomes import summed_up
from caseview.desktop.tongue import tr
from caseview.desktop.window.window import Window
from caseview.domain.changes import Changes
from caseview.domain.outcome import ImportOutcome, OutcomeKind

Outcomes = tuple[ImportOutcome, ...]
FRESH_EVERY = 1500


class Importing(QObject):
    """One import at a time; views hear of new reviews about every second and a half."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._job: Job[Outcomes] | None = None
        self._dialog: ImportDialog | None = None
        self._new: set[int] = set()
        self._fresh = QTimer(self)
        self._fresh.setInterval(FRESH_EVERY)
        self._fresh.timeout.connect(self._tell_views)
        window.commands.bind("import.files", window, self.choose)
        window.dropped.connect(self.run)
        window.events.imports_wanted.connect(self.show_past)
        window.status.under_way.clicked.connect(lambda _checked: self.show())

    @property
    def running(self) -> bool:
        """Whether an import is under way."""
        return self._job is not None

    def choose(self) -> None:
        """Ask for a folder and import it; with an import under way, show that."""
        if self._job is not None:
            self.show()
        elif self._window.desk is not None:
            chosen = QFileDialog.getExistingDirectory(
                self._window, tr("Import a folder of reviews")
            )
            if chosen:
                self.run([Path(chosen)])

    def run(self, paths: Sequence[Path]) -> None:
        """Import files and folders."""
        desk = self._window.desk
        if desk is None or self._job is not None or not paths:
            return
        name = paths[0].name if len(paths) == 1 else f"{paths[0].parent.name}"
        self._dialog = self._new_dialog(name)
        job: Job[Outcomes] = Job(
            tr("Import the files"),
            lambda job: _import(desk, paths, job),
            self._ended,
            self._failed,
            self._told,
        )
        self._job = desk.jobs.run(job, Lane.LONG)
        self._fresh.start()
        self._dialog.show()

    def stop(self) -> None:
        """Stop after the file in hand."""
        if self._job is not None:
            self._job.stop()

    def show(self) -> None:
        """Show the dialog again."""
        if self._dialog is not None:
            self._dialog.show()
            self._dialog.raise_()

    def show_past(self) -> None:
        """Show what became of every file ever imported into this casebook."""
        if self._window.desk is None or self._job is not None:
            self.show()
            return
        self._window.desk.read(
            tr("Read the imports"), lambda s: s.filing.past_imports(), self._show_past
        )

    def _show_past(self, outcomes: Outcomes) -> None:
        dialog = self._new_dialog("")
        dialog.show_past(outcomes)
        self._dialog = dialog
        dialog.show()

    def _new_dialog(self, whence: str) -> ImportDialog:
        dialog = ImportDialog(self._window, self._window.look, whence, self.stop)
        dialog.adopt_wanted.connect(self._window.events.adopt_wanted)
        return dialog

    def _told(self, progress: Progress) -> None:
        if self._dialog is None:
            return
        if not isinstance(progress.item, ImportOutcome):
            self._dialog.tell_page(progress.words, progress.done, progress.total)
            return
        self._dialog.tell(progress.item, progress.done, progress.total)
        item = progress.item
        if item.review_id is not None and item.outcome is not OutcomeKind.ALREADY_HERE:
            self._new.add(item.review_id)
        words = tr("Importing: {0} of {1}", number(progress.done), number(progress.total))
        self._window.status.under_way.setText(words)
        self._window.status.under_way.show()

    def _tell_views(self) -> None:
        if self._new:
            new, self._new = frozenset(self._new), set()
            self._window.events.change(Changes(tr("Import"), reviews=new))

    def _ended(self, _outcomes: Outcomes) -> None:
        stopped = self._job is not None and self._job.stopped()
        self._over()
        if self._dialog is not None:
            self._dialog.end(stopped=stopped)
            self._window.events.say(summed_up(self._dialog.model.counts))
        self._tell_views()

    def _failed(self, failure: Failure) -> None:
        self._over()
        if self._dialog is not None:
            self._dialog.end(stopped=True)
        self._window.show_failure(failure)
        self._tell_views()

    def _over(self) -> None:
        self._job = None
        self._fresh.stop()
        self._window.status.under_way.hide()


def _import(desk: Desk, paths: Sequence[Path], job: Job[Outcomes]) -> Outcomes:
    filing = desk.session.filing
    files = filing.find_files(paths)

    def told(outcome: ImportOutcome, done: int, total: int) -> None:
        job.tell(Progress(done, total, item=outcome))

    def heard(path: str, read: int, of: int) -> None:
        job.tell(Progress(read, of, Path(path).name))

    return filing.import_files(files, told, job.stopped, heard)
