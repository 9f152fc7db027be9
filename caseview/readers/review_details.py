"""The details of a long review: cover, dates, people, board, force, agencies, period."""

import re
from collections.abc import Iterator, Sequence

from caseview.domain.attribute import DetailName
from caseview.domain.document import DocumentText
from caseview.readers.authors import authors_in
from caseview.readers.boards import board_of
from caseview.readers.dates import Dated, dates_in, first_year
from caseview.readers.findings import Findings
from caseview.readers.lines import Line
from caseview.readers.person_told import describe_person
from caseview.readers.places import Places
from caseview.readers.subjects import subject_of
from caseview.readers.wording import any_of, whole_words

_D = DetailName
_PUBLISHED = re.compile(r"\b(?:publish\w*|publication(?:\s+date)?)\b[^.\n]{0,30}$", re.IGNORECASE)
_NOT_PUBLISHED = re.compile(
    r"\b"
    + any_of(r"""
    death / died / killed / murder\w* / born / birth / d\.?o\.?b / d\.?o\.?d / incident / into the
    between / from / since / until / delayed / meeting / act / commissioned / arising
    """)
    + r"\b[^.\n]{0,60}$",
    re.IGNORECASE,
)
# Dates of a report before it was published: they stand for it where a cover has no other.
_BEFORE_PUBLISHED = re.compile(
    r"\b(?:presented|completed|panel|version|draft|approved|agreed|signed\s+off)\b[^.\n]{0,60}$",
    re.IGNORECASE,
)
_DEATH = whole_words("""
    deaths? of / died / dies / killed / murdered / murder of / took (?:his|her|their) own life
    found (?:dead|deceased) / was found / fatally / homicide of / took place / the death / drowned
    (?:his|her|their) deaths? (?:on|in)
""")
_LABELLED = re.compile(
    r"\b(?:d\.?o\.?d\.?|date\s+of\s+(?:the\s+)?(?:death|homicide|murder|incident))[\s:\-–|]*",
    re.IGNORECASE,
)
_INCIDENT = whole_words(r"""
    stab\w* / assault\w* / injur\w* / collapsed / attack\w* / shot / found / harm\w* / incident
    burn\w* / admitted / (?:was|were) removed / disclosed / taken to hospital / fractur\w*
    serious (?:further |sexual |violent )?offences?
""")
_NOT_DEATH = re.compile(
    r"\b(?:from\s*$|"
    + any_of("""
    born / birth / inquest / sentenced / convicted / trial / review (?:began|was|covers|period)
    commissioned / published / report / meeting / decision / pleaded / act / guidance / arrested
    criminal / period / notified / referral / received / decided / agreed / referred
    """)
    + r"\b)",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b"
    + any_of(r"""
    period (?:under review|of review|reviewed|covered) / time\s?frame / time period / timescale
    review(?: period)? (?:covers?|covered|consider(?:s|ed)|examine[sd]|look(?:s|ed) at|focus\w*)
    review period / scope of the review
    """)
    + r"\b[^.]{0,200}",
    re.IGNORECASE,
)
_OPENS_PERIOD = re.compile(
    r"(?:from|between|covers?|covered|is|was|period|reviewed|:|of)\s+(?:the\s+)?"
    r"(?:(?:start|beginning|period)\s+(?:of|from)\s+)?$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]*)*[.!?\n]?")
_PUBLISHED_IN = re.compile(r"\bpublished\s+(?:in|on)\s+")
_COVER = 2_500
_OPENING = 12_000
_SHORT = 110
_LONG_LINE = 600
_YEAR_LINE = 6
_SENTENCE_LENGTH = 80
_DATE_LENGTH = 25


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
        _died(found, text.text)
        describe_person(found, text.text[:_OPENING], found.value(_D.SUBJECT))
        _period(found, text.text)
        return found


def _published(found: Findings, text: str, lines: Sequence[Line]) -> None:
    """Record when the review was published: as the cover says, else as the text does."""
    cover = list(_cover(lines))
    alone: list[Dated] = []
    earlier: list[Dated] = []
    for line in cover:
        dated = list(dates_in(text, line.start, min(line.end, line.start + _LONG_LINE)))
        said = next((d for d in dated if _PUBLISHED.search(text[line.start : d.start])), None)
        if said:
            found.add(_D.PUBLISHED, said.value, said.start, said.end)
            return
        if len(dated) == 1 and len(line.text) <= _SHORT:
            before = text[line.start : dated[0].start]
            if _BEFORE_PUBLISHED.search(before):
                earlier += dated
            elif not _NOT_PUBLISHED.search(before):
                alone += dated
    years = (first_year(text, n.start, n.end) for n in cover if len(n.text) <= _YEAR_LINE)
    best = alone[-1] if alone else _published_in(text)
    best = best or next((y for y in years if y), None) or next(reversed(earlier), None)
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
        if dated and dated.start == match.end():
            return dated
    return None


def _died(found: Findings, text: str) -> None:
    """Record the date beside words of dying, else that of the incident first told.

    Where a cover gives the month alone, the day that the text gives in that month is the date.
    """
    told = list(_told_deaths(text))
    if not told:
        return
    best = next((one for one in told if one.value.startswith(told[0].value) and one.whole), told[0])
    found.add(_D.DATE_OF_DEATH, best.value, best.start, best.end)


def _told_deaths(text: str) -> Iterator[Dated]:
    """Yield the dates beside words of dying, then those of incidents, the surest first."""
    for match in _LABELLED.finditer(text, 0, _OPENING):
        dated = next(dates_in(text, match.end(), match.end() + 30), None)
        if dated and dated.start <= match.end() + 1:
            yield dated
    for cue in (_DEATH, _INCIDENT):
        for sentence in _SENTENCE.finditer(text, 0, _OPENING):
            cued = cue.search(sentence.group())
            if cued is None:
                continue
            reach = min(sentence.end(), sentence.start() + _LONG_LINE)
            for dated in dates_in(text, sentence.start(), reach):
                between = text[
                    min(dated.end, sentence.start() + cued.end()) : max(
                        dated.start, sentence.start() + cued.start()
                    )
                ]
                before = text[sentence.start() : dated.start]
                if not _NOT_DEATH.search(between) and not _NOT_DEATH.search(before[-30:]):
                    yield dated


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
