"""Web pages (.html): what the page says, without what a browser needs around it."""

import re
from collections.abc import Callable

from lxml import etree

from caseview.domain.document import DocumentText, ParagraphStyle
from caseview.domain.errors import ReadError
from caseview.readers.assemble import Piece, assemble
from caseview.readers.characters import decode, plain
from caseview.readers.contents import with_contents
from caseview.readers.limits import USUAL, Limits, check_size
from caseview.readers.noise import describes_picture
from caseview.readers.pseudo_headings import with_headings
from caseview.readers.tidy_breaks import made_whole
from caseview.readers.web_blocks import Element, WebWalk

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_PROLOGUE = re.compile(r"^\s*<\?xml[^>]{0,200}\?>", re.IGNORECASE)
_DECLARED_WITHIN = 4 * 1024


def read_web_page(data: bytes, limits: Limits = USUAL) -> DocumentText:
    """Return the document in a web page's bytes; nothing it points to is fetched.

    Headings, lists with the numbers a browser shows, quotes and tables (a row is one paragraph,
    see `tables.row_pieces`) are read; scripts, styles, menus, page headers and footers, hidden
    and struck-out words are left out, and a remark says so. Raises ReadError.
    """
    check_size(len(data), limits.plain_text)
    characters, remark = _characters(data)
    return page_of(characters, [remark] if remark else [])


def page_of(
    markup: str, remarks: list[str], change: Callable[[Piece], Piece] | None = None
) -> DocumentText:
    """Return the document in a page's markup, with `remarks` before our own.

    `change` is asked for what becomes of each paragraph.
    """
    root = _parsed(markup)
    walk = WebWalk()
    found = list(walk.pieces(root))
    if change is not None:
        found = [change(piece) for piece in found]
    if not any(piece.style is ParagraphStyle.HEADING and piece.level == 1 for piece in found):
        found = [*_title(root), *found]
    pieces = [piece for piece in with_headings(found) if not describes_picture(piece.text)]
    return assemble(made_whole(with_contents(pieces)), remarks=[*remarks, *walk.remarks()])


def _parsed(markup: str) -> Element:
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(_PROLOGUE.sub("", plain(markup)).encode("utf-8"), parser)
    except etree.XMLSyntaxError as broken:
        raise _nothing() from broken
    if root is None:
        raise _nothing()
    return root


def _nothing() -> ReadError:
    return ReadError(
        "This web page holds no words.", "Save the page again from the browser, as HTML or PDF."
    )


def _title(root: Element) -> list[Piece]:
    """Return the page's own title as its heading; what stands after a bar names the site."""
    found = root.find(".//head/title")
    words = (
        " ".join("".join(str(part) for part in found.itertext()).split())
        if found is not None
        else ""
    )
    words = re.split(r"\s[|–—]\s", words)[0].strip()
    return [Piece(words, ParagraphStyle.HEADING, 1)] if words else []


def _characters(data: bytes) -> tuple[str, str]:
    """Return the page's characters: in UTF-8 where they are sound in it, else as it declares."""
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        if declared is None:
            return decode(data)
    name = declared[1].decode("ascii").lower()
    # Browsers read "iso-8859-1" as the Western European encoding of Windows (WHATWG Encoding).
    name = "cp1252" if name in {"iso-8859-1", "latin1", "latin-1", "us-ascii"} else name
    try:
        return data.decode(name, errors="replace"), ""
    except LookupError:
        return decode(data)
