"""Writes a handout to Excel: a sheet for each table, numbers as numbers, and how it was made."""

from pathlib import Path
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.formatting.rule import ColorScale, FormatObject, Rule
from openpyxl.styles import Color
from openpyxl.utils import get_column_letter
from typing_extensions import override

from caseview.domain.handout import Drawing, Figure, FigureColumn, FigureTable, Handout, Printed
from caseview.exporters.cells import pieces, plain
from caseview.exporters.sheets import (
    HEAD,
    NUMBER_HEAD,
    PERCENT,
    WORDS_WIDTH,
    WRAPPED,
    Sheets,
    height,
    text_cell,
)
from caseview.usecases.ports import HandoutWriter

_NARROW, _WIDE, _LONG = 13, 44, 60
_NAME_SIGNS, _NOT_IN_NAMES = 31, str.maketrans(dict.fromkeys(":\\/?*[]", " "))
_RATIO = "0.00"


class HandoutBook(HandoutWriter):
    """Fulfils `usecases.ports.HandoutWriter` with an .xlsx file."""

    @override
    def write(self, handout: Handout, path: Path) -> None:
        """Write the file. Raises ExportError when it cannot be written."""
        book = Sheets(handout.marking)
        taken: set[str] = {"method"}
        for table in handout.tables:
            sheet = _table(book, table, _name(table.title, taken))
            if table is handout.tables[handout.drawn]:
                _chart(sheet, handout, table)
        made = book.sheet("Method", [26, WORDS_WIDTH], "A2")
        made.append([text_cell(made, "How this was made", HEAD)])
        notes = (*handout.lead, *handout.notes)
        rows = [*handout.about, *(("Note", words) for words in notes)]
        for place, (name, words) in enumerate(rows, start=2):
            made.row_dimensions[place].height = height(words, WORDS_WIDTH)
            made.append([text_cell(made, name, WRAPPED), text_cell(made, words, WRAPPED)])
        book.save(path, handout.title)


def _name(title: str, taken: set[str]) -> str:
    """Return a sheet's name: what Excel allows of the title, and no other sheet's."""
    short = plain(title).translate(_NOT_IN_NAMES).strip()[:_NAME_SIGNS].strip("' ") or "Table"
    name, count = short, 1
    while name.casefold() in taken:
        count += 1
        name = f"{short[: _NAME_SIGNS - len(str(count)) - 1]} {count}"
    taken.add(name.casefold())
    return name


def _table(book: Sheets, table: FigureTable, name: str) -> Any:
    parted = [[_parts(figure) for figure in row] for row in table.rows]
    most = [max((len(row[at]) for row in parted), default=1) for at in range(len(table.columns))]
    widths, heads = [], []
    for at, (column, many) in enumerate(zip(table.columns, most, strict=True)):
        width = _width(column, [row[at] for row in table.rows])
        widths += [width] * many
        more = [f"{column.head}, part {part}" for part in range(2, many + 1)]
        heads += [(head, column) for head in (column.head, *more)]
    sheet = book.sheet(name, widths, "B2")
    sheet.append([
        text_cell(sheet, head, HEAD if column.printed is Printed.WORDS else NUMBER_HEAD)
        for head, column in heads
    ])
    for place, (row, parts) in enumerate(zip(table.rows, parted, strict=True), start=2):
        longest = max((some[0] for some in parts if isinstance(some[0], str)), key=len, default="")
        sheet.row_dimensions[place].height = height(longest, WORDS_WIDTH)
        cells: list[Any] = []
        for column, figure, some, many in zip(table.columns, row, parts, most, strict=True):
            cells += [_cell(sheet, column, figure, one) for one in some]
            cells += [None] * (many - len(some))
        sheet.append(cells)
    _shade(sheet, table, len(table.rows))
    sheet.append([])
    for note in table.notes:
        sheet.append([text_cell(sheet, note)])
    return sheet


def _parts(figure: Figure) -> list[Any]:
    value = figure.value
    return list(pieces(plain(value))) if isinstance(value, str) else [value]


def _width(column: FigureColumn, figures: list[Figure]) -> int:
    if column.printed is not Printed.WORDS:
        return _NARROW
    longest = max((len(figure.words) for figure in figures), default=0)
    if longest > _LONG:
        return WORDS_WIDTH
    return max(_NARROW, min(_WIDE, longest + 2))


def _cell(sheet: Any, column: FigureColumn, figure: Figure, value: Any) -> Any:
    if isinstance(value, str):
        return text_cell(sheet, value, WRAPPED if len(value) > _WIDE else "")
    if value is None or column.printed is Printed.COUNT:
        # A place that is empty because there is nothing to count says so in words.
        return text_cell(sheet, figure.words) if value is None and figure.words else value
    cell = WriteOnlyCell(sheet, value=value / 100 if column.printed is Printed.SHARE else value)
    if column.printed is Printed.SHARE:
        cell.style = PERCENT
    else:
        cell.number_format = _RATIO
    return cell


def _shade(sheet: Any, table: FigureTable, rows: int) -> None:
    ends = [FormatObject(type="num", val=0), FormatObject(type="num", val=1)]
    scale = ColorScale(cfvo=ends, color=[Color("FFFFFFFF"), Color("FF7FB0DD")])
    for at, column in enumerate(table.columns, start=1):
        if column.printed is Printed.SHARE and rows:
            letter = get_column_letter(at)
            rule = Rule(type="colorScale", colorScale=scale)
            sheet.conditional_formatting.add(f"{letter}2:{letter}{rows + 1}", rule)


def _chart(sheet: Any, handout: Handout, table: FigureTable) -> None:
    """Add lines or bars of the shares of the table drawn, which Excel can edit."""
    picture, rows = handout.picture, len(table.rows)
    shares = [
        at for at, column in enumerate(table.columns, start=1) if column.printed is Printed.SHARE
    ]
    if picture is None or picture.drawing is Drawing.MATRIX or not rows or not shares:
        return
    lines = picture.drawing is Drawing.LINES
    chart: Any = LineChart() if lines else BarChart()
    last = min(rows, len(picture.columns if lines else picture.rows)) + 1
    if not lines:
        chart.type, chart.gapWidth = "bar", 50
        chart.x_axis.scaling.orientation = "maxMin"
    chart.title = picture.title
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, 1
    chart.height, chart.width = (9, 22) if lines else (max(7.5, 0.6 * last), 24)
    for at in shares:
        chart.add_data(Reference(sheet, min_col=at, min_row=1, max_row=last), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=last))
    for place, series in enumerate(chart.series if lines else ()):
        series.marker.symbol = ("circle", "square", "triangle", "diamond", "x")[place % 5]
        series.graphicalProperties.line.dashStyle = (
            "solid",
            "dash",
            "sysDot",
            "dashDot",
            "lgDash",
        )[place % 5]
    sheet.add_chart(chart, f"{get_column_letter(len(table.columns) + 2)}2")
