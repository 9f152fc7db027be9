"""The page as it will be: what the Word file would hold, laid out again as it changes."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser
from typing_extensions import override

from caseview.desktop.desk import Desk
from caseview.desktop.jobs import Failure, Job
from caseview.desktop.models.preview import page
from caseview.desktop.session.session import Session
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.panes import Pane
from caseview.domain.errors import ExportError
from caseview.domain.preview import Block
from caseview.domain.summary import Summary


class Sheet(Pane):
    """Shows a summary; `no_template` hears why a house template cannot be used."""

    def __init__(self, desk: Desk, no_template: Callable[[Failure], object]) -> None:
        super().__init__(tr("The page as it will be"), sunken=True, margins=14)
        self._desk = desk
        self._look = desk.appearance
        self._no_template = no_template
        self._blocks: tuple[Block, ...] = ()
        self.preview = QTextBrowser()
        self.preview.setAccessibleName(tr("The page as it will be"))
        self.preview.setObjectName("sheet")
        self.preview.setOpenLinks(False)
        self.preview.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(self.preview)
        self._look.changed.connect(self._relook)

    def show_summary(self, summary: Summary, template: Path | None) -> None:
        """Lay a summary out anew."""

        def amiss(failure: Failure) -> None:
            if template is None or not isinstance(failure.error, ExportError):
                self._desk.jobs.failed.emit(failure)
            else:
                self._no_template(failure)

        ask = partial(_preview, summary, template)
        self._desk.look("preview", tr("Lay the page out"), ask, self._laid_out, amiss)

    @override
    def first(self) -> QTextBrowser:
        return self.preview

    def printable(self) -> str:
        """Return the sheet as HTML in the colours of paper, "" where there is none yet."""
        return page(self._blocks, self._look.paper.colours) if self._blocks else ""

    def _laid_out(self, blocks: tuple[Block, ...]) -> None:
        self._blocks = blocks
        self._relook()

    def _relook(self) -> None:
        at = self.preview.verticalScrollBar().value()
        colours = self._look.tokens.colours
        self.preview.setHtml(page(self._blocks, colours, self._look.percent))
        self.preview.verticalScrollBar().setValue(at)


def _preview(
    summary: Summary, template: Path | None, session: Session, _job: Job[tuple[Block, ...]]
) -> tuple[Block, ...]:
    return session.filing.preview(summary, template)
