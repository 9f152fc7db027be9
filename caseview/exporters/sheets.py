"""Sheets of a workbook as CaseView writes them: text stays text, heads repeat, rows show whole."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook as Book
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.utils import get_column_letter

from caseview.exporters.cells import plain
from caseview.exporters.packing import settled
from caseview.exporters.saving import save

HEAD, WRAPPED = "CaseView head", "CaseView words"
NUMBER_HEAD, PERCENT = "CaseView number head", "CaseView per cent"
WORDS_WIDTH = 90
_FONT, _LINE_POINTS, _MOST_POINTS = "Calibri", 15, 400
_TAKEN_FOR_MORE = ("=", "+", "-", "@", "#", "'")


class Sheets:
    """A workbook written row by row; `marking` stands at the head and foot of each page."""

    def __init__(self, marking: str) -> None:
        self._book = Book(write_only=True)
        self._marking = plain(marking).replace("&", "&&")
        for style in _styles():
            self._book.add_named_style(style)

    def sheet(self, name: str, widths: Sequence[int], frozen: str) -> Any:
        """Return a new sheet with columns of these widths, in letters."""
        sheet = self._book.create_sheet(name)
        for place, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.freeze_panes = frozen
        if self._marking:
            sheet.oddHeader.center.text = self._marking
        sheet.oddFooter.center.text = f"{self._marking}  Page &P of &N".strip()
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_title_rows = "1:1"
        return sheet

    def abandon(self) -> None:
        """Let go of a workbook that is not to be written, and of what it keeps on the disk."""
        sheets: list[Any] = list(self._book.worksheets)
        for sheet in sheets:
            sheet.close()
            sheet._writer.cleanup()  # noqa: SLF001 - saving alone would call it

    def save(self, path: Path, title: str) -> None:
        """Write the file. Raises ExportError when it cannot be written."""
        out = BytesIO()
        self._book.save(out)
        save(path, settled(out.getvalue(), title))


def text_cell(sheet: Any, text: str, style: str = "") -> Any:
    """Return what stays text in a cell whatever it begins with, even when it is edited."""
    shown = plain(text)
    if not style and not shown.startswith(_TAKEN_FOR_MORE):
        return shown or None
    cell = WriteOnlyCell(sheet, value=shown)
    cell.data_type = "s"
    if style:
        cell.style = style
    cell.quotePrefix = shown.startswith(_TAKEN_FOR_MORE)
    return cell


def height(words: str, width: int) -> float:
    """Return the height in points of a row with these words, so that none are hidden."""
    lines = sum(1 + len(line) // width for line in words.split("\n"))
    return float(min(_MOST_POINTS, _LINE_POINTS * lines))


def _styles() -> tuple[NamedStyle, ...]:
    pale = PatternFill("solid", start_color="E9EDF1", end_color="E9EDF1")
    font, bold = Font(name=_FONT, size=11), Font(name=_FONT, size=11, bold=True)
    wrapped = Alignment(wrap_text=True, vertical="top")
    right = Alignment(wrap_text=True, horizontal="right")
    return (
        NamedStyle(HEAD, font=bold, fill=pale, alignment=wrapped),
        NamedStyle(NUMBER_HEAD, font=bold, fill=pale, alignment=right),
        NamedStyle(PERCENT, font=font, number_format="0%"),
        NamedStyle(WRAPPED, font=font, alignment=wrapped),
    )
