"""Whom a recommendation names behind its words: in brackets, after a dash, after "Lead:"."""

import re
from dataclasses import dataclass, replace

from caseview.readers.asked_bodies import can_be_asked, is_body_name
from caseview.readers.recommended_items import Item, names_subject
from caseview.readers.recommended_labels import NAME
from caseview.readers.who_acts import body_or_lead

# "[Action: Norfolk Constabulary]", "(for the Trust)", "(The Trust; the Council)" after the words.
_AFTER = re.compile(
    r"\s*[(\[]\s*(?P<led>(?:action|lead|for|to|owner|responsib\w*|addressee)\b[^:()]{0,20}:?\s*)?"
    rf"(?:the\s+)?(?P<who>{NAME})\s*(?:[;,]\s*(?P<more>[^()\[\]]{{2,80}}))?[)\]]\W*$",
    re.IGNORECASE,
)
# "... to each caller. Lead: Marsford Police" behind the words.
_LED_BY = re.compile(
    r"(?<=[.;])\s+(?:(?:lead(?:\s+agency)?|owner|action(?:\s+(?:by|for))?|for|responsible(?:\s+agency)?)"
    r"\s*(?::|\s[–—-])|for\s+action\s+by|to\s+be\s+(?:led|actioned|taken\s+forward|delivered)\s+by)\s*"
    rf"(?P<who>{NAME})\.?\s*$",
    re.IGNORECASE,
)
# "... to each caller – Marsford Police."
_BEHIND_DASH = re.compile(rf"\s[–—-]\s(?P<who>{NAME})\.?\s*$")
_ENDED = re.compile(r"[.!?;”\"]$")
_INITIALS = re.compile(r"[A-Z][A-Za-z&]*[A-Z]s?")


@dataclass(frozen=True, slots=True)
class Behind:
    """Whom words name behind what they recommend, and where that begins.

    `apart` says that it stands behind the end of a sentence, or a word says what it is.
    """

    who: str
    start: int
    apart: bool = False


def named_behind(words: str) -> Behind | None:
    """Return whom a recommendation names behind its words, None where nobody stands there.

    What stands in brackets within its sentence may only say what a thing is called ("the hub
    (MASH)"), or where somebody else is ("the hospital (Marsford General)").
    """
    after = _AFTER.search(words)
    apart = after is not None and _stands_apart(words[: after.start()], after)
    if after is not None and (apart or _is_whom(words[: after.start()], after)):
        more = after["more"] or ""
        who = f"{after['who']} and {more}" if can_be_asked(more) else after["who"]
        return Behind(who, after.start(), apart)
    dash = _BEHIND_DASH.search(words)
    return Behind(dash["who"], dash.start()) if dash and is_body_name(dash["who"]) else None


def without_lead(text: str, item: Item) -> Item:
    """Return an item without "Lead: ..." at its end, which says whom it is for."""
    led = _LED_BY.search(text, item.start, item.end)
    if led is None:
        return item
    body, post = body_or_lead(led["who"])
    return replace(item, end=led.start(), addressee=body, lead=post)


def _stands_apart(before: str, after: re.Match[str]) -> bool:
    """Whether brackets stand behind the end of a sentence, or say what they name."""
    return after["led"] is not None or _ENDED.search(before) is not None


def _is_whom(before: str, after: re.Match[str]) -> bool:
    """Whether brackets within a sentence say whom its words are for."""
    return not (_INITIALS.fullmatch(after["who"]) or names_subject(before))
