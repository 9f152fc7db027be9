"""What a paragraph is to the recommendation before it: a part, the next, or its own heading."""

import re
from collections.abc import Sequence

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.readers.asking_words import asks
from caseview.readers.assemble import PARAGRAPH_GAP
from caseview.readers.recommended_asides import says_of_it
from caseview.readers.recommended_items import Item, item_of
from caseview.readers.recommended_labels import label_above

_GOING_ON = frozenset({ParagraphStyle.LIST_ITEM, ParagraphStyle.BODY, ParagraphStyle.FOOTNOTE})
_NAME = re.compile(r"(?:[A-Z0-9][\w'’&.\-]*|and|of|for|the|&|,|in|on|upon)(?:\s+|$)")
_MOST_NAME_WORDS = 8
_RECOMMENDS = re.compile(r"\brecommend(?:s|ed)?\b", re.IGNORECASE)


def is_of_paragraph(number: str) -> bool:
    """Return whether a number is one that paragraphs have: "9.2"."""
    return "." in number.strip("().")


def names_next(passage: Passage, after: Passage | None) -> bool:
    """Return whether a short line of names alone stands over a list that begins anew."""
    words = passage.text.rstrip(" :")
    if after is None or passage.style is not ParagraphStyle.BODY or passage.printed:
        return False
    if len(words.split()) > _MOST_NAME_WORDS or _NAME.sub("", words) or not words[:1].isupper():
        return False
    first = after.printed.strip("().") in {"1", "i", "a", ""}
    return after.style is ParagraphStyle.LIST_ITEM and first


def opens_anew(passage: Passage) -> bool:
    """Return whether a line below what was said of one recommendation opens another."""
    return label_above(passage) is not None or asks(passage.text)


def is_labelled(passage: Passage) -> bool:
    """Return whether a line that may say something of a recommendation is itself a labelled one."""
    item = item_of(passage, "") if says_of_it(passage.text) else None
    return item is not None and item.headed


def is_numbered(passage: Passage) -> bool:
    """Return whether a line has a number of its own, as a recommendation has that opens a list."""
    item = item_of(passage, "")
    return item is not None and item.sure and item.number != ""


def is_next(items: Sequence[Item], passage: Passage) -> bool:
    """Return whether what looks like a footnote goes on with the list, as a scanned one may."""
    if passage.style is not ParagraphStyle.FOOTNOTE or not items or not items[-1].sure:
        return False
    if not passage.printed and passage.text[:1].islower():
        return passage.start - items[-1].end <= len(PARAGRAPH_GAP)
    last, number = items[-1].number, passage.printed.strip("().")
    return last.isdigit() and number.isdigit() and int(number) == int(last) + 1


def is_broken(text: str, item: Item, passage: Passage) -> bool:
    """Return whether the paragraph is the rest of a sentence that a page or a column broke."""
    ended = text[item.start : item.end].rstrip()[-1:] in ".;:!?)"
    entry = passage.style is ParagraphStyle.LIST_ITEM
    return not (ended or entry or passage.printed) and passage.text[:1].islower()


def belongs(text: str, item: Item, passage: Passage) -> bool:
    """Return whether a paragraph belongs to the list that the recommendation above it opened."""
    opened = text[item.start : item.end].rstrip().endswith((":", ";", ",", " and", " or"))
    part = item.sure or (item.listed and passage.text[:1].islower())
    return opened and part and passage.style in _GOING_ON


def is_within(text: str, item: Item, passage: Passage) -> bool:
    """Return whether an entry is one of a list within the entry that opened it.

    "Seek assurance that:" above "each child is seen alone": the one opens with a capital and ends
    open, the others with small letters. What a line recommends to somebody is no part of it.
    """
    opening = text[item.start : item.end].partition("\n")[0].rstrip()
    if passage.style is not ParagraphStyle.LIST_ITEM or _RECOMMENDS.search(opening):
        return False
    return opening.endswith(":") and opening[0].isupper() and passage.text[0].islower()
