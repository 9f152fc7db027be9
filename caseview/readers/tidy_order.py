"""Reading order: strips run together down a column, and columns follow one another."""

import heapq
from collections.abc import Sequence

from caseview.readers.strips import TAB, Strip, extent

_FAR = 2.2
_OVERLAP = 0.1
_NEAR = 2.0
_LABEL = 6
_MOST = 1_000


Place = tuple[float, float, float, float]
"""Left, top, right and bottom of something on a page, in points from its top left."""


def runs_of(strips: Sequence[Strip], boxes: Sequence[Place] = ()) -> list[list[Strip]]:
    """Return strips in the order they were written as runs of lines down one column.

    A run never leaves or enters one of `boxes`, the shaded areas of the page.
    """
    return _runs(_same_line_joined(strips), boxes)


def _same_line_joined(strips: Sequence[Strip]) -> list[Strip]:
    """Return the strips with those that follow on one line joined by TAB or a space."""
    joined: list[Strip] = []
    for strip in strips:
        before = joined[-1] if joined else None
        if before and _follows_on_line(before, strip):
            gap = TAB if strip.left - before.right > 0.5 * before.size else " "
            joined[-1] = Strip(
                before.text + gap + strip.text,
                [*before.lefts, before.right, *strip.lefts],
                strip.right,
                min(before.top, strip.top),
                max(before.bottom, strip.bottom),
                max(before.size, strip.size),
                before.page,
                before.bold and strip.bold,
                before.italic and strip.italic,
            )
        else:
            joined.append(strip)
    return joined


def _follows_on_line(before: Strip, strip: Strip) -> bool:
    shared = min(before.bottom, strip.bottom) - max(before.top, strip.top)
    gap = strip.left - before.right
    short = len(before.text) <= _LABEL
    return shared > 0.6 * min(before.size, strip.size) and -_NEAR <= gap <= (
        6 if short else 1.5
    ) * max(before.size, strip.size)


def _runs(strips: Sequence[Strip], boxes: Sequence[Place]) -> list[list[Strip]]:
    runs: list[list[Strip]] = []
    left = right = 0.0
    inside: int | None = None
    for strip in strips:
        last = runs[-1][-1] if runs else None
        was, inside = inside, box_at(extent([strip]), boxes)
        same = was == inside and strip.left < right and strip.right > left
        if last and same and _goes_down(last, strip):
            runs[-1].append(strip)
            left, right = min(left, strip.left), max(right, strip.right)
        else:
            runs.append([strip])
            left, right = strip.left, strip.right
    return runs


def box_at(place: Place, boxes: Sequence[Place]) -> int | None:
    """Return the index of the box that holds what stands at `place`, None for none."""
    middle = (place[1] + place[3]) / 2
    for index, (left, top, right, bottom) in enumerate(boxes):
        if left <= place[0] and place[2] <= right and top <= middle <= bottom:
            return index
    return None


def _goes_down(last: Strip, strip: Strip) -> bool:
    down = strip.top - last.top
    return 0.3 * last.size < down and strip.top - last.bottom < _FAR * max(last.size, strip.size)


def reading_order(places: Sequence[Place]) -> list[int]:
    """Return the indices of `places`, given in the order of writing, in reading order.

    The order of writing is kept but where it reads against the page: what stands above in the
    same column comes first, and so does the left of two side by side (after T. Breuel, "High
    Performance Document Layout Analysis", 2003, with the order of writing in place of his third
    rule). A page of more than a thousand parts is left as it was written.
    """
    if len(places) > _MOST:
        return list(range(len(places)))
    later: list[list[int]] = [
        [b for b, other in enumerate(places) if a != b and _precedes(place, other)]
        for a, place in enumerate(places)
    ]
    waiting = [0] * len(places)
    for followers in later:
        for follower in followers:
            waiting[follower] += 1
    ready = [index for index, count in enumerate(waiting) if not count]
    heapq.heapify(ready)
    left = dict.fromkeys(range(len(places)))
    order: list[int] = []
    while left:
        index = heapq.heappop(ready) if ready else next(iter(left))
        if index not in left:
            continue
        del left[index]
        order.append(index)
        for follower in later[index]:
            waiting[follower] -= 1
            if not waiting[follower]:
                heapq.heappush(ready, follower)
    return order


def _precedes(a: Place, b: Place) -> bool:
    """Return whether what stands at `a` must be read before what stands at `b`."""
    shared_x = min(a[2], b[2]) - max(a[0], b[0])
    shared_y = min(a[3], b[3]) - max(a[1], b[1])
    if shared_x > _OVERLAP * min(a[2] - a[0], b[2] - b[0]):
        return a[3] <= b[1] + _NEAR
    return shared_y > 0.3 * min(a[3] - a[1], b[3] - b[1]) and a[2] <= b[0] + _NEAR
