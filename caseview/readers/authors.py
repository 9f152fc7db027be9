"""Who wrote and chaired a review."""

import re

from caseview.readers.capitals import as_written
from caseview.readers.wording import any_of

_LARGE = "[A-ZÀ-Þ]"
_NAME_WORD = rf"{_LARGE}(?:[a-zß-ÿ]|['’]{_LARGE})[\w'’\-]*"
_PARTICLE = r"(?:de\s+la|van\s+de[rn]?|von\s+der|de|van|von|al|el|la|le|bin|ap|ter)"
_PERSON_NAME = (
    r"(?:(?:Dr|Professor|Prof|Mr|Mrs|Ms|Miss|Sir|Dame|HHJ|Revd|Rev|Cllr|Lt|Lieutenant|Col|Colonel"
    r"|Maj|Major|Capt|Captain|Brigadier|\((?:Retd|Rtd|retired)\))\.?[ \t]+){0,4}"
    r"(?:(?:Assistant|Deputy|Temporary|Acting|Detective)[ \t]+(?:Chief[ \t]+)?"
    r"(?:Officer|Constable|Superintendent|Inspector|Sergeant)[ \t]+)?"
    r"(?!(?:By|Report|Prepared|Written|Chaired|Authored)\b)"
    rf"(?:{_NAME_WORD}(?:[ \t]+{_LARGE}\.?(?=[ \t]))?"
    rf"|{_LARGE}\.?(?:[ \t]?{_LARGE}\.?){{0,2}}(?=[ \t]))"
    rf"(?:[ \t]+{_PARTICLE}(?=[ \t]))?(?:[ \t]+{_NAME_WORD}){{1,3}}"
)
_ASIDE = r"(?:\s*\([^()\n]{2,60}\))?"
_NAMES = rf"{_PERSON_NAME}(?:{_ASIDE}\s*(?:,|&|\band\b)\s*{_PERSON_NAME}){{0,5}}"
_WRITES = any_of("""
    independent chair(?: and (?:report |overview )?author)? / chair and (?:report |overview )?author
    authors? / co-authors? / reviewers? / report authored by / written by / prepared by
    authored by / led by / author and chair / (?:overview )?(?:report )?writer
    chaired by / report by / written and \\w+ by / completed by / produced by / compiled by
    researched by / who (?:wrote|carried out|did|led) (?:this|the) (?:report|review)\\??
    (?<!vice.)(?<!deputy.)chair(?=\\s*[:|\\-–—])
    (?<!vice.)(?<!deputy.)chair of (?:the )?(?:\\w+ ){0,4}panel(?=\\s*[:|\\-–—])
""")
_AUTHOR = re.compile(
    rf"""\b(?i:(?:independent\s+(?!chair))?(?:overview\s+)?(?:lead\s+)?(?:report\s+)?{_WRITES})
    (?:['’]s)?\s*(?i:name|\(s\)|[12])?(?:\s*\([^()\n]{{3,30}}\))?
    (?:\s+(?i:of|for)\s+(?i:the|this)\s+(?:\w+\s+){{0,3}}?(?i:review|report|panel|sar|dhr|cspr|scr)(?=\W|\s))?
    (?:\s+(?:was|is|were|are)\b|,)?[\s:\-–—|]*(?i:by\s+)?
    (?P<names>{_NAMES})""",
    re.VERBOSE,
)
# "Ada Bell (Independent Chair)"; a chair of something else wrote nothing.
_POST = any_of("""
    (?:independent|lead) (?:chair|author|reviewer|overview) / (?:senior )?investigator\\b
    (?:overview |report )+(?:author|writer) / author\\b / reviewers?\\b
    chair (?:and|&) (?:report |overview )?author / the (?:\\w+ )?(?:author|chair|reviewer) of
    chair(?=\\s*(?:\\)|\\n|$))
    independent reviewers / lead reviewers / independent authors
""")
_BEFORE_POST = re.compile(
    rf"(?P<names>{_NAMES})\s*[,\-–\n (]\s*(?i:(?:[^\n.]{{0,60}}(?:[,.]|\band\b)\s*)?{_POST})"
)
_APPOINTED = re.compile(
    rf"(?P<names>{_NAMES})\s+(?i:was|were)\s+(?i:appointed|commissioned|engaged|asked)\s+"
    r"(?i:as|to)\b[^.\n]{0,40}?\b"
    r"(?:author|chair|write|reviewer|lead|undertake|conduct|carry\s+out|complete)"
)
# What a name did with the review, or who it was done by.
_DID = re.compile(
    rf"(?P<names>{_NAMES})(?:\s+[A-Z]{{2,4}}\b)*(?:,[^.,\n]{{2,60}},)?\s+"
    r"(?:(?:was|is|has|acted|served|as)\s+)*(?:(?:the|an?|independent|lead|overview)\s+)*"
    r"(?:chair|author|reviewer|chaired|wrote|written|authored|undertook|conducted|led|carried\s+out)"
    r"\s+(?:of\s+)?(?:the|this)\s+(?:\w+\s+){0,3}?(?:panel|review|report|sar|dhr|cspr|scr)\b"
)
_DONE_BY = re.compile(
    r"\b(?:review|report|sar|dhr|cspr|lcspr|scr)\b[^.\n]{0,40}?\b(?:was|is|has\s+been)\s+"
    rf"(?:carried\s+out|conducted|undertaken|facilitated)\s+by\s+(?P<names>{_NAMES})"
)
_I_AM = re.compile(rf"\bI,\s+(?P<names>{_NAMES}),")
_WROTE = r"(?=[^\n]{0,260}\b(?:wrote|write|writing|authors?|reviewers?|chair(?:ed)?)\b)"
_MY_NAME = re.compile(rf"\b(?:I am|My name is|We are)\s+(?P<names>{_NAMES}){_WROTE}")
_WE_ARE = re.compile(
    rf"\bWe are\s+{_PERSON_NAME},[^.\n]{{3,90}},\s+and\s+(?P<names>{_PERSON_NAME}){_WROTE}"
)
_GIVEN_TO = re.compile(
    r"\b(?:writing|authorship|review|report)\b[^.\n]{0,50}?\b(?:(?:was|were)\s+(?:given|entrusted|assigned)\s+to"
    rf"|fell\s+to|under\s+the\s+(?:leadership|chairmanship)\s+of)\s+(?P<names>{_NAMES})"
)
_WROTE_IT = re.compile(
    rf"(?P<names>{_NAMES})\s+(?:has\s+|have\s+)?(?:wrote|written|authored)\s+(?:the|this)\s+(?:\w+\s+){{0,2}}report\b"
)
# A cover line of names and a date, and nothing else.
_DATED = re.compile(
    rf"^(?P<names>{_NAMES})[ \t]*[,|–-][ \t]*(?:[A-Z][a-z]+[ \t]+)?(?:19|20)\d\d[ \t]*$",
    re.MULTILINE,
)
_OF_THEMSELVES = (_MY_NAME, _WE_ARE, _GIVEN_TO)
_COVER = 1_500
_BY = re.compile(rf"^(?i:by)[ \t]+(?P<names>{_NAMES})\s*$", re.MULTILINE)
_ENGAGED = re.compile(
    rf"\b(?:commissioned|appointed|engaged|asked|invited)\s+(?P<names>{_NAMES})(?:,[^.,]{{2,90}},)?"
    r"\s+to\s+(?:carry\s+out|undertake|write|conduct|lead|chair|author|be|act|complete)\b"
)
_TO_WRITE = re.compile(
    rf"\bchair\b[^.\n]{{0,30}}?\band\s+(?P<names>{_NAMES})\s+(?:was\s+\w+\s+)?to\s+write\b"
)
_NOT_PEOPLE = re.compile(
    r"\b"
    + any_of("""
    Report / Review / Panel / Board / Overview / Independent / Author / Chair / Partnership / Final
    Date / Introduction / Safeguarding / Community / Council / Lead / Executive / Summary / The
    Contents / Trust / Foundation / Hospital / NHS / Services? / Investigation / Investigator
    Associates / Consult\\w+ / Ltd / Limited / Solutions
    Constabulary / Police / Agency / Authority / Department / University / College / School
    Surgery / Practice / Centre / House / Street / Road / Court / Home / Probation / Office
    Principal / Manager / Adult / Adults / Children / Practitioner / Officer / Consultant
    January / February / March / April / May / June / July / August / September / October / November
    December / Published / Version
    """)
    + r"\b"
)
_PANEL_CHAIR = re.compile(
    r"\b(?:Chair of (?:the )?(?:Review )?Panel|(?:Review )?Panel Chair)\s*[:|–—-]\s*"
    rf"(?P<names>{_NAMES})"
)
# A courtesy title or a rank is no part of the name; a doctor's or a judge's is kept.
_RANK = re.compile(
    r"(?:(?:(?:Mr|Mrs|Ms|Miss|Lt|Lieutenant|Col|Colonel|Maj|Major|Capt|Captain|Brigadier"
    r"|\((?:Retd|Rtd|retired)\))\.?[ \t]+)+|(?:(?:Assistant|Deputy|Temporary|Detective|Chief"
    r"|Superintendent|Inspector|Sergeant|Constable|Officer|Commander|Retired)[ \t]+)+)(?=[A-Z])"
)
_IN_BRACKETS = re.compile(r"\s*\((?!(?:Retd|Rtd|retired)\b)[^()]*\)")
_JOIN = re.compile(r"\s*(?:,|&|\band\b)\s*")


