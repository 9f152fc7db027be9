"""Facets: what a list can be narrowed by, with how many each choice would leave."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from caseview.counting.wording import number
from caseview.desktop.tongue import told, tr

FEW = 6
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class FacetRole(IntEnum):
    """What a row of the list tells besides its words."""

    ROW = int(Role.UserRole)
    COUNT = int(Role.UserRole) + 1


class RowKind(IntEnum):
    """The rows of the list: a facet's heading, a choice, the offer to show all choices."""

    HEADING = 0
    CHOICE = 1
    MORE = 2


@dataclass(frozen=True, slots=True)
class Facet:
    """Something to narrow by; `choices` are (value, words, count)."""

    name: str
    words: str
    choices: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list."""

    kind: RowKind
    facet: str
    value: str
    words: str
    count: int = 0


class FacetModel(QAbstractListModel):
    """Headings and choices in one list, ticked by Space or click; `narrowed` tells of each tick."""

    narrowed = Signal()

    def __init__(self, closed: Iterable[str] = ()) -> None:
        super().__init__()
        self._facets: tuple[Facet, ...] = ()
        self._rows: list[Row] = []
        self._chosen: dict[str, set[str]] = {}
        self._closed = set(closed)
        self._whole: set[str] = set()

    @property
    def chosen(self) -> Mapping[str, frozenset[str]]:
        """The values ticked, by facet; a facet with none is not there."""
        return {name: frozenset(values) for name, values in self._chosen.items() if values}

    def show(self, facets: tuple[Facet, ...]) -> None:
        """Show facets with their counts; what is ticked stays ticked."""
        self._facets = tuple(_told(facet) for facet in facets)
        rows = [row for facet in self._facets for row in self._rows_of(facet)]
        same = [(r.kind, r.facet, r.value) for r in rows]
        if same == [(r.kind, r.facet, r.value) for r in self._rows]:
            self._rows = rows  # only counts changed: the focus stays where it is
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def choose(self, chosen: Mapping[str, frozenset[str]]) -> None:
        """Tick these values and no others."""
        self._chosen = {name: set(values) for name, values in chosen.items()}
        self.show(self._facets)
        self.narrowed.emit()

    def act(self, index: Index) -> None:
        """Tick or untick a choice, open or close a heading, show all of a facet."""
        if not index.isValid():
            return
        row = self._rows[index.row()]
        if row.kind is RowKind.CHOICE:
            self._chosen.setdefault(row.facet, set()).symmetric_difference_update({row.value})
            self.dataChanged.emit(index, index)
            self.narrowed.emit()
            return
        self._turn(row)

    def open(self, index: Index, *, shown: bool) -> None:
        """Open the heading of a row, or close it; nothing where it is so already."""
        if not index.isValid():
            return
        row = self._rows[index.row()]
        if row.kind is RowKind.HEADING and self.is_closed(row.facet) is shown:
            self._turn(row)

    def _turn(self, row: Row) -> None:
        (self._closed if row.kind is RowKind.HEADING else self._whole).symmetric_difference_update({
            row.facet
        })
        self.show(self._facets)

    def is_closed(self, facet: str) -> bool:
        """Return whether only a facet's heading shows."""
        return facet in self._closed

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        answers = {
            Role.DisplayRole: row.words,
            FacetRole.ROW: row,
            FacetRole.COUNT: row.count,
            Role.CheckStateRole: self._tick(row),
            Role.AccessibleTextRole: self._spoken(row),
        }
        return answers.get(role)  # type: ignore[call-overload]  # roles come as plain numbers

    def _tick(self, row: Row) -> Qt.CheckState | None:
        if row.kind is not RowKind.CHOICE:
            return None
        ticked = row.value in self._chosen.get(row.facet, ())
        return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked

    def _spoken(self, row: Row) -> str:
        if row.kind is RowKind.HEADING:
            ticked = tr(", {0} ticked", number(row.count)) if row.count else ""
            return (
                f"{row.words}, {tr('closed') if row.facet in self._closed else tr('open')}{ticked}"
            )
        if row.kind is RowKind.MORE:
            return row.words
        ticked = tr("ticked") if self._tick(row) is Qt.CheckState.Checked else tr("not ticked")
        return f"{row.words}, {number(row.count)}, {ticked}"

    def _rows_of(self, facet: Facet) -> list[Row]:
        chosen = self._chosen.get(facet.name, set())
        if facet.name in self._closed:
            return [Row(RowKind.HEADING, facet.name, "", facet.words, len(chosen))]
        heading = Row(RowKind.HEADING, facet.name, "", facet.words)
        whole = facet.name in self._whole
        shown = [
            choice
            for n, choice in enumerate(facet.choices)
            if whole or n < FEW or choice[0] in chosen
        ]
        rows = [heading, *(Row(RowKind.CHOICE, facet.name, *choice) for choice in shown)]
        if len(facet.choices) > FEW:
            words = tr("Show fewer") if whole else tr("Show all {0}", len(facet.choices))
            rows.append(Row(RowKind.MORE, facet.name, "", words))
        return rows


def _told(facet: Facet) -> Facet:
    choices = tuple((value, told(words), count) for value, words, count in facet.choices)
    return Facet(facet.name, told(facet.words), choices)
