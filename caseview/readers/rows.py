"""Table rows of recommendations and action plans: which cell says what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from caseview.domain.passage import Passage
from caseview.readers.lines import fold

_GAP = " | "
_RECOMMENDATION = re.compile(
    r"(?:(?:ref|no|number)\b\.? )?(?:the )?recommendations?\b"
    r"|recommended action|what (?:is|was) recommended"
)
# A narrow column breaks the words of its own head.
_LONG_WORDS = ("recommendation", "responsibility", "responsible", "organisation")
_BROKEN = re.compile("|".join(rf"\b{' ?'.join(word)}(?= ?s?\b)" for word in _LONG_WORDS))
_ACTION = re.compile(r"^actions?\b|^key actions?\b")
_WHO = re.compile(
    r"(?:lead|owner|responsib|by whom|who\b|addressee|agenc|organisation|accountable|for\b)"
)
_NUMBER = re.compile(r"^(?:no\.?|number|ref\.?|#|rec\.? ?no\.?|r)$")
_COUNT = r"(?:R\.?\s*)?\d{1,3}(?:\.\d{1,2})?[a-z]?"
_WORD = r"(?:(?:single[- ]agency|multi[- ]agency|national|local)?\s*rec(?:ommendation)?\.?\s*)?"
_IS_NUMBER = re.compile(rf"\W*{_WORD}(?:no\.?\s*)?(?P<number>{_COUNT})\W*$", re.IGNORECASE)
_LEADING = re.compile(rf"\(?(?i:{_WORD})(?P<number>(?i:{_COUNT}))[.):\-–]*\s+(?=[A-Z])")
_ASKS = re.compile(r"\b(?:should|must|to)\b")
_LEAST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row: its words and its place in the document."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A recommendation in a table: its number, the place of its words, whom the row names."""

    number: str
    start: int
    end: int
    addressee: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds the recommendation, its number, and who is to act."""

    words: int
    number: int | None
    who: int | None
    width: int

    @classmethod
    def of(cls, cells: Sequence[Cell]) -> "Columns | None":
        """Return the columns that a head row names, None when the row is no such head."""
        heads = [_whole(fold(cell.words)) for cell in cells]
        words = _first(heads, _RECOMMENDATION)
        who = _first(heads, _WHO)
        if words is None and who is not None:
            words = _first(heads, _ACTION)
        long = max(len(head.split()) for head in heads) > _LEAST_WORDS
        if words is None or long or len(cells) == 1:
            return None
        return cls(words, _first(heads, _NUMBER), who, len(cells))

    @classmethod
    def guessed(cls, cells: Sequence[Cell]) -> "Columns | None":
        """Return the columns of a table without a head: a number, then words that ask."""
        for place, cell in enumerate(cells):
            if len(cell.words.split()) >= _LEAST_WORDS and _ASKS.search(fold(cell.words)):
                number = 0 if place and _IS_NUMBER.match(cells[0].words) else None
                return cls(place, number, None, len(cells))
        return None

    def row(self, cells: Sequence[Cell], printed: str) -> Row | None:
        """Return what a row recommends, None when its cell is empty or too short.

        `printed` is the number that stands before the row: the first cell, where one is missing.
        """
        if printed and self.number is not None and len(cells) < self.width:
            cells = [Cell(printed, cells[0].start, cells[0].start), *cells]
        if self.words >= len(cells):
            return None
        cell = cells[self.words]
        number, start = "", cell.start
        if self.number is not None and self.number < len(cells):
            match = _IS_NUMBER.match(cells[self.number].words)
            number = match["number"] if match else cells[self.number].words
        elif leading := _LEADING.match(cell.words):
            number, start = leading["number"], cell.start + leading.end()
        who = cells[self.who].words if self.who is not None and self.who < len(cells) else ""
        if len(cell.words.split()) < _LEAST_WORDS:
            return None
        return Row(number or printed.strip("()."), start, cell.end, who)


def cells_of(passage: Passage) -> list[Cell]:
    """Return the cells of a table row, in order."""
    cells = []
    place = 0
    for part in passage.text.split(_GAP):
        words = part.strip()
        begin = passage.start + place + (part.index(words) if words else 0)
        cells.append(Cell(words, begin, begin + len(words)))
        place += len(part) + len(_GAP)
    return cells


def _whole(head: str) -> str:
    """Return a column's name without the gap that a narrow column put into a long word."""
    return _BROKEN.sub(lambda match: match.group().replace(" ", ""), head)


def _first(heads: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((n for n, head in enumerate(heads) if pattern.match(head)), None)
