"""Short lines in bold or large type that head others, in formats that keep their styles."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from caseview.domain.document import ParagraphStyle
from caseview.readers.assemble import Piece
from caseview.readers.headings import could_be_heading, in_capitals

_DEEPEST = 6


def with_headings(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the paragraphs; short lines in bold or larger type that head others become headings.

    Their level is that of the heading style of the same size or the next one down; below the
    smallest it goes on, larger type first. What heads a box in the size of the text ranks below
    lines in larger type, though the box made a heading of it.
    """
    usual = _usual(pieces)
    heads = [
        _is_heading(piece, after, usual)
        for piece, after in zip(pieces, [*pieces[1:], None], strict=False)
    ]
    large = any(h and p.size > usual for p, h in zip(pieces, heads, strict=True))
    heads = [
        head or (large and piece.level > 0 and piece.size <= usual)
        for piece, head in zip(pieces, heads, strict=True)
    ]
    own = [p for p, head in zip(pieces, heads, strict=True) if p.level and not head]
    styled = {piece.level: piece.size for piece in reversed(own)}
    smallest = min(styled.values(), default=float("inf"))
    sizes = {p.size for p, head in zip(pieces, heads, strict=True) if head and p.size < smallest}
    below = sorted(sizes, reverse=True)
    for piece, head in zip(pieces, heads, strict=True):
        level = _level(piece.size, styled, below) if head else piece.level
        yield replace(piece, style=ParagraphStyle.HEADING, level=level) if head else piece


def _level(size: float, styled: Mapping[int, float], below: Sequence[float]) -> int:
    if size in below:
        return min(_DEEPEST, max(styled, default=0) + 1 + below.index(size))
    return min(level for level, styled_size in styled.items() if styled_size <= size)


def _usual(pieces: Sequence[Piece]) -> float:
    """Return the size in which most of the text is set."""
    letters: Counter[float] = Counter()
    for piece in pieces:
        letters[piece.size] += len(piece.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _is_heading(piece: Piece, after: Piece | None, usual: float) -> bool:
    if piece.style not in {ParagraphStyle.BODY, ParagraphStyle.LIST_ITEM} or after is None:
        return False
    if not could_be_heading(piece.text.rstrip(":")):
        return False
    bracketed = piece.printed.startswith("(") or piece.printed.endswith(")")
    larger = piece.style is ParagraphStyle.BODY and piece.size > usual > 0
    return (piece.bold or larger or in_capitals(piece.text)) and not bracketed
