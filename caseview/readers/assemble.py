"""Puts pieces of text together into one document with exact places."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from caseview.domain.document import DocumentText, Line, Page, Paragraph, ParagraphStyle

PARAGRAPH_GAP = "\n\n"
"""What stands between two paragraphs of a document's text."""

LONGEST = 20_000
"""The most characters that one paragraph keeps."""

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_SIGN = "\N{BULLET}"

CELL_GAP = " | "
"""What stands between two cells of a table row: visible to the reader, no word to a search."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph before it has its place in the document.

    `lines` carry offsets into `text`; `size` is the height of its type (in one unit throughout a
    document, 0 unknown); `full` says that its last line reaches the margin, so that it may go on
    elsewhere; `aside` that it stands in a box beside the text; the rest is as in `Paragraph`.
    The number the page prints in front of a paragraph is in `printed` and not in `text`, whatever
    the format, so that a typed "5.12", a number Word counts for itself and a PDF's hanging number
    read alike.
    """

    text: str
    style: ParagraphStyle = ParagraphStyle.BODY
    level: int = 0
    printed: str = ""
    page: int | None = None
    bold: bool = False
    lines: tuple[Line, ...] = ()
    size: float = 0.0
    full: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page before its text has a place: number from 1, points, and what was left out."""

    number: int
    width: float = 0.0
    height: float = 0.0
    left_out: tuple[str, ...] = ()


def joined(pieces: Sequence[Piece], gap: str) -> tuple[str, tuple[Line, ...]]:
    """Return the words of `pieces` with `gap` between them, and their lines in the whole."""
    lines: list[Line] = []
    offset = 0
    for piece in pieces:
        lines.extend(moved(piece.lines, offset))
        offset += len(piece.text) + len(gap)
    return gap.join(piece.text for piece in pieces), tuple(lines)


def moved(lines: Iterable[Line], by: int) -> Iterator[Line]:
    """Yield `lines` with their offsets `by` further on."""
    if not by:
        yield from lines
        return
    for n in lines:
        yield Line(n.start + by, n.end + by, n.page, n.top, n.bottom, n.edges)


def assemble(
    pieces: Iterable[Piece], sheets: Sequence[Sheet] = (), remarks: Iterable[str] = ()
) -> DocumentText:
    """Return the document made of `pieces` in reading order; pieces without words are dropped.

    A page's text runs from its first line to the first line of the next page, so that a
    paragraph that crosses a page break belongs to both.
    """
    kept = [
        part
        for piece in pieces
        if piece.text and not piece.text.isspace()
        for part in _parted(_with_plain_signs(piece))
    ]
    paragraphs: list[Paragraph] = []
    lines: list[Line] = []
    offset = 0
    for number, piece in enumerate(kept, start=1):
        end = offset + len(piece.text)
        paragraphs.append(_paragraph(piece, offset, number))
        lines.extend(moved(piece.lines, offset))
        offset = end + len(PARAGRAPH_GAP)
    text = PARAGRAPH_GAP.join(piece.text for piece in kept)
    return DocumentText(
        text=text,
        paragraphs=tuple(paragraphs),
        pages=_pages(sheets, paragraphs, lines, len(text)),
        lines=tuple(lines),
        remarks=tuple(remarks),
    )


def _with_plain_signs(piece: Piece) -> Piece:
    """Return a piece whose characters of private use are bullets.

    They are the ticks, arrows and bullets of symbol fonts, for which there is no character; a
    search would take them for letters of the word beside them. One stands for one: places stay.
    """
    text = _PRIVATE.sub(_SIGN, piece.text)
    return piece if text == piece.text else replace(piece, text=text)


def _parted(piece: Piece) -> Iterator[Piece]:
    """Yield a piece, or the parts of one that is longer than any paragraph that people write.

    A file without line breaks is one such: it is parted at the end of a sentence where there is
    one, else between words. Pieces that know their lines stay whole.
    """
    while len(piece.text) > LONGEST and not piece.lines:
        end = piece.text.rfind(". ", 0, LONGEST) + 1
        end = end or piece.text.rfind(" ", 0, LONGEST)
        end = end if end > 0 else LONGEST
        yield replace(piece, text=piece.text[:end])
        piece = replace(piece, text=piece.text[end:].lstrip(), printed="")
    if piece.text:
        yield piece


def _paragraph(piece: Piece, start: int, number: int) -> Paragraph:
    return Paragraph(
        start=start,
        end=start + len(piece.text),
        number=number,
        page=piece.page,
        printed=piece.printed,
        style=piece.style,
        level=piece.level,
        bold=piece.bold,
    )


def _pages(
    sheets: Sequence[Sheet], paragraphs: Sequence[Paragraph], lines: Sequence[Line], length: int
) -> tuple[Page, ...]:
    first: dict[int, int] = {}
    for page, start in [(p.page, p.start) for p in paragraphs] + [(n.page, n.start) for n in lines]:
        if page is not None:
            first[page] = min(start, first.get(page, start))
    pages: list[Page] = []
    end = length
    for sheet in reversed(sheets):
        start = min(first.get(sheet.number, end), end)
        pages.append(Page(sheet.number, start, end, sheet.width, sheet.height, sheet.left_out))
        end = start
    return tuple(reversed(pages))
