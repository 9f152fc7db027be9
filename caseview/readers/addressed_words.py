"""The words by which addressees are told: bodies, offices, posts, and where a body's name ends."""

import re
from collections.abc import Iterator

from caseview.readers.wording import any_of, whole_words

ORGANISATION = whole_words(r"""
    nhs\w* / trusts? / councils? / boards? / hospitals? / ltd / limited / plc / llp / inc / police
    constabulary / heddlu / departments? / ministry / office / services? / agency / authority
    university / college / surgery / practice / homes? / centre / groups? / company / association
    society / commission / health (?:and|&) safety executive
    hmp\w* / hmyoi / prisons? / yoi / institute
    government / partnership / federation / school / academy / network rail / healthcare / clinic
    inspectorate / union / bank / club / church / foundation / airport / airlines? / airways
    railways? / pharmacy / hospice / solutions / holdings / borough / committee
    gmbh / llc / corporation / incorporated / consortium / alliance / directorate / institution
    ombudsman / charity / brigade / senedd / parliament / residential / nursing home
""")
"""Words that only the name of a body holds."""

OFFICE = whole_words(r"""
    secretary of state / home secretary / minister / chancellor / attorney general / lord
    chief coroner / chief medical officer / mayor / commissioner / solicitor general
    foreign secretary / chief constable (?:of|for)
""")
"""Offices that are addressed for themselves, without a body."""

POST = whole_words(r"""
    chief executive / chief operating / ceo / director / manager / governor / head of / president
    chair / chairman / chairperson / principal / owner / chief constable / chief inspector
    chief nurse / officer / partners? / superintendent / matron / proprietors? / headteacher
    (?:council|deputy|group) leader / leader of the council / practice manager
""")
"""Posts, which belong to a body that stands before or after them."""

_COURTESY = re.compile(
    r"(?:The\s+)?(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lady|Lord(?!\s+(?:Chancellor|Advocate|Mayor))"
    r"|Rt\.?\s+Hon|Rev)\b",
    re.IGNORECASE,
)
_REDACTED = re.compile(r"\W*\[?\b(?:name )?redacted\b\]?\W*", re.IGNORECASE)
# Bodies that are known by their whole name.
_NATIONAL = (
    "(?>"
    + any_of(r"""
    NHS England (?:and|&) NHS Improvement / NHS England / NHS Improvement / NHS Wales
    NHS Digital / NHS Resolution
    Department (?:of|for) Health(?: (?:and|&) Social Care)? / Department (?:of|for) Transport
    Department (?:of|for) Education / Department for Work (?:and|&) Pensions / Home Office
    Department for Business (?:and|&) Trade / Ministry of Justice / Ministry of Defence
    Cabinet Office / Welsh Government / Highways England / National Highways / Network Rail
    (?:The )?Health (?:and|&) Safety Executive / Care Quality Commission / College of Policing
    (?:HM|His Majesty['’]s|Her Majesty['’]s) Prisons? (?:and|&) Probation Service
    National Institute (?:for|of) Health (?:and|&) (?:Care|Clinical) Excellence
    NICE / MHRA / CQC / HSE / DVSA / DVLA / HMPPS / DHSC / NHSE / IOPC / NPCC / GMC / NMC / HSSIB
""")
    + ")"
)
_HIGH = any_of(r"""
    NHS(?: Foundation)? Trust / Foundation Trust / Health Board / Integrated Care Board / Police
    (?:County|City|Borough|District|Metropolitan|Town|Unitary) Council / Council / Constabulary
    Clinical Commissioning Group / Safeguarding (?:Adults?|Children) Board
""")
_ENDS = rf"(?:{_HIGH}|(?:Limited|Ltd\.?|PLC|plc|LLP|Commission|Agency|Association|Authority))"
_NAME_WORD = r"(?:[A-Z][\w'’.\-]*|\([A-Z]+\)|of|for|and|the|in|on|upon|to|&)"
_ACRONYM = r"(?:\s*\([A-Z][\w &]{1,12}\))?"
_HERE = rf"(?:\b(?:{_NATIONAL}|{_ENDS})(?![\w'’]){_ACRONYM})"
_BODY = re.compile(rf"{_HERE}(?!\s+(?:of|for|and|&)\b)")
_CAPITAL = r"[A-Z][\w'’.\-]*"
_FAR = (
    rf"(?:(?:The\s+|the\s+)?(?:{_NATIONAL}\b"
    rf"|{_CAPITAL}\s+(?:{_NAME_WORD},?\s+){{0,7}}?{_ENDS}\b))"
)
_FAR_WHOLE = rf"(?:(?:The\s+)?(?:{_NATIONAL}\b|{_CAPITAL}\s+(?:{_NAME_WORD}\s+){{0,7}}?{_ENDS}\b))"
_FAR_ALONE = (
    rf"(?:{_NATIONAL}\b|Department\s+(?:of|for)\b|Ministry\s+of\b"
    rf"|{_CAPITAL}\s+(?:{_NAME_WORD}\s+){{1,7}}?{_ENDS}\b)"
)
# One body after another: joined by a word, after a comma, or with nothing between them.
_NEXT_BODY = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_HERE}\s+(?:and|&)\s+(?={_FAR})",
        rf"{_HERE},\s+(?:and\s+)?(?={_FAR_WHOLE})",
        rf"{_HERE}\s+(?!(?:and|&|of|for|in)\b)(?={_FAR_ALONE})",
    )
)
_AND_NATIONAL = re.compile(rf"\s(?:and|&)\s+(?=(?:the\s+)?{_NATIONAL}(?:\s*\(|\W*$))")
_COMMA = re.compile(r",\s+(?=[A-Z]|the\s+[A-Z])")
_LAST_AND = re.compile(r",?\s+(?:and|&)\s+(?=(?:[A-Z]|the\s+[A-Z])[^,]*$)")
_JOINT = re.compile(r"\s(?:and|&)\s+NHS Improvement\b")
# "Police" goes on in the names of other bodies.
_GOES_ON = re.compile(
    r"(?:the\s+)?(?:Chiefs|Crime|Federation|Complaints|Conduct|Headquarters|HQ)\b|Improvement\b"
)


