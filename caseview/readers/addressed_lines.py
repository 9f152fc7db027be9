"""The first box of a coroner's report in parts: one for each addressee, none for an address."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseview.readers.addressed_words import (
    OFFICE,
    ORGANISATION,
    POST,
    body_ends,
    is_courtesy,
    next_body_cuts,
    plain_name,
)
from caseview.readers.form_boxes import Box
from caseview.readers.lines import Line, fold
from caseview.readers.wording import whole_words

_MARK = re.compile(
    r"\s*(?:[(\[]?\d{1,2}[.):\]]+|\(?(?:[a-h]|[ivx]{1,4})[.)]+|[•\-–—*·▪])\s*", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{1,2}\s*,?\s+")
_PARTED = re.compile(r"\s*\|\s*|\s+/\s+(?=[A-Z])|\s*;\s+(?=\S)|\s*[•▪·]\s+(?=[A-Z\[])")
# A list counted in letters or small Roman numbers that runs on in one line.
_COUNTED = (
    tuple(f"({letter})" for letter in "abcdefgh"),
    ("(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)", "(vii)", "(viii)"),
)
# From here on only copies are listed, or the form goes on.
_ASIDE = whole_words("""
    ^i am / ^i have / ^i shall / ^i will / ^copied / ^cc / ^c\\.c / ^cop(?:y|ies) / ^note
    ^this report / ^regulation 28 / ^page / ^for information / ^interested persons?
    ^(?:and )?(?:(?:also|it is|is) )*(?:being )?(?:sent|copied|provided) (?:for|to|by)
    ^and (?:also )?(?:to )?the following / ^with (?:a )?cop(?:y|ies) / ^the following
""")
_ANNOUNCES = re.compile(r"[^:]*\bfollowing\b[^:]*:?$|(?:the\s+)?addressees?:?$", re.IGNORECASE)
_JOINS_NEXT = re.compile(r"(?:^|\s+)(?:and|AND|&)$")
_LEAD = re.compile(
    r"the\s+(?=[A-Z])|(?:to|and)\s*:\s*|(?:to|and)\s+(?=[A-Z(\[]|the\s)|,\s*|namely[:,]?\s+"
)
# What follows a name: how the report is sent to it, or who else has it.
_SENT_HOW = re.compile(
    r"(?<=\S)[\s,–-]*\(?\s*(?:(?:sent\s+)?(?:by|via)\s+(?:e-?mail|post)|for\s+information|(?<!\w)cc:?|copied\s+to"
    r"|copy\s+to|as\s+an?\s+interested\s+person)\b.*",
    re.IGNORECASE,
)
# "..., the Director of X at Y" after a body is another addressee.
_NEXT_POST = re.compile(
    r"(?:,\s+(?:and\s+)?|\s+(?:and|&)\s+)(?=(?:to\s+)?the\s+(?:[A-Z][\w'’-]*\s+){0,4}?"
    rf"(?:(?i:{POST.pattern})[^,;]{{0,60}}?\s(?:of|at|for)\s|(?i:{OFFICE.pattern})))"
)
# The number of the form's first box, left hanging at the end of the list before it.
_BOX_NUMBER = re.compile(r"\s+\(?[12]\)?[.,]?$")
# "... and Rt Hon Ada Bell MP, ..." after a body or an office.
_NEXT_PERSON = re.compile(
    r"\s+(?:and|&)\s+(?=(?:the\s+)?(?:rt\.?\s+hon|right\s+hon|mr|mrs|ms|dr|sir|dame|professor)\b)",
    re.IGNORECASE,
)
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
# Where in a building, or at which seat: the rest of the line is an address.
_AT_SEAT = re.compile(
    r",?\s+(?:(?:(?:trust|group|force)\s+)?(?:headquarters|head\s+office|hq)"
    r"|\d{1,2}(?:st|nd|rd|th)\s+floor)\b.*$",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[a-z]{3}\. [A-Z]")
_LONG = 150
_LONGEST = 400
_MOST_BEFORE_POSTCODE = 5
_PLACE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the box: its words as printed, its place, whether a number stands before it.

    `paragraph` is the index of its paragraph in the document.
    """

    words: str
    start: int
    end: int
    numbered: bool
    paragraph: int


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
        for part in _parts(words, start, line.number, numbered=first):
            if not parts and _ANNOUNCES.fullmatch(part.words):
                continue
            if _ASIDE.match(fold(part.words)):
                return _without_addresses(parts)
            parts.append(part)
    return _without_addresses(parts)


