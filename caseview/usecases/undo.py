"""Takes back what was done last, and does it again."""

from collections.abc import Callable

from caseview.domain.changes import Changes
from caseview.usecases.bring_along import bring_along
from caseview.usecases.work import Casebook, Work


def undo(casebook: Casebook, *, coder: str) -> Changes:
    """Take back the last act; return what changed. Raises CasebookError when there is none."""
    with casebook.writing() as work:
        return _turn(work, work.journal.undo, coder)


def redo(casebook: Casebook, *, coder: str) -> Changes:
    """Do the last act taken back again; return what changed. Raises CasebookError if none."""
    with casebook.writing() as work:
        return _turn(work, work.journal.redo, coder)


def _turn(work: Work, turn: Callable[[str], Changes], coder: str) -> Changes:
    """Turn the last act; a change of the codebook takes along what was imported since."""
    before = work.codebooks.in_use()
    changes = turn(coder)
    if not changes.codebook:
        return changes
    return changes | bring_along(work, before, work.journal.turned, coder=coder)
