"""Which concern a heading of a response is about, by the words that the two have in common.

Many responses name no number: they are headed by topic ("Access to the medicine room"), lead each
paragraph with it ("Rota: ...", "Turning to training, ...") or set the concern out in short. A word
that stands in one concern only tells more than one that stands in several.
"""

import re
from collections import Counter
from collections.abc import Sequence

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage

LEAST = 0.5
"""What the words shared must come to: a word of one concern alone counts 1, of two a half."""

_STEM = 5
_SHORTEST = 3
_TITLE_WORDS = 12
_TITLE_LENGTH = 100
_WORD = re.compile(r"[^\W\d_]+")
_IDLE_WORDS = """
    the and for that was were are has have had with from this these those which who whom whose
    what when where how why not nor but into onto about any all some such our your their his her
    its they them there then than been being can could should would will may might must also
    regarding concern concerns concerned matter matters issue issues point points raised
    response responses respond reply answer action actions taken trust council board team
    service services report coroner inquest evidence heard told death deaths patient patients
    staff mr mrs ms miss dr very each more other one two three four five six seven eight nine
    ten first second third between within during after before since use used made make
    regulation future prevention you did does done out over under per
"""
_IDLE = frozenset(_IDLE_WORDS.split())
_TELLS = re.compile(r"\b(?:we|i|our|is|are|was|were|has|have|had|will)\b", re.IGNORECASE)
_ENDS = (".", ";", ",", "!")
_LABEL = re.compile(
    r"^\W*(?:(?:concern|matter|issue|point)\s*[:–-]\s*)?(?P<topic>[^.:;\n]{3,70}):\s+\S"
)
_TURNS = re.compile(
    r"^\W*(?:in (?:relation|respect|regard|response) (?:to|of)|as (?:to|regards)|turning to"
    r"|with (?:regards?|respect|reference) to|regarding|concerning|in terms of|looking at"
    r"|you (?:have )?(?:also )?raised? (?:\w+ ){0,2}(?:concern|matter|issue|point)s?"
    r" (?:about|of|regarding|relating to|in relation to|as to|over|with)"
    r"|on the (?:matter|issue|question|subject|point) of|(?:first|second|third|fourth|final)ly,?"
    r"(?: you raised?| in relation to| as to| regarding)?)\s+(?P<topic>[^,.;:]{3,110})[,.;:]",
    re.IGNORECASE,
)


class Topics:
    """The concerns of a report by their telling words."""

    def __init__(self, concerns: Sequence[str]) -> None:
        self._held = [_stems(words) for words in concerns]
        self._many = Counter(stem for one in self._held for stem in one)

    def about(self, words: str) -> int | None:
        """Return the place of the concern that words are most surely about, None where of none."""
        said = _stems(words)
        if not said:
            return None
        shares = [sum(1 / self._many[stem] for stem in said & one) for one in self._held]
        ranked = sorted(shares, reverse=True)
        best = ranked[0] if ranked else 0.0
        # What fits two concerns alike says neither.
        if best < LEAST or ranked[1:2] == [best]:
            return None
        return shares.index(best)


def is_label(passage: Passage) -> bool:
    """Return whether a passage is only a heading, told by its style or by its shape."""
    words = passage.text.strip()
    if "\n" in words or len(words) > _TITLE_LENGTH or words.endswith(_ENDS):
        return False
    if words.endswith("?"):
        return len(words.split()) <= _TITLE_WORDS
    if passage.style is ParagraphStyle.HEADING:
        return True
    return len(words.split()) <= _TITLE_WORDS and _TELLS.search(words) is None


def led_by(passage: Passage) -> str:
    """Return the topic that a paragraph opens with ("Rota: ..."), "" where it opens with none."""
    match = _LABEL.match(passage.text) or _TURNS.match(passage.text)
    return match["topic"] if match else ""


def says_nothing(words: str) -> bool:
    """Return whether a heading has no telling word, as "Our response" has none."""
    return not _stems(words)


def _stems(words: str) -> frozenset[str]:
    """Return the telling words by their first letters, so that "rotas" and "rota" are one."""
    return frozenset(
        word.removesuffix("s")[:_STEM]
        for word in _WORD.findall(words.casefold().replace("’", "'").replace("'s", ""))
        if len(word) >= _SHORTEST and word not in _IDLE
    )
