"""Answer one question on figures besides the cross-tab: the same for window and command line."""

from dataclasses import dataclass
from enum import StrEnum

from caseview.counting.halves import Parting
from caseview.domain.crosstab import CrossTabSpec
from caseview.domain.errors import QueryError
from caseview.domain.handout import Handout
from caseview.usecases.asked import Asked
from caseview.usecases.compare_body import compare_body
from caseview.usecases.follow_years import follow_years
from caseview.usecases.frame_matrix import frame_matrix
from caseview.usecases.list_recommendations import Compare
from caseview.usecases.pair_themes import pair_themes
from caseview.usecases.profile_review import profile_review


class Telling(StrEnum):
    """What is told besides the cross-tab."""

    TOGETHER = "together"
    YEARS = "years"
    REVIEW = "review"
    BODY = "body"
    MATRIX = "matrix"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; `over` says what counts, by which filter and, of pairs, where they meet.

    `themes` are those of pairs, years and the matrix, () for the usual ones; `review` is the one
    of a profile, `body` the force or board of a page, as what parts its reviews from the others.
    """

    telling: Telling
    over: CrossTabSpec
    themes: tuple[str, ...] = ()
    review: int | None = None
    body: Parting | None = None


def tell(asked: Asked, question: Question, compare: Compare | None = None) -> Handout:
    """Return the answer as tables and a picture; `asked` holds the same `over` as the question.

    Raises QueryError where the question lacks what it is about, or asks for what is not there.
    """
    if question.telling is Telling.TOGETHER:
        return pair_themes(asked, question.themes)
    if question.telling is Telling.YEARS:
        return follow_years(asked, question.themes)
    if question.telling is Telling.REVIEW and question.review is not None:
        return profile_review(asked, question.review)
    if question.telling is Telling.BODY and question.body is not None:
        return compare_body(asked, question.body, compare)
    if question.telling is Telling.MATRIX:
        return frame_matrix(asked, question.themes)
    raise QueryError("Nothing was chosen to be told of.", "Choose a review, or a force or board.")
