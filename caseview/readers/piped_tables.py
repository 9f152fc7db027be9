"""Tables drawn with upright strokes in plain characters, as antiword writes those of a .doc."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from caseview.readers.aligned_lines import PrintedLine
from caseview.readers.aligned_rows import Grid, row_starts
from caseview.readers.assemble import Piece
from caseview.readers.strips import Rules, Strip
from caseview.readers.tables import Cell, table_pieces

_LINE = re.compile(r"\|[^\n]*\|[^\n]*\|?\s*")
_LETTER, _SIZE = 5.0, 10.0
_LEAST_LINES = 2


def stretches(text: str) -> Iterator[tuple[str, list[Piece]]]:
    """Yield the stretches of a text in order: plain words, or the paragraphs of a table.

    Of the two one is empty. Lines belong to one table as long as their strokes stand at the
    same places.
    """
    for strokes, lines in groupby(text.split("\n"), _strokes):
        held = list(lines)
        if len(strokes) > _LEAST_LINES and len(held) >= _LEAST_LINES:
            yield "", list(table_pieces(_rows(held, strokes)))
        else:
            yield "\n".join(held), []


def _strokes(line: str) -> tuple[int, ...]:
    """Return where the strokes of a line stand, () where it is no line of a table."""
    if not _LINE.fullmatch(line.rstrip()):
        return ()
    return tuple(at for at, character in enumerate(line) if character == "|")


def _rows(lines: Sequence[str], strokes: Sequence[int]) -> Iterator[list[Cell]]:
    """Yield the rows of a table; a row takes as many lines as its longest cell."""
    columns = list(pairwise(strokes))
    cells = [
        tuple(_cell(line, start + 1, end, number) for start, end in columns)
        for number, line in enumerate(lines)
    ]
    grid = Grid(
        tuple(_line(row, number) for number, row in enumerate(cells)),
        tuple(cells),
        tuple(_LETTER * (start + 1) for start, _ in columns),
        tuple(_LETTER * end for _, end in columns),
    )
    for start, end in pairwise([*row_starts(grid, Rules()), len(lines)]):
        words = (
            " ".join(strip.text for row in cells[start:end] for strip in row[column])
            for column in range(len(columns))
        )
        yield [Cell([Piece(said)] if said else []) for said in words]


def _cell(line: str, start: int, end: int, number: int) -> tuple[Strip, ...]:
    words = line[start:end].strip()
    if not words:
        return ()
    first = line.index(words, start)
    lefts = [_LETTER * (first + at) for at in range(len(words))]
    top = number * _SIZE
    return (Strip(words, lefts, lefts[-1] + _LETTER, top, top + _SIZE, _SIZE, 1),)


def _line(cells: Sequence[tuple[Strip, ...]], number: int) -> PrintedLine:
    spans = [strip for cell in cells for strip in cell]
    blank = Strip(" ", [0.0], _LETTER, number * _SIZE, (number + 1) * _SIZE, _SIZE, 1)
    return PrintedLine(spans or [blank], [], number * _SIZE, (number + 1) * _SIZE)
