"""Numbers that a page sets beside its text, put back in front of the lines they number."""

import re
from collections import defaultdict
from collections.abc import Sequence

from caseview.readers.strips import TAB, Strip

_NUMBER = re.compile(r"[(\[]?(?:\d{1,3}(?:[.:,]\d{1,3}){0,3}|[a-zA-Z]|[ivx]{1,5})[.):\],]{0,2}")
_MISREAD = re.compile(r"(?<=\d)[:,](?=\d)")
_LONGEST = 9
_SHARE = 0.5
_LEVEL = 0.6


def with_numbers(lines: Sequence[tuple[int, Strip]]) -> list[Strip]:
    """Return the strips of (block, strip) with each column of numbers in front of its lines.

    A block that is little else than short numbers is such a column: Tesseract reads it apart
    from the text it numbers. A number that no line stands beside stays where it is.
    """
    blocks: dict[int, list[Strip]] = defaultdict(list)
    for block, strip in lines:
        blocks[block].append(strip)
    columns = {block for block, strips in blocks.items() if _is_column(strips)}
    text = [strip for block, strip in lines if block not in columns]
    alone: list[Strip] = []
    for block, strip in lines:
        if block in columns:
            at = _beside(strip, text)
            if at is None:
                alone.append(strip)
            else:
                text[at] = _joined(strip, text[at])
    kept = {id(strip) for strip in alone}
    rest = iter(text)
    return [
        strip if id(strip) in kept else next(rest)
        for block, strip in lines
        if block not in columns or id(strip) in kept
    ]


def _is_column(strips: Sequence[Strip]) -> bool:
    short = all(len(strip.text) <= _LONGEST for strip in strips)
    return short and sum(_is_number(strip) for strip in strips) > _SHARE * len(strips)


def _is_number(strip: Strip) -> bool:
    return _NUMBER.fullmatch(strip.text) is not None


def _beside(number: Strip, text: Sequence[Strip]) -> int | None:
    """Return which line stands on the number's own and nearest to its right."""
    level = [
        (strip.left, at)
        for at, strip in enumerate(text)
        if strip.left > number.right and abs(strip.bottom - number.bottom) < _LEVEL * strip.size
    ]
    return min(level)[1] if level else None


def _joined(number: Strip, line: Strip) -> Strip:
    """Return the line with its number in front; what cannot be a number is left out."""
    if not _is_number(number):
        return line
    mark = _MISREAD.sub(".", number.text)
    return Strip(
        mark + TAB + line.text,
        [*number.lefts, number.right, *line.lefts],
        line.right,
        line.top,
        line.bottom,
        line.size,
        line.page,
    )
