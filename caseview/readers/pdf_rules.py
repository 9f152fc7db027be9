"""The ruled lines and shaded boxes of a PDF page, by which its tables are told."""

import ctypes
from collections.abc import Iterable, Iterator

import pypdfium2.raw as pdfium

from caseview.readers.pdf_page import Box, Place
from caseview.readers.strips import Rules

_THIN = 3.0
_LEAST = 6.0
_MOST_OBJECTS = 20_000
_MOST_RULES = 1_000
_NEAR = 2.0
_PAGE_SHARE = 0.9


def page_rules(page: object, place: Place, width: float, height: float) -> Rules:
    """Return the ruled lines of a page; `page` is PDFium's handle, sizes are in points.

    A stroked box counts as its four sides. A shaded area as large as the page is its paper. What
    has more lines than a table is a drawing and has none.
    """
    across: list[tuple[float, float, float]] = []
    down: list[tuple[float, float, float]] = []
    boxes: list[Box] = []
    for (left, top, right, bottom), stroked in _paths(page, place):
        wide, high = right - left, bottom - top
        if high <= _THIN and wide >= _LEAST:
            across.append(((top + bottom) / 2, left, right))
        elif wide <= _THIN and high >= _LEAST:
            down.append(((left + right) / 2, top, bottom))
        elif wide < _LEAST or high < _LEAST:
            continue
        elif stroked:
            across += [(top, left, right), (bottom, left, right)]
            down += [(left, top, bottom), (right, top, bottom)]
        elif wide < _PAGE_SHARE * width or high < _PAGE_SHARE * height:
            boxes.append((left, top, right, bottom))
    upright = _merged(down)
    if len(upright) > _MOST_RULES or len(across) > _MOST_RULES or len(boxes) > _MOST_RULES:
        return Rules()
    level = _merged(across)
    meeting = tuple(rule for rule in level if _meets(rule, upright))
    alone = tuple(rule for rule in level if rule not in meeting)
    return Rules(meeting, upright, tuple(boxes), alone)


def _meets(
    rule: tuple[float, float, float], upright: tuple[tuple[float, float, float], ...]
) -> bool:
    """Return whether a level rule touches an upright one; the line under a word does not."""
    at, start, end = rule
    return any(
        start - _NEAR <= x <= end + _NEAR and top - _NEAR <= at <= bottom + _NEAR
        for x, top, bottom in upright
    )


def _paths(page: object, place: Place) -> Iterator[tuple[Box, bool]]:
    """Yield the box of each drawn path and whether it is stroked."""
    count = min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    corners = [ctypes.c_float() for _ in range(4)]
    references = [ctypes.byref(corner) for corner in corners]
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    for index in range(count):
        found = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(found) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(found, *references):
            continue
        pdfium.FPDFPath_GetDrawMode(found, ctypes.byref(fill), ctypes.byref(stroke))
        if not (fill.value or stroke.value):
            continue
        left, bottom, right, top = (corner.value for corner in corners)
        yield place(left, bottom, right, top), bool(stroke.value)


def _merged(
    rules: Iterable[tuple[float, float, float]],
) -> tuple[tuple[float, float, float], ...]:
    """Return rules on one line that touch as one, sorted by where the line stands."""
    merged: list[tuple[float, float, float]] = []
    for at, start, end in sorted(rules, key=lambda rule: (round(rule[0] / _NEAR), rule[1])):
        if merged:
            last_at, last_start, last_end = merged[-1]
            if abs(at - last_at) <= _NEAR and start <= last_end + _NEAR:
                merged[-1] = (last_at, last_start, max(end, last_end))
                continue
        merged.append((at, start, end))
    return tuple(sorted(merged))
