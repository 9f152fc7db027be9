"""Compare the reviews of one force, board, area or region with all others, on one page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from caseview.counting.asked_of import made_to, recommendation_table, standing_table
from caseview.counting.body import against_picture, against_table, sample_table
from caseview.counting.figuring import said
from caseview.counting.halves import Parting
from caseview.counting.narrow import with_rows
from caseview.counting.scales import THEMES
from caseview.counting.small_numbers import protect
from caseview.domain.crosstab import Cell, CrossTab, Unit
from caseview.domain.english import English
from caseview.domain.errors import QueryError
from caseview.domain.handout import FigureColumn, FigureTable, Handout, Printed
from caseview.domain.review import Review
from caseview.usecases.asked import Asked
from caseview.usecases.build_crosstab import tally
from caseview.usecases.list_recommendations import Compare, read_register
from caseview.usecases.work import Work

BODIES = ("force", "board", "area", "region")
"""The attributes that a page can be about."""


def bodies(work: Work, attribute: str) -> tuple[str, ...]:
    """Return every value of an attribute that reviews have, by name."""
    held = work.reviews.attributes(attribute)
    return tuple(sorted({one for some in held.values() for one in some}, key=str.casefold))


def compare_body(asked: Asked, body: Parting, compare: Compare | None = None) -> Handout:
    """Return the page of a body: its reviews by kind, year and theme, and what it was asked.

    Raises QueryError when no review has this value, or as `build_crosstab` does.
    """
    with asked.casebook.reading() as work:
        held = work.reviews.attributes(body.attribute)
        here = {review for review, some in held.items() if body.value in some}
        if not here:
            raise QueryError(
                English("No review has the {0} “{1}”.", body.attribute, body.value),
                "Choose one of the list; names are compared letter by letter.",
            )
        register = read_register(work, compare) if compare else read_register(work)
        counted = _Counted(asked, body, asked.now())
        themes = counted.table(work, THEMES)
        kinds, years = counted.table(work, "kind"), counted.table(work, "year")
        reviews = tally(work, asked.finder, themes.spec).population.reviews
    told = [_seen(themes), _bare(kinds), _bare(years)]
    safe, by_kind, by_year = protect(told, asked.small).tables
    own = {review.id for review in reviews if review.id in here}
    made = made_to(register.items, body.attribute, body.value, held)
    tables = [
        sample_table(by_kind, shares=True),
        sample_table(by_year, shares=False),
        against_table(safe, body.value),
        standing_table(made, asked.small),
    ]
    if not asked.small.under:  # whoever counts the lines of a list knows the number
        tables.append(recommendation_table(made))
        tables.append(_listed([review for review in reviews if review.id in own]))
    title, picture = (
        English("{0} and all other reviews", body.value),
        against_picture(safe, body.value),
    )
    return replace(asked.handout(title, tuple(tables), picture, safe), drawn=2)


@dataclass(frozen=True, slots=True)
class _Counted:
    asked: Asked
    body: Parting
    at: str

    def table(self, work: Work, rows: str) -> CrossTab:
        over = self.asked.over
        spec = replace(over, rows=rows, columns=self.body.axis, unit=Unit.REVIEWS)
        return tally(work, self.asked.finder, spec).table(self.at)


def _seen(table: CrossTab) -> CrossTab:
    """Return the table with the themes that stand in any review, and no other lines."""
    found = [axis.id for axis, total in zip(table.rows, table.totals, strict=True) if total.n]
    return _bare(with_rows(table, found))


def _bare(table: CrossTab) -> CrossTab:
    return replace(table, column_totals=(), total=Cell(0))


def _listed(reviews: Sequence[Review]) -> FigureTable:
    heads = (English("Review"), English("Type"), English("Year"), English("Status"))
    columns = tuple(FigureColumn(head, Printed.WORDS) for head in heads)
    rows = tuple(
        tuple(
            map(
                said,
                (one.title, one.kind.label, one.year or English("not recorded"), one.status.label),
            )
        )
        for one in reviews
    )
    return FigureTable(English("Its reviews"), columns, rows)
