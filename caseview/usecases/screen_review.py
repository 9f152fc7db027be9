"""Screens reviews out of the work with a reason, and back in."""

from caseview.domain.changes import Changes
from caseview.domain.errors import CasebookError
from caseview.domain.journal import SetScreening
from caseview.usecases.work import Casebook


def screen_review(casebook: Casebook, review_id: int, reason: str | None, *, coder: str) -> Changes:
    """Screen a review out for `reason`, or back in when it is None; return what changed.

    Raises CasebookError when the review is unknown or the reason is empty.
    """
    if reason is not None and not reason.strip():
        raise CasebookError(
            "A review is screened out with a reason, and none was given.", "Say why."
        )
    with casebook.writing() as work:
        review = work.reviews.get(review_id)
        if review.screened_out == reason:
            return Changes()
        label = "Screen in" if reason is None else "Screen out"
        command = SetScreening(review_id, review.screened_out, reason)
        return work.journal.perform(label, [command], coder)
