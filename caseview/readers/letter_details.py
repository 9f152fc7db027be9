"""The details of a letter that answers a coroner: to whom, when, about which report and death."""

import re
from collections.abc import Sequence

from caseview.domain.attribute import DetailName
from caseview.domain.document import DocumentText
from caseview.readers.dates import Dated, dates_in
from caseview.readers.deceased import titled_in
from caseview.readers.findings import Findings
from caseview.readers.lines import Line, fold
from caseview.readers.names import is_place_or_body, name_ends
from caseview.readers.people import SaidDeceased, age_in, deceased_in
from caseview.readers.places import Places
from caseview.readers.signed import sign
from caseview.readers.wording import any_of

_D = DetailName
_TITLE = re.compile(
    r"""(?P<title>(?:(?:HM|H\.M\.|His\ Majesty['’]?s|Her\ Majesty['’]?s)\s+)?
    (?:(?:Acting|Deputy|Interim)\s+)?(?:Senior|Area|Assistant|Acting|Deputy)\s+Coroner)
    (?:\s*,?\s*(?:for|of|in)?\s*(?:the\s+)?
    (?:(?i:(?:coroner['’]?s?\s+|coronial\s+)?(?:area|jurisdiction)\s+(?:of|for)\s+(?:the\s+)?))?
    (?P<area>[A-Z][^\n|]{2,90}))?""",
    re.VERBOSE,
)
_COURT = re.compile(
    r",?\s*(?:HM\s+)?Coroner['’]?s?['’]?\s+(?:Court|Office|Service|Area).*|\s*[,(]\s*\d.*",
    re.DOTALL,
)
_PERSON = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Professor|Sir|Dame|HHJ|Judge)\.?\s+[A-Z][\w'’.\-]*(?:\s+[A-Z][\w'’.\-]*){0,4}"
    r"|^[A-Z][\w'’.\-]+(?:\s+[A-Z][\w'’.\-]*){1,3}$"
)
_COURTESY = re.compile(
    r"Dear\s+(?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Professor|Judge)\.?\s+[A-Z][^\n,]{1,40})"
)
_REPORT = re.compile(
    r"""\breports?\b[^.]{0,90}?\b(?:dated|of|on|issued(?:\s+on)?|sent(?:\s+on)?|received(?:\s+on)?|made(?:\s+on)?)\s+(?:the\s+)?(?=\d)
    |\b(?:letter|email)\s+(?:dated|of)\s+(?:the\s+)?(?=\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_ABOUT = re.compile(
    r"""\b(?:(?:death|deaths|killing|murder|suicide|loss)\s+of|touching(?:\s+(?:on|upon))?\s+(?:the\s+death\s+of\s+)?|re\s*:\s*|inquest\s+(?:into|of|touching)\s+)
    \s*(?:the\s+)?(?:late\s+)?
    (?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr|Master|Baby)\.?\s+)?[A-Z][\w'’\-]*
    (?:[ \n](?:(?:de|van|von|bin|al|el|la)\s+)?[A-Z](?:[\w'’\-]+|\.)){0,5})""",
    re.VERBOSE,
)
_HEADED = re.compile(
    r"""(?m:^)[^\n.]{0,60}(?i:\b(?:reports?|response|regulation\s+28|inquest|deaths?)\b)[^\n.:]{0,60}:\s*
    (?:the\s+)?(?:late\s+)?(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr|Master|Baby)\.?\s+)?[A-Z][\w'’\-]+
    (?:\ (?:(?:de|van|von|bin|al|el|la)\s+)?[A-Z](?:[\w'’\-]+|\.)){1,5})
    \s*(?:\((?i:deceased)[^)\n]*\))?[\s.,]*(?m:$)""",
    re.VERBOSE,
)
_DECEASED = re.compile(
    r"""(?m:^)(?:[^\n.]{0,60}(?i:report|response|regulation\ 28|inquest|death)\s*[-–—]\s*)?
    (?:the\s+)?(?:late\s+)?(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr|Master|Baby)\.?\ )?[A-Z][\w'’\-]+
    (?:\ (?:(?:de|van|von|bin|al|el|la)\ )?[A-Z](?:[\w'’\-]+|\.)){1,5})
    ,?\s*\(?(?i:deceased)\)?[\s.,]*(?m:$)""",
    re.VERBOSE,
)
_DASHED = re.compile(
    r"""(?m:^)[^\n.]{0,60}(?i:regulation\ 28|future\ deaths?|inquest)[^\n.]{0,40}\s[-–—]\s
    (?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr|Master|Baby)\.?\ )?[A-Z][\w'’\-]+
    (?:\ [A-Z](?:[\w'’\-]+|\.)){1,4})[\s.,]*(?m:$)""",
    re.VERBOSE,
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
_REF_IN_NAME = re.compile(r"(?<!\d)20[12]\d-0\d{3}(?!\d)")
_REF = re.compile(r"(?<![\w-])20[12]\d\s?-\s?0\d{3}(?![\w-])")
_CLOSING = re.compile(
    r"^(?:yours?\s+(?:sincerely|faithfully|truly)|kind regards|with (?:best|kind))", re.IGNORECASE
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
})
_TITLES = ("Mr", "Mrs", "Ms", "Miss", "Dr", "Master", "Baby")
_HEAD = 2_500
_LETTERHEAD = 600
_NEAR = 40


class LetterDetails:
    """Reads the details of letters that answer a coroner's report."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def read(self, text: DocumentText, lines: Sequence[Line], name: str) -> Findings:
        """Return what the letter says; a ref may stand in its file name."""
        found = Findings(text.text)
        head = _head(lines)
        self._coroner(found, text.text, head)
        _written(found, text.text, lines, head)
        _report(found, text.text, name)
        said = _subject(found, text.text)
        if said:
            _courtesy(found, text.text, said)
        sign(found, lines)
        return found

    def _coroner(self, found: Findings, text: str, head: int) -> None:
        match = _TITLE.search(text, 0, head) or _TITLE.search(text, 0, _HEAD)
        if match is None:
            return
        found.add(_D.CORONER_TITLE, match["title"], match.start("title"), match.end("title"))
        end = match.end("title")
        court = _COURT.search(match["area"] or "")
        printed = (match["area"] or "")[: court.start() if court else None].strip(" ,.;")
        area = self._places.coroner_area(printed) if printed else None
        person = _PERSON.match(printed) or any(char.isdigit() for char in printed)
        if printed and (area or court or not person):
            start = match.start("area")
            end = start + len(printed)
            known = area is not None
            found.add(_D.AREA, area.name if area else printed, start, end, known=known)
            found.add(_D.AREA_AS_PRINTED, printed, start, end, known=known)
            if area and area.force and not self._of_another_force(text, head, area.force):
                found.add(_D.POLICE_FORCE, area.force, start, end)
            if area and area.region:
                found.add(_D.REGION, area.region, start, end)
        found.add(_D.ADDRESSEE, text[match.start("title") : end], match.start("title"), end)
        _name(found, text, match.start("title"), end, head)

    def _of_another_force(self, text: str, head: int, force: str) -> bool:
        """Whether the letter's head names a force, and not the one of the coroner's area."""
        heading = fold(text[: head or _LETTERHEAD])
        named = {one.force.name for one in self._places.forces_in(heading) if one.force.territorial}
        return bool(named) and force not in named


def _name(found: Findings, text: str, start: int, end: int, head: int) -> None:
    """Record the coroner's name: just before the title, just after it, or in the greeting."""
    before = _people(text, max(0, start - _NEAR * 2), start)[::-1]
    for name, place in (*before, *_people(text, end, min(head, end + _NEAR))):
        found.add(_D.CORONER, name, place, place + len(name))
        return
    match = _COURTESY.search(text)
    if match:
        found.add(_D.CORONER, match["name"], match.start("name"), match.end("name"))


def _people(text: str, begin: int, stop: int) -> list[tuple[str, int]]:
    """Return the people that the lines of an address name, with their places."""
    people: list[tuple[str, int]] = []
    for part in re.finditer(r"[^\n,]+", text[begin:stop]):
        words = part.group().strip()
        match = _PERSON.search(words)
        if match is None or "Coroner" in match.group() or is_place_or_body(match.group()):
            continue
        place = text.index(match.group(), begin + part.start())
        people.append((match.group(), place))
    return people


def _head(lines: Sequence[Line]) -> int:
    """Return where the greeting stands: the letter's head ends there."""
    for line in lines:
        if fold(line.text).startswith("dear "):
            return line.start
    return 0


def _written(found: Findings, text: str, lines: Sequence[Line], head: int) -> None:
    """Record the date: in the head, under the signature, or on a line of its own."""
    closing = next((line.end for line in lines if _CLOSING.match(line.text)), len(text))
    dated = [d for d in dates_in(text, 0, head) if d.whole]
    dated = dated or [d for d in dates_in(text, closing) if d.whole]
    dated = dated or [d for d in dates_in(text, head) if d.whole and _whole_line(text, d)]
    if dated:
        found.add(_D.PUBLISHED, dated[0].value, dated[0].start, dated[0].end)


def _whole_line(text: str, dated: Dated) -> bool:
    start = text.rfind("\n", 0, dated.start) + 1
    end = text.find("\n", dated.end)
    rest = text[start : dated.start] + text[dated.end : end if end >= 0 else len(text)]
    return re.fullmatch(r"\W*(?:dated?)?\W*(?:\w+day)?\W*", rest, re.IGNORECASE) is not None


def _report(found: Findings, text: str, name: str) -> None:
    match = _REF.search(text)
    if match:
        ref = re.sub(r"\s", "", match.group())
        found.add(_D.RESPONDS_TO_REF, ref, match.start(), match.end())
    elif in_name := _REF_IN_NAME.search(name):
        found.infer(_D.RESPONDS_TO_REF, in_name.group())
    for match in _REPORT.finditer(text, 0, _HEAD):
        dated = next(dates_in(text, match.end(), match.end() + _NEAR), None)
        if dated and dated.whole and dated.start <= match.end() + 1:
            found.add(_D.RESPONDS_TO_DATE, dated.value, dated.start, dated.end)
            return


def _subject(found: Findings, text: str) -> SaidDeceased | None:
    """Record and return whose death the letter is about."""
    said = _said(text)
    if said:
        found.add_person(_D.SUBJECT, said.name, said.start)
        found.add_person(_D.RESPONDS_TO_SUBJECT, said.name, said.start)
        end = said.start + len(said.name)
        age = age_in(text, end, end + _NEAR)
        if age:
            found.add(_D.AGE, *age)
        return said
    said = deceased_in(text, 0, min(len(text), _HEAD)) or _mourned(text)
    if said:
        found.add_person(_D.SUBJECT, said.name, said.start)
    return said


def _said(text: str) -> SaidDeceased | None:
    """Return the name in the heading or beside words of death; a full name before a part."""
    matches = [m for p in (_HEADED, _ABOUT, _DECEASED, _DASHED) for m in p.finditer(text, 0, _HEAD)]
    short: SaidDeceased | None = None
    for match in sorted(matches, key=lambda one: one.start("name")):
        name = match["name"][: name_ends(match["name"])]
        words = name.split()
        if words[0] in _NOT_NAMES or "Coroner" in name or is_place_or_body(name):
            continue
        if len([word for word in words if word.rstrip(".") not in _TITLES]) > 1:
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
