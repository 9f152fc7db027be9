"""The characters of one PDF page become strips."""

import ctypes
import math
import sys
from collections.abc import Callable
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from caseview.readers.strips import TAB, Strip

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the page's top left."""

Place = Callable[[float, float, float, float], Box]
"""Turns PDFium's left, bottom, right, top into a Box."""

HYPHEN = "\ufffe"
"""PDFium's sign for a hyphen at the end of a line, which may or may not belong to the word."""

_GAP = 1.0
_SMALL = 0.85
_RAISED = 0.12
_FONT_NAME = 128
_ITALIC_FLAG = 1 << 6
_BOLD_FLAG = 1 << 18
_BOLD_WEIGHT = 600
_NAMED_BOLD = ("bold", "black", "heavy", "semibold", "demi")
_NAMED_ITALIC = ("italic", "oblique")
_LEVEL = 0.1
_SURROGATES = (0xD800, 0xDFFF)
_EXPANDED = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\u2010": "-", "\u2011": "-", "\u00ad": HYPHEN, "\x02": HYPHEN,
}  # fmt: skip
_SPACES = frozenset(" \t\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000")
_NOTHING = frozenset("\uffff\u200b\u200c\u200d\u2060\ufeff\ufffd")


@dataclass(slots=True)
class _Open:
    """A strip that is being gathered: characters, edges, and the index of each in PDFium.

    `em` is the size of its first type in points, `size` the height of its boxes; `glyph` is the
    box of the last glyph and `shared` how many characters it stands for.
    """

    text: list[str] = field(default_factory=list)
    lefts: list[float] = field(default_factory=list)
    index: list[int] = field(default_factory=list)
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    size: float = 0.0
    em: float = 0.0
    space: bool = False
    glyph: Box = (0.0, 0.0, 0.0, 0.0)
    shared: int = 1


def page_strips(
    text_page: object, page: tuple[int, int], place: Place, most: int
) -> tuple[list[Strip], list[str]]:
    """Return the strips of a page in the order of writing, and words that stand askew on it.

    `text_page` is PDFium's handle, `page` the page's number and by how many degrees it is turned
    for its text to stand upright; at most `most` characters are read. A raised digit that refers
    to a footnote is left out; a gap wider than one between words becomes TAB.
    """
    count = min(pdfium.FPDFText_CountChars(text_page), most)
    if count <= 0:
        return [], []
    characters = _characters(text_page, count)
    gatherer = _Gatherer(text_page, *page)
    box = pdfium.FS_RECTF()
    reference = ctypes.byref(box)
    loose = pdfium.FPDFText_GetLooseCharBox
    for index, character in enumerate(characters):
        if character in "\r\n":
            gatherer.end()
        elif character in _SPACES:
            gatherer.space()
        elif character not in _NOTHING and (character >= " " or character in _EXPANDED):
            loose(text_page, index, reference)
            gatherer.add(character, index, place(box.left, box.bottom, box.right, box.top))
    gatherer.end()
    return gatherer.strips, gatherer.askew


