"""The details of a letter that answers a coroner: to whom, when, about which report and death."""

import re
from collections.abc import Sequence

from caseview.domain.attribute import DetailName
from caseview.domain.document import DocumentText
from caseview.readers.dates import Dated, dates_in
from caseview.readers.findings import Findings
from caseview.readers.letter_subjects import describe_subject
from caseview.readers.lines import Line, fold
from caseview.readers.names import is_place_or_body
from caseview.readers.places import Places
from caseview.readers.signed import sign

_D = DetailName
_TITLE = re.compile(
    r"""(?P<title>(?:(?:HM|H\.M\.|His\ Majesty['’]?s|Her\ Majesty['’]?s)\s+)?
    (?:(?:Acting|Deputy|Interim)\s+)?(?:Senior|Area|Assistant|Acting|Deputy)\s+Coroner
    |(?:HM|H\.M\.|His\ Majesty['’]?s|Her\ Majesty['’]?s)\s+Coroner(?!['’]))
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
_REF_IN_NAME = re.compile(r"(?<!\d)20[12]\d-0\d{3}(?!\d)")
_REF = re.compile(r"(?<![\w-])20[12]\d\s?-\s?0\d{3}(?![\w-])")
_CLOSING = re.compile(
    r"^(?:yours?\s+(?:sincerely|faithfully|truly)|kind regards|with (?:best|kind))", re.IGNORECASE
)
# What may stand beside a date on its line: "Date of response: Monday 3 May 2021".
_DATE_ALONE = re.compile(
    r"\W*(?:dated?(?:\s+(?:of|sent|prepared|issued)(?:\s+\w+)?)?)?\W*(?:\w+day)?\W*", re.IGNORECASE
)
_SENT = re.compile(r"^\W*(?:sent|date|dated)\s*:\s*(?:\w{3,9},?\s*)?$", re.IGNORECASE)
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
        describe_subject(found, text.text)
        sign(found, lines)
        return found

    def _coroner(self, found: Findings, text: str, head: int) -> None:
        match = _TITLE.search(text, 0, head) or _TITLE.search(text, 0, _HEAD)
        if match is None:
            _greeted(found, text)
            return
        found.add(_D.CORONER_TITLE, match["title"], match.start("title"), match.end("title"))
        end = match.end("title")
        court = _COURT.search(match["area"] or "")
        printed = (match["area"] or "")[: court.start() if court else None].strip(" ,.;")
        printed = self._without_name(printed)
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

    def _without_name(self, printed: str) -> str:
        """Return an area without what follows it after a comma: a name, "on 3 May"."""
        if self._places.coroner_area(printed):
            return printed
        first = printed.split(",", maxsplit=1)[0].strip()
        return first if self._places.coroner_area(first) else printed

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
    _greeted(found, text)


def _greeted(found: Findings, text: str) -> None:
    """Record the coroner's name from the greeting, "Dear Ms Lorne"."""
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
    dated = dated or [d for d in dates_in(text, 0, _LETTERHEAD) if d.whole and _sent_on(text, d)]
    if dated:
        found.add(_D.PUBLISHED, dated[0].value, dated[0].start, dated[0].end)


def _whole_line(text: str, dated: Dated) -> bool:
    start = text.rfind("\n", 0, dated.start) + 1
    end = text.find("\n", dated.end)
    rest = text[start : dated.start] + text[dated.end : end if end >= 0 else len(text)]
    return _DATE_ALONE.fullmatch(rest) is not None


def _sent_on(text: str, dated: Dated) -> bool:
    """Whether the date is that of a message ("Sent: 14 March 2023 16:02")."""
    return _SENT.search(text[text.rfind("\n", 0, dated.start) + 1 : dated.start]) is not None


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
