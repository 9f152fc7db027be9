"""The sections of a document as a list, with how many suggestions wait in each."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from caseview.counting.wording import several
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
        self._waiting: list[int] = []

    def show(self, sections: Sequence[Section], waiting: Sequence[KeptSuggestion]) -> None:
        """Show sections, each with the suggestions among `waiting` that begin in it."""
        fresh = tuple(sections) != self._sections
        if fresh:
            self.beginResetModel()
        self._sections = tuple(sections)
        starts = [kept.suggestion.start for kept in waiting]
        self._waiting = [
            sum(section.start <= start < self._ends(n) for start in starts)
            for n, section in enumerate(self._sections)
        ]
        if fresh:
            self.endResetModel()
        elif self._sections:
            self.dataChanged.emit(self.index(0), self.index(len(self._sections) - 1))

    def section(self, row: int) -> Section | None:
        """Return a section, None where there is none."""
        return self._sections[row] if 0 <= row < len(self._sections) else None

    def row_at(self, offset: int) -> int | None:
        """Return the row of the innermost section that holds an offset, None before the first."""
        rows = [n for n, section in enumerate(self._sections) if section.start <= offset]
        return rows[-1] if rows else None

    def _ends(self, row: int) -> int:
        following = self._sections[row + 1 : row + 2]
        return following[0].start if following else self._sections[row].end

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
            return f"{section.heading}, {several(waiting, 'suggestion')} to decide"
        return {SECTION: section, WAITING: waiting}.get(role)
