"""Questions that a review puts to its board where it makes no recommendations."""

import re
from collections.abc import Iterator, Sequence

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.section import SectionRole
from caseview.readers.lines import fold
from caseview.readers.recommended_items import Item
from caseview.readers.recommended_to import Addressing

_HEADS = re.compile(
    r"(?:\d+[.)]?\s+)?(?:(?:key|issues?|challenge|learning)\s+)?(?:questions?|considerations?|issues)"
    r"(?:\s+and\s+\w+)?\s+(?:for|to)\s+(?:the\s+|be\s+)?(?P<who>[^?.]{3,80}?)\W*$",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:key\s+|challenge\s+)?questions?(?:\s+(?:arising|raised))?\W*", re.IGNORECASE
)
# "How can the Board be assured that ...?", not "How did the Board ...?".
_TO_BOARD = re.compile(
    r"(?:how|what|when|where|which|who|in what ways?|to what extent)?\s*(?:\w+\s+)?"
    r"(?:can|could|does|do|is|are|will|would|should|might|needs?|has|have)\b[^?]*"
    r"\b(?:board|partnership|safeguarding partners|csp|partners|executive)\b[^?]*\?"
)
_TELLING = frozenset({SectionRole.FINDINGS, SectionRole.ANALYSIS, SectionRole.LEARNING})
# A heading and its questions in one paragraph.
_INLINE = re.compile(
    r"(?:key\s+)?questions?\s+(?:for|to)\s+(?:the\s+)?(?P<who>[^?.:]{3,80}):\s+(?=\S)",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"[^?]+\?")
_OTHERS = re.compile(
    r"\b(?:practitioners?|reflection|staff|workers?|managers|consider)\b", re.IGNORECASE
)
_TO_DO = re.compile(
    r"\s+to\s+(?:consider|reflect|think|address|answer|explore|ask)\b.*", re.IGNORECASE
)
_LINES = frozenset({ParagraphStyle.BODY, ParagraphStyle.LIST_ITEM})
_MOST_HEADING_WORDS = 14


def questions_of(passages: Sequence[Passage], addressing: Addressing) -> Iterator[Item]:
    """Yield the questions that stand under headings such as "Questions for the Board".

    A method in use for reviews of children and adults ends each finding with them and makes no
    recommendations. A question in the text, or to practitioners, is none.
    """
    group, board = "", addressing.of("", "") or ""
    told = others = False
    for passage in passages:
        told = told or passage.role in _TELLING
        head = _HEADS.match(passage.text)
        if inline := _INLINE.match(passage.text):
            yield from _asked(passage, inline, addressing)
            continue
        short = len(passage.text.split()) <= _MOST_HEADING_WORDS
        if head and short:
            asked = _TO_DO.sub("", head["who"])
            who = addressing.of("", f"for {asked}")
            group = who if who and not _OTHERS.search(asked) else ""
            others = not group
        elif told and _ALONE.fullmatch(passage.text):
            group, others = board, False
        elif told and not others and _to_board(passage):
            number = passage.printed.strip("().")
            yield Item(number, passage.start, passage.end, addressee=group or board, sure=True)
        elif passage.style is ParagraphStyle.HEADING or passage.style not in _LINES:
            group, others = "", False
        elif group and fold(passage.text).rstrip().endswith("?"):
            number = passage.printed.strip("().")
            yield Item(number, passage.start, passage.end, addressee=group, sure=True)


def _to_board(passage: Passage) -> bool:
    """Whether a paragraph asks the board what it can do, in what a review found."""
    plain = fold(passage.text).strip()
    return passage.role in _TELLING and _TO_BOARD.fullmatch(plain) is not None


def _asked(passage: Passage, head: re.Match[str], addressing: Addressing) -> Iterator[Item]:
    """Yield the questions that stand behind their heading in one paragraph."""
    who = addressing.of("", f"for {head['who']}")
    if who is None or _OTHERS.search(head["who"]):
        return
    for match in _QUESTION.finditer(passage.text, head.end()):
        start = match.end() - len(match.group().lstrip())
        yield Item("", passage.start + start, passage.start + match.end(), addressee=who, sure=True)
