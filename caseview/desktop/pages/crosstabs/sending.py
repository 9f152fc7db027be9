"""What leaves the Cross-tabs page: a file, with small numbers hidden as a person has seen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

from caseview.counting.small_numbers import Protected, SmallNumbers, protect
from caseview.counting.wording import title
from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.exporting import ExportDialog
from caseview.desktop.jobs import Failure, Job, Lane, Progress
from caseview.desktop.models.crosstab import CrossTabModel
from caseview.desktop.models.printed import table_html
from caseview.desktop.models.small_numbers import hidden_in_it, hidden_words
from caseview.desktop.models.table_text import copied, lines_of, words_below
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.pages.crosstabs.leaving import Leaving
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.heat_table import table_picture
from caseview.desktop.widgets.notices import ProgressRow
from caseview.domain.english import English
from caseview.domain.errors import StoppedError
from caseview.usecases.saved_crosstab import TableChoice

CROSSTAB = English("Cross-tab")
STOPPED = English("The export was stopped: no file was written.")


class Sending(Leaving):
    """Writes the table of a page; `chosen` gives what is shown on it."""

    def __init__(
        self,
        page: QWidget,
        desk: Desk,
        model: CrossTabModel,
        chosen: Callable[[], TableChoice],
    ) -> None:
        super().__init__(page, desk, CROSSTAB)
        self._model, self._chosen = model, chosen
        self.progress = ProgressRow(desk.appearance, self.stop)
        self.progress.hide()
        self._job: Job[None] | None = None
        self.notices: tuple[QWidget, ...] = (self.told, self.progress)

    def copy(self) -> None:
        """Copy the whole table, to paste into Word or Excel."""
        QGuiApplication.clipboard().setMimeData(copied(self.leaving()))
        hidden = hidden_in_it(self.casebook_rule)
        self.desk.events.say(tr("The table is copied. Paste it into Word or Excel.{0}", hidden))

    def copy_picture(self, chart: QWidget | None = None) -> None:
        """Copy a chart as a picture, or without one the whole table, by the casebook's rule.

        Where small numbers are to be hidden no chart is copied: a bar tells its own.
        """
        rule = self.casebook_rule
        if rule.under and chart is not None:
            self.desk.events.say(
                tr(
                    "This casebook hides small numbers, and a picture of bars would show them. "
                    "Copy or export the table."
                )
            )
            return
        taken = chart.grab() if chart else table_picture(self.desk.appearance, self.leaving())
        QGuiApplication.clipboard().setPixmap(taken)
        hidden = hidden_in_it(rule)
        self.desk.events.say(tr("The picture is copied. Paste it into Word.{0}", hidden))

    def leaving(self) -> CrossTabModel:
        """Return the table as it may leave the desk by the casebook's rule."""
        rule, table = self.casebook_rule, self._model.table
        if not rule.under or table is None:
            return self._model
        safe = CrossTabModel(ThemeBook(self.desk.codebook))
        safe.show_share(self._model.share)
        safe.show(protect([table], rule).tables[0])
        return safe

    def printable(self) -> str:
        """Return the table as HTML to print, by the casebook's rule; "" where there is none."""
        model = self.leaving()
        if model.seen is None:
            return ""
        heads, *rows = lines_of(model)
        return table_html(title(model.seen.spec), heads, rows, words_below(model))

    @override
    def write(self, path: Path, rule: SmallNumbers | None = None) -> None:
        choice, tabulating = self._chosen(), self.desk.session.tabulating

        def work(job: Job[None]) -> None:
            def heard(made: int, of: int) -> None:
                if job.stopped():
                    raise StoppedError(tr(STOPPED), "Export again when you want it.")
                job.tell(Progress(made, of, tr("Rows made")))

            tabulating.save_table(choice, path, rule, heard)

        def done(_: None) -> None:
            self._rest()
            self.tell_saved(path)

        def failed(failure: Failure) -> None:
            self._rest()
            if isinstance(failure.error, StoppedError):
                self.desk.events.say(failure.message)
            else:
                self.desk.jobs.failed.emit(failure)

        self.told.hide()
        self._job = Job(tr("Export the table"), work, done, failed, self._show_progress)
        self.desk.jobs.run(self._job, Lane.LONG)

    def stop(self) -> None:
        """Stop the export under way: no file is written."""
        if self._job is not None:
            self._job.stop()

    def _show_progress(self, progress: Progress) -> None:
        self.progress.tell(progress)
        self.progress.show()

    def _rest(self) -> None:
        self._job = None
        self.progress.hide()

    @override
    def preview(self, dialog: ExportDialog, rule: SmallNumbers) -> None:
        if (table := self._model.table) is None:
            return

        def show(found: Protected) -> None:
            if isValid(dialog):  # it may be closed by now
                dialog.tell(hidden_words(found, rule))

        self.desk.look(
            "small-numbers", tr("Count what is hidden"), lambda _s, _j: protect([table], rule), show
        )
