"""The passages a search found, as a list of lines with the word in the middle."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from caseview.desktop.models.filters import quoted
from caseview.desktop.models.themebook import ThemeBook
from caseview.domain.query import Hit
from caseview.domain.span import Span

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
HIT = int(Role.UserRole)
AROUND = 90


@dataclass(frozen=True, slots=True)
class InContext:
    """The first words found, with what stands before and after them."""

    before: str
    found: str
    after: str


class ResultModel(QAbstractListModel):
    """Hits in the order of the answer; some may be ticked. `ticked()` tells of a change."""

    ticked = Signal()

    def __init__(self, book: ThemeBook) -> None:
        super().__init__()
        self._book = book
        self._hits: list[Hit] = []
        self._ticks: set[int] = set()

    def show(self, hits: tuple[Hit, ...]) -> None:
        """Show these hits, none ticked."""
        self.beginResetModel()
        self._hits = list(hits)
        self._ticks.clear()
        self.endResetModel()
        self.ticked.emit()

    def add(self, hits: tuple[Hit, ...]) -> None:
        """Add further hits below."""
        if hits:
            at = len(self._hits)
            self.beginInsertRows(QModelIndex(), at, at + len(hits) - 1)
            self._hits.extend(hits)
            self.endInsertRows()

    def hit(self, row: int) -> Hit | None:
        """Return the hit of a row, None where there is none."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def tick(self, index: Index) -> None:
        """Tick a row, or take its tick away."""
        if (hit := self.hit(index.row())) is not None:
            self._ticks.symmetric_difference_update({hit.id})
            self.dataChanged.emit(index, index)
            self.ticked.emit()

    def tick_all(self, *, on: bool) -> None:
        """Tick every row shown, or none."""
        self._ticks = {hit.id for hit in self._hits} if on else set()
        if self._hits:
            self.dataChanged.emit(self.index(0), self.index(len(self._hits) - 1))
        self.ticked.emit()

    @property
    def chosen(self) -> tuple[Hit, ...]:
        """The hits ticked, in order."""
        return tuple(hit for hit in self._hits if hit.id in self._ticks)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._hits)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        hit = self.hit(index.row()) if index.isValid() else None
        if hit is None:
            return None
        if role == Role.DisplayRole:
            return hit.text
        if role == Role.CheckStateRole:
            return Qt.CheckState.Checked if hit.id in self._ticks else Qt.CheckState.Unchecked
        if role == Role.AccessibleTextRole:
            return self._spoken(hit)
        return hit if role == HIT else None

    def _spoken(self, hit: Hit) -> str:
        names = [self._book.face(theme).name for theme in hit.themes]
        parts = [hit.review, hit.kind.label, hit.year or "", f"page {hit.page}" if hit.page else ""]
        themes = f"themes {', '.join(names)}" if names else "no themes"
        ticked = "ticked" if hit.id in self._ticks else "not ticked"
        said = ", ".join(part for part in (*parts, themes, ticked) if part)
        return f"{said}: {hit.text}"


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


FIELDS = {
    "kind": "Review type",
    "year": "Year",
    "area": "Area",
    "theme": "Theme",
    "role": "Section",
}


def narrowed_query(words: str, chosen: dict[str, frozenset[str]]) -> str:
    """Return a query with the values ticked added as fields of the search language."""
    parts = [words]
    for name in sorted(chosen):
        values = [f"{name}:{quoted(value)}" for value in sorted(chosen[name])]
        if values:
            parts.append(values[0] if len(values) == 1 else f"({' OR '.join(values)})")
    return " ".join(parts)
