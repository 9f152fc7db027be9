"""No file that leaves the desk with small numbers hidden tells one of them."""

import csv
import re
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from caseview.counting.small_numbers import SmallNumbers
from caseview.domain.crosstab import Counts, CrossTabSpec
from caseview.domain.summary import SummarySpec
from caseview.exporters.csv_table import CsvTable
from caseview.exporters.word_table import WordTable
from caseview.exporters.workbook import Workbook
from caseview.search.finder import QueryFinder
from caseview.store.casebook import StoredCasebook
from caseview.usecases.build_crosstab import build_crosstab
from caseview.usecases.compose_summary import compose_summary
from caseview.usecases.export_table import export_table
from caseview.usecases.ports import TableWriter


def written(
    book: StoredCasebook, finder: QueryFinder, writer: TableWriter, path: Path, under: int
) -> Path:
    table = build_crosstab(book, finder, CrossTabSpec(), lambda: "2026-11-22T09:00:00Z")
    export_table(book, finder, table, writer, path, small=SmallNumbers(under))
    return path


def grid(path: Path) -> list[list[str]]:
    """Return the cells of the table in a file, as words, without its headings and labels."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        return [row[1:] for row in rows[1 : rows.index([])]]
    if path.suffix == ".docx":
        return [
            [cell.text.split(" (")[0] for cell in row.cells[1:]]
            for table in docx.Document(str(path)).tables
            for row in table.rows[1:]
        ]
    book = load_workbook(path)
    sheet = book["Numbers"]
    rows = [[str(cell.value) for cell in row[1:]] for row in sheet.iter_rows(min_row=2)]
    return rows[: rows.index(["None"] * len(rows[0]))]


@pytest.mark.parametrize("writer", [CsvTable(), WordTable(), Workbook()])
def test_no_small_count_or_base_stands_in_the_file(
    book: StoredCasebook, finder: QueryFinder, tmp_path: Path, writer: TableWriter
) -> None:
    ending = {CsvTable: "csv", WordTable: "docx", Workbook: "xlsx"}[type(writer)]
    open_one = grid(written(book, finder, writer, tmp_path / f"open.{ending}", 0))
    hidden = grid(written(book, finder, writer, tmp_path / f"hidden.{ending}", 5))
    small = {"1", "2", "3", "4"}
    assert any(small & set(row) for row in open_one)
    assert not any(small & set(row) for row in hidden)
    assert any("<5" in row for row in hidden)


def test_the_sheets_of_percentages_and_evidence_tell_nothing_either(
    book: StoredCasebook, finder: QueryFinder, tmp_path: Path
) -> None:
    sheets = load_workbook(written(book, finder, Workbook(), tmp_path / "table.xlsx", 10))
    shares = sheets["Percentages"]
    assert not [
        cell.value
        for row in shares.iter_rows(min_row=2, min_col=2)
        for cell in row
        if isinstance(cell.value, float) and cell.value
    ]
    assert sheets["Evidence"].max_row == 1
    words = [str(row[1].value) for row in sheets["Method"].iter_rows()]
    assert any("Evidence” is empty" in one for one in words)
    assert any("Counts under 10 show as" in one for one in words)


def test_no_sentence_of_a_summary_tells_a_base_that_its_tables_hide(
    book: StoredCasebook, finder: QueryFinder
) -> None:
    themes = ("professional_curiosity", "information_sharing")
    spec = SummarySpec(themes=themes, counts=Counts.PROVISIONAL)
    told = compose_summary(book, finder, spec, lambda: "2026-11-22T09:00:00+00:00")
    hidden = compose_summary(
        book, finder, replace(spec, small_numbers=5), lambda: "2026-11-22T09:00:00+00:00"
    )
    base = f"{told.overview.base} reviews"
    assert base in " ".join(told.method)
    assert hidden.overview.base_hidden
    assert base not in " ".join(hidden.method)
    assert "Counts under 5" in " ".join(hidden.method)
    assert not re.search(r"Left out:[^.]*\d", " ".join(hidden.method))