def _parts(words: str, start: int, paragraph: int, *, numbered: bool) -> Iterator[Part]:
    """Yield the addressees on one line with their places."""
    marks = set(_numbered_cuts(words, opened=numbered)) | set(_counted_cuts(words))
    ordered = sorted(marks | _cuts(words))
    for begin, end in zip(ordered, [*ordered[1:], len(words)], strict=True):
        part = words[begin:end]
        first, marked = _opening(part, numbered=numbered)
        named = _SENT_HOW.sub("", part[first:])
        trimmed = _without_tail(_JOINS_NEXT.sub("", named.strip(" ,;:.|\t•▪·")))
        if any(char.isalpha() for char in trimmed) and not _is_prose(trimmed):
            place = begin + part.index(trimmed, first)
            place += start
            marked = marked or begin in marks
            yield Part(trimmed, place, place + len(trimmed), marked, paragraph)


def _cuts(words: str) -> set[int]:
    """Return where an addressee begins on a line, but for the numbers of a list."""
    cuts = {0, *(match.end() for match in _PARTED.finditer(words))}
    cuts |= set(next_body_cuts(words))
    cuts |= {match.end() for match in _AFTER_POSTCODE.finditer(words)}
    cuts |= {
        match.end()
        for pattern in (_NEXT_OFFICE, _NEXT_POST, _NEXT_PERSON)
        for match in pattern.finditer(words)
        if ORGANISATION.search(words, 0, match.start()) or OFFICE.search(words, 0, match.start())
    }
    return cuts


def _opening(part: str, *, numbered: bool) -> tuple[int, bool]:
    """Return where the name begins behind "and", "to", "the" and a number; whether one stands."""
    first, marked = 0, False
    while True:
        mark = _MARK.match(part, first) or (_NUMBER.match(part, first) if numbered else None)
        found = mark if mark and not marked else _LEAD.match(part, first)
        if found is None or not found.end() > first:
            return first, marked
        marked = marked or found is mark
        first = found.end()


def _counted_cuts(words: str) -> Iterator[int]:
    """Yield where (b), (c) or (ii), (iii) ... begin in a list that runs on in one line."""
    for counted in _COUNTED:
        place = words.find(counted[0])
        if place < 0 or not re.match(r"\s*\S", words[place + len(counted[0]) :]):
            continue
        for mark in counted[1:]:
            place = words.find(mark, place + 1)
            if place < 0:
                break
            yield place


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
    seat = _AT_SEAT.search(words)
    if seat and not _SEAT.match(words) and ORGANISATION.search(words, 0, seat.start()):
        words = words[: seat.start()].rstrip(" ,")
    street = _HOUSE_NUMBER.search(words)
    if street and ORGANISATION.search(words, 0, street.start()):
        return words[: street.start()].rstrip(" ,")
    if not _POSTCODE.search(words):
        return words
    if "," not in words:
        return words[: body_ends(words)]
    segments = words.split(",")
    named = [n for n, one in enumerate(segments) if ORGANISATION.search(one) or POST.search(one)]
    return ",".join(segments[: named[-1] + 1]).rstrip(" ,") if named else words


def _without_addresses(parts: Sequence[Part]) -> list[Part]:
    """Return the parts that are no lines of a postal address below an addressee."""
    postal: set[int] = set()
    for n, part in enumerate(parts):
        after = n - 1 in postal and part.paragraph == parts[n - 1].paragraph
        if n and (_is_postal(part) or (after and _is_place(part))):
            postal.add(n)
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
    told = ORGANISATION.search(part.words) or POST.search(part.words)
    named = told or OFFICE.search(part.words)
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
