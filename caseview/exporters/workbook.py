"""Writes a cross-tab to Excel: numbers, percentages, evidence and how they were made."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import ColorScale, FormatObject, Rule
from openpyxl.styles import Color
from openpyxl.utils import get_column_letter
from typing_extensions import override

from caseview.counting import table_words, wording
from caseview.counting.association_wording import row_tests
from caseview.counting.limitations import LIMITATIONS
from caseview.domain.crosstab import CrossTab, Share
from caseview.domain.errors import StoppedError
from caseview.domain.evidence import Evidence, EvidenceSet
from caseview.domain.info import CasebookInfo
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
from caseview.usecases.ports import HearsRows, TableWriter, unheard

_LABEL_WIDTH, _NUMBER_WIDTH = 48, 14
_FIRST_ROW = 2
_HEARD = 500
_EVIDENCE = (
    ("Number", 9), ("Theme", 28), ("Reads as", 16), ("Restated", 10), ("Review", 30),
    ("Document", 30), ("Page", 8), ("Paragraph", 11), ("Section", 28), ("Role", 18),
    ("Decided by", 20), ("Key quote", 10), ("Passage", 10), ("Start", 10), ("End", 10),
    ("Words", WORDS_WIDTH),
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
    def write(
        self,
        table: CrossTab,
        evidence: EvidenceSet,
        info: CasebookInfo,
        path: Path,
        heard: HearsRows = unheard,
    ) -> None:
        """Write the file; `heard` hears of each so many rows of evidence.

        Raises ExportError when it cannot be written.
        """
        book = Sheets(info.marking)
        try:
            _Tables(book, table, info, heard).everything(evidence)
        except StoppedError:
            book.abandon()
            raise
        book.save(path, wording.title(table.spec))


class _Tables:
    def __init__(self, book: Sheets, table: CrossTab, info: CasebookInfo, heard: HearsRows) -> None:
        self.book, self.table, self.info, self.heard = book, table, info, heard

    def everything(self, evidence: EvidenceSet) -> None:
        self._numbers()
        if self.table.share is not Share.NONE:
            self._percentages()
        self._evidence(evidence.items)
        self._method(evidence)

    def _numbers(self) -> None:
        table = self.table
        heads = [*(axis.label for axis in table.columns), "All"]
        sheet = self.book.sheet("Numbers", [_LABEL_WIDTH, *[_NUMBER_WIDTH] * len(heads)], "B2")
        self._heads(sheet, heads)
        for axis, cells, total in zip(table.rows, table.cells, table.totals, strict=True):
            numbers = [cell.hidden or cell.n for cell in (*cells, total)]
            sheet.append([text_cell(sheet, axis.label), *numbers])
        any_row = [cell.hidden or cell.n for cell in (*table.column_totals, table.total)]
        if table.column_totals:
            label = wording.any_row(table.spec)
            sheet.append([text_cell(sheet, label, HEAD), *any_row])
        bases = [axis.hidden or axis.base for axis in table.columns]
        bases.append(table.base_hidden or table.base)
        base_label = f"Base ({table.spec.unit.value})"
        sheet.append([text_cell(sheet, base_label, HEAD), *bases])
        self._words_below(sheet)
        self._chart(sheet)

    def _percentages(self) -> None:
        table = self.table
        heads = [*(axis.label for axis in table.columns), "All"]
        widths = [_LABEL_WIDTH, *[_NUMBER_WIDTH] * 2 * len(heads)]
        sheet = self.book.sheet("Percentages", widths, "B2")
        self._heads(sheet, heads)
        self._block(sheet, [lambda cell: cell.percent])
        last = get_column_letter(len(heads) + 1)
        if table.rows:
            sheet.conditional_formatting.add(f"B{_FIRST_ROW}:{last}{len(table.rows) + 1}", _heat())
        if any(cell.low is not None for row in table.cells for cell in row):
            sheet.append([])
            sheet.append([text_cell(sheet, "95% intervals (Wilson, 1927): from, to", HEAD)])
            twice = [f"{head}, {end}" for head in heads for end in ("from", "to")]
            self._heads(sheet, twice)
            self._block(sheet, [lambda cell: cell.low, lambda cell: cell.high])
        self._words_below(sheet)

    def _heads(self, sheet: Any, heads: Sequence[str]) -> None:
        first = wording.axis_title(self.table.spec.rows).capitalize()
        numbers = [text_cell(sheet, head, NUMBER_HEAD) for head in heads]
        sheet.append([text_cell(sheet, first, HEAD), *numbers])

    def _block(self, sheet: Any, parts: Sequence[Any]) -> None:
        table = self.table
        for axis, cells, total in zip(table.rows, table.cells, table.totals, strict=True):
            row = [text_cell(sheet, axis.label)]
            row += [self._share(sheet, part(cell)) for cell in (*cells, total) for part in parts]
            sheet.append(row)
        if table.column_totals:
            row = [text_cell(sheet, wording.any_row(table.spec), HEAD)]
            last = (*table.column_totals, table.total)
            sheet.append(row + [self._share(sheet, part(cell)) for cell in last for part in parts])

    def _share(self, sheet: Any, percent: float | None) -> Any:
        cell = WriteOnlyCell(sheet, value=None if percent is None else percent / 100)
        cell.style = PERCENT
        return cell

    def _evidence(self, items: Iterable[Evidence]) -> None:
        rows = [(item, list(pieces(plain(item.quote.words)))) for item in items]
        most = max((len(words) for _, words in rows), default=1)
        more = [(f"Words, part {part}", WORDS_WIDTH) for part in range(2, most + 1)]
        columns = [*_EVIDENCE, *more]
        sheet = self.book.sheet("Evidence", [width for _, width in columns], "A2")
        sheet.append([text_cell(sheet, name, HEAD) for name, _ in columns])
        for number, (item, words) in enumerate(rows, start=1):
            sheet.row_dimensions[number + 1].height = height(words[0], WORDS_WIDTH)
            sheet.append(self._evidence_row(sheet, number, item, words))
            if not number % _HEARD:
                self.heard(number, len(rows))
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"

    def _evidence_row(
        self, sheet: Any, number: int, item: Evidence, words: Sequence[str]
    ) -> list[Any]:
        place = item.quote.place
        decided = "undecided suggestion" if item.suggested else item.coder
        texts = (item.theme_name or item.theme, item.reads_as.label, _yes(said=item.restated))
        where = (place.review, place.document)
        role = item.role.label if item.role is not None else ""
        inside = (place.paragraph, place.section, role, decided)
        return [
            number,
            *(text_cell(sheet, text) for text in (*texts, *where)),
            place.page,
            *(text_cell(sheet, text) for text in inside),
            text_cell(sheet, _yes(said=item.is_key)),
            item.passage_id,
            item.quote.start,
            item.quote.end,
            *(text_cell(sheet, part, WRAPPED) for part in words),
        ]

    def _method(self, evidence: EvidenceSet) -> None:
        sheet = self.book.sheet("Method", [26, WORDS_WIDTH], "A2")
        sheet.append([text_cell(sheet, "How this was made", HEAD)])
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
            *(("Limitation", sentence) for sentence in LIMITATIONS),
        ]
        for place, (name, words) in enumerate(rows, start=_FIRST_ROW):
            sheet.row_dimensions[place].height = height(words, WORDS_WIDTH)
            named = text_cell(sheet, name, WRAPPED)
            sheet.append([named, text_cell(sheet, words, WRAPPED)])

    def _words_below(self, sheet: Any) -> None:
        sheet.append([])
        for sentence in table_words.sentences(self.table):
            sheet.append([text_cell(sheet, sentence)])

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


def _heat() -> Rule:
    """Return the shading of percentages: one hue, from none to all."""
    ends = [FormatObject(type="num", val=0), FormatObject(type="num", val=1)]
    scale = ColorScale(cfvo=ends, color=[Color("FFFFFFFF"), Color("FF7FB0DD")])
    return Rule(type="colorScale", colorScale=scale)


def _yes(*, said: bool) -> str:
    return "yes" if said else ""
