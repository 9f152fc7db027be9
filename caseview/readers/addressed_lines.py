"""The first box of a coroner's report in parts: one for each addressee, none for an address."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseview.readers.addressed_words import (
    OFFICE,
    ORGANISATION,
    POST,
    is_courtesy,
    next_body_cuts,
    plain_name,
)
from caseview.readers.form_boxes import Box
from caseview.readers.lines import Line, fold
from caseview.readers.wording import whole_words

_MARK = re.compile(r"^\s*(?:\(?\d{1,2}[.):]+|\(?[a-hivx]{1,3}[.)]+|[•\-–—*·▪])\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}\s*,?\s+")
_PARTED = re.compile(r"\s*\|\s*|\s*;\s+(?=[A-Z])|\s*[•▪·]\s+(?=[A-Z\[])")
_ASIDE = whole_words(
    "^i am / ^i have / ^i shall / ^i will / ^copied / ^cc / ^copy / ^note / "
    "^this report / ^the following / ^and$ / ^regulation 28 / ^page"
)
_LEAD = re.compile(r"the\s+(?=[A-Z])|(?:to|and)\s*:\s*|(?:to|and)\s+(?=[A-Z])|,\s*")
# The number of the form's first box, left hanging at the end of the list before it.
_BOX_NUMBER = re.compile(r"\s+\(?[12]\)?[.,]?$")
_NEXT_OFFICE = re.compile(
    r"\s(?=The\s+(?:Chief|Rt|Right|Secretary|Governor|Director|Medical|Minister|Managing)\b)"
)
_CODE = r"\b[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d[A-Z]{2}\b"
_POSTCODE = re.compile(rf"{_CODE}\W*$")
_AFTER_POSTCODE = re.compile(rf"{_CODE}[\s,.]+(?=[A-Z])")
_STREET_WORD = (
    r"(?:road|rd|street|st|lane|avenue|ave|drive|way|close|crescent|square|place|terrace|gardens"
    r"|row|walk|hill|parade|quay|wharf|embankment|court|mews|grove|park|green|gate)"
)
_STREET = re.compile(
    r"(?:(?:unit|flat|suite|floor|p\.?\s?o\.?\s?box)\b"
    r"|\d{1,4}[a-z]?(?:\s*[-–/]\s*\d+[a-z]?)?,?\s+(?:[\w'’.\-]+\s+){0,3}[\w'’.\-]+\W*$"
    r"|(?:[\w'’.\-]+\s+){1,3}(?:road|rd|street|lane|avenue|crescent|terrace)\W*$)",
    re.IGNORECASE,
)
_SEAT = re.compile(
    r"(?:(?:the|trust|group|company|police|force|regional|county)\s+){0,2}"
    r"(?:head\s?quarters|head\s+office|hq)\W*$",
    re.IGNORECASE,
)
_REACHED_BY = re.compile(
    r"^(?:tel|telephone|fax|e-?mail|by e-?mail|via)\b|\S@\S|^https?:", re.IGNORECASE
)
_HOUSE_NUMBER = re.compile(
    rf",?\s+\d{{1,4}}[A-Za-z]?(?:\s*[-–]\s*\d+)?\s+(?=(?:[A-Z][\w'’\-]*\s+){{1,3}}{_STREET_WORD}\b)",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[a-z]{3}\. [A-Z]")
_LONG = 150
_LONGEST = 400
_MOST_BEFORE_POSTCODE = 5
_PLACE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the box: its words as printed, its place, whether a number stands before it."""

    words: str
    start: int
    numbered: bool

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.start + len(self.words)


def parts_of(lines: Sequence[Line], box: Box) -> list[Part]:
    """Return the parts of the box in order, without numbers and postal addresses.

    They end at an aside ("I am also sending this to ...").
    """
    held = [line for line in lines if line.end > box.body and line.start < box.end]
    parts: list[Part] = []
    for line in held:
        start = max(line.start, box.body)
        words = line.text[start - line.start :]
        if line is held[-1]:
            words = _BOX_NUMBER.sub("", words)
        first = line.paragraph.printed.strip("().") == "1" or re.match(r"\(?1\b", words) is not None
        for part in _parts(words, start, numbered=first):
            if _ASIDE.match(fold(part.words)):
                return _without_addresses(parts)
            parts.append(part)
    return _without_addresses(parts)