def _characters(text_page: object, count: int) -> str:
    """Return one character for each of PDFium's, whatever plane it is from."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * (written - 1)].decode("utf-16-le", errors="replace")
    if len(text) == count:
        return text
    codes = (pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count))
    return "".join(chr(code) if _is_character(code) else " " for code in codes)


def _is_character(code: int) -> bool:
    return 0 < code <= sys.maxunicode and not _SURROGATES[0] <= code <= _SURROGATES[1]


class _Gatherer:
    """Gathers characters into strips."""

    def __init__(self, text_page: object, number: int, turn: int) -> None:
        self._turn = math.radians(turn)
        self.strips: list[Strip] = []
        self.askew: list[str] = []
        self._was_askew = False
        self._text_page = text_page
        self._number = number
        self._open = _Open()

    def space(self) -> None:
        """Note a space: it is put down when a character follows on the same line."""
        self._open.space = True

    def add(self, character: str, index: int, box: Box) -> None:
        """Add a character to the open strip, or begin another where it stands elsewhere."""
        held = self._open
        if held.text and self._goes_straight_on(character, index, box):
            return
        if held.text and box == held.glyph and not held.space:
            self._share(character, index)
        elif held.text and character.isdigit() and self._is_raised(box, index):
            held.right = box[2]
        else:
            if held.text:
                self._part(box, index)
            self._append(character, index, box)

    def _goes_straight_on(self, character: str, index: int, box: Box) -> bool:
        """Add a character that plainly follows on the line; return whether it does.

        Most characters do: this is the short way for them.
        """
        held = self._open
        left, top, right, bottom = box
        gap = left - held.right
        if top < held.top or bottom > held.bottom or not -held.em <= gap <= _GAP * held.em:
            return False
        small = bottom - top < _SMALL * held.size
        if box == held.glyph or character in _EXPANDED or (small and character.isdigit()):
            return False
        if held.space:
            held.text.append(" ")
            held.lefts.append(held.right)
            held.index.append(index)
            held.space = False
        held.text.append(character)
        held.lefts.append(max(left, held.lefts[-1]))
        held.index.append(index)
        held.right = max(right, held.right)
        held.glyph, held.shared = box, 1
        return True

    def _part(self, box: Box, index: int) -> None:
        """Part what comes from what is held: by a gap, a space, or as another strip."""
        left, top, _, bottom = box
        held = self._open
        if left < held.right - held.em or _apart(held, top, bottom):
            self.end()
        elif left - held.right > _GAP * held.em:
            self._put(TAB, index, held.right)
        elif held.space:
            self._put(" ", index, held.right)

    def _append(self, character: str, index: int, box: Box) -> None:
        left, top, right, bottom = box
        held = self._open
        held.space = False
        if held.text:
            held.top, held.bottom = min(top, held.top), max(bottom, held.bottom)
        else:
            held.top, held.bottom = top, bottom
            held.em = self._size(index) or bottom - top
        held.size = held.bottom - held.top
        wide = _EXPANDED.get(character, character)
        step = (right - left) / len(wide)
        for place, one in enumerate(wide):
            self._put(one, index, left + place * step)
        held.right = max(right, held.right)
        held.glyph, held.shared = box, 1

    def _share(self, character: str, index: int) -> None:
        """Add a further character of the last glyph (a ligature), which they part evenly."""
        held = self._open
        left, _, right, _ = held.glyph
        held.shared += 1
        self._put(character, index, right)
        for place in range(held.shared):
            held.lefts[place - held.shared] = left + (right - left) * place / held.shared

    def _put(self, character: str, index: int, left: float) -> None:
        self._open.text.append(character)
        self._open.lefts.append(max(left, self._open.lefts[-1]) if self._open.lefts else left)
        self._open.index.append(index)

    def end(self) -> None:
        """Close the open strip."""
        held, self._open = self._open, _Open()
        if not held.text:
            return
        angle = pdfium.FPDFText_GetCharAngle(self._text_page, held.index[0]) + self._turn
        if abs(math.remainder(angle, 2 * math.pi)) > _LEVEL:
            self._put_askew("".join(held.text))
            return
        self._was_askew = False
        samples = [held.index[0], held.index[len(held.index) // 2], held.index[-1]]
        looks = [self._look(index) for index in samples]
        sizes = sorted(self._size(index) for index in samples)
        self.strips.append(
            Strip(
                "".join(held.text),
                held.lefts,
                held.right,
                held.top,
                held.bottom,
                sizes[1] or held.em,
                self._number,
                bold=all(bold for bold, _ in looks),
                italic=all(italic for _, italic in looks),
            )
        )

    def _put_askew(self, words: str) -> None:
        """Keep words that stand askew; they come letter by letter."""
        if self._was_askew:
            self.askew[-1] += words
        else:
            self.askew.append(words)
        self._was_askew = True

    def _is_raised(self, box: Box, index: int) -> bool:
        """Return whether a digit stands above the line in smaller type, as a note's mark does."""
        _, top, _, bottom = box
        held = self._open
        if bottom - top >= _SMALL * held.size:
            return False
        first = held.index[0]
        small = self._size(index) < _SMALL * self._size(first)
        return small and self._base(index) - self._base(first) > _RAISED * held.size

    def _base(self, index: int) -> float:
        """Return how high the foot of a character stands, upwards."""
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._text_page, index, ctypes.byref(x), ctypes.byref(y))
        return float(y.value)

    def _size(self, index: int) -> float:
        """Return the size of a character's type in points as printed."""
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._text_page, index, ctypes.byref(matrix))
        scale = max(abs(matrix.d), abs(matrix.b))
        points: float = pdfium.FPDFText_GetFontSize(self._text_page, index) * scale
        return round(points, 1)

    def _look(self, index: int) -> tuple[bool, bool]:
        """Return whether a character is bold and whether it is italic."""
        name = ctypes.create_string_buffer(_FONT_NAME)
        flags = ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._text_page, index, name, _FONT_NAME, ctypes.byref(flags))
        called = name.value.decode("latin-1").lower()
        heavy = pdfium.FPDFText_GetFontWeight(self._text_page, index) >= _BOLD_WEIGHT
        bold = heavy or bool(flags.value & _BOLD_FLAG) or any(n in called for n in _NAMED_BOLD)
        italic = bool(flags.value & _ITALIC_FLAG) or any(n in called for n in _NAMED_ITALIC)
        return bold, italic


def _apart(held: _Open, top: float, bottom: float) -> bool:
    """Return whether a character stands on another line: the two share less than half."""
    shared = min(bottom, held.bottom) - max(top, held.top)
    return shared < 0.4 * min(bottom - top, held.size)
