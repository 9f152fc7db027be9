"""Strips of one paragraph become its words and its lines with exact edges."""

from collections.abc import Sequence
from dataclasses import replace

from caseview.domain.document import Line
from caseview.readers.assemble import Piece, moved
from caseview.readers.pdf_page import HYPHEN
from caseview.readers.strips import TAB, Strip
from caseview.readers.tidy_hyphens import Hyphens


def as_piece(strips: Sequence[Strip], hyphens: Hyphens) -> Piece:
    """Return the plain paragraph that `strips` print, one line after another."""
    piece = _line(strips[0])
    for strip in strips[1:]:
        piece = run_on(piece, _line(strip), hyphens)
    return piece


def run_on(before: Piece, after: Piece, hyphens: Hyphens) -> Piece:
    """Return one paragraph of two whose words run on; all else is as in `before`.

    A hyphen between them goes or stays as `hyphens` decides; otherwise a space parts them.
    """
    text, lines = before.text, before.lines
    if hyphens.ends_in_hyphen(text):
        if hyphens.keeps(text, after.text):
            text = text[:-1] + "-"
        else:
            text = text[:-1]
            lines = _shortened(lines)
        gap = ""
    else:
        gap = " "
    offset = len(text) + len(gap)
    return replace(
        before,
        text=f"{text}{gap}{after.text}",
        lines=(*lines, *moved(after.lines, offset)),
        full=after.full,
    )


def _shortened(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines with the last one's last character off."""
    last = lines[-1]
    if last.end - last.start <= 1:
        return lines[:-1]
    return (*lines[:-1], replace(last, end=last.end - 1, edges=last.edges[:-1]))


def settled(piece: Piece) -> Piece:
    """Return the paragraph with a hyphen that nothing followed made plain."""
    if HYPHEN not in piece.text:
        return piece
    return replace(piece, text=piece.text.replace(HYPHEN, "-"))


def _line(strip: Strip) -> Piece:
    line = Line(
        start=0,
        end=len(strip.text),
        page=strip.page,
        top=round(strip.top, 2),
        bottom=round(strip.bottom, 2),
        edges=(*[round(left, 2) for left in strip.lefts], round(strip.right, 2)),
    )
    return Piece(strip.text.replace(TAB, " "), lines=(line,))
