"""Rich Text files (.rtf), read by their control words (Rich Text Format 1.9.1)."""

import re
from collections.abc import Callable
from dataclasses import replace

from caseview.domain.document import DocumentText, ParagraphStyle
from caseview.domain.errors import ReadError
from caseview.readers.assemble import Piece, assemble
from caseview.readers.contents import with_contents
from caseview.readers.limits import USUAL, Limits, check_size
from caseview.readers.noise import describes_picture
from caseview.readers.pseudo_headings import with_headings
from caseview.readers.rtf_state import (
    READ,
    SILENT,
    SYMBOLS,
    Header,
    State,
    charset_encoding,
    encoding_of,
)
from caseview.readers.rtf_tokens import Token, tokens
from caseview.readers.rtf_writer import RtfWriter
from caseview.readers.tidy_breaks import made_whole

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_DEEPEST_HEADING = 6
_SIGNS = {"~": " ", "_": "-", "-": "", "\n": "\n", "\r": "\n"}
_HALF_POINTS = 2
_CODE_UNITS = 65_536


def read_rich_text(data: bytes, limits: Limits = USUAL) -> DocumentText:
    """Return the document in a Rich Text file's bytes.

    Headings (by style or outline level), lists with the numbers the file shows, notes, text
    boxes and table rows are read; deleted and hidden words, pictures, page headers and footers
    are left out. There are no pages. Raises ReadError.
    """
    check_size(len(data), limits.file)
    reader = _Reader()
    for token in tokens(data):
        reader.take(token)
    found = reader.finish()
    if not found:
        raise ReadError(
            "The Rich Text file holds no words: it may be damaged, or be a picture.",
            "Open it in Word, save it as .docx and import that.",
        )
    pieces = [piece for piece in with_headings(found) if not describes_picture(piece.text)]
    remarks = []
    if reader.hidden:
        hidden = reader.hidden
        what = "1 hidden passage was" if hidden == 1 else f"{hidden} hidden passages were"
        remarks.append(f"{what} left out.")
    if not reader.whole:
        remarks.append("The file stops before its end: words may be missing.")
    return assemble(made_whole(with_contents(pieces)), remarks=remarks)


