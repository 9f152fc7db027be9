"""Brings the notes of another casebook, each on the like of what it was about there."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from caseview.domain.note import Note
from caseview.domain.tag import Tag
from caseview.usecases.merge_document import SharedDocument
from caseview.usecases.work import Work

Shared = Mapping[int, SharedDocument]
Numbers = Mapping[str, Mapping[int, int]]
"""For "document", "review", "passage", "tag" and "suggestion": ids here by ids there."""
_ELSEWHERE = "of the other casebook"


@dataclass(frozen=True, slots=True)
class Places:
    """Where what a note is about stands here."""

    shared: Shared
    numbers: Numbers

    def about(self, about: str) -> str | None:
        """Return what a note is about here, None when that is not here (yet)."""
        sort, _, said = about.partition(":")
        if not said.isdecimal() or sort not in _NUMBERED:
            return about
        number = self._number(sort, int(said))
        return None if number is None else f"{sort}:{number}"

    def _number(self, sort: str, number: int) -> int | None:
        if (known := self.numbers.get(sort, {}).get(number)) is not None:
            return known
        for one in self.shared.values():
            if (found := _in(one, sort, number)) is not None:
                return found
        return None


def _in(one: SharedDocument, sort: str, number: int) -> int | None:
    """Return the id here of something of a document that is in both."""
    ours = one.grounds.document
    if sort == "passage":
        return one.grounds.passage_of(number)
    if sort in {"document", "review"}:
        same = {
            "document": (one.their.id, ours.id),
            "review": (one.their.review_id, ours.review_id),
        }
        return same[sort][1] if same[sort][0] == number else None
    return (one.arriving.known if sort == "tag" else one.suggestions).get(number)


_NUMBERED = frozenset({"document", "review", "passage", "tag", "suggestion"})


def new_notes(here: Work, there: Work, shared: Shared, numbers: Numbers) -> tuple[Note, ...]:
    """Return their notes that are not here, each about what it is about here.

    One about something that has no like here keeps its words, about nothing in particular.
    """
    places = Places(shared, numbers)
    known = {_key(note) for note in here.decisions.every_note()}
    found = []
    for note in there.decisions.every_note():
        about = places.about(note.about)
        placed = replace(note, about=about or f"{note.about} {_ELSEWHERE}")
        if _key(placed) not in known:
            found.append(placed)
    return tuple(found)


def unplaced_notes(here: Work, shared: Shared) -> tuple[Note, ...]:
    """Return a note for each of their tags whose words are not here, without those here already."""
    known = {_key(note) for note in here.decisions.every_note()}
    found = (
        _note_of(tag, one.grounds.document.id)
        for one in shared.values()
        for tag in one.arriving.unplaced
    )
    return tuple(note for note in found if _key(note) not in known)


def _note_of(tag: Tag, document_id: int) -> Note:
    words = (
        f"Tagged “{tag.theme}” ({tag.reads_as.label}) in another casebook, on words that are not "
        f"in this document as it was read here: “{tag.text}”"
    )
    if tag.page is not None:
        words = (
            f"Tagged “{tag.theme}” ({tag.reads_as.label}) in another casebook, on the whole of "
            f"page {tag.page}, which has words as it was read here"
        )
    return Note(0, f"document:{document_id}", words, tag.coder, tag.made_at)


def _key(note: Note) -> tuple[str, str, str, str]:
    return note.about, note.text, note.coder, note.made_at
