"""Make a Word document from a parsed sample source.

Headings, lists and tables use Word's own styles, so that a reader meets them as in real reports.
The file is written with fixed properties and times: the same source gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from docx.section import Section
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph
    from sample_source import Block, Source

NOTICE = "Invented sample document"
_TITLE_SIZES = {"org": 15, "title": 24, "sub": 15, "line": 11, "note": 9}
_MARKS = re.compile(r"(\*\*.+?\*\*|\*.+?\*)")


def write_docx(source: Source, path: Path) -> None:
    """Write the document made from a source."""
    document = docx.Document()
    _set_styles(document, source)
    _Writer(document, source).write()
    _set_properties(document, source)
    buffer = io.BytesIO()
    document.save(buffer)
    _rewrite(buffer, path, source)


class _Writer:
    """Lays the blocks of one source into a document."""

    def __init__(self, document: Document, source: Source) -> None:
        self._document = document
        self._source = source
        self._place: Document | _Cell = document
        self._numbering = 0
        self._has_title_page = any(block.kind == "break" for block in source.blocks)

    def write(self) -> None:
        """Write every block, then the running head and foot."""
        _set_page(self._document.sections[0])
        for block in self._source.blocks:
            self._write_block(block)
        _set_head_and_foot(self._document.sections[0], self._source)

    def _write_block(self, block: Block) -> None:
        """Write one block by its kind."""
        if block.kind == "break":
            self._end_title_page()
        elif block.kind == "box":
            self._open_box(block)
        elif block.kind == "table":
            self._table(block)
        elif block.kind == "heading":
            self._document.add_paragraph(block.text, style=f"Heading {block.level}")
        elif block.kind in _TITLE_SIZES:
            self._title_line(block)
        else:
            self._paragraph(block)

    def _paragraph(self, block: Block) -> None:
        """Write running text, a list item, a set-off passage or a right-hand line."""
        quote = "Intense Quote" if self._has_title_page else "Quote"
        styles = {"bullet": "List Bullet", "number": "List Number", "quote": quote}
        paragraph = self._place.add_paragraph(style=styles.get(block.kind))
        _add_runs(paragraph, block.text)
        if block.kind == "number":
            self._number(paragraph, block.level)
        if block.kind == "right":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if block.kind == "right" or (block.tight and not self._source.has_boxes):
            paragraph.paragraph_format.space_after = Pt(0)

    def _title_line(self, block: Block) -> None:
        """Write a line of the title block."""
        paragraph = self._document.add_paragraph()
        run = paragraph.add_run(block.text)
        run.font.size = Pt(_TITLE_SIZES[block.kind])
        run.bold = block.kind in {"org", "title"}
        run.italic = block.kind == "note"
        if block.kind != "note":
            run.font.color.rgb = RGBColor.from_string(self._source.settings["colour"])
        if self._has_title_page:
            paragraph.paragraph_format.space_before = Pt(60 if block.kind == "title" else 18)
        elif block.kind == "title":
            run.font.size = Pt(14)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def _end_title_page(self) -> None:
        """Start a new page, in columns where the source asks for them."""
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        section.different_first_page_header_footer = False
        columns = self._source.settings.get("columns", "1")
        element = section._sectPr.find(qn("w:cols"))  # noqa: SLF001 - no public way to columns
        if element is None:
            element = OxmlElement("w:cols")
            section._sectPr.append(element)  # noqa: SLF001
        element.set(qn("w:num"), columns)
        element.set(qn("w:space"), "560")

    def _open_box(self, block: Block) -> None:
        """Begin a numbered box: a table row if the layout is boxed, otherwise a heading line."""
        if self._source.settings.get("layout") != "boxed":
            paragraph = self._document.add_paragraph()
            paragraph.paragraph_format.space_before = Pt(8)
            paragraph.paragraph_format.keep_with_next = True
            paragraph.add_run(f"{block.level}\t{block.text}").bold = True
            return
        tables = self._document.tables
        table = tables[0] if tables else self._document.add_table(0, 2, style="Table Grid")
        number, body = table.add_row().cells
        _set_widths(table, [1.2, 15.3])
        number.paragraphs[0].add_run(str(block.level)).bold = True
        body.paragraphs[0].add_run(block.text).bold = True
        self._place = body

    def _table(self, block: Block) -> None:
        """Write a table whose first row is its heading."""
        table = self._document.add_table(0, len(block.rows[0]), style="Table Grid")
        for index, row in enumerate(block.rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                _add_runs(cell.paragraphs[0], f"**{text}**" if index == 0 else text)
                cell.paragraphs[0].paragraph_format.space_after = Pt(2)
        _set_widths(table, _column_widths(block))
        self._document.add_paragraph()

    def _number(self, paragraph: Paragraph, number: int) -> None:
        """Count this item, starting a new count at 1."""
        numbering = self._document.part.numbering_part.element
        if number == 1:
            style = self._document.styles["List Number"].element
            base = style.xpath("w:pPr/w:numPr/w:numId/@w:val")[0]
            abstract = numbering.xpath(f'w:num[@w:numId="{base}"]/w:abstractNumId/@w:val')[0]
            made = numbering.add_num(int(abstract))
            made.add_lvlOverride(0).add_startOverride(1)
            self._numbering = made.numId
        holder: Any = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - no public way to numbering
        properties = holder.get_or_add_numPr()
        properties.get_or_add_numId().val = self._numbering
        properties.get_or_add_ilvl().val = 0


def _column_widths(block: Block) -> list[float]:
    """Share a line of 16.5 cm by what each column holds, breaking no word."""
    columns = list(zip(*block.rows, strict=True))
    least = [0.6 + 0.22 * max(map(len, " ".join(cells).split())) for cells in columns]
    lengths = [min(60, max(map(len, cells))) for cells in columns]
    share = (16.5 - sum(least)) / sum(lengths)
    return [floor + share * length for floor, length in zip(least, lengths, strict=True)]


def _set_widths(table: Table, widths: list[float]) -> None:
    """Fix the width of each column, in centimetres."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def _add_runs(paragraph: Paragraph, text: str) -> None:
    """Add text, with **bold** and *italic* passages as such."""
    for piece in _MARKS.split(text):
        if piece.startswith("**"):
            paragraph.add_run(piece.strip("*")).bold = True
        elif piece.startswith("*"):
            paragraph.add_run(piece.strip("*")).italic = True
        elif piece:
            paragraph.add_run(piece)


