"""A house template keeps its styles, head and foot, and gains ours where it has none."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Cm, Pt

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


@pytest.fixture
def narrow(tmp_path: Path) -> Path:
    """Return a template with little room, another head on its first page, and a small copy."""
    document = docx.Document()
    section = document.sections[0]
    section.left_margin = section.right_margin = Cm(4)
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "First page of the house"
    document.settings.odd_and_even_pages_header_footer = True
    path = tmp_path / "narrow.docx"
    document.save(str(path))
    return path


def test_the_marking_stands_on_first_and_even_pages_too(
    invent: Callable[..., Any], narrow: Path, tmp_path: Path
) -> None:
    invented = invent(6)
    path = tmp_path / "summary.docx"
    WordSummary().write(invented.summary, path, invented.source, narrow)
    section = docx.Document(str(path)).sections[0]
    for part in (
        section.header, section.first_page_header, section.even_page_header,
        section.footer, section.first_page_footer, section.even_page_footer,
    ):  # fmt: skip
        assert part.paragraphs[0].text == "OFFICIAL-SENSITIVE"
    assert section.first_page_header.paragraphs[1].text == "First page of the house"


def test_what_is_added_takes_the_face_of_the_house_and_the_room_of_its_page(
    invent: Callable[..., Any], narrow: Path, tmp_path: Path
) -> None:
    invented = invent(6)
    path = tmp_path / "summary.docx"
    WordSummary().write(invented.summary, path, invented.source, narrow)
    document: Any = docx.Document(str(path))
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    assert document.styles["CaseView cell"].font.name is None
    assert document.styles["CaseView cell"].font.size == Pt(12)
    for table in document.tables:
        wide = sum(column.width for column in table.columns)
        assert wide <= room + Cm(0.01) or table.alignment == WD_TABLE_ALIGNMENT.CENTER
        assert wide < section.page_width
    assert all(shape.width <= room for shape in document.inline_shapes)


def test_no_second_copy_of_the_styles_is_left_to_differ(
    invent: Callable[..., Any], house: Path, tmp_path: Path
) -> None:
    invented = invent(2)
    path = tmp_path / "summary.docx"
    WordSummary().write(invented.summary, path, invented.source, house)
    assert "word/stylesWithEffects.xml" in ZipFile(house).namelist()
    assert "word/stylesWithEffects.xml" not in ZipFile(path).namelist()


def test_a_word_template_is_as_good_as_a_document(
    invent: Callable[..., Any], house: Path, tmp_path: Path
) -> None:
    template = tmp_path / "house.dotx"
    with ZipFile(house) as source, ZipFile(template, "w") as target:
        for name in source.namelist():
            main = b"wordprocessingml.document.main+xml"
            other = b"wordprocessingml.template.main+xml"
            target.writestr(name, source.read(name).replace(main, other))
    invented = invent(2)
    path = tmp_path / "summary.docx"
    WordSummary().write(invented.summary, path, invented.source, template)
    assert docx.Document(str(path)).styles["Heading 1"].font.size == Pt(31)