class _Reader:
    """Takes one token after another and keeps what holds in each group."""

    def __init__(self) -> None:
        self.text = RtfWriter()
        self.hidden = 0
        self.whole = True
        self._header = Header()
        self._state = State()
        self._groups: list[tuple[State, RtfWriter]] = []
        self._writer = self.text
        self._notes = 0
        self._starred = False
        self._bytes = bytearray()
        self._to_skip = 0
        self._style = 0
        self._name = ""
        self._font = 0

    def finish(self) -> list[Piece]:
        """Close what the file left open and return the paragraphs of the text."""
        self._flush()
        self.whole = not self._groups
        while self._groups:
            self._close()
        return self.text.finish()

    def take(self, token: Token) -> None:
        """Take the next token."""
        if token.kind == "words":
            self._take_bytes(token.held)
            return
        if token.kind == "byte":
            self._take_bytes(token.held)
            return
        self._flush()
        if token.kind == "open":
            self._to_skip = 0
            self._groups.append((self._state, self._writer))
            self._state = self._state.copy()
            self._state.starts, self._starred = True, False
            return
        if token.kind == "close":
            self._close()
        elif token.kind == "sign":
            self._sign(token.word)
        else:
            self._word(token.word, token.number)
        if not self._starred:
            self._state.starts = False

    def _take_bytes(self, held: bytes) -> None:
        skipped = min(self._to_skip, len(held))
        self._to_skip -= skipped
        self._bytes += held[skipped:]
        self._state.starts = False

    def _flush(self) -> None:
        if not self._bytes:
            return
        encoding = self._state.encoding or self._header.encoding
        held, self._bytes = bytes(self._bytes), bytearray()
        self._put(held.decode(encoding, errors="replace"))

    def _put(self, words: str) -> None:
        state = self._state
        if state.into == "style":
            self._name += words
        elif state.into in {"text", "note", "number"} and not state.deleted:
            if state.hidden:
                self.hidden += bool(words.strip())
            else:
                self._writer.add(words, state)

    def _close(self) -> None:
        if not self._groups:
            return
        closed, (state, outer) = self._state, self._groups.pop()
        if closed.into == "style" and self._name:
            found = _HEADING.match(self._name.strip())
            if found:
                self._header.levels[self._style] = min(int(found[1]) or 1, _DEEPEST_HEADING)
            self._style, self._name = 0, ""
        if self._writer is not outer:
            found_pieces = self._writer.finish()
            if closed.into == "note":
                self._notes += 1
                found_pieces = [
                    replace(
                        piece,
                        style=ParagraphStyle.FOOTNOTE,
                        level=0,
                        printed="" if at else str(self._notes),
                        bold=False,
                    )
                    for at, piece in enumerate(found_pieces)
                ]
            outer.beside(found_pieces)
        self._state, self._writer, self._starred = state, outer, False

    def _sign(self, sign: str) -> None:
        if sign == "*" and self._state.starts:
            self._starred = True
        elif sign in "\\{}":
            self._put(sign)
        elif sign in {"\n", "\r"}:
            self._end_paragraph()
        else:
            self._put(_SIGNS.get(sign, ""))

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        if state.starts and self._opens(word):
            return
        if word in SYMBOLS:
            self._put(SYMBOLS[word])
        elif word == "u":
            self._put(chr((number or 0) % _CODE_UNITS))
            self._to_skip = state.skip
        elif word in _CHARACTER:
            _CHARACTER[word](state, number)
        elif state.into in {"text", "note"}:
            self._paragraph_word(word, number)
        self._header_word(word, number)

    def _opens(self, word: str) -> bool:
        """Take the first word of a group; return whether it says where the group's words go."""
        starred, self._starred = self._starred, False
        state = self._state
        if word in SILENT or (starred and word not in READ):
            state.into = ""
        elif not state.into:
            return False
        elif word in {"fonttbl", "stylesheet"}:
            state.into = "font" if word == "fonttbl" else "style"
        elif word in {"listtext", "pntext"}:
            state.into = "number"
        elif word == "footnote":
            state.into, self._writer = "note", RtfWriter()
        elif word in {"shptxt", "dptxbxtext"}:
            self._writer = RtfWriter()
        else:
            return False
        return True

    def _paragraph_word(self, word: str, number: int | None) -> None:
        writer = self._writer
        if word in {"par", "sect"}:
            self._end_paragraph()
        elif word in {"cell", "row"}:
            (writer.end_cell if word == "cell" else writer.end_row)()
        elif word == "nestcell":
            writer.end_paragraph()
        elif word == "pard":
            writer.level, writer.in_table = 0, False
        elif word == "intbl":
            writer.in_table = True
        elif word == "s":
            writer.level = self._header.levels.get(number or 0, 0)
        elif word == "outlinelevel" and number is not None and 0 <= number < _DEEPEST_HEADING:
            writer.level = number + 1

    def _end_paragraph(self) -> None:
        if self._state.into in {"text", "note"}:
            self._writer.end_paragraph()

    def _header_word(self, word: str, number: int | None) -> None:
        if number is None:
            return
        if word == "ansicpg":
            self._header.encoding = encoding_of(number)
        elif word == "s" and self._state.into == "style":
            self._style = number
        elif word == "fcharset" and self._state.into == "font":
            self._header.fonts[self._font] = charset_encoding(number)
        elif word == "f" and self._state.into == "font":
            self._font = number
        elif word == "f":
            self._state.encoding = self._header.fonts.get(number, "")


def _set(name: str) -> Callable[[State, int | None], None]:
    """Return what turns a property on, or off where its number is nought."""

    def change(state: State, number: int | None) -> None:
        setattr(state, name, number != 0)

    return change


def _size(state: State, number: int | None) -> None:
    state.size = (number or 2 * _HALF_POINTS) / _HALF_POINTS


def _skip(state: State, number: int | None) -> None:
    state.skip = max(0, min(number if number is not None else 1, 16))


def _plain(state: State, _: int | None) -> None:
    state.bold = state.italic = state.hidden = state.deleted = False
    state.size, state.encoding = 12.0, ""


_CHARACTER: dict[str, Callable[[State, int | None], None]] = {
    "b": _set("bold"),
    "i": _set("italic"),
    "v": _set("hidden"),
    "deleted": _set("deleted"),
    "fs": _size,
    "uc": _skip,
    "plain": _plain,
}
