"""Themes that go together, as a table of pairs and as a picture of themes by themes."""

from collections.abc import Sequence

from caseview.counting.figuring import NONE, ratio, said
from caseview.counting.lift import LEAST_BASE, LEAST_COUNT, Pair
from caseview.counting.wording import number, units
from caseview.domain.crosstab import Axis, CellAddress, CrossTab, CrossTabSpec, Unit
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

MORE, FEWER = "▲", "▼"
TOO_FEW = English("too few to say")
LEGEND = (
    English("too few to say"),
    English("lift under 0.8"),
    English("0.8 to 1.2"),
    English("1.2 to 1.5"),
    English("1.5 to 2"),
    English("2 and over"),
)
_STEPS = (0.8, 1.2, 1.5, 2.0)


def within(unit: Unit) -> str:
    """Return where two themes meet: "the same review"."""
    return English("the same {0}", unit.one)


def title(table: CrossTab) -> str:
    """Return the title of what is told of pairs."""
    return English("Themes together in {0}", within(table.spec.unit))


def pair_table(table: CrossTab, found: Sequence[Pair]) -> FigureTable:
    """Return the pairs as rows: in how many units together, expected, lift, and what it says."""
    noun = table.spec.unit.words
    interval = table.spec.unit.apart
    columns = (
        FigureColumn(English("Theme"), Printed.WORDS),
        FigureColumn("and theme", Printed.WORDS),
        FigureColumn(
            English("Together"), about=English("The {0} in which both themes stand", noun)
        ),
        FigureColumn(
            English("First"), about=English("The {0} in which the first theme stands", noun)
        ),
        FigureColumn(
            English("Second"), about=English("The {0} in which the second theme stands", noun)
        ),
        FigureColumn(
            English("Expected"), Printed.RATIO, English("Together, if neither knew of the other")
        ),
        FigureColumn(English("Lift"), Printed.RATIO, English("Together, over expected")),
        *([FigureColumn(English("95% interval"), Printed.WORDS)] if interval else []),
        FigureColumn(English("Says"), Printed.WORDS),
    )
    rows = tuple(_row(pair, table.spec, interval=interval) for pair in found)
    return FigureTable(title(table), columns, rows, _notes(table))


def _row(pair: Pair, spec: CrossTabSpec, *, interval: bool) -> tuple[Figure, ...]:
    together = Behind(spec, CellAddress(pair.one.id, pair.other.id))
    shown = Figure(
        pair.hidden or pair.n, pair.hidden or number(pair.n), None if pair.hidden else together
    )
    limits = NONE
    if pair.low is not None and pair.high is not None:
        limits = said(English("{0} to {1}", f"{pair.low:.2f}", f"{pair.high:.2f}"))
    return (
        said(pair.one.label),
        said(pair.other.label),
        shown,
        _base(pair.one, spec),
        _base(pair.other, spec),
        ratio(pair.expected),
        ratio(pair.lift, together),
        *([limits] if interval else []),
        said(says(pair)),
    )


def _base(axis: Axis, spec: CrossTabSpec) -> Figure:
    if axis.hidden:
        return Figure(axis.hidden, axis.hidden)
    return Figure(axis.base, number(axis.base), Behind(spec, CellAddress(axis.id, axis.id)))


def says(pair: Pair) -> str:
    """Return what a pair says in words."""
    if pair.expected is None:
        return ""
    if pair.few:
        return TOO_FEW
    if pair.low is None:
        return ""
    if pair.more:
        return English("{0} more than by chance", MORE)
    return English("{0} less than by chance", FEWER) if pair.fewer else English("as by chance")


def pair_picture(table: CrossTab, found: Sequence[Pair], wanted: Sequence[str]) -> Picture:
    """Return the picture of some themes against each other, by their ids."""
    by_ids = {frozenset((pair.one.id, pair.other.id)): pair for pair in found}
    axes = {axis.id: axis for axis in table.rows}
    shown = [axes[one] for one in wanted if one in axes]
    marks = tuple(
        tuple(
            _mark(by_ids.get(frozenset((row.id, column.id))), table.spec) if y < x else None
            for y, column in enumerate(shown[:-1])
        )
        for x, row in enumerate(shown)
    )[1:]
    note = English(
        "In each square: in how many {0} both stand, and the lift under it. "
        "{1} {2} mark more and less than by chance.",
        table.spec.unit.words,
        MORE,
        FEWER,
    )
    return Picture(
        Drawing.MATRIX,
        title(table),
        tuple(axis.label for axis in shown[1:]),
        tuple(axis.label for axis in shown[:-1]),
        marks,
        note if table.spec.unit.apart else note.rsplit(f" {MORE}", 1)[0],
        LEGEND,
    )


def _mark(pair: Pair | None, spec: CrossTabSpec) -> Mark | None:
    if pair is None:
        return None
    names = English("{0} and {1}", pair.one.label, pair.other.label)
    if pair.hidden or pair.expected is None:
        return Mark(pair.hidden, English("{0}: hidden", names))
    behind = Behind(spec, CellAddress(pair.one.id, pair.other.id))
    told = "" if pair.few or pair.lift is None else f"{pair.lift:.1f}"
    sign = MORE if pair.more else FEWER if pair.fewer else ""
    lift = English("lift {0}", f"{pair.lift:.2f}") if told else TOO_FEW
    chance = f", {says(pair).removeprefix(f'{sign} ')}" if sign else ""
    return Mark(
        number(pair.n),
        English("{0}: together in {1}, {2}{3}", names, units(pair.n, spec.unit), lift, chance),
        behind,
        step=_step(pair.lift) if told and pair.lift is not None else 0,
        more=f"{told} {sign}".strip(),
    )


def _step(lift: float) -> int:
    return 1 + sum(lift >= least for least in _STEPS)


def _notes(table: CrossTab) -> tuple[str, ...]:
    spec = table.spec
    base = table.base_hidden or number(table.base)
    noun = spec.unit.words
    first = English(
        "Lift is in how many {0} two themes stand together over how many there would be if "
        "neither knew of the other, among {1} {2}: 1 is as by chance, 2 twice as often.",
        noun,
        base,
        noun,
    )
    rest = (
        English(
            "{0} of one review go together, so no interval is told over them.", noun.capitalize()
        )
        if not spec.unit.apart
        else (
            English(
                "The interval is that of the logarithm of the lift (delta method; Agresti, "
                "2013). One "
                "interval in twenty misses by chance, so among many pairs some will seem to differ "
                "that do not."
            )
        )
    )
    few = English(
        "Too few to say: under {0} {1}, or both the number found and the number "
        "expected under {2} in one of the corners (both, either alone, neither).",
        LEAST_BASE,
        noun,
        LEAST_COUNT,
    )
    return first, rest, few
