"""Finishes documents, and opens them again."""

from collections.abc import Sequence

from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.journal import AnyCommand, Finished, SetCoded, SetFinished
from caseview.usecases.ports import Now
from caseview.usecases.work import Casebook


def finish_documents(casebook: Casebook, ids: Sequence[int], *, coder: str, now: Now) -> Changes:
    """Mark documents finished as one undoable act; return what changed.

    Undecided suggestions stay undecided and are not counted. A document that another coder has
    finished is kept as finished by this one too, for the comparison of coders. Raises CasebookError
    when an id is unknown or a document has neither words nor pages to go through. A scan is
    finished once a coder has been through its pages.
    """
    with casebook.writing() as work:
        commands: list[AnyCommand] = []
        coded = work.comparison.coded()
        for document_id in dict.fromkeys(ids):
            document = work.documents.get(document_id)
            if not document.can_be_read:
                raise CasebookError(
                    English(
                        "“{0}” has no words and no pages, so it cannot be finished.", document.title
                    ),
                    "Import it again once its words can be read, or screen it out.",
                )
            if document.finished_at is None:
                commands.append(SetFinished(document_id, None, Finished(coder, now())))
            elif document.finished_by != coder and coder not in coded.get(document_id, {}):
                commands.append(SetCoded(document_id, coder, None, now()))
        return work.journal.perform("Finish", commands, coder) if commands else Changes()


def reopen_document(casebook: Casebook, document_id: int, *, coder: str) -> Changes:
    """Open a finished document again; return what changed. Raises CasebookError if unknown."""
    with casebook.writing() as work:
        document = work.documents.get(document_id)
        if document.finished_at is None or document.finished_by is None:
            return Changes()
        before = Finished(document.finished_by, document.finished_at)
        return work.journal.perform("Open again", [SetFinished(document_id, before, None)], coder)
