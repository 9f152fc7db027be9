"""Cards: rows of words with a title, a mark and a place, as several lists show them."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from caseview.desktop.tongue import told, tr

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
CARD = int(Role.UserRole)


@dataclass(frozen=True, slots=True)
class Card:
    """One row: `title` with `right` at its right, `words` below in the reading face, `foot`.

    `mark` is a sign with `said`, what it means; `tone` is their colour. A `heading` parts the
    rows; what `ticks` has a box. `key` tells rows apart when they are shown anew. The words are a
    quote unless they are not `quoted`.
    """

    key: Hashable
    title: str
    right: str = ""
    words: str = ""
    foot: str = ""
    mark: str = ""
    said: str = ""
    tone: str = "text2"
    heading: bool = False
    ticks: bool = False
    quoted: bool = True

    @property
    def spoken(self) -> str:
        """The row for the ear."""
        return ", ".join(part for part in (self.said, self.title, self.right) if part) + (
            f": {self.words}" if self.words else ""
        )


class CardModel(QAbstractListModel):
    """Cards in order; some may be ticked. `ticked()` tells of a change."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._cards: tuple[Card, ...] = ()
        self._ticks: set[Hashable] = set()

    def show(self, cards: Sequence[Card]) -> None:
        """Show these cards; what was ticked and is still there stays ticked."""
        self.beginResetModel()
        self._cards = tuple(_told(card) for card in cards)
        self._ticks &= {card.key for card in cards if card.ticks}
        self.endResetModel()
        self.ticked.emit()

    def card(self, row: int) -> Card | None:
        """Return the card of a row, None where there is none or it is a heading."""
        card = self._cards[row] if 0 <= row < len(self._cards) else None
        return None if card is None or card.heading else card

    def row_of(self, key: Hashable) -> int:
        """Return the row of a card by its key, -1 where it is not shown."""
        return next((n for n, card in enumerate(self._cards) if card.key == key), -1)

    def first(self, start: int = 0) -> int:
        """Return the first row from `start` on that is no heading, -1 where there is none."""
        rows = range(max(0, start), len(self._cards))
        return next((n for n in rows if not self._cards[n].heading), -1)

    @property
    def chosen(self) -> tuple[Hashable, ...]:
        """The keys of the cards ticked, in order."""
        return tuple(card.key for card in self._cards if card.key in self._ticks)

    def tick_all(self) -> None:
        """Tick every card that has a box."""
        self._ticks = {card.key for card in self._cards if card.ticks}
        if self._cards:
            self.dataChanged.emit(self.index(0), self.index(len(self._cards) - 1))
        self.ticked.emit()

    def is_ticked(self, row: int) -> bool:
        """Return whether the card of a row is ticked."""
        card = self.card(row)
        return card is not None and card.key in self._ticks

    def tick(self, index: Index) -> None:
        """Tick a card, or take its tick away."""
        card = self.card(index.row())
        if card is not None and card.ticks:
            self._ticks.symmetric_difference_update({card.key})
            self.dataChanged.emit(index, index)
            self.ticked.emit()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._cards)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.card(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags  # so that the arrow keys pass over headings
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == CARD:
            return card
        if role == Role.DisplayRole:
            return card.title
        ticked = card.key in self._ticks
        if role == Role.CheckStateRole and card.ticks:
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Role.AccessibleTextRole:
            box = (tr(", ticked") if ticked else tr(", not ticked")) if card.ticks else ""
            return f"{card.spoken}{box}"
        return None


def _told(card: Card) -> Card:
    """Return a card in the language in use; words of the casebook stay as they are."""
    return replace(
        card,
        title=told(card.title),
        right=told(card.right),
        words=told(card.words),
        foot=told(card.foot),
        said=told(card.said),
    )
