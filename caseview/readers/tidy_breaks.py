"""Sentences that a page break left in two paragraphs are made whole."""

from collections.abc import Sequence
from dataclasses import replace

from caseview.domain.document import ParagraphStyle
from caseview.readers.assemble import Piece
from caseview.readers.joins import goes_on

_OPEN = {ParagraphStyle.BODY, ParagraphStyle.LIST_ITEM}


def made_whole(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the paragraphs of a file without lines, each cut sentence in one paragraph.

    The second half is plain text without a number of its own.
    """
    whole: list[Piece] = []
    for piece in pieces:
        before = whole[-1] if whole else None
        plain = piece.style is ParagraphStyle.BODY and not piece.printed
        if before and plain and before.style in _OPEN and goes_on(before.text, piece.text):
            whole[-1] = replace(before, text=f"{before.text} {piece.text}")
        else:
            whole.append(piece)
    return whole
