"""Builds patterns from lists of phrases, so that the field's wording reads as a list."""

import re

_PARTED = re.compile(r"\s+/\s+|\n")
_SPACE = re.compile(r"\s+")


def any_of(listed: str) -> str:
    """Return a pattern for any phrase in `listed`, parted by " / " or line ends.

    Phrases are patterns themselves; a space in one stands for any white space.
    """
    phrases = (part.strip() for part in _PARTED.split(listed))
    return "(?:" + "|".join(_SPACE.sub(r"\\s+", phrase) for phrase in phrases if phrase) + ")"


def whole_words(listed: str) -> re.Pattern[str]:
    """Return a pattern for any phrase in `listed` as whole words, in capitals or not."""
    return re.compile(rf"\b{any_of(listed)}\b", re.IGNORECASE)
