"""Invented passages in which words come as often as in real reviews (Zipf's law)."""

import random
from itertools import accumulate

_COMMON = (
    "the of and to a in was that for is on be with not by as his her had were at this which from "
    "it she he they or an have been are their who there would no when has but will any other if "
    "into all one during after before about also could risk care staff police health child social "
    "mental report review family home hospital service support information assessment"
)
COMMON = _COMMON.split()
ENDINGS = ("", "s", "ed", "ing", "ation", "ly", "ment", "ity")
ENDING_WEIGHTS = (55, 15, 12, 10, 2, 4, 1, 1)
_FIRST = "b c d f g h j k l m n p r s t v w br ch cl dr fl gr pl pr sh sl sp st str th tr"
_LAST = "b ck d f g l ll m n nd nt p r rd rs s ss st t th x"
_ENDS = ["", "", "", *_LAST.split()]
SYLLABLES = [begin + vowel + end for begin in _FIRST.split() for vowel in "aeiouy" for end in _ENDS]
KNOWN = ("staffing", "curiosity", "curious", "escalated", "escalation", "harm", "self")
SHIFT = 2.7
"""Mandelbrot's correction: the commonest words are less common than Zipf's law alone says."""


class Words:
    """Draws passages; the same seed draws the same ones."""

    def __init__(self, size: int = 40_000, seed: int = 1) -> None:
        self._draw = random.Random(seed)  # noqa: S311 (texts, not secrets)
        words = dict.fromkeys((*COMMON, *KNOWN))
        while len(words) < size:
            stem = "".join(self._draw.choices(SYLLABLES, k=self._draw.randint(1, 3)))
            words[stem + self._draw.choices(ENDINGS, ENDING_WEIGHTS)[0]] = None
        self.words = list(words)
        self._weights = list(accumulate(1 / (rank + SHIFT) for rank in range(len(self.words))))

    def passage(self) -> str:
        """Return a passage of 5 to 400 words, about 75 in the middle."""
        length = min(400, max(5, int(self._draw.lognormvariate(4.2, 0.7))))
        words = self._draw.choices(self.words, cum_weights=self._weights, k=length)
        for at in range(0, length, 18):
            words[at] = ("" if at == 0 else ". ") + words[at].capitalize()
        return " ".join(words).replace(" .", ".") + "."

    def one_of(self, *among: str) -> str:
        """Return one of several values."""
        return self._draw.choice(among)
