"""The framework matrix: shown over what counts, begun from quotes, written in own words."""

from dataclasses import replace

from caseview.counting.framework import TITLE, Framework, Place, cell_behind
from caseview.counting.scales import THEMES
from caseview.counting.trend import chosen
from caseview.domain.changes import Changes
from caseview.domain.crosstab import CrossTabSpec, Unit
from caseview.domain.handout import Handout
from caseview.domain.journal import SetCell
from caseview.domain.matrix import MatrixCell
from caseview.usecases.asked import Asked
from caseview.usecases.build_crosstab import tally
from caseview.usecases.gather_evidence import gather_evidence
from caseview.usecases.ports import Finder, Now
from caseview.usecases.work import Casebook

MOST_QUOTES = 3


def frame_matrix(asked: Asked, themes: tuple[str, ...] = ()) -> Handout:
    """Return the matrix of the reviews counted by themes; three themes if none is named.

    Raises QueryError as `build_crosstab` does.
    """
    spec = replace(asked.over, rows=THEMES, columns="kind", unit=Unit.REVIEWS)
    with asked.casebook.reading() as work:
        counted = tally(work, asked.finder, spec)
        table = counted.table(asked.now())
        names = {theme.id: theme.name for theme in work.codebook.themes}
        wanted = themes or chosen(table, ())
        framework = Framework(counted, wanted, work.saved.cells(), names)
    return asked.handout(TITLE, (framework.table(asked.small),), None, table)


def cell_words(casebook: Casebook, place: Place) -> str:
    """Return the words of a cell, by its review and theme; "" where there are none."""
    with casebook.reading() as work:
        cells = work.saved.cells()
    return next((one.words for one in cells if (one.review_id, one.theme) == place), "")


def quoted_words(casebook: Casebook, finder: Finder, over: CrossTabSpec, place: Place) -> str:
    """Return words to begin a cell with: its key quotes, else its first quotes, with their places.

    Raises QueryError as `gather_evidence` does.
    """
    behind = cell_behind(over, *place)
    found = gather_evidence(casebook, finder, behind.spec, behind.address).items
    starred = [item for item in found if item.is_key]
    quotes = [item.quote for item in starred or found[:MOST_QUOTES]]
    return "\n".join(f"{one.said} ({one.place.reference})" for one in quotes)


def write_cell(casebook: Casebook, place: Place, words: str, *, coder: str, now: Now) -> Changes:
    """Keep an analyst's words in a cell, or empty it; words that stand there change nothing."""
    review_id, theme = place
    said = words.strip()
    with casebook.writing() as work:
        review = work.reviews.get(review_id)
        there = [one for one in work.saved.cells() if (one.review_id, one.theme) == place]
        before = there[0] if there else None
        if said == (before.words if before is not None else ""):
            return Changes()
        after = MatrixCell(review_id, theme, said, coder, now()) if said else None
        name = next((one.name for one in work.codebook.themes if one.id == theme), theme)
        label = f"Write of “{name}” in {review.title}"
        return work.journal.perform(label, [SetCell(before, after)], coder)
