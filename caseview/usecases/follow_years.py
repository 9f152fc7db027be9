"""Follow one to five themes over the years, each year with its base."""

from collections.abc import Sequence
from dataclasses import replace

from caseview.counting.narrow import with_rows
from caseview.counting.scales import THEMES
from caseview.counting.small_numbers import protect
from caseview.counting.trend import MOST_THEMES, TITLE, chosen, trend_picture, trend_table
from caseview.counting.wording import joined
from caseview.domain.crosstab import Cell
from caseview.domain.english import English
from caseview.domain.errors import QueryError
from caseview.domain.handout import Handout
from caseview.usecases.asked import Asked
from caseview.usecases.build_crosstab import build_crosstab

YEAR = "year"


def follow_years(asked: Asked, themes: Sequence[str] = ()) -> Handout:
    """Return the share of each year's reviews that have each theme; three themes if none is named.

    Raises QueryError for more than five themes, or as `build_crosstab` does.
    """
    if len(themes) > MOST_THEMES:
        raise QueryError(
            English("Lines for {0} themes could not be told apart.", len(themes)),
            English("Choose {0} themes at most.", MOST_THEMES),
        )
    spec = replace(asked.over, rows=THEMES, columns=YEAR)
    whole = build_crosstab(asked.casebook, asked.finder, spec, asked.now)
    # What stands in any theme at all is no part of this table, so nothing can be told by it.
    shown = replace(with_rows(whole, chosen(whole, themes)), column_totals=(), total=Cell(0))
    [safe] = protect([shown], asked.small).tables
    names = joined([axis.label for axis in safe.rows])
    return asked.handout(
        f"{TITLE}: {names}" if names else TITLE,
        (trend_table(safe),),
        trend_picture(safe),
        safe,
    )
