"""A span of time as a sentence tells it: between two dates, up to a death, or by events."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from caseview.readers.dates import Dated, dates_in, first_year
from caseview.readers.lines import fold
from caseview.readers.numbers_in_words import NUMBER_WORD, number_of
from caseview.readers.wording import any_of

_OPENS_FAR = re.compile(
    r"\b(?:from|between|since|begin(?:s|ning)?|began|start(?:s|ing|ed)?|commenc(?:es|ing|ed)"
    r"|open(?:s|ed|ing)|back\s+(?:to|as\s+far\s+as))\b"
    r"[^.;|:]{0,80}$"
)
_OPENS_NEAR = re.compile(
    r"(?:\b(?:covers?|covered|covering|is|was|were|period|reviewed|considered|examined|chosen|set|are"
    r"|span(?:s|ned|ning)?|of|as|at|back to)|[:|])\s*"
    r"(?:(?:as|the|in|on|at|with|of|from|start|beginning|period|time|dates?|years?)\s+)*$"
    r"|^\s*$"
)
# A review's own work began and ended too: that is not the time it looked at.
_OWN_WORK = re.compile(
    r"\b(?:review|panel|work|process|reviewer|inquest|trial|investigation|publication|report)\s+"
    r"(?:(?:itself|was|were|had|has|been|formally)\s+)*(?:began|begun|started|commenced|held"
    r"|commissioned|agreed|concluded|met|opened|completed|notified|signed|finished|lasted|took)\b(?:(?!\b(?:as|be|from|between|cover|run)\b)[^.;]){0,25}$"
)
_TO = re.compile(
    r"\b(?:(?:up\s+)?(?:to|until|till)|through|and"
    r"|(?:to|until)\s*[:|]|no\s+later\s+than"
    r"|(?:end(?:s|ed|ing)?|finish(?:es|ed|ing)?|clos(?:es|ed|ing))\s+(?:with|on|in|at|when)|end\s+(?:date|point)\s+(?:is|was))\s+"
    r"|(?:^|(?<=[\s\d]))[-–—]\s*"
)
_AHEAD_OF_DATE = re.compile(r"[^.;|]{0,70}?")
_DYING = re.compile(
    r"[^.;|\n]{0,60}?\b"
    + any_of(r"""
    deaths? / died / killed / murder\w* / homicides? / suicide / found / incidents? / hurt / stabbed
    injur\w+ / attack(?:ed)? / offence / shot / collapsed / taken to hospital / life was ended
    took (?:his|her|their) own li(?:fe|ves) / fire / drowned / harmed / assault(?:ed)?
    police protection / removed / taken into care
    """)
    + r"\b"
)
_UNTIL = re.compile(
    r"\b(?:until|till|(?<!leading )up\s+to|ending\s+with|ends\s+with)\s+"
    r"(?P<event>(?:the|his|her|their|[A-Z]\w+['’]s)\s[^.;,|\n]{3,60}[^.;,|\s])",
    re.IGNORECASE,
)
_LIFE = re.compile(r"[^.;|\n]{0,30}?\bli(?:fe|ves)\b")
_ONE_OF_SEVERAL = re.compile(r"\b(?:first|last|second|final|latest|each|earliest)\b")
_PARTED = re.compile(r"\b(?:when|that|who|which|because|was|were|had)\b.*,")
_UP_TO = r"""(?:immediately\s+)?(?:before|prior\s+to|preceding|ahead\s+of
|(?:(?:leading|running)\s+)?up\s+to|leading\s+to|to|until|till
|(?:ending|(?:which|that)\s+(?:ends|ended))\s+(?:on|with|in|at))"""
_BEFORE = re.compile(
    rf"""\b(?:(?P<n>\d{{1,3}}|an?|{NUMBER_WORD})[\s-]+|(?:the|final|last)\s+)
    (?P<unit>year|month|week|day)s?['’]?,?\s+(?:period\s+)?(?:{_UP_TO}|(?P<of>of))\s+""",
    re.VERBOSE,
)
_EVENT = any_of(r"""
    birth / born / birthday / conception / pregnan\w+ / book(?:ed|ing) / diagnos\w+ / releas\w+
    mov(?:ed?|ing) / refer(?:ral|red) / discharged? / admission / admitted / placed / placement
    arriv(?:al|ed) / marri(?:age|ed) / separat\w+ / disclos\w+ / deaths? / died / killed / murder
    homicide / incident / offence / found / left / leaving / meeting / met / contact / arrest
    start(?:ed)? / remov(?:ed|al) / closure / opened / closed / injur\w+ / harm\w* / hurt
""")
_BY_EVENTS = re.compile(
    rf"\b(?:from|between)\s+[^.;|\n]{{0,90}}?\b{_EVENT}\b[^.;|\n]{{0,70}}?\s"
    r"(?:to|until|till|up\s+to|up\s+until|and)\s+"
    rf"[^.;|,\n]{{0,60}}?\b{_EVENT}\b(?:\s[^.;|,\n]{{0,50}}(?=[.;|,\n]|$))?"
)
# Told of the period itself, whatever the events are: "from her coming into care until her death".
_BETWEEN_EVENTS = re.compile(
    r"\b(?:is|was|runs|ran|starts|started|covers|covered|:)\s+(?P<span>from\s+[^.;|,\n]{3,90}?"
    r"\s(?:until|till|up\s+to|to)\s+(?:the|his|her|their|an?|\w+['’]s)\s[^.;|,\n]{3,60})"
)
_WHILE = re.compile(
    r"\b(?P<span>(?:that|the\s+(?:time|period|months|weeks|years))\s+(?:in|during|for)\s+which"
    r"\s[^.;|\n]{5,90})"
)
_BY_LENGTH = re.compile(
    rf"\bthe\s+(?:(?:last|final|first)\s+)?(?:(?:{NUMBER_WORD}|\d{{1,3}})\s+(?:and\s+a\s+half\s+)?)?"
    rf"(?:years?|months?|weeks?|days)\s+(?:{_UP_TO}|of|in)\s+[^.;|,\n]{{0,30}}?"
    r"\b(?:deaths?|died|life|lives|incident|murder|homicide|killed|injured|offence)\b",
    re.VERBOSE,
)
_MONTHS = {"month": 1, "year": 12}
_DAYS = {"week": 7, "day": 1}
_WITH_MONTH, _WITH_DAY = 2, 3
_BEHIND = 160
_CLOSE = 30


