"""How themes go over the years: each year's share with its base, a year without reviews as none."""

from collections.abc import Sequence

from caseview.counting.figuring import base_of, count_of, interval_of, said, share_of
from caseview.counting.wording import SMALL_BASE, SMALL_SIGN, number, percent, units
from caseview.domain.crosstab import NOT_RECORDED, Axis, Cell, CellAddress, CrossTab
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

MOST_THEMES = 5
NO_REVIEWS = English("no reviews")
TITLE = English("Themes by year")
Year = tuple[str, int | None]


def years(table: CrossTab) -> tuple[Year, ...]:
    """Return every year from the first to the last, with its column; None for one without."""
    places = {
        int(axis.id): place for place, axis in enumerate(table.columns) if axis.id.isdecimal()
    }
    if not places:
        return ()
    every = range(min(places), max(places) + 1)
    return tuple((str(year), places.get(year)) for year in every)


def trend_table(table: CrossTab) -> FigureTable:
    """Return a row for each year: its reviews, and each theme's number, share and interval."""
    noun = table.spec.unit.words.capitalize()
    columns = [FigureColumn(English("Year"), Printed.WORDS), FigureColumn(noun)]
    for axis in table.rows:
        columns += [
            FigureColumn(axis.label),
            FigureColumn(f"{axis.label}, %", Printed.SHARE),
            FigureColumn(English("{0}, 95% interval", axis.label), Printed.WORDS),
        ]
    rows = [_year(table, year, place) for year, place in years(table)]
    unknown = next((n for n, axis in enumerate(table.columns) if axis.id == NOT_RECORDED), None)
    if unknown is not None:
        rows.append(_year(table, English("Not recorded"), unknown))
    rows.append(_all(table))
    return FigureTable(TITLE, tuple(columns), tuple(rows), _notes(table))


def _year(table: CrossTab, year: str, place: int | None) -> tuple[Figure, ...]:
    if place is None:
        return (said(year), Figure(None, NO_REVIEWS), *[said("")] * 3 * len(table.rows))
    axis = table.columns[place]
    figures = [said(year), base_of(axis)]
    for row, cells in zip(table.rows, table.cells, strict=True):
        figures += _three(cells[place], Behind(table.spec, CellAddress(row.id, axis.id)))
    return tuple(figures)


def _all(table: CrossTab) -> tuple[Figure, ...]:
    figures = [
        said(English("All years")),
        base_of(Axis("", "", table.base, hidden=table.base_hidden)),
    ]
    for row, total in zip(table.rows, table.totals, strict=True):
        figures += _three(total, Behind(table.spec, CellAddress(row.id, None)))
    return tuple(figures)


def _three(cell: Cell, behind: Behind) -> list[Figure]:
    return [count_of(cell, behind), share_of(cell, behind), interval_of(cell)]


def trend_picture(table: CrossTab) -> Picture:
    """Return a line for each theme over the years, its intervals, and gaps where no review is."""
    every = years(table)
    marks = tuple(
        tuple(_mark(table, row, year, place) for year, place in every)
        for row in range(len(table.rows))
    )
    gaps = [year for year, place in every if place is None]
    note = English(
        "The share of each year’s {0}, with its 95% interval (Wilson).", table.spec.unit.words
    )
    if gaps:
        note += English(" Without {0}: {1}.", table.spec.unit.words, ", ".join(gaps))
    bases = tuple(
        f"{year}\n{_base(table.columns[place]) if place is not None else '–'}"
        for year, place in every
    )
    labels = tuple(axis.label for axis in table.rows)
    return Picture(Drawing.LINES, TITLE, labels, bases, marks, note)


def _base(axis: Axis) -> str:
    small = SMALL_SIGN if 0 < axis.base < SMALL_BASE else ""
    return f"n {axis.hidden or number(axis.base)}{small}"


def _mark(table: CrossTab, row: int, year: str, place: int | None) -> Mark | None:
    if place is None:
        return None
    cell, axis, theme = table.cells[row][place], table.columns[place], table.rows[row]
    if cell.percent is None:
        return None
    share = percent(cell)
    spoken = English(
        "{0}, {1}: {2} of {3}", theme.label, year, number(cell.n), units(axis.base, table.spec.unit)
    )
    return Mark(
        share,
        f"{spoken}, {share.replace('%', ' per cent')}",
        Behind(table.spec, CellAddress(theme.id, axis.id)),
        cell.percent,
        cell.low,
        cell.high,
    )


def _notes(table: CrossTab) -> tuple[str, ...]:
    noun = table.spec.unit.words
    notes = [
        English("A percentage is of the {0} of its year; intervals are Wilson’s (1927).", noun),
        English(
            "A year in which the casebook has no {0} is told as “{1}”: it is not a zero.",
            noun,
            NO_REVIEWS,
        ),
        English("Years are those of publication, or of the death where that is all that is known."),
    ]
    if any(0 < axis.base < SMALL_BASE for axis in table.columns):
        notes.append(
            English(
                "{0} Fewer than {1} {2}: treat percentages with care.", SMALL_SIGN, SMALL_BASE, noun
            )
        )
    return tuple(notes)


def chosen(table: CrossTab, wanted: Sequence[str]) -> tuple[str, ...]:
    """Return the themes to follow: those wanted, or the three that most reviews have."""
    if wanted:
        return tuple(wanted[:MOST_THEMES])
    order = sorted(range(len(table.rows)), key=lambda row: -table.totals[row].n)
    return tuple(table.rows[row].id for row in order[:3] if table.totals[row].n)
