"""Writes the tables of a codebook to an Excel workbook, and reads them back."""

import io
from collections.abc import Sequence
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from caseview.domain.english import English
from caseview.domain.errors import CodebookError, ExportError
from caseview.exporters.cells import LIMIT, plain
from caseview.exporters.saving import save
from caseview.tagging.editing.sheets import Rows, Sheet

WIDEST, NARROWEST = 60, 10
_MOST_ROWS = 20_000
_WRAPPED = Alignment(wrap_text=True, vertical="top")


def write_sheets(sheets: Sequence[Sheet], path: Path) -> None:
    """Write each table to a sheet of its own, headings frozen, every cell as text.

    Raises ExportError when a cell is too long for Excel or the file cannot be written.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        for number, row in enumerate((sheet.headings, *sheet.rows), start=1):
            for column, words in enumerate(row, start=1):
                _fits(words, sheet.name, number)
                if words:
                    cell = page.cell(number, column, plain(words))
                    # What begins with “=” is words here, never a formula.
                    cell.data_type = "s"
                    cell.alignment = _WRAPPED
        for cell in page[1]:
            cell.font = Font(bold=True)
        page.freeze_panes = "A2"
        for at, heading in enumerate(sheet.headings):
            longest = max((len(row[at]) for row in sheet.rows), default=0)
            width = min(WIDEST, max(NARROWEST, len(heading), longest))
            page.column_dimensions[get_column_letter(at + 1)].width = width
    out = io.BytesIO()
    book.save(out)
    save(path, out.getvalue())


def read_sheets(path: Path) -> dict[str, Rows]:
    """Return the rows of each sheet by its name, every cell as text.

    Raises CodebookError when the file is not a workbook.
    """
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, BadZipFile, InvalidFileException, KeyError, ValueError) as fault:
        raise CodebookError(
            English(
                "“{0}” cannot be read as an Excel workbook, so the codebook stays as it is.",
                path.name,
            ),
            "Save it in Excel as .xlsx and try again.",
        ) from fault
    try:
        return {
            page.title: [
                [_words(value) for value in row]
                for row in page.iter_rows(max_row=_MOST_ROWS, values_only=True)
            ]
            for page in book.worksheets
        }
    finally:
        book.close()


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\r\n", "\n").replace("_x000D_", "")


def _fits(words: str, sheet: str, row: int) -> None:
    if len(words) > LIMIT:
        raise ExportError(
            English("A cell of the sheet {0}, row {1}, is too long for Excel.", sheet, row),
            "Save the codebook as TOML instead.",
        )
