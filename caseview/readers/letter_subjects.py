"""Whose death a letter to a coroner is about: in its subject line, or beside words of death."""

import re

from caseview.domain.attribute import DetailName
from caseview.readers.deceased import titled_in
from caseview.readers.findings import Findings
from caseview.readers.names import is_place_or_body, name_ends
from caseview.readers.people import SaidDeceased, age_in, deceased_in
from caseview.readers.wording import any_of

_D = DetailName
_COURTEOUS = r"(?:(?:Mr|MR|Mrs|MRS|Ms|MS|Miss|MISS|Dr|DR|Master|Baby)\.?\ )?"
_PARTICLE = r"(?:(?:de|van|von|bin|al|el|la)\ )?"
_FULL = rf"{_COURTEOUS}[A-Z][\w'’\-]+(?:\ {_PARTICLE}[A-Z](?:[\w'’\-]+|\.)){{1,5}}"
_REPORT_WORD = r"(?i:\b(?:reports?|response|regulation\s+28|inquest|deaths?|pfd)\b)"
_DECEASED_MARK = r"(?:,?\s*\(?(?i:deceased|dec'?d)\)?)"
_ABOUT = re.compile(
    rf"""\b(?i:(?:death|deaths|killing|murder|suicide|loss)\s+of
    |(?:concerning|regarding|about|respect\s+of)\s+the\s+(?=late\s)
    |touching(?:\s+(?:on|upon))?\s+(?:the\s+death\s+of\s+)?|re\s*:\s*
    |inquest\s+(?:into|of|touching)\s+|in\s+the\s+matter\s+of)
    \s*(?i:the\s+)?(?i:late\s+)?(?!(?i:the|inquest|investigation|death|report|matter)\b)
    (?P<name>{_COURTEOUS}[A-Z][\w'’\-]*(?:[ \n]{_PARTICLE}[A-Z](?:[\w'’\-]+|\.)){{0,5}})""",
    re.VERBOSE,
)
_HEADED = re.compile(
    rf"""(?m:^)[^\n.]{{0,60}}{_REPORT_WORD}[^\n.:]{{0,60}}:\s*
    (?:the\s+)?(?:late\s+)?(?P<name>{_FULL})\s*(?:\((?i:deceased)[^)\n]*\))?[\s.,]*(?m:$)""",
    re.VERBOSE,
)
_DECEASED = re.compile(
    rf"""(?m:^)(?:[^\n.]{{0,60}}(?i:report|response|regulation\ 28|inquest|death)\s*[-–—]\s*)?
    (?:the\s+)?(?:late\s+)?(?P<name>{_FULL}){_DECEASED_MARK}[\s.,]*(?m:$)""",
    re.VERBOSE,
)
_DASHED = re.compile(
    rf"""(?m:^)[^\n.]{{0,60}}(?i:regulation\ 28|future\ deaths?|inquest)[^\n.]{{0,40}}\s[-–—]\s
    (?P<name>{_FULL}){_DECEASED_MARK}?[\s.,]*(?m:$)""",
    re.VERBOSE,
)
# The name first, then what the letter answers: "Ada Quill - your report under regulation 28".
_BEFORE = re.compile(
    rf"""(?m:^)(?:(?i:re)\s*:\s*)?(?P<name>{_FULL}){_DECEASED_MARK}?\s*[-–—:,]\s*
    (?=[^\n.]{{0,40}}{_REPORT_WORD})""",
    re.VERBOSE,
)
# What follows a name on the next line of a heading, or in one of capitals, and is none of it.
_AFTER_NAME = re.compile(
    r"\n(?=(?:Our|Your|My|Ref|Date|Dear|Re|Report|Response|Regulation)\b)"
    r"|\s+(?=(?:AT|ON|IN|WHO|WHILE|WHILST|DECEASED|REGULATION|RESPONSE|REPORT|INQUEST|AND)\b)"
)
_MOURNED = re.compile(
    r"\b(?P<name>(?:Mr|Mrs|Ms|Miss|Dr)\.?(?:[ ][A-Z][\w\-]+){1,4})['’]s?\s+"
    + any_of("""
    (?:sad |tragic )?death / (?:\\w+ and )?family / sister / brother / mother / father / parents
    wife / husband / partner / daughter / son / children / loved ones / care / inquest
    """)
    + r"\b|\b(?:family|relatives|loved\s+ones|friends|care)\s+of\s+"
    r"(?P<other>(?:Mr|Mrs|Ms|Miss|Dr)\.?(?:[ ][A-Z][\w'’\-]+){1,4})"
)
_THEIRS = re.compile(
    r"\b(?P<whose>[Hh]is|[Hh]er)\s+(?:\w+\s+)?(?:family|death|loved\s+ones|bereaved|inquest|relatives)\b"
)

