"""What became of each file of an import, as rows."""

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from caseview.desktop.tongue import several, told, tr
from caseview.domain.english import English
from caseview.domain.outcome import ImportOutcome, OutcomeKind

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
OUTCOME = int(Role.UserRole)
WORDS = {
    OutcomeKind.IMPORTED: English("Imported"),
    OutcomeKind.ALREADY_HERE: English("Already here"),
    OutcomeKind.NEW_VERSION: English("New version"),
    OutcomeKind.NO_TEXT: English("No text"),
    OutcomeKind.REFUSED: English("Not imported"),
}
ICONS = {
    OutcomeKind.IMPORTED: ("circle-check", "ok"),
    OutcomeKind.ALREADY_HERE: ("copy", "text2"),
    OutcomeKind.NEW_VERSION: ("git-compare", "accent"),
    OutcomeKind.NO_TEXT: ("scan-text", "warning"),
    OutcomeKind.REFUSED: ("circle-x", "problem"),
}
NEEDS_YOU = frozenset({OutcomeKind.NEW_VERSION, OutcomeKind.NO_TEXT, OutcomeKind.REFUSED})
COLUMNS = 3


class OutcomeModel(QAbstractTableModel):
    """Outcomes in the order they came; `only_needs_you` leaves the plain ones out."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[ImportOutcome] = []
        self._shown: list[ImportOutcome] = []
        self._counts: Counter[OutcomeKind] = Counter()
        self._needs_you = False

    @property
    def counts(self) -> Counter[OutcomeKind]:
        """How many files came to each end."""
        return self._counts.copy()

    @property
    def needing_you(self) -> int:
        """How many files want a look."""
        return sum(self._counts[kind] for kind in NEEDS_YOU)

    def add(self, outcome: ImportOutcome) -> None:
        """Add what became of one more file."""
        self._all.append(outcome)
        self._counts[outcome.outcome] += 1
        if not self._needs_you or outcome.outcome in NEEDS_YOU:
            at = len(self._shown)
            self.beginInsertRows(QModelIndex(), at, at)
            self._shown.append(outcome)
            self.endInsertRows()

    def show_all(self, outcomes: Iterable[ImportOutcome]) -> None:
        """Show these in place of what was there."""
        self.beginResetModel()
        self._all = list(outcomes)
        self._counts = Counter(one.outcome for one in self._all)
        self._shown = [o for o in self._all if not self._needs_you or o.outcome in NEEDS_YOU]
        self.endResetModel()

    def only_needs_you(self, *, on: bool) -> None:
        """Show only the files that want a look, or all."""
        self.beginResetModel()
        self._needs_you = on
        self._shown = [o for o in self._all if not on or o.outcome in NEEDS_YOU]
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return COLUMNS

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        outcome = self._shown[index.row()]
        cells = (WORDS[outcome.outcome], PurePath(outcome.path).name, said(outcome))
        if role == Role.DisplayRole:
            return cells[index.column()]
        if role == Role.AccessibleTextRole:
            return ", ".join(cells)
        return outcome if role == OUTCOME else None


def listed(model: OutcomeModel) -> str:
    """Return the rows shown as text, columns parted by tabs."""
    rows = range(model.rowCount())
    return "\n".join(
        "\t".join(str(model.data(model.index(at, n))) for n in range(COLUMNS)) for at in rows
    )


def said(outcome: ImportOutcome) -> str:
    """Return what is said of a file: how it was read, or why not and what to do."""
    if outcome.reason:
        return f"{outcome.reason} {outcome.advice}".strip()
    parts = [several(outcome.pages, "page")] if outcome.pages else []
    parts.append(several(outcome.words, "word"))
    read_as = [told(x.label) for x in (outcome.kind, outcome.form) if x is not None]
    words = ", ".join(parts)
    return tr("{0}. Read as: {1}.", words, ", ".join(read_as)) if read_as else f"{words}."


def summed_up(counts: Counter[OutcomeKind]) -> str:
    """Return an import in one line ("88 imported. 5 need you: 2 no text, 3 not imported.")."""
    needing = [(kind, counts[kind]) for kind in OutcomeKind if kind in NEEDS_YOU and counts[kind]]
    line = tr("{0} imported.", f"{counts[OutcomeKind.IMPORTED]:,}")
    if counts[OutcomeKind.ALREADY_HERE]:
        line += tr(" {0} already here.", f"{counts[OutcomeKind.ALREADY_HERE]:,}")
    if needing:
        total = sum(n for _, n in needing)
        need = "needs" if total == 1 else "need"
        listed = ", ".join(f"{n:,} {WORDS[kind].lower()}" for kind, n in needing)
        line += tr(" {0} {1} you: {2}.", f"{total:,}", need, listed)
    return line
