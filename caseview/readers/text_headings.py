"""Which paragraphs of a plain text are headings: by their shape, and by what they stand over."""

import re
from collections.abc import Sequence
from dataclasses import replace

from caseview.domain.document import ParagraphStyle
from caseview.readers.assemble import Piece
from caseview.readers.headings import could_be_heading, in_capitals, is_caption, states
from caseview.readers.joins import is_closed
from caseview.readers.recommended_labels import ends_amid_name

_LONG_LINE = 60
_DEEPEST = 6
_WHOLE = re.compile(r"(\d{1,2})[.)]?\s+(?=[A-Z])")
_OF_LISTS = re.compile(
    r"(?:glossary(?:\s+of\s+[\w ]{3,30})?|abbreviations|acronyms|bibliography|references)\W*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:[A-Z][\w-]*\s+)?(?:recommendation|finding|learning point|lesson|question|theme|action)\s+"
    r"(?:no\.?\s*)?[A-Z]{0,3}\d{1,2}(?:\.\d{1,2})?[a-z]?\s*[:.]?",
    re.IGNORECASE,
)
_LABEL_TO = re.compile(r"recommendations?(?:\s+\d{1,2})?\s+(?:to|for)\s[^:]*$", re.IGNORECASE)
_LABEL_BEFORE = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?(?:recommendation|rec\.?)\s+[a-z]{0,3}\d{1,2}(?:\.\d{1,2})?[a-z]?"
    r"\s*[:.–—-]\s+(?=\S)",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:should|must|shall|needs? to|ought to|recommends?|recommended)\b")
_REMARK = re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,2}: (?=\S)")


def heads_list(line: str) -> bool:
    """Return whether a line names a part that holds nothing but short entries: "Glossary"."""
    return _OF_LISTS.fullmatch(line) is not None


def is_label(line: str) -> bool:
    """Return whether a line is nothing but a label and its number: "Recommendation 1"."""
    return _LABEL.fullmatch(line) is not None


def opens_remark(line: str) -> bool:
    """Return whether a line opens with what it says of something: "Action:", "Lead agency:"."""
    return _REMARK.match(line) is not None


def opens_label(line: str) -> bool:
    """Return whether a line opens with a label and its number: "Recommendation 2: Bank staff"."""
    return _LABEL_BEFORE.match(line) is not None


def is_begun(line: str, below: str) -> bool:
    """Return whether a line only begins to say who is asked for what, and `below` goes on.

    "Recommendation to Marsford Council and Vale" above "Valley Trust: to keep a list".
    """
    if _LABEL_TO.match(line) is not None and ":" in below[:_LONG_LINE]:
        return True
    label = _LABEL_BEFORE.match(line)
    words = line[label.end() :] if label else line
    return (label is not None and _ASKS.search(words) is not None) or ends_amid_name(words, below)


def with_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the paragraphs with those that head others marked as headings.

    Capitals make a heading of the first level, other short lines one of the second; a number of
    several parts ("3.2") sets the level itself. What heads nothing is no heading, but for one
    whose number follows that of a heading, over another heading.
    """
    marked: list[Piece] = []
    for piece, after in zip(pieces, [*pieces[1:], None], strict=False):
        level = _heading_level(piece, after)
        if is_caption(piece.text) and not level:
            marked.append(replace(piece, style=ParagraphStyle.CAPTION))
        elif level:
            marked.append(replace(piece, style=ParagraphStyle.HEADING, level=level))
        else:
            marked.append(piece)
    return _with_chapters(marked)


def _heading_level(piece: Piece, after: Piece | None) -> int:
    text = piece.text
    if after is None or is_caption(text) or not could_be_heading(text.rstrip(":")):
        return 0
    capitals = in_capitals(text)
    if not capitals and (text.endswith(":") or "|" in text or states(text)):
        return 0
    if capitals:
        return 1
    closed = is_closed(after.text) or len(after.text) > _LONG_LINE
    heads = (len(after.text) > len(text) and closed) or heads_list(text)
    if not heads or (piece.printed.startswith("(") or piece.printed.endswith(")")):
        return 0
    return min(_DEEPEST, piece.printed.count(".") + 1) if "." in piece.printed else 2


def _with_chapters(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the paragraphs with the numbered ones right over a heading marked as headings too.

    Their number goes on from that of the last heading with a whole number.
    """
    marked: list[Piece] = []
    level, number = 0, 0
    for piece, after in zip(pieces, [*pieces[1:], None], strict=False):
        here = _chapter(piece)
        over = after is not None and after.style is ParagraphStyle.HEADING and not _chapter(after)
        plain = could_be_heading(piece.text) and not is_closed(piece.text)
        if level and here == number + 1 and over and plain:
            marked.append(replace(piece, style=ParagraphStyle.HEADING, level=level))
        else:
            marked.append(piece)
        if here and marked[-1].style is ParagraphStyle.HEADING:
            level, number = marked[-1].level, here
    return marked


def _chapter(piece: Piece) -> int:
    """Return the whole number before a paragraph, apart from it or in its text, 0 for none."""
    match = _WHOLE.match(f"{piece.printed} {piece.text}".lstrip())
    return int(match[1]) if match else 0
