"""Whom a coroner's report is sent to: the lines of its first box, one addressee each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from caseview.readers.addressed_bodies import body_of, is_bodiless
from caseview.readers.addressed_lines import Part, parts_of
from caseview.readers.addressed_words import (
    OFFICE,
    ORGANISATION,
    POST,
    is_courtesy,
    is_redacted,
    plain_name,
)
from caseview.readers.form_boxes import Box
from caseview.readers.lines import Line, fold
from caseview.readers.wording import whole_words

# Words of organisations that also stand in posts ("Highways Manager").
_PERHAPS = whole_words(r"""
    rail / care / housing / transport / england / wales / uk / gp / lodge / court / house
    ambulance / fire / border / highways / regulator
""")
_ACRONYM = re.compile(r"\b(?!CEO|OBE|CBE|MBE|QPM|MRCP|FRCP|LLB)[A-Z]{3,}\b")
_NAME = re.compile(r"(?:[A-Z][\w'’.\-]*\s+){1,3}[A-Z][\w'’\-]+")
_NOT_ADDRESSED = re.compile(
    r"(?:hm |the |hh |his honour )*(?:judge )?(?:the )?(?:hm )?chief coroner\b"
)
_MINISTER = whole_words("secretary of state / minister / home secretary / rt\\.? hon")
_DEPARTMENT = re.compile(
    r"(?:the\s+)?(?:department\s+(?:of|for)|ministry\s+of|home\s+office|cabinet\s+office"
    r"|foreign,?\s|ministerial\s+correspondence)",
    re.IGNORECASE,
)
_OF_STATE = re.compile(r"secretary of state\s+(?:for|of)\s+(?:the\s+)?(?P<what>[a-z]+)")
_MEMBER = re.compile(r"(?:the\s+)?(?:rt\.?|right)\s+hon\b.*\bmp\W*$", re.IGNORECASE)
_HONOURABLE = whole_words("rt\\.? hon / right honourable")
_BY_WAY_OF = re.compile(
    r"(?:for\s+the\s+attention\s+of|attention|attn|fao|f\.a\.o\.|care\s+of|c/o)\b", re.IGNORECASE
)
# The end of a body's name that the line broke: "NHS Foundation Trust", "Board".
_NAME_ENDS = re.compile(
    r"(?:(?:NHS|Foundation|University|Teaching|Hospitals?|Health|Integrated|Care|County|City"
    r"|Borough|Clinical|Commissioning|Partnership)\s+)*"
    r"(?:Trust|Board|Council|Group|Limited|Ltd\.?|Commission|Authority|Agency|Constabulary)"
)
_GOES_ON_AFTER = re.compile(
    r"\b(?:Hospitals?|University|Partnership|Health|Care|NHS|and|Foundation|Teaching)\s*$"
)
_OF_WHAT = whole_words("of / for / at")
_POST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Addressee:
    """An addressee as printed, on one line, with its place in the text."""

    words: str
    start: int
    end: int


def addressees_of(lines: Sequence[Line], boxes: Sequence[Box]) -> list[Addressee]:
    """Return the addressees in the order printed, without numbers and postal addresses.

    A person or a post on a line of its own is joined with the organisation on the next; the
    Chief Coroner, who is sent a copy of every report, is left out beside others.
    """
    box = next((box for box in boxes if box.name == "sent_to"), None)
    if box is None:
        return []
    parts = parts_of(lines, box)
    named = [part for part in parts if plain_name(part.words)] or parts
    found = _of_one_body(_joined(_whole(named)))
    addressed = [one for one in found if not _NOT_ADDRESSED.match(fold(one.words))]
    return addressed or found


def _whole(parts: Sequence[Part]) -> list[Part]:
    """Return the parts with each name that a line end broke as one."""
    whole: list[Part] = []
    for part in parts:
        if whole and not part.numbered and _broken(whole[-1].words, part.words):
            whole[-1] = replace(whole[-1], words=f"{whole[-1].words} {part.words}", end=part.end)
        else:
            whole.append(part)
    return whole


def _joined(parts: Sequence[Part]) -> list[Addressee]:
    joined: list[Addressee] = []
    for place, part in enumerate(parts):
        before = joined[-1] if joined else None
        after = parts[place + 1].words if place + 1 < len(parts) else ""
        if before and _BY_WAY_OF.match(part.words):
            joined[-1] = Addressee(f"{before.words}, {part.words}", before.start, part.end)
        elif before and (_go_together(before.words, part.words) or _closes(before, part, after)):
            words = f"{before.words}, {part.words}"
            joined[-1] = Addressee(words, before.start, part.end)
        else:
            joined.append(Addressee(part.words, part.start, part.end))
    return joined


def _of_one_body(found: Sequence[Addressee]) -> list[Addressee]:
    """Return the addressees with those of one body, one after another, as one.

    Two posts at a trust are two readers of a report that one organisation has to answer; a post
    with no body of its own is at the body before it, else at the one after it.
    """
    kept: list[Addressee] = []
    for one in found:
        before = kept[-1] if kept else None
        if before is not None and _serve_one(before.words, one.words):
            apart = fold(before.words) != fold(one.words)
            words = f"{before.words}; {one.words}" if apart else one.words
            kept[-1] = Addressee(words, before.start, one.end)
        else:
            kept.append(one)
    return kept


def _serve_one(before: str, words: str) -> bool:
    if is_bodiless(words):
        return body_of(before) != "" or is_bodiless(before)
    body = body_of(words)
    return body != "" and (is_bodiless(before) or body_of(before) == body)


def _broken(before: str, words: str) -> bool:
    """Whether the line is the rest of a body's name that the line before it began."""
    whole = _names_body(before.rsplit(maxsplit=1)[-1]) and _GOES_ON_AFTER.search(before) is None
    if whole or POST.search(before) or is_courtesy(before):
        return False
    return _NAME_ENDS.fullmatch(words) is not None


