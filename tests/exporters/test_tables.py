"""Tables leave as Excel, CSV and Word with the same numbers, base and notes."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseview.domain.crosstab import Axis
from caseview.domain.evidence import EvidenceSet
from caseview.exporters.cells import LIMIT, guarded, pieces, plain
from caseview.exporters.csv_table import CsvTable
from caseview.exporters.word_table import WordTable
from caseview.exporters.workbook import Workbook

NASTY = "=HYPERLINK(A1)"


@pytest.fixture
def invented(invent: Callable[..., Any]) -> Any:
    return invent(24)


def nasty(invented: Any) -> Any:
    table = invented.table
    rows = (Axis("x", NASTY, 5), *table.rows[1:])
    info = replace(invented.info, title="+1 & more", marking="")
    return replace(invented, table=replace(table, rows=rows), info=info)


def book(invented: Any, path: Path) -> Any:
    Workbook().write(invented.table, invented.evidence, invented.info, path)
    return openpyxl.load_workbook(path)


def test_numbers_are_numbers_under_a_frozen_header(invented: Any, tmp_path: Path) -> None:
    sheets = book(invented, tmp_path / "t.xlsx")
    assert sheets.sheetnames == ["Numbers", "Percentages", "Evidence", "Method"]
    numbers = sheets["Numbers"]
    assert numbers.freeze_panes == "B2"
    for i, cells in enumerate(invented.table.cells):
        shown = [numbers.cell(i + 2, j + 2).value for j in range(len(cells))]
        assert shown == [cell.n for cell in cells]
    row = len(invented.table.rows) + 3
    assert [cell.value for cell in numbers[row]][:2] == ["Base (reviews)", 6]
    assert numbers.oddHeader.center.text == "OFFICIAL-SENSITIVE"
    assert len(numbers._charts) == 1


def test_percentages_are_shares_with_their_intervals(invented: Any, tmp_path: Path) -> None:
    sheet = book(invented, tmp_path / "t.xlsx")["Percentages"]
    cell, total = sheet.cell(2, 2), invented.table.cells[0][0]
    assert (cell.value, cell.number_format) == (total.percent / 100, "0%")
    first = len(invented.table.rows) + 6
    low, high = (sheet.cell(first, column).value for column in (2, 3))
    assert (low, high) == (pytest.approx(total.low / 100), pytest.approx(total.high / 100))


def test_the_evidence_has_a_row_for_each_passage_counted(invented: Any, tmp_path: Path) -> None:
    sheet = book(invented, tmp_path / "t.xlsx")["Evidence"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert len(rows) == len(invented.evidence.items)
    for row, item in zip(rows, invented.evidence.items, strict=True):
        assert (row[1], row[15], row[6]) == (
            item.theme_name,
            item.quote.text,
            item.quote.place.page,
        )


def test_the_method_states_base_filter_and_limits(invented: Any, tmp_path: Path) -> None:
    table = replace(invented.table, spec=replace(invented.table.spec, where="kind:sar"))
    sheet = book(replace(invented, table=table), tmp_path / "t.xlsx")["Method"]
    rows = list(sheet.iter_rows(values_only=True))
    told = {row[0]: row[1] for row in rows}
    assert told["Filter"] == "kind:sar"
    assert told["Base"] == "24 reviews"
    assert told["Counts"] == "Tags and suggestions (provisional)"
    assert any(row[0] == "Limitation" for row in rows)


def test_no_text_becomes_a_formula(invented: Any, tmp_path: Path) -> None:
    sheets = book(nasty(invented), tmp_path / "t.xlsx")
    cell = sheets["Numbers"].cell(2, 1)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (NASTY, "s", True)
    with ZipFile(tmp_path / "t.xlsx") as file:
        assert b"<f>" not in b"".join(
            file.read(name) for name in file.namelist() if "sheets/" in name
        )


def test_long_words_continue_in_the_next_column(invented: Any, tmp_path: Path) -> None:
    item = invented.evidence.items[0]
    text = "\N{SLIGHTLY SMILING FACE}" * LIMIT
    long = replace(item, quote=replace(item.quote, text=text))
    changed = replace(invented, evidence=EvidenceSet((long, item), 1))
    rows = list(book(changed, tmp_path / "t.xlsx")["Evidence"].iter_rows(values_only=True))
    assert rows[0][15:] == ("Words", "Words, part 2", "Words, part 3")
    assert "".join(rows[1][15:]) == text
    assert rows[2][15:] == (item.quote.text, None, None)


def test_excel_files_name_nobody_and_are_the_same_each_time(invented: Any, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        properties = book(invented, tmp_path / name).properties
    assert not properties.creator
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_csv_has_labels_base_and_no_formula(invented: Any, tmp_path: Path) -> None:
    changed = nasty(invented)
    CsvTable().write(changed.table, changed.evidence, changed.info, tmp_path / "t.csv")
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0][:3] == ["Theme", "PFD", "PFD %"]
    assert rows[1][0] == f"'{NASTY}"
    assert rows[1][1] == str(changed.table.cells[0][0].n)
    assert ["Casebook", "'+1 & more"] in rows
    assert any(row[:1] == ["Note"] and "24 reviews" in row[1] for row in rows)


def test_the_word_table_has_every_row_and_its_base(invented: Any, tmp_path: Path) -> None:
    WordTable().write(invented.table, invented.evidence, invented.info, tmp_path / "t.docx")
    document = docx.Document(str(tmp_path / "t.docx"))
    (table,) = document.tables
    assert len(table.rows) == len(invented.table.rows) + 2, "heads above, any theme below"
    assert table.rows[0].cells[1].text == "PFD\nn = 6 †"
    assert any("24 reviews" in paragraph.text for paragraph in document.paragraphs)


def test_many_columns_stand_in_few_tables_that_leave_the_labels_room(
    invented: Any, tmp_path: Path
) -> None:
    table = invented.table
    columns = tuple(replace(table.columns[0], id=str(n), label=f"Type {n}") for n in range(11))
    cells = tuple(tuple(row[0] for _ in columns) for row in table.cells)
    wide = replace(table, columns=columns, cells=cells)
    WordTable().write(wide, invented.evidence, invented.info, tmp_path / "t.docx")
    document = docx.Document(str(tmp_path / "t.docx"))
    heads = [[cell.text.split("\n")[0] for cell in t.rows[0].cells] for t in document.tables]
    assert [len(head) for head in heads] == [7, 7]
    for part in document.tables:
        labels, *figures = (cell.width.cm for cell in part.rows[0].cells)
        assert labels > 5, "a theme's name needs two lines at most"
        assert max(figures) < 2.5, "a column is no wider than its figures"
    assert [name for head in heads for name in head[1:]] == [
        *(axis.label for axis in columns),
        "All",
    ]


@given(st.text(alphabet=st.sampled_from("a\N{SLIGHTLY SMILING FACE}"), max_size=50))
def test_pieces_put_together_are_the_text(text: str) -> None:
    long = text * 2000
    found = list(pieces(long))
    assert "".join(found) == long
    assert all(len(piece.encode("utf-16-le")) // 2 <= LIMIT for piece in found)


@given(st.text())
def test_guarded_text_starts_no_formula(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert guarded(text).removeprefix("'") == text.removeprefix("'")


def test_signs_that_a_sheet_cannot_hold_are_shown() -> None:
    assert plain("a\x00b\x0bc\ud800") == "a\ufffdb\ufffdc\ufffd"
