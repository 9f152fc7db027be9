"""Tell the themes of one review beside those of all reviews of its kind."""

from dataclasses import replace

from caseview.counting.halves import REVIEW, Parting
from caseview.counting.profile import Profile, profile_picture, profile_table
from caseview.counting.scales import THEMES
from caseview.counting.small_numbers import protect
from caseview.domain.crosstab import Cell, CrossTab, Unit
from caseview.domain.english import English
from caseview.domain.handout import Handout
from caseview.usecases.asked import Asked
from caseview.usecases.build_crosstab import tally


def profile_review(asked: Asked, review_id: int) -> Handout:
    """Return the theme profile of a review: its passages by theme, and the share of its kind.

    Raises CasebookError when there is no such review, QueryError as `build_crosstab` does.
    """
    with asked.casebook.reading() as work:
        review = work.reviews.get(review_id)
        kind = f"kind:{review.kind.value}"
        where = (
            English("{0} AND ({1})", kind, asked.over.where) if asked.over.where.strip() else kind
        )
        of_kind = replace(asked.over, rows=THEMES, columns="kind", where=where, unit=Unit.REVIEWS)
        own = Parting(REVIEW, str(review_id)).axis
        of_it = replace(of_kind, columns=own, unit=Unit.PASSAGES)
        at = asked.now()
        table = tally(work, asked.finder, of_kind).table(at)
        here = tally(work, asked.finder, of_it).table(at)
    tables = [_bare(here), _bare(table)]
    safe_here, safe = protect(tables, asked.small).tables
    found = Profile(review.title, f"{review.kind.label}s", safe_here, safe)
    return asked.handout(
        English("Theme profile of {0}", review.title),
        (profile_table(found),),
        profile_picture(found),
        safe,
    )


def _bare(table: CrossTab) -> CrossTab:
    """Return a table without what stands in any theme: no part of a profile."""
    return replace(table, column_totals=(), total=Cell(0))
