"""When a review was published: as its cover, its feet or its text says."""

import re
from collections.abc import Iterator, Sequence

from caseview.domain.attribute import DetailName
from caseview.domain.document import DocumentText
from caseview.readers.dates import Dated, dates_in, first_year
from caseview.readers.findings import Findings
from caseview.readers.lines import Line
from caseview.readers.wording import any_of

_D = DetailName
_PUBLISHED = re.compile(
    r"(?<!for )(?<!to be )(?<!will be )(?<!not be )\b"
    + any_of("publish\\w* / publication(?: date)? / made public / publicly available / released")
    + r"\b[^.\n]{0,30}$|\bfor publication (?:on|in|from)\b[^.\n]{0,12}$",
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
    r"\b"
    + any_of(r"""
    presented / completed / completion / accepted / ratified / endorsed / considered / sent
    adopted / letter / started / began / commenced / event / referral / referred / received
    notified / updated / next / embargo\w* / assured / appointed / decision / decided / arrest
    (?:approval|permission|agreement|consent|decision|cleared|approved|agreed) to publish
    trial / admitted / inquest / rapid / scope / workshop / to be / will be / panel
    (?<!final.)version / draft / approved / agreed / submitted / signed off / finalised / cleared
    report date
    date of (?:the |this )?(?:report|review)
    """)
    + r"\b[^.\n]{0,60}$",
    re.IGNORECASE,
)
# Leave to publish is given before.
_TO_PUBLISH = re.compile(r"\bto\s+publish\b[^.\n]{0,20}$", re.IGNORECASE)
_PUBLISHED_IN = re.compile(
    r"(?:(?<![Tt]o be )(?<!will be )\bpublished|(?<=[.\n] )Published|^Published"
    r"|\b[Pp]ublication\s+(?:followed|took\s+place)"
    r"|\b(?:[Mm]ade|[Pp]laced|[Pp]ut)\s+(?:public|in(?:to)?\s+the\s+public\s+domain))\s+(?:in|on)\s+"
    r"|\b(?:[Dd]ate\s+(?:first\s+)?published|[Pp]ublication\s+date|[Dd]ate\s+of\s+publication)\s*[:|]\s*",
    re.MULTILINE,
)
_OTHERS = re.compile(
    r"\b(?:guidance|act|strateg\w+|polic\w+|inspection|earlier|previous|research|national|myth)\b"
    r"[^.\n]{0,90}$",
    re.IGNORECASE,
)
# What a label before a date on the cover may say where the date is the report's own.
_OWN_LABEL = re.compile(
    r"\b(?:date|publi\w+|report|reviewers?|authors?|author|chair|writer|final|issued?|version|release)\b"
    r"[^.\n]{0,40}[:|]\s*$",
    re.IGNORECASE,
)
_DRAFT = re.compile(r"\b(?:draft|embargo\w*)\b", re.IGNORECASE)
_LABEL = re.compile(r"[:|]\s*$")
# In the feet of pages: "Ashby SAR, published 11 May 2022".
_IN_FEET = re.compile(r"\bpubli(?:shed|cation)\b[^.\n]{0,20}$", re.IGNORECASE)
# What is not yet published bears the date on which it was finished.
_NOT_YET = re.compile(
    r"\b(?:report|review|it|document)\b[^.\n]{0,40}\b(?:will|must|should|may|can|is\s+to)\s+not\s+be\s+"
    r"(?:published|made\s+public|released)\s+(?:until|before|unless)\b"
    r"|\b(?:has|have)\s+not\s+(?:yet\s+)?been\s+(?:published|approved\s+for\s+publication)\b"
    r"|\bnot\s+for\s+publication\s+(?:until|before)\b",
    re.IGNORECASE,
)
_COVER = 2_500
_SHORT = 110
_LONG_LINE = 600
_YEAR_LINE = 6
_SENTENCE_LENGTH = 80
_DATE_LENGTH = 25
_NEAR = 110


def describe_publication(found: Findings, text: DocumentText, lines: Sequence[Line]) -> None:
    """Record when the review was published: as its cover says, else its feet, else its text.

    A date alone on the cover is that of publication where nothing says another, nor that it is
    still to come; failing that, so is one alone in the feet. What feet of pages say has no place
    in the text.
    """
    cover = list(_cover(lines))
    said = _said_on(cover, text.text)
    if said is None and (day := _in_feet(text)):
        found.infer(_D.PUBLISHED, day)
        return
    waits = _NOT_YET.search(text.text) is not None
    best = said or _later(None if waits else _alone_on(cover, text.text), _published_in(text.text))
    years = (first_year(text.text, n.start, n.end) for n in cover if len(n.text) <= _YEAR_LINE)
    best = best or next((year for year in years if year), None)
    if best:
        found.add(_D.PUBLISHED, best.value, best.start, best.end)
    elif not waits and (day := _alone_in_feet(text)):
        found.infer(_D.PUBLISHED, day)


def _later(alone: Dated | None, told: Dated | None) -> Dated | None:
    """Return the date alone on the cover, but a later one of which the text says it outright."""
    if alone and told and told.value < alone.value:
        return alone
    return told or alone


def _dated(line: Line, text: str) -> list[Dated]:
    return list(dates_in(text, line.start, min(line.end, line.start + _LONG_LINE)))


def _said_on(cover: Sequence[Line], text: str) -> Dated | None:
    """Return the date beside words of publishing."""
    for line in cover:
        for dated in _dated(line, text):
            before = text[line.start : dated.start]
            if _PUBLISHED.search(before) and not _TO_PUBLISH.search(before):
                return dated
    return None


def _alone_on(cover: Sequence[Line], text: str) -> Dated | None:
    """Return the last date that stands alone on a short line and is not said to be another."""
    alone: Dated | None = None
    for line in cover:
        dated = _dated(line, text)
        if len(dated) == 1 and len(line.text) <= _SHORT and not _DRAFT.search(line.text):
            before = text[line.start : dated[0].start]
            if _is_its_own(before):
                alone = dated[0]
    return alone


def _is_its_own(before: str) -> bool:
    """Whether the words before a date on its line leave it the date of the report."""
    if _BEFORE_PUBLISHED.search(before) or _NOT_PUBLISHED.search(before):
        return False
    return _LABEL.search(before) is None or _OWN_LABEL.search(before) is not None


def _in_feet(text: DocumentText) -> str | None:
    """Return the date that running heads or feet say the report was published on."""
    for words in _feet(text):
        for dated in dates_in(words):
            if _IN_FEET.search(words[: dated.start]):
                return dated.value
    return None


def _alone_in_feet(text: DocumentText) -> str | None:
    """Return the one date in running heads or feet of which nothing says that it is another."""
    told = [(words, dated) for words in _feet(text) for dated in dates_in(words)]
    if len({dated.value for _, dated in told}) != 1:
        return None
    words, dated = told[0]
    return dated.value if _is_its_own(words[: dated.start]) else None


def _feet(text: DocumentText) -> list[str]:
    by_page = (words for page in text.pages for words in page.left_out)
    return list(dict.fromkeys([*text.left_out, *by_page]))


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
