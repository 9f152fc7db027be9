"""Paragraphs that hold several recommendations, parted where each begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.readers.recommended_items import R_NUMBER, asks

_WITHIN = re.compile(
    r"[.;:!?”\"]\s+(?=Recommendation\s+(?:no\.?\s*)?(?:\d{1,2}|(?-i:[A-Z]))\s*[:.–—-]\s)",
    re.IGNORECASE,
)
# "First, the Trust should ... Secondly, the Board should ..." in one paragraph.
_FIRST = re.compile(
    r"(?:^|[.:]\s+)(?P<first>(?:first|second|third|fourth|fifth|sixth)(?:ly)?,"
    r"|(?:our|the)\s+first\b[^.]{0,20}\bis\b)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"[.;]\s+(?=(?:and\s+)?(?:second|third|fourth|fifth|sixth|final|last)(?:ly)?,"
    r"|(?:our|the)\s+(?:second|third|fourth|fifth|final|last)\b[^.]{0,20}\bis\b)",
    re.IGNORECASE,
)
_WITHIN_R = re.compile(r"[.;!?”\"]\s+(?=R\d{1,2}[:.]?\s+[A-Z])")


def parted(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the passages, cut where a label opens a sentence inside one.

    A page without gaps between its paragraphs runs them together.
    """
    for passage in passages:
        counted = _counted_within(passage.text)
        within = _WITHIN_R if R_NUMBER.match(passage.text) else _WITHIN
        cuts = counted or [match.end() for match in within.finditer(passage.text)]
        if not cuts or passage.style is not ParagraphStyle.BODY:
            yield passage
            continue
        for begin, end in pairwise([0, *cuts, len(passage.text)]):
            words = passage.text[begin:end].rstrip()
            start = passage.start + begin
            printed = "" if begin and not counted else passage.printed
            yield replace(passage, start=start, end=start + len(words), text=words, printed=printed)


def _counted_within(words: str) -> list[int]:
    """Return where sentences open that count what they ask for in words, [] for other words."""
    first = _FIRST.search(words)
    if first is None or not asks(words[first.end() :].strip()):
        return []
    rest = [match.end() for match in _NEXT.finditer(words, first.end())]
    begin = first.start("first")
    return [begin, *rest] if begin and rest else rest
