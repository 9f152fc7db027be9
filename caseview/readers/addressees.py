"""Whom a coroner's report is sent to: the lines of its first box, one addressee each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseview.readers.form_boxes import Box
from caseview.readers.lines import Line, fold
from caseview.readers.wording import whole_words

_MARK = re.compile(r"^\s*(?:\(?\d{1,2}[.):]+|\(?[a-hivx]{1,3}[.)]+|[•\-–—*·▪])\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}\s*,?\s+")
_PARTED = re.compile(r"\s*\|\s*|\s*;\s+(?=[A-Z])")
_ASIDE = whole_words(
    "^i am / ^i have / ^i shall / ^i will / ^copied / ^cc / ^copy / ^note / "
    "^this report / ^the following / ^and$ / ^regulation 28 / ^page"
)
_LEAD = re.compile(r"(?:to|and)\s*:\s*|(?:to|and)\s+(?=[A-Z])|,\s*")
# The number of the form's first box, left hanging at the end of the list before it.
_BOX_NUMBER = re.compile(r"\s+\(?[12]\)?[.,]?$")
_NEXT_OFFICE = re.compile(
    r"\s(?=The\s+(?:Chief|Rt|Right|Secretary|Governor|Director|Medical|Minister|Managing)\b)"
)
_ORGANISATION = whole_words(r"""
    nhs\w* / trusts? / councils? / boards? / hospitals? / ltd / limited / plc / llp / inc / police
    constabulary / heddlu / departments? / ministry / office / services? / agency / authority
    university / college / surgery / practice / homes? / centre / groups? / company / association
    society / commission / health and safety executive
    hmp\w* / hmyoi / prisons? / yoi / institute
    government / partnership / federation / school / academy / network rail / healthcare / clinic
    inspectorate / union / bank / club / church / foundation / airport / airlines? / airways
    railways? / pharmacy / hospice / solutions / holdings / borough / committee
""")
# Words of organisations that also stand in posts ("Highways Manager").
_PERHAPS = whole_words(r"""
    rail / care / housing / transport / england / wales / uk / gp / lodge / court / house
    ambulance / fire / border / highways / regulator
""")
_ACRONYM = re.compile(r"\b(?!CEO|OBE|CBE|MBE|QPM|MRCP|FRCP|LLB)[A-Z]{3,}\b")
_OFFICE = whole_words(r"""
    secretary of state / home secretary / minister / chancellor / attorney general / lord
    chief coroner / chief medical officer / mayor / commissioner / solicitor general
    foreign secretary / chief constable (?:of|for)
""")
_POST = whole_words(r"""
    chief executive / chief operating / ceo / director / manager / governor / head of / president
    chair / chairman / chairperson / principal / owner / chief constable / chief inspector
    chief nurse / officer / partner / superintendent / matron / proprietor / headteacher
""")
_COURTESY = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lady|Lord|Rt\.? Hon|Rev)\b", re.IGNORECASE
)
_NAME = re.compile(r"(?:[A-Z][\w'’.\-]*\s+){1,3}[A-Z][\w'’\-]+")
_NOT_ADDRESSED = re.compile(
    r"(?:hm |the |hh |his honour )*(?:judge )?(?:the )?(?:hm )?chief coroner\b"
)
_REDACTED = re.compile(r"\W*(?:redacted|name redacted)\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Addressee:
    """An addressee as printed, on one line, with its place in the text."""

    words: str
    start: int
    end: int


def addressees_of(lines: Sequence[Line], boxes: Sequence[Box]) -> list[Addressee]:
    """Return the addressees in the order printed, without numbers.

    A person or a post on a line of its own is joined with the organisation on the next; the
    Chief Coroner, who is sent a copy of every report, is left out beside others.
    """
    box = next((box for box in boxes if box.name == "sent_to"), None)
    if box is None:
        return []
    found = _joined(list(_in_box(lines, box)))
    addressed = [
        one
        for one in found
        if not (_NOT_ADDRESSED.match(fold(one.words)) or _REDACTED.fullmatch(one.words))
    ]
    return addressed or found


def _in_box(lines: Sequence[Line], box: Box) -> Iterator[Addressee]:
    held = [line for line in lines if line.end > box.body and line.start < box.end]
    for line in held:
        start = max(line.start, box.body)
        words = line.text[start - line.start :]
        if line is held[-1]:
            words = _BOX_NUMBER.sub("", words)
        first = line.paragraph.printed.strip("().") == "1" or re.match(r"\(?1\b", words) is not None
        for begin, part in _parts(words, numbered=first):
            if _ASIDE.match(fold(part)):
                return
            yield Addressee(part, start + begin, start + begin + len(part))


def _parts(words: str, *, numbered: bool) -> Iterator[tuple[int, str]]:
    """Yield the addressees on one line with their places in it."""
    cuts = [0, *(match.end() for match in _PARTED.finditer(words))]
    cuts += _numbered_cuts(words) if numbered else []
    cuts += [
        match.end()
        for match in _NEXT_OFFICE.finditer(words)
        if _ORGANISATION.search(fold(words[: match.start()]))
        or _OFFICE.search(fold(words[: match.start()]))
    ]
    cuts = sorted(set(cuts))
    for begin, end in zip(cuts, [*cuts[1:], len(words)], strict=True):
        part = words[begin:end]
        mark = _MARK.match(part) or (_NUMBER.match(part) if numbered else None)
        lead = _LEAD.match(part, mark.end() if mark else 0)
        first = lead.end() if lead else mark.end() if mark else 0
        trimmed = part[first:].strip(" ,;:.|\t")
        if any(char.isalpha() for char in trimmed):
            yield begin + part.index(trimmed, first), trimmed


def _numbered_cuts(words: str) -> list[int]:
    """Return where 2, 3 ... begin in a list that runs on in one line, all numbered alike."""
    cuts: list[int] = []
    place, style = 0, r"[.)]?"
    for number in range(2, 20):
        match = re.compile(rf"\s(?=\(?{number}({style})\s*,?\s+[A-Z\[])").search(words, place)
        if match is None:
            break
        style = re.escape(match[1])
        place = match.end()
        cuts.append(place)
    return cuts


def _joined(found: list[Addressee]) -> list[Addressee]:
    joined: list[Addressee] = []
    for one in found:
        before = joined[-1] if joined else None
        if before and _is_person(before.words) and _goes_with(before.words, one.words):
            joined[-1] = Addressee(f"{before.words}, {one.words}", before.start, one.end)
        else:
            joined.append(one)
    return joined


def _goes_with(person: str, words: str) -> bool:
    """Whether the next line gives the person's post or organisation, not another person."""
    if _COURTESY.match(words):
        return False
    if _POST.search(words):
        return _POST.search(person) is None
    return _ORGANISATION.search(words) is not None


def _is_person(words: str) -> bool:
    """Whether the line holds a person or a post and no organisation to address."""
    if _ORGANISATION.search(words) or _OFFICE.search(words) or _ACRONYM.search(words):
        return False
    named = _NAME.fullmatch(words) is not None and _PERHAPS.search(words) is None
    return named or _POST.search(words) is not None or _COURTESY.match(words) is not None
