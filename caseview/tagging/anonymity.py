"""Finds words in a text by which a person could be known, to be looked at before they leave."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from caseview.domain.span import Span
from caseview.tagging.given_names import GIVEN_NAMES


class Telling(StrEnum):
    """What sort of words could give a person away."""

    NAME = "name"
    BIRTH = "date of birth"
    ADDRESS = "address"
    POSTCODE = "postcode"
    NHS_NUMBER = "NHS number"
    INSURANCE = "National Insurance number"
    PHONE = "telephone number"
    EMAIL = "e-mail address"


@dataclass(frozen=True, slots=True)
class Identifying:
    """A stretch of a text that could give a person away."""

    sort: Telling
    span: Span
    words: str


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})"
)
_BORN = r"born(?:\s+on)?|d\.?o\.?b\.?|date\s+of\s+birth|birthday"
_WAYS = (
    "Road|Street|Avenue|Close|Lane|Drive|Way|Court|Crescent|Gardens|Grove|Place|Terrace|Square|"
    "Walk|Rise|Mews|Parade|Hill|View|Row|Rd|Ave"
)
_COURTS = r"Crown|County|High|Magistrates['\u2019]?|Family|Youth|Coroner['\u2019]?s?|Supreme"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_BODIES = (
    "House|Ward|Unit|Hospital|Centre|Center|Court|Trust|Foundation|Institute|Inquiry|Enquiry|Review|"
    "Report|Law|Day|College|School|Academy|Clinic|Team|Police|Council|Service|Services|Act|Road|"
    "Street|Lodge|University|Hospice|Charity|Surgery|Practice"
)
_POSTS = (
    "Practitioner|Manager|Specialist|Consultant|Lead|Adviser|Advisor|Prescriber|Associate|Ward|"
    "Director|Major|Team|General|Advocate|Surgery|Coordinator|Constable|Sergeant|Inspector|Officer"
)
_SPACE = r"[^\S\n]+"
_TITLES = (
    r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sgt|Rev|PC|DC|DS|DI|DCI|PS)\.?|"
    "Miss|Doctor|Nurse|Sister|Professor|Sergeant|Constable|Inspector|Sir|Dame|Reverend|Judge"
)
_OPENERS = (
    "The|There|This|That|These|Those|It|He|She|They|We|His|Her|Their|In|On|At|By|For|From|To|With|"
    "When|While|Where|But|And|An|If|As|No|Not|After|Before|Although|However|Officers|Police"
)
_CAPITAL = r"(?:(?:Mac|Mc|[OD]['\u2019])?[A-Z][a-z\u00e0-\u00ff]+)(?:['\u2019-][A-Z][a-z]+)*"
_YEAR = r"(?:19|20)\d\d"
_PATTERNS: tuple[tuple[Telling, re.Pattern[str]], ...] = (
    (
        Telling.BIRTH,
        re.compile(
            rf"\b(?:{_BORN})(?:\s*[:,(]|\s+(?:is|was|of|as|on))?\s*\(?{_DATE}", re.IGNORECASE
        ),
    ),
    (
        Telling.ADDRESS,
        re.compile(
            rf"\b(?!{_YEAR}\b)\d{{1,4}}[A-Za-z]?,?\s+(?!(?:{_MONTHS})\b)"
            rf"(?!(?:{_CAPITAL}\s+){{0,2}}(?:{_COURTS})\s+Court\b)"
            rf"(?:{_CAPITAL}\s+){{1,3}}(?:{_WAYS})\b"
        ),
    ),
    (Telling.ADDRESS, re.compile(r"\b(?:Flat|Apartment)\s+\d{1,4}[A-Z]?\b")),
    (
        Telling.POSTCODE,
        re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b"),
    ),
    (Telling.PHONE, re.compile(r"(?<!\d)(?:\+44\s?\d|0\d)(?:[\s-]?\d){8,9}(?!\d)")),
    (
        Telling.INSURANCE,
        re.compile(r"\b[A-CEGHJ-PR-TW-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b"),
    ),
    (
        Telling.NHS_NUMBER,
        re.compile(r"\bNHS\s+(?:[Nn]umber|[Nn]o\.?)[:\s]+(?:is\s+)?\d{3}[\s-]?\d{3}[\s-]?\d{4}\b"),
    ),
    (Telling.EMAIL, re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]+\b")),
    (
        Telling.NAME,
        re.compile(
            rf"\b(?:{_TITLES}){_SPACE}(?!(?:{_POSTS})\b)"
            rf"(?:[A-Z]\.?{_SPACE}(?!(?:{_OPENERS})\b))?{_CAPITAL}"
            rf"(?:{_SPACE}(?!(?:{_BODIES})\b){_CAPITAL})?"
        ),
    ),
)
_TEN = re.compile(r"(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)")
_LENGTH, _MODULUS = 10, 11


def identifying(text: str, names: Iterable[str] = ()) -> tuple[Identifying, ...]:
    """Return the stretches by which a person could be known, in the order they stand.

    `names` are people the casebook knows by name. Of overlapping stretches the longest is kept.
    A pseudonym ("Adult D", "Mr L") gives nobody away and is passed over.
    """
    found = [*_by_pattern(text), *_nhs_numbers(text), *_full_names(text), *_known(text, names)]
    found.sort(key=lambda one: (-len(one.span), one.span))
    kept: list[Identifying] = []
    for one in found:
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.span))


def _by_pattern(text: str) -> Iterator[Identifying]:
    for sort, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield Identifying(sort, Span(*match.span()), match[0])


_FULL_NAME = re.compile(
    rf"\b{_CAPITAL}(?:{_SPACE}{_CAPITAL}|{_SPACE}[A-Z]\.?)?{_SPACE}"
    rf"(?!(?:{_BODIES}|{_MONTHS}|{_OPENERS})\b){_CAPITAL}\b(?!{_SPACE}(?:{_BODIES})\b)"
)


def _full_names(text: str) -> Iterator[Identifying]:
    """Yield names that begin with a given name and have no title: "Jane Alder"."""
    for start in re.finditer(rf"(?<!\bSt )\b{_CAPITAL}\b", text):
        if start[0].casefold() in GIVEN_NAMES and (match := _FULL_NAME.match(text, start.start())):
            yield Identifying(Telling.NAME, Span(*match.span()), match[0])


def _nhs_numbers(text: str) -> Iterator[Identifying]:
    for match in _TEN.finditer(text):
        if is_nhs_number(match[0]):
            yield Identifying(Telling.NHS_NUMBER, Span(*match.span()), match[0])


def is_nhs_number(words: str) -> bool:
    """Return whether ten digits are an NHS number: their check digit fits.

    The modulus 11 rule of the NHS Data Dictionary ("NHS NUMBER").
    """
    digits = [int(one) for one in words if one.isdigit()]
    if len(digits) != _LENGTH:
        return False
    total = sum(digit * (_LENGTH - place) for place, digit in enumerate(digits[:-1]))
    check = (_MODULUS - total % _MODULUS) % _MODULUS
    return check == digits[-1]


def _known(text: str, names: Iterable[str]) -> Iterator[Identifying]:
    for name in sorted({" ".join(one.split()) for one in names}):
        words = name.split()
        # One word alone may be any word; two make a name.
        if len(words) > 1:
            pattern = r"\s+".join(map(re.escape, words))
            if words[0].casefold() in GIVEN_NAMES and words[-1].istitle():
                # Once named, a person is called by the family name.
                pattern = rf"(?:{pattern}|{re.escape(words[-1])})"
            for match in re.finditer(rf"\b{pattern}\b", text):
                yield Identifying(Telling.NAME, Span(*match.span()), match[0])
