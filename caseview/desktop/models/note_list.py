"""The notes on a document and its passages as a list."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from caseview.desktop.models.words import day
from caseview.desktop.tongue import tr
from caseview.domain.english import English
from caseview.domain.note import Note
from caseview.domain.passage import KeptPassage

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOTE = int(Role.UserRole)
PLACE = int(Role.UserRole) + 1
WHOLE = English("The document")


class NoteModel(QAbstractListModel):
    """Notes, those on the whole document first, then in reading order."""

    def __init__(self) -> None:
        super().__init__()
        self._notes: tuple[Note, ...] = ()
        self._passages: Mapping[str, KeptPassage] = {}

    def show(self, notes: Sequence[Note], passages: Sequence[KeptPassage]) -> None:
        """Show notes on a document whose passages these are."""
        self.beginResetModel()
        self._passages = {about_passage(kept.id): kept for kept in passages}
        self._notes = tuple(sorted(notes, key=self._order))
        self.endResetModel()

    def note(self, row: int) -> Note | None:
        """Return the note of a row, None where there is none."""
        return self._notes[row] if 0 <= row < len(self._notes) else None

    def passage(self, note: Note) -> KeptPassage | None:
        """Return the passage a note is on, None for one on the whole document."""
        return self._passages.get(note.about)

    def _order(self, note: Note) -> tuple[int, str, int]:
        kept = self._passages.get(note.about)
        return (kept.passage.start if kept is not None else -1, note.made_at, note.id)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._notes)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        note = self.note(index.row()) if index.isValid() else None
        if note is None:
            return None
        if role == Role.DisplayRole:
            return note.text
        if role == Role.AccessibleTextRole:
            return tr(
                "Note by {0}, {1}, {2}: {3}",
                note.coder,
                day(note.made_at),
                self._place(note),
                note.text,
            )
        return {NOTE: note, PLACE: self._place(note)}.get(role)

    def _place(self, note: Note) -> str:
        kept = self.passage(note)
        return place_words(kept) if kept is not None else tr(WHOLE)


def about_document(document_id: int) -> str:
    """Return how a note says that it is on a document."""
    return f"document:{document_id}"


def about_passage(passage_id: int) -> str:
    """Return how a note says that it is on a passage."""
    return f"passage:{passage_id}"


def place_words(kept: KeptPassage) -> str:
    """Return where a passage stands, in words ("Paragraph 5.12, p. 14")."""
    passage = kept.passage
    named = tr("Paragraph {0}", passage.printed or passage.number)
    return f"{named}, p. {passage.page}" if passage.page is not None else named
