"""What the use cases need of the world besides the casebook (for that see `work`)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from caseview.domain.crosstab import CrossTab
from caseview.domain.description import ReadDocument, Refused
from caseview.domain.evidence import EvidenceSet
from caseview.domain.exchange import Exchange
from caseview.domain.handout import Handout
from caseview.domain.info import CasebookInfo, Finding
from caseview.domain.learned import LearnedRule, Lesson
from caseview.domain.listing import Listing
from caseview.domain.picture import PicturePlace
from caseview.domain.query import Answer, AsRule, Search
from caseview.domain.summary import Summary

Stop = Callable[[], bool]
"""Asked between files: True when the work should stop after the file in hand."""


HearsPages = Callable[[str, int, int], object]
"""Hears the path of a file, how many of its scanned pages are read, and how many it has."""


HearsRows = Callable[[int, int], object]
"""Hears how many rows of a file are made and how many there will be.

It may raise StoppedError, which ends the work before anything is written.
"""


def unheard(_made: int, _of: int) -> None:
    """Hear of rows and do nothing."""


class Rows(Protocol):
    """SQL text in, plain rows out, inside the transaction of a unit of work."""

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return every row of a query; parameters stand for its question marks."""
        ...

    def write(self, sql: str, many: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each set of parameters."""
        ...


class FullText(Protocol):
    """The full-text index beside the passages, written in their transaction."""

    def write(self, rows: Rows, passages: Iterable[tuple[int, str]]) -> None:
        """Index passages given as (passage id, text)."""
        ...

    def remove(self, rows: Rows, passages: Iterable[int]) -> None:
        """Take passages out of the index so that no word of them stays in the file."""
        ...

    def begin_again(self, rows: Rows) -> None:
        """Empty the index, for `go_on` to fill."""
        ...

    def go_on(self, rows: Rows) -> tuple[int, int]:
        """Index some thousands of the passages that are missing.

        Returns how many passages are in the index now and how many there are.
        """
        ...

    def check(self, rows: Rows, *, repair: bool) -> tuple[Finding, ...]:
        """Return what is wrong with the index; with `repair`, build it anew first if need be."""
        ...


class Finder(Protocol):
    """Answers searches over a casebook."""

    def first(self, rows: Rows, search: Search) -> Answer:
        """Return what can be said at once: exact totals and the passages imported last.

        It has neither facets nor ranking. Raises QueryError as `search` does.
        """
        ...

    def search(self, rows: Rows, search: Search) -> Answer:
        """Return the answer. Raises QueryError when the query cannot be understood."""
        ...

    def as_rule(self, rows: Rows, search: Search) -> AsRule:
        """Return the words of a search in the notation of rules.

        Raises QueryError when it has none, or more than a rule can hold.
        """
        ...

    def reviews(self, rows: Rows, where: str) -> frozenset[int]:
        """Return the ids of the reviews that an expression of fields selects.

        Raises QueryError when it cannot be understood.
        """
        ...


class FileReader(Protocol):
    """Reads files in supervised children; a bad file becomes Refused and stops nothing."""

    def read(
        self, paths: Sequence[Path], *, jobs: int, stop: Stop
    ) -> Iterator[ReadDocument | Refused]:
        """Yield each file as it is read, described and suggested on, in no fixed order."""
        ...


class PagePainter(Protocol):
    """Paints pages of documents, in a child process that hostile files cannot bring down."""

    def paint(self, original: bytes, page: int, width: int) -> bytes:
        """Return a page (numbered from 1) as a PNG of `width` dots.

        Returns b"" for a format that has no pages. Raises ReadError when it cannot be painted.
        """
        ...

    def pictures(self, original: bytes, page: int) -> tuple[PicturePlace, ...]:
        """Return where photographs and drawings stand on a page; none where nobody can tell."""
        ...

    def close(self) -> None:
        """End the child."""
        ...


class SummaryWriter(Protocol):
    """Writes a theme summary to Word."""

    def write(
        self, summary: Summary, path: Path, source: Callable[[int], str], template: Path | None
    ) -> int:
        """Write the file after checking every quote; return how many quotes were checked.

        `source` gives a document's text by id. Raises ExportError when a quote does not match
        or the file cannot be written.
        """
        ...


class TableWriter(Protocol):
    """Writes a cross-tab to a file."""

    @property
    def shows_evidence(self) -> bool:
        """Whether the file holds the passages behind the numbers: if not, none need be given."""
        ...

    def write(
        self,
        table: CrossTab,
        evidence: EvidenceSet,
        info: CasebookInfo,
        path: Path,
        heard: HearsRows = unheard,
    ) -> None:
        """Write the file; `heard` hears of long work. Raises ExportError when it cannot be."""
        ...


class Trainer(Protocol):
    """Learns rules from decisions, away from the window."""

    def train(self, lessons: Sequence[Lesson], at: str, stop: Stop) -> Iterator[LearnedRule]:
        """Yield the rule of each lesson that teaches enough, in no fixed order.

        Raises CaseViewError where the part that learns is not installed.
        """
        ...


class HandoutWriter(Protocol):
    """Writes tables of figures, with what they were made from, to a file."""

    def write(self, handout: Handout, path: Path) -> None:
        """Write the file. Raises ExportError when it cannot be written."""
        ...


class ListingWriter(Protocol):
    """Writes a plain list to a file."""

    def write(self, listing: Listing, path: Path) -> None:
        """Write the file. Raises ExportError when it cannot be written."""
        ...


class ExchangeWriter(Protocol):
    """Writes a project for other programs for coding texts."""

    def write(self, exchange: Exchange, path: Path) -> int:
        """Write the file; return how many sources are in it. Raises ExportError if it cannot."""
        ...


Now = Callable[[], str]
"""The time as ISO 8601 in UTC, to the second."""
