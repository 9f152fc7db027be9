"""PDF documents: PDFium finds the characters, the tidy modules make paragraphs of them."""

from collections.abc import Callable, Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from caseview.domain.document import DocumentText
from caseview.domain.errors import ReadError
from caseview.readers.assemble import Sheet, assemble
from caseview.readers.limits import USUAL, Limits, check_pages, check_size, no_pages
from caseview.readers.pdf_page import Box, Place, page_strips
from caseview.readers.pdf_rules import page_rules
from caseview.readers.strips import Layout
from caseview.readers.tidy_pages import paragraphs_of

Tell = Callable[[int], None]
"""Told how many pages a document has, before they are read."""

_COPY = "Try opening it in a PDF reader, then save a new copy; or ask the sender for it again."
_END = b"%%EOF"
_END_WITHIN = 8 * 1024
_FEW_LETTERS = 20
_MANY_LETTERS = 200
_SHOWN = 10


def read_pdf(data: bytes, limits: Limits = USUAL, tell: Tell | None = None) -> DocumentText:
    """Return the document in a PDF's bytes; pages without text for a scan without text layer.

    Lines have the exact edge of each character in points from the top left of their page.
    Running heads, feet and page numbers are in `Page.left_out` and not in the text; the printed
    number of a paragraph is in `printed` and not in the text. Raises ReadError in plain words.
    """
    check_size(len(data), limits.file)
    document = _open(data)
    try:
        pages = len(document)
        check_pages(pages, limits.pages)
        if tell is not None:
            tell(pages)
        layouts = [_layout(document, index, limits) for index in range(pages)]
    finally:
        document.close()
    letters = [sum(len(strip.text) for strip in layout.strips) for layout in layouts]
    pieces = paragraphs_of(layouts)
    sheets = [Sheet(n.number, n.width, n.height, tuple(n.left_out)) for n in layouts]
    return assemble(pieces, sheets, _remarks(letters))


def _open(data: bytes) -> pdfium.PdfDocument:
    # PDFium says nothing at all of a document without pages and leaves its last word standing:
    # asking it for a file without a name makes that word one which bytes never bring about.
    raw.FPDF_LoadDocument(b"", None)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as trouble:
        raise _refusal(trouble) from trouble
    if _END not in data[-_END_WITHIN:]:
        document.close()
        raise ReadError(
            "The file stops before its end: part of it is missing. Nothing was imported from it.",
            _COPY,
        )
    return document


def _refusal(trouble: pdfium.PdfiumError) -> ReadError:
    """Return what PDFium's refusal to open a file means."""
    if trouble.err_code == raw.FPDF_ERR_FILE:
        return no_pages()
    if trouble.err_code == raw.FPDF_ERR_PASSWORD:
        return ReadError("Needs a password.", "Ask the sender for a copy without one.")
    if trouble.err_code == raw.FPDF_ERR_SECURITY:
        return ReadError(
            "The file is locked in a way CaseView cannot open.",
            "Ask the sender for a copy without protection.",
        )
    return ReadError("The file is damaged. Nothing was imported from it.", _COPY)


def _layout(document: pdfium.PdfDocument, index: int, limits: Limits) -> Layout:
    try:
        page = document[index]
        text_page = page.get_textpage()
    except pdfium.PdfiumError as trouble:
        raise ReadError(_damaged_after(index), _COPY) from trouble
    try:
        width, height = page.get_size()
        place = _placing(page)
        strips = page_strips(text_page.raw, index + 1, place, limits.marks_on_page)
        rules = page_rules(page.raw, place, width, height)
        return Layout(index + 1, width, height, strips, rules)
    finally:
        text_page.close()
        page.close()


def _damaged_after(pages: int) -> str:
    place = f"after page {pages}" if pages else "from its first page on"
    return f"The file is damaged {place}. Nothing was imported from it."


def _placing(page: pdfium.PdfPage) -> Place:
    """Return what turns a page's own coordinates into points from its top left as shown."""
    left, bottom, right, top = page.get_bbox()
    turned = page.get_rotation()

    def upright(a: float, b: float, c: float, d: float) -> Box:
        return a - left, top - d, c - left, top - b

    def clockwise(a: float, b: float, c: float, d: float) -> Box:
        return b - bottom, a - left, d - bottom, c - left

    def upside_down(a: float, b: float, c: float, d: float) -> Box:
        return right - c, b - bottom, right - a, d - bottom

    def anticlockwise(a: float, b: float, c: float, d: float) -> Box:
        return top - d, right - c, top - b, right - a

    return {0: upright, 90: clockwise, 180: upside_down, 270: anticlockwise}[turned]


def _remarks(letters: list[int]) -> Iterator[str]:
    """Yield what is to be said of pages without words among pages with words."""
    if max(letters) < _MANY_LETTERS:
        return
    bare = [number for number, count in enumerate(letters, start=1) if count < _FEW_LETTERS]
    if not bare:
        return
    shown = ", ".join(str(number) for number in bare[:_SHOWN]) + " …" * (len(bare) > _SHOWN)
    if len(bare) == 1:
        yield f"Page {shown} has almost no text: it may be blank, a picture or a scan."
    else:
        yield f"{len(bare)} pages have almost no text ({shown}): blank, pictures or scans."
