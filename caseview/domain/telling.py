"""Telling words: words that often go with a theme, each with a weight, without being a rule."""

from collections.abc import Mapping
from dataclasses import dataclass

BY_WORDS = ".telling"
"""What the rule of a suggestion ends with that telling words alone made: "staffing.telling"."""


@dataclass(frozen=True, slots=True)
class TellingWords:
    """What was learned about one theme from invented paragraphs.

    `weights` maps a family of words, or a pair of families (see `tagging.told_words`), to its
    weight in hundredths, above 0; `usual` is what a passage without the theme usually sums to.
    """

    usual: float
    weights: Mapping[str, int]
