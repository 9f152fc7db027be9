"""Word's XML in small pieces: runs, paragraphs, fields, links, tables, as text."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from docx.oxml.ns import nsdecls

from caseview.exporters import word_styles as look

_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_TWIPS = 567


def runs(words: str, properties: str = "") -> str:
    """Return a run with these words exactly; line feeds become line breaks, tabs tabs."""
    parts, plain = [], ""
    for sign in words:
        if sign in _BREAKS:
            parts += [_text(plain), _BREAKS[sign]]
            plain = ""
        else:
            plain += sign
    body = "".join([*parts, _text(plain)])
    return f"<w:r>{properties and f'<w:rPr>{properties}</w:rPr>'}{body}</w:r>"


def _text(words: str) -> str:
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>' if words else ""


def paragraph(style_id: str, *content: str) -> str:
    """Return a paragraph in a style around runs, fields and links."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>{"".join(content)}</w:p>'


def field(instruction: str, shown: str) -> str:
    """Return a field that Word keeps up to date, with the result to show until then."""
    return f"{opened(instruction)}{runs(shown)}{closed()}"


def opened(instruction: str) -> str:
    """Return the start of a field, up to its shown result."""
    return (
        f'{_mark("begin")}<w:r><w:instrText xml:space="preserve"> {escape(instruction)} '
        f"</w:instrText></w:r>{_mark('separate')}"
    )


def closed() -> str:
    """Return the end of a field."""
    return _mark("end")


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def bookmark(number: int, name: str, content: str) -> str:
    """Return content under a bookmark; `number` is the bookmark's own in the document."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def link(name: str, content: str) -> str:
    """Return content that leads to a bookmark of the same document."""
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{content}</w:hyperlink>'


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to write: column widths in centimetres, a header row, rows.

    The first `words` columns hold words and stand left; the others hold numbers and stand right.
    `about` is what is read out in place of the table; `has_total` makes the last row bold.
    """

    widths: Sequence[float]
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    about: str
    words: int = 1
    has_total: bool = False


def table(grid: Grid) -> str:
    """Return a table whose header row is repeated on each page and whose rows stay whole."""
    widths = [round(width * _TWIPS) for width in grid.widths]
    last = "1" if grid.has_total else "0"
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    header = _row(grid.header, widths, grid.words, "<w:cantSplit/><w:tblHeader/>")
    body = "".join(_row(row, widths, grid.words, "<w:cantSplit/>") for row in grid.rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{look.TABLE_ID}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="04{"E" if grid.has_total else "A"}0" w:firstRow="1"'
        f' w:lastRow="{last}" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblDescription w:val={quoteattr(grid.about)}/></w:tblPr>"
        f"<w:tblGrid>{columns}</w:tblGrid>{header}{body}</w:tbl>"
    )


def _row(words: Sequence[str], widths: Sequence[int], left: int, properties: str) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{paragraph((look.CELL if place < left else look.NUMBER_CELL).id, runs(text))}</w:tc>"
        for place, (text, width) in enumerate(zip(words, widths, strict=True))
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def whole(element: str, blocks: Sequence[str]) -> str:
    """Return blocks inside one element ("w:body"), with every namespace they use."""
    return f"<{element} {nsdecls('w', 'r', 'wp', 'a', 'c')}>{''.join(blocks)}</{element}>"
