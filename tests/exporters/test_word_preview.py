"""What is previewed is what is written: block by block, table by table, word for word."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest

from caseview.domain.preview import BlockKind
from caseview.domain.summary import Part
from caseview.exporters.word_summary import WordSummary

Invent = Callable[..., Any]


@pytest.fixture
def invented(invent: Invent) -> Any:
    return invent(12)


def words(file: Any) -> list[str]:
    return [p.text.strip() for p in file.paragraphs if p.text.strip()]


def test_the_preview_holds_every_word_and_every_table_of_the_file(
    invented: Any, tmp_path: Path
) -> None:
    path = tmp_path / "summary.docx"
    WordSummary().write(invented.summary, path, invented.source, None)
    file = docx.Document(str(path))
    blocks = WordSummary().preview(invented.summary, None)
    shown = "\n".join(block.words for block in blocks).replace("\t", " ")
    for paragraph in words(file):
        assert paragraph.replace("\t", " ") in shown
    tables = [block.rows for block in blocks if block.kind is BlockKind.TABLE]
    assert [(len(rows), len(rows[0])) for rows in tables] == [
        (len(table.rows), len(table.columns)) for table in file.tables
    ]
    assert tables[0][0][0] == file.tables[0].rows[0].cells[0].text
    marks = [block.words for block in blocks if block.kind is BlockKind.MARKING]
    assert marks == ([invented.summary.marking] if invented.summary.marking else [])


def test_key_points_stand_first_and_parts_left_out_are_nowhere(invented: Any) -> None:
    asked = replace(
        invented.summary,
        key_points=("Ask one more question.",),
        left_out=frozenset({Part.GOOD_PRACTICE, Part.REVIEWS, Part.HOW_OFTEN}),
    )
    blocks = WordSummary().preview(asked, None)
    headings = [b.words for b in blocks if b.kind in {BlockKind.HEADING_1, BlockKind.HEADING_2}]
    assert headings[0] == "1  Key points"
    assert not [h for h in headings if "Good practice" in h or "Reviews counted" in h]
    assert not [b for b in blocks if b.kind is BlockKind.GOOD_PRACTICE]
    assert "Ask one more question." in [b.words for b in blocks if b.kind is BlockKind.BULLET]
    assert any("How this was made" in heading for heading in headings)
