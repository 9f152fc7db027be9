"""The tags of a document as a list."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import told, tr
from caseview.domain.tag import Tag

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
TAG = int(Role.UserRole)


class TagModel(QAbstractListModel):
    """Tags in reading order."""

    def __init__(self, book: ThemeBook) -> None:
        super().__init__()
        self._book = book
        self._tags: tuple[Tag, ...] = ()

    @property
    def all(self) -> tuple[Tag, ...]:
        """Every tag."""
        return self._tags

    def show(self, tags: Sequence[Tag]) -> None:
        """Show these tags; while they are the same ones, the one gone to stays gone to."""
        same = [tag.id for tag in tags] == [tag.id for tag in self._tags]
        if not same:
            self.beginResetModel()
        self._tags = tuple(tags)
        if not same:
            self.endResetModel()
        elif self._tags:
            self.dataChanged.emit(self.index(0), self.index(len(self._tags) - 1))

    def tag(self, row: int) -> Tag | None:
        """Return the tag of a row, None where there is none."""
        return self._tags[row] if 0 <= row < len(self._tags) else None

    def row_of(self, tag_id: int) -> int | None:
        """Return the row of a tag, None when it is not here."""
        return next((n for n, tag in enumerate(self._tags) if tag.id == tag_id), None)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._tags)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        tag = self.tag(index.row()) if index.isValid() else None
        if tag is None:
            return None
        name = self._book.face(tag.theme).name
        if role == Role.DisplayRole:
            return name
        if role == Role.AccessibleTextRole:
            key = tr(", key quote") if tag.is_key else ""
            return tr(
                "{0}, reads as {1}, by {2}{3}: {4}",
                name,
                told(tag.reads_as.label),
                tag.coder,
                key,
                told(tag.words),
            )
        return tag if role == TAG else None
