"""Notes on the document and its passages."""

from bisect import bisect_right

from PySide6.QtCore import QObject

from caseview.desktop.desk import Desk
from caseview.desktop.models.note_list import about_document, about_passage, place_words
from caseview.desktop.pages.reader.by_hand import ByHand
from caseview.desktop.pages.reader.parts import NOTES, SUGGESTIONS, Parts
from caseview.desktop.session.session import Session
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.notes_pane import DOCUMENT, PASSAGE
from caseview.domain.changes import Changes
from caseview.domain.note import Note
from caseview.domain.passage import KeptPassage
from caseview.domain.span import Span

Found = tuple[int, tuple[KeptPassage, ...], tuple[Note, ...]]


class Noting(QObject):
    """Answers N, and keeps the list of notes true."""

    def __init__(self, desk: Desk, parts: Parts, by_hand: ByHand) -> None:
        super().__init__(parts.notes)
        self._desk = desk
        self._parts = parts
        self._by_hand = by_hand
        self._document = 0
        self._passages: tuple[KeptPassage, ...] = ()
        self._on: KeptPassage | None = None
        self._came_from = SUGGESTIONS
        self._changing: Note | None = None
        pane = parts.notes
        pane.kept.connect(self.keep)
        pane.left.connect(self.leave)
        pane.chosen.connect(self._go)
        pane.list.change_wanted.connect(self._change)
        pane.list.remove_wanted.connect(self._remove)
        pane.on.chosen.connect(lambda _value: self._say_place())
        desk.events.changed.connect(self._changed)

    def show(self, document_id: int) -> None:
        """Show the notes on this document."""
        self._document = document_id
        self._passages = ()
        self._on = None
        self._parts.models.notes.show((), ())
        self._parts.notes.field.clear()
        self._ask()

    def write(self) -> None:
        """Open the field for a note on the passage in hand."""
        self._changing = None
        if (showing := self._parts.tabs.currentIndex()) != NOTES:
            self._came_from = showing
            self._on = self._passage_at(self._by_hand.in_hand)
        self._parts.tabs.setCurrentIndex(NOTES)
        self._parts.bring_side()
        self._parts.notes.on.allow(PASSAGE, "" if self._on else tr("No passage is in hand."))
        self._parts.notes.on.choose(PASSAGE if self._on else DOCUMENT)
        self._say_place()
        self._parts.notes.field.setFocus()

    def keep(self, words: str) -> None:
        """Keep what was written and go back to where one came from."""
        if not words.strip():
            self.leave()
            return
        if (note := self._changing) is not None:
            self._changing = None
            self._rewrite(tr("Change the note"), note, words, tr("Note changed."))
            self._parts.notes.field.clear()
            self._parts.notes.list.setFocus()
            return
        document_only = self._on is None or self._parts.notes.on.value == DOCUMENT
        about = about_document(self._document)
        if not document_only and self._on is not None:
            about = about_passage(self._on.id)
        self._parts.notes.field.clear()
        self._desk.change(tr("Keep the note"), lambda d: d.write_note(about, words))
        self._desk.events.say(tr("Note kept."))
        self.leave()

    def leave(self) -> None:
        """Go back to where one came from; what was written stays in the field."""
        if self._changing is not None:
            self._changing = None
            self._parts.notes.field.clear()
        self._parts.tabs.setCurrentIndex(self._came_from)
        self._parts.focus_work()

    def _change(self, row: int) -> None:
        """Put the words of a note in the field, to be changed."""
        if (note := self._parts.models.notes.note(row)) is not None:
            self._changing = note
            self._parts.notes.say_place(tr("Changes the note by {0}", note.coder))
            self._parts.notes.field.setPlainText(note.text)
            self._parts.notes.field.selectAll()
            self._parts.notes.field.setFocus()

    def _remove(self, row: int) -> None:
        if (note := self._parts.models.notes.note(row)) is not None:
            self._rewrite(
                tr("Remove the note"), note, "", tr("Note removed. Ctrl+Z brings it back.")
            )

    def _rewrite(self, doing: str, note: Note, words: str, said: str) -> None:
        self._desk.change(doing, lambda d: d.write_note(note.about, words, note.id))
        self._desk.events.say(said)

    def _say_place(self) -> None:
        if self._on is None or self._parts.notes.on.value == DOCUMENT:
            self._parts.notes.say_place(tr("On the whole document"))
            return
        words = " ".join(self._on.passage.text.split())
        self._parts.notes.say_place(f"{place_words(self._on)}: {words}")

    def _passage_at(self, offset: int) -> KeptPassage | None:
        starts = [kept.passage.start for kept in self._passages]
        at = bisect_right(starts, offset) - 1
        return self._passages[at] if at >= 0 else None

    def _ask(self) -> None:
        document_id = self._document
        self._desk.read(
            tr("Read the notes"),
            lambda session: _notes(document_id, session),
            self._show,
            name="reader notes",
        )

    def _show(self, found: Found) -> None:
        document_id, passages, notes = found
        if document_id == self._document:
            self._passages = passages
            self._parts.models.notes.show(notes, passages)
            self._parts.count()

    def _changed(self, changes: Changes) -> None:
        if changes.notes and self._document:
            self._ask()

    def _go(self, row: int) -> None:
        model = self._parts.models.notes
        if (note := model.note(row)) is None:
            return
        if (kept := model.passage(note)) is not None:
            self._parts.views.reveal(Span(kept.passage.start, kept.passage.end))


def _notes(document_id: int, session: Session) -> Found:
    passages = session.reading.passages(document_id)
    about = [about_passage(kept.id) for kept in passages]
    return document_id, passages, session.reading.notes(about_document(document_id), *about)
