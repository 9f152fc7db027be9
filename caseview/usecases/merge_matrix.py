"""Brings the words of a framework matrix over from another casebook, losing none."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from caseview.domain.journal import SetCell
from caseview.usecases.work import Work


def matrix_commands(here: Work, there: Work, reviews: Mapping[int, int]) -> Iterator[SetCell]:
    """Yield what brings each cell of the other casebook in; `reviews` gives our ids by theirs.

    Where both have words on one theme in one review, theirs follow ours unless they stand there
    already, so that merging again changes nothing.
    """
    ours = {(cell.review_id, cell.theme): cell for cell in here.saved.cells()}
    known = {theme.id for theme in here.codebook.themes}
    for cell in there.saved.cells():
        review = reviews.get(cell.review_id)
        if review is None or cell.theme not in known:
            continue
        before = ours.get((review, cell.theme))
        if before is None:
            yield SetCell(None, replace(cell, review_id=review))
        elif cell.words not in before.words:
            both = f"{before.words}\n\n{cell.coder}: {cell.words}"
            yield SetCell(before, replace(before, words=both))
