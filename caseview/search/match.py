"""Writes the FTS5 MATCH text for what FTS5 can answer by itself."""

from collections.abc import Iterable, Sequence
from itertools import chain, combinations, product

from caseview.search.expression import (
    AllOf,
    AnyOf,
    Found,
    Near,
    Node,
    Prefer,
    Scope,
    Unit,
    Whole,
    Without,
    meet,
)

MOST_WORDS = 48
"""Above this many alternatives FTS5's OR is slower than several smaller ones side by side."""
WIDEST = 4 * MOST_WORDS
"""Above this many alternatives in all, the parts of an OR are asked one by one."""


def quoted(words: Sequence[str]) -> str:
    """Return words as an FTS5 phrase, whose last word may be a beginning ("sta*")."""
    text = '"' + " ".join(words).replace('"', '""') + '"'
    return text.replace("*", "") + " *" if words[-1].endswith("*") else text


def match_text(node: Node) -> str | None:
    """Return the MATCH text that finds exactly what the node finds, None when there is none."""
    match node:
        case Found(units, None):
            return _any(map(quoted, _ways(units[0]))) if _size(units) else None
        case Found():
            return _near(node)
        case AnyOf(parts) if parts:
            return _either([match_text(part) for part in parts])
        case AllOf(parts):
            return _all(parts)
        case Prefer(must, _) | Whole(must):
            return match_text(must)
        case _:
            return None


def loosened(found: Found) -> Node:
    """Return what FTS5 may find in place of a near search that only we can check.

    It finds at least as much: units as near, in any order, and a word for several units; or each
    of the units anywhere in the passage.
    """
    near = found.near
    spelt_out = near is not None and near.scope is Scope.WORDS and _size(found.units)
    if near is not None and spelt_out and not _overlap(found.units):
        return Found(found.units, Near(near.distance))
    return AllOf(tuple(Found((unit,)) for unit in found.units))


def width(text: str) -> int:
    """Return about how many alternatives a MATCH text has; words in it are never in capitals."""
    return 1 + text.count(" OR ")


def any_text(texts: Iterable[str]) -> str:
    """Return the MATCH text for any of several."""
    return _any(texts)


def _any(texts: Iterable[str]) -> str:
    parts = list(texts)
    return parts[0] if len(parts) == 1 else "(" + " OR ".join(parts) + ")"


def _either(texts: list[str | None]) -> str | None:
    native = [text for text in texts if text]
    if len(native) < len(texts) or sum(map(width, native)) > WIDEST:
        return None
    return _any(native)


def _all(parts: tuple[Node, ...]) -> str | None:
    wanted = [match_text(part) for part in parts if not isinstance(part, Without)]
    unwanted = [match_text(part.part) for part in parts if isinstance(part, Without)]
    if not wanted or not all(wanted) or not all(unwanted):
        return None
    text = " AND ".join(text for text in wanted if text)
    text = text if len(wanted) == 1 else f"({text})"
    if unwanted:
        text = f"({text} NOT {_any(text for text in unwanted if text)})"
    return text


def _near(found: Found) -> str | None:
    near = found.near
    if near is None or near.ordered or not _size(found.units) or _overlap(found.units):
        return None
    if near.scope is Scope.PARAGRAPH:
        return match_text(loosened(found))
    if near.scope is not Scope.WORDS:
        return None
    ways = product(*(list(_ways(unit)) for unit in found.units))
    return _any(f"NEAR({' '.join(map(quoted, way))}, {near.distance})" for way in ways)


def _ways(unit: Unit) -> Iterable[tuple[str, ...]]:
    return product(*unit)


def _size(units: tuple[Unit, ...]) -> int:
    """Return the number of ways to spell the units out, 0 when they are too many for one OR."""
    size = 1
    for slot in chain(*units):
        size *= len(slot)
        if size > MOST_WORDS:
            return 0
    return size


def _overlap(units: tuple[Unit, ...]) -> bool:
    """Return whether one word could stand for two units, which FTS5 would let it."""
    each = [[word for slot in unit for word in slot] for unit in units]
    return any(
        meet(word, other)
        for one, another in combinations(each, 2)
        for word in one
        for other in another
    )
