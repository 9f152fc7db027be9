"""Screens reviews out of the work with a reason, and back in."""

from collections.abc import Sequence

from caseview.counting.wording import several
from caseview.domain.changes import Changes
from caseview.domain.errors import CasebookError
from caseview.domain.journal import SetScreening
from caseview.usecases.work import Casebook


def screen_review(casebook: Casebook, review_id: int, reason: str | None, *, coder: str) -> Changes:
    """Screen a review out for `reason`, or back in when it is None; return what changed.

    Raises CasebookError when the review is unknown or the reason is empty.
    """
    return screen_reviews(casebook, [review_id], reason, coder=coder)


def screen_reviews(
    casebook: Casebook, review_ids: Sequence[int], reason: str | None, *, coder: str
) -> Changes:
    """Screen reviews out for one reason, or back in, as one undoable act.

    Raises CasebookError when one is unknown or the reason is empty.
    """
    if reason is not None and not reason.strip():
        raise CasebookError(
            "A review is screened out with a reason, and none was given.", "Say why."
        )
    with casebook.writing() as work:
        reviews = [work.reviews.get(review_id) for review_id in dict.fromkeys(review_ids)]
        commands = [
            SetScreening(one.id, one.screened_out, reason)
            for one in reviews
            if one.screened_out != reason
        ]
        if not commands:
            return Changes()
        label = "Screen in" if reason is None else "Screen out"
        if len(commands) > 1:
            label = f"{label} {several(len(commands), 'review')}"
        return work.journal.perform(label, commands, coder)
