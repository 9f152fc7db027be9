"""The theme profile of a review: its themes beside the share of all reviews of its kind."""

from dataclasses import dataclass

from caseview.counting.figuring import base_of, count_of, interval_of, said, share_of
from caseview.counting.halves import HERE
from caseview.counting.wording import SMALL_BASE, SMALL_SIGN, joined, number, percent, several
from caseview.domain.crosstab import Axis, Cell, CellAddress, CrossTab
from caseview.domain.english import English
from caseview.domain.handout import (
    Behind,
    Drawing,
    Figure,
    FigureColumn,
    FigureTable,
    Mark,
    Picture,
    Printed,
)

USUAL = 50.0
"""A theme in so many per cent of the reviews of a kind is named where a review lacks it."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A review's own passages by theme, and the reviews of its kind by theme.

    `here` counts passages, parted into this review and the others; `kind` counts reviews of the
    kind and has the same rows. `name` is the review's, `of` its kind's ("SARs").
    """

    name: str
    of: str
    here: CrossTab
    kind: CrossTab

    @property
    def own(self) -> tuple[tuple[int, Cell], ...]:
        """The rows of the themes in the review, with its passages; the most usual first."""
        ids = [axis.id for axis in self.here.columns]
        if HERE not in ids:
            return ()
        place = ids.index(HERE)
        found = [
            (row, cells[place])
            for row, cells in enumerate(self.here.cells)
            if cells[place].n or cells[place].hidden
        ]
        return tuple(sorted(found, key=lambda one: -(self.kind.totals[one[0]].percent or 0)))


def profile_table(found: Profile) -> FigureTable:
    """Return the review's themes: its passages, and how many reviews of its kind have them."""
    columns = (
        FigureColumn(English("Theme"), Printed.WORDS),
        FigureColumn(
            English("Passages here"), about=English("Passages of this review with the theme")
        ),
        FigureColumn(
            English("{0} with it", found.of),
            about=English("Reviews of this kind that have the theme"),
        ),
        FigureColumn(English("of {0}", found.of)),
        FigureColumn(English("Share"), Printed.SHARE),
        FigureColumn(English("95% interval"), Printed.WORDS),
    )
    rows = tuple(_row(found, row, cell) for row, cell in found.own)
    return FigureTable(_title(found), columns, rows, _notes(found))


def _title(found: Profile) -> str:
    return English("Theme profile of {0}", found.name)


def _row(found: Profile, row: int, cell: Cell) -> tuple[Figure, ...]:
    theme, total = found.kind.rows[row], found.kind.totals[row]
    many = Behind(found.kind.spec, CellAddress(theme.id, None))
    return (
        said(theme.label),
        count_of(cell, Behind(found.here.spec, CellAddress(theme.id, HERE))),
        count_of(total, many),
        base_of(Axis("", "", found.kind.base, hidden=found.kind.base_hidden)),
        share_of(total, many),
        interval_of(total),
    )


def profile_picture(found: Profile) -> Picture:
    """Return a bar for each theme of the review: the share of reviews of its kind that have it."""
    marks = tuple((_mark(found, row, cell),) for row, cell in found.own)
    labels = tuple(found.kind.rows[row].label for row, _ in found.own)
    note = English(
        "Each bar is the share of the {0} {1} that have the theme.", _base(found), found.of
    )
    return Picture(Drawing.BARS, _title(found), labels, (found.of,), marks, note)


def _mark(found: Profile, row: int, cell: Cell) -> Mark:
    theme, total = found.kind.rows[row], found.kind.totals[row]
    words = English("{0} of {1}", total.hidden or number(total.n), _base(found))
    share = percent(total)
    own = (
        English("{0} passages here", cell.hidden)
        if cell.hidden
        else English("{0} here", several(cell.n, "passage"))
    )
    return Mark(
        f"{words}, {share}" if share else words,
        English("{0}: {1}; in {2} {3}", theme.label, own, words, found.of),
        Behind(found.here.spec, CellAddress(theme.id, HERE)),
        total.percent,
        total.low,
        total.high,
        step=4,
    )


def _base(found: Profile) -> str:
    return found.kind.base_hidden or number(found.kind.base)


def _notes(found: Profile) -> tuple[str, ...]:
    own = {row for row, _ in found.own}
    usual = [
        f"{axis.label} ({percent(total)})"
        for row, (axis, total) in enumerate(zip(found.kind.rows, found.kind.totals, strict=True))
        if row not in own and (total.percent or 0) >= USUAL
    ]
    lacking = English(
        "In half of the {0} or more, and not found here: {1}.", found.of, joined(usual)
    )
    notes = [
        English("This review is one of the {0} {1} counted.", _base(found), found.of),
        lacking if usual else "",
        English(
            "A theme not found here is absent from the text, which does not mean from the case."
        ),
        English("{0} Fewer than {1} reviews: treat percentages with care.", SMALL_SIGN, SMALL_BASE)
        if 0 < found.kind.base < SMALL_BASE
        else "",
    ]
    return tuple(filter(None, notes))