@dataclass(frozen=True, slots=True)
class Span:
    """A span of time: how it is shown, and the words that tell it.

    `whole` says that it goes from a date to a date; `counted` that the first of them is counted
    back from the other ("the last two years of her life").
    """

    value: str
    start: int
    end: int
    whole: bool = False
    counted: bool = False


def span_in(text: str, begin: int, end: int, died: str | None) -> Span | None:
    """Return the span of time that `text[begin:end]` tells with a date, None where it has none.

    One that ends with a death ends with the day of it, `died` (ISO), where that is known.
    """
    dated = _dated(text, begin, end, died)
    if dated is not None and dated.whole:
        return dated
    return _before(text, begin, end, died) or dated


def span_by_events(text: str, begin: int, end: int) -> Span | None:
    """Return the words of a span told without a date, as printed, None where there are none."""
    plain = fold(text[begin:end])
    match = _BY_EVENTS.search(plain) or _BY_LENGTH.search(plain)
    other = None if match else _BETWEEN_EVENTS.search(plain) or _WHILE.search(plain)
    if match is None and other is None:
        return None
    place = match.span() if match else other.span("span") if other else (0, 0)
    start, stop = begin + place[0], begin + place[1]
    return Span(text[start:stop], start, stop)


def _dated(text: str, begin: int, end: int, died: str | None) -> Span | None:
    """Return the span from the first date that words such as "from" introduce."""
    for first in _dates(text, begin, end):
        ahead = fold(text[begin : first.start])[-_BEHIND:]
        if _OWN_WORK.search(ahead):
            continue
        far = _OPENS_FAR.search(ahead)
        alone = far is not None and not any(dates_in(ahead[far.start() :]))
        if alone or _OPENS_NEAR.search(ahead):
            return _from(text, first, begin, end, died)
    return None


def _from(text: str, first: Dated, begin: int, end: int, died: str | None) -> Span:
    plain = fold(text[first.end : end])
    known = died if died and died > first.value else None
    for link in _TO.finditer(plain):
        last = next(_dates(text, first.end + link.end(), end), None)
        if last and last.value >= first.value[: len(last.value)]:
            ahead = plain[link.end() : last.start - first.end]
            if _AHEAD_OF_DATE.fullmatch(ahead) and not _PARTED.search(ahead):
                return Span(f"{first.value} to {last.value}", first.start, last.end, whole=True)
        told = _DYING.match(plain, link.end())
        if told and known and not _ONE_OF_SEVERAL.search(told.group()):
            stop = first.end + told.end()
            return Span(f"{first.value} to {known}", first.start, stop, whole=True)
    plain = fold(text[begin : first.start])
    before = _BEFORE.search(plain)
    if before and known and _DYING.match(plain, before.end()):
        return Span(f"{first.value} to {known}", first.start, first.end, whole=True)
    event = _UNTIL.search(text, first.end, end)
    if event:
        return Span(f"{first.value} until {event['event']}", first.start, event.end())
    return Span(f"from {first.value}", first.start, first.end)


def _dates(text: str, begin: int, end: int) -> Iterator[Dated]:
    """Yield the dates told, bare years among them."""
    for dated in dates_in(text, begin, end):
        yield from _years(text, begin, dated.start)
        yield dated
        begin = dated.end
    yield from _years(text, begin, end)


def _years(text: str, begin: int, end: int) -> Iterator[Dated]:
    while year := first_year(text, begin, end):
        yield year
        begin = year.end


def _before(text: str, begin: int, end: int, died: str | None) -> Span | None:
    """Return the span of "the two years before her death", "the twelve months to 20 May 2018"."""
    plain = fold(text[begin:end])
    for match in _BEFORE.finditer(plain):
        last = next(dates_in(text, begin + match.end(), end), None)
        near = last if last and last.start - begin - match.end() <= _CLOSE else None
        told = (_LIFE if match["of"] else _DYING).match(plain, match.end())
        until = near.value if near else died if told else None
        first = until and _earlier(until, _number(match["n"]), match["unit"])
        if first:
            stop = near.end if near else begin + (told or match).end()
            value = f"{first} to {until}"
            return Span(value, begin + match.start(), stop, whole=True, counted=True)
    return None


def _number(word: str | None) -> int:
    if word is None or word in {"a", "an"}:
        return 1
    return number_of(word)


def _earlier(until: str, number: int, unit: str) -> str | None:
    """Return the date so long before another, None where that is not known so precisely."""
    parts = [int(part) for part in until.split("-")]
    if unit in _DAYS:
        days = timedelta(days=number * _DAYS[unit])
        return (date.fromisoformat(until) - days).isoformat() if len(parts) == _WITH_DAY else None
    if len(parts) < _WITH_MONTH:
        return str(parts[0] - number) if unit == "year" else None
    months = parts[0] * 12 + parts[1] - 1 - number * _MONTHS[unit]
    year, month = months // 12, months % 12 + 1
    if len(parts) < _WITH_DAY:
        return f"{year}-{month:02}"
    return date(year, month, min(parts[2], monthrange(year, month)[1])).isoformat()
