"""The numbers and bullets that paragraphs open with."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """What a paragraph opens with: the number as printed ("" for a bullet) and the words after.

    `item` says that it marks an item of a list rather than a numbered paragraph ("5.12");
    `depth` is the number of its parts: 2 for "5.12", 1 for "5." or "(a)", 0 for a bullet.
    """

    printed: str
    rest: str
    item: bool
    depth: int


_BULLETS = "•◦▪▫‣∙●○■□◆❖➢►▶✓✔➤⁃·"
_BULLET = re.compile(rf"(?:[{_BULLETS}\uf000-\uf0ff]|[-–—*o](?=[ \t\u00a0]))[ \t\u00a0]*(?=\S)")
_PARTS = re.compile(
    r"(?P<number>(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){1,4})\.?(?P<gap>[ \t]+)"
)
_ONE = re.compile(
    r"(?P<number>\(\d{1,3}\)|\d{1,3}[.)]|\([a-zA-Z]\)|[a-z][.)]|\(?[ivx]{1,5}[.)]|[IVX]{2,5}[.)])"
    r"[.:]?(?P<gap>[ \t]+)"
)
_CLOSE = re.compile(r"(?P<number>\(\d{1,3}\)|\d{1,2}[.)])(?=[A-Z][a-z])")
_CODE = re.compile(
    r"(?P<number>R(?:EC)?\s?\d{1,3}(?:\.\d{1,2})?)(?:[.:)]|(?=\t))(?P<gap>[ \t]+)", re.IGNORECASE
)
_BARE = re.compile(
    r"(?P<number>\d{1,2})(?P<gap>[ \t]+)"
    r"(?=[A-Z][A-Z’' ,/&()-]{3,}(?:[A-Z)]|$)"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]{2,8},?\s+\d{4})"
)
_HANGING = re.compile(r"(?P<number>\d{1,3}|[A-Z]\d{0,2}\.?)(?P<gap>\t[ \t]*)")
_ALONE = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|[ivx]{1,5}|R(?:ec)?\s?\d{1,3})[.):]{0,2}", re.IGNORECASE
)
_MAYBE = re.compile(r"[^A-Za-z]|[A-Za-z]{1,5}\s?\d{0,3}[.):\t]|[oRr][ \t\d]")
_SENTENCE_START = re.compile(r"[A-Z“\"‘'(\[]")


def opening_mark(text: str) -> Mark | None:
    """Return the number or bullet that `text` opens with, None where it opens with words.

    Tabs in `text` count as the gap of a hanging number. A number is only taken off where what
    follows can start a paragraph: "2.5 hours later" and "1a Septic shock" open with words.
    """
    if not _MAYBE.match(text):
        return None
    bullet = _BULLET.match(text)
    if bullet:
        return Mark("", text[bullet.end() :], item=True, depth=0)
    parts = _PARTS.match(text)
    if parts:
        return _numbered(parts, text)
    for pattern in (_ONE, _CODE, _BARE, _HANGING, _CLOSE):
        found = pattern.match(text)
        if found:
            rest = text[found.end() :]
            return Mark(_as_printed(found["number"]), rest, item=True, depth=1) if rest else None
    return None


def _numbered(found: re.Match[str], text: str) -> Mark | None:
    rest = text[found.end() :]
    clear = "\t" in found["gap"] or _SENTENCE_START.match(rest)
    if not rest or not clear:
        return None
    number = found["number"]
    return Mark(number, rest, item=False, depth=number.count(".") + 1)


def _as_printed(number: str) -> str:
    return number.rstrip(".:")


def lone_number(text: str) -> str:
    """Return the number when `text` is nothing but one ("5", "(1)", "R8."), else ""."""
    stripped = text.strip()
    return _as_printed(stripped) if _ALONE.fullmatch(stripped) else ""


def is_bullet(text: str) -> bool:
    """Return whether `text` is nothing but a bullet."""
    stripped = text.strip()
    return len(stripped) == 1 and (
        stripped in _BULLETS + "-–—*o" or "\uf000" <= stripped <= "\uf0ff"
    )
