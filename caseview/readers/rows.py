"""Table rows of recommendations and action plans: which cell says what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from caseview.domain.passage import Passage
from caseview.readers.asked_bodies import names_body
from caseview.readers.asked_groups import is_group_heading
from caseview.readers.asking_words import asks
from caseview.readers.column_heads import heads_of, names_who
from caseview.readers.lines import fold
from caseview.readers.wording import any_of

_GAP = " | "
_COUNT = r"(?:[A-Z]{1,4}\.?[\s-]?)?\d{1,3}(?:\.\d{1,2})?(?:[a-z]|\s?\([a-z]\))?"
_WORD = r"(?:(?:single[- ]agency|multi[- ]agency|national|local)?\s*rec(?:ommendation)?\.?\s*)?"
_IS_NUMBER = re.compile(rf"\W*{_WORD}(?:no\.?\s*)?(?P<number>{_COUNT})\W*$", re.IGNORECASE)
_PLAIN_COUNT = r"(?:R\.?\s*)?\d{1,3}(?:\.\d{1,2})?[a-z]?"
_REACH = r"(?i:national|local|regional|(?:single|multi|inter)[- ]agency|statutory)"
_LEADING = re.compile(
    rf"\(?(?i:{_WORD})(?P<number>(?i:{_PLAIN_COUNT}))"
    rf"(?:\s*\((?:[A-Z]{{1,3}}|{_REACH})\))?[.):\-–]*\s+(?=[A-Z])"
)
_NO_NUMBER = re.compile(r"recommendation\W*", re.IGNORECASE)
_ALONE = re.compile(
    r"(?i:recommendation)\s*(?:(?i:no)\.?\s*)?"
    rf"(?:(?P<number>{_PLAIN_COUNT})[.):\-–—]*\s+|[:–—-]\s+)(?=[A-Z])"
)
# "A. Disclosure": a theme in the first cell whose letter counts the rows.
_OPENING = re.compile(r"(?P<number>[A-Z]|\d{1,2})[.):]\s+(?=\S)")
_LABEL = re.compile(
    rf"\W*(?:recommendation|rec)\s*(?:no\.?\s*|number\s*)?(?P<number>{_COUNT})\W*$", re.IGNORECASE
)
_EMPTY = re.compile(
    r"(?:n/?a|none(?: (?:is|was) made)?|nil|tbc|as above|see above|not applicable"
    r"|no (?:(?:further|separate|new|specific|additional) )?recommendations?\b[^.]*)\W*",
    re.IGNORECASE,
)
# What a row of two cells says of the recommendation in the row above it.
_OF_IT = re.compile(
    any_of(r"""
    rationale / reasons? / why / (?:intended |desired |expected )?outcomes? / evidence / measures?
    timescales? / time frame / target / by when / when / date / deadline / status / progress
    scope / (?:key )?actions? / success / how / links? / finding / learning / milestones? / update
    priority / theme / level / rag / monitor\w* / review / context / issue / lead / owner
    what (?:will|good|success|would) / what it
    """)
    + r"\b"
)
_TICK = re.compile(r"(?:[✓✔☑✅√●•■ü]|(?:x|yes|y|lead)\b)", re.IGNORECASE)
_WORDS_GUESSED = 6
_WORDS_NAMED = 3
_WORDS_ASKED = 4
_MOST_KEY_WORDS = 6
# "Lead", "Lead officer and timescale", but not "Lead agency".
_LEADS = re.compile(r"leads?\b(?! (?:agenc|organisation|partner|bod))")
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
    `acting` that it holds the actions of a plan; `bodies` are the columns that have a tick where
    the body which their head names is asked, with that name.
    """

    words: int
    number: int | None
    who: int | None
    width: int
    named: bool = True
    acting: bool = False
    bodies: tuple[tuple[int, str], ...] = ()

    @classmethod
    def of(cls, cells: Sequence[Cell]) -> "Columns | None":
        """Return the columns that a head row names, None when the row is no such head."""
        if any(_LABEL.match(cell.words) for cell in cells):
            return None
        heads = heads_of([cell.words for cell in cells])
        if heads is None:
            return None
        others = [
            (place, " ".join(cell.words.split()))
            for place, cell in enumerate(cells)
            if place not in {heads.words, heads.number} and cell.words
        ]
        named = sum(_is_name(name) for _, name in others)
        bodies = tuple(others) if heads.who is None and named >= _PAIR else ()
        return cls(
            heads.words, heads.number, heads.who, len(cells), acting=heads.acting, bodies=bodies
        )

    @classmethod
    def guessed(cls, cells: Sequence[Cell]) -> "Columns | None":
        """Return the columns of a table without a head: a number, then words that ask.

        Words between a number and the name of a body are what that body is asked.
        """
        if len(cells) > _PAIR and _IS_NUMBER.match(cells[0].words) and _is_name(cells[2].words):
            return cls(1, 0, 2, len(cells), named=False)
        if len(cells) == _PAIR and _OF_IT.fullmatch(fold(cells[0].words).strip(" :?")):
            return None
        names = [n for n, cell in enumerate(cells) if _is_name(cell.words)]
        asked = [n for n, cell in enumerate(cells) if n not in names and _is_asked(cell.words)]
        if names and asked:
            number = 0 if _IS_NUMBER.match(cells[0].words) else None
            return cls(asked[0], number, names[0], len(cells), named=False)
        for place, cell in enumerate(cells):
            if len(cell.words.split()) >= _WORDS_GUESSED and asks(cell.words):
                number = 0 if place and _IS_NUMBER.match(cells[0].words) else None
                return cls(place, number, None, len(cells), named=False)
        return None

    @classmethod
    def labelled(cls, cells: Sequence[Cell]) -> "Columns | None":
        """Return the columns of a row of two cells: a label ("Recommendation 1"), what it asks."""
        if len(cells) != _PAIR:
            return None
        if _LABEL.match(cells[0].words):
            return cls(1, 0, None, _PAIR)
        plain = _NO_NUMBER.fullmatch(cells[0].words) and len(cells[1].words.split()) > _WORDS_ASKED
        return cls(1, None, None, _PAIR) if plain else None

    @property
    def recommending(self) -> bool:
        """Whether a head says that the table recommends, in a column beside others."""
        return self.named and not self.acting and self.width >= _PAIR

    def _aligned(self, cells: Sequence[Cell]) -> Sequence[Cell]:
        """Return the cells with an empty one in front, where a joined one above is left out."""
        first = self.who == 0 or self.number == 0
        if not (first and self.words == 1 and len(cells) == self.width - 1 > 1):
            return cells
        here, next_to_it = (len(cell.words.split()) for cell in cells[:2])
        missing = here >= _WORDS_GUESSED and here > next_to_it
        return [Cell("", cells[0].start, cells[0].start), *cells] if missing else cells

    def _ticked(self, cells: Sequence[Cell]) -> str:
        """Return the bodies in whose columns a row has a tick, "" where no column is a body's."""
        within = ((place, name) for place, name in self.bodies if place < len(cells))
        return "; ".join(name for place, name in within if _TICK.match(cells[place].words))

    def rows(self, cells: Sequence[Cell], printed: str) -> Iterator[Row]:
        """Yield what a row recommends: nothing when its cell is empty or too short.

        A cell that numbers several gives one for each. `printed` is the number that stands
        before the row: the first cell, where one is missing.
        """
        if printed and self.number is not None and len(cells) < self.width:
            cells = [Cell(printed, cells[0].start, cells[0].start), *cells]
        cells = self._aligned(cells)
        if self.words >= len(cells):
            return
        cell = cells[self.words]
        who = cells[self.who].words if self.who is not None and self.who < len(cells) else ""
        who = who or self._ticked(cells)
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

    The first of the two is "who" where the value is whom the recommendation is for, "lead" where
    it is who leads, else "".
    """
    if len(cells) != _PAIR:
        return None
    key = fold(cells[0].words).strip(" :?")
    if len(key.split()) > _MOST_KEY_WORDS:
        return None
    if names_who(key):
        return "lead" if _LEADS.match(key) else "who", cells[1].words
    return ("", cells[1].words) if _OF_IT.match(key) else None


def row_alone(cells: Sequence[Cell]) -> Row | None:
    """Return the recommendation that a row of one cell labels as such, None for other rows."""
    leading = _ALONE.match(cells[0].words) if len(cells) == 1 else None
    if leading is None:
        return None
    return Row(leading["number"] or "", cells[0].start + leading.end(), cells[0].end, "")


def label_alone(cells: Sequence[Cell]) -> str:
    """Return the number of a label that is all of a row of one cell, "" for other rows."""
    label = _LABEL.match(cells[0].words) if len(cells) == 1 else None
    return label["number"] if label else ""


def labels_within(cells: Sequence[Cell]) -> bool:
    """Return whether a cell beside others opens with a label and asks: "Recommendation 2: ..."."""
    labels = (_ALONE.match(cell.words) for cell in cells)
    return any(label and label["number"] and asks(label.string[label.end() :]) for label in labels)


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


_COUNTED_WITHIN = re.compile(r"(?:^|(?<=[.;:])\s)(?P<count>\d{1,2})[.)]\s+(?=[A-Z])")
_ITEM = re.compile(
    rf"(?m)^(?:\(?{_PLAIN_COUNT}[.)]+\s+|{_PLAIN_COUNT}\s+(?=[A-Z])|[•●▪–-]\s+|[a-z][.)]\s+)(?=\S)"
)


def _several(cell: Cell) -> list[Cell]:
    """Return a cell as one, or one for each of the items that its lines number."""
    begins = [match.start() for match in _ITEM.finditer(cell.words)]
    begins = begins if len(begins) >= _PAIR else _counted(cell.words)
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


def _counted(words: str) -> list[int]:
    """Return where a cell's sentences begin that it counts from 1 on, [] where it counts none."""
    found = list(_COUNTED_WITHIN.finditer(words))
    in_order = [match["count"] for match in found] == [str(n + 1) for n in range(len(found))]
    return [match.start("count") for match in found] if in_order else []


def _is_name(words: str) -> bool:
    return len(words.split()) <= _MOST_NAME_WORDS and names_body(words)


def _is_asked(words: str) -> bool:
    """Whether a cell without a head above it says what somebody is to do."""
    return len(words.split()) >= _WORDS_ASKED and asks(words)
