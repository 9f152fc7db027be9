"""The details of a long review: cover, dates, people, board, force, agencies, period."""

import re
from collections.abc import Iterator, Sequence

from caseview.domain.attribute import DetailName
from caseview.domain.document import DocumentText
from caseview.readers.authors import authors_in
from caseview.readers.boards import board_of
from caseview.readers.dates import Dated, dates_in, first_year
from caseview.readers.death_told import describe_death
from caseview.readers.findings import Findings
from caseview.readers.lines import Line
from caseview.readers.person_told import describe_person
from caseview.readers.places import Places
from caseview.readers.review_period import period_of
from caseview.readers.subjects import subject_of
from caseview.readers.wording import any_of

_D = DetailName
_PUBLISHED = re.compile(
    r"(?<!for )\b(?:publish\w*|publication(?:\s+date)?|made public|publicly available|released)\b"
    r"[^.\n]{0,30}$"
    r"|\bfor publication (?:on|in|from)\b[^.\n]{0,12}$",
    re.IGNORECASE,
)
_NOT_PUBLISHED = re.compile(
    r"\b"
    + any_of(r"""
    death / died / killed / murder\w* / born / birth / d\.?o\.?b / d\.?o\.?d / incident / into the
    between / from / since / until / delayed / meeting / act / commissioned / arising / sfo
    offence / release / sentenced? / conviction
    """)
    + r"\b[^.\n]{0,60}$",
    re.IGNORECASE,
)
# Dates of a report before it was published, which stand for none of its publication.
_BEFORE_PUBLISHED = re.compile(
    r"\b(?:presented|completed|panel|(?<!final )version|draft|approved|agreed|submitted"
    r"|signed\s+off)\b[^.\n]{0,60}$",
    re.IGNORECASE,
)
_PUBLISHED_IN = re.compile(
    r"(?:\bpublished|(?<=[.\n] )Published|^Published|\b[Pp]ublication\s+(?:followed|took\s+place)"
    r"|\b(?:[Mm]ade|[Pp]laced|[Pp]ut)\s+(?:public|in(?:to)?\s+the\s+public\s+domain))\s+(?:in|on)\s+",
    re.MULTILINE,
)
_OTHERS = re.compile(
    r"\b(?:guidance|act|strateg\w+|polic\w+|inspection|earlier|previous|research|national|myth)\b"
    r"[^.\n]{0,90}$",
    re.IGNORECASE,
)
_COVER = 2_500
_OPENING = 12_000
_SHORT = 110
_LONG_LINE = 600
_YEAR_LINE = 6
_SENTENCE_LENGTH = 80
_DATE_LENGTH = 25
_NEAR = 110


class ReviewDetails:
    """Reads the details of reviews of any kind but coroners' reports."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def read(self, text: DocumentText, lines: Sequence[Line]) -> Findings:
        """Return what the review says of itself, each with its words."""
        found = Findings(text.text)
        board_of(text.text, found, self._places)
        authors = authors_in(text.text, min(len(text.text), _COVER * 2))
        for name, start, end in authors:
            found.add(_D.AUTHOR, name, start, end)
        subject_of(found, text.text, lines, [(start, end) for _, start, end in authors])
        _published(found, text.text, lines)
        describe_death(found, text.text)
        describe_person(found, text.text[:_OPENING], found.value(_D.SUBJECT))
        period_of(found, text.text)
        return found


def _published(found: Findings, text: str, lines: Sequence[Line]) -> None:
    """Record when the review was published: as the cover says, else as the text does."""
    cover = list(_cover(lines))
    alone: list[Dated] = []
    for line in cover:
        dated = list(dates_in(text, line.start, min(line.end, line.start + _LONG_LINE)))
        said = next((d for d in dated if _PUBLISHED.search(text[line.start : d.start])), None)
        if said:
            found.add(_D.PUBLISHED, said.value, said.start, said.end)
            return
        if len(dated) == 1 and len(line.text) <= _SHORT:
            before = text[line.start : dated[0].start]
            if not (_BEFORE_PUBLISHED.search(before) or _NOT_PUBLISHED.search(before)):
                alone += dated
    years = (first_year(text, n.start, n.end) for n in cover if len(n.text) <= _YEAR_LINE)
    best = alone[-1] if alone else _published_in(text)
    best = best or next((y for y in years if y), None)
    if best:
        found.add(_D.PUBLISHED, best.value, best.start, best.end)


def _cover(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of the cover: it ends where sentences begin (a notice may stand on it)."""
    sentences = 0
    for line in lines:
        sentences += len(line.text) > _SENTENCE_LENGTH and line.text.endswith(".")
        if line.start > _COVER or sentences > 1:
            return
        yield line


def _published_in(text: str) -> Dated | None:
    for match in _PUBLISHED_IN.finditer(text):
        dated = next(dates_in(text, match.end(), match.end() + _DATE_LENGTH), None)
        about = text[max(0, match.start() - _NEAR) : match.start()]
        if dated and dated.start == match.end() and not _OTHERS.search(about):
            return dated
    return None
