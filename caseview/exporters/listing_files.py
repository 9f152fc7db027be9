"""Writes a plain list to Excel, Word or CSV."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path

from openpyxl.utils import get_column_letter
from typing_extensions import override

from caseview.domain.listing import Listing, Value
from caseview.exporters import word_styles as look
from caseview.exporters.cells import guarded, pieces, plain
from caseview.exporters.saving import save
from caseview.exporters.sheets import HEAD, WORDS_WIDTH, WRAPPED, Sheets, height, text_cell
from caseview.exporters.word_styles import TEXT_CM
from caseview.exporters.word_template import new_page
from caseview.exporters.word_xml import Grid
from caseview.usecases.ports import ListingWriter

_NARROW, _LONG = 12, 40
_LOOKED_AT, _SIGN, _WIDEST_WORD = 400, 0.26, 4.5


class ListingWorkbook(ListingWriter):
    """Fulfils `usecases.ports.ListingWriter` with an .xlsx file: the list, then how it was made."""

    @override
    def write(self, listing: Listing, path: Path) -> None:
        """Write the file. Raises ExportError when it cannot be written."""
        book = Sheets(listing.marking)
        heads, rows = _spread(listing)
        widths = [_width(head, [row[place] for row in rows]) for place, head in enumerate(heads)]
        sheet = book.sheet("List", widths, "A2")
        sheet.append([text_cell(sheet, head, HEAD) for head in heads])
        for place, row in enumerate(rows, start=2):
            longest = max((value for value in row if isinstance(value, str)), key=len, default="")
            sheet.row_dimensions[place].height = height(longest, WORDS_WIDTH)
            sheet.append([_shown(sheet, value) for value in row])
        sheet.auto_filter.ref = f"A1:{get_column_letter(max(1, len(heads)))}{len(rows) + 1}"
        made = book.sheet("Method", [26, WORDS_WIDTH], "A2")
        made.append([text_cell(made, "How this was made", HEAD)])
        for name, words in listing.about:
            made.append([text_cell(made, name, WRAPPED), text_cell(made, words, WRAPPED)])
        book.save(path, listing.title)


def _spread(listing: Listing) -> tuple[list[str], list[list[Value]]]:
    """Return heads and rows in which words too long for one cell go on in further columns."""
    parted = [[_parts(value) for value in row] for row in listing.rows]
    most = [
        max((len(row[place]) for row in parted), default=1) for place in range(len(listing.heads))
    ]
    heads = [
        head if part == 1 else f"{head}, part {part}"
        for head, many in zip(listing.heads, most, strict=True)
        for part in range(1, many + 1)
    ]
    rows: list[list[Value]] = []
    for row in parted:
        rows.append([])
        for parts, many in zip(row, most, strict=True):
            rows[-1] += [*parts, *[None] * (many - len(parts))]
    return heads, rows


def _parts(value: Value) -> list[Value]:
    return [*pieces(plain(value))] if isinstance(value, str) else [value]


def _shown(sheet: object, value: Value) -> object:
    if not isinstance(value, str):
        return value
    return text_cell(sheet, value, WRAPPED if len(value) > _LONG else "")


def _width(head: str, values: Sequence[Value]) -> int:
    """Return a column's width in letters: by its longest words, within reason."""
    longest = max((len(str(value or "")) for value in values), default=0)
    return min(WORDS_WIDTH, max(_NARROW, len(head) + 2, longest + 2))


class ListingWord(ListingWriter):
    """Fulfils `usecases.ports.ListingWriter` with a .docx file: one table with its caption."""

    @override
    def write(self, listing: Listing, path: Path) -> None:
        """Write the file. Raises ExportError when it cannot be written."""
        page = new_page(None)
        page.frame(listing.marking, listing.title)
        page.paragraph(listing.title, look.TITLE)
        page.caption("Table", listing.title)
        rows = [["" if one is None else plain(str(one)) for one in row] for row in listing.rows]
        many = len(listing.heads)
        page.table(Grid(_shares(listing), listing.heads, rows, listing.title, many))
        for name, words in listing.about:
            page.paragraph(f"{name}: {words}", look.NOTE)
        save(path, page.file(listing.title))


def _shares(listing: Listing) -> tuple[float, ...]:
    """Return the columns' widths in centimetres: by the root of their longest words.

    Every column holds its longest single word, as far as the page allows; the others give way.
    """
    columns = [
        [head, *(str(row[place] or "")[:_LOOKED_AT] for row in listing.rows)]
        for place, head in enumerate(listing.heads)
    ]
    weights = [max(4, *map(len, column)) ** 0.5 for column in columns]
    least = [
        min(
            _WIDEST_WORD,
            _SIGN * max(len(word) for words in column for word in words.split() or [""]),
        )
        for column in columns
    ]
    scale = min(1.0, TEXT_CM / max(1.0, sum(least)))
    spare = TEXT_CM - scale * sum(least)
    return tuple(
        scale * need + spare * weight / sum(weights)
        for need, weight in zip(least, weights, strict=True)
    )


class ListingCsv(ListingWriter):
    """Fulfils `usecases.ports.ListingWriter` with a .csv file: UTF-8 with a mark, for Excel."""

    @override
    def write(self, listing: Listing, path: Path) -> None:
        """Write the file. Raises ExportError when it cannot be written."""
        out = StringIO(newline="")
        writer = csv.writer(out)
        writer.writerow([guarded(head) for head in listing.heads])
        for row in listing.rows:
            writer.writerow([guarded(value) if isinstance(value, str) else value for value in row])
        save(path, out.getvalue().encode("utf-8-sig"))


WRITERS: Mapping[str, type[ListingWriter]] = {
    ".xlsx": ListingWorkbook,
    ".docx": ListingWord,
    ".csv": ListingCsv,
}
"""What writes a list to a file, by the ending of its name."""
