"""Writes a coder's notes, changes them, takes them away."""

from dataclasses import replace

from caseview.domain.changes import Changes
from caseview.domain.english import English
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


def rewrite_note(casebook: Casebook, note_id: int, text: str, *, coder: str) -> Changes:
    """Give a note other words, or take it away with none; return what changed.

    A note stays its writer's. Raises CasebookError when there is no such note.
    """
    with casebook.writing() as work:
        before = next((note for note in work.decisions.every_note() if note.id == note_id), None)
        if before is None:
            raise CasebookError(
                English("There is no note {0} in this casebook. Nothing was changed.", note_id),
                "Look at the list of notes.",
            )
        after = replace(before, text=text.strip()) if text.strip() else None
        if after == before:
            return Changes()
        label = "Change note" if after else "Remove note"
        return work.journal.perform(label, [SetNote(before, after)], coder)
