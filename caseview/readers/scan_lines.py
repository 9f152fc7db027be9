"""Words that were read off a picture become strips, each letter's edge between its word's."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from caseview.domain.document import Line
from caseview.readers.scan_numbers import with_numbers
from caseview.readers.strips import TAB, Strip

_WORD_LEVEL = "5"
_WIDE_GAP = 1.5
_ASCENDER = 0.72
_X_HEIGHT = 0.5
_DESCENT = 0.22
_DESCENDERS = frozenset("gjpqyQ,;()[]{}|/")
_LOW = frozenset("acemnorsuvwxz.,;:-–—_~…")
_ALIKE = 0.15
_STEP = 0.5
_LEAST_SURE = 0.6
_SPECKS = frozenset("_|~`'.,·‘’")
_SMALLEST, _LARGEST = 4.0, 72.0
Confidence = tuple[int, int, float]
"""Where a word begins and ends in the text, and how sure its reading is (0 to 1)."""


@dataclass(frozen=True, slots=True)
class OcrWord:
    """One word: its printed line as (block, paragraph, line), box in points, confidence 0 to 1."""

    text: str
    line: tuple[int, int, int]
    left: float
    top: float
    right: float
    bottom: float
    confidence: float


def words_of(table: str, points: float) -> list[OcrWord]:
    """Return the words in Tesseract's table; a pixel is `points` wide.

    Specks that it took for marks, and is not sure of, are left out.
    """
    rows = csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [word for row in rows if (word := _word(row, points)) is not None]


def _word(row: dict[str, str], points: float) -> OcrWord | None:
    text = (row.get("text") or "").strip()
    if row.get("level") != _WORD_LEVEL or not text:
        return None
    try:
        block, par, line = (int(row[f"{name}_num"]) for name in ("block", "par", "line"))
        left, top, width, height = (int(row[n]) for n in ("left", "top", "width", "height"))
        confidence = min(1.0, max(0.0, float(row["conf"]) / 100))
    except (KeyError, ValueError, TypeError):
        return None
    unsure = confidence < _LEAST_SURE and not any(character.isalnum() for character in text)
    if unsure or all(character in _SPECKS for character in text):
        return None
    return OcrWord(
        text,
        (block, par, line),
        left * points,
        top * points,
        (left + width) * points,
        (top + height) * points,
        confidence,
    )


def strips_of(pages: Mapping[int, Sequence[OcrWord]]) -> dict[int, list[Strip]]:
    """Return the printed lines of each page as strips, in Tesseract's reading order.

    The size of their type is told from the heights of their letters, in points; lines near the
    commonest size of the document have exactly that one. A column of numbers beside the text is
    put in front of its lines.
    """
    lines = {
        number: [list(group) for _, group in groupby(words, key=lambda word: word.line)]
        for number, words in pages.items()
    }
    settled = _settled([line for page in lines.values() for line in page])
    return {
        number: with_numbers([
            (line[0].line[0], _strip(line, next(settled), number)) for line in page
        ])
        for number, page in lines.items()
    }


def _type_size(line: Sequence[OcrWord]) -> float:
    """Return the size of a line's type: a word with tall letters is .72 of it high, and so on."""
    found = [(word.bottom - word.top) / _share(word.text) for word in line]
    return min(max(median(found), _SMALLEST), _LARGEST)


def _share(text: str) -> float:
    """Return how much of the size of its type a word is high."""
    height = _X_HEIGHT if all(character in _LOW for character in text) else _ASCENDER
    return height + (_DESCENT if any(character in _DESCENDERS for character in text) else 0.0)


def _settled(lines: Sequence[Sequence[OcrWord]]) -> Iterator[float]:
    sizes = [_type_size(line) for line in lines]
    weights: Counter[float] = Counter()
    for size, line in zip(sizes, lines, strict=True):
        weights[round(size / _STEP) * _STEP] += sum(len(word.text) for word in line)
    for size in sizes:
        near = [other for other in weights if abs(other - size) <= _ALIKE * size]
        yield max(near, key=lambda other: (weights[other], -other), default=size)


def _strip(line: Sequence[OcrWord], size: float, page: int) -> Strip:
    text: list[str] = []
    lefts: list[float] = []
    right = line[0].left
    for word in line:
        if text:
            text.append(TAB if word.left - right > _WIDE_GAP * size else " ")
            lefts.append(max(right, lefts[-1]))
        start = max(word.left, right if text else word.left)
        end = max(word.right, start)
        text.extend(word.text)
        step = (end - start) / len(word.text)
        lefts.extend(start + place * step for place in range(len(word.text)))
        right = end
    base = median(_base(word, size) for word in line)
    return Strip("".join(text), lefts, right, base - 0.75 * size, base + 0.25 * size, size, page)


def _base(word: OcrWord, size: float) -> float:
    """Return where the letters of a word stand, in points from the top of the page."""
    below = any(character in _DESCENDERS for character in word.text)
    return word.bottom - (_DESCENT * size if below else 0.0)


class Confidences:
    """How sure the reading of each word is, found again by where the word stands."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, float], list[OcrWord]] = {}

    def keep(self, page: int, words: Iterable[OcrWord]) -> None:
        """Keep the words of one page."""
        for word in words:
            self._known.setdefault((page, round(word.left)), []).append(word)

    def of(self, text: str, lines: Iterable[Line]) -> Iterator[Confidence]:
        """Yield each word of the text that was read off a picture, in the order of `lines`."""
        for line in lines if self._known else ():
            start = line.start
            for part in text[line.start : line.end].split(" "):
                end = start + len(part)
                if part:
                    left = line.edges[start - line.start]
                    sure = self._sure(line, left)
                    if sure is not None:
                        yield start, end, round(sure, 3)
                start = end + 1

    def _sure(self, line: Line, left: float) -> float | None:
        middle = (line.top + line.bottom) / 2
        for near in (round(left), round(left) - 1, round(left) + 1):
            for word in self._known.get((line.page, near), ()):
                off = abs((word.top + word.bottom) / 2 - middle)
                if abs(word.left - left) < 1 and off < 0.75 * (line.bottom - line.top):
                    return word.confidence
        return None
