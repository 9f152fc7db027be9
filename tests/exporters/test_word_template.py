"""A house template keeps its styles, head and foot, and gains ours where it has none."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Pt

from caseview.domain.errors import ExportError
from caseview.exporters.word_summary import WordSummary


@pytest.fixture
def house(tmp_path: Path) -> Path:
    document = docx.Document()
    document.styles["Heading 1"].font.size = Pt(31)
    document.styles["Heading 1"].font.name = "Georgia"
    document.sections[0].header.paragraphs[0].text = "Northmoor Constabulary"
    document.add_paragraph("Write here.")
    path = tmp_path / "house.docx"
    document.save(str(path))
    return path


def test_the_house_style_is_kept(invent: Callable[..., Any], house: Path, tmp_path: Path) -> None:
    invented = invent(6)
    path = tmp_path / "summary.docx"
    WordSummary().write(invented.summary, path, invented.source, house)
    document = docx.Document(str(path))
    assert document.styles["Heading 1"].font.size == Pt(31)
    assert "Write here." not in [p.text for p in document.paragraphs]
    head = [paragraph.text for paragraph in document.sections[0].header.paragraphs]
    assert head == ["OFFICIAL-SENSITIVE", "Northmoor Constabulary"]
    lines = [p.text for p in document.paragraphs if p.style and p.style.name == "toc 1"]
    assert lines[0] == "Key figures"


@pytest.mark.parametrize("content", [None, b"", b"no Word file"])
def test_a_template_that_is_none_is_refused(
    invent: Callable[..., Any], tmp_path: Path, content: bytes | None
) -> None:
    template = tmp_path / "house.docx"
    if content is not None:
        template.write_bytes(content)
    invented = invent(2)
    with pytest.raises(ExportError, match=r"The template .*house\.docx.* cannot be (used|found)"):
        WordSummary().write(invented.summary, tmp_path / "a.docx", invented.source, template)
    assert not (tmp_path / "a.docx").exists()
