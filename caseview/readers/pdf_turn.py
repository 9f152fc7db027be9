"""Which way up a PDF page's text stands, and where a point of it is when it stands upright."""

import math
from collections import Counter

import pypdfium2 as pdfium
from pypdfium2 import raw

from caseview.readers.pdf_page import Box, Place

_SAMPLES = 24
_QUARTER = 90


def text_turn(text_page: object) -> int | None:
    """Return by how many degrees clockwise a page must be turned for its text to stand upright.

    0, 90, 180 or 270, by most of a sample of its characters; None where it has none. `text_page`
    is PDFium's handle.
    """
    count = raw.FPDFText_CountChars(text_page)
    if count <= 0:
        return None
    turns: Counter[int] = Counter()
    for index in range(0, count, max(1, count // _SAMPLES)):
        if raw.FPDFText_IsGenerated(text_page, index) != 1:
            angle = math.degrees(raw.FPDFText_GetCharAngle(text_page, index))
            turns[-round(angle / _QUARTER) * _QUARTER % 360] += 1
    return turns.most_common(1)[0][0] if turns else None


def upright_size(page: pdfium.PdfPage, turn: int) -> tuple[float, float]:
    """Return width and height in points of a page turned by `turn` degrees."""
    left, bottom, right, top = page.get_bbox()
    size = (right - left, top - bottom)
    return size if turn % (2 * _QUARTER) == 0 else (size[1], size[0])


def placing(page: pdfium.PdfPage, turn: int) -> Place:
    """Return what makes PDFium's boxes points from the top left of a page turned by `turn`."""
    left, bottom, right, top = page.get_bbox()

    def upright(a: float, b: float, c: float, d: float) -> Box:
        return a - left, top - d, c - left, top - b

    def clockwise(a: float, b: float, c: float, d: float) -> Box:
        return b - bottom, a - left, d - bottom, c - left

    def upside_down(a: float, b: float, c: float, d: float) -> Box:
        return right - c, b - bottom, right - a, d - bottom

    def anticlockwise(a: float, b: float, c: float, d: float) -> Box:
        return top - d, right - c, top - b, right - a

    return {0: upright, 90: clockwise, 180: upside_down, 270: anticlockwise}[turn]
