"""LibreOffice opens the Word files that CaseView writes, and shows all of what is in them."""

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from lxml import etree

from caseview.exporters.word_summary import WordSummary
from caseview.exporters.word_table import WordTable

MARKING = "OFFICIAL-SENSITIVE"
LAID_OUT, PARTED = "pdf", "fodt"
HEADING = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}h"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}table"
TOP = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}table-header-rows"

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None,
    reason="needs LibreOffice, to open what was written: install libreoffice-writer",
)


@pytest.fixture(scope="module")
def made(invent: Callable[..., Any]) -> Any:
    return invent(12)


@pytest.fixture(scope="module")
def opened(made: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with a summary and a table as LibreOffice lays them out and reads them."""
    folder = tmp_path_factory.mktemp("office")
    WordSummary().write(made.summary, folder / "summary.docx", made.source, None)
    WordTable().write(made.table, made.evidence, made.info, folder / "table.docx")
    for ending in (LAID_OUT, PARTED):
        subprocess.run(  # noqa: S603 (a fixed command)
            [  # noqa: S607 (the program the mark looked for)
                "soffice",
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--norestore",
                "--convert-to",
                ending,
                "--outdir",
                str(folder),
                str(folder / "summary.docx"),
                str(folder / "table.docx"),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
    return folder


def pages(path: Path) -> list[str]:
    """Return the words of each page as it is laid out, spaces and breaks left out."""
    held = pypdfium2.PdfDocument(str(path))
    try:
        return [bare(page.get_textpage().get_text_range()) for page in held]
    finally:
        held.close()


def bare(words: str) -> str:
    return re.sub(r"[\s\ufffe]+", "", words)


def read(path: Path) -> Any:
    return etree.fromstring(path.read_bytes())


def said(element: Any) -> str:
    return bare("".join(element.itertext()))


def test_every_quote_stands_word_for_word_on_a_page(made: Any, opened: Path) -> None:
    whole = "".join(pages(opened / "summary.pdf"))
    assert made.summary.quotes
    for quote in made.summary.quotes:
        assert f"“{bare(quote.text)}”" in whole, quote.text
        assert bare(quote.place.reference) in whole


@pytest.mark.parametrize("name", ["summary", "table"])
def test_the_marking_stands_on_every_page(opened: Path, name: str) -> None:
    laid_out = pages(opened / f"{name}.pdf")
    assert laid_out
    assert all(page.count(MARKING) >= 1 for page in laid_out)


def test_headings_are_headings_and_tables_repeat_their_first_row(made: Any, opened: Path) -> None:
    summary = read(opened / "summary.fodt")
    headings = [said(one) for one in summary.iter(HEADING)]
    for section in made.summary.sections:
        assert bare(section.theme.name) in headings
    tables = list(summary.iter(TABLE))
    assert tables
    assert all(next(one.iter(TOP), None) is not None for one in tables)


def test_the_table_has_every_number(made: Any, opened: Path) -> None:
    words = said(read(opened / "table.fodt"))
    for axis, total in zip(made.table.rows, made.table.totals, strict=True):
        assert bare(axis.label) in words
        assert str(total.n) in words


def test_a_file_with_a_quote_that_was_altered_would_be_noticed(made: Any, opened: Path) -> None:
    quote = made.summary.quotes[0]
    other = replace(quote, text=quote.text.replace("Officers", "Nobody"))
    assert f"“{bare(other.text)}”" not in "".join(pages(opened / "summary.pdf"))
