"""Really removes a document: bytes, text, index and what was decided on it."""

from caseview.domain.changes import Changes
from caseview.domain.errors import CasebookError
from caseview.usecases.work import Casebook


def remove_document(casebook: Casebook, document_id: int, *, reason: str, coder: str) -> Changes:
    """Remove a document for good; the audit keeps its hash, who and why. Return what changed.

    This cannot be undone. Raises CasebookError when the document is unknown or no reason given.
    """
    if not reason.strip():
        raise CasebookError(
            "A document is removed for a reason, and none was given. Nothing was removed.",
            "Say why it has to go.",
        )
    with casebook.writing() as work:
        return work.documents.remove(document_id, reason=reason.strip(), coder=coder)
