"""The quotes a summary could have, with ticks for those that go in."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from caseview.desktop.models.evidence import EVIDENCE
from caseview.desktop.tongue import told, tr
from caseview.domain.evidence import Evidence
from caseview.domain.summary import QuotePlace, Summary, ThemeSection, place_of

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
AT_FIRST = 3
Key = tuple[bool, int]


class SummaryQuotes(QAbstractListModel):
    """Every quote composed, ticked at first where it is a key quote or among the first three."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._items: list[Evidence] = []
        self._ticks: set[Key] = set()
        self._known: set[Key] = set()
        self._restoring = False

    def show(self, summary: Summary) -> None:
        """Show the quotes of a summary; what was ticked or not before stays so."""
        self.beginResetModel()
        self._items = []
        for section in summary.sections:
            for quotes in _readings(section):
                keys = {_key(q) for n, q in enumerate(quotes) if q.is_key or n < AT_FIRST}
                if not self._restoring:
                    self._ticks |= keys - self._known
                self._known |= {_key(q) for q in quotes}
                self._items.extend(quotes)
        self._restoring = False
        self._items.sort(key=lambda item: not item.is_key)
        self.endResetModel()
        self.ticked.emit()

    def tick(self, index: Index) -> None:
        """Tick a quote, or take its tick away."""
        if index.isValid():
            self._ticks.symmetric_difference_update({_key(self._items[index.row()])})
            self.dataChanged.emit(index, index)
            self.ticked.emit()

    @property
    def counts(self) -> tuple[int, int]:
        """How many are ticked, and how many there are."""
        return sum(_key(item) in self._ticks for item in self._items), len(self._items)

    @property
    def starred(self) -> bool:
        """Whether any of them is a key quote."""
        return any(item.is_key for item in self._items)

    @property
    def ticks(self) -> frozenset[Key]:
        """The quotes ticked."""
        return frozenset(self._ticks)

    def restore(self, ticks: frozenset[Key]) -> None:
        """Tick these in what is shown next, and nothing else of it."""
        self._ticks, self._restoring = set(ticks), True

    def leave_out(self, places: frozenset[QuotePlace]) -> None:
        """Take the ticks of the quotes that stand there away."""
        self._ticks -= {_key(item) for item in self._items if place_of(item.quote) in places}
        self.layoutChanged.emit()
        self.ticked.emit()

    def item(self, row: int) -> Evidence | None:
        """Return the quote of a row, None where there is none."""
        return self._items[row] if 0 <= row < len(self._items) else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._items)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        item = self.item(index.row()) if index.isValid() else None
        if item is None:
            return None
        ticked = _key(item) in self._ticks
        if role == Role.DisplayRole:
            return told(item.quote.words)
        if role == Role.CheckStateRole:
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Role.AccessibleTextRole:
            state = tr("ticked") if ticked else tr("not ticked")
            reads, place = told(item.reads_as.label), item.quote.place.reference
            return f"{state}, {reads}: {item.quote.words}. {place}"
        return item if role == EVIDENCE else None


def _key(item: Evidence) -> Key:
    return item.suggested, item.id


def _readings(section: ThemeSection) -> tuple[tuple[Evidence, ...], ...]:
    return section.gaps, section.good_practice, section.recommended, section.improved