def _set_styles(document: Document, source: Source) -> None:
    """Give the document the house style named in its settings."""
    colour = RGBColor.from_string(source.settings["colour"])
    sizes = {"Normal": 11, "Heading 1": 16, "Heading 2": 13, "Heading 3": 11}
    for name in ("Header", "Footer"):
        document.styles[name].font.size = Pt(8)
    for name, size in sizes.items():
        style = document.styles[name]
        style.font.name = source.settings["font"]
        style.font.size = Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[attribute]
        if name != "Normal":
            style.font.color.rgb = colour
    document.styles["Intense Quote"].font.color.rgb = colour
    document.styles["Normal"].paragraph_format.space_after = Pt(7)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    document.styles["Normal"].element.get_or_add_rPr().append(language)


def _set_page(section: Section) -> None:
    """Use A4 with ordinary margins."""
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.25)
    section.top_margin = section.bottom_margin = Cm(2.2)


def _set_head_and_foot(section: Section, source: Source) -> None:
    """Set the running head from the second page, and the foot with page numbers on all."""
    section.different_first_page_header_footer = True
    head = section.header.paragraphs[0]
    head.text = source.settings["head"]
    head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for foot in (section.footer.paragraphs[0], section.first_page_footer.paragraphs[0]):
        foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
        foot.add_run(f"{NOTICE}  |  Page ")
        _add_field(foot, "PAGE")
        foot.add_run(" of ")
        _add_field(foot, "NUMPAGES")


def _add_field(paragraph: Paragraph, code: str) -> None:
    """Add a field that Word fills in, such as the page number."""
    run = paragraph.add_run()
    for kind in ("begin", "text", "separate", "value", "end"):
        if kind in {"text", "value"}:
            element = OxmlElement("w:instrText" if kind == "text" else "w:t")
            element.text = f" {code} " if kind == "text" else "1"
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)  # noqa: SLF001 - no public way to fields


def _set_properties(document: Document, source: Source) -> None:
    """Give the file clean properties."""
    moment = datetime.combine(source.date, datetime.min.time(), tzinfo=UTC)
    properties = document.core_properties
    properties.author = properties.last_modified_by = source.settings["author"]
    properties.title = source.settings["title"]
    properties.subject = NOTICE
    properties.comments = properties.keywords = properties.category = ""
    properties.created = properties.modified = moment
    properties.language = "en-GB"
    properties.revision = 1


def _rewrite(buffer: io.BytesIO, path: Path, source: Source) -> None:
    """Write the package again with fixed times and without the template's thumbnail."""
    day = source.date
    stamp = (day.year, day.month, day.day, 9, 0, 0)
    with zipfile.ZipFile(buffer) as made, zipfile.ZipFile(path, "w") as clean:
        for name in made.namelist():
            data = made.read(name)
            if name == "_rels/.rels":
                data = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", data)
            if "thumbnail" not in name:
                entry = zipfile.ZipInfo(name, stamp)
                entry.compress_type = zipfile.ZIP_DEFLATED
                clean.writestr(entry, data)
