"""Contents pages: lines that only say on which page a part begins."""

import re
from collections.abc import Sequence
from dataclasses import replace

from caseview.domain.document import ParagraphStyle
from caseview.readers.assemble import Piece

_TITLE = re.compile(r"(?:table of )?contents(?: page)?:?|index", re.IGNORECASE)
_LEADER = re.compile(r"(?:\s?[.·…_]){4,}\s*(?:\d{1,4}|[ivxl]{1,6})$")
_ENTRY = re.compile(r"\S.*[\s.…](?P<page>\d{1,4}|[ivxl]{1,6})$")
_LONGEST = 200
_FEWEST_LISTED = 3
_STARTS = {ParagraphStyle.BODY, ParagraphStyle.LIST_ITEM, ParagraphStyle.HEADING}


def with_contents(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the paragraphs with contents lines marked as such.

    A line with dots up to a page number is one wherever it stands; after the heading "Contents"
    every line that ends in a number not below the last one is, up to the first that is not. A
    list without page numbers is one where its lines come again, as headings do.
    """
    marked = list(pieces)
    within, page, run = False, 0, 0
    for index, piece in enumerate(pieces):
        if _TITLE.fullmatch(piece.text.strip()):
            within, page, run = True, 0, 0
            for listed in range(index + 1, index + 1 + _listed(pieces[index + 1 :])):
                marked[listed] = _as_contents(pieces[listed])
            continue
        entry = _ENTRY.fullmatch(piece.text) if len(piece.text) <= _LONGEST else None
        if piece.style in _STARTS and _LEADER.search(piece.text):
            marked[index] = _as_contents(piece)
        elif within and entry and piece.style in _STARTS:
            here = int(entry["page"]) if entry["page"].isdigit() else page
            within = here >= page
            page = here
            run += 1
            if within:
                marked[index] = _as_contents(piece)
        elif within and not (run and _wraps(piece, pieces[index + 1 : index + 2])):
            within = False
    return marked


def _listed(after: Sequence[Piece]) -> int:
    """Return how many of the lines that follow are a list of headings which come again."""
    keys = [_key(piece) for piece in after]
    places: dict[str, int] = {key: place for place, key in enumerate(keys)}
    count = 0
    for place, (piece, key) in enumerate(zip(after, keys, strict=True)):
        again = key and places[key] > place and key not in keys[:place]
        if piece.style not in _STARTS or len(piece.text) > _LONGEST or not again:
            break
        count = place + 1
    return count if count >= _FEWEST_LISTED else 0


def _key(piece: Piece) -> str:
    """Return the letters of a line, by which it is known again."""
    if len(piece.text) > _LONGEST:
        return ""
    return "".join(char for char in piece.text.lower() if char.isalpha())


def _as_contents(piece: Piece) -> Piece:
    return replace(piece, style=ParagraphStyle.CONTENTS, level=0)


def _wraps(piece: Piece, after: Sequence[Piece]) -> bool:
    """Return whether a line without a number is the first half of a contents line."""
    follows = after and _ENTRY.fullmatch(after[0].text)
    return bool(follows) and len(piece.text) <= _LONGEST and not piece.text.endswith(".")
