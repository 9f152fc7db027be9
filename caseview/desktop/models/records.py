"""A plain table of records: heads, rows of words and numbers, spoken cell by cell."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from caseview.counting.wording import number
from caseview.desktop.tongue import told

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Cell = str | int
NONE = "\N{EN DASH}"


class RecordModel(QAbstractTableModel):
    """Rows with an id each; numbers stand at the right."""

    def __init__(self, heads: Sequence[str]) -> None:
        super().__init__()
        self.heads = tuple(told(head) for head in heads)
        self._ids: list[object] = []
        self._rows: list[tuple[Cell, ...]] = []

    def show(self, rows: Sequence[tuple[object, tuple[Cell, ...]]]) -> None:
        """Show these rows, each an id and its cells."""
        self.beginResetModel()
        self._ids = [number for number, _ in rows]
        self._rows = [cells for _, cells in rows]
        self.endResetModel()

    def id_at(self, row: int) -> object:
        """Return the id of a row, None where there is no such row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, wanted: object) -> int:
        """Return the row with this id, 0 where there is none."""
        return self._ids.index(wanted) if wanted in self._ids else 0

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.heads)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            return self.heads[section]
        return self._side(section) if role == Role.TextAlignmentRole else None

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        words = (number(cell) if isinstance(cell, int) else told(cell)) or NONE
        if role in {Role.DisplayRole, Role.ToolTipRole}:
            return words
        if role == Role.AccessibleTextRole:
            return f"{self.heads[index.column()]}: {words}"
        return self._side(index.column()) if role == Role.TextAlignmentRole else None

    def _side(self, column: int) -> int:
        counts = any(isinstance(cells[column], int) for cells in self._rows)
        side = Qt.AlignmentFlag.AlignRight if counts else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)
