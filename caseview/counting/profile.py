"""The theme profile of a review: its themes beside the share of all reviews of its kind."""

from dataclasses import dataclass

from caseview.counting.figuring import base_of, count_of, interval_of, said, share_of
from caseview.counting.halves import HERE
from caseview.counting.wording import SMALL_BASE, SMALL_SIGN, joined, number, percent, several
from caseview.domain.crosstab import Axis, Cell, CellAddress, CrossTab
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
        FigureColumn("Theme", Printed.WORDS),
        FigureColumn("Passages here", about="Passages of this review with the theme"),
        FigureColumn(f"{found.of} with it", about="Reviews of this kind that have the theme"),
        FigureColumn(f"of {found.of}"),
        FigureColumn("Share", Printed.SHARE),
        FigureColumn("95% interval", Printed.WORDS),
    )
    rows = tuple(_row(found, row, cell) for row, cell in found.own)
    return FigureTable(_title(found), columns, rows, _notes(found))


def _title(found: Profile) -> str:
    return f"Theme profile of {found.name}"


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
    note = f"Each bar is the share of the {_base(found)} {found.of} that have the theme."
    return Picture(Drawing.BARS, _title(found), labels, (found.of,), marks, note)


def _mark(found: Profile, row: int, cell: Cell) -> Mark:
    theme, total = found.kind.rows[row], found.kind.totals[row]
    words = f"{total.hidden or number(total.n)} of {_base(found)}"
    share = percent(total)
    own = f"{cell.hidden} passages here" if cell.hidden else f"{several(cell.n, 'passage')} here"
    return Mark(
        f"{words}, {share}" if share else words,
        f"{theme.label}: {own}; in {words} {found.of}",
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
    lacking = f"In half of the {found.of} or more, and not found here: {joined(usual)}."
    notes = [
        f"This review is one of the {_base(found)} {found.of} counted.",
        lacking if usual else "",
        "A theme not found here is absent from the text, which does not mean from the case.",
        f"{SMALL_SIGN} Fewer than {SMALL_BASE} reviews: treat percentages with care."
        if 0 < found.kind.base < SMALL_BASE
        else "",
    ]
    return tuple(filter(None, notes))
