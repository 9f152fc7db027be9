"""Columns that a page writes line by line across, parted at the white between them."""

from collections.abc import Sequence

from caseview.readers.strips import TAB, Strip

_FEWEST = 4
_MOST_TRIED = 200
_NARROWEST = 6.0
_SHARE = 0.2
_LETTERS = 15
_ACROSS = 0.2


def columns_parted(strips: Sequence[Strip], width: float) -> list[Strip]:
    """Return strips with those that run over two columns cut, left columns before right ones.

    The white between columns is a stretch that gaps in four or more lines share and that few
    lines cross; running text stands on both sides of it, so that neither a hanging number nor a
    table of short cells counts. `width` is the page's, in points.
    """
    found = _gutter(strips, width)
    if found is None:
        return list(strips)
    gutter, first, last = found
    before, left, right, after = [], [], [], []
    for strip in strips:
        if strip.middle < first:
            before.append(strip)
        elif strip.middle > last:
            after.append(strip)
        else:
            place = _gap_at(strip, gutter)
            if place is not None:
                left.append(strip.part(0, place))
                right.append(strip.part(place + 1))
            elif strip.left >= gutter:
                right.append(strip)
            else:
                left.append(strip)
    return [*before, *columns_parted(left, width), *columns_parted(right, width), *after]


def _gutter(strips: Sequence[Strip], width: float) -> tuple[float, float, float] | None:
    """Return where the white between two columns is, and the heights it runs from and to."""
    gaps = [
        (strip.lefts[place], strip.lefts[place + 1], strip)
        for strip in strips
        for place, character in enumerate(strip.text)
        if character == TAB
    ]
    for start, end, _ in gaps[:_MOST_TRIED]:
        at = (start + end) / 2
        sharing = [strip for left, right, strip in gaps if left + 1 < at < right - 1]
        if len(sharing) < _FEWEST or not _white(sharing, gaps, at):
            continue
        first = min(strip.middle for strip in sharing) - 1
        last = max(strip.middle for strip in sharing) + 1
        if _is_columns(strips, sharing, (at, first, last), width):
            return at, first, last
    return None


def _white(sharing: Sequence[Strip], gaps: Sequence[tuple[float, float, Strip]], at: float) -> bool:
    """Return whether the gaps around `at` leave a stretch of white that is wide enough."""
    ids = {id(strip) for strip in sharing}
    around = [(a, b) for a, b, strip in gaps if id(strip) in ids and a < at < b]
    return min(b for _, b in around) - max(a for a, _ in around) >= _NARROWEST


def _is_columns(
    strips: Sequence[Strip],
    sharing: Sequence[Strip],
    gutter: tuple[float, float, float],
    width: float,
) -> bool:
    at, first, last = gutter
    within = [strip for strip in strips if first <= strip.middle <= last]
    across = sum(1 for s in within if s.left < at < s.right and _gap_at(s, at) is None)
    if across > _ACROSS * len(sharing):
        return False
    halves = [
        half
        for strip in sharing
        if (place := _gap_at(strip, at)) is not None
        for half in (strip.part(0, place), strip.part(place + 1))
    ]
    return all(_is_prose(side, width) for side in (halves[0::2], halves[1::2]))


def _is_prose(side: Sequence[Strip], width: float) -> bool:
    widest = max(strip.width for strip in side)
    letters = sum(len(strip.text) for strip in side) / len(side)
    return widest >= _SHARE * width and letters >= _LETTERS


def _gap_at(strip: Strip, at: float) -> int | None:
    """Return the index of the gap of a strip that lies over `at`, None where words do."""
    for place, character in enumerate(strip.text):
        if character == TAB and strip.lefts[place] < at < strip.lefts[place + 1]:
            return place
    return None
