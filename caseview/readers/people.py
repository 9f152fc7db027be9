"""The coroner and the deceased, from the sentences of the coroner's form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caseview.readers.ages_told import OLDEST
from caseview.readers.names import name_ends
from caseview.readers.wording import any_of

_RANK = "Senior|Area|Assistant|Deputy|Acting Senior|Former|Chief|Nominated"
_TITLE_WORDS = (
    r"(?:(?:HM|His Majesty'?s?|Her Majesty'?s?|H\.?M\.?)\s+)?"
    rf"(?:(?:Acting|Deputy|Former|Interim|Joint|Lead)\s+)?(?:{_RANK})?"
    r"(?:\s+(?:Acting|Deputy|Assistant|Senior|Area))?\s*Coroner"
)
_LETTERS = r"\s*,\s*(?:OBE|CBE|KC|QC|MBE|LLB|DL|JP|Solicitor|Barrister)\b"
_I_AM = re.compile(
    rf"""\b(?-i:I)\b\s*,?\s*(?:am|,)?\s*
    (?P<name>(?!the\s|an?\s|HM\s)(?-i:[A-Z\[])[^\n,;:]{{1,60}}?(?:{_LETTERS})?)??\s*[,;:\-–—.]?\s*
    (?:(?:I\s+am\s+)?\b(?:the|an?|His\ Majesty's|Her\ Majesty's|sitting\ as)\s+)?
    (?P<title>{_TITLE_WORDS})s?\b\s*,?\s*
    (?:(?:sitting|acting|appointed)\s+)?
    (?:(?:for|of|in)\s+(?P<area>[^\n;]{{3,140}}))?""",
    re.VERBOSE | re.IGNORECASE,
)
_I = re.compile(r"\bI\b")
_CORONER = re.compile("coroner", re.IGNORECASE)
_LONGEST_TO_TITLE = 260
# In the form's own box: "Ada Lorne, Senior Coroner for Norfolk", or a line for each.
_NAMED = re.compile(
    rf"""\s*(?:My\ name\ is\s+)?(?P<name>(?!(?:I|In|The|This|On|My)\b)[A-Z][^\n,;:]{{2,60}}?)
    (?:\s*[,\n–—-]\s*|\s+and\s+)(?:I\s+am\s+)?(?:the\s+|an?\s+)?
    (?P<title>{_TITLE_WORDS})\b\s*[,.\n]?\s*
    (?:(?:for|of|in)\s+)?(?P<area>[^\n;]{{3,140}})?""",
    re.VERBOSE,
)
_AREA_HEAD = re.compile(
    r"^(?:(?:the\s+)?(?:coroner'?s?\s+)?(?:area|jurisdiction|district)s?\s+(?:of|for)\s+|the\s+)+(?:the\s+)?",
    re.IGNORECASE,
)
_AREA_TAIL = re.compile(
    r"\s*"
    + any_of(r"""
    \b(?:coroner'?s?|coronial) (?:area|jurisdiction|district)\b.*
    \b(?:area|jurisdiction)\b\s*$
    \.\s.* / \.\s*$ /  \|.*
    ,? (?:and|which|where|who|make|makes) (?:I|is|make|my|was)\b.*
    """),
    re.IGNORECASE | re.DOTALL,
)
_TOUCHING = (
    any_of("investigations? / inquests? / enquiry / inquiry")
    + r"[^.\n]{0,60}?\b(?:into|touching|regarding|concerning|of)\s+(?:upon\s+)?"
)
_COURTESY = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Master|Baby)\.?\s+)?"
_PARTICLE = r"(?:(?:de|del|der|van|von|bin|al|el|la|le|da|dos|y)\s+)*"
_NAME = (
    rf"(?P<name>{_COURTESY}[A-Z][\w'’\-]*"
    rf"(?:\s+{_PARTICLE}[(“\"‘']?[A-Z](?:[\w'’\-)”\"]+|\.)?){{0,6}})"
)
_DEATH_OF = re.compile(
    rf"\b(?:{_TOUCHING}(?:the\s+)?(?:(?:sad|tragic)\s+)?"
    r"(?:circumstances\s+(?:of|surrounding)\s+)?(?:the\s+)?deaths?(?:\s+of)?|death\s+of)"
    r"\s*[:\-–]?\s+(?:the\s+late\s+|the\s+child,?\s+)?(?:an?\s+)?"
    rf"(?:\d{{1,3}}[\s-]years?[\s-]old\s+)?{_NAME}"
)
_LIVED = re.compile(
    rf"{_NAME}(?<!\bThe)\s+(?:\([^)]*\)\s+)?(?:sadly\s+)?"
    r"(?:died|passed\s+away|was\s+(?:born|found|diagnosed|received|admitted|aged|an?\b)|fell|lost)\b"
)
_AGE = re.compile(
    r"""\b(?:aged?|age\s+of|who\s+was|then)\s*:?\s*(?P<a>\d{1,3})\b
      (?!\s*(?:%|mg|ml|hours|minutes))(?P<unit>\s*(?:years?|months?|weeks?|days?)(?:\s+old)?)?
    |(?P<b>\d{1,3})(?P<unit2>[\s-]*(?:years?|months?|weeks?|days?|yrs?)[\s-]+(?:old\b|of\s+age))""",
    re.VERBOSE | re.IGNORECASE,
)
_TITLES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Master", "Baby"})
_NOT_A_NAME = "The This His Her On In At An A He She It I There Following Inquest Deceased Jury"
_STOP_NAMES = frozenset(_NOT_A_NAME.split())
_OPENING = 600
_AGE_LENGTH = 30


@dataclass(frozen=True, slots=True)
class SaidCoroner:
    """A coroner's sentence about himself: name, title and area as printed, "" where unsaid."""

    name: str
    name_start: int
    title: str
    start: int
    end: int
    area: str
    area_start: int


@dataclass(frozen=True, slots=True)
class SaidDeceased:
    """The deceased as first named, and where."""

    name: str
    start: int


def coroner_in(text: str, start: int, end: int) -> SaidCoroner | None:
    """Return who the coroner says he is in `text[start:end]`, None where he does not."""
    match = _says_who(text, start, end)
    return None if match is None else _said(match)


def coroner_named(text: str, start: int, end: int) -> SaidCoroner | None:
    """Return the coroner whom the form's box names without "I am", None where it names none."""
    match = _NAMED.match(text, start, end)
    return None if match is None else _said(match)


def _said(match: re.Match[str]) -> SaidCoroner:
    name = (match["name"] or "").strip(" ,.-–—")
    area, area_start = _area(match)
    return SaidCoroner(
        name,
        match.start("name") if name else match.start(),
        re.sub(r"\s+", " ", match["title"]).strip(),
        match.start("title"),
        match.end("title"),
        area,
        area_start,
    )


def _says_who(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the first sentence "I am ..., Coroner"; only an "I" soon before the word opens one."""
    titles = [match.start() for match in _CORONER.finditer(text, start, end)]
    for opening in _I.finditer(text, start, end) if titles else ():
        while titles and titles[0] < opening.start():
            del titles[0]
        if titles and titles[0] - opening.start() <= _LONGEST_TO_TITLE:
            match = _I_AM.match(text, opening.start(), end)
            # "I, the coroner, may extend the period" says of nobody who it is.
            if match and (match["name"] or match["area"] or " " in match["title"].strip()):
                return match
    return None


def _area(match: re.Match[str]) -> tuple[str, int]:
    printed = match["area"] or ""
    start = match.start("area")
    head = _AREA_HEAD.match(printed)
    if head:
        printed, start = printed[head.end() :], start + head.end()
    tail = _AREA_TAIL.search(printed)
    if tail:
        printed = printed[: tail.start()]
    return printed.rstrip(" ,.;:-"), start


def deceased_in(text: str, start: int, end: int) -> SaidDeceased | None:
    """Return whose death `text[start:end]` is about, None where it does not say.

    A full name counts before a surname alone.
    """
    short: SaidDeceased | None = None
    for pattern, reach in ((_DEATH_OF, end), (_LIVED, min(end, start + _OPENING))):
        for match in pattern.finditer(text, start, reach):
            name = match["name"][: name_ends(match["name"])]
            words = [word for word in name.split() if word.rstrip(".") not in _TITLES]
            if not words or words[0] in _STOP_NAMES:
                continue
            if len(words) > 1:
                return SaidDeceased(name, match.start("name"))
            short = short or SaidDeceased(name, match.start("name"))
    return short


def age_in(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """Return the first age in `text[start:end]` (years as a number, else words) and its place."""
    return next(ages_in(text, start, end), None)


def ages_in(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield each age that begins in `text[start:end]`, and its place."""
    for match in _AGE.finditer(text, start, end + _AGE_LENGTH):
        if match.start() >= end:
            return
        number = match["a"] or match["b"]
        unit = re.sub(r"[\s-]+", " ", match["unit"] or match["unit2"] or "").strip().lower()
        if not 0 <= int(number) <= OLDEST:
            continue
        small = next((word for word in ("month", "week", "day") if word in unit), "")
        many = "" if int(number) == 1 else "s"
        value = f"{int(number)} {small}{many}" if small else str(int(number))
        yield value, match.start(), match.end()
