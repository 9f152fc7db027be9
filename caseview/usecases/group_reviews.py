"""Groups documents into reviews, says what a document is, and parts them again."""

from collections.abc import Sequence
from dataclasses import dataclass

from caseview.domain.changes import Changes
from caseview.domain.document import Form, Kind
from caseview.domain.errors import CasebookError
from caseview.domain.journal import ReadAs, SetKind, SetReview
from caseview.usecases.restore_points import make_restore_point
from caseview.usecases.work import Casebook


@dataclass(frozen=True, slots=True)
class Recast:
    """What documents are said to be; what is None stays. `joint` False ends a joint review."""

    kind: Kind | None = None
    form: Form | None = None
    kind_also: Kind | None = None
    joint: bool | None = None


def group_reviews(casebook: Casebook, review_ids: Sequence[int], *, coder: str) -> Changes:
    """Make one review of several as one undoable act: all documents come to the first.

    A restore point is made before. Raises CasebookError when fewer than two are given or one is
    unknown.
    """
    into, *others = dict.fromkeys(review_ids)
    if not others:
        raise CasebookError(
            "Only one review was chosen, so there is nothing to group.", "Choose two or more."
        )
    with casebook.writing() as work:
        work.reviews.get(into)
        commands = [
            SetReview(document.id, review_id, into)
            for review_id in others
            for document in work.reviews.get(review_id).documents
        ]
        make_restore_point(work, "before reviews were grouped", coder)
        return work.journal.perform(f"Group {len(others) + 1} reviews", commands, coder)


def part_document(casebook: Casebook, document_id: int, *, coder: str) -> Changes:
    """Make a document a review of its own, as one undoable act; nothing where it is one already."""
    with casebook.writing() as work:
        document = work.documents.get(document_id)
        if len(work.reviews.get(document.review_id).documents) == 1:
            return Changes()
        command = SetReview(document_id, document.review_id, work.decisions.new_id("review"))
        return work.journal.perform("Make a review of its own", [command], coder)


def recast(casebook: Casebook, documents: Sequence[int], wanted: Recast, *, coder: str) -> Changes:
    """Say what documents are, as one undoable act. Raises CasebookError when one is unknown."""
    with casebook.writing() as work:
        commands = []
        for document_id in dict.fromkeys(documents):
            document = work.documents.get(document_id)
            before = ReadAs(document.kind, document.kind_also, document.form)
            after = _recast(before, wanted)
            if after != before:
                commands.append(SetKind(document_id, before, after))
        if not commands:
            return Changes()
        return work.journal.perform("Change the type", commands, coder)


def _recast(before: ReadAs, wanted: Recast) -> ReadAs:
    also = before.kind_also if wanted.joint is None else wanted.kind_also
    kind = wanted.kind or before.kind
    return ReadAs(kind, None if also is kind else also, wanted.form or before.form)