def _go_together(before: str, words: str) -> bool:
    """Whether a line and the next are one addressee: a person or post, then where they serve."""
    if is_courtesy(words) and not _MINISTER.search(words):
        return False
    if _is_person(before) and _goes_with(before, words):
        return True
    return _MINISTER.search(before) is not None and _of_minister(fold(before), words)


def _goes_with(person: str, words: str) -> bool:
    """Whether the next line gives the person's post or organisation, not another person."""
    if is_courtesy(words) or _HONOURABLE.search(words):
        return False
    if OFFICE.search(words) and not words.startswith("Office"):
        return is_courtesy(person)
    if _HONOURABLE.search(person):
        return False
    if POST.search(words):
        return POST.search(person) is None or (_bare_post(person) and _names_body(words))
    return _names_body(words)


def _names_body(words: str) -> bool:
    return ORGANISATION.search(words) is not None


def _of_minister(before: str, words: str) -> bool:
    """Whether the line names the minister, or the department, of the office before it."""
    if _DEPARTMENT.search(before):
        return False
    if _MEMBER.match(words):
        return not _HONOURABLE.search(before)
    if not _DEPARTMENT.match(words):
        return False
    what = _OF_STATE.search(before)
    return what is None or what["what"] in fold(words)


def _closes(before: Addressee, part: Part, after: str) -> bool:
    """Whether a post, or a minister's name, belongs to the body on the line before it."""
    if part.numbered or not _names_body(before.words) or _goes_on(part.words, after):
        return False
    if _MEMBER.match(part.words):
        return _DEPARTMENT.search(before.words) is not None
    return _bare_post(part.words) and POST.search(before.words) is None


def _goes_on(words: str, after: str) -> bool:
    return bool(after) and _go_together(words, after)


def _bare_post(words: str) -> bool:
    """Whether the words are a post and nothing else: no name, no body, no "of" what."""
    plain = plain_name(words).removeprefix("The ")
    short = len(plain.split()) <= _POST_WORDS and not is_redacted(words)
    others = (_OF_WHAT, OFFICE, _ACRONYM, _PERHAPS)
    told = any(other.search(plain) for other in others) or is_courtesy(plain) or "," in plain
    return short and POST.search(plain) is not None and not (told or _names_body(plain))


def _is_person(words: str) -> bool:
    """Whether the line holds a person or a post and no organisation to address."""
    plain = plain_name(words)
    if is_bodiless(plain):
        return True
    if ORGANISATION.search(plain) or OFFICE.search(plain) or _ACRONYM.search(plain):
        return False
    named = _NAME.fullmatch(plain) is not None and _PERHAPS.search(plain) is None
    named = named and not is_redacted(words)
    return named or POST.search(plain) is not None or is_courtesy(plain)
