"""What a section does by what its paragraphs say, where its heading names no role."""

import re
from collections.abc import Sequence

from caseview.domain.section import SectionRole
from caseview.readers.lines import fold
from caseview.readers.wording import any_of

_MONTH = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|spring|summer|autumn|winter"
)
_DATED = re.compile(
    rf"\b(?:in|on|by|from|during|between|since|until|late|early|mid)[\s-]"
    rf"(?:the\s|early\s|late\s|mid-?\s?|evening\sof\s|\d{{1,2}}(?:st|nd|rd|th)?\s)*"
    rf"(?:(?:{_MONTH})\b|(?:19|20)\d\d\b)"
)
_ANNOUNCES = re.compile(
    any_of(r"""
    \bwe recommend / \bit is recommended / \brecommendations? (?:is|are|were) made
    \bthe (?:panel|review|reviewer|author|report) recommends? / \bfollowing recommendations?\b
    """)
    + r"[^.]{0,80}:\s*$"
)
_LABELLED = re.compile(r"(?:recommendation|r)\s?\d{1,2}\b")
_FEWEST = 2


def role_told(paragraphs: Sequence[str]) -> SectionRole | None:
    """Return what a section does by its paragraphs, None where they do not tell.

    One that announces or labels recommendations makes them; one whose paragraphs mostly say when
    things happened is a chronology.
    """
    plain = [fold(words).strip() for words in paragraphs]
    labelled = sum(_LABELLED.match(words) is not None for words in plain)
    if any(map(_ANNOUNCES.search, plain)) or (plain and labelled * 2 >= len(plain)):
        return SectionRole.RECOMMENDATIONS
    dated = sum(_DATED.search(words) is not None for words in plain)
    if dated >= _FEWEST and dated * 2 >= len(plain):
        return SectionRole.CHRONOLOGY
    return None
