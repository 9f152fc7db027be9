"""Reads a Word file that we made back as blocks, so that what is previewed is what is written."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from caseview.domain.preview import Block, BlockKind
from caseview.exporters import word_styles as look

_KINDS = {
    look.TITLE.name: BlockKind.TITLE,
    look.SUBTITLE.name: BlockKind.SUBTITLE,
    look.HEADING_1.name: BlockKind.HEADING_1,
    look.HEADING_2.name: BlockKind.HEADING_2,
    look.BULLET.name: BlockKind.BULLET,
    look.CONTENTS_TITLE.name: BlockKind.CONTENTS,
    look.CONTENTS_1.name: BlockKind.CONTENTS,
    look.CONTENTS_2.name: BlockKind.CONTENTS,
    look.CAPTION.name: BlockKind.CAPTION,
    look.BOX.name: BlockKind.BOX,
    look.NOTE.name: BlockKind.NOTE,
    look.QUOTE.name: BlockKind.QUOTE,
    look.GOOD.name: BlockKind.GOOD_PRACTICE,
    look.QUOTE_SOURCE.name: BlockKind.REFERENCE,
    look.GOOD_SOURCE.name: BlockKind.REFERENCE,
    look.SOURCE.name: BlockKind.SOURCE,
}
_SAID = {name.casefold(): kind for name, kind in _KINDS.items()}


def blocks_of(file: bytes) -> tuple[Block, ...]:
    """Return the blocks of a file made by `word_page`, the marking of its pages first.

    Numbers of headings are as Word will show them. Empty paragraphs are left out.
    """
    document = docx.Document(BytesIO(file))
    return (*_marking(document), *_numbered(_blocks(document)))


def _marking(document: Document) -> Iterator[Block]:
    words = " ".join(p.text for p in document.sections[0].header.paragraphs if p.text.strip())
    if words:
        yield Block(BlockKind.MARKING, words)


def _blocks(document: Document) -> Iterator[Block]:
    for element in document.element.body:
        if element.tag == qn("w:tbl"):
            rows = Table(element, document).rows
            yield Block(BlockKind.TABLE, rows=tuple(_cells(row._tr) for row in rows))  # noqa: SLF001 - cells merge nothing here, and the element is far quicker
        elif element.tag == qn("w:p"):
            yield from _of_paragraph(Paragraph(element, document))


def _cells(row: Any) -> tuple[str, ...]:
    return tuple(_words(cell) for cell in row.iterchildren(qn("w:tc")))


def _words(element: Any) -> str:
    """Return the words of an element with those of links and fields, which `.text` leaves out."""
    text = qn("w:t")
    return "".join(
        (node.text or "") if node.tag == text else " "
        for node in element.iter(text, qn("w:tab"), qn("w:br"))
    )


def _of_paragraph(paragraph: Paragraph) -> Iterator[Block]:
    element = paragraph._p  # noqa: SLF001 - links and drawings are not in python-docx's own view
    for drawing in element.iter(qn("wp:docPr")):
        yield Block(BlockKind.CHART, drawing.get("descr", ""))
    if words := _words(element).strip():
        style = paragraph.style
        name = (style.name or "").casefold() if style is not None else ""
        yield Block(_SAID.get(name, BlockKind.PARAGRAPH), words)


def _numbered(blocks: Iterator[Block]) -> Iterator[Block]:
    first = second = 0
    for block in blocks:
        if block.kind is BlockKind.HEADING_1:
            first, second = first + 1, 0
            yield Block(block.kind, f"{first}  {block.words}")
        elif block.kind is BlockKind.HEADING_2:
            second += 1
            yield Block(block.kind, f"{first}.{second}  {block.words}")
        else:
            yield block
