"""Which heading of a list names whom it is for, and in which of its words."""

import re

from caseview.readers.asked_bodies import is_short_line, names_body
from caseview.readers.wording import any_of

_LEVEL = r"(?:(?:single|multi|inter)[- ]?agency|national|local|overview|key|review|panel|imr)"
_KIND = r"(?:recommendations?|considerations?|questions?|proposals?|actions?|suggestions?|asks?)"
_GROUP = re.compile(
    rf"(?:(?:{_LEVEL}\s+)?{_KIND}\s+(?:(?:made|addressed|directed)\s+)?)?(?:for|to|from|at|of)\s+"
    r"(?:the\s+)?(?P<who>.+)$",
    re.IGNORECASE,
)
# "What we ask of the Trust", "What the Trust should do".
_WHAT_WE_ASK = re.compile(
    r"what\s+(?:we|the\s+\w+)\s+(?:ask|asks|are\s+asking|is\s+asking|wants?|expects?)"
    r"(?:\s+(?:of|from))?\s+(?P<who>.+?)(?:\s+to\s+do)?\W*$",
    re.IGNORECASE,
)
_WHAT_THEY_SHOULD = re.compile(
    r"what\s+(?P<who>.+?)\s+(?:should|must|needs?\s+to|(?:is|are)\s+asked\s+to)\s+(?:do|change)\b",
    re.IGNORECASE,
)
# "IMR recommendations: Northumbria Police", "Section J: Silver Homes Limited": what only leads up.
_SECTOR = any_of("""
    health / education / justice / housing / social care / police / probation / care / local
    national(?: bodies)? / voluntary sector / local authority / agency / organisation
""")
_GROUP_LEAD = re.compile(
    rf"(?:(?:section|part)\s+\w+|(?:(?:{_LEVEL}|report)\s+)*{_KIND}|{_LEVEL}|{_SECTOR})"
    r"(?::|\s*[–—]|\s+-)\s+(?=\S)"
    # "Ar gyfer y Bwrdd / For the Board": the same in Welsh before it.
    r"|[^/]{3,60}\s/\s(?=(?:for|to)\s)",
    re.IGNORECASE,
)
_GROUP_NUMBER = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.):]?|[A-Z][.)]|\((?:[a-z]|\d{1,2}|[ivx]{1,4})\))\s+"
)
_JOINTLY = re.compile(
    r",?\s+(?:together|jointly|in partnership|acting together)\W*$", re.IGNORECASE
)
_GROUP_END = re.compile(
    rf"\s+(?:[(–—-]\s*)?(?:\d{{1,2}}\s+)?{_KIND}\W*$|\s*\(\d{{1,2}}\)\W*$|\s*:\s*$", re.IGNORECASE
)
_GENERAL = re.compile(
    rf"(?:[^/]{{3,60}}\s/\s)?(?:the\s+)?(?:\d+[.)]?\s*)?(?:{_LEVEL}|summary of|conclusions and)?\s*"
    rf"(?:{_KIND}|improving systems and practice)\b"
    r"(?!\s+(?:(?:made|addressed|directed)\s+)?(?:for|to|from|at|of)\b)"
    rf"|{_LEVEL}\W*$",
    re.IGNORECASE,
)


def is_group_heading(words: str) -> bool:
    """Return whether a short line names the body that the recommendations below it are for."""
    if not is_short_line(words) or ". " in words:
        return False
    return _GROUP.match(words) is not None or names_body(words.rstrip(" :"))


def body_of_group(group: str) -> str:
    """Return the words of a heading that name whom the list below it is for, "" where none do."""
    group = _GROUP_NUMBER.sub("", " ".join(group.split()), count=1)
    behind = group[_end_of_lead(group) :]
    if not behind or _GENERAL.match(behind):
        return ""
    match = _WHAT_WE_ASK.match(behind) or _WHAT_THEY_SHOULD.match(behind) or _GROUP.match(behind)
    who = _JOINTLY.sub("", _GROUP_END.sub("", match["who"] if match else behind))
    return who if match or names_body(who) else ""


def _end_of_lead(group: str) -> int:
    """Return where what only leads up to a name ends: a kind of list, a part, a sector."""
    lead = _GROUP_LEAD.match(group)
    return lead.end() if lead else 0
