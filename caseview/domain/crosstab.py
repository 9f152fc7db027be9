"""Cross-tabs: themes or attributes against an attribute, counted with their base."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from caseview.domain.english import English
from caseview.domain.reads_as import ReadsAs
from caseview.domain.suggestion import Level

COUNTED_READS_AS = frozenset(ReadsAs) - {ReadsAs.CONTEXT}
NOT_RECORDED = "not recorded"


class Unit(StrEnum):
    """What is counted; a section is what one document says in one role, such as its findings."""

    REVIEWS = "reviews"
    DOCUMENTS = "documents"
    SECTIONS = "sections"
    PASSAGES = "passages"

    @property
    def apart(self) -> bool:
        """Whether units are drawn apart from each other, so that intervals and tests hold.

        Passages and sections of one review go together.
        """
        return self in {Unit.REVIEWS, Unit.DOCUMENTS}

    @property
    def words(self) -> English:
        """What several are called: "reviews"."""
        return English(self.value)

    @property
    def one(self) -> English:
        """What one is called: "review"."""
        return English(self.value.removesuffix("s"))


class Counts(StrEnum):
    """Whether only tags count, or tags and undecided suggestions (provisional)."""

    TAGS = "tags"
    PROVISIONAL = "provisional"

    @property
    def label(self) -> English:
        """The words on screen and in every export."""
        both = "Tags and suggestions (provisional)"
        return English("Tags" if self is Counts.TAGS else both)


class Share(StrEnum):
    """What the percentages of a table are of."""

    COLUMN = "column"
    ROW = "row"
    ALL = "all"
    NONE = "none"

    @property
    def words(self) -> English:
        """The words of the choice: "of column", "none"."""
        return English("none" if self is Share.NONE else f"of {self.value}")


@dataclass(frozen=True, slots=True)
class CrossTabSpec:
    """What to count. `rows` and `columns` name axes: `themes`, `groups`, an attribute, ...

    `where` is an expression of the search language's field part, "" for all.
    """

    rows: str = "themes"
    columns: str = "kind"
    unit: Unit = Unit.REVIEWS
    counts: Counts = Counts.PROVISIONAL
    level: Level = Level.NORMAL
    where: str = ""
    reads_as: frozenset[ReadsAs] = COUNTED_READS_AS
    restated: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """One tag or undecided suggestion, as counting sees it.

    `id` is that of the tag, or of the suggestion when `suggested`. A whole page that is tagged has
    no passage: `passage_id` is then a number of the page's own, below nought.
    """

    id: int
    suggested: bool
    review_id: int
    document_id: int
    passage_id: int
    theme: str
    reads_as: ReadsAs
    restated: bool
    role: str
    coder: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Alike:
    """Mentions that differ only in where they stand; the three sequences go side by side.

    `passages` are as in `Mention`: a number below nought stands for a whole page.

    `confidence` is at most that of each of them, and passes the same levels as they do. `role` is
    "" where nobody asked for it.
    """

    suggested: bool
    theme: str
    reads_as: ReadsAs
    restated: bool
    role: str
    coder: str
    confidence: float
    ids: Sequence[int]
    documents: Sequence[int]
    passages: Sequence[int]


@dataclass(frozen=True, slots=True)
class Size:
    """How many passages a document has, and how many sections: roles that its passages play.

    A whole page that is tagged is a passage, and all such pages of a document are one section.
    """

    passages: int
    sections: int


@dataclass(frozen=True, slots=True)
class Axis:
    """One row or column heading; `base` is the number of units it could have counted.

    `hidden` is what stands in place of the base where it may not be told (`base` is then 0).
    """

    id: str
    label: str
    base: int = 0
    group: str = ""
    hidden: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A count, its percentage of the table's `share` (None where that is of 0), 95% interval.

    Percentages are 0 to 100; the interval is Wilson's (1927). `hidden` is what stands in place of
    a count that may not be told: then `n` is 0 and the rest None.
    """

    n: int
    percent: float | None = None
    low: float | None = None
    high: float | None = None
    hidden: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is not in the base, by reason; `undecided` counts suggestions not counted."""

    not_finished: int = 0
    screened_out: int = 0
    no_text: int = 0
    filtered: int = 0
    undecided: int = 0


@dataclass(frozen=True, slots=True)
class ByPage:
    """What a table counts without words: documents that are scans, and tags on whole pages."""

    scans: int = 0
    tags: int = 0


@dataclass(frozen=True, slots=True)
class CrossTab:
    """The counted table. `cells[i][j]` stands at row i, column j; `totals[i]` is row i's total.

    A row total counts units, not cells: a unit in two columns counts once; so do column totals
    (`column_totals[j]`, units of column j in any row) and `total` (units in any cell). `base` is
    the number of units counted over; `counted_at` is ISO 8601 in UTC. In a table that leaves the
    desk counts under `small_numbers` are hidden (0: none is), those of none too if
    `zeros_hidden`; `base_hidden` stands for a base that may not be told. Percentages are of what
    `share` says: see `counting.sharing`. `by_page` says what is counted of pages without words.
    """

    spec: CrossTabSpec
    rows: tuple[Axis, ...]
    columns: tuple[Axis, ...]
    cells: tuple[tuple[Cell, ...], ...]
    totals: tuple[Cell, ...]
    base: int
    left_out: LeftOut
    counted_at: str = ""
    column_totals: tuple[Cell, ...] = ()
    total: Cell = Cell(0)
    small_numbers: int = 0
    base_hidden: str = ""
    zeros_hidden: bool = False
    share: Share = Share.COLUMN
    by_page: ByPage = ByPage()


@dataclass(frozen=True, slots=True)
class CellAddress:
    """A cell of a cross-tab by its row and column ids; None for a total."""

    row: str | None
    column: str | None
