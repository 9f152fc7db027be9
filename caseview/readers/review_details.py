"""The details of a long review: cover, dates, people, board, force, agencies, period."""

import re
from collections.abc import Sequence

from caseview.domain.attribute import DetailName
from caseview.domain.document import DocumentText
from caseview.readers.agencies import AgencyFinder
from caseview.readers.boards import board_of
from caseview.readers.dates import Dated, dates_in, first_year
from caseview.readers.findings import Findings
from caseview.readers.lines import Line, fold
from caseview.readers.people import authors_in
from caseview.readers.places import Places
from caseview.readers.subjects import describe_person, subject_of

_D = DetailName
_PUBLISHED = re.compile(r"\b(?:publish\w*|publication(?:\s+date)?)\b[^.\n]{0,30}$", re.IGNORECASE)
_NOT_PUBLISHED = re.compile(
    r"\b(?:death|died|killed|murder\w*|born|birth|d\.?o\.?b|d\.?o\.?d|incident|into the|between|from|since|until|delayed|presented|completed|panel|meeting|act|version|commissioned|arising)\b[^.\n]{0,60}$",
    re.IGNORECASE,
)
_DEATH = re.compile(
    r"""\b(?:deaths?\s+of|died|dies|killed|murdered|murder\s+of|took\s+(?:his|her|their)\s+own\s+life|found\s+(?:dead|deceased)|was\s+found|date\s+of\s+death|d\.?o\.?d\.?|fatally|homicide\s+of|took\s+place|the\s+death)\b""",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\b(?:d\.?o\.?d\.?|date\s+of\s+death)\s*[:\-–]?\s*", re.IGNORECASE)
_INCIDENT = re.compile(
    r"\b(?:stab\w*|assault\w*|injur\w*|collapsed|attack\w*|shot|found|harm\w*|incident|burn\w*|admitted)\b",
    re.IGNORECASE,
)
_NOT_DEATH = re.compile(
    r"\b(?:born|birth|inquest|sentenced|convicted|trial|review\s+(?:began|was|covers|period)|commissioned|published|report|meeting|decision|pleaded|act\b|guidance|arrested|criminal|period|from\s*$|notified|referral|received)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:period\s+(?:under\s+review|of\s+review|reviewed|covered)|review(?:\s+period)?\s+(?:covers?|covered|considers?|examine[sd]|looked\s+at|period|focus\w*)|time\s?frame|time\s+period|scope\s+of\s+the\s+review|timescale)\b[^.]{0,200}",
    re.IGNORECASE,
)
_OPENS_PERIOD = re.compile(
    r"(?:from|between|covers?|covered|is|was|period|reviewed|:|of)\s+(?:the\s+)?(?:(?:start|beginning|period)\s+(?:of|from)\s+)?$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]*)*[.!?\n]?")
_COVER = 2_500
_OPENING = 12_000
_SHORT = 110


class ReviewDetails:
    """Reads the details of reviews of any kind but coroners' reports."""

    def __init__(self, places: Places, agencies: AgencyFinder) -> None:
        self._places = places
        self._agencies = agencies

    def read(self, text: DocumentText, lines: Sequence[Line]) -> Findings:
        """Return what the review says of itself, each with its words."""
        found = Findings(text.text)
        board_of(text.text, found, self._places)
        subject_of(found, lines)
        _published(found, text.text, lines)
        _died(found, text.text)
        for name, start, end in authors_in(text.text, min(len(text.text), _COVER * 2)):
            found.add(_D.AUTHOR, name, start, end)
        describe_person(found, text.text[:_OPENING], found.value(_D.SUBJECT))
        plain = fold(text.text)
        self._force(found, plain)
        for agency in self._agencies.find(text.text, plain):
            found.add(_D.AGENCY, agency.name, agency.start, agency.end)
        _period(found, text.text)
        return found

    def _force(self, found: Findings, plain: str) -> None:
        """The territorial force named most often is the one of the case."""
        named = [place for place in self._places.forces_in(plain) if place.force.territorial]
        if not named:
            return
        counts: dict[str, int] = {}
        for place in named:
            counts[place.force.name] = counts.get(place.force.name, 0) + 1
        first = max(named, key=lambda place: (counts[place.force.name], -place.start))
        found.add(_D.POLICE_FORCE, first.force.name, first.start, first.end)
        if first.force.region:
            found.add(_D.REGION, first.force.region, first.start, first.end)


def _published(found: Findings, text: str, lines: Sequence[Line]) -> None:
    """The cover dates a review: where it says published, else a date on a short line."""
    cover = [line for line in lines if line.start < _COVER]
    alone: list[Dated] = []
    for line in cover:
        for dated in dates_in(text, line.start, line.end):
            before = text[line.start : dated.start]
            if _PUBLISHED.search(before):
                found.add(_D.PUBLISHED, dated.value, dated.start, dated.end)
                return
            span = len(list(dates_in(text, line.start, line.end))) > 1
            if len(line.text) <= _SHORT and not span and not _NOT_PUBLISHED.search(before):
                alone.append(dated)
    if alone:
        found.add(_D.PUBLISHED, alone[-1].value, alone[-1].start, alone[-1].end)
        return
    for match in re.finditer(r"\bpublished\s+(?:in|on)\s+", text):
        dated = next(dates_in(text, match.end(), match.end() + 25), None)
        if dated and dated.start == match.end():
            found.add(_D.PUBLISHED, dated.value, dated.start, dated.end)
            return
    years = [first_year(text, line.start, line.end) for line in cover if len(line.text) <= 6]
    if year := next((y for y in years if y), None):
        found.add(_D.PUBLISHED, year.value, year.start, year.end)


def _died(found: Findings, text: str) -> None:
    """The date beside words of dying; where nobody died, that of the incident first told."""
    for match in _LABELLED.finditer(text, 0, _OPENING):
        dated = next(dates_in(text, match.end(), match.end() + 30), None)
        if dated and dated.start <= match.end() + 1:
            found.add(_D.DATE_OF_DEATH, dated.value, dated.start, dated.end)
            return
    for cue in (_DEATH, _INCIDENT):
        for sentence in _SENTENCE.finditer(text, 0, _OPENING):
            cued = cue.search(sentence.group())
            if cued is None:
                continue
            for dated in dates_in(text, sentence.start(), sentence.end()):
                between = text[
                    min(dated.end, sentence.start() + cued.end()) : max(
                        dated.start, sentence.start() + cued.start()
                    )
                ]
                before = text[sentence.start() : dated.start]
                if not _NOT_DEATH.search(between) and not _NOT_DEATH.search(before[-30:]):
                    found.add(_D.DATE_OF_DEATH, dated.value, dated.start, dated.end)
                    return


def _period(found: Findings, text: str) -> None:
    for match in _PERIOD.finditer(text):
        dated = list(dates_in(text, match.start(), match.end()))[:2]
        dated = dated or _years(text, match.start(), match.end())
        if not dated or not _OPENS_PERIOD.search(text[match.start() : dated[0].start]):
            continue
        value = " to ".join(one.value for one in dated)
        found.add(
            _D.REVIEW_PERIOD,
            value if len(dated) > 1 else f"from {value}",
            dated[0].start,
            dated[-1].end,
        )
        return


def _years(text: str, start: int, end: int) -> list[Dated]:
    first = first_year(text, start, end)
    second = first_year(text, first.end, end) if first else None
    return [first, second] if first and second else []
