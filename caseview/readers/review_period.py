"""The period that a review looked at: named as such, or told by what was read and considered."""

import re
from collections.abc import Iterator
from dataclasses import replace

from caseview.domain.attribute import DetailName
from caseview.readers.ages_told import born_on
from caseview.readers.findings import Findings
from caseview.readers.lines import fold
from caseview.readers.spans_told import Span, span_by_events, span_in
from caseview.readers.wording import any_of

_D = DetailName
_NAMED = re.compile(
    r"\b"
    + any_of(r"""
    period (?:under review|of review|of (?:the|this) review|reviewed|covered|chosen|considered)
    period (?:that|which) (?:\w+ ){1,4}(?:examined|considered|reviewed|looked at)
    (?:key|main|core) period (?:is|was|runs?|ran) / timescales? (?:of|for) (?:the|this) review
    (?:our|its|the) focus (?:is|was) / report is concerned with / dates chosen
    period (?:for consideration|examined|looked at|in (?:question|scope))
    period of (?:time|interest|enquiry|inquiry)
    (?:review|time|scoping|relevant) period / time\s?(?:frame|span)s? / date range / dates reviewed
    (?:the|agreed|whole|its) period (?:is|was|runs?|ran|begins?|began|starts?|started|to be)
    in respect of the period / timescales? (?:covered|under review|considered|looked at)
    time (?:considered|reviewed|examined|looked at|covered) / dates of interest / to cover
    (?:the )?(?:scope|period|time ?scale|window)(?=\s*[:|])
    (?:the|its|agreed) scope (?:is|was|runs?|ran|covers?|covered|starts|started)
    window (?:for|of) (?:the|this) review / start(?:ing)? date
    starting point (?:of|for) (?:the|this|our) (?:review|period|chronology|timeline)
    (?:timeline|chronology) (?:starts|begins|runs|covers) / consider the period
    terms of reference (?:run|ran|span|spanned)
    scope (?:period|dates|ran|starts|runs) / review (?:starts|runs)
    scope of (?:the|this|our) review
    review(?: period)? (?:covers?|covered|spans?|spanned|focus\w*|is concerned with|concerns)
    review(?: period)? (?:considers?|considered|examine[sd]|look(?:s|ed) (?:at|back))
    what (?:we|the review|the panel) (?:looked at|covered) / terms of reference cover(?:ed)?
""")
    + r"\b"
)
# "The time from": a review's own only where the sentence says that somebody looked.
_TIME = re.compile(
    r"\b"
    + any_of(r"""
    (?:period|time|months|years|weeks|contacts?|involvement|happened|events|reports|information|practice)\s
    chronolog(?:y|ies) / records / months / years / life / lives / dates
    """),
    re.IGNORECASE,
)
_WHO = any_of(r"""
    we / i / reviewers? / review / panel / authors? / chair / team / agenc(?:y|ies) / report / it
    s?he / work / organisations / chronolog(?:y|ies) / imrs? / reviews / reference / partnership
    board / records
""")
# "To examine the quality of planning between release on 3 May 2017 and 6 June 2019."
_TO_EXAMINE = re.compile(
    r"\bto\s+(?:examine|review|consider|look\s+at|establish|describe)\b", re.IGNORECASE
)
_LOOKED = re.compile(
    rf"\b(?:{_WHO}\s(?:\w+\s){{0,3}}?"
    + any_of(r"""
    look(?:s|ed)? / examined?s? / consider(?:s|ed)? / cover(?:s|ed|ing)? / read / saw / seen / set
    stud(?:y|ied|ies) / focus\w* / concentrate[sd]? / review(?:s|ed)? / about / had before / chose
    decided / search(?:ed)? / trac(?:ed?|es)
    follow(?:s|ed)? / span(?:s|ned)? / deals? with / dealt with / asked
    (?:should|to|were asked to|must) (?:account|report|summari[sz]e)
    """)
    + r"|(?P<passive>were|was|be)\s(?:examined|reviewed|considered|looked\sat|studied)"
    r"|to\s(?:examine|review|consider|cover|look\sat))\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]*)*[.!?\n]?")
