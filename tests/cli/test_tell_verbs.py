"""Figures besides the cross-tab on the command line: the same as in the files it writes."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

pytestmark = pytest.mark.usefixtures("filled")

ARGUMENTS: dict[str, tuple[str, ...]] = {
    "together": ("--in", "passages"),
    "years": ("--theme", "professional_curiosity"),
    "profile": ("1",),
    "matrix": ("--theme", "professional_curiosity"),
}


@pytest.mark.parametrize("verb", ARGUMENTS)
def test_each_verb_tells_tables_and_writes_them(verb: str, caller: Any, tmp_path: Path) -> None:
    book = caller.casebook
    to = [f"--{ending}={tmp_path / f'told.{ending}'}" for ending in ("xlsx", "docx", "csv")]
    shape = caller.json(verb, book, *ARGUMENTS[verb], *to)
    assert set(shape) == {"title", "lead", "tables", "about"}
    table = shape["tables"][0]
    assert table["rows"]
    assert {len(row) for row in table["rows"]} == {len(table["columns"])}
    sheet = load_workbook(tmp_path / "told.xlsx").worksheets[0]
    for cells, row in zip(sheet.iter_rows(min_row=2), table["rows"], strict=False):
        for cell, figure in zip(cells, row, strict=True):
            if isinstance(figure["value"], int):
                assert cell.value == figure["value"]
    assert (tmp_path / "told.docx").stat().st_size > 1000
    words = (tmp_path / "told.csv").read_text(encoding="utf-8-sig")
    assert table["columns"][0]["head"] in words


def test_every_count_told_has_as_many_passages_as_evidence_gives(caller: Any) -> None:
    book = caller.casebook
    table = caller.json("years", book, "--theme", "professional_curiosity")["tables"][0]
    for row in table["rows"]:
        figure = row[2]
        if figure["column"] is None or not figure["value"]:
            continue
        found = caller.json(
            "evidence",
            book,
            "--columns",
            figure["columns"],
            "--row",
            figure["row"],
            "--column",
            figure["column"],
        )
        assert len({one["review"] for one in found}) == figure["value"]


def test_words_are_printed_for_people(caller: Any) -> None:
    said = caller.run("together", caller.casebook)
    assert "Themes together in the same review" in said.out
    assert "Lift is in how many" in said.out


def test_small_numbers_are_hidden_on_the_command_line_too(caller: Any) -> None:
    shape = caller.json("together", caller.casebook, "--small-numbers", "5")
    values = [figure["value"] for row in shape["tables"][0]["rows"] for figure in row]
    assert values
    assert not any(isinstance(one, int) and 0 < one < 5 for one in values)


def test_a_body_that_no_review_has_is_said_in_words(caller: Any) -> None:
    said = caller.run("body", caller.casebook, "--by", "force", "Nowhere Police", expect=1)
    assert "No review has the force" in said.err
