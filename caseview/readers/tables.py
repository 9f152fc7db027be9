"""Table rows become paragraphs, the same way for Word and PDF."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from caseview.domain.document import ParagraphStyle
from caseview.readers.assemble import CELL_GAP, Piece, joined, moved
from caseview.readers.headings import could_be_heading, in_capitals
from caseview.readers.numbering import lone_number

_LONG_CELL_WORDS = 120
_LONG_CELL_PARAGRAPHS = 3
_BOX = 2


@dataclass(slots=True)
class Cell:
    """One cell: its paragraphs, in order, notes of theirs left beside the row."""

    pieces: list[Piece] = field(default_factory=list)
    notes: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words of the cell, a line feed between its paragraphs."""
        return self.whole.text

    @property
    def whole(self) -> Piece:
        """The cell as one paragraph: numbers its paragraphs print stand in front of them."""
        text, lines = joined([_labelled(piece) for piece in self.pieces], "\n")
        return Piece(text, lines=lines)

    @property
    def words(self) -> int:
        """How many words the cell holds."""
        return len(self.text.split())


def row_pieces(cells: Sequence[Cell]) -> list[Piece]:
    """Return the paragraphs that one row of a table makes.

    Commonly one TABLE_ROW with CELL_GAP between its filled cells. A lone filled cell, a box of a
    form (a number beside a heading and its paragraphs) and cells that hold whole passages are
    laid out as a table but read as text: their paragraphs stay paragraphs, the number beside
    them becomes the printed number of the first.
    """
    filled = [cell for cell in cells if cell.text.strip()]
    notes = [note for cell in cells for note in cell.notes]
    if not filled:
        return notes
    if len(filled) == 1:
        return [*_as_text(filled[0].pieces, ""), *notes]
    number = lone_number(filled[0].text)
    if number and len(filled) == _BOX:
        return [*_as_text(filled[1].pieces, number), *notes]
    if any(_holds_passages(cell) for cell in filled):
        return [*(piece for cell in filled for piece in _as_text(cell.pieces, "")), *notes]
    return [_row(filled, number), *notes]


def _holds_passages(cell: Cell) -> bool:
    return len(cell.pieces) >= _LONG_CELL_PARAGRAPHS and cell.words > _LONG_CELL_WORDS


def _as_text(pieces: Iterable[Piece], number: str) -> list[Piece]:
    """Return a cell's paragraphs as text; a short first one in bold or capitals heads the rest."""
    made = list(pieces)
    first = made[0]
    emphatic = first.bold or in_capitals(first.text) or first.style is ParagraphStyle.HEADING
    heads = emphatic and could_be_heading(first.text) and (len(made) > 1 or number != "")
    if heads and first.style is not ParagraphStyle.HEADING:
        first = replace(first, style=ParagraphStyle.HEADING, level=2 if first.printed else 1)
    if number and not first.printed:
        first = replace(first, printed=number)
    return [first, *made[1:]]


def _row(filled: Sequence[Cell], number: str) -> Piece:
    shown = filled[1:] if number else filled
    first = filled[0].pieces[0]
    text, lines = joined([cell.whole for cell in shown], CELL_GAP)
    return Piece(
        text,
        ParagraphStyle.TABLE_ROW,
        printed=number,
        page=first.page,
        bold=all(piece.bold for cell in filled for piece in cell.pieces),
        lines=lines,
        size=first.size,
    )


def _labelled(piece: Piece) -> Piece:
    """Return a paragraph with the number it prints in its words; a row cannot carry it apart."""
    if not piece.printed:
        return piece
    label = f"{piece.printed} "
    return replace(piece, text=label + piece.text, lines=tuple(moved(piece.lines, len(label))))
