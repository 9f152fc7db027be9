"""Lines of a column become paragraphs: by gap, indent, short lines, numbers and type."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from caseview.domain.document import ParagraphStyle
from caseview.readers.assemble import Piece, moved
from caseview.readers.joins import is_closed
from caseview.readers.numbering import Mark, opening_mark
from caseview.readers.strips import TAB, Strip
from caseview.readers.tidy_hyphens import Hyphens
from caseview.readers.tidy_lines import as_piece
from caseview.readers.tidy_type import TypeProfile

_GAP = 1.3
_SIZE = 0.1
_INDENT = 0.8
_FLUSH = 1.5
_BLOCK_INDENT, _BLOCK_LINES = 2.0, 3
_LABEL_LINES = 3
_LEADER = re.compile(r"(?:[.…_·]\s?){4,}\s*(?:\d{1,4}|[ivxl]{1,6})$|\t\d{1,4}$")
_ITEM_END = re.compile(r"[;,](?: (?:and|or))?$")


class ParagraphBuilder:
    """Builds the paragraphs of one document."""

    def __init__(self, profile: TypeProfile, hyphens: Hyphens) -> None:
        self._profile = profile
        self._hyphens = hyphens

    def pieces(self, run: Sequence[Strip], right: float) -> Iterator[Piece]:
        """Yield the paragraphs of a run of lines whose column ends at `right` (points)."""
        left = min(strip.left for strip in run)
        column = _Column(
            left, right, self._pitch(run), _indents_first_lines(run, left), _blocks(run, left)
        )
        held: list[Strip] = []
        for strip in run:
            if held and _parts(held, strip, column):
                yield self._piece(held, right)
                held = []
            held.append(strip)
        if held:
            yield self._piece(held, right)

    def _pitch(self, run: Sequence[Strip]) -> float:
        """Return the distance of lines within paragraphs of this run, in heights of its type."""
        own = [
            (below.top - above.top) / above.size
            for above, below in pairwise(run)
            if abs(above.size - below.size) < _SIZE * above.size
        ]
        return max(self._profile.pitch, min(own, default=0.0))

    def _piece(self, held: Sequence[Strip], right: float) -> Piece:
        mark = opening_mark(held[0].text)
        strips = list(held)
        if mark:
            strips[0] = strips[0].part(len(strips[0].text) - len(mark.rest))
        piece = as_piece(strips, self._hyphens)
        last = strips[-1]
        return replace(
            piece,
            style=_style(mark, strips),
            printed=mark.printed if mark else "",
            page=held[0].page,
            bold=all(strip.bold for strip in strips),
            size=max(strip.size for strip in strips),
            full=right - last.right < max(4 * last.size, 0.15 * (right - last.left)),
        )


def _style(mark: Mark | None, strips: Sequence[Strip]) -> ParagraphStyle:
    if mark and mark.item:
        return ParagraphStyle.LIST_ITEM
    return ParagraphStyle.QUOTE if all(s.italic for s in strips) else ParagraphStyle.BODY


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of text: its edges in points, the distance of its lines in heights of type.

    `indented` says that its paragraphs are told by the indent of their first line; `blocks` how
    far blocks run that stand further in, by their left edge in whole points.
    """

    left: float
    right: float
    pitch: float
    indented: bool
    blocks: dict[int, float]

    def right_of(self, strip: Strip) -> float:
        """Return where the lines that begin with this one end."""
        return self.blocks.get(int(strip.left), self.right)


def _indents_first_lines(run: Sequence[Strip], left: float) -> bool:
    """Return whether most lines of a run stand at its margin and some begin further in."""
    at_margin = [strip.left < left + _FLUSH for strip in run]
    indented = [strip.left > left + _INDENT * strip.size for strip in run]
    begins = sum(1 for a, b in zip(indented, at_margin[1:], strict=False) if a and b)
    return begins > 1 and sum(at_margin) > 0.5 * len(run)


def _blocks(run: Sequence[Strip], left: float) -> dict[int, float]:
    """Return how far the blocks of three lines or more run that stand further in than the rest."""
    ends: dict[int, list[float]] = {}
    for strip in run:
        if strip.left > left + _BLOCK_INDENT * strip.size:
            ends.setdefault(int(strip.left), []).append(strip.right)
    return {at: max(rights) for at, rights in ends.items() if len(rights) >= _BLOCK_LINES}


def _parts(held: Sequence[Strip], strip: Strip, column: _Column) -> bool:
    """Return whether `strip` begins a paragraph after the lines in `held`."""
    last = held[-1]
    size = max(last.size, strip.size)
    far = strip.top - last.top > column.pitch * _GAP * size
    if far or abs(last.size - strip.size) > _SIZE * size or _LEADER.search(last.text):
        return True
    if _changes_weight(held, strip):
        return True
    room = _fits(last, strip, column)
    ended = room or is_closed(last.text)
    item_ended = ended or _ITEM_END.search(last.text) is not None
    mark = opening_mark(strip.text)
    if mark and (item_ended or TAB in strip.text[: len(strip.text) - len(mark.rest)]):
        return True
    if room:
        goes_on = strip.text[0].islower() and last.bold == strip.bold
        return is_closed(last.text) or not goes_on
    return ended and _is_indented(held, strip, column)


def _changes_weight(held: Sequence[Strip], strip: Strip) -> bool:
    """Return whether a label in bold ends before a line that is not, or a text before a label."""
    first = strip.text[0]
    if not (first.isupper() or first in "“\"‘'"):
        return False
    label = len(held) <= _LABEL_LINES and all(one.bold for one in held)
    return (label and not strip.bold) or (
        strip.bold and not held[-1].bold and is_closed(held[-1].text)
    )


def _is_indented(held: Sequence[Strip], strip: Strip, column: _Column) -> bool:
    """Return whether a line begins further in, or back at the margin after a hanging part."""
    step = _INDENT * strip.size
    if len(held) > 1:
        return abs(strip.left - held[-1].left) > step
    if column.indented and strip.left > column.left + step:
        return True
    return opening_mark(held[0].text) is None and strip.left > held[0].left + step


def _fits(last: Strip, strip: Strip, column: _Column) -> bool:
    """Return whether the first word of `strip` had room at the end of `last`: a wanted line end."""
    room = column.right_of(last) - last.right
    if abs((last.left - column.left) - room) < last.size and room > last.size:
        # A centred line has room on either side.
        room *= 2
    return room > strip.first_word() + 0.6 * strip.size


def footnote(piece: Piece) -> Piece:
    """Return a paragraph from the foot of a page as a footnote, its mark in `printed`."""
    found = re.match(r"(\d{1,3}|[*†‡§])\s*(?=\S)", piece.text)
    if piece.printed or not found:
        return replace(piece, style=ParagraphStyle.FOOTNOTE, level=0)
    cut = found.end()
    lines = tuple(
        replace(line, start=max(0, line.start), edges=line.edges[max(0, -line.start) :])
        for line in moved(piece.lines, -cut)
        if line.end > 0
    )
    return replace(
        piece,
        text=piece.text[cut:],
        printed=found[1],
        style=ParagraphStyle.FOOTNOTE,
        level=0,
        lines=lines,
    )
