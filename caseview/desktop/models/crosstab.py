"""A cross-tab as a table model: group rows, heat, totals, and every cell spoken."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from caseview.counting import association
from caseview.counting.association import Association
from caseview.counting.association_wording import mark, mark_words
from caseview.counting.sharing import shared
from caseview.counting.wording import (
    axis_title,
    base_words,
    counted,
    number,
    percent,
    spoken,
    units,
)
from caseview.desktop.models.themebook import Face, ThemeBook
from caseview.desktop.tongue import told, tr
from caseview.domain.crosstab import Axis, Cell, CellAddress, CrossTab, Share
from caseview.domain.english import English

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
CELL = int(Role.UserRole)
LINE = int(Role.UserRole) + 1
MARK = int(Role.UserRole) + 2
ALL = English("All")
TOTALS = -1
_ANY = {"themes": English("Any theme"), "groups": English("Any group")}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: a group's heading (`row` None), row `row` of the cross-tab, TOTALS."""

    row: int | None
    words: str
    face: Face | None = None


class CrossTabModel(QAbstractTableModel):
    """Column 0 holds the rows' names, the last column their totals; percentages are of `share`."""

    def __init__(self, book: ThemeBook) -> None:
        super().__init__()
        self._book = book
        self._table: CrossTab | None = None
        self.seen: CrossTab | None = None
        """The cross-tab with its percentages of what was asked."""
        self.tests: tuple[Association, ...] = ()
        self._lines: list[Line] = []
        self.share = Share.COLUMN
        self._only_found = False

    def show_share(self, share: Share) -> None:
        """Show percentages of something else; the counts stay."""
        self.share = share
        if self._table is not None:
            self.seen = shared(self._table, share)
        self._changed()

    def leave_out_empty(self, *, on: bool) -> None:
        """Leave rows without a number out, or show them again."""
        self._only_found = on
        if self._table is not None:
            self.show(self._table)

    @property
    def hidden(self) -> int:
        """How many rows are left out."""
        shown = sum(line.row is not None and line.row >= 0 for line in self._lines)
        return len(self._table.rows) - shown if self._table is not None else 0

    @property
    def table(self) -> CrossTab | None:
        """The cross-tab shown, its percentages of the columns' bases."""
        return self._table

    def show(self, table: CrossTab) -> None:
        """Show a cross-tab; the same shape keeps selection and scroll where they are."""
        lines = self._made(table)
        self.seen, self.tests = shared(table, self.share), association.tested(table)
        before = self._table
        if before is not None and (self._lines, len(before.columns)) == (lines, len(table.columns)):
            self._table, self._lines = table, lines
            self._changed()
            return
        self.beginResetModel()
        self._table, self._lines = table, lines
        self.endResetModel()

    def _changed(self) -> None:
        if self._table is not None:
            last = self.index(len(self._lines) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

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
            None if line.row == TOTALS else self._table.rows[line.row].id,
            None if whole else self._table.columns[column].id,
        )

    def index_of(self, address: CellAddress) -> QModelIndex:
        """Return where an address stands; an invalid index when it is not shown."""
        if self._table is None:
            return QModelIndex()
        columns = [axis.id for axis in self._table.columns]
        known = address.column in columns
        column = columns.index(address.column or "") if known else len(columns)
        for n, line in enumerate(self._lines):
            if line.row is not None and self._row_id(line.row) == address.row:
                return self.index(n, column + 1)
        return QModelIndex()

    def _row_id(self, row: int) -> str | None:
        return self._table.rows[row].id if self._table is not None and row != TOTALS else None

    def cell(self, index: Index) -> Cell | None:
        """Return the cell or total at an index, its percentage as asked for; None elsewhere."""
        line = self.line(index.row()) if index.isValid() else None
        table = self.seen
        if table is None or line is None or line.row is None or index.column() == 0:
            return None
        column = index.column() - 1
        last = column == len(table.columns)
        if line.row == TOTALS:
            whole, cells = table.total, table.column_totals
        else:
            whole, cells = table.totals[line.row], table.cells[line.row]
        return whole if last else cells[column]

    def _mark(self, index: Index) -> str:
        line, column = self.line(index.row()), index.column() - 1
        if line is None or line.row is None or line.row == TOTALS or not self.tests:
            return ""
        found = self.tests[line.row]
        return mark(found, column) if 0 <= column < len(found.residuals) else ""

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
            return line.words if cell is None else f"{counted(cell)} {percent(cell)}".strip()
        if role == Role.AccessibleTextRole:
            stands_out = mark_words(self._mark(index))
            return ", ".join(filter(None, (self._spoken(index, line, cell), stands_out)))
        if role == Role.ToolTipRole:
            return line.words if index.column() == 0 else None
        return {CELL: cell, LINE: line, MARK: self._mark(index)}.get(role)

    def _heading(self, section: int) -> str:
        table = self._table
        if table is None or section == 0:
            return "" if table is None else told(axis_title(table.spec.rows).capitalize())
        if section == len(table.columns) + 1:
            axis = Axis("", tr(ALL), table.base, hidden=table.base_hidden)
        else:
            axis = table.columns[section - 1]
        return f"{told(axis.label)}\n{told(base_words(axis, table.spec.unit))}"

    def _spoken(self, index: Index, line: Line, cell: Cell | None) -> str:
        table = self._table
        if cell is None or table is None or line.row is None:
            return line.words
        whole = index.column() - 1 == len(table.columns)
        share = percent(cell).replace("%", tr(" per cent"))
        if self.share is not Share.COLUMN:
            where = tr("all") if whole else told(table.columns[index.column() - 1].label)
            noun = (
                tr("the row") if self.share is Share.ROW else tr("all {0}", table.spec.unit.words)
            )
            of = tr(", {0} of {1}", share, noun) if share else ""
            return f"{line.words}, {where}, {told(units(cell.n, table.spec.unit))}{of}"
        if not whole and line.row != TOTALS:
            return told(spoken(table, line.row, index.column() - 1))
        axis = None if whole else table.columns[index.column() - 1]
        base = units(axis.base if axis else table.base, table.spec.unit)
        of = f", {share}" if share else ""
        return tr(
            "{0}, {1}, {2} of {3}{4}",
            line.words,
            told(axis.label) if axis else tr("all"),
            number(cell.n),
            base,
            of,
        )

    def _made(self, table: CrossTab) -> list[Line]:
        lines: list[Line] = []
        group = ""
        for n, axis in enumerate(table.rows):
            if self._only_found and not (table.totals[n].n or table.totals[n].hidden):
                continue
            if axis.group and axis.group != group:
                group = axis.group
                face = self._book.group(group)
                lines.append(Line(None, face.name, face))
            lines.append(Line(n, told(axis.label), self._own_face(axis, table)))
        if table.column_totals and lines:
            lines.append(Line(TOTALS, told(_ANY.get(table.spec.rows, ALL))))
        return lines

    def _own_face(self, axis: Axis, table: CrossTab) -> Face | None:
        return self._book.group(axis.id) if table.spec.rows == "groups" else None
