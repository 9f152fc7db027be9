"""Words that no author wrote: page numbers standing alone, descriptions of pictures."""

import re

_PICTURE = re.compile(
    r"\[?(?:an?|the|this)\s+(?:[\w'’-]+[\s,]+){0,5}?"
    r"(?:signature|logo|crest|seal|stamp|letterhead|image|picture|photograph|drawing|scribble)\b",
    re.IGNORECASE,
)
_DEPICTED = re.compile(
    r"\bin (?:black|blue|dark|red) ink\b|\bhandwritten\b|\bcursive\b"
    r"|\bcent(?:er|re)d (?:on|at|in)\b"
    r"|\bon (?:the|a|an) (?:page|white|blank|plain|black|otherwise)\b"
    r"|\b(?:white|black|blank|plain|transparent) background\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"\[(?:image|picture|photo|signature|logo)\b[^\]]{0,200}\]", re.IGNORECASE)
_PAGE = re.compile(
    r"(?:[-–—]\s*)?(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*\|\s*p\s*a\s*g\s*e)?(?:\s*[-–—])?"
    r"|p\s*a\s*g\s*e\s*\|\s*\d{1,4}(?:\s+of\s+\d{1,4})?",
    re.IGNORECASE,
)
_LONGEST_DESCRIPTION = 400


def describes_picture(text: str) -> bool:
    """Return whether `text` is the description of a picture that a conversion left behind.

    Such a description opens by naming the picture ("A handwritten signature") and says how it
    looks (its ink, its background, its place on the page); prose about a picture does not.
    """
    if len(text) > _LONGEST_DESCRIPTION:
        return False
    if _TAG.fullmatch(text.strip()):
        return True
    return _PICTURE.match(text) is not None and _DEPICTED.search(text) is not None


def is_page_number(text: str) -> bool:
    """Return whether `text` is nothing but a page number ("12", "Page 3 of 12", "- 4 -")."""
    return _PAGE.fullmatch(text.strip()) is not None


def names_page(text: str) -> bool:
    """Return whether `text` is a page number that says so ("Page 3", "3 of 12", "3 | P a g e")."""
    return is_page_number(text) and not text.strip().strip("-–— ").isdigit()


def pictures_remark(count: int) -> str:
    """Return the remark that says how many descriptions of pictures were left out."""
    what = (
        "1 description of a picture was" if count == 1 else f"{count} descriptions of pictures were"
    )
    return f"{what} left out of the text."
