"""A sheet that came in: rows of words under heads."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row; `number` is that of the row in the sheet, `cells` maps a head to its words.

    Dates are ISO, whole numbers have no decimals, empty cells are "".
    """

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The first sheet of a workbook."""

    heads: tuple[str, ...]
    rows: tuple[SheetRow, ...]
