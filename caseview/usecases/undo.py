"""Takes back what was done last, and does it again."""

from caseview.domain.changes import Changes
from caseview.usecases.work import Casebook


def undo(casebook: Casebook, *, coder: str) -> Changes:
    """Take back the last act; return what changed. Raises CasebookError when there is none."""
    with casebook.writing() as work:
        return work.journal.undo(coder)


def redo(casebook: Casebook, *, coder: str) -> Changes:
    """Do the last act taken back again; return what changed. Raises CasebookError if none."""
    with casebook.writing() as work:
        return work.journal.redo(coder)