_NOT_NAMES = frozenset({
    "The",
    "This",
    "In",
    "Inquest",
    "Regulation",
    "Response",
    "Report",
    "On",
    "Matter",
    "Concern",
    "Prevention",
    "Statement",
    "Dear",
    "Reg",
    "Pfd",
    "Hm",
    "Our",
    "Your",
})
_SUBJECTS = (_HEADED, _ABOUT, _DECEASED, _DASHED, _BEFORE)
_TITLES = ("Mr", "Mrs", "Ms", "Miss", "Dr", "Master", "Baby")
_HEAD = 2_500
_NEAR = 40


def describe_subject(found: Findings, text: str) -> None:
    """Record whose death the letter is about, and the age and sex that stand beside the name."""
    said = _said(text)
    if said:
        found.add_person(_D.SUBJECT, said.name, said.start)
        found.add_person(_D.RESPONDS_TO_SUBJECT, said.name, said.start)
        end = said.start + len(said.name)
        age = age_in(text, end, end + _NEAR)
        if age:
            found.add(_D.AGE, *age)
    else:
        said = deceased_in(text, 0, min(len(text), _HEAD)) or _mourned(text)
        if said:
            found.add_person(_D.SUBJECT, said.name, said.start)
    if said:
        _courtesy(found, text, said)


def _said(text: str) -> SaidDeceased | None:
    """Return the name in the heading or beside words of death; a full name before a part."""
    matches = [m for p in _SUBJECTS for m in p.finditer(text, 0, _HEAD)]
    short: SaidDeceased | None = None
    for match in sorted(matches, key=lambda one: one.start("name")):
        printed = _AFTER_NAME.split(match["name"], maxsplit=1)[0]
        name = printed[: name_ends(printed)]
        words = name.split()
        if words[0].title() in _NOT_NAMES or "Coroner" in name or is_place_or_body(name):
            continue
        if len([word for word in words if word.rstrip(".").title() not in _TITLES]) > 1:
            return SaidDeceased(name, match.start("name"))
        short = short or SaidDeceased(name, match.start("name"))
    return short


def _mourned(text: str) -> SaidDeceased | None:
    """Return whose family the letter condoles, "Mr Pike", where no words of death name anyone."""
    for match in _MOURNED.finditer(text):
        group = "name" if match["name"] else "other"
        return SaidDeceased(match[group][: name_ends(match[group])], match.start(group))
    return None


def _courtesy(found: Findings, text: str, said: SaidDeceased) -> None:
    """Record the sex that "Mr" or "Mrs" before the surname tells, else "his family", "her death".

    Other pronouns of a letter may be anyone's.
    """
    titled = titled_in(text, said.name, 0, len(text))
    if titled:
        found.add(_D.SEX, *titled)
        return
    theirs = list(_THEIRS.finditer(text, said.start))
    if theirs and len({match["whose"].lower() for match in theirs}) == 1:
        first = theirs[0]
        value = "male" if first["whose"].lower() == "his" else "female"
        found.add(_D.SEX, value, first.start("whose"), first.end("whose"))
