"""Searches and their answers."""

from dataclasses import dataclass, field
from enum import StrEnum

from caseview.domain.document import Kind
from caseview.domain.quote import Place
from caseview.domain.section import SectionRole


class Sort(StrEnum):
    """The order of hits."""

    RANK = "rank"
    NEWEST = "newest"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for; `limit` is the most hits to return, `skip` how many to pass over.

    `exact` takes every word as it stands; `screened_out` looks in screened-out reviews too.
    """

    query: str
    limit: int = 50
    skip: int = 0
    sort: Sort = Sort.RANK
    exact: bool = False
    screened_out: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers a search.

    `start`, `end` are offsets into the document's text; `marks` are (start, end) pairs relative
    to the hit's own `text`; `themes` are ids of themes tagged or suggested there; `printed` is the
    paragraph's printed number and `section` its heading, "" where there is none.
    """

    id: int
    document_id: int
    review_id: int
    review: str
    document: str
    kind: Kind
    year: str | None
    page: int | None
    number: int
    role: SectionRole
    start: int
    end: int
    text: str
    marks: tuple[tuple[int, int], ...] = ()
    themes: tuple[str, ...] = ()
    printed: str = ""
    section: str = ""

    @property
    def place(self) -> Place:
        """Where it stands, as a reference names it."""
        paragraph = self.printed or str(self.number)
        return Place(self.review, self.document, self.page, paragraph, self.section)


@dataclass(frozen=True, slots=True)
class Total:
    """How much answers a search."""

    passages: int
    documents: int
    reviews: int


@dataclass(frozen=True, slots=True)
class AsRule:
    """A search in the notation of rules; `remark` says what a rule cannot say as it does."""

    pattern: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """A word of a search that found nothing: in how many passages it stands.

    `nearest` are (word, passages) pairs of the casebook's words spelled most nearly so.
    """

    word: str
    passages: int
    nearest: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a search.

    `facets` maps a field (kind, status, year, area, force, theme, role) to (value, passages) pairs,
    most first; `also_finding` are the other forms of the words that were searched; `remark` is a
    plain sentence when the query had to be read otherwise than typed, `place` then the code-point
    offset in the query of the first thing so read (None where it has no place).

    `left_out` counts the passages of screened-out reviews that answer too. `beside` says in how
    many notes ("note") and documents' details ("detail") the words stand. When nothing is found,
    `did_you_mean` is a query that finds `would_find` passages, and `words` tells of each word.
    """

    search: Search
    total: Total
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    also_finding: tuple[str, ...] = ()
    did_you_mean: str | None = None
    would_find: int = 0
    words: tuple[Looked, ...] = ()
    left_out: int = 0
    beside: tuple[tuple[str, int], ...] = ()
    remark: str = ""
    place: int | None = None
