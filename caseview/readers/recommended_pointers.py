"""Brackets behind a recommendation that point to what gives its reason."""

import re
from dataclasses import replace

from caseview.readers.recommended_items import Item
from caseview.readers.recommended_labels import REASONS
from caseview.readers.wording import any_of

_PART = any_of(rf"""
    {REASONS} / pages? / pp? / chapters? / practice episodes? / kpes? / terms? of reference / tors?
""")
# What a law has too: "an enquiry (section 42)".
_LEGAL = any_of(r"sections? / parts? / appendix / appendices / annexe? / §+")
_LED = (
    r"(?:(?:see|cf|ref|refs|reference|references|from|links? to|linked to|relates? to|related to"
    r"|relating to|arises? from|arising from|in response to|addresses|evidence)\b\.?:?"
    r"\s*(?:also\s+)?)?"
)
_DOTTED = r"(?:(?-i:[A-Z]{1,3})[ .-]?)?\d{1,3}(?:\.\d{1,3}){1,3}[a-z]?"
_PLAIN = r"(?:(?-i:[A-Z]{1,3})[ ./-]?)?\d{1,3}[a-z]?"
_JOIN = r"\s*(?:,\s*(?:and\s+)?|;\s*|&\s*|and\s+|to\s+|[–—-]\s*)"


def _numbers(one: str) -> str:
    """Return a pattern for numbers in a row, the first of which is `one`."""
    word = rf"(?:(?:the\s+)?(?:{_PART}|{_LEGAL})\b\.?\s*)?"
    return rf"{one}(?:{_JOIN}{word}(?:{_DOTTED}|{_PLAIN}))*"


_OPEN, _SHUT = r"\s*[(\[]\s*", r"\s*[)\]]\W*$"
# Within the sentence, "to each caller (4.1)", such a number has to be dotted or have its word.
_POINTS = re.compile(
    rf"{_OPEN}{_LED}(?:(?:{_PART})\b\.?\s*(?:no\.?\s*)?{_numbers(f'(?:{_DOTTED}|{_PLAIN})')}"
    rf"|(?:(?:{_LEGAL})\b\.?\s*)?{_numbers(_DOTTED)}){_SHUT}",
    re.IGNORECASE,
)
# "... to each caller. (C1)": a code within the sentence may be what a thing is called.
_POINTS_APART = re.compile(
    rf"(?<=[.;!?”\"]){_OPEN}{_LED}(?:(?:{_LEGAL})\b\.?\s*{_numbers(_PLAIN)}"
    rf"|{_numbers(r'(?-i:[A-Z]{1,3})[ ./-]?[0-9]{1,2}[a-z]?')}){_SHUT}",
    re.IGNORECASE,
)


def without_pointer(text: str, item: Item) -> Item:
    """Return an item without brackets at its end that only say where its reason is told.

    "(4.1)", "(see paragraphs 4.4 and 4.6)", "[Finding 3]", "(C1, C4)".
    """
    for pattern in (_POINTS, _POINTS_APART):
        points = pattern.search(text, item.start, item.end)
        if points is not None and points.start() > item.start:
            return replace(item, end=points.start())
    return item
