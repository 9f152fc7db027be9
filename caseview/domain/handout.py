"""Handouts: tables and pictures of figures on their way to a reader, and what is behind each."""

from dataclasses import dataclass
from enum import StrEnum

from caseview.domain.crosstab import CellAddress, CrossTabSpec

Value = str | int | float | None


class Printed(StrEnum):
    """What a column holds, and so how a sheet shows its values.

    A share is a percentage from 0 to 100; a ratio is printed to two places.
    """

    WORDS = "words"
    COUNT = "count"
    SHARE = "share"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind a figure: a number of a cross-tab, with the evidence of that."""

    spec: CrossTabSpec
    address: CellAddress


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its value for a sheet, and the words it is printed as everywhere else.

    `shade` is 0 to 100 where the figure is shaded by its size. A figure without anything behind
    it (`behind` None) opens nothing.
    """

    value: Value
    words: str
    behind: Behind | None = None
    shade: float | None = None


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column of a table of figures; `about` says more where the pointer rests on it."""

    head: str
    printed: Printed = Printed.COUNT
    about: str = ""


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Rows of figures under their columns; the first column names the row.

    On paper stand so many rows as `on_paper` says, 0 for as many as a long table may have.
    """

    title: str
    columns: tuple[FigureColumn, ...]
    rows: tuple[tuple[Figure, ...], ...]
    notes: tuple[str, ...] = ()
    on_paper: int = 0


class Drawing(StrEnum):
    """How a picture is drawn."""

    MATRIX = "matrix"
    LINES = "lines"
    BARS = "bars"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a picture: what is printed at it, what is spoken, where it leads.

    `at` is its place or length, 0 to 100, None where there is nothing; `low` and `high` are its
    interval, `other` what it is compared with, on the same scale. `step` is its shade, 0 to 5.
    """

    words: str
    spoken: str
    behind: Behind | None = None
    at: float | None = None
    low: float | None = None
    high: float | None = None
    other: float | None = None
    step: int = 0
    more: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """Marks by row and column: themes by themes (matrix) or by years (lines); bars have one column.

    A place without a mark is None. `legend` names the shades from 0 to 5, () where there are none;
    `note` says how to read it.
    """

    drawing: Drawing
    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    marks: tuple[tuple[Mark | None, ...], ...]
    note: str = ""
    legend: tuple[str, ...] = ()

    @property
    def about(self) -> str:
        """The same in words, for who does not see it."""
        said = [mark.spoken for row in self.marks for mark in row if mark is not None]
        return ". ".join(filter(None, (self.title, "; ".join(said), self.note)))


@dataclass(frozen=True, slots=True)
class Handout:
    """What leaves together: words, tables, a picture and how it was made.

    `about` are pairs of a name and words; `marking` stands on every page; `drawn` is the place of
    the table that the picture is of.
    """

    title: str
    tables: tuple[FigureTable, ...]
    lead: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    picture: Picture | None = None
    about: tuple[tuple[str, str], ...] = ()
    marking: str = ""
    drawn: int = 0
