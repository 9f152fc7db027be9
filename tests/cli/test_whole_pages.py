"""A whole page of a scan is tagged, listed, counted and taken back from the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Caller
from tests.readers.conftest import Sheet, pdf_bytes

THEME = "staffing_capacity"


@pytest.fixture
def scan(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a casebook with a scan of three pages and return its path."""
    monkeypatch.setenv("PATH", "")  # no program beside that could read the scan
    path = caller.folder / "sar-adult-x.pdf"
    path.write_bytes(pdf_bytes([Sheet().shade(50, 50, 500, 600 + n) for n in range(3)]))
    caller.run("new", caller.casebook, "--coder", "JB")
    caller.run("import", caller.casebook, path, "--jobs", 1)
    return caller.casebook


def test_a_page_is_tagged_and_listed_as_a_page(caller: Caller, scan: Path) -> None:
    done = caller.json("tag-page", scan, 1, 2, THEME, "--coder", "JB")
    assert (
        done["done"] == "Tag page 2 “Staffing, capacity and caseload”" or "page 2" in done["done"]
    )
    (tag,) = caller.json("tags", scan)
    assert (tag["page"], tag["whole_page"], tag["text"], tag["number"]) == (2, 2, "", None)
    said = caller.run("tags", scan).out
    assert "Whole page 2, no text" in said
    assert "p.2" in said


def test_a_page_that_is_not_there_is_said_and_nothing_is_tagged(caller: Caller, scan: Path) -> None:
    said = caller.run("tag-page", scan, 1, 9, THEME, "--coder", "JB", expect=1)
    assert "no page 9" in said.err
    assert "pages 1 to 3" in said.err
    assert caller.json("tags", scan) == []


def test_evidence_and_cross_tab_name_the_page(caller: Caller, scan: Path) -> None:
    caller.run("tag-page", scan, 1, 3, THEME, "--coder", "JB")
    caller.run("finish", scan, 1, "--coder", "JB")
    said = caller.run("crosstab", scan, "--rows", "themes", "--columns", "kind").out
    assert "1 tag on whole pages of scans counts" in said
    (item,) = caller.json("evidence", scan, "--rows", "themes", "--columns", "kind", "--row", THEME)
    assert (item["whole_page"], item["page"], item["text"], item["role"]) == (3, 3, "", None)
    shown = caller.run(
        "evidence", scan, "--rows", "themes", "--columns", "kind", "--row", THEME
    ).out
    assert "Whole page 3, no text" in shown
    assert "“Whole" not in shown


def test_undo_takes_the_tag_back(caller: Caller, scan: Path) -> None:
    caller.run("tag-page", scan, 1, 1, THEME, "--coder", "JB")
    caller.run("undo", scan)
    assert caller.json("tags", scan) == []
    caller.run("redo", scan)
    assert [tag["whole_page"] for tag in caller.json("tags", scan)] == [1]
