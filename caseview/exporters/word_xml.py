"""Word's XML in small pieces: runs, paragraphs, fields, links, tables, as text."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from docx.oxml.ns import nsdecls

from caseview.exporters import word_styles as look

_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_TWIPS = 567
_SHORT = 12


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


def paragraph(style_id: str, *content: str, keep: bool = False, breaks: bool = False) -> str:
    """Return a paragraph in a style around runs, fields and links.

    With `keep` it stands on the same page as what follows; with `breaks` it begins a page.
    """
    kept = "<w:keepNext/>" * keep + "<w:pageBreakBefore/>" * breaks
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{kept}</w:pPr>{"".join(content)}</w:p>'


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
    """Return a table whose header row is repeated on each page and whose rows stay whole.

    A short table stays on one page.
    """
    keep = len(grid.rows) <= _SHORT
    widths = [round(width * _TWIPS) for width in grid.widths]
    last = "1" if grid.has_total else "0"
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    header = _row(grid.header, widths, grid, keep=True, header="<w:tblHeader/>")
    body = "".join(
        _row(row, widths, grid, keep=keep and place < len(grid.rows))
        for place, row in enumerate(grid.rows, start=1)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{look.TABLE_ID}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="04{"E" if grid.has_total else "A"}0" w:firstRow="1"'
        f' w:lastRow="{last}" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblDescription w:val={quoteattr(grid.about)}/></w:tblPr>"
        f"<w:tblGrid>{columns}</w:tblGrid>{header}{body}</w:tbl>"
    )


def _row(
    words: Sequence[str], widths: Sequence[int], grid: Grid, *, keep: bool, header: str = ""
) -> str:
    styles = [look.CELL if place < grid.words else look.NUMBER_CELL for place in range(len(words))]
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{paragraph(style.id, runs(text), keep=keep)}</w:tc>"
        for text, width, style in zip(words, widths, styles, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>"


def whole(element: str, blocks: Sequence[str]) -> str:
    """Return blocks inside one element ("w:body"), with every namespace they use."""
    return f"<{element} {nsdecls('w', 'r', 'wp', 'a', 'c')}>{''.join(blocks)}</{element}>"
