"""Paragraphs and rows that run on over columns, boxes, footnotes and pages are made whole."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from caseview.domain.document import ParagraphStyle
from caseview.readers.assemble import LONGEST, Piece
from caseview.readers.joins import goes_on, is_closed
from caseview.readers.tables import Cell, row_pieces
from caseview.readers.tidy_hyphens import Hyphens
from caseview.readers.tidy_lines import run_on

_TEXT = {ParagraphStyle.BODY, ParagraphStyle.LIST_ITEM, ParagraphStyle.QUOTE}
_LEAST_CUT = 20
_LEAST_NUMBERED = 8
_NEAR = 2.0
_LINES = 2.0
_COLUMNS = 2


@dataclass(slots=True)
class Part:
    """A part of a page: the paragraphs of a column, or the cells of a table row.

    `lefts` says where the columns of the row begin, in points; `page` counts from 1.
    """

    page: int
    pieces: list[Piece] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    lefts: tuple[float, ...] = ()


def run_together(parts: Sequence[Part], hyphens: Hyphens) -> list[Piece]:
    """Return the paragraphs of all parts of all pages in order, each cut one whole."""
    rows = _whole_rows(parts, hyphens)
    blocks = [row_pieces(part.cells) if part.cells else part.pieces for part in rows]
    flow = _Flow(hyphens, _always_numbered(blocks), _lowest_lines(blocks))
    for block in blocks:
        flow.add(block)
    return flow.pieces


def _whole_rows(parts: Sequence[Part], hyphens: Hyphens) -> list[Part]:
    """Return the parts with each table row that a page break cut in one."""
    whole: list[Part] = []
    for part in parts:
        last = next((p for p in reversed(whole) if p.cells or _has_text(p)), None)
        pairs = _rest_of_row(last, part) if last is not None else []
        if last is not None and pairs:
            for held, rest in pairs:
                _add_cell(held, rest, hyphens)
            last.page = part.page
        else:
            whole.append(part)
    return whole


def _has_text(part: Part) -> bool:
    return any(not _is_beside(piece) for piece in part.pieces)


def _rest_of_row(last: Part, part: Part) -> list[tuple[Cell, Cell]]:
    """Return the cells of a row with what follows of each overleaf, [] for a row of its own.

    It is the rest of the last row of the page before when it stands in columns of that row and
    a sentence runs on in one of them.
    """
    if not part.cells or len(last.cells) < _COLUMNS or last.page + 1 != part.page:
        return []
    pairs = [
        (held, rest)
        for at, rest in zip(part.lefts, part.cells, strict=True)
        for left, held in zip(last.lefts, last.cells, strict=True)
        if abs(at - left) <= _NEAR
    ]
    run_on_in_one = any(
        held.pieces and rest.pieces and goes_on(held.pieces[-1].text, rest.pieces[0].text, 1)
        for held, rest in pairs
    )
    return pairs if run_on_in_one and len(pairs) == len(part.cells) else []


def _add_cell(held: Cell, rest: Cell, hyphens: Hyphens) -> None:
    """Put the rest of a cell, from overleaf, behind what is held of it."""
    pieces = list(rest.pieces)
    if held.pieces and pieces and not pieces[0].printed and not is_closed(held.pieces[-1].text):
        held.pieces[-1] = run_on(held.pieces[-1], pieces.pop(0), hyphens)
    held.pieces.extend(pieces)


def _always_numbered(blocks: Sequence[list[Piece]]) -> bool:
    """Return whether the document numbers its paragraphs and leaves none without below one.

    In such a document a paragraph without a number at the head of a page is the rest of the
    numbered one before it.
    """
    numbered = sum(1 for block in blocks for piece in block if _is_numbered(piece))
    without = (
        _is_numbered(a) and _hangs_below(a, b) for block in blocks for a, b in pairwise(block)
    )
    return numbered >= _LEAST_NUMBERED and not any(without)


def _is_numbered(piece: Piece) -> bool:
    return piece.style is ParagraphStyle.BODY and "." in piece.printed


def _hangs_below(before: Piece, after: Piece) -> bool:
    """Return whether `after` is plain text that begins where the lines of `before` hang."""
    if after.style is not ParagraphStyle.BODY or after.printed:
        return False
    if len(before.lines) <= 1 or not after.lines:
        return False
    return abs(before.lines[-1].edges[0] - after.lines[0].edges[0]) < _NEAR


def _lowest_lines(blocks: Sequence[list[Piece]]) -> dict[int, float]:
    """Return how far down the text of each page reaches, in points."""
    lowest: dict[int, float] = {}
    for block in blocks:
        for line in [n for p in block if not _is_beside(p) for n in p.lines]:
            lowest[line.page] = max(line.bottom, lowest.get(line.page, 0.0))
    return lowest


def _is_beside(piece: Piece) -> bool:
    return piece.aside or piece.style is ParagraphStyle.FOOTNOTE


@dataclass(slots=True)
class _Flow:
    """The paragraphs so far, and what is known of the document they stand in."""

    hyphens: Hyphens
    numbered: bool
    lowest: dict[int, float]
    pieces: list[Piece] = field(default_factory=list)

    def add(self, block: list[Piece]) -> None:
        """Add the paragraphs of another part; the first may be the rest of the last.

        The sentence may go on over footnotes and boxes beside the text. Those of earlier pages
        then stand before its paragraph, so that the text of each page stays in one stretch.
        """
        held = self.pieces
        last = next((i for i in reversed(range(len(held))) if not _is_beside(held[i])), -1)
        if last < 0 or not block or not self._runs_over(held[last], block[0]):
            held.extend(block)
            return
        whole = run_on(held[last], block[0], self.hyphens)
        between = held[last + 1 :]
        earlier = [piece for piece in between if (piece.page or 0) < (block[0].page or 0)]
        held[last:] = [*earlier, whole, *between[len(earlier) :], *block[1:]]

    def _runs_over(self, before: Piece, after: Piece) -> bool:
        """Return whether `before` clearly goes on in `after`."""
        if not _may_go_on(before, after):
            return False
        if before.style is ParagraphStyle.QUOTE is after.style:
            return goes_on(before.text, after.text, _LEAST_CUT)
        if after.style is not ParagraphStyle.BODY:
            return False
        overleaf = before.lines[-1].page != after.lines[0].page
        if before.style is ParagraphStyle.TABLE_ROW:
            return overleaf and goes_on(before.text, after.text, _LEAST_CUT)
        if before.style not in _TEXT or _differ(before, after):
            return False
        return goes_on(before.text, after.text, _LEAST_CUT) or (
            before.full and self._left_open(before, after, overleaf=overleaf)
        )

    def _left_open(self, before: Piece, after: Piece, *, overleaf: bool) -> bool:
        """Return whether a paragraph with a full last line is left open where its column ends."""
        if overleaf and self.numbered and _is_numbered(before) and _hangs_below(before, after):
            return True
        last = before.lines[-1]
        low = last.bottom > self.lowest[last.page] - _LINES * (last.bottom - last.top)
        next_column = low and after.lines[0].bottom < before.lines[0].top
        is_long = len(before.text) > 2 * _LEAST_CUT
        return (overleaf or next_column) and is_long and not is_closed(before.text)


def _may_go_on(before: Piece, after: Piece) -> bool:
    """Return whether `after` is printed and unnumbered text, and `before` no endless paragraph."""
    if _is_beside(after) or after.printed or len(before.text) > LONGEST:
        return False
    return bool(before.lines) and bool(after.lines)


def _differ(before: Piece, after: Piece) -> bool:
    """Return whether two stretches are set in different type."""
    return abs(before.size - after.size) > 0.1 * before.size or before.bold != after.bold
