"""The passages a search found, as a list of lines with the word in the middle."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from caseview.desktop.models.filters import quoted
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import several, told, tr
from caseview.domain.query import Hit
from caseview.domain.span import Span

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
HIT = int(Role.UserRole)
GROUPED = HIT + 1
"""Whether a hit stands under the heading of its document."""
AROUND = 90


@dataclass(frozen=True, slots=True)
class InContext:
    """The first words found, with what stands before and after them."""

    before: str
    found: str
    after: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A document above its hits; `count` is how many of them are shown."""

    document_id: int
    words: str
    facts: str
    count: int


class ResultModel(QAbstractListModel):
    """Hits in the order of the answer; some may be ticked. `ticked()` tells of a change.

    With `by_document`, each run of hits of one document has a heading above it.
    """

    ticked = Signal()

    def __init__(self, book: ThemeBook) -> None:
        super().__init__()
        self._book = book
        self._hits: list[Hit] = []
        self._rows: list[Hit | Heading] = []
        self._ticks: set[int] = set()
        self._by_document = False

    def show(self, hits: tuple[Hit, ...], *, by_document: bool = False) -> None:
        """Show these hits, none ticked."""
        self._by_document = by_document
        self._ticks.clear()
        self._reset([*hits])
        self.ticked.emit()

    def add(self, hits: tuple[Hit, ...]) -> None:
        """Add further hits below."""
        if not hits:
            return
        if self._by_document:
            self._reset([*self._hits, *hits])
            return
        at = len(self._rows)
        self.beginInsertRows(QModelIndex(), at, at + len(hits) - 1)
        self._hits.extend(hits)
        self._rows.extend(hits)
        self.endInsertRows()

    @property
    def loaded(self) -> int:
        """How many hits are here; there may be more to ask for."""
        return len(self._hits)

    def first(self) -> int:
        """Return the row of the first hit, 0 where there is none."""
        return next((n for n, row in enumerate(self._rows) if isinstance(row, Hit)), 0)

    def row_of(self, hit_id: int) -> int | None:
        """Return the row of a hit, None where it is not here."""
        found = (n for n, one in enumerate(self._rows) if isinstance(one, Hit) and one.id == hit_id)
        return next(found, None)

    def hit(self, row: int) -> Hit | None:
        """Return the hit of a row, None where there is none."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Hit) else None

    def tick(self, index: Index) -> None:
        """Tick a row, or take its tick away."""
        if (hit := self.hit(index.row())) is not None:
            self._ticks.symmetric_difference_update({hit.id})
            self.dataChanged.emit(index, index)
            self.ticked.emit()

    def tick_all(self, *, on: bool) -> None:
        """Tick every row shown, or none."""
        self._ticks = {hit.id for hit in self._hits} if on else set()
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.ticked.emit()

    @property
    def chosen(self) -> tuple[Hit, ...]:
        """The hits ticked, in order."""
        return tuple(hit for hit in self._hits if hit.id in self._ticks)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        enabled = Qt.ItemFlag.ItemIsEnabled
        heading = self.hit(index.row()) is None
        return enabled if heading else enabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        row = self._rows[index.row()] if index.isValid() else None
        if row is None:
            return None
        if role in {HIT, GROUPED}:
            return row if role == HIT else self._by_document
        if isinstance(row, Heading):
            spoken = {Role.DisplayRole, Role.AccessibleTextRole}
            said = f"{row.words}, {row.facts}, {several(row.count, 'passage')}"
            return said if role in spoken else None
        if role == Role.DisplayRole:
            return row.text
        if role == Role.CheckStateRole:
            return Qt.CheckState.Checked if row.id in self._ticks else Qt.CheckState.Unchecked
        return self._spoken(row) if role == Role.AccessibleTextRole else None

    def _reset(self, hits: list[Hit]) -> None:
        self.beginResetModel()
        self._hits = hits
        self._rows = _headed(hits) if self._by_document else [*hits]
        self.endResetModel()

    def _spoken(self, hit: Hit) -> str:
        names = [self._book.face(theme).name for theme in hit.themes]
        parts = [
            hit.review,
            told(hit.kind.label),
            hit.year or "",
            tr("page {0}", hit.page) if hit.page else "",
        ]
        themes = tr("themes {0}", ", ".join(names)) if names else tr("no themes")
        ticked = "ticked" if hit.id in self._ticks else tr("not ticked")
        said = ", ".join(part for part in (*parts, themes, ticked) if part)
        return f"{said}: {hit.text}"


def _headed(hits: Sequence[Hit]) -> list[Hit | Heading]:
    rows: list[Hit | Heading] = []
    for document_id, run in groupby(hits, key=lambda hit: hit.document_id):
        same = list(run)
        one = same[0]
        words = one.review if one.document in {"", one.review} else f"{one.review}: {one.document}"
        facts = f"{told(one.kind.label)} {one.year or ''}".strip()
        rows.append(Heading(document_id, words, facts, len(same)))
        rows.extend(same)
    return rows


def in_context(hit: Hit) -> InContext:
    """Return the first words found with what stands around them, on one line."""
    text = hit.text.replace("\n", " ")
    if not hit.marks:
        return InContext("", "", text[: 2 * AROUND])
    start, end = hit.marks[0]
    before = text[max(0, start - AROUND) : start]
    if start > AROUND:
        before = "\N{HORIZONTAL ELLIPSIS}" + before.partition(" ")[2]
    return InContext(before, text[start:end], text[end : end + 2 * AROUND])


def span_of(hit: Hit) -> Span:
    """Return where the first words found stand in the document; the passage where none do."""
    if not hit.marks:
        return Span(hit.start, hit.end)
    start, end = hit.marks[0]
    return Span(hit.start + start, hit.start + end)


def marks_in(hits: Iterable[Hit], document_id: int) -> tuple[tuple[Span, ...], ...]:
    """Return for each hit in a document, in reading order, where its words stand there."""
    mine = sorted((hit for hit in hits if hit.document_id == document_id), key=lambda h: h.start)
    return tuple(
        tuple(Span(hit.start + start, hit.start + end) for start, end in hit.marks)
        or (Span(hit.start, hit.end),)
        for hit in mine
    )


def narrowed_query(words: str, chosen: dict[str, frozenset[str]]) -> str:
    """Return a query with the values ticked added as fields of the search language."""
    parts = [words]
    for name in sorted(chosen):
        values = [f"{name}:{quoted(value)}" for value in sorted(chosen[name])]
        if values:
            parts.append(values[0] if len(values) == 1 else f"({' OR '.join(values)})")
    return " ".join(parts)