def _parts(words: str, start: int, *, numbered: bool) -> Iterator[Part]:
    """Yield the addressees on one line with their places."""
    cuts = {0, *(match.end() for match in _PARTED.finditer(words))}
    marks = set(_numbered_cuts(words, opened=numbered))
    cuts |= marks | set(next_body_cuts(words))
    cuts |= {match.end() for match in _AFTER_POSTCODE.finditer(words)}
    cuts |= {
        match.end()
        for match in _NEXT_OFFICE.finditer(words)
        if ORGANISATION.search(words, 0, match.start()) or OFFICE.search(words, 0, match.start())
    }
    ordered = sorted(cuts)
    for begin, end in zip(ordered, [*ordered[1:], len(words)], strict=True):
        part = words[begin:end]
        mark = _MARK.match(part) or (_NUMBER.match(part) if numbered else None)
        lead = _LEAD.match(part, mark.end() if mark else 0)
        first = lead.end() if lead else mark.end() if mark else 0
        trimmed = _without_tail(re.sub(r"\s+(?:and|&)$", "", part[first:].strip(" ,;:.|\t•▪·")))
        if any(char.isalpha() for char in trimmed) and not _is_prose(trimmed):
            place = begin + part.index(trimmed, first)
            yield Part(trimmed, start + place, numbered=mark is not None or begin in marks)


def _is_prose(words: str) -> bool:
    return len(words) > _LONGEST or (len(words) > _LONG and _SENTENCES.search(words) is not None)


def _numbered_cuts(words: str, *, opened: bool) -> list[int]:
    """Return where 2, 3 ... begin in a list that runs on in one line, all numbered alike.

    `opened` says that the list begins with 1; else only numbers in brackets count. A number that
    opens a street ("2 Tower Road") is none of them.
    """
    cuts: list[int] = []
    place, style = 0, r"[.)]?" if opened else r"\)"
    for number in range(2, 20):
        match = re.compile(rf"\s(?=\(?{number}({style})\s*,?\s+[A-Z\[])").search(words, place)
        if match is None or _HOUSE_NUMBER.match(words, match.start()):
            break
        style = re.escape(match[1])
        place = match.end()
        cuts.append(place)
    return cuts


def _without_tail(words: str) -> str:
    """Return an addressee printed on one line without the postal address that follows."""
    street = _HOUSE_NUMBER.search(words)
    if street and ORGANISATION.search(words, 0, street.start()):
        return words[: street.start()].rstrip(" ,")
    if not _POSTCODE.search(words) or "," not in words:
        return words
    segments = words.split(",")
    named = [n for n, one in enumerate(segments) if ORGANISATION.search(one) or POST.search(one)]
    return ",".join(segments[: named[-1] + 1]).rstrip(" ,") if named else words


def _without_addresses(parts: Sequence[Part]) -> list[Part]:
    """Return the parts that are no lines of a postal address below an addressee."""
    postal = {n for n, part in enumerate(parts) if n and _is_postal(part)}
    for place in sorted(postal):
        if not _POSTCODE.search(parts[place].words):
            continue
        for before in range(place - 1, max(0, place - _MOST_BEFORE_POSTCODE), -1):
            if before in postal:
                continue
            opens = before - 1 in postal and _POSTCODE.search(parts[before - 1].words)
            if opens or not _is_place(parts[before]):
                break
            postal.add(before)
    return [part for n, part in enumerate(parts) if n not in postal]


def _is_postal(part: Part) -> bool:
    if part.numbered or is_courtesy(part.words):
        return False
    if _REACHED_BY.search(part.words) or _SEAT.match(part.words):
        return True
    named = ORGANISATION.search(part.words) or POST.search(part.words)
    if _POSTCODE.search(part.words):
        return not named
    return not named and _STREET.match(part.words) is not None


def _is_place(part: Part) -> bool:
    """Whether the part can be a building or a town in an address: no body, post or person."""
    words = plain_name(part.words)
    spoken = ORGANISATION.search(words) or POST.search(words) or OFFICE.search(words)
    if part.numbered or spoken or is_courtesy(words):
        return False
    return len(words.split()) <= _PLACE_WORDS
