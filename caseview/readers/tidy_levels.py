"""Which paragraphs of a PDF are headings, and of which level, by the size and weight of type."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from caseview.domain.document import ParagraphStyle
from caseview.readers.assemble import Piece
from caseview.readers.headings import could_be_heading, in_capitals, is_caption
from caseview.readers.tidy_type import TypeProfile

_DEEPEST = 6
_LONGEST = 160
_ALIKE = 0.06
_OPEN = {ParagraphStyle.BODY, ParagraphStyle.LIST_ITEM, ParagraphStyle.HEADING}
Rank = tuple[float, bool]
"""Size of type in points, and whether it is bold."""


def with_levels(pieces: Sequence[Piece], profile: TypeProfile) -> list[Piece]:
    """Return the paragraphs with headings marked.

    Larger type that is short is a heading; so is a short line in bold or in capitals that
    another paragraph follows. Larger and bolder ranks higher; type that is only on the cover
    takes no rank away from the parts. A number of several parts ("3.2") ranks at least so deep.
    """
    beside = zip([None, *pieces], pieces, [*pieces[1:], None], strict=False)
    heads = [_heads(piece, (before, after), profile) for before, piece, after in beside]
    ranks = _ranks(p for p, head in zip(pieces, heads, strict=True) if head and _inner(p))
    return [
        replace(piece, style=ParagraphStyle.HEADING, level=_level(piece, ranks)) if head else piece
        for piece, head in zip(map(_captioned, pieces), heads, strict=True)
    ]


def _captioned(piece: Piece) -> Piece:
    caption = piece.style in _OPEN and is_caption(piece.text)
    return replace(piece, style=ParagraphStyle.CAPTION) if caption else piece


def _inner(piece: Piece) -> bool:
    return piece.page is None or piece.page > 1


def _rank(piece: Piece) -> Rank:
    return piece.size, piece.bold


def _ranks(heads: Iterable[Piece]) -> list[Rank]:
    """Return the distinct kinds of heading, highest first; sizes nearly alike are one."""
    ranks: list[Rank] = []
    for size, bold in sorted({_rank(piece) for piece in heads}, reverse=True):
        if not any(bold == other[1] and other[0] - size < _ALIKE * size for other in ranks):
            ranks.append((size, bold))
    return ranks


def _level(piece: Piece, ranks: Sequence[Rank]) -> int:
    size, bold = _rank(piece)
    higher = (size * (1 + _ALIKE), bold)
    level = sum(1 for other in ranks if other > higher) + 1
    return min(_DEEPEST, max(level, piece.printed.count(".") + 1))


def _heads(piece: Piece, beside: tuple[Piece | None, Piece | None], profile: TypeProfile) -> bool:
    if piece.style not in _OPEN or len(piece.text) > _LONGEST or is_caption(piece.text):
        return False
    if piece.style is ParagraphStyle.HEADING:
        return True
    shaped = could_be_heading(piece.text.rstrip(":"))
    if profile.larger(piece.size) and (piece.bold or shaped):
        return not piece.text.endswith(".")
    if (
        beside[1] is None
        or not shaped
        or piece.printed.startswith("(")
        or piece.printed.endswith(")")
    ):
        return False
    if piece.style is ParagraphStyle.LIST_ITEM and any(_alike(piece, o) for o in beside):
        return False
    return piece.bold or (in_capitals(piece.text) and not _has_digit(piece.text))


def _alike(piece: Piece, other: Piece | None) -> bool:
    """Return whether a marked line stands beside its like: items of a list, not headings."""
    return other is not None and other.style is piece.style and other.bold == piece.bold


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)
