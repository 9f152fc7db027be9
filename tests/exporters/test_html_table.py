"""A cross-tab as a web page reads with no script, fetches nothing and holds the same numbers."""

from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from caseview.domain.crosstab import Axis
from caseview.exporters.html_table import HtmlTable

NASTY = "<script>alert(1)</script>"


class Reader(HTMLParser):
    """Gathers the tags, and the words of each row of the table."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.rows: list[list[str]] = []

    @override
    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in {"th", "td"}:
            self.rows[-1].append("")

    @override
    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1] and "</table>" not in self.tags:
            self.rows[-1][-1] += data

    @override
    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"</{tag}>")


@pytest.fixture
def invented(invent: Callable[..., Any]) -> Any:
    return invent(24)


def read(invented: Any, path: Path) -> tuple[str, Reader]:
    HtmlTable().write(invented.table, invented.evidence, invented.info, path)
    text, reader = path.read_text(encoding="utf-8"), Reader()
    reader.feed(text)
    return text, reader


def test_the_numbers_and_the_words_around_them_are_there(invented: Any, tmp_path: Path) -> None:
    text, reader = read(invented, tmp_path / "t.html")
    table = invented.table
    for row, cells in zip(reader.rows[1:], table.cells, strict=False):
        assert [cell.split()[0] for cell in row[1:-1]] == [str(cell.n) for cell in cells]
    assert "OFFICIAL-SENSITIVE" in text
    assert "24 reviews" in text
    assert invented.evidence.items[0].quote.place.reference in text
    assert text.count("<blockquote>") == len(invented.evidence.items)


def test_nothing_runs_and_nothing_is_fetched(invented: Any, tmp_path: Path) -> None:
    rows = (Axis("x", NASTY, 5), *invented.table.rows[1:])
    nasty = replace(invented, table=replace(invented.table, rows=rows))
    text, reader = read(nasty, tmp_path / "t.html")
    assert not {"script", "link", "img", "iframe", "a", "object"} & set(reader.tags)
    assert "default-src 'none'" in text
    assert NASTY not in text
    assert reader.rows[1][0] == NASTY, "the words are shown, not run"
