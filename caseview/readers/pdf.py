"""PDF documents: PDFium finds the characters, the tidy modules make paragraphs of them."""

from collections.abc import Iterator
from dataclasses import replace

import pypdfium2 as pdfium
from pypdfium2 import raw

from caseview.domain.document import DocumentText
from caseview.domain.errors import ReadError
from caseview.readers.assemble import Piece, Sheet, assemble
from caseview.readers.limits import USUAL, Limits, check_pages, check_size, no_pages
from caseview.readers.pdf_page import page_strips
from caseview.readers.pdf_rules import page_rules
from caseview.readers.pdf_scans import read_scans
from caseview.readers.pdf_turn import placing, text_turn, upright_size
from caseview.readers.strips import Layout
from caseview.readers.telling import Tell, to_nobody
from caseview.readers.tidy_pages import paragraphs_of

_COPY = "Try opening it in a PDF reader, then save a new copy; or ask the sender for it again."
_END = b"%%EOF"
_END_WITHIN = 8 * 1024
_FEW_LETTERS = 20
_MANY_LETTERS = 200
_SHOWN = 10
_FILLED = {raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT}


def read_pdf(data: bytes, limits: Limits = USUAL, tell: Tell = to_nobody) -> DocumentText:
    """Return the document in a PDF's bytes.

    Scanned pages are read by Tesseract, where this computer has it, with `word_confidence` for
    their words; else they are pages without text.

    Lines have the exact edge of each character in points from the top left of their page as it
    is shown; text that stands sideways on it is read and has no lines.
    Running heads, feet and page numbers are in `Page.left_out` and not in the text; the printed
    number of a paragraph is in `printed` and not in the text. Raises ReadError in plain words.
    """
    check_size(len(data), limits.file)
    document = _open(data)
    try:
        pages = len(document)
        check_pages(pages, limits.pages)
        tell(pages)
        layouts = [_layout(document, index, limits) for index in range(pages)]
        scans = read_scans(document, layouts, limits, tell)
    finally:
        document.close()
    letters = [sum(len(strip.text) for strip in layout.strips) for layout in layouts]
    cut = [layout.number for layout in layouts if layout.cut]
    sideways = {layout.number for layout in layouts if layout.sideways}
    pieces = [_without_lines_of(sideways, piece) for piece in paragraphs_of(layouts)]
    sheets = [Sheet(n.number, *n.shown, tuple(n.left_out)) for n in layouts]
    remarks = [*scans.remarks(), *_remarks(letters), *_cut_remarks(cut, limits)]
    read = assemble(pieces, sheets, remarks)
    return replace(read, word_confidence=tuple(scans.sure.of(read.text, read.lines)))


def _without_lines_of(pages: set[int], piece: Piece) -> Piece:
    """Return a paragraph without its lines on pages whose text does not stand as it is shown."""
    if not pages:
        return piece
    return replace(piece, lines=tuple(line for line in piece.lines if line.page not in pages))


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
        page = _with_fields(document, index)
        text_page = page.get_textpage()
    except pdfium.PdfiumError as trouble:
        raise ReadError(_damaged_after(index), _COPY) from trouble
    try:
        shown = page.get_rotation()
        turn = text_turn(text_page.raw)
        turn = shown if turn is None else turn
        layout = Layout(index + 1, *upright_size(page, turn), shown=page.get_size())
        place = placing(page, turn)
        layout.strips, layout.left_out = page_strips(
            text_page.raw, (index + 1, turn), place, limits.marks_on_page
        )
        layout.rules = page_rules(page.raw, place, layout.width, layout.height)
        layout.sideways = turn != shown
        layout.cut = raw.FPDFText_CountChars(text_page.raw) > limits.marks_on_page
        return layout
    finally:
        text_page.close()
        page.close()


def _with_fields(document: pdfium.PdfDocument, index: int) -> pdfium.PdfPage:
    """Return a page with what was filled into its form fields and text boxes as part of it."""
    page = document[index]
    marks = (_mark_type(page, number) for number in range(raw.FPDFPage_GetAnnotCount(page.raw)))
    if not any(mark in _FILLED for mark in marks):
        return page
    raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
    page.close()
    return document[index]


def _mark_type(page: pdfium.PdfPage, number: int) -> int:
    mark = raw.FPDFPage_GetAnnot(page.raw, number)
    try:
        return int(raw.FPDFAnnot_GetSubtype(mark))
    finally:
        raw.FPDFPage_CloseAnnot(mark)


def _damaged_after(pages: int) -> str:
    place = f"after page {pages}" if pages else "from its first page on"
    return f"The file is damaged {place}. Nothing was imported from it."


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


def _cut_remarks(pages: list[int], limits: Limits) -> Iterator[str]:
    for page in pages:
        yield (
            f"Page {page} holds more than {limits.marks_on_page:,} characters; what is beyond them"
            " was not read."
        )
