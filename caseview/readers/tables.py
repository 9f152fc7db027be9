"""Table rows become paragraphs, the same way for Word and PDF."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from caseview.domain.document import ParagraphStyle
from caseview.readers.assemble import CELL_GAP, Piece, joined, moved
from caseview.readers.headings import could_be_heading, in_capitals
from caseview.readers.numbering import lone_number

_LONG_CELL_WORDS = 120
_LONG_CELL_PARAGRAPHS = 3
_BOX = 2
_MOST_COLUMNS = 64
_INNER_GAP = " – "


@dataclass(slots=True)
class Cell:
    """One cell: its paragraphs, in order, notes of theirs left beside the row.

    `span` says how many columns it lies over, `down` how many rows.
    """

    pieces: list[Piece] = field(default_factory=list)
    notes: list[Piece] = field(default_factory=list)
    span: int = 1
    down: int = 1

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


def table_pieces(rows: Iterable[Sequence[Cell]]) -> Iterator[Piece]:
    """Yield the paragraphs of a whole table, row by row, as `row_pieces` makes them.

    A column that no row fills is left out: it only keeps others apart.
    """
    held = _with_room(rows)
    used = {at for row in held for at, cell in _placed(row) if cell.text.strip()}
    for row in held:
        yield from row_pieces([c for at, c in _placed(row) if at in used or c.text.strip()])


def _with_room(rows: Iterable[Sequence[Cell]]) -> list[list[Cell]]:
    """Return rows with an empty cell wherever a cell of a row above lies over them.

    Beyond as many columns as a page has room for, cells are only read.
    """
    made: list[list[Cell]] = []
    covered: dict[int, int] = {}
    for row in rows:
        cells: list[Cell] = []
        at = 0
        for cell in row:
            while covered.get(at, 0) > 0:
                cells.append(Cell())
                covered[at] -= 1
                at += 1
            cells.append(cell)
            for column in range(at, min(at + cell.span, _MOST_COLUMNS) if cell.down > 1 else at):
                covered[column] = cell.down - 1
            at += cell.span
        made.append(cells)
    return made


def _placed(row: Iterable[Cell]) -> Iterator[tuple[int, Cell]]:
    """Yield each cell of a row with the number of the column it begins in."""
    at = 0
    for cell in row:
        yield at, cell
        at += cell.span


def row_pieces(cells: Sequence[Cell]) -> list[Piece]:
    """Return the paragraphs that one row of a table makes.

    Commonly one TABLE_ROW with CELL_GAP between its cells, up to the last that is filled; an
    empty one between them says nothing between two gaps, so that each cell keeps its column. A
    lone filled cell, a box of a form (a number beside a heading and its paragraphs), boxes side
    by side that each have a heading, and cells that hold whole passages are laid out as a table
    but read as text: their paragraphs stay paragraphs, the number beside them becomes the
    printed number of the first.
    """
    filled = [cell for cell in cells if cell.text.strip()]
    notes = [note for cell in cells for note in cell.notes]
    if not filled:
        return notes
    if len(filled) == 1:
        return [*_as_text(filled[0].pieces, ""), *notes]
    number = lone_number(cells[0].text)
    if number and len(filled) == _BOX and not _is_row(cells, filled[1]):
        return [*_as_text(filled[1].pieces, number), *notes]
    if any(_holds_passages(cell) for cell in filled) or all(map(_is_headed, filled)):
        return [*(piece for cell in filled for piece in _as_text(cell.pieces, "")), *notes]
    return [_row(cells, number), *notes]


def _is_row(cells: Sequence[Cell], filled: Cell) -> bool:
    """Return whether words beside a number are of a row that leaves its other columns empty.

    The box of a form has no other columns, or holds a heading or several paragraphs.
    """
    first = filled.pieces[0]
    heads = first.bold or first.style is ParagraphStyle.HEADING or in_capitals(first.text)
    return len(cells) > _BOX and len(filled.pieces) == 1 and not heads


def _is_headed(cell: Cell) -> bool:
    """Return whether a cell is a box of its own: a short line in bold over what it holds."""
    first = cell.pieces[0]
    return len(cell.pieces) >= _BOX and first.bold and could_be_heading(first.text)


def _holds_passages(cell: Cell) -> bool:
    return len(cell.pieces) >= _LONG_CELL_PARAGRAPHS and cell.words > _LONG_CELL_WORDS


def _as_text(pieces: Iterable[Piece], number: str) -> list[Piece]:
    """Return a cell's paragraphs as text; a short first one in bold or capitals heads the rest."""
    made = list(pieces)
    first = made[0]
    emphatic = first.bold or in_capitals(first.text) or first.style is ParagraphStyle.HEADING
    emphatic = emphatic and first.style is not ParagraphStyle.TABLE_ROW
    heads = emphatic and could_be_heading(first.text) and (len(made) > 1 or number != "")
    if heads and first.style is not ParagraphStyle.HEADING:
        first = replace(first, style=ParagraphStyle.HEADING, level=2 if first.printed else 1)
    if number and not first.printed:
        first = replace(first, printed=number)
    return [first, *made[1:]]


def _row(cells: Sequence[Cell], number: str) -> Piece:
    filled = [at for at, cell in enumerate(cells) if cell.text.strip()]
    first = cells[filled[0]].pieces[0]
    text, lines = joined([cell.whole for cell in cells[bool(number) : filled[-1] + 1]], CELL_GAP)
    return Piece(
        text,
        ParagraphStyle.TABLE_ROW,
        printed=number,
        page=first.page,
        bold=all(piece.bold for cell in cells for piece in cell.pieces),
        lines=lines,
        size=first.size,
    )


def _labelled(piece: Piece) -> Piece:
    """Return a paragraph with the number it prints in its words; a row cannot carry it apart.

    The row of a table within the cell is parted in a way of its own, for it makes no columns.
    """
    if piece.style is ParagraphStyle.TABLE_ROW:
        piece = replace(piece, text=piece.text.replace(CELL_GAP, _INNER_GAP))
    if not piece.printed:
        return piece
    label = f"{piece.printed} "
    return replace(piece, text=label + piece.text, lines=tuple(moved(piece.lines, len(label))))
