"""Running heads, feet and page numbers, told by their coming back on page after page."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from caseview.readers.aligned_lines import heads_table, printed_lines
from caseview.readers.noise import is_page_number
from caseview.readers.pdf_page import HYPHEN
from caseview.readers.strips import TAB, Layout, Strip

_ZONE = 0.12
_SHARE = 0.6
_FEWEST = 2
_CHAPTER = 3
_SAME_PLACE = 6.0
_DIGITS = re.compile(r"\d+|\b[ivxl]{1,6}\b(?=\s*$)")


def drop_heads(layouts: Sequence[Layout]) -> None:
    """Move running heads, feet and page numbers from each page's strips to its `left_out`.

    A line in the top or bottom eighth is one when it comes back, its digits aside, at the same
    height on over 60 % of the pages, of the left or of the right pages, or on three pages in a
    row (the name of a chapter); and so is a page number alone at the foot of any page. The head
    of a table and what stands below it are none, though they stand on every page.
    """
    seen: dict[tuple[str, str], list[tuple[int, float]]] = defaultdict(list)
    for layout in layouts:
        for zone, strip in _margins(layout):
            seen[zone, _key(strip)].append((layout.number, strip.middle))
    running = {key for key, places in seen.items() if _comes_back(places, len(layouts))}
    for layout in layouts:
        heads = [
            strip
            for zone, strip in _margins(layout)
            if (zone, _key(strip)) in running or (zone == "foot" and _is_own_number(strip, layout))
        ]
        if heads:
            gone = {id(strip) for strip in heads}
            layout.left_out.extend(
                strip.text.replace(TAB, " ").replace(HYPHEN, "-") for strip in heads
            )
            layout.strips = [strip for strip in layout.strips if id(strip) not in gone]


def _margins(layout: Layout) -> Iterator[tuple[str, Strip]]:
    body = _table_top(layout)
    for strip in layout.strips:
        if strip.bottom < _ZONE * layout.height and strip.middle < body:
            yield "head", strip
        elif strip.top > (1 - _ZONE) * layout.height:
            yield "foot", strip


def _table_top(layout: Layout) -> float:
    """Return where a table begins at the head of a page, the end of the page for none."""
    top = [(n, s) for n, s in enumerate(layout.strips) if s.bottom < _ZONE * layout.height]
    heads = (n.top for n in printed_lines(top) if heads_table([span.text for span in n.spans]))
    return next(heads, layout.height)


def _key(strip: Strip) -> str:
    return _DIGITS.sub("#", " ".join(strip.text.split()).casefold())


def _is_own_number(strip: Strip, layout: Layout) -> bool:
    return is_page_number(strip.text) and str(layout.number) in strip.text


def _comes_back(places: list[tuple[int, float]], pages: int) -> bool:
    """Return whether a line seen at (page, height) is a running one."""
    usual = sorted(height for _, height in places)[len(places) // 2]
    numbers = sorted({page for page, height in places if abs(height - usual) <= _SAME_PLACE})
    if len(numbers) < _FEWEST:
        return False
    if len(numbers) > _SHARE * pages:
        return True
    sides = ([n for n in numbers if n % 2 == side] for side in (0, 1))
    if any(len(side) >= _CHAPTER and len(side) > _SHARE * pages / 2 for side in sides):
        return True
    in_a_row = zip(numbers, numbers[_CHAPTER - 1 :], strict=False)
    return any(last - first == _CHAPTER - 1 for first, last in in_a_row)
