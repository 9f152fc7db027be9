"""Whom a coroner's report is sent to: the lines of its first box, one addressee each."""

import re
from collections.abc import Iterator, Sequence

from caseview.readers.form_boxes import Box
from caseview.readers.lines import Line, fold

_MARK = re.compile(r"^\s*(?:\(?\d{1,2}[.):]+|\(?[a-hivx]{1,3}[.)]+|[•\-–—*·▪])\s*", re.IGNORECASE)
_INSIDE = re.compile(r"\s+(?=\(?\d{1,2}[.)]\s+[A-Z])|\s*\|\s*|\s*;\s+(?=[A-Z])")
_ASIDE = re.compile(
    r"^(?:i\s+(?:am|have|shall|will)\b|copied|cc\b|copy|note\b|this report|the following|and\s*$|regulation 28|page\b)"
)
_LEAD = re.compile(r"^(?:to|and|the)\s*:\s*|^(?:to|and)\s+(?=[A-Z])")


def addressees_of(lines: Sequence[Line], boxes: Sequence[Box]) -> Iterator[tuple[str, int, int]]:
    """Yield each addressee as printed, without its number, with its place."""
    for box in boxes:
        if box.name == "sent_to":
            yield from _in_box(lines, box)
            return


def _in_box(lines: Sequence[Line], box: Box) -> Iterator[tuple[str, int, int]]:
    for line in lines:
        if line.end <= box.body or line.start >= box.end:
            continue
        start = max(line.start, box.body)
        words = line.text[start - line.start :]
        for begin, part in _parts(words):
            if _ASIDE.match(fold(part)):
                return
            yield part, start + begin, start + begin + len(part)


def _parts(words: str) -> Iterator[tuple[int, str]]:
    place = 0
    for piece in _INSIDE.split(words):
        place = words.index(piece, place)
        mark = _MARK.match(piece)
        begin = place + (mark.end() if mark else 0)
        part = words[begin : place + len(piece)]
        lead = _LEAD.match(part)
        if lead:
            begin, part = begin + lead.end(), part[lead.end() :]
        trimmed = part.strip(" ,;:.|\t")
        if any(char.isalpha() for char in trimmed):
            yield begin + part.index(trimmed), trimmed
        place += len(piece)
