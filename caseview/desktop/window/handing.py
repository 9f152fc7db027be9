"""Hands work to other programs and takes it from them: projects, tables of tags, sheets."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from caseview.desktop.dialogs.handing import DetailsDialog, OutcomeDialog
from caseview.desktop.jobs import Job, Lane
from caseview.desktop.models.handing_words import adopted_words, loaded_words
from caseview.desktop.session.session import Session
from caseview.desktop.tongue import several, tr
from caseview.desktop.window.window import Window
from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.usecases.details_table import DetailsPlan
from caseview.usecases.export_exchange import Exported
from caseview.usecases.load_exchange import Loaded
from caseview.usecases.new_version import Adopted

Result = TypeVar("Result")
PROJECT = English("REFI-QDA project (*.qdpx)")
TABLE = English("Excel workbook (*.xlsx);;Word document (*.docx);;CSV (*.csv)")
SHEET = English("Excel workbook (*.xlsx)")


class Handing(QObject):
    """One thing at a time, on a worker; what could not be carried over is always said."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        for command, act in (
            ("exchange.export", self._export),
            ("exchange.load", self._load),
            ("exchange.tags", self._tags),
            ("details.out", self._details_out),
            ("details.in", self._details_in),
        ):
            window.commands.bind(command, window, act)
        window.events.adopt_wanted.connect(self._adopt)

    def _export(self) -> None:
        path = self._to(tr("Export to other programs"), tr(PROJECT), ".qdpx")
        if path is not None:
            self._run(
                tr("Export the casebook"), lambda s: s.exchanging.export_project(path), self._out
            )

    def _out(self, done: Exported) -> None:
        said = tr(
            "{0} and {1} went.", several(done.sources, "document"), several(done.selections, "tag")
        )
        OutcomeDialog(
            self._window, self._window.look, (tr("The project is written"), said), done.left_behind
        ).show()

    def _load(self) -> None:
        path = self._from(tr("Load a project of another program"), tr(PROJECT))
        if path is None:
            return

        def work(session: Session, job: Job[Loaded]) -> Loaded:
            return session.exchanging.load_project(path, stop=job.stopped)

        self._run_job(tr("Load the project"), work, self._loaded)

    def _loaded(self, loaded: Loaded) -> None:
        self._window.events.change(loaded.changes)
        OutcomeDialog(
            self._window,
            self._window.look,
            (tr("The project is loaded"), loaded_words(loaded)),
            loaded.left_behind,
        ).show()

    def _tags(self) -> None:
        path = self._to(tr("Export every tag"), tr(TABLE), ".xlsx")
        if path is not None:
            self._run(
                tr("Export the tags"),
                lambda s: s.exchanging.export_tags(path),
                lambda count: self._say(
                    tr("{0} written to {1}.", several(count, "tag"), path.name)
                ),
            )

    def _details_out(self) -> None:
        path = self._to(tr("Details to Excel"), tr(SHEET), ".xlsx")
        if path is not None:
            self._run(
                tr("Write the details"),
                lambda s: s.exchanging.details_to(path),
                lambda count: self._say(
                    tr("{0} written to {1}.", several(count, "review"), path.name)
                ),
            )

    def _details_in(self) -> None:
        path = self._from(tr("Details from Excel"), tr(SHEET))
        if path is None:
            return

        def show(plan: DetailsPlan) -> None:
            DetailsDialog(
                self._window, self._window.look, plan, lambda over: self._take(path, over=over)
            ).show()

        self._run(tr("Look at the sheet"), lambda s: s.exchanging.plan_details(path), show)

    def _take(self, path: Path, *, over: bool) -> None:
        def work(session: Session) -> tuple[str, Changes]:
            taken = session.exchanging.take_details(path, over_confirmed=over)
            done = len(taken.plan.changes) - (0 if over else len(taken.plan.conflicts))
            tags = tr(" {0} made.", several(taken.tags, "tag")) if taken.tags else ""
            return tr(
                "{0} taken from {1}.{2}", several(done, "detail"), path.name, tags
            ), taken.changes

        def then(done: tuple[str, Changes]) -> None:
            self._window.events.change(done[1])
            self._say(done[0])

        self._run(tr("Take the details"), work, then)

    def _adopt(self, older: int, newer: int) -> None:
        def then(adopted: Adopted) -> None:
            self._window.events.change(adopted.changes)
            self._say(adopted_words(adopted))

        self._run(tr("Use the newer version"), lambda s: s.exchanging.adopt(older, newer), then)

    def _run(
        self, doing: str, work: Callable[[Session], Result], then: Callable[[Result], object]
    ) -> None:
        self._run_job(doing, lambda session, _job: work(session), then)

    def _run_job(
        self,
        doing: str,
        work: Callable[[Session, Job[Result]], Result],
        then: Callable[[Result], object],
    ) -> None:
        desk = self._window.desk
        if desk is not None:
            job: Job[Result] = Job(doing, lambda job: work(desk.session, job), then)
            desk.jobs.run(job, Lane.LONG)

    def _say(self, words: str) -> None:
        self._window.events.say(words)

    def _to(self, title: str, sorts: str, ending: str) -> Path | None:
        """Ask where to write; None when nothing was chosen."""
        if self._window.desk is None:
            return None
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, "", sorts)
        path = Path(chosen) if chosen else None
        return path.with_name(path.name + ending) if path and not path.suffix else path

    def _from(self, title: str, sorts: str) -> Path | None:
        """Ask what to read; None when nothing was chosen."""
        if self._window.desk is None:
            return None
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, "", sorts)
        return Path(chosen) if chosen else None
