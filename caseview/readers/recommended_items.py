"""One recommendation from one paragraph: its label or number, its words, whom a label names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.readers.lines import fold
from caseview.readers.recommended_to import is_group_heading
from caseview.readers.wording import any_of, whole_words

_COUNT = r"\d{1,3}(?:\.\d{1,2})?[a-z]?|one|two|three|four|five|six|seven|eight|nine|ten"
_LETTERED = r"(?-i:[A-Z])(?=\s*(?:[:.)\-–—|]|$))"
NAME = r"(?-i:[A-Z])[^.:;()\[\]]{2,80}?"
"""A pattern for a name that stands in brackets or before a colon."""

_LABEL = re.compile(
    r"\s*(?:(?:national|local|single[- ]agency|multi[- ]agency|overview|panel|imr|key)\s+)?"
    rf"(?P<word>recommendations?)\s*(?:no\.?\s*|number\s*)?(?P<number>{_COUNT}|{_LETTERED})?"
    rf"(?:\s*\((?P<to>[^()]{{3,80}})\)|\s+(?:for|to)\s+(?P<for>{NAME})(?=\s*[:\-–—]))?"
    r"(?P<end>\s*[:.)\-–—|]+\s*|\s*$|\s+(?-i:(?=[A-Z])))",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"[.;:!?”\"]\s+(?=Recommendation\s+(?:no\.?\s*)?\d{1,2}\s*[:.–—-]\s)")
_R = re.compile(r"\s*\(?(?P<number>R(?:ec)?\.?\s?\d{1,3}(?:\.\d{1,2})?)\)?\s*[:.)\-–—|]*\s+(?=\S)")
_NUMBER = re.compile(
    r"\s*\(?(?P<number>\d{1,2}(?:\.\d{1,2})?|[ivx]{1,5}|[a-z])\s*[.)\]:]+\s*(?=[A-Z“\"'])"
)
_DO = any_of("""
    ensure / review / consider / develop / provide / seek / audit / introduce / adopt / agree
    establish / undertake / produce
""")
_ASKS = whole_words(rf"should / must / recommend(?:s|ed)? / needs? to / ought to / to {_DO}")
_OPENS = re.compile(rf"(?:to\s+)?(?:{_DO}|ask|make|that)\b")
_INTRODUCES = re.compile(
    any_of(r"""
    (?:following|these|above|below) recommendations?\b / \b(?:do|take) the following\W*$ / [:;]\s*$
    recommendations? (?:are|were|is|below|set out|that follow|have been|made)\b
    """)
)
_ANNOUNCES = re.compile(r"\brecommend(?:s|ed|ations?)?\b[^.]{0,80}:\s*$")
_SHOULD = re.compile(r"\bshould\b")
_QUESTION = re.compile(r"^questions?\s+(?:for|to)\b|\?\s*$")
_LONGEST_NUMBER = 6
_LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Item:
    """A recommendation being read: its number, its words, and what its group is."""

    number: str
    start: int
    end: int
    group: str = ""
    addressee: str | None = None
    sure: bool = False


def parted(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the passages, cut where a label opens a sentence inside one.

    A page without gaps between its paragraphs runs them together.
    """
    for passage in passages:
        cuts = [match.end() for match in _WITHIN.finditer(passage.text)]
        if not cuts or passage.style is not ParagraphStyle.BODY:
            yield passage
            continue
        for begin, end in pairwise([0, *cuts, len(passage.text)]):
            words = passage.text[begin:end].rstrip()
            start = passage.start + begin
            printed = "" if begin else passage.printed
            yield replace(passage, start=start, end=start + len(words), text=words, printed=printed)


def labelled(passage: Passage) -> Item | None:
    """Return the recommendation that a paragraph outside such a section is labelled as."""
    match = _LABEL.match(passage.text)
    if match is None or not match["number"] or match.end() >= len(passage.text):
        return None
    if match["word"].lower() != "recommendation" or not match["end"].strip():
        return None
    start = passage.start + match.end()
    addressee = match["to"] or match["for"]
    return Item(match["number"], start, passage.end, addressee=addressee, sure=True)


def heads_group(passage: Passage) -> bool:
    """Return whether a paragraph names the body that the recommendations below it are for."""
    if passage.style is ParagraphStyle.HEADING:
        return not _numbered(passage)
    asks = _OPENS.match(fold(passage.text)) is not None
    return is_group_heading(passage.text) and not asks and not _numbered(passage)


def asks_question(passage: Passage) -> bool:
    """Return whether a paragraph asks a question, or heads a list of questions.

    A heading that is itself a question ("What should happen now?") may head recommendations.
    """
    plain = fold(passage.text)
    if passage.style is ParagraphStyle.HEADING:
        plain = plain.rstrip(" ?")
    return _QUESTION.search(plain) is not None


def announces(passage: Passage) -> bool:
    """Return whether a paragraph opens a list of recommendations ("It is recommended that:")."""
    return _ANNOUNCES.search(fold(passage.text)) is not None


def _numbered(passage: Passage) -> bool:
    label = _LABEL.match(passage.text)
    labelled = label is not None and label["number"] is not None
    return labelled or _R.match(passage.text) is not None


def item_of(passage: Passage, pending: str, group: str) -> Item | None:
    """Return what a paragraph of a section of recommendations recommends, None where nothing.

    `pending` is the number of a label on a line of its own above it, `group` the heading of the
    list that it stands in.
    """
    plain = fold(passage.text)
    if pending:
        return Item(pending, passage.start, passage.end, group, sure=True)
    for pattern in (_LABEL, _R, _NUMBER):
        match = pattern.match(passage.text)
        if match and match["number"] and match.end() < len(passage.text):
            named = match["to"] or match["for"] if pattern is _LABEL else None
            start = passage.start + match.end()
            return Item(match["number"], start, passage.end, group, named, sure=True)
    asks = _ASKS.search(plain) is not None or _OPENS.match(plain) is not None
    introduces = _INTRODUCES.search(plain) is not None and _SHOULD.search(plain) is None
    if introduces or len(plain.split()) < _LEAST_WORDS:
        return None
    listed = passage.printed and len(passage.printed) <= _LONGEST_NUMBER
    paragraph = "." in passage.printed.strip("().")
    if listed and (asks or not paragraph):
        return Item(
            passage.printed.strip("().") or "", passage.start, passage.end, group, sure=True
        )
    if passage.style is ParagraphStyle.LIST_ITEM and asks:
        return Item("", passage.start, passage.end, group)
    return Item("", passage.start, passage.end, group) if asks else None


def lone_label(passage: Passage) -> str:
    """Return the number of a label that stands alone above its recommendation, "" elsewhere."""
    label = _LABEL.match(passage.text)
    alone = label is not None and label.end() >= len(passage.text)
    return (label["number"] or "") if label and alone else ""
