"""Shows a theme summary as the Word file will hold it, without writing a file."""

from pathlib import Path
from typing import Protocol

from caseview.domain.preview import Block
from caseview.domain.summary import Summary


class SummaryPreviewer(Protocol):
    """Makes the file in memory and reads it back."""

    def preview(self, summary: Summary, template: Path | None) -> tuple[Block, ...]:
        """Return the blocks of the file. Raises ExportError when a template cannot be used."""
        ...


def preview_summary(
    previewer: SummaryPreviewer, summary: Summary, template: Path | None = None
) -> tuple[Block, ...]:
    """Return what the Word file of a summary would hold, block by block.

    Quotes are not compared with their sources here; saving does that. Raises ExportError when
    the template cannot be used.
    """
    return previewer.preview(summary, template)
