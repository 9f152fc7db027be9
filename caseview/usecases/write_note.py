"""Writes a coder's notes."""

from caseview.domain.changes import Changes
from caseview.domain.errors import CasebookError
from caseview.domain.journal import SetNote
from caseview.domain.note import Note
from caseview.usecases.ports import Now
from caseview.usecases.work import Casebook


def write_note(casebook: Casebook, about: str, text: str, *, coder: str, now: Now) -> Changes:
    """Add a note on something ("document:4", "tag:17"); return what changed.

    Raises CasebookError when the note is empty.
    """
    if not text.strip():
        raise CasebookError("The note has no words, so it was not kept.", "Write something.")
    with casebook.writing() as work:
        note = Note(work.decisions.new_id("note"), about, text.strip(), coder, now())
        return work.journal.perform("Add note", [SetNote(None, note)], coder)
