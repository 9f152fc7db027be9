"""What leaves of figures besides the cross-tab: a file, a picture or a table to paste."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

from caseview.counting.small_numbers import MORE, SmallNumbers
from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.exporting import ExportDialog, FiguresDialog
from caseview.desktop.models.printed import table_html
from caseview.desktop.models.small_numbers import hidden_in_it
from caseview.desktop.models.table_text import pasted
from caseview.desktop.pages.crosstabs.figures_pane import FiguresPane
from caseview.desktop.pages.crosstabs.leaving import Leaving
from caseview.desktop.tongue import several, tr
from caseview.domain.english import English
from caseview.domain.handout import FigureTable, Handout
from caseview.usecases.tell import Question

FIGURES = English("Figures")


class FiguresSending(Leaving):
    """Writes and copies what a pane shows; `asked` gives the question it answers."""

    panel = FiguresDialog

    def __init__(
        self,
        page: QWidget,
        desk: Desk,
        pane: FiguresPane,
        asked: Callable[[], Question | None],
    ) -> None:
        super().__init__(page, desk, FIGURES)
        self._pane, self._asked = pane, asked

    @override
    def ask(self, ending: str = ".docx") -> None:
        if self._asked() is None or self._pane.handout is None:
            self.desk.events.say(tr("There is nothing to export yet: choose what to look at."))
            return
        super().ask(ending if ending in FiguresDialog.formats else ".docx")

    @override
    def write(self, path: Path, rule: SmallNumbers | None = None) -> None:
        question = self._asked()
        if question is None:
            return

        self.desk.read(
            tr("Export the figures"),
            lambda s: s.tabulating.save_told(question, path, rule),
            lambda _: self.tell_saved(path),
        )

    def copy(self) -> None:
        """Copy the picture in front as a picture, or the table chosen as a table."""
        if self._pane.painted is None:
            self._leaving(self._copy_table)
        else:
            self.copy_picture()

    def copy_picture(self) -> None:
        """Copy the picture of these figures, unless small numbers are to be hidden."""
        if self.casebook_rule.under:
            self.desk.events.say(
                tr(
                    "This casebook hides small numbers, and a picture would show them. "
                    "Copy or export the table."
                )
            )
        elif self._pane.painted is None:
            self.desk.events.say(tr("These figures show as a table. Ctrl+C copies it."))
        else:
            QGuiApplication.clipboard().setPixmap(self._pane.painted.grab())
            self.desk.events.say(tr("The picture is copied. Paste it into Word.{0}", ""))

    def printable(self) -> str:
        """Return the table chosen as HTML to print; "" where small numbers are to be hidden.

        Whoever hides small numbers prints the exported file: nothing is counted while printing.
        """
        if self._pane.handout is None or self.casebook_rule.under:
            return ""
        return "".join(map(_printed, self._pane.handout.tables))

    def _leaving(self, then: Callable[[Handout], object]) -> None:
        """Give the figures as they may leave the desk by the casebook's rule."""
        question, rule = self._asked(), self.casebook_rule
        if self._pane.handout is None or question is None:
            return
        if not rule.under:
            then(self._pane.handout)
            return
        self.desk.read(tr("Hide small numbers"), lambda s: s.tabulating.tell(question, rule), then)

    def _copy_table(self, handout: Handout) -> None:
        named = {table.title: table for table in handout.tables}
        table = named.get(self._pane.table.title)
        if table is None:
            self.desk.events.say(tr("This list could be counted, and the casebook hides numbers."))
            return
        QGuiApplication.clipboard().setMimeData(_pasted(handout, table))
        hidden = hidden_in_it(self.casebook_rule)
        self.desk.events.say(tr("The table is copied. Paste it into Word or Excel.{0}", hidden))

    @override
    def preview(self, dialog: ExportDialog, rule: SmallNumbers) -> None:
        question = self._asked()
        if question is None:
            return

        def show(found: Handout) -> None:
            if isValid(dialog):  # it may be closed by now
                dialog.tell(hidden_words(found, rule))

        self.desk.look(
            "small-figures",
            tr("Count what is hidden"),
            lambda s, _job: s.tabulating.tell(question, rule),
            show,
        )


def hidden_words(handout: Handout, rule: SmallNumbers) -> str:
    """Return how many figures a rule hides."""
    shown = [figure.words for table in handout.tables for row in table.rows for figure in row]
    small, more = shown.count(f"<{rule.under}"), shown.count(MORE)
    if not small and not more:
        return tr("No count is under {0}.", rule.under)
    words = tr(
        "{0} under {1} will show as “<{2}”.", several(small, "figure"), rule.under, rule.under
    )
    if more:
        words += (
            tr(" {0} hidden.", several(more, "more"))
            if more == 1
            else tr(" {0} more are hidden.", f"{more:,}")
        )
    return words


def _printed(table: FigureTable) -> str:
    heads = [column.head for column in table.columns]
    rows = [[figure.words for figure in row] for row in table.rows]
    return table_html(table.title, heads, rows, " ".join(table.notes))


def _pasted(handout: Handout, table: FigureTable) -> QMimeData:
    heads = [column.head for column in table.columns]
    rows = [heads, *([figure.words for figure in row] for row in table.rows)]
    above = [handout.marking] if handout.marking else []
    below = " ".join((*handout.lead, *table.notes))
    return pasted([*above, table.title], rows, below)