_LABEL = re.compile(
    r"[\d.]*\s*(?:the\s+)?(?:scope|period|dates|time\s?span|time\s?frame|(?:review|time)\s+period|time\s+(?:covered|considered|reviewed|looked\s+at)"
    r"|period\s+(?:under\s+review|of\s+review|reviewed|covered)|scope\s+of\s+the\s+review)\W*",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\s*(?:the\s+end\s+(?:date|point)\s+(?:is|was)\b[^.\n]{0,160}|(?:it|this|(?:the|that)\s+(?:review\s+)?(?:period|scope|time\s?frame))\s+(?:\w+\s+)?"
    r"(?:ends?|ended|finish\w+|clos\w+|runs?|ran|goes|went)\b[^.\n]{0,160})",
    re.IGNORECASE,
)
# "The reviewer looked at January 2021 to the date of death."
_LOOKED_AT = re.compile(
    rf"\b{_WHO}\s(?:looked\s+at|looks\s+at|considered|examined|reviewed|covers|covered)\s+"
    rf"(?=\d|(?-i:[A-Z])\w+\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
_FROM_START = re.compile(
    r"\b(?:contacts?|involvement|events|records|practice|chronolog(?:y|ies))\b[^.;|]{0,40}\bfrom\s+$"
    r"|\b(?:time|period)\s+(?:from|between|since|beginning|starting)\s+(?:in\s+|on\s+)?$"
    r"|\b(?:from|since)\s+(?:\w+['’]s\s+|the\s+|his\s+|her\s+|their\s+)?(?:start|beginning|birth"
    r"|booking|pregnancy|\w+\s+birthday|time)\b[^.;|]{0,40}$",
    re.IGNORECASE,
)
_LIFETIME = re.compile(r"\bbirth\b.*\b(?:deaths?|died)\b", re.IGNORECASE)
_SCOPED = re.compile(
    r"^(?:\W*\d[\d.]*\s+|[A-Z][.)]\s+)?(?=[^\n]{3,70}$)(?:[\w’',-]+\s+){0,6}?"
    r"(?:scope|terms\s+of\s+reference|periods?|time\s?frames?|time\s?scales?|dates|remit|focus|time"
    r"|method\w*|process|approach|instructions|how\s+(?:we|the|this|it)|about\s+(?:the|this)\s+review)"
    r"\b[^.\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_HEADED = re.compile(r"^(?=\S[^\n]{2,70}$)(?![^\n]*(?:19|20)\d\d)[^\n]*[^\s.:;,?\n]$", re.MULTILINE)
_REACH = 1_500
_MONTH = 7
_OPENING = 15_000


def period_of(found: Findings, text: str) -> None:
    """Record the period reviewed: what is named as it, else what somebody is said to have read.

    It runs from a date to another, or to the death where the text says so: as it is printed,
    wherever that stands, else counted back. One that is told by events alone is kept as printed.
    """
    died = found.value(_D.DATE_OF_DEATH)
    named = list(_named(text))
    best: Span | None = None
    for begin, end in named:
        span = span_in(text, begin, end, died)
        if span and not span.whole:
            span = _ended(text, span, end, died)
        if span and span.whole and not span.counted:
            best = span
            break
        best = span if span and (best is None or span.whole > best.whole) else best
    best = best or _looked_at(text, died) or _in_scope(text, died)
    events = (span_by_events(text, begin, end) for begin, end in named)
    best = best or _from_birth(next((span for span in events if span), None), found, text)
    if best:
        found.add(_D.REVIEW_PERIOD, best.value, best.start, best.end)


def _in_scope(text: str, died: str | None) -> Span | None:
    """Return the span told under a heading that speaks of scope, where it ends about the death."""
    if died is None:
        return None
    for heading in _SCOPED.finditer(text, 0, _OPENING):
        end = min(heading.end() + _REACH, len(text))
        after = _HEADED.search(text, heading.end(), end)
        end = after.start() if after else end
        told = [(m.start(), m.end()) for m in _SENTENCE.finditer(text, heading.end(), end)]
        for begin, stop in [*told, (heading.end(), end)]:
            span = span_in(text, begin, stop, died)
            if span and span.whole and span.value.partition(" to ")[2][:_MONTH] == died[:_MONTH]:
                return span
    return None


def _from_birth(span: Span | None, found: Findings, text: str) -> Span | None:
    """Return a span told by events with its days, where it is a life whose birth is told."""
    subject, died = found.value(_D.SUBJECT), found.value(_D.DATE_OF_DEATH)
    life = span is not None and _LIFETIME.search(span.value) is not None
    born = born_on(text[:_OPENING], subject) if life and subject else None
    if span is None or born is None or died is None:
        return span
    return replace(span, value=f"{born.value} to {died}", whole=True)


def _named(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences that name the period reviewed, and what stands below such a label."""
    done = -1
    for match in _NAMED.finditer(fold(text)):
        if match.start() < done:
            continue
        begin, end = _sentence(text, match.start())
        done = end
        if _LABEL.fullmatch(text, begin, end):
            begin, end = _sentence(text, end + len(text[end:]) - len(text[end:].lstrip()))
        yield begin, end


def _sentence(text: str, place: int) -> tuple[int, int]:
    """Return where the sentence that holds a place begins and ends."""
    line = text.rfind("\n", 0, place) + 1
    found = (m for m in _SENTENCE.finditer(text, line) if m.end() > place)
    match = next(found, None)
    return (match.start(), match.end()) if match else (line, len(text))


def _ended(text: str, span: Span, end: int, died: str | None) -> Span:
    """Return a span that has no end with the one that the next sentence tells: "It ends ..."."""
    after = _GOES_ON.match(text, end)
    whole = span_in(text, span.start, after.end(), died) if after else None
    return whole if whole and whole.whole else span


def _looked_at(text: str, died: str | None) -> Span | None:
    """Return the span of which the opening says that somebody looked at it."""
    for cue in (_TO_EXAMINE, _LOOKED_AT):
        for match in cue.finditer(text, 0, _OPENING):
            span = span_in(text, match.start(), _sentence(text, match.start())[1], died)
            if span and span.whole:
                return span
    return _read_of(text, died)


def _read_of(text: str, died: str | None) -> Span | None:
    """Return the span of the records, contacts or time that somebody read or looked at."""
    first: Span | None = None
    done = -1
    for match in _TIME.finditer(text, 0, _OPENING):
        if match.start() < done:
            continue
        begin, done = _sentence(text, match.start())
        looked = _LOOKED.search(text, begin, done)
        begin = looked.start() if looked and not looked["passive"] else begin
        span = span_in(text, begin, done, died) if looked else None
        if span and span.whole:
            return span
        if span and _FROM_START.search(text, begin, span.start):
            first = first or span
    return first
