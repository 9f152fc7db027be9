"""Writes a cross-tab to Excel: numbers, percentages, evidence and how they were made."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook as Book
from openpyxl.cell import WriteOnlyCell
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import ColorScale, FormatObject, Rule
from openpyxl.styles import Alignment, Color, Font, NamedStyle, PatternFill
from openpyxl.utils import get_column_letter
from typing_extensions import override

from caseview.counting import wording
from caseview.counting.association_wording import row_tests
from caseview.domain.crosstab import CrossTab, Share
from caseview.domain.evidence import Evidence, EvidenceSet
from caseview.domain.info import CasebookInfo
from caseview.exporters import table_words
from caseview.exporters.cells import pieces, plain
from caseview.exporters.packing import settled
from caseview.exporters.saving import save
from caseview.usecases.ports import TableWriter

_HEAD, _PERCENT, _WRAPPED = "CaseView head", "CaseView per cent", "CaseView words"
_NUMBER_HEAD = "CaseView number head"
_FONT, _LINE_POINTS, _MOST_POINTS = "Calibri", 15, 400
_LABEL_WIDTH, _NUMBER_WIDTH, _WORDS_WIDTH = 48, 14, 90
_FIRST_ROW = 2
_TAKEN_FOR_MORE = ("=", "+", "-", "@", "#", "'")
_EVIDENCE = (
    ("Number", 9), ("Theme", 28), ("Reads as", 16), ("Restated", 10), ("Review", 30),
    ("Document", 30), ("Page", 8), ("Paragraph", 11), ("Section", 28), ("Role", 18),
    ("Decided by", 20), ("Key quote", 10), ("Passage", 10), ("Start", 10), ("End", 10),
    ("Words", _WORDS_WIDTH),
)  # fmt: skip


_NO_EVIDENCE = (
    "The sheet “Evidence” is empty: whoever counts the passages behind a hidden number knows it."
)


class Workbook(TableWriter):
    """Fulfils `usecases.ports.TableWriter` with an .xlsx file."""

    @property
    @override
    def shows_evidence(self) -> bool:
        """True: the evidence has a sheet of its own."""
        return True

    @override
    def write(self, table: CrossTab, evidence: EvidenceSet, info: CasebookInfo, path: Path) -> None:
        """Write the file. Raises ExportError when it cannot be written."""
        book = Book(write_only=True)
        for style in _styles():
            book.add_named_style(style)
        _Sheets(book, table, info).everything(evidence)
        out = BytesIO()
        book.save(out)
        save(path, settled(out.getvalue(), wording.title(table.spec)))


class _Sheets:
    def __init__(self, book: Book, table: CrossTab, info: CasebookInfo) -> None:
        self.book, self.table, self.info = book, table, info

    def everything(self, evidence: EvidenceSet) -> None:
        self._numbers()
        if self.table.share is not Share.NONE:
            self._percentages()
        self._evidence(evidence.items)
        self._method(evidence)

    def _sheet(self, name: str, widths: Sequence[int], frozen: str) -> Any:
        sheet = self.book.create_sheet(name)
        for place, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.freeze_panes = frozen
        marking = plain(self.info.marking).replace("&", "&&")
        if marking:
            sheet.oddHeader.center.text = marking
        sheet.oddFooter.center.text = f"{marking}  Page &P of &N".strip()
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_title_rows = "1:1"
        return sheet

    def _numbers(self) -> None:
        table = self.table
        heads = [*(axis.label for axis in table.columns), "All"]
        sheet = self._sheet("Numbers", [_LABEL_WIDTH, *[_NUMBER_WIDTH] * len(heads)], "B2")
        self._heads(sheet, heads)
        for axis, cells, total in zip(table.rows, table.cells, table.totals, strict=True):
            numbers = [cell.hidden or cell.n for cell in (*cells, total)]
            sheet.append([self._text(sheet, axis.label), *numbers])
        any_row = [cell.hidden or cell.n for cell in (*table.column_totals, table.total)]
        if table.column_totals:
            label = wording.any_row(table.spec)
            sheet.append([self._text(sheet, label, _HEAD), *any_row])
        bases = [axis.hidden or axis.base for axis in table.columns]
        bases.append(table.base_hidden or table.base)
        base_label = f"Base ({table.spec.unit.value})"
        sheet.append([self._text(sheet, base_label, _HEAD), *bases])
        self._words_below(sheet)
        self._chart(sheet)

    def _percentages(self) -> None:
        table = self.table
        heads = [*(axis.label for axis in table.columns), "All"]
        widths = [_LABEL_WIDTH, *[_NUMBER_WIDTH] * 2 * len(heads)]
        sheet = self._sheet("Percentages", widths, "B2")
        self._heads(sheet, heads)
        self._block(sheet, [lambda cell: cell.percent])
        last = get_column_letter(len(heads) + 1)
        if table.rows:
            sheet.conditional_formatting.add(f"B{_FIRST_ROW}:{last}{len(table.rows) + 1}", _heat())
        if any(cell.low is not None for row in table.cells for cell in row):
            sheet.append([])
            sheet.append([self._text(sheet, "95% intervals (Wilson, 1927): from, to", _HEAD)])
            twice = [f"{head}, {end}" for head in heads for end in ("from", "to")]
            self._heads(sheet, twice)
            self._block(sheet, [lambda cell: cell.low, lambda cell: cell.high])
        self._words_below(sheet)

    def _heads(self, sheet: Any, heads: Sequence[str]) -> None:
        first = wording.axis_title(self.table.spec.rows).capitalize()
        numbers = [self._text(sheet, head, _NUMBER_HEAD) for head in heads]
        sheet.append([self._text(sheet, first, _HEAD), *numbers])

    def _block(self, sheet: Any, parts: Sequence[Any]) -> None:
        table = self.table
        for axis, cells, total in zip(table.rows, table.cells, table.totals, strict=True):
            row = [self._text(sheet, axis.label)]
            row += [self._share(sheet, part(cell)) for cell in (*cells, total) for part in parts]
            sheet.append(row)
        if table.column_totals:
            row = [self._text(sheet, wording.any_row(table.spec), _HEAD)]
            last = (*table.column_totals, table.total)
            sheet.append(row + [self._share(sheet, part(cell)) for cell in last for part in parts])

    def _share(self, sheet: Any, percent: float | None) -> Any:
        cell = WriteOnlyCell(sheet, value=None if percent is None else percent / 100)
        cell.style = _PERCENT
        return cell

    def _evidence(self, items: Iterable[Evidence]) -> None:
        rows = [(item, list(pieces(plain(item.quote.text)))) for item in items]
        most = max((len(words) for _, words in rows), default=1)
        more = [(f"Words, part {part}", _WORDS_WIDTH) for part in range(2, most + 1)]
        columns = [*_EVIDENCE, *more]
        sheet = self._sheet("Evidence", [width for _, width in columns], "A2")
        sheet.append([self._text(sheet, name, _HEAD) for name, _ in columns])
        for number, (item, words) in enumerate(rows, start=1):
            sheet.row_dimensions[number + 1].height = _height(words[0], _WORDS_WIDTH)
            sheet.append(self._evidence_row(sheet, number, item, words))
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"

    def _evidence_row(
        self, sheet: Any, number: int, item: Evidence, words: Sequence[str]
    ) -> list[Any]:
        place = item.quote.place
        decided = "undecided suggestion" if item.suggested else item.coder
        texts = (item.theme_name or item.theme, item.reads_as.label, _yes(said=item.restated))
        where = (place.review, place.document)
        inside = (place.paragraph, place.section, item.role.label, decided)
        return [
            number,
            *(self._text(sheet, text) for text in (*texts, *where)),
            place.page,
            *(self._text(sheet, text) for text in inside),
            self._text(sheet, _yes(said=item.is_key)),
            item.passage_id,
            item.quote.start,
            item.quote.end,
            *(self._text(sheet, part, _WRAPPED) for part in words),
        ]

    def _method(self, evidence: EvidenceSet) -> None:
        sheet = self._sheet("Method", [26, _WORDS_WIDTH], "A2")
        sheet.append([self._text(sheet, "How this was made", _HEAD)])
        count = len(evidence.items)
        units = wording.units(evidence.units, self.table.spec.unit)
        rest = (
            f"The sheet “Evidence” has {wording.several(count, 'row')}, one for each tag or "
            f"suggestion counted, in {units}."
        )
        if self.table.small_numbers:
            rest = _NO_EVIDENCE
        rows = [
            *table_words.about(self.table, self.info),
            *(("Note", sentence) for sentence in (*table_words.sentences(self.table), rest)),
            *(("Association", f"{row}: {said}") for row, said in row_tests(self.table)),
            *(("Limitation", sentence) for sentence in wording.LIMITATIONS),
        ]
        for place, (name, words) in enumerate(rows, start=_FIRST_ROW):
            sheet.row_dimensions[place].height = _height(words, _WORDS_WIDTH)
            named = self._text(sheet, name, _WRAPPED)
            sheet.append([named, self._text(sheet, words, _WRAPPED)])

    def _words_below(self, sheet: Any) -> None:
        sheet.append([])
        for sentence in table_words.sentences(self.table):
            sheet.append([self._text(sheet, sentence)])

    def _chart(self, sheet: Any) -> None:
        """Add a bar chart of the row totals, which Excel can edit."""
        table = self.table
        if not table.rows:
            return
        last, column = len(table.rows) + 1, len(table.columns) + 2
        chart = BarChart()
        chart.type, chart.legend = "bar", None
        chart.title = f"{wording.title(table.spec)}: all"
        chart.y_axis.title = table.spec.unit.value.capitalize()
        chart.x_axis.scaling.orientation = "maxMin"
        chart.x_axis.delete = chart.y_axis.delete = False
        chart.x_axis.tickLblSkip, chart.y_axis.majorGridlines, chart.gapWidth = 1, None, 50
        chart.height, chart.width = max(7.5, 0.6 * len(table.rows)), 24
        chart.add_data(Reference(sheet, min_col=column, min_row=_FIRST_ROW, max_row=last))
        chart.set_categories(Reference(sheet, min_col=1, min_row=_FIRST_ROW, max_row=last))
        sheet.add_chart(chart, f"{get_column_letter(column + 2)}2")

    def _text(self, sheet: Any, text: str, style: str = "") -> Any:
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


def _heat() -> Rule:
    """Return the shading of percentages: one hue, from none to all."""
    ends = [FormatObject(type="num", val=0), FormatObject(type="num", val=1)]
    scale = ColorScale(cfvo=ends, color=[Color("FFFFFFFF"), Color("FF7FB0DD")])
    return Rule(type="colorScale", colorScale=scale)


def _yes(*, said: bool) -> str:
    return "yes" if said else ""


def _height(words: str, width: int) -> float:
    """Return the height in points of a row with these words, so that none are hidden."""
    lines = sum(1 + len(line) // width for line in words.split("\n"))
    return float(min(_MOST_POINTS, _LINE_POINTS * lines))


def _styles() -> tuple[NamedStyle, ...]:
    pale = PatternFill("solid", start_color="E9EDF1", end_color="E9EDF1")
    font, bold = Font(name=_FONT, size=11), Font(name=_FONT, size=11, bold=True)
    wrapped = Alignment(wrap_text=True)
    right = Alignment(wrap_text=True, horizontal="right")
    return (
        NamedStyle(_HEAD, font=bold, fill=pale, alignment=wrapped),
        NamedStyle(_NUMBER_HEAD, font=bold, fill=pale, alignment=right),
        NamedStyle(_PERCENT, font=font, number_format="0%"),
        NamedStyle(_WRAPPED, font=font, alignment=wrapped),
    )