def authors_in(text: str, end: int) -> list[tuple[str, int, int]]:
    """Return the authors, chairs and lead reviewers named, with their places.

    They are looked for in `text[:end]`, the opening; where nobody is named there, in all of it,
    for some templates end with a statement by the reviewers.
    """
    text = as_written(text)
    found: dict[str, tuple[str, int, int]] = {}
    for patterns, reach in (
        ((_AUTHOR, _WROTE_IT, *_OF_THEMSELVES), end),
        ((_BEFORE_POST,), end),
        ((_BY,), end),
        ((_APPOINTED, _TO_WRITE, _ENGAGED, _DID, _DONE_BY, _I_AM), end),
        ((_DATED,), _COVER),
        ((_AUTHOR,), len(text)),
    ):
        for pattern in patterns:
            place = 0
            while match := pattern.search(text, place, reach):
                named = _people(text, match)
                for one in named:
                    found.setdefault(one[0], one)
                place = match.end() if named else match.start("names") + 1
        if found:
            break
    for match in _PANEL_CHAIR.finditer(text, end):
        for one in _people(text, match):
            found.setdefault(one[0], one)
    return sorted(found.values(), key=lambda one: one[1])


def _people(text: str, match: re.Match[str]) -> list[tuple[str, int, int]]:
    """Return the people among the names of a match, with their places."""
    people = []
    place = match.start("names")
    names = _IN_BRACKETS.sub(lambda aside: " " * len(aside.group()), match["names"])
    for part in _JOIN.split(names):
        name = part.strip()
        begin = text.index(name, place)
        place = begin + len(name)
        ahead = _RANK.match(name)
        if ahead:
            name, begin = name[ahead.end() :], begin + ahead.end()
        if not _NOT_PEOPLE.search(name) and len(name.split()) > 1:
            people.append((name, begin, place))
    return people
