"""The passages behind a number, as a list that can be narrowed by how they read."""

from collections import Counter

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from caseview.desktop.tongue import told, tr
from caseview.domain.evidence import Evidence, EvidenceSet
from caseview.domain.reads_as import ReadsAs

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
EVIDENCE = int(Role.UserRole)
EVERY = "all"


class EvidenceModel(QAbstractListModel):
    """Quotes in the order of the evidence, key quotes first."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[Evidence, ...] = ()
        self._shown: tuple[Evidence, ...] = ()

    def show(self, found: EvidenceSet) -> None:
        """Show every passage of the evidence."""
        self._all = tuple(sorted(found.items, key=lambda item: not item.is_key))
        self.narrow(EVERY)

    def clear(self) -> None:
        """Show nothing."""
        self.show(EvidenceSet((), 0))

    def narrow(self, reads_as: str) -> None:
        """Show only what reads so, or all for "all"."""
        self.beginResetModel()
        self._shown = tuple(i for i in self._all if reads_as in {EVERY, i.reads_as.value})
        self.endResetModel()

    @property
    def counts(self) -> dict[str, int]:
        """How many passages there are in all ("all") and by how they read."""
        by = Counter(item.reads_as.value for item in self._all)
        return {EVERY: len(self._all), **{value.value: by[value.value] for value in ReadsAs}}

    @property
    def keys(self) -> int:
        """How many are key quotes."""
        return sum(item.is_key for item in self._all)

    def item(self, row: int) -> Evidence | None:
        """Return the passage of a row, None where there is none."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        item = self.item(index.row()) if index.isValid() else None
        if item is None:
            return None
        if role == Role.DisplayRole:
            return told(item.quote.words)
        if role == Role.AccessibleTextRole:
            state = "suggested" if item.suggested else tr("tagged by {0}", item.coder)
            key = tr(", key quote") if item.is_key else ""
            place = item.quote.place.reference
            return f"{told(item.reads_as.label)}, {state}{key}: {item.quote.words}. {place}"
        return item if role == EVIDENCE else None


def with_reference(item: Evidence) -> str:
    """Return the words with where they stand, to paste elsewhere."""
    return f"{item.quote.said} ({item.quote.place.reference})"
