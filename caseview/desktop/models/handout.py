"""A table of figures as a table model: each cell printed as everywhere, spoken, and sorted."""

from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from caseview.desktop.tongue import told, tr
from caseview.domain.handout import Behind, Figure, FigureTable, Mark, Picture, Printed

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
FIGURE = int(Role.UserRole)
SHORT = 10
NOTHING = FigureTable("", (), ())


class HandoutModel(QAbstractTableModel):
    """Shows the rows of a FigureTable; a head sorts them, most first."""

    def __init__(self) -> None:
        super().__init__()
        self.table = NOTHING
        self._rows: list[tuple[Figure, ...]] = []

    def show(self, table: FigureTable) -> None:
        """Show another table, in its own order."""
        table = table_told(table)
        self.beginResetModel()
        self.table, self._rows = table, list(table.rows)
        self.endResetModel()

    def figure(self, index: Index) -> Figure | None:
        """Return the figure at an index, None where there is none."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        return self._rows[index.row()][index.column()]

    def behind(self, index: Index) -> Behind | None:
        """Return what a figure opens, or what the first figure of its row that opens does."""
        found = self.figure(index)
        if found is None or found.behind is not None:
            return found.behind if found is not None else None
        row = self._rows[index.row()]
        return next((one.behind for one in row if one.behind is not None), None)

    def names(self, row: int) -> str:
        """Return what a row is of, in words: the words at its beginning."""
        words = []
        for column, figure in zip(self.table.columns, self._rows[row], strict=True):
            if column.printed is not Printed.WORDS:
                break
            words.append(figure.words)
        return tr(" and ").join(words)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        falling = order is Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        self._rows.sort(key=lambda row: _key(row[column]), reverse=falling)
        self.layoutChanged.emit()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.table.columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or section >= len(self.table.columns):
            return None
        column = self.table.columns[section]
        words = column.printed is Printed.WORDS
        across = Qt.AlignmentFlag.AlignLeft if words else Qt.AlignmentFlag.AlignRight
        return {
            Role.DisplayRole: _two_lines(column.head),
            Role.ToolTipRole: column.about or column.head,
            Role.TextAlignmentRole: across | Qt.AlignmentFlag.AlignVCenter,
        }.get(Role(role))

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        figure = self.figure(index)
        if figure is None:
            return None
        if role == Role.DisplayRole:
            return figure.words
        if role in {Role.AccessibleTextRole, Role.ToolTipRole}:
            if index.column() == 0:
                return figure.words
            head = self.table.columns[index.column()].head
            return f"{self.names(index.row())}, {head}: {figure.words or tr('nothing')}"
        return figure if role == FIGURE else None


def table_told(table: FigureTable) -> FigureTable:
    """Return a table in the language in use."""
    columns = tuple(
        replace(column, head=told(column.head), about=told(column.about))
        for column in table.columns
    )
    rows = tuple(tuple(replace(one, words=told(one.words)) for one in row) for row in table.rows)
    notes = tuple(told(note) for note in table.notes)
    return replace(table, title=told(table.title), columns=columns, rows=rows, notes=notes)


def picture_told(picture: Picture) -> Picture:
    """Return a picture in the language in use."""
    return replace(
        picture,
        title=told(picture.title),
        rows=tuple(told(name) for name in picture.rows),
        columns=tuple(told(name) for name in picture.columns),
        marks=tuple(tuple(_mark_told(mark) for mark in row) for row in picture.marks),
        note=told(picture.note),
        legend=tuple(told(words) for words in picture.legend),
    )


def _mark_told(mark: Mark | None) -> Mark | None:
    if mark is None:
        return None
    return replace(mark, words=told(mark.words), spoken=told(mark.spoken), more=told(mark.more))


def _two_lines(head: str) -> str:
    """Return a long head on two lines of about the same length."""
    if len(head) <= SHORT:
        return head
    spaces = [at for at, sign in enumerate(head) if sign == " "]
    if not spaces:
        return head
    at = min(spaces, key=lambda place: abs(place - len(head) // 2))
    return f"{head[:at]}\n{head[at + 1 :]}"


def _key(figure: Figure) -> tuple[int, float, str]:
    """Order numbers by size, then words by letter; what has nothing comes first."""
    if isinstance(figure.value, int | float):
        return 1, float(figure.value), ""
    return (2 if figure.words else 0), 0.0, figure.words.casefold()
