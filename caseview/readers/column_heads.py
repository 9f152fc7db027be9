"""What the head of a table calls its columns: what is recommended, its number, who is to act."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from caseview.readers.lines import fold
from caseview.readers.wording import whole_words

_RECOMMENDATION = re.compile(
    r"\brecommend(?:s|ed|ations?)?\b"
    r"|^(?:what )?(?:we |our )?asks?$|^(?:should|must)(?: do)?$"
    r"|^what (?:\w+ ){1,5}(?:is|are) asked to do"
    r"|\bwhat (?:should|must|needs to|has to) (?:now )?(?:change|happen|be done)"
    r"|^what we (?:now )?(?:want|need|would like|expect|ask)\b"
    r"|^(?:and )?now what\b|^what (?:now|next)\b|^what happens (?:now|next)\b|^next steps?$"
)
# A column beside the recommendation that only speaks of it.
_ABOUT_IT = whole_words(r"""
    lead / owner / status / progress / response / rationale / reason / date / source / origin
    no recommendations? / accepted / theme / to meet / to address / to achieve / arising / taken
    update / outcome
""")
# A narrow column breaks the words of its own head.
_LONG_WORDS = ("recommendation", "responsibility", "responsible", "organisation")
_BROKEN = re.compile("|".join(rf"\b{' ?'.join(word)}(?= ?s?\b)" for word in _LONG_WORDS))
_ACTION = re.compile(
    r"^(?:key |agreed |required )?actions?\b(?! by\b| owner| lead)|^what\b|^should do what"
    r"|^(?:proposals?|requests?|expectations?)$"
    r"|^(?:suggested|needed|required|proposed) (?:changes?|steps?)"
)
_WHO = re.compile(
    r"(?:(?:lead|owner|responsib|accountable|named)\w*|by whom|(?:for |to )?who(?:m|se)?\b"
    r"|addressee|addressed|recipients?|(?:of|on|from)$"
    r"|(?:partner |lead )?agenc|organisation|body|for\b|directed"
    r"|action (?:owner|lead|by|for)$|(?:made )?to$|(?:of|asked of|from) whom|asked of"
    r"|(?:to be )?(?:led|owned|done|taken forward|actioned|implemented|delivered) by)"
)
_BODY_NAMED = re.compile(r"agenc|organisation|body|addressee|addressed|for\b|to$|directed|whom")
_BY_WHEN = re.compile(
    r"(?:by )?when\b|time\s?scale|target|deadline|date\b|due"
    r"|(?:\w+ )?(?:outcome|impact|improvement)"
)
_NUMBER = re.compile(
    r"^(?:no\.?|number|ref(?:erence)?\.?|#|rec(?:ommendation)?\.? ?(?:no\.?|number|ref\.?)|r)$"
)
_MOST_HEAD_WORDS = 7
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Heads:
    """Which column holds the recommendation, which its number, which who is to act.

    `acting` says that it holds the actions of a plan.
    """

    words: int
    number: int | None
    who: int | None
    acting: bool


def heads_of(cells: Sequence[str]) -> Heads | None:
    """Return what a head row calls its columns, None when the row is no such head."""
    heads = [_whole(fold(cell)) for cell in cells]
    number = _first(heads, _NUMBER)
    words = _recommending(heads, number)
    who = _who(heads, words)
    if number is None and not heads[0] and len(heads) > _PAIR:
        number = 0
    planned = who is not None or number is not None or _first(heads, _BY_WHEN) is not None
    acting = words is None and planned
    if acting:
        words = _first(heads, _ACTION)
    sentence = any(
        cell.rstrip().endswith((".", ";")) and len(cell.split()) > _PAIR for cell in cells
    )
    long = sentence or max(len(head.split()) for head in heads) > _MOST_HEAD_WORDS
    return None if words is None or long or len(heads) == 1 else Heads(words, number, who, acting)


def names_who(key: str) -> bool:
    """Return whether a folded name of a column or a row says that who is to act stands there."""
    return _WHO.match(key) is not None


def _recommending(heads: Sequence[str], number: int | None) -> int | None:
    """Return the column that holds what is recommended: the one whose name says least else."""
    named = [
        (_ABOUT_IT.search(head) is not None, len(head.split()), place)
        for place, head in enumerate(heads)
        if _RECOMMENDATION.search(head) and place != number
    ]
    about, _, place = min(named, default=(True, 0, 0))
    return None if about else place


def _who(heads: Sequence[str], words: int | None) -> int | None:
    """Return the column of who is to act: one that names bodies before one that names people."""
    found = [n for n, head in enumerate(heads) if n != words and _WHO.match(head)]
    bodies = [n for n in found if _BODY_NAMED.search(heads[n])]
    return next(iter(bodies or found), None)


def _whole(head: str) -> str:
    """Return a column's name without the gap that a narrow column put into a long word."""
    return _BROKEN.sub(lambda match: match.group().replace(" ", ""), head)


def _first(heads: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((n for n, head in enumerate(heads) if pattern.match(head)), None)
