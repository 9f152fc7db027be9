"""The quotes a summary could have, with ticks for those that go in."""

from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from caseview.desktop.models.evidence import EVIDENCE
from caseview.domain.evidence import Evidence
from caseview.domain.summary import Part, Summary, ThemeSection

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

    def show(self, summary: Summary) -> None:
        """Show the quotes of a summary; what was ticked or not before stays so."""
        self.beginResetModel()
        self._items = []
        for section in summary.sections:
            for quotes in _readings(section):
                keys = {_key(q) for n, q in enumerate(quotes) if q.is_key or n < AT_FIRST}
                self._ticks |= keys - self._known
                self._known |= {_key(q) for q in quotes}
                self._items.extend(quotes)
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

    def picked(self, summary: Summary, left_out: frozenset[Part] = frozenset()) -> Summary:
        """Return the summary with only the quotes ticked, and none of the parts left out."""
        sections = tuple(self._narrowed(section, left_out) for section in summary.sections)
        return replace(summary, sections=sections, left_out=left_out)

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
            return item.quote.text
        if role == Role.CheckStateRole:
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Role.AccessibleTextRole:
            state = "ticked" if ticked else "not ticked"
            return (
                f"{state}, {item.reads_as.label}: {item.quote.text}. {item.quote.place.reference}"
            )
        return item if role == EVIDENCE else None

    def _narrowed(self, section: ThemeSection, left_out: frozenset[Part]) -> ThemeSection:
        def kept(quotes: tuple[Evidence, ...], part: Part | None = None) -> tuple[Evidence, ...]:
            return tuple(q for q in quotes if _key(q) in self._ticks and part not in left_out)

        return replace(
            section,
            gaps=kept(section.gaps),
            good_practice=kept(section.good_practice, Part.GOOD_PRACTICE),
            recommended=kept(section.recommended, Part.RECOMMENDED),
            improved=kept(section.improved, Part.IMPROVED),
        )


def _key(item: Evidence) -> Key:
    return item.suggested, item.id


def _readings(section: ThemeSection) -> tuple[tuple[Evidence, ...], ...]:
    return section.gaps, section.good_practice, section.recommended, section.improved
