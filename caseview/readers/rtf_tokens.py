"""Rich Text becomes control words, characters and groups, within set limits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caseview.domain.errors import ReadError

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<hex>[0-9A-Fa-f]{2})"
    rb"|\\(?P<sign>[^A-Za-z])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<words>[^\\{}\r\n]+)"
    rb"|[\r\n]+|\\",
    re.DOTALL,
)
_DEEPEST = 500


@dataclass(frozen=True, slots=True)
class Token:
    """One part of the file: "open", "close", "word" (with its number), "byte", "sign", "words".

    `number` is None where a control word has none.
    """

    kind: str
    word: str = ""
    number: int | None = None
    held: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the parts of a Rich Text file in order, up to the end of its outermost group.

    Raises ReadError where groups are nested more than 500 deep.
    """
    place, depth = 0, 0
    while place < len(data):
        found = _TOKEN.match(data, place)
        if found is None:
            return
        place = found.end()
        token = _token(found)
        if token is None:
            continue
        if token.word == "bin":
            place += max(0, token.number or 0)
        depth += {"open": 1, "close": -1}.get(token.kind, 0)
        if depth > _DEEPEST:
            raise ReadError(
                "The Rich Text file is nested too deeply to be read. Nothing was imported from it.",
                "Open it in Word, save it as .docx and import that.",
            )
        yield token
        if depth <= 0:
            return


def _token(found: re.Match[bytes]) -> Token | None:
    """Return what was found as a token, None for a line end of the file itself."""
    if found["word"]:
        number = int(found["number"]) if found["number"] else None
        return Token("word", found["word"].decode("ascii"), number)
    if found["brace"]:
        return Token("open" if found["brace"] == b"{" else "close")
    if found["hex"]:
        return Token("byte", held=bytes.fromhex(found["hex"].decode("ascii")))
    if found["sign"]:
        return Token("sign", found["sign"].decode("latin-1"))
    return Token("words", held=found["words"]) if found["words"] else None
