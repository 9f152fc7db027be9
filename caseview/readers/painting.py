"""What the painting child runs: a document's bytes in, pictures of its pages out."""

import io
import multiprocessing
import os
import signal
import threading
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from pypdfium2 import PdfPosConv

from caseview.domain.picture import PicturePlace
from caseview.readers.confine import confine
from caseview.readers.limits import MEGABYTE
from caseview.readers.painted import Answer

WIDEST = 4_000
_TALLEST = 8_000
_MEMORY = 1_024 * MEGABYTE
_IMAGES = (pdfium_c.FPDF_PAGEOBJ_IMAGE,)
_LEAST, _MOST = 0.015, 0.85
"""Parts of a page: what is smaller is a sign or a line, what is larger a scan."""


def serve(tasks: Connection, results: Connection) -> None:
    """Paint pages until there are no more to paint; the body of a child.

    Takes (bytes or None for the document in hand, page from 1, width in dots) and answers a PNG,
    b"" for bytes that are not a PDF, or a str that says why the page cannot be painted. With no
    width it answers where the pictures on the page are, as a tuple of PicturePlace.
    """
    _settle()
    document: pdfium.PdfDocument | None = None
    while True:
        try:
            original, page, width = tasks.recv()
        except EOFError:
            return
        try:
            if original is not None:
                document = _opened(original)
            answer = _answered(document, page, width)
        except (pdfium.PdfiumError, MemoryError, ValueError, IndexError):
            answer = f"Page {page} of this document cannot be painted."
        results.send(answer)


def _settle() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    confine(_MEMORY)


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _opened(original: bytes) -> pdfium.PdfDocument | None:
    if b"%PDF" not in original[:1024]:
        return None
    return pdfium.PdfDocument(original)


def _answered(document: pdfium.PdfDocument | None, page: int, width: int) -> Answer:
    if document is None:
        return b"" if width else ()
    return _painted(document, page, width) if width else _pictures(document, page)


def _pictures(document: pdfium.PdfDocument, page: int) -> tuple[PicturePlace, ...]:
    """Return where pictures are; one as large as the page is a scan, which is there to be read."""
    sheet = document[page - 1]
    try:
        wide, tall = sheet.get_size()
        shown = PdfPosConv(sheet, (0, 0, round(wide), round(tall), 0))
        places = [_place(shown, each) for each in sheet.get_objects(filter=_IMAGES, max_depth=1)]
    finally:
        sheet.close()
    whole = wide * tall
    return tuple(one for one in places if _LEAST * whole <= _area(one) <= _MOST * whole)


def _place(shown: PdfPosConv, picture: pdfium.PdfObject) -> PicturePlace:
    left, bottom, right, top = picture.get_bounds()
    across, down = zip(shown.to_bitmap(left, bottom), shown.to_bitmap(right, top), strict=True)
    return PicturePlace(min(across), min(down), max(across), max(down))


def _area(place: PicturePlace) -> float:
    return (place.right - place.left) * (place.bottom - place.top)


def _painted(document: pdfium.PdfDocument, page: int, width: int) -> bytes:
    if not 1 <= page <= len(document):
        raise ValueError(f"no page {page}")
    sheet = document[page - 1]
    try:
        wide, tall = sheet.get_size()
        # A page may say that it is a mile long; its picture may not be.
        scale = min(min(width, WIDEST) / max(wide, 1), _TALLEST / max(tall, 1))
        picture = sheet.render(scale=scale).to_pil()
    finally:
        sheet.close()
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue()
