"""Table rows of recommendations and action plans: which cell says what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from caseview.domain.passage import Passage
from caseview.readers.asked_bodies import is_group_heading, names_body
from caseview.readers.lines import fold
from caseview.readers.wording import any_of, whole_words

_GAP = " | "
_RECOMMENDATION = re.compile(
    r"\brecommend(?:s|ed|ations?)?\b"
    r"|\bwhat (?:should|must|needs to|has to) (?:change|happen|be done)"
)
# A column beside the recommendation that only speaks of it.
_ABOUT_IT = whole_words(r"""
    lead / owner / status / progress / response / rationale / reason / date / source / origin
    accepted / theme / to meet / to address / to achieve / arising / taken / update / outcome
""")
# A narrow column breaks the words of its own head.
_LONG_WORDS = ("recommendation", "responsibility", "responsible", "organisation")
_BROKEN = re.compile("|".join(rf"\b{' ?'.join(word)}(?= ?s?\b)" for word in _LONG_WORDS))
_ACTION = re.compile(
    r"^(?:key |agreed |required )?actions?\b(?! by\b| owner| lead)|^what\b|^should do what"
    r"|^(?:we |our )?(?:asks?|proposals?|requests?|expectations?)$"
    r"|^(?:suggested|needed|required|proposed) (?:changes?|steps?)"
)
_WHO = re.compile(
    r"(?:(?:lead|owner|responsib|accountable|named)\w*|by whom|(?:for |to )?who(?:m|se)?\b"
    r"|addressee|addressed|(?:partner |lead )?agenc|organisation|body|for\b|directed"
    r"|action (?:owner|lead|by|for)$|(?:made )?to$|(?:of|asked of|from) whom|asked of"
    r"|(?:to be )?(?:led|owned|done|taken forward|actioned|implemented|delivered) by)"
)
_BODY_NAMED = re.compile(r"agenc|organisation|body|addressee|addressed|for\b|to$|directed|whom")
_BY_WHEN = re.compile(
    r"(?:by )?when\b|time\s?scale|target|deadline|date\b|due"
    r"|(?:\w+ )?(?:outcome|impact|improvement)"
)
_NUMBER = re.compile(
    r"^(?:no\.?|number|ref(?:erence)?\.?|#|rec(?:ommendation)?\.? ?(?:no\.?|number|ref\.?)|r)$"
)
_COUNT = r"(?:[A-Z]{1,4}\.?[\s-]?)?\d{1,3}(?:\.\d{1,2})?(?:[a-z]|\s?\([a-z]\))?"
_WORD = r"(?:(?:single[- ]agency|multi[- ]agency|national|local)?\s*rec(?:ommendation)?\.?\s*)?"
_IS_NUMBER = re.compile(rf"\W*{_WORD}(?:no\.?\s*)?(?P<number>{_COUNT})\W*$", re.IGNORECASE)
_PLAIN_COUNT = r"(?:R\.?\s*)?\d{1,3}(?:\.\d{1,2})?[a-z]?"
_LEADING = re.compile(rf"\(?(?i:{_WORD})(?P<number>(?i:{_PLAIN_COUNT}))[.):\-–]*\s+(?=[A-Z])")
# "A. Disclosure": a theme in the first cell whose letter counts the rows.
_OPENING = re.compile(r"(?P<number>[A-Z]|\d{1,2})[.):]\s+(?=\S)")
_LABEL = re.compile(
    rf"\W*(?:recommendation|rec)\s*(?:no\.?\s*|number\s*)?{_COUNT}\W*$", re.IGNORECASE
)
_ASKS = re.compile(r"\b(?:should|must|to)\b")
_EMPTY = re.compile(r"(?:n/?a|none|nil|tbc|as above|see above|not applicable)\W*", re.IGNORECASE)
# What a row of two cells says of the recommendation in the row above it.
_OF_IT = re.compile(
    any_of(r"""
    rationale / reasons? / why / (?:intended |desired |expected )?outcomes? / evidence / measures?
    timescales? / time frame / target / by when / when / date / deadline / status / progress
    scope / (?:key )?actions? / success / how / links? / finding / learning / milestones? / update
    priority / theme / level / rag / monitor\w* / review / context / issue / lead / owner
    what will
    """)
    + r"\b"
)
_WORDS_GUESSED = 6
_WORDS_NAMED = 3
_MOST_HEAD_WORDS = 6
_MOST_KEY_WORDS = 6
_MOST_NAME_WORDS = 10
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row: its words and its place in the document."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A recommendation in a table: its number, the place of its words, whom the row names."""

    number: str
    start: int
    end: int
    addressee: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds the recommendation, its number, and who is to act.

    `named` says that a head names the column, rather than that its words ask for something;
    `acting` that it holds the actions of a plan.
    """

    words: int
    number: int | None
    who: int | None
    width: int
    named: bool = True
    acting: bool = False

    @classmethod
    def of(cls, cells: Sequence[Cell]) -> "Columns | None":
        """Return the columns that a head row names, None when the row is no such head."""
        heads = [_whole(fold(cell.words)) for cell in cells]
        number = _first(heads, _NUMBER)
        words = _recommending(heads, number)
        who = _who(heads, words)
        if number is None and not heads[0] and len(heads) > _PAIR:
            number = 0
        planned = who is not None or number is not None or _first(heads, _BY_WHEN) is not None
        acting = words is None and planned
        if acting:
            words = _first(heads, _ACTION)
        long = max(len(head.split()) for head in heads) > _MOST_HEAD_WORDS
        if words is None or long or len(cells) == 1 or any(_LABEL.match(head) for head in heads):
            return None
        return cls(words, number, who, len(cells), acting=acting)

    @classmethod
    def guessed(cls, cells: Sequence[Cell]) -> "Columns | None":
        """Return the columns of a table without a head: a number, then words that ask.

        Words between a number and the name of a body are what that body is asked.
        """
        if len(cells) > _PAIR and _IS_NUMBER.match(cells[0].words) and _is_name(cells[2].words):
            return cls(1, 0, 2, len(cells), named=False)
        for place, cell in enumerate(cells):
            if len(cell.words.split()) >= _WORDS_GUESSED and _ASKS.search(fold(cell.words)):
                number = 0 if place and _IS_NUMBER.match(cells[0].words) else None
                return cls(place, number, None, len(cells), named=False)
        return None

    @classmethod
    def labelled(cls, cells: Sequence[Cell]) -> "Columns | None":
        """Return the columns of a row of two cells: a label ("Recommendation 1"), what it asks."""
        labels = len(cells) == _PAIR and _LABEL.match(cells[0].words) is not None
        return cls(1, 0, None, _PAIR) if labels else None

    @property
    def recommending(self) -> bool:
        """Whether a head says that the table recommends, in a column beside others."""
        return self.named and not self.acting and self.width >= _PAIR

    def rows(self, cells: Sequence[Cell], printed: str) -> Iterator[Row]:
        """Yield what a row recommends: nothing when its cell is empty or too short.

        A cell that numbers several gives one for each. `printed` is the number that stands
        before the row: the first cell, where one is missing.
        """
        if printed and self.number is not None and len(cells) < self.width:
            cells = [Cell(printed, cells[0].start, cells[0].start), *cells]
        if self.words >= len(cells):
            return
        cell = cells[self.words]
        who = cells[self.who].words if self.who is not None and self.who < len(cells) else ""
        number = ""
        if self.number is not None and self.number < len(cells):
            match = _IS_NUMBER.match(cells[self.number].words)
            number = match["number"] if match else cells[self.number].words
        elif self.words and (opening := _OPENING.match(cells[0].words)):
            number = opening["number"]
        least = _WORDS_NAMED if self.named or self.who is not None else _WORDS_GUESSED
        for one in _several(cell):
            start, own = one.start, ""
            if not number and (leading := _LEADING.match(one.words)):
                own, start = leading["number"], one.start + leading.end()
            if len(one.words.split()) >= least and not _EMPTY.fullmatch(one.words):
                yield Row(number or own or printed.strip("()."), start, one.end, who)


def says_of_it(cells: Sequence[Cell]) -> tuple[str, str] | None:
    """Return what a row of a name and a value says of the recommendation above, None otherwise.

    The first of the two is "who" where the value is whom the recommendation is for, else "".
    """
    if len(cells) != _PAIR:
        return None
    key = fold(cells[0].words).strip(" :?")
    if len(key.split()) > _MOST_KEY_WORDS:
        return None
    if _WHO.match(key):
        return "who", cells[1].words
    return ("", cells[1].words) if _OF_IT.match(key) else None


def row_alone(cells: Sequence[Cell]) -> Row | None:
    """Return the recommendation that a row of one cell labels as such, None for other rows."""
    leading = _LEADING.match(cells[0].words) if len(cells) == 1 else None
    if leading is None or not cells[0].words.lower().startswith("recommendation"):
        return None
    return Row(leading["number"], cells[0].start + leading.end(), cells[0].end, "")


def body_alone(cells: Sequence[Cell]) -> str:
    """Return the body that a row across the table names for the rows below it, "" elsewhere."""
    words = cells[0].words
    same = all(cell.words in {words, ""} for cell in cells)
    return words if same and is_group_heading(words) else ""


def cells_of(passage: Passage) -> list[Cell]:
    """Return the cells of a table row, in order."""
    cells = []
    place = 0
    for part in passage.text.split(_GAP):
        words = part.strip()
        begin = passage.start + place + (part.index(words) if words else 0)
        cells.append(Cell(words, begin, begin + len(words)))
        place += len(part) + len(_GAP)
    return cells


_ITEM = re.compile(
    rf"(?m)^(?:\(?{_PLAIN_COUNT}[.)]+\s+|{_PLAIN_COUNT}\s+(?=[A-Z])|[•●▪–-]\s+|[a-z][.)]\s+)(?=\S)"
)


def _several(cell: Cell) -> list[Cell]:
    """Return a cell as one, or one for each of the items that its lines number."""
    begins = [match.start() for match in _ITEM.finditer(cell.words)]
    if len(begins) < _PAIR or begins[0]:
        return [cell]
    parts = []
    for begin, end in pairwise([*begins, len(cell.words)]):
        words = cell.words[begin:end].rstrip()
        bullet = re.match(r"[•●▪–-]\s+", words)
        skip = bullet.end() if bullet else 0
        start = cell.start + begin
        parts.append(Cell(words[skip:], start + skip, start + len(words)))
    return parts


def _recommending(heads: Sequence[str], number: int | None) -> int | None:
    """Return the column that holds what is recommended: the one whose name says least else."""
    named = [
        (_ABOUT_IT.search(head) is not None, len(head.split()), place)
        for place, head in enumerate(heads)
        if _RECOMMENDATION.search(head) and place != number
    ]
    about, _, place = min(named, default=(True, 0, 0))
    return None if about else place


def _who(heads: Sequence[str], words: int | None) -> int | None:
    """Return the column of who is to act: one that names bodies before one that names people."""
    found = [n for n, head in enumerate(heads) if n != words and _WHO.match(head)]
    bodies = [n for n in found if _BODY_NAMED.search(heads[n])]
    return next(iter(bodies or found), None)


def _is_name(words: str) -> bool:
    return len(words.split()) <= _MOST_NAME_WORDS and names_body(words)


def _whole(head: str) -> str:
    """Return a column's name without the gap that a narrow column put into a long word."""
    return _BROKEN.sub(lambda match: match.group().replace(" ", ""), head)


def _first(heads: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((n for n, head in enumerate(heads) if pattern.match(head)), None)
