"""Lines that open a list by saying whom it asks: "The Trust should:", "We ask the Board to:"."""

import re

from caseview.readers.asked_bodies import can_be_asked, ends_as_thing
from caseview.readers.sentence_openings import HOW, SPEAKER
from caseview.readers.wording import any_of

_ASKED = r"(?:asked|recommended|required|invited|encouraged|advised|urged|expected|requested)"
_WHO = r"(?P<who>.{3,140}?)"
_ASKS = any_of("""
    asks? / requests? / invites? / requires? / urges? / calls? (?:up)?on / looks? to / wants?
    expects? / encourages? / would (?:like|ask|urge|invite) / recommends? (?:to|that)
    recommends? that / is recommended (?:to|that) / makes? the following recommendations? to
""")
# "We ask the Trust to:", "It is recommended that the Trust:".
_ASKED_BY_US = (
    rf"(?:it|{SPEAKER})\s+{HOW}{_ASKS}\s+{_WHO}"
    r"(?:,?\s+(?:to|that|should)(?:\s+it|\s+they)?)?\s*[:–-]*"
)
# "The following is asked of the Trust:".
_FOLLOWING = (
    r"(?:the\s+)?following\s+(?:\w+\s+){0,2}?(?:is|are)\s+(?:therefore\s+|also\s+)?"
    rf"(?:(?:{_ASKED}|asks?)\s+of|(?:addressed|directed|made|recommended)\s+to|for)\s+{_WHO}\s*[:–-]+"
)
# "The Trust should:", "The Trust is asked to", "The Trust to:".
_SHOULD = (
    rf"{_WHO},?\s+(?:should|must|shall|will|needs?\s+to|ought\s+to|(?:is|are)\s+{_ASKED}\s+to"
    r"|to(?=\s*:))\W*"
)
_LINES = tuple(re.compile(line, re.IGNORECASE) for line in (_ASKED_BY_US, _FOLLOWING, _SHOULD))
_ENDS_OPEN = re.compile(r"(?:[:–-]|\b(?:to|that|should|must|shall|will))\W*$")
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])")
_NAME = re.compile(
    r"(?:[Tt]he\s+)?[A-Z][\w'’&.\-]*(?:,?\s+(?:(?:and|of|for|the|&)\s+)*[A-Z][\w'’&.\-]*)+"
)


def asked_below(words: str) -> str:
    """Return whom a line asks to do what is listed below it ("The Trust should:"), "" elsewhere."""
    last = " ".join(_SENTENCE_END.split(words)[-1].split())
    if _ENDS_OPEN.search(last) is None:
        return ""
    for pattern in _LINES:
        match = pattern.fullmatch(last)
        if match is None:
            continue
        who = match["who"].strip(" ,:")
        named = _NAME.fullmatch(who) is not None and not ends_as_thing(who)
        if can_be_asked(who) or named:
            return who
    return ""
