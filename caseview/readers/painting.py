"""What the painting child runs: a document's bytes in, pictures of its pages out."""

import io
import multiprocessing
import os
import signal
import threading
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

import pypdfium2 as pdfium

from caseview.readers.confine import confine
from caseview.readers.limits import MEGABYTE

WIDEST = 4_000
_TALLEST = 8_000
_MEMORY = 1_024 * MEGABYTE


def serve(tasks: Connection, results: Connection) -> None:
    """Paint pages until there are no more to paint; the body of a child.

    Takes (bytes or None for the document in hand, page from 1, width in dots) and answers a PNG,
    b"" for bytes that are not a PDF, or a str that says why the page cannot be painted.
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
            answer: bytes | str = b"" if document is None else _painted(document, page, width)
        except (pdfium.PdfiumError, MemoryError, ValueError):
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
