"""The page of a force or board: its reviews against all others, theme by theme."""

from collections.abc import Sequence

from caseview.counting.association import Association, associations
from caseview.counting.association_wording import FEWER, MORE, STANDS_OUT, TOO_FEW, differs
from caseview.counting.figuring import base_of, count_of, interval_of, said, share_of
from caseview.counting.halves import ELSEWHERE, HERE
from caseview.counting.wording import SMALL_BASE, SMALL_SIGN, axis_title, number, percent
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

ON_PAPER = 20
"""So many themes, the most frequent here, stand on the page that is handed over."""

_NOBODY = Axis("", "", 0)


def side(table: CrossTab, part: str) -> tuple[Axis, list[Cell]]:
    """Return the heading and the cells of one side of a table: here, or elsewhere."""
    ids = [axis.id for axis in table.columns]
    if part not in ids:
        return _NOBODY, [Cell(0) for _ in table.rows]
    place = ids.index(part)
    return table.columns[place], [cells[place] for cells in table.cells]


def against(table: CrossTab) -> tuple[Association, ...]:
    """Return the test of each row, here against elsewhere; () where numbers are hidden.

    Reviews of which nobody knows where they belong are on neither side.
    """
    if table.small_numbers or not table.spec.unit.apart:
        return ()
    (here, mine), (elsewhere, theirs) = side(table, HERE), side(table, ELSEWHERE)
    rows = [
        (axis.id, [one.n, other.n])
        for axis, one, other in zip(table.rows, mine, theirs, strict=True)
    ]
    return associations(rows, [here.base, elsewhere.base])


def against_table(table: CrossTab, name: str) -> FigureTable:
    """Return each theme's number and share here and elsewhere, with intervals and what differs."""
    heads = [
        f"{name}, n = {base_of(side(table, part)[0]).words}"
        for name, part in ((English("Here"), HERE), (English("Elsewhere"), ELSEWHERE))
    ]
    columns = (
        FigureColumn(English("Theme"), Printed.WORDS),
        FigureColumn(heads[0]),
        FigureColumn(English("Here, %"), Printed.SHARE),
        FigureColumn(English("95% interval"), Printed.WORDS),
        FigureColumn(heads[1]),
        FigureColumn(English("Elsewhere, %"), Printed.SHARE),
        FigureColumn(English("95% interval"), Printed.WORDS),
        FigureColumn(English("Beside the others"), Printed.WORDS),
    )
    tests = {one.row: one for one in against(table)}
    mine, theirs = side(table, HERE)[1], side(table, ELSEWHERE)[1]
    rows = []
    for axis, one, other in zip(table.rows, mine, theirs, strict=True):
        if one.n or other.n or one.hidden or other.hidden:
            told = beside(tests.get(axis.id))
            rows.append((
                said(axis.label),
                *_three(table, axis, one, HERE),
                *_three(table, axis, other, ELSEWHERE),
                said(told),
            ))
    rows.sort(key=lambda row: -(row[2].shade or 0.0))
    title = English("Themes: {0} and elsewhere", name)
    return FigureTable(title, columns, tuple(rows), notes(table), ON_PAPER)


def _three(table: CrossTab, axis: Axis, cell: Cell, part: str) -> tuple[Figure, ...]:
    behind = Behind(table.spec, CellAddress(axis.id, part))
    return count_of(cell, behind), share_of(cell, behind), interval_of(cell)


def beside(found: Association | None) -> str:
    """Return what the test of a theme says of it here: more, fewer, or as elsewhere."""
    if found is None:
        return ""
    if not found.method:
        return TOO_FEW
    if not differs(found) or abs(found.residuals[0]) <= STANDS_OUT:
        return English("as elsewhere")
    return English("{0} more", MORE) if found.residuals[0] > 0 else English("{0} fewer", FEWER)


def notes(table: CrossTab) -> tuple[str, ...]:
    """Return what goes under the comparison."""
    unknown = table.base - side(table, HERE)[0].base - side(table, ELSEWHERE)[0].base
    shown = not table.small_numbers
    found = [
        English("A percentage is of the reviews of its side; intervals are Wilson’s (1927)."),
        English(
            "Each theme was tested, here against elsewhere, by chi-square or Fisher’s exact test, "
            "corrected for the number of themes (Holm, 1979). {0} and {1} mark those that "
            "differ beyond chance. A difference says nothing of why.",
            MORE,
            FEWER,
        )
        if shown
        else English("No test is told where small numbers are hidden."),
        English("{0} reviews of which this is not recorded are on neither side.", number(unknown))
        if shown and unknown
        else "",
        English("{0} Fewer than {1} reviews: treat percentages with care.", SMALL_SIGN, SMALL_BASE)
        if any(0 < axis.base < SMALL_BASE for axis in table.columns)
        else "",
    ]
    return tuple(filter(None, found))


def sample_table(table: CrossTab, *, shares: bool) -> FigureTable:
    """Return how many reviews of each kind or year there are here and elsewhere."""
    title = axis_title(table.spec.rows).capitalize()
    share = (
        FigureColumn(English("Here, %"), Printed.SHARE),
        FigureColumn(English("Elsewhere, %"), Printed.SHARE),
    )
    columns = (
        FigureColumn(title, Printed.WORDS),
        FigureColumn(English("Here")),
        *(share[:1] if shares else ()),
        FigureColumn(English("Elsewhere")),
        *(share[1:] if shares else ()),
    )
    mine, theirs = side(table, HERE)[1], side(table, ELSEWHERE)[1]
    rows = []
    for axis, one, other in zip(table.rows, mine, theirs, strict=True):
        if not (one.n or one.hidden or other.n or other.hidden):
            continue
        figures = [said(axis.label)]
        for cell, part in ((one, HERE), (other, ELSEWHERE)):
            behind = Behind(table.spec, CellAddress(axis.id, part))
            figures.append(count_of(cell, behind))
            figures += [share_of(cell)] if shares else []
        rows.append(tuple(figures))
    return FigureTable(English("Reviews by {0}", axis_title(table.spec.rows)), columns, tuple(rows))


def against_picture(table: CrossTab, name: str) -> Picture:
    """Return a bar for each theme found here, with a mark at its share elsewhere."""
    here, mine = side(table, HERE)
    _, theirs = side(table, ELSEWHERE)
    order: Sequence[int] = sorted(range(len(mine)), key=lambda row: -(mine[row].percent or 0.0))
    shown = [row for row in order if mine[row].n or mine[row].hidden]
    marks = []
    for row in shown:
        axis, one, other = table.rows[row], mine[row], theirs[row]
        words = English("{0} of {1}", one.hidden or number(one.n), here.hidden or number(here.base))
        words += f", {percent(one)}" if one.percent is not None else ""
        spoken = English(
            "{0}: {1}; elsewhere {2}", axis.label, words, percent(other) or other.hidden
        )
        behind = Behind(table.spec, CellAddress(axis.id, HERE))
        marks.append((
            Mark(words, spoken, behind, one.percent, one.low, one.high, other.percent, 4),
        ))
    labels = tuple(table.rows[row].label for row in shown)
    note = English("Each bar is the share here; the upright mark is the share elsewhere.")
    title = English("{0} and elsewhere", name)
    return Picture(Drawing.BARS, title, labels, (English("Here"),), tuple(marks), note)
