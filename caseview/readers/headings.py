"""Which short lines are headings, told from their words where nothing else tells."""

import re

_LONGEST = 100
_LONGEST_LABELLED = 400
_MOST_WORDS = 14
_FEWEST = 3
_DATE = re.compile(
    r"(?:\w+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]{2,8},?\s+\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
)
_NEVER = re.compile(
    r"(?:dear|yours|kind regards|best wishes|sincerely|ref\b|our ref|your ref|tel|email|signed"
    r"|cc\b|copy to|https?:|www\.)|.*@\w|.*\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$",
    re.IGNORECASE,
)
_CAUSE_OF_DEATH = re.compile(r"(?:\d|I{1,3})\s?\(?[a-d]\)?(?:[\s.:)–-]|$)")
_STATEMENT = re.compile(r"\b(?:was|were|had|has|have|is|are|did|does|should|will|be)\b")
# "What people should learn from this" names a part; "What he said was clear" says something.
_ASKS_WHAT = re.compile(
    r"(?:what|how|why|who|where)\s+(?:\w+\s+){0,2}(?:should|will|has|have|had)\s+(?:\w+\s+){0,5}\w+"
    r"|(?:how|why)\s+(?:[\w'’]+\s+){1,3}(?:did|was|were|is|are)\s+(?:\w+\s+){0,3}\w+"
    r"|(?:what|who|whom)\s+(?:(?:we|i|they|agencies|services|others)\s+did|(?:was|were|did)\s+(?:\w+\s+){0,2}\w+)",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:finding|theme|lesson|learning|recommendation|concern|episode|question|kloe|key)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:figure|fig\.|table|chart|diagram|graph|box|map|photo)\s+\d{1,3}[a-z]?\s*[.:–—-]\s*\S",
    re.IGNORECASE,
)
# "These took part: Mill Lane Surgery, Ash Trust and" names no part but opens a list.
_LISTS = re.compile(r".{12,}[a-z]:\s+[^,]{3,},\s+\S")
_COUNTED = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*|[A-Z])[.)]?\s+(?=\S)")
_ENDS_OPEN = re.compile(r"[.,;!…]$|[-–—:]$")
# "Whom we spoke to", "Action that the panel asks for": a clause that may end with a small word.
_ENDS_CLAUSE = re.compile(
    r"(?:(?:\w+\s+){0,2}that\s+(?:we|i|the\s+\w+|\w+s)|what|who|whom|where|how)"
    r"\s+(?:\w+\s+){1,4}(?:at|by|for|from|in|on|to|with)",
    re.IGNORECASE,
)
_SMALL_WORDS_LISTED = "a an and as at but by for from in into is of on or that the to was were with"
_SMALL_WORDS = frozenset(_SMALL_WORDS_LISTED.split())


def could_be_heading(text: str) -> bool:
    """Return whether `text` has the shape of a heading: short, one line, no end of sentence."""
    if "\n" in text or not text or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS:
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "“\"‘'(["):
        return False
    if _ENDS_OPEN.search(text) or _NEVER.match(text) or _DATE.fullmatch(text):
        return False
    if _CAUSE_OF_DEATH.match(text) or (_LISTS.match(text) and not _LABELLED.match(text)):
        return False
    small = text.rsplit(maxsplit=1)[-1].lower() in _SMALL_WORDS
    return not small or _ENDS_CLAUSE.fullmatch(_COUNTED.sub("", text)) is not None


def is_caption(text: str) -> bool:
    """Return whether `text` is the caption of a figure or table ("Figure 2: contacts")."""
    return len(text) <= 2 * _LONGEST and _CAPTION.match(text) is not None


def states(text: str) -> bool:
    """Return whether a short line says something ("There was a delay") rather than names a part.

    A labelled one ("Finding 3: nobody was asked") names a part whatever it says.
    """
    if _ASKS_WHAT.fullmatch(_COUNTED.sub("", text).rstrip(":?")):
        return False
    return _STATEMENT.search(text) is not None and _LABELLED.match(text) is None


def is_labelled(text: str) -> bool:
    """Return whether a heading names its part in front ("Finding 3: nobody was asked").

    Such a heading may be a whole sentence, and long.
    """
    return len(text) <= _LONGEST_LABELLED and _LABELLED.match(text) is not None


def in_capitals(text: str) -> bool:
    """Return whether the words are in capitals, bar a small one ("INVESTIGATION and INQUEST")."""
    if len(text) > 2 * _LONGEST:
        return False
    letters = list(filter(str.isalpha, text))
    return len(letters) > _FEWEST and sum(map(str.isupper, letters)) >= 0.7 * len(letters)
