"""The suggestions of a document as a queue to decide, with decisions shown before they are kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import told, tr
from caseview.domain.reads_as import ReadsAs
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision, KeptSuggestion

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
KEPT = int(Role.UserRole)
OPEN = (Decision.UNDECIDED, Decision.SKIPPED)  # two compare quicker than a set would hash


@dataclass(frozen=True, slots=True)
class Choice:
    """What a coder chose for a suggestion before accepting it; None is as suggested."""

    reads_as: ReadsAs | None = None
    span: Span | None = None
    is_key: bool = False


AS_SUGGESTED = Choice()


class QueueModel(QAbstractListModel):
    """Suggestions in reading order; `foresee` shows a decision before the casebook has it."""

    def __init__(self, book: ThemeBook) -> None:
        super().__init__()
        self._book = book
        self._kept: list[KeptSuggestion] = []
        self._foreseen: dict[int, Decision] = {}
        self._choices: dict[int, Choice] = {}

    @property
    def all(self) -> tuple[KeptSuggestion, ...]:
        """Every suggestion as it shows now."""
        return tuple(self._kept)

    @property
    def left(self) -> int:
        """How many wait for a decision."""
        return sum(kept.decision in OPEN for kept in self._kept)

    def show(self, suggestions: Sequence[KeptSuggestion]) -> None:
        """Show these suggestions; decisions foreseen stay on them."""
        made = [self._seen(kept) for kept in suggestions]
        same = [kept.id for kept in made] == [kept.id for kept in self._kept]
        if same:
            before, self._kept = self._kept, made
            if changed := [n for n, was in enumerate(before) if was != made[n]]:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self._kept = made
        self.endResetModel()

    def foresee(self, suggestion_id: int, decision: Decision) -> None:
        """Show a decision at once."""
        self._foreseen[suggestion_id] = decision
        self._change(suggestion_id, decision)

    def settled(self, suggestion_id: int) -> None:
        """Say that the casebook has, or will never have, the decision foreseen."""
        self._foreseen.pop(suggestion_id, None)

    def choose(self, suggestion_id: int, choice: Choice) -> None:
        """Choose how a suggestion is to be accepted; other edges show at once."""
        self._choices[suggestion_id] = choice
        row = self.row_of(suggestion_id)
        if row is not None:
            self._kept[row] = self._edged(self._kept[row])
            self.dataChanged.emit(self.index(row), self.index(row))

    def choice_of(self, kept: KeptSuggestion) -> Choice:
        """Return what was chosen for a suggestion."""
        return self._choices.get(kept.id, AS_SUGGESTED)

    def reading_of(self, kept: KeptSuggestion) -> ReadsAs:
        """Return how a suggestion reads: as chosen, else as suggested."""
        return self.choice_of(kept).reads_as or kept.suggestion.reads_as

    def kept(self, row: int) -> KeptSuggestion | None:
        """Return the suggestion of a row, None where there is none."""
        return self._kept[row] if 0 <= row < len(self._kept) else None

    def row_of(self, suggestion_id: int) -> int | None:
        """Return the row of a suggestion, None when it is not here."""
        return next((n for n, kept in enumerate(self._kept) if kept.id == suggestion_id), None)

    def next_open(self, row: int) -> int | None:
        """Return the next row to decide after `row`, going round; None when all are decided.

        Undecided ones come before skipped ones.
        """
        order: list[int] = [*range(row + 1, len(self._kept)), *range(min(row + 1, len(self._kept)))]
        for decision in (Decision.UNDECIDED, Decision.SKIPPED):
            for n in order:
                if self._kept[n].decision is decision:
                    return n
        return None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._kept)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        kept = self.kept(index.row()) if index.isValid() else None
        if kept is None:
            return None
        if role == Role.DisplayRole:
            return self._book.face(kept.suggestion.theme).name
        if role == Role.AccessibleTextRole:
            return self._spoken(index.row(), kept)
        return kept if role == KEPT else None

    def _spoken(self, row: int, kept: KeptSuggestion) -> str:
        name = self._book.face(kept.suggestion.theme).name
        parts = [
            tr("Suggestion {0} of {1}", row + 1, len(self._kept)),
            name,
            tr("reads as {0}", told(self.reading_of(kept).label)),
            kept.decision.value,
        ]
        if kept.passage.page is not None:
            parts.append(tr("page {0}", kept.passage.page))
        return f"{', '.join(parts)}: {kept.suggestion.text}"

    def _seen(self, kept: KeptSuggestion) -> KeptSuggestion:
        if kept.id in self._foreseen:
            kept = replace(kept, decision=self._foreseen[kept.id])
        return self._edged(kept)

    def _edged(self, kept: KeptSuggestion) -> KeptSuggestion:
        """Return a suggestion with the edges chosen for it."""
        span = self.choice_of(kept).span
        if span is None:
            return kept
        words = span.shifted(-kept.passage.start).of(kept.passage.text)
        edged = replace(kept.suggestion, start=span.start, end=span.end, text=words)
        return replace(kept, suggestion=edged)

    def _change(self, suggestion_id: int, decision: Decision) -> None:
        row = self.row_of(suggestion_id)
        if row is not None:
            self._kept[row] = replace(self._kept[row], decision=decision)
            self.dataChanged.emit(self.index(row), self.index(row))