def next_body_cuts(words: str) -> Iterator[int]:
    """Yield where a further body begins in a line that names several without numbers."""
    for pattern in _NEXT_BODY:
        place = 0
        while match := pattern.search(words, place):
            if not _GOES_ON.match(words, match.end()) and not _bracketed(words, match.end()):
                yield match.end()
            place = max(match.end(), place + 1)
    yield from _listed(words)
    for match in _AND_NATIONAL.finditer(words):
        before = words[: match.start()]
        named = ORGANISATION.search(before) is not None or OFFICE.search(before) is not None
        if named and not _bracketed(words, match.end()) and not _JOINT.match(words, match.start()):
            yield match.end()


def _listed(words: str) -> Iterator[int]:
    """Yield where bodies begin in "A, B and C": three at least, each named as one, no posts."""
    cuts = [match.end() for match in _COMMA.finditer(words)]
    last = _LAST_AND.search(words, cuts[-1]) if cuts else None
    if last is None or POST.search(words):
        return
    begins = [0, *cuts, last.end()]
    parts = [words[a:b] for a, b in zip(begins, [*begins[1:], len(words)], strict=True)]
    if all(ORGANISATION.search(part) or OFFICE.search(part) for part in parts):
        yield from begins[1:]


def body_ends(words: str) -> int:
    """Return where the last body that a line names ends, its short name in brackets with it.

    The end of the line where it names none whose end can be told.
    """
    ends = [match.end() for match in _BODY.finditer(words)]
    return ends[-1] if ends else len(words)


def _bracketed(words: str, place: int) -> bool:
    return words.count("(", 0, place) > words.count(")", 0, place)


def plain_name(words: str) -> str:
    """Return the words of an addressee without the marks that stand for a name taken out."""
    return _REDACTED.sub(" ", words).strip()


def is_redacted(words: str) -> bool:
    """Return whether a name was taken out of the words."""
    return _REDACTED.search(words) is not None


def is_courtesy(words: str) -> bool:
    """Return whether the words open as a person is addressed."""
    return _COURTESY.match(plain_name(words)) is not None
