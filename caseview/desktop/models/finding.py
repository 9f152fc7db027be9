"""Finding words in one text: letters compared without case, accents or the shape of quotes."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from caseview.domain.span import Span

_SAME = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u2033"), '"'),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-"),
}


class _Folded(dict[int, str]):
    """Maps each letter to one plain letter, so that offsets stay as they are."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        plain = unicodedata.normalize("NFKD", letter).casefold()
        kept = next((part for part in plain if not unicodedata.combining(part)), letter)
        self[code] = kept
        return kept


def folded(text: str) -> str:
    """Return the text in plain letters, as long as it was."""
    return text.translate(_Folded(_SAME))


def occurrences(plain: str, typed: str) -> tuple[Span, ...]:
    """Return where words typed stand in a folded text, in reading order and apart.

    White space between the words may be of any length, so a line's end parts nothing.
    """
    words = [re.escape(word) for word in folded(typed).split()]
    if not words:
        return ()
    found = re.finditer(r"\s+".join(words), plain)
    return tuple(Span(match.start(), match.end()) for match in found)


def following(spans: Sequence[Span], offset: int, *, forwards: bool = True) -> int | None:
    """Return the place in `spans` of the next from `offset` on, going round; None of none.

    Backwards it is the last that begins before `offset`.
    """
    if not spans:
        return None
    starts = [span.start for span in spans]
    at = bisect_left(starts, offset) if forwards else bisect_right(starts, offset - 1) - 1
    return at % len(spans)
