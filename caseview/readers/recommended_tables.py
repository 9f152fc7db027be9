"""The recommendations that tables hold: a row each, a card each, or several in a cell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.readers.lines import fold
from caseview.readers.recommended_items import Item
from caseview.readers.rows import (
    Cell,
    Columns,
    body_alone,
    cells_of,
    label_alone,
    row_alone,
    says_of_it,
)
from caseview.readers.told_sections import of_other_reviews
from caseview.readers.who_acts import body_or_lead, body_or_post, names_post
from caseview.readers.wording import whole_words

_EARLIER = whole_words("""
    previous / earlier / past / since / progress / status / implemented / complete(?:d)? / rag
    what happened / response / other reviews? / prior
""")
# A column that says which review recommended it.
_SOURCE = re.compile(
    r"(?:reviews?|sars?|dhrs?|scrs?|cases?|reports?|year|source|board|adult|child|person)\W*"
)
_MOST_BAND_WORDS = 12


def tabled(passages: Sequence[Passage], *, acting: bool = True) -> list[Item]:
    """Return the recommendations that the table rows among `passages` hold.

    Without `acting`, those of an action plan, which only says what is done of them, are left out.
    """
    reading = _Reading(acting=acting)
    for passage in passages:
        reading.take(passage)
    return reading.items


def in_tables_elsewhere(passages: Sequence[Passage]) -> list[Item]:
    """Return what tables recommend whose own head says so, wherever they stand.

    A table of what became of earlier recommendations is none.
    """
    items: list[Item] = []
    run: list[Passage] = []
    for passage in [*passages, None]:
        if passage is not None and passage.style is ParagraphStyle.TABLE_ROW:
            run.append(passage)
            continue
        if run and recommends(run[0]):
            items += tabled(run)
        run = []
    return items


def recommends(first: Passage) -> bool:
    """Return whether a row is the head of a table that recommends, and tells of no earlier ones."""
    columns = Columns.of(cells_of(first))
    told = tells_of_earlier(first)
    others = of_other_reviews(first.heading) or any(
        _SOURCE.fullmatch(fold(cell.words)) for cell in cells_of(first)
    )
    return columns is not None and columns.recommending and not (told or others)


def tells_of_earlier(first: Passage) -> bool:
    """Return whether the head of a table says what became of something."""
    return _EARLIER.search(fold(f"{first.text} {first.heading}")) is not None


def is_band(passage: Passage) -> bool:
    """Return whether what stands between the rows of a table only heads those below it."""
    return passage.style is ParagraphStyle.HEADING or _is_short(passage.text)


def _is_short(text: str) -> bool:
    return len(text.split()) <= _MOST_BAND_WORDS and text[-1:] not in ".:;,"


@dataclass(slots=True)
class _Reading:
    """Where in a run of rows the reading stands: the columns known, the band or heading above.

    `label` is that of the row before, where it held nothing else.
    """

    acting: bool = True
    items: list[Item] = field(default_factory=list)
    columns: Columns | None = None
    group: str = ""
    who: str = ""
    card: bool = False
    label: str = ""

    def take(self, passage: Passage) -> None:
        if passage.style is not ParagraphStyle.TABLE_ROW:
            self._between(passage)
            return
        cells = cells_of(passage)
        self.label = self.label if len(cells) == 1 else ""
        head = Columns.of(cells)
        if head is not None:
            self.columns, self.card, self.who = head, False, ""
        elif body := body_alone(cells):
            self.group, self.who = body, ""
        elif alone := row_alone(cells):
            # A row that is a whole recommendation; the actions in the rows below are its own.
            self.items.append(Item(alone.number, alone.start, alone.end, self.group, sure=True))
            self.acting = False
        elif number := label_alone(cells):
            self.label = number
        elif self.label and len(cells) == 1:
            one = cells[0]
            self.items.append(Item(self.label, one.start, one.end, self.group, sure=True))
            self.label = ""
        elif self.card and (said := says_of_it(cells)):
            self._say(*said)
        else:
            labelled = Columns.labelled(cells)
            self.card = labelled is not None
            self._row(cells, passage.printed, labelled)

    def _between(self, passage: Passage) -> None:
        """Take what stands between rows: a band names a body, a text ends the table."""
        band = _is_short(passage.text)
        if passage.style is ParagraphStyle.HEADING or band:
            self.group = passage.text
        if not band and not passage.text[:1].islower():
            # The rest of a cell that a page broke ends no table.
            self.columns = None
        self.card, self.who = False, ""

    def _row(self, cells: Sequence[Cell], printed: str, labelled: Columns | None) -> None:
        columns = labelled or self.columns or Columns.guessed(cells)
        if columns is not None and columns.acting and not self.acting:
            return
        for row in columns.rows(cells, printed) if columns else ():
            self.who = row.addressee or self.who
            above = self.who if not (row.addressee or names_post(self.who)) else ""
            named, lead = body_or_post(row.addressee)
            group = above or self.group
            self.items.append(
                Item(row.number, row.start, row.end, group, named, sure=True, lead=lead)
            )

    def _say(self, key: str, value: str) -> None:
        if key and self.items:
            named, lead = body_or_lead(value) if key == "lead" else body_or_post(value)
            self.items[-1] = replace(self.items[-1], addressee=named, lead=lead)
