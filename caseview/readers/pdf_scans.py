"""Which pages of a PDF are pictures of text, and their words where they can be read."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pypdfium2 as pdfium
from pypdfium2 import raw

from caseview.readers.limits import Limits
from caseview.readers.scan import Picture, picture_of, recogniser
from caseview.readers.scan_lines import Confidences, OcrWord, strips_of
from caseview.readers.strips import Layout, Rules, Strip
from caseview.readers.telling import Tell

_FEW_LETTERS = 20
_STAMP_LETTERS = 200
_MOST_OF_PAGE = 0.5
_MOST_OBJECTS = 2_000


@dataclass(slots=True)
class Scans:
    """What became of the scanned pages: how sure each word is, pages read, pages given up."""

    sure: Confidences = field(default_factory=Confidences)
    read: list[int] = field(default_factory=list)
    late: list[int] = field(default_factory=list)

    def remarks(self) -> Iterator[str]:
        """Yield what is to be said of them."""
        if self.read:
            what = (
                "1 page is a scan" if len(self.read) == 1 else f"{len(self.read)} pages are scans"
            )
            yield f"{what}; the words were read by text recognition and may hold mistakes."
        for page in self.late:
            yield f"Page {page} is a scan whose words could not be read in the time it was given."


def read_scans(
    document: pdfium.PdfDocument,
    layouts: Sequence[Layout],
    limits: Limits,
    tell: Tell,
) -> Scans:
    """Put the words of scanned pages into their layouts; without Tesseract leave them as they are.

    A page is one when it has almost no text but something on it, or little text over a picture
    of most of the page. `tell` hears how many pages' time they are worth,
    and of each one that is read.
    """
    scans = Scans()
    pages = [layout for layout in layouts if _is_scan(document, layout)]
    reader = recogniser(limits) if pages else None
    if reader is None:
        return scans
    worth = len(layouts) + limits.scan_pages * len(pages)
    tell(worth, 0, len(pages))
    found: dict[int, list[OcrWord]] = {}
    pictures = (_picture(document, layout.number) for layout in pages)
    for done, words in enumerate(reader.words(pictures), start=1):
        layout = pages[done - 1]
        if words is None:
            scans.late.append(layout.number)
        elif sum(len(word.text) for word in words) > _letters(layout):
            found[layout.number] = words
        tell(worth, done, len(pages))
    strips = strips_of(found)
    for layout in pages:
        if layout.number in found:
            _put(layout, strips[layout.number])
            scans.sure.keep(layout.number, found[layout.number])
            scans.read.append(layout.number)
    return scans


def _picture(document: pdfium.PdfDocument, number: int) -> Picture | None:
    """Return the picture of a page, None where it cannot be painted."""
    try:
        page = document[number - 1]
        try:
            return picture_of(page)
        finally:
            page.close()
    except pdfium.PdfiumError:
        return None


def _put(layout: Layout, strips: list[Strip]) -> None:
    """Put words that were read off the page as it is shown in the place of its own."""
    layout.width, layout.height = layout.shown
    layout.strips = strips
    layout.rules, layout.left_out = Rules(), []
    layout.sideways = False


def _letters(layout: Layout) -> int:
    return sum(len(strip.text) for strip in layout.strips)


def _is_scan(document: pdfium.PdfDocument, layout: Layout) -> bool:
    letters = _letters(layout)
    if letters >= _STAMP_LETTERS:
        return False
    try:
        page = document[layout.number - 1]
    except pdfium.PdfiumError:
        return False
    try:
        if letters < _FEW_LETTERS:
            return bool(raw.FPDFPage_CountObjects(page.raw) > 0)
        return _pictured(page) > _MOST_OF_PAGE
    finally:
        page.close()


def _pictured(page: pdfium.PdfPage) -> float:
    """Return how much of a page its largest picture covers (1 = all of it)."""
    corners = [ctypes.c_float() for _ in range(4)]
    references = [ctypes.byref(corner) for corner in corners]
    largest = 0.0
    for index in range(min(raw.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        found = raw.FPDFPage_GetObject(page.raw, index)
        picture = raw.FPDFPageObj_GetType(found) == raw.FPDF_PAGEOBJ_IMAGE
        if picture and raw.FPDFPageObj_GetBounds(found, *references):
            left, bottom, right, top = (corner.value for corner in corners)
            largest = max(largest, (right - left) * (top - bottom))
    left, bottom, right, top = page.get_bbox()
    return float(largest / max(1.0, (right - left) * (top - bottom)))
