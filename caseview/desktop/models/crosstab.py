"""A cross-tab as a table model: group rows, heat, totals, and every cell spoken."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from caseview.counting.wording import base_words, number, percent, spoken, units
from caseview.desktop.models.themebook import Face, ThemeBook
from caseview.domain.crosstab import Axis, Cell, CellAddress, CrossTab

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
CELL = int(Role.UserRole)
LINE = int(Role.UserRole) + 1
ALL = "All"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: a group's heading (`row` None) or row `row` of the cross-tab."""

    row: int | None
    words: str
    face: Face | None = None


class CrossTabModel(QAbstractTableModel):
    """Column 0 holds the rows' names, the last column their totals."""

    def __init__(self, book: ThemeBook) -> None:
        super().__init__()
        self._book = book
        self._table: CrossTab | None = None
        self._lines: list[Line] = []

    @property
    def table(self) -> CrossTab | None:
        """The cross-tab shown."""
        return self._table

    def show(self, table: CrossTab) -> None:
        """Show a cross-tab; the same shape keeps selection and scroll where they are."""
        lines = self._made(table)
        before = self._table
        same = before is not None and (before.rows, len(before.columns)) == (
            table.rows,
            len(table.columns),
        )
        if same:
            self._table, self._lines = table, lines
            last = self.index(len(lines) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            return
        self.beginResetModel()
        self._table, self._lines = table, lines
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """Return a line, None where there is none."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def address(self, index: Index) -> CellAddress | None:
        """Return the address of a cell or total; None for names and group headings."""
        line = self.line(index.row()) if index.isValid() else None
        if self._table is None or line is None or line.row is None or index.column() == 0:
            return None
        column = index.column() - 1
        whole = column == len(self._table.columns)
        return CellAddress(
            self._table.rows[line.row].id, None if whole else self._table.columns[column].id
        )

    def index_of(self, address: CellAddress) -> QModelIndex:
        """Return where an address stands; an invalid index when it is not shown."""
        if self._table is None:
            return QModelIndex()
        columns = [axis.id for axis in self._table.columns]
        for n, line in enumerate(self._lines):
            if line.row is not None and self._table.rows[line.row].id == address.row:
                known = address.column in columns
                column = columns.index(address.column or "") if known else len(columns)
                return self.index(n, column + 1)
        return QModelIndex()

    def cell(self, index: Index) -> Cell | None:
        """Return the cell or total at an index, None elsewhere."""
        line = self.line(index.row()) if index.isValid() else None
        if self._table is None or line is None or line.row is None or index.column() == 0:
            return None
        column = index.column() - 1
        if column == len(self._table.columns):
            return self._table.totals[line.row]
        return self._table.cells[line.row][column]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if self._table is None else len(self._table.columns) + 2

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.cell(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        if self._table is None or orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            left = Qt.AlignmentFlag.AlignLeft if section == 0 else Qt.AlignmentFlag.AlignHCenter
            return left | Qt.AlignmentFlag.AlignVCenter
        return self._heading(section) if role == Role.DisplayRole else None

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        cell = self.cell(index)
        if role == Role.DisplayRole:
            return line.words if cell is None else f"{number(cell.n)} {percent(cell)}".strip()
        if role == Role.AccessibleTextRole:
            return self._spoken(index, line, cell)
        return {CELL: cell, LINE: line}.get(role)

    def _heading(self, section: int) -> str:
        table = self._table
        if table is None or section == 0:
            return "Theme" if table is not None and table.spec.rows == "themes" else ""
        if section == len(table.columns) + 1:
            return f"{ALL}\n{units(table.base, table.spec.unit)}"
        axis = table.columns[section - 1]
        return f"{axis.label}\n{base_words(axis, table.spec.unit)}"

    def _spoken(self, index: Index, line: Line, cell: Cell | None) -> str:
        if cell is None or self._table is None or line.row is None:
            return line.words
        if index.column() - 1 < len(self._table.columns):
            return spoken(self._table, line.row, index.column() - 1)
        base = units(self._table.base, self._table.spec.unit)
        share = f", {percent(cell)}" if percent(cell) else ""
        return f"{line.words}, all, {number(cell.n)} of {base}{share}"

    def _made(self, table: CrossTab) -> list[Line]:
        lines: list[Line] = []
        group = ""
        for n, axis in enumerate(table.rows):
            if axis.group and axis.group != group:
                group = axis.group
                face = self._book.group(group)
                lines.append(Line(None, face.name, face))
            lines.append(Line(n, axis.label, self._own_face(axis, table)))
        return lines

    def _own_face(self, axis: Axis, table: CrossTab) -> Face | None:
        return self._book.group(axis.id) if table.spec.rows == "groups" else None
