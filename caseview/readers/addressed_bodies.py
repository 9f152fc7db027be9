"""Which body an addressee serves: the one named, or, for a post alone, the one beside it."""

import re

from caseview.readers.addressed_words import OFFICE, ORGANISATION, POST, is_courtesy, plain_name
from caseview.readers.lines import fold
from caseview.readers.wording import whole_words

# A post at the front of a body's name ("chief executive of the"), or at its end.
_TO_BODY = re.compile(rf"^(?:.*{POST.pattern}\s+(?:of\s+|at\s+|for\s+)?)?(?:the\s+)?")
_POST_AT_END = re.compile(
    r"\s+(?:(?:the|acting|interim|deputy|group)\s+)*(?:chief\s+executive(?:\s+officer)?|ceo)$"
)
# The unit of a department that opens its letters is the department.
_LETTER_UNIT = re.compile(
    r"[,\s]*(?:the\s+)?ministerial\s+correspondence(?:\s+(?:and|&)\s+public\s+enquiries)?"
    r"(?:\s+unit)?[,\s]*(?:at\s+the\s+)?"
)
_LETTER_UNIT_ALONE = re.compile(_LETTER_UNIT.pattern, re.IGNORECASE)
# Parts of a body for which a post may stand: they do not say which body it is.
_PART_OF_A_BODY = whole_words(r"""
    highways? / roads? / transport(?:ation)? / environment(?:al)? / communit(?:y|ies) / services?
    adults? / child(?:ren)?(?:['’]s)? / famil(?:y|ies) / social care / social work / care / health
    public health / safeguarding / housing / nurs(?:ing|e) / operations? / operational / planning
    legal / governance / quality / medical / clinical / patients? / safety / estates / facilities
    mental / primary / education / learning / disabilit(?:y|ies) / prisons? / healthcare / people
    regional? / general / strategic / corporate / professional / practice / standards / finance
    resources / workforce / performance / delivery / commissioning / group / team / unit / division
    department / service / business / development / policy / risk / compliance / registered
    deputy / assistant / acting / interim / senior / associate / joint / executive / chief / area
    lead / national / non-executive / general / managing / information / digital / network / and
    of / for / the / to / at / in / council leader / lead member / cabinet member / human / group
    emergency / acute / surgical? / surgery / place / growth / infrastructure / property / assets
    fire / building / regulatory / trading / licensing / leisure / culture / local / external
    public / affairs / home / ward / unit / medicine / pharmacy / therapies / urgent / planned
""")
_PERSON = re.compile(r"(?:[A-Z][\w'’.\-]*\s+){1,3}[A-Z][\w'’\-]+")
_LEADER = whole_words("chief constable / president / partners? / proprietors? / owner / governor")
_MARKS = re.compile(r"[^\w\s'’]|\d")


def body_of(words: str) -> str:
    """Return the folded name of the body that an addressee ends with, "" where it names none.

    "Chief Executive, Lamplight Trust" and "Lamplight Trust Chief Executive" name one body.
    """
    if is_bodiless(words):
        return ""
    named = [part for part in words.split(", ") if ORGANISATION.search(part)]
    if not named:
        return ""
    plain = _LETTER_UNIT.sub("", fold(plain_name(named[-1])))
    plain = _POST_AT_END.sub("", plain).replace("department for ", "department of ")
    return _TO_BODY.sub("", plain).replace("&", "and").strip(" .,-")


def is_bodiless(words: str) -> bool:
    """Return whether an addressee is a post alone, with no word that says of which body.

    A post with the part of the body it looks after ("Head of Highways") is one, and so is a
    person with such a post; whoever leads a body of a name of its own is none.
    """
    if _LETTER_UNIT_ALONE.fullmatch(words):
        return True
    segments = [part for part in re.split(r",\s+|\s+[-–—]\s+", plain_name(words)) if part]
    if segments and (is_courtesy(segments[0]) or _is_name(segments[0])):
        del segments[0]
    rest = " ".join(segments)
    if POST.search(rest) is None or OFFICE.search(rest) or _LEADER.search(rest):
        return False
    rest = POST.sub(" ", _PART_OF_A_BODY.sub(" ", POST.sub(" ", rest)))
    return not _MARKS.sub(" ", rest).strip()


def _is_name(words: str) -> bool:
    told = POST.search(words) or ORGANISATION.search(words) or _PART_OF_A_BODY.search(words)
    return told is None and _PERSON.fullmatch(words) is not None
