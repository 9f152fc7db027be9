"""Export a theme summary to Word, every quote compared with its source first."""

from pathlib import Path

from caseview.domain.summary import Summary
from caseview.usecases.ports import SummaryWriter
from caseview.usecases.work import Casebook


def export_summary(
    casebook: Casebook,
    writer: SummaryWriter,
    summary: Summary,
    path: Path,
    template: Path | None = None,
) -> int:
    """Write the summary to `path`; return how many quotes were checked.

    Raises ExportError, and leaves no file, when a quote does not match its source or the file
    cannot be written.
    """
    with casebook.reading() as work:
        return writer.write(
            summary, path, lambda document_id: work.documents.text(document_id).text, template
        )
