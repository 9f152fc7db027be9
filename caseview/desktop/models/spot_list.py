"""The paragraphs of spot checks as a list: where each stands, and whether it held a theme."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from caseview.desktop.tongue import told, tr
from caseview.domain.agreement import SpotCheck
from caseview.domain.english import English
from caseview.domain.passage import KeptPassage

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
HELD = int(Role.UserRole)
PLACE = int(Role.UserRole) + 1
SAID = {
    True: English("Held a theme"),
    False: English("Nothing here"),
    None: English("Not read yet"),
}


class SpotModel(QAbstractListModel):
    """Paragraphs of the newest draw in the order drawn, then those of earlier ones."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[KeptPassage, ...] = ()
        self._held: Mapping[int, bool] = {}
        self._titles: Mapping[int, str] = {}

    def show(
        self,
        checks: Sequence[SpotCheck],
        passages: Sequence[KeptPassage],
        titles: Mapping[int, str],
    ) -> None:
        """Show spot checks; `passages` are theirs, `titles` those of reviews, by id."""
        self.beginResetModel()
        known = {kept.id: kept for kept in passages}
        order = [number for check in reversed(checks) for number in check.drawn]
        self._rows = tuple(known[number] for number in order if number in known)
        self._held = {number: held for check in checks for number, held in check.held.items()}
        self._titles = titles
        self.endResetModel()

    def passage(self, row: int) -> KeptPassage | None:
        """Return the passage of a row, None where there is none."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, passage_id: int) -> int:
        """Return the row of a passage, -1 where it is not shown."""
        return next((n for n, kept in enumerate(self._rows) if kept.id == passage_id), -1)

    def next_unread(self, after: int) -> int:
        """Return the row of the first paragraph not read after this one, else that row."""
        rows = [*range(after + 1, len(self._rows)), *range(after + 1)]
        return next((n for n in rows if self._rows[n].id not in self._held), max(after, 0))

    @property
    def unread(self) -> int:
        """How many are not read yet."""
        return sum(kept.id not in self._held for kept in self._rows)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        kept = self.passage(index.row()) if index.isValid() else None
        if kept is None:
            return None
        if role == Role.DisplayRole:
            return kept.passage.text
        if role == Role.AccessibleTextRole:
            said = told(SAID[self._held.get(kept.id)])
            return f"{said}. {self._place(kept)}: {kept.passage.text}"
        return {HELD: self._held.get(kept.id), PLACE: self._place(kept)}.get(role)

    def _place(self, kept: KeptPassage) -> str:
        where = tr("paragraph {0}", kept.passage.printed or kept.passage.number)
        page = f", p. {kept.passage.page}" if kept.passage.page is not None else ""
        title = self._titles.get(kept.review_id, "")
        return ", ".join(part for part in (title, where + page) if part)
