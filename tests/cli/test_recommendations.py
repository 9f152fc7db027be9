"""The verb recommendations: a table for people, JSON for programs, files for others."""

from pathlib import Path

import openpyxl
import pytest
from docx import Document

from tests.cli.conftest import Caller

KEYS = {
    "id", "document", "review", "review_title", "kind", "year", "number", "text", "start", "end",
    "page", "paragraph", "addressee", "bodies", "sorts", "themes", "suggested_themes", "strength",
    "strength_guessed", "status", "status_guessed", "confirmed", "group", "made_before",
    "restated_in",
}  # fmt: skip


@pytest.fixture
def desk(filled: object, caller: Caller) -> Caller:
    """Return the caller with a casebook of three reviews."""
    return caller


def test_the_list_tells_each_with_its_place_and_its_guesses(desk: Caller) -> None:
    found = desk.json("recommendations", desk.casebook)
    assert len(found) == 3
    assert all(set(one) == KEYS for one in found)
    assert {one["year"] for one in found} == {"2021", "2022"}
    assert all(one["sorts"] == ["board"] for one in found)
    said = desk.run("recommendations", desk.casebook).out
    assert "3 recommendations in 3 reviews." in said


def test_it_is_narrowed_by_its_facets(desk: Caller) -> None:
    assert len(desk.json("recommendations", desk.casebook, "--year", "2022")) == 1
    assert desk.json("recommendations", desk.casebook, "--for", "police") == []
    assert len(desk.json("recommendations", desk.casebook, "--words", "share RISK")) == 3
    assert desk.json("recommendations", desk.casebook, "--status", "done") == []


def test_like_ones_are_offered_as_a_group_and_none_is_made(desk: Caller) -> None:
    (offered,) = desk.json("recommendations", desk.casebook, "--groups")
    assert (offered["offered"], offered["name"], offered["reviews"]) == (True, None, 3)
    assert len(offered["members"]) == 3
    said = desk.run("recommendations", desk.casebook, "--groups").out
    assert "May ask for the same thing ? (3 reviews" in said


def test_without_coroners_reports_the_tracker_is_empty(desk: Caller) -> None:
    found = desk.json("recommendations", desk.casebook, "--responses", "--on", "2024-05-01")
    assert found == {"on": "2024-05-01", "reports": []}


@pytest.mark.parametrize("ending", ["xlsx", "docx", "csv"])
def test_the_list_is_written_with_its_references(desk: Caller, ending: str) -> None:
    path = desk.folder / f"register.{ending}"
    said = desk.json("recommendations", desk.casebook, "--to", path)
    assert said == {"path": str(path), "rows": 3}
    words = "ensure that agencies share information when a risk is known."
    assert words in read(path)
    assert "Recommendation" in read(path)


def read(path: Path) -> str:
    if path.suffix == ".xlsx":
        sheets = openpyxl.load_workbook(path)
        rows = [row for sheet in sheets for row in sheet.iter_rows(values_only=True)]
        return "\n".join(str(value) for row in rows for value in row if value is not None)
    if path.suffix == ".docx":
        cells = [
            c.text for table in Document(str(path)).tables for r in table.rows for c in r.cells
        ]
        return "\n".join(cells)
    return path.read_text(encoding="utf-8-sig")


def test_wrong_use_is_said(desk: Caller) -> None:
    said = desk.run("recommendations", desk.casebook, "--on", "May", expect=2)
    assert "give a day as 2024-05-31" in said.err
    both = ("--groups", "--to", desk.folder / "x.xlsx")
    assert (
        "Groups are not written" in desk.run("recommendations", desk.casebook, *both, expect=1).err
    )
    pdf = desk.run("recommendations", desk.casebook, "--to", "x.pdf", expect=1)
    assert "Use .xlsx, .docx or .csv." in pdf.err
