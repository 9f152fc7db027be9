"""The paragraphs and table rows that a Rich Text file sets, as they are gathered."""

import re
from dataclasses import dataclass, field, replace

from caseview.domain.document import ParagraphStyle
from caseview.readers.assemble import Piece
from caseview.readers.characters import one_spaced, plain
from caseview.readers.numbering import is_bullet, opening_mark
from caseview.readers.rtf_state import State
from caseview.readers.tables import Cell, table_pieces

_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class _Open:
    """The paragraph in hand: its words, and how many letters of it are bold or italic."""

    parts: list[str] = field(default_factory=list)
    letters: int = 0
    bold: int = 0
    italic: int = 0
    size: float = 0.0
    number: list[str] = field(default_factory=list)
    beside: list[Piece] = field(default_factory=list)


class RtfWriter:
    """Gathers one stream of paragraphs: the text, a note or a text box."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.level = 0
        self.in_table = False
        self._open = _Open()
        self._cell = Cell()
        self._cells: list[Cell] = []
        self._rows: list[list[Cell]] = []

    def add(self, words: str, state: State) -> None:
        """Add words to the paragraph in hand."""
        held = self._open
        if state.into == "number":
            held.number.append(words)
            return
        letters = sum(1 for character in words if character.isalnum())
        held.parts.append(words)
        held.letters += letters
        held.bold += letters * state.bold
        held.italic += letters * state.italic
        if letters:
            held.size = max(held.size, state.size)

    def beside(self, pieces: list[Piece]) -> None:
        """Keep a note or text box: it follows the paragraph in hand."""
        self._open.beside += pieces

    def end_paragraph(self) -> None:
        """Close the paragraph in hand."""
        held, self._open = self._open, _Open()
        text = one_spaced(plain(_whole("".join(held.parts)))).strip()
        made = [_piece(text, held, self.level)] if text else []
        if self.in_table:
            for piece in [*made, *held.beside]:
                note = piece.style is ParagraphStyle.FOOTNOTE
                (self._cell.notes if note else self._cell.pieces).append(piece)
        else:
            self._end_table()
            self.pieces += [*made, *held.beside]

    def end_cell(self) -> None:
        """Close the cell in hand and what is in it."""
        self.in_table = True
        self.end_paragraph()
        self._cells.append(self._cell)
        self._cell = Cell()

    def end_row(self) -> None:
        """Close the row in hand; its table becomes paragraphs when that ends."""
        self._rows.append(self._cells)
        self._cells = []

    def finish(self) -> list[Piece]:
        """Close what is open and return all paragraphs."""
        self.end_paragraph()
        self._end_table()
        return self.pieces

    def _end_table(self) -> None:
        """Keep what a table holds; its last row may never have been closed."""
        if self._cell.pieces or self._cell.notes:
            self._cells.append(self._cell)
            self._cell = Cell()
        if self._cells:
            self.end_row()
        self.pieces += table_pieces(self._rows)
        self._rows = []


def _piece(text: str, held: _Open, level: int) -> Piece:
    bold = held.letters > 0 and held.bold == held.letters
    italic = held.letters > 0 and held.italic == held.letters
    piece = Piece(text, bold=bold, size=held.size)
    number = "".join(held.number).strip()
    mark = None if number else opening_mark(text)
    if number:
        printed = "" if is_bullet(number) else number.rstrip(".:")
        counted = printed.count(".") > 0
        style = ParagraphStyle.BODY if counted else ParagraphStyle.LIST_ITEM
        piece = replace(piece, printed=printed, style=style)
    elif mark is not None:
        style = ParagraphStyle.LIST_ITEM if mark.item else ParagraphStyle.BODY
        piece = replace(piece, text=one_spaced(mark.rest), printed=mark.printed, style=style)
    elif italic:
        piece = replace(piece, style=ParagraphStyle.QUOTE)
    return replace(piece, style=ParagraphStyle.HEADING, level=level) if level else piece


def _whole(text: str) -> str:
    """Return text whose characters beyond the first plane, written in two halves, are one."""
    if not _SURROGATES.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
