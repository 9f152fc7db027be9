"""Where a review lists who took part: the agencies that wrote for it, sat on its panel or acted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caseview.readers.wording import any_of

_WHAT = any_of("""
    agenc(?:y|ies) / organisations / bodies / services / imrs? / management (?:reviews?|reports?)
    reports / chronolog(?:y|ies) / timelines? / contributions? / information / panel / summaries
    contributors / statements / representatives / review team / review group / members of staff
    interviewed / spoke (?:to|with) / (?:looked at|read|saw|examined|considered)
""")
_GAVE = any_of(r"""
    provided / supplied / submitted / contributed / produced / completed / participated / took part
    (?:received|requested|commissioned|sought|obtained|written|made|prepared|given|came) (?:from|by)
    (?:were|was|are|had been) involved / involved (?:were|are|in) / made up of / drawn from
    consist(?:ed|s|ing) of / compris(?:ed|es|ing) / represent(?:ed|ing|atives) / attended / included
    (?:officers|managers|leaders|members) from / membership / had contact with / interviewed
    were (?:known|asked) / (?:staff|people|practitioners|workers|officers) (?:of|from|in)
    identified / invited / (?:records|files|papers) (?:from|held by)
    had (?=(?:reports|chronologies|information|statements|accounts) from)
""")
_CUE = re.compile(rf"\b(?:{_WHAT}\b.{{0,120}}?\b{_GAVE}|{_GAVE}\b.{{0,120}}?\b{_WHAT})\b")
_HEADS = re.compile(
    r"(?:\W|\d)*(?:the\s+)?"
    + any_of(r"""
    (?:agencies|organisations|services|bodies) (?:involved|contacted|that|which|who|taking)\b.*
    contributors(?: to\b.*)? / contributing (?:agencies|organisations) / participating agencies
    (?:review )?panel(?: members(?:hip)?)? / membership\b.* / members of the (?:review )?panel
    agency (?:reports|involvement) / individual management reviews / those (?:involved|who)\b.*
    """)
    + r"\W*"
)
_COLUMN = re.compile(
    r"\W*(?:(?:lead|contributing|name of|responsible)\s+)?"
    r"(?:agency|agencies|organisations?|representing|service|employer|source"
    r"|agency\s?/\s?organisation|organisation\s?/\s?agency)(?:\s+represented)?\W*"
)
_SENTENCE = re.compile(r"(?:[^.?!]|\.(?!\s))+[.?!]?")
_PARTS = re.compile(r"[,;]|\band\b")
_GAP = re.compile(r"\s{2,}|$")
_FEWEST_PARTS = 2
_MOST_WORDS = 25
_MOST_LINES = 30


def contributors(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a folded text that list agencies: sentences, lists, columns."""
    reading = _Reading(plain)
    start = 0
    for gap in _GAP.finditer(plain):
        if gap.start() > start:
            yield from reading.take(start, gap.start())
        start = gap.end()


@dataclass(slots=True)
class _Reading:
    """Where the reading stands: how far a list goes on below, the column that names agencies."""

    plain: str
    below: int = 0
    column: int = -1

    def take(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield what a paragraph lists."""
        words = self.plain[start:end]
        if " | " in words:
            yield from self._row(start, words)
            return
        self.column = -1
        if self.below and len(words.split()) <= _MOST_WORDS:
            self.below -= 1
            yield start, end
            return
        self.below = _MOST_LINES if _HEADS.fullmatch(words) else 0
        for sentence in _SENTENCE.finditer(words):
            if _CUE.search(sentence.group()):
                if sentence.group().rstrip().endswith(":"):
                    self.below = _MOST_LINES
                if len(_PARTS.findall(sentence.group())) >= _FEWEST_PARTS:
                    yield start + sentence.start(), start + sentence.end()

    def _row(self, start: int, words: str) -> Iterator[tuple[int, int]]:
        cells = list(re.finditer(r"[^|]+", words))
        headed = next((n for n, cell in enumerate(cells) if _COLUMN.fullmatch(cell.group())), None)
        if headed is not None:
            self.column = headed
        elif 0 <= self.column < len(cells):
            cell = cells[self.column]
            yield start + cell.start(), start + cell.end()
