"""The details of a long review: cover, dates, people, board, force, agencies, period."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from caseview.domain.attribute import DetailName
from caseview.domain.document import DocumentText
from caseview.readers.authors import authors_in
from caseview.readers.boards import board_of
from caseview.readers.dates import Dated, dates_in, first_year
from caseview.readers.findings import Findings
from caseview.readers.lines import Line
from caseview.readers.person_told import describe_person
from caseview.readers.places import Places
from caseview.readers.review_period import period_of
from caseview.readers.subjects import subject_of
from caseview.readers.wording import any_of, whole_words

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
_DEATH = whole_words(r"""
    deaths? of / died / dies / killed / murdered / murder of / took (?:his|her|their) own life
    found (?:dead|deceased) / fatally / found that (?:s?he|both|they) had died / homicide of
    (?:was|were) found(?! (?:to|that|guilty|not|safe|and|well|wandering|missing|with an?)\b)
    took place / the death / drowned / passed away / lost (?:his|her|their) life / pronounced dead
    life ended / died
    (?:his|her|their) deaths? (?:on|in)
""")
_DIED_ON = re.compile(r"\b(?:died|killed|murdered)\s+(?:\w+\s+){0,3}(?:on|in)\s+(?:the\s+)?$")
_DIED = whole_words("died / killed / murdered / took (?:his|her|their) own life")
_LABELLED = re.compile(
    r"\b(?:d\.?o\.?d\.?|date\s+of\s+(?:the\s+)?(?:death|homicide|murder|incident))[\s:\-–|]*",
    re.IGNORECASE,
)
_INCIDENT = whole_words(r"""
    stab\w* / assault\w* / injur\w* / collapsed / attack\w* / shot / found / harm\w* / incident
    burn\w* / raped / drowned / admitted / (?:was|were) removed / disclosed / taken to hospital
    fractur\w*
    serious (?:further |sexual |violent )?offences?
""")
_SCOPE = whole_words("scope / to cover / looked at / period (?:under|of) review / timeframe")
_NOT_DEATH = re.compile(
    r"\b(?:from\s*$|"
    + any_of("""
    born / birth / inquest / sentenced / convicted / trial / review (?:began|was|covers|period)
    commissioned / published / report / meeting / decision / pleaded / act / guidance / arrested
    criminal / period / notified / referral / received / decided / agreed / referred / released?
    licence / withdrawal
    """)
    + r"\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]*)*[.!?\n]?")
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
_RIGHT_BEHIND = 40
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
        _died(found, text.text)
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


def _died(found: Findings, text: str) -> None:
    """Record the date beside words of dying, else that of the incident first told.

    Where a cover gives the month alone, the day that the text gives in that month is the date.
    """
    told = list(_labelled_deaths(text)) + list(_told(text, _DEATH))
    told = told or list(_told_before(text)) or list(_years_of_death(text, found.value(_D.SUBJECT)))
    told = told or list(_told(text, _INCIDENT))
    if not told:
        return
    best = next((one for one in told if one.value.startswith(told[0].value) and one.whole), told[0])
    found.add(_D.DATE_OF_DEATH, best.value, best.start, best.end)


def _labelled_deaths(text: str) -> Iterator[Dated]:
    """Yield the dates that a label ("Date of death:") stands before."""
    for match in _LABELLED.finditer(text, 0, _OPENING):
        dated = next(dates_in(text, match.end(), match.end() + 30), None)
        if dated and dated.start <= match.end() + 1:
            yield dated


def _told(text: str, cue: re.Pattern[str]) -> Iterator[Dated]:
    """Yield the dates in sentences with these words, where nothing else happened on them.

    Of a sentence, the date right behind the words comes first.
    """
    for sentence in _SENTENCE.finditer(text, 0, _OPENING):
        cued = cue.search(sentence.group())
        if cued is None or _SCOPE.search(sentence.group()):
            continue
        begin, end = sentence.start() + cued.start(), sentence.start() + cued.end()
        reach = min(sentence.end(), sentence.start() + _LONG_LINE)
        dated = list(dates_in(text, sentence.start(), reach))
        near = [d for d in dated if end <= d.start <= end + _RIGHT_BEHIND]
        for one in [*near[:1], *(d for d in dated if d not in near[:1])]:
            between = text[min(one.end, end) : max(one.start, begin)]
            before = text[sentence.start() : one.start]
            told = _DIED_ON.search(before) is not None
            if told or not (_NOT_DEATH.search(between) or _NOT_DEATH.search(before[-30:])):
                yield one


def _told_before(text: str) -> Iterator[Dated]:
    """Yield the date in the sentence before one that tells of dying and has none of its own."""
    sentences = list(_SENTENCE.finditer(text, 0, _OPENING))
    for before, sentence in pairwise(sentences):
        near = sentence.start() - before.end() <= 1
        if not near or not _DEATH.search(sentence.group()) or _NOT_DEATH.search(sentence.group()):
            continue
        dated = list(dates_in(text, before.start(), before.end()))
        if len(dated) == 1 and not _NOT_DEATH.search(before.group()):
            yield dated[0]


def _years_of_death(text: str, subject: str | None) -> Iterator[Dated]:
    """Yield the years in sentences that say that the subject died, where no day is told."""
    for sentence in _SENTENCE.finditer(text, 0, _OPENING):
        words = sentence.group()
        year = first_year(text, sentence.start(), sentence.end())
        theirs = subject is not None and subject in words and _DIED.search(words)
        if theirs and year and not _NOT_DEATH.search(words):
            yield year
