"""The tables and charts of a summary: numbers as they are printed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from caseview.counting import wording
from caseview.counting.sharing import base_of
from caseview.domain.attribute import DetailName
from caseview.domain.codebook import Theme
from caseview.domain.crosstab import Axis, Cell, CrossTab
from caseview.domain.document import Kind
from caseview.domain.review import Review
from caseview.exporters.word_chart import BarChart
from caseview.exporters.word_styles import TEXT_CM
from caseview.exporters.word_xml import Grid, line_cm

_LABEL_CM = 5.4
_LEAST_CM = 1.6
_READING_CM = {"gap": 1.8, "good_practice": 2.2, "recommended": 3.4, "improved": 2.4}


def count(cell: Cell, base: int) -> str:
    """Return a count as printed: "14 (34%)", or "14" where the base is too small for a share."""
    if cell.hidden or cell.percent is None or base < wording.TINY_BASE:
        return wording.counted(cell)
    return f"{wording.number(cell.n)} ({wording.percent(cell)})"


def tiny_sentence(table: CrossTab) -> str:
    """Return the note on percentages that are left out, "" where none is."""
    places = (*range(len(table.columns)), None)
    bases = {
        base_of(table, table.share, row, at) for row in range(len(table.rows)) for at in places
    }
    if any(0 < base < wording.TINY_BASE for base in bases):
        noun = table.spec.unit.value
        return f"Percentages are left out where there are fewer than {wording.TINY_BASE} {noun}."
    return ""


def note(*sentences: str) -> str:
    """Return sentences as one note; the sign of a small base stays on the line of its words."""
    said = " ".join(sentence for sentence in sentences if sentence)
    return said.replace(f"{wording.SMALL_SIGN} ", f"{wording.SMALL_SIGN}\N{NO-BREAK SPACE}")


def by_theme(table: CrossTab, first: str, *, with_any: bool = False) -> Iterator[Grid]:
    """Yield the table with its rows as rows, in as many parts as its columns need.

    `first` heads the column of row labels; the last part ends with the total of each row. The
    last row counts what stands in any row, where that is wanted.
    """
    columns = list(_columns(table))
    labels = [axis.label for axis in table.rows]
    if with_any and table.column_totals and len(table.column_totals) == len(table.columns):
        labels.append(wording.any_row(table.spec))
    about = f"{wording.title(table.spec)}: {wording.joined([axis.label for axis in table.rows])}"
    widths = [one.width for one in columns]
    for part in _across(widths):
        shown = columns[part.start : part.stop]
        needed = widths[part.start : part.stop]
        yield Grid(
            widths=(TEXT_CM - sum(needed), *needed),
            header=(first, *(one.head for one in shown)),
            rows=[[label, *(one.cells[at] for one in shown)] for at, label in enumerate(labels)],
            about=about,
        )


@dataclass(frozen=True, slots=True)
class _Column:
    """A column as printed: its label and base, and a cell for each row and for any row."""

    label: str
    base: str
    cells: Sequence[str]

    @property
    def head(self) -> str:
        return f"{self.label}\n{self.base}"

    @property
    def width(self) -> float:
        """The width in centimetres: a label may break between words, a base and a count not."""
        needs = max(map(line_cm, [*self.label.split(), self.base, *self.cells]))
        return min(max(_LEAST_CM, needs), TEXT_CM - _LABEL_CM)


def _columns(table: CrossTab) -> Iterator[_Column]:
    """Yield a column for each of the table's, then the total of each row."""
    rows = range(len(table.rows))
    for at, axis in enumerate(table.columns):
        cells = [count(table.cells[row][at], base_of(table, table.share, row, at)) for row in rows]
        if len(table.column_totals) == len(table.columns):
            cells.append(count(table.column_totals[at], base_of(table, table.share, None, at)))
        yield _Column(axis.label, _head_base(axis.base, axis.hidden), cells)
    cells = [count(table.totals[row], base_of(table, table.share, row, None)) for row in rows]
    cells.append(count(table.total, base_of(table, table.share, None, None)))
    yield _Column("All", _head_base(table.base, table.base_hidden), cells)


