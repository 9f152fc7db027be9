"""Paragraphs that run on over columns, boxes, footnotes and page breaks are made whole."""

from collections.abc import Sequence
from itertools import pairwise

from caseview.domain.document import ParagraphStyle
from caseview.readers.assemble import Piece
from caseview.readers.joins import goes_on, is_closed
from caseview.readers.tidy_hyphens import Hyphens
from caseview.readers.tidy_lines import run_on

_TEXT = {ParagraphStyle.BODY, ParagraphStyle.LIST_ITEM, ParagraphStyle.QUOTE}
_LEAST_CUT = 20
_LEAST_NUMBERED = 8
_NEAR = 2.0


def run_together(parts: Sequence[list[Piece]], hyphens: Hyphens) -> list[Piece]:
    """Return the paragraphs of all parts of all pages in order, each cut one whole."""
    numbered = _always_numbered(parts)
    pieces: list[Piece] = []
    for part in parts:
        _continue(pieces, part, hyphens, numbered=numbered)
    return pieces


def _always_numbered(parts: Sequence[list[Piece]]) -> bool:
    """Return whether the document numbers its paragraphs and leaves none without below one.

    In such a document a paragraph without a number at the head of a page is the rest of the
    numbered one before it.
    """
    plain = [(a, b) for part in parts for a, b in pairwise(part)]
    numbered = sum(1 for part in parts for piece in part if _is_numbered(piece))
    without = sum(1 for a, b in plain if _is_numbered(a) and _hangs_below(a, b))
    return numbered >= _LEAST_NUMBERED and without == 0


def _is_numbered(piece: Piece) -> bool:
    return piece.style is ParagraphStyle.BODY and "." in piece.printed


def _hangs_below(before: Piece, after: Piece) -> bool:
    """Return whether `after` is plain text that begins where the lines of `before` hang."""
    if after.style is not ParagraphStyle.BODY or after.printed:
        return False
    if len(before.lines) <= 1 or not after.lines:
        return False
    return abs(before.lines[-1].edges[0] - after.lines[0].edges[0]) < _NEAR


def _continue(before: list[Piece], part: list[Piece], hyphens: Hyphens, *, numbered: bool) -> None:
    """Add the paragraphs of another part to those before, a cut one made whole.

    The sentence may go on over footnotes and boxes beside the text. Those of earlier pages then
    stand before its paragraph, so that the text of each page stays in one stretch.
    """
    last = next((i for i in reversed(range(len(before))) if not _is_beside(before[i])), -1)
    if last < 0 or not part or _is_beside(part[0]):
        before.extend(part)
        return
    held, rest = before[last], part[0]
    overleaf = numbered and held.page != rest.page and held.full
    if not (_runs_over(held, rest) or (overleaf and _is_rest(held, rest))):
        before.extend(part)
        return
    whole = run_on(held, rest, hyphens)
    between = before[last + 1 :]
    earlier = [piece for piece in between if (piece.page or 0) < (rest.page or 0)]
    before[last:] = [*earlier, whole, *between[len(earlier) :], *part[1:]]


def _is_rest(held: Piece, rest: Piece) -> bool:
    return _is_numbered(held) and _hangs_below(held, rest) and not rest.bold


def _is_beside(piece: Piece) -> bool:
    return piece.aside or piece.style is ParagraphStyle.FOOTNOTE


def _runs_over(before: Piece, after: Piece) -> bool:
    """Return whether the sentence that `before` leaves open clearly goes on in `after`."""
    if before.style is ParagraphStyle.TABLE_ROW and after.style is ParagraphStyle.BODY:
        return before.page != after.page and goes_on(before.text, after.text, _LEAST_CUT)
    if before.style not in _TEXT or after.style is not ParagraphStyle.BODY or after.printed:
        return before.style is ParagraphStyle.QUOTE is after.style and goes_on(
            before.text, after.text, _LEAST_CUT
        )
    if abs(before.size - after.size) > 0.1 * before.size or before.bold != after.bold:
        return False
    if goes_on(before.text, after.text, _LEAST_CUT):
        return True
    return before.full and not is_closed(before.text) and len(before.text) > 2 * _LEAST_CUT
