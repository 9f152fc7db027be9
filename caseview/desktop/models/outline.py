"""The sections of a document as a list, with how many suggestions wait in each."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from caseview.desktop.tongue import several, tr
from caseview.domain.section import Section
from caseview.domain.suggestion import KeptSuggestion

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
SECTION = int(Role.UserRole)
WAITING = int(Role.UserRole) + 1


class OutlineModel(QAbstractListModel):
    """Sections in reading order."""

    def __init__(self) -> None:
        super().__init__()
        self._sections: tuple[Section, ...] = ()
        self._starts: list[int] = []
        self._waiting: list[int] = []

    def show(self, sections: Sequence[Section], waiting: Sequence[KeptSuggestion]) -> None:
        """Show sections, each with the suggestions among `waiting` that begin in it."""
        starts = sorted(kept.suggestion.start for kept in waiting)
        if tuple(sections) != self._sections:
            self.beginResetModel()
            self._sections = tuple(sections)
            self._starts = [section.start for section in self._sections]
            self._waiting = self._counted(starts)
            self.endResetModel()
            return
        before, self._waiting = self._waiting, self._counted(starts)
        for row, (was, now) in enumerate(zip(before, self._waiting, strict=True)):
            if was != now:  # a decision changes one row: the others need not be painted
                self.dataChanged.emit(self.index(row), self.index(row))

    def section(self, row: int) -> Section | None:
        """Return a section, None where there is none."""
        return self._sections[row] if 0 <= row < len(self._sections) else None

    def row_at(self, offset: int) -> int | None:
        """Return the row of the innermost section that holds an offset, None before the first."""
        row = bisect_right(self._starts, offset) - 1
        return row if row >= 0 else None

    def _counted(self, starts: Sequence[int]) -> list[int]:
        """Return how many of `starts`, in order, are in each section before the next begins."""
        ends = [*self._starts[1:], *(section.end for section in self._sections[-1:])]
        return [
            max(0, bisect_left(starts, end) - bisect_left(starts, start))
            for start, end in zip(self._starts, ends, strict=True)
        ]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._sections)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        section = self.section(index.row()) if index.isValid() else None
        if section is None:
            return None
        waiting = self._waiting[index.row()]
        if role in {Role.DisplayRole, Role.ToolTipRole}:
            return section.heading
        if role == Role.AccessibleTextRole:
            return tr("{0}, {1} to decide", section.heading, several(waiting, "suggestion"))
        return {SECTION: section, WAITING: waiting}.get(role)