def _across(widths: Sequence[float]) -> list[range]:
    """Return the columns of each part: as few parts as leave the labels room, of like length."""
    whole = len(widths)
    for many in range(1, whole + 1):
        ends = [whole * part // many for part in range(many + 1)]
        parts = [range(begin, end) for begin, end in pairwise(ends)]
        if all(sum(widths[p.start : p.stop]) <= TEXT_CM - _LABEL_CM for p in parts):
            return parts
    return [range(at, at + 1) for at in range(whole)]


def _head_base(base: int, hidden: str) -> str:
    """Return a base as it stands in the head of a column: "n = 12 †"."""
    return f"n {hidden}" if hidden else f"n = {_base(base, hidden)}"


def _base(base: int, hidden: str) -> str:
    """Return a base without its noun, signed where it is small: "12 †"; `hidden` in its place."""
    sign = f" {wording.SMALL_SIGN}" if 0 < base < wording.SMALL_BASE else ""
    return hidden or f"{wording.number(base)}{sign}"


def by_kind(table: CrossTab) -> Grid:
    """Return one theme's table turned: a row for each review type, a column for each reading.

    The first row of `table` is the theme, the others are readings.
    """
    readings = [axis.label for axis in table.rows[1:]]
    rows = [
        [
            axis.label,
            _base(axis.base, axis.hidden),
            count(table.cells[0][place], axis.base),
            *(wording.counted(line[place]) for line in table.cells[1:]),
        ]
        for place, axis in enumerate(table.columns)
    ]
    rows.append([
        "All",
        _base(table.base, table.base_hidden),
        count(table.totals[0], table.base),
        *(wording.counted(cell) for cell in table.totals[1:]),
    ])
    return Grid(
        widths=(2.8, 2.1, 2.3, *(_READING_CM.get(axis.id, 2.2) for axis in table.rows[1:])),
        header=("Review type", "Reviews", "With theme", *readings),
        rows=rows,
        about=f"Reviews with the theme {table.rows[0].label}, by review type and how it reads",
        has_total=True,
    )


def sample(table: CrossTab) -> Grid:
    """Return the table of the sample: how many reviews of each type there are."""
    rows = [[_in_full(axis), axis.hidden or wording.number(axis.base)] for axis in table.columns]
    rows.append(["All", wording.base_number(table)])
    return Grid(
        widths=(11.0, 3.0),
        header=("Review type", "Reviews"),
        rows=rows,
        about="Number of reviews counted, by review type",
        has_total=True,
    )


def _in_full(axis: Axis) -> str:
    """Return a review type spelled out, for a reader who meets its letters first here."""
    return Kind(axis.id).in_full if axis.id in set(Kind) else axis.label


def reviews(listed: Sequence[Review]) -> Grid:
    """Return the list of reviews with type, year and area."""
    return Grid(
        widths=(7.8, 3.4, 1.7, 4.1),
        header=("Review", "Type", "Year", "Area"),
        rows=[
            [
                review.title,
                review.kind.label + (f", {review.kind_also.label}" if review.kind_also else ""),
                review.year or "–",
                wording.joined(review.attribute(DetailName.AREA)) or "–",
            ]
            for review in listed
        ],
        about="The reviews counted, with type, year and area",
        words=4,
    )


def codebook(themes: Iterable[Theme]) -> Grid:
    """Return what each theme is, when it is used and when not."""
    return Grid(
        widths=(3.2, 4.6, 4.6, 4.6),
        header=("Theme", "What it is", "Use it when", "Do not use it when"),
        rows=[
            [theme.name, theme.definition, theme.use_when or "–", theme.not_when or "–"]
            for theme in themes
        ],
        about="The themes of this summary with their definitions",
        words=4,
    )


def shows_all(cells: Sequence[Cell], axes: Sequence[Axis]) -> bool:
    """Return whether none of these numbers is hidden, so that a chart may show them."""
    return not (any(cell.hidden for cell in cells) or any(axis.hidden for axis in axes))


def themes_chart(table: CrossTab) -> BarChart:
    """Return the chart of all themes of an overview, over all reviews."""
    bars = [
        (axis.label, cell, table.base) for axis, cell in zip(table.rows, table.totals, strict=True)
    ]
    return _chart("Reviews with each theme", bars)


def kinds_chart(table: CrossTab) -> BarChart:
    """Return the chart of one theme by review type."""
    bars = [
        (axis.label, cell, axis.base)
        for axis, cell in zip(table.columns, table.cells[0], strict=True)
    ]
    chart = _chart(f"Reviews with {table.rows[0].label}", bars)
    labels = tuple(f"{label} (n = {wording.number(base)})" for label, _, base in bars)
    return replace(chart, labels=labels)


def _chart(title: str, bars: Sequence[tuple[str, Cell, int]]) -> BarChart:
    """Bars show per cent, rounded as in tables, unless a base is too small: then all numbers."""
    percent = all(base >= wording.TINY_BASE for _, _, base in bars)
    values = [
        float(int((cell.percent or 0) + 0.5)) if percent else float(cell.n) for _, cell, _ in bars
    ]
    spoken = [
        f"{label} {wording.number(cell.n)} of {wording.number(base)}" for label, cell, base in bars
    ]
    return BarChart(
        title=title,
        measure="Per cent of reviews" if percent else "Reviews",
        labels=tuple(label for label, _, _ in bars),
        values=tuple(values),
        about=f"Bar chart. {title}: {'; '.join(spoken)}.",
        percent=percent,
    )
