"""Word's XML in small pieces: runs, paragraphs, fields, links, tables, as text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape, quoteattr

from docx.oxml.ns import nsdecls

from caseview.exporters import word_styles as look

_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_TWIPS = 567
_SHORT = 12
_POINT_CM, _CELL_MARGINS_CM = 0.0353, 0.35
_ANY_FACE = 1.35  # the face of a house may be that much wider than ours
_NARROW, _WIDE = " fijlrt.,;:'()/-", "mwMW%"


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
    `about` is what is read out in place of the table; `has_total` makes the last row bold;
    `centred` lets a table that is wider than the text stand out at both sides alike.
    """

    widths: Sequence[float]
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    about: str
    words: int = 1
    has_total: bool = False
    centred: bool = False


def fitted(grid: Grid, room: float) -> Grid:
    """Return a table as wide as `room` in centimetres where it was wider.

    What a column has above its longest word is given up, so that no word is cut in two; where
    that is not enough, the table reaches into the margins by as much as it must.
    """
    over = sum(grid.widths) - room
    if over <= 0:
        return grid
    least = [
        _ANY_FACE * max(_word_cm(row[place]) for row in (grid.header, *grid.rows))
        for place in range(len(grid.widths))
    ]
    spare = [max(0.0, wide - need) for wide, need in zip(grid.widths, least, strict=True)]
    give = min(1.0, over / sum(spare)) if sum(spare) else 0.0
    widths = [wide - give * more for wide, more in zip(grid.widths, spare, strict=True)]
    return replace(grid, widths=tuple(widths), centred=sum(spare) < over)


def line_cm(words: str) -> float:
    """Return how wide a cell is about whose longest line is not broken, in centimetres."""
    return max(map(_wide_cm, words.split("\n")))


def _word_cm(words: str) -> float:
    return max(map(_wide_cm, words.split()), default=_CELL_MARGINS_CM)


def _wide_cm(words: str) -> float:
    """Return how wide words in bold are about, with a cell's margins."""
    return sum(map(_em, words)) * look.LEAST_POINTS * _POINT_CM + _CELL_MARGINS_CM


def _em(sign: str) -> float:
    if sign in _NARROW:
        return 0.33
    return 0.87 if sign in _WIDE else 0.72 if sign.isupper() else 0.58


def table(grid: Grid) -> str:
    """Return a table whose header row is repeated on each page and whose rows stay whole.

    A short table of numbers stays on one page.
    """
    keep = len(grid.rows) <= _SHORT and grid.words == 1
    widths = [round(width * _TWIPS) for width in grid.widths]
    last = "1" if grid.has_total else "0"
    centred = '<w:jc w:val="center"/>' * grid.centred
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    header = _row(grid.header, widths, grid, keep=True, header="<w:tblHeader/>")
    body = "".join(
        _row(row, widths, grid, keep=keep and place < len(grid.rows))
        for place, row in enumerate(grid.rows, start=1)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{look.TABLE_ID}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{centred}<w:tblLayout w:type="fixed"/>'
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
