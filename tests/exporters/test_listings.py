"""A plain list leaves as Excel, Word or CSV with every value whole and none taken for a formula."""

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from caseview.domain.errors import ExportError
from caseview.domain.listing import Listing
from caseview.exporters.listing_files import ListingCsv, ListingWord, ListingWorkbook
from caseview.wiring import house

LISTING = Listing(
    title="Recommendations",
    heads=("Number", "Words", "Year"),
    rows=(("1", "=Train every officer", 2021), ("2", "Share what is known", None)),
    about=(("Casebook", "Learning"), ("Left out", "None")),
    marking="OFFICIAL & SENSITIVE",
)


def test_a_workbook_holds_the_rows_under_frozen_heads(tmp_path: Path) -> None:
    ListingWorkbook().write(LISTING, tmp_path / "list.xlsx")
    book = load_workbook(tmp_path / "list.xlsx")
    sheet = book["List"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Number", "Words", "Year"],
        ["1", "=Train every officer", 2021],
        ["2", "Share what is known", None],
    ]
    assert sheet.freeze_panes == "A2"
    assert sheet["B2"].data_type == "s", "words are never a formula"
    assert sheet["B2"].quotePrefix
    head = sheet.oddHeader
    assert head is not None
    assert head.center.text == "OFFICIAL && SENSITIVE"
    assert [row[1].value for row in book["Method"].iter_rows(min_row=2)] == ["Learning", "None"]


def test_words_too_long_for_a_cell_go_on_in_the_next_column(tmp_path: Path) -> None:
    words = "long words " * 9_000
    listing = Listing("Long", ("A", "Words", "B"), (("a", words, "b"), ("a", "short", "b")))
    ListingWorkbook().write(listing, tmp_path / "list.xlsx")
    rows = list(load_workbook(tmp_path / "list.xlsx")["List"].iter_rows(values_only=True))
    assert rows[0] == ("A", "Words", "Words, part 2", "Words, part 3", "Words, part 4", "B")
    assert "".join(str(part) for part in rows[1][1:5]) == words
    assert rows[2] == ("a", "short", None, None, None, "b")


def test_a_csv_file_opens_in_a_spreadsheet_without_running_anything(tmp_path: Path) -> None:
    ListingCsv().write(LISTING, tmp_path / "list.csv")
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [
            ["Number", "Words", "Year"],
            ["1", "'=Train every officer", "2021"],
            ["2", "Share what is known", ""],
        ]


def test_a_word_file_holds_a_real_table_with_a_repeating_head(tmp_path: Path) -> None:
    ListingWord().write(LISTING, tmp_path / "list.docx")
    (table,) = Document(str(tmp_path / "list.docx")).tables
    assert [[cell.text for cell in row.cells] for row in table.rows][1] == [
        "1",
        "=Train every officer",
        "2021",
    ]


def test_an_ending_nobody_writes_is_refused_in_plain_words() -> None:
    with pytest.raises(ExportError, match=r"ends in “\.pdf”"):
        house().listing_writer(".pdf")


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=30), st.integers() | st.none()), max_size=5))
def test_any_rows_can_be_written(rows: list[tuple[str, int | None]]) -> None:
    listing = Listing("Any", ("Words", "Number"), tuple(rows))
    with TemporaryDirectory() as folder:
        for ending in (".xlsx", ".docx", ".csv"):
            path = Path(folder) / f"list{ending}"
            house().listing_writer(ending).write(listing, path)
            assert path.stat().st_size
