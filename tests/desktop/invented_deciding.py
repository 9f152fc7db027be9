"""What a coder does in the casebook in memory, and the state it is done to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from typing_extensions import override

from caseview.desktop.session.session import Deciding
from caseview.domain.attribute import Detail, DetailName
from caseview.domain.changes import Changes
from caseview.domain.document import Document
from caseview.domain.errors import CasebookError
from caseview.domain.note import Note
from caseview.domain.reads_as import ReadsAs
from caseview.domain.review import Review, Status
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision, KeptSuggestion
from caseview.domain.tag import Tag
from tests.desktop import invented

CODER = "QZ"


@dataclass
class State:
    """What the casebook holds."""

    reviews: list[Review] = field(default_factory=lambda: list(invented.reviews()))
    suggestions: dict[int, list[KeptSuggestion]] = field(default_factory=dict)
    tags: list[Tag] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    past: list["State"] = field(default_factory=list)
    future: list["State"] = field(default_factory=list)

    def document(self, document_id: int) -> Document:
        for review in self.reviews:
            for document in review.documents:
                if document.id == document_id:
                    return document
        raise CasebookError("There is no such document.", "Look in the Library.")

    def of(self, document_id: int) -> list[KeptSuggestion]:
        if document_id not in self.suggestions:
            review_id = self.document(document_id).review_id
            self.suggestions[document_id] = list(invented.suggestions(document_id, review_id))
        return self.suggestions[document_id]

    def keep(self) -> None:
        self.past.append(self.copied())
        self.future.clear()

    def copied(self) -> "State":
        lists = {key: list(value) for key, value in self.suggestions.items()}
        return State(list(self.reviews), lists, list(self.tags), list(self.notes))

    def become(self, other: "State") -> None:
        self.reviews, self.suggestions = other.reviews, other.suggestions
        self.tags, self.notes = other.tags, other.notes


@dataclass
class InventedDeciding(Deciding):
    """What a coder does."""

    state: State
    fail: bool = False

    @override
    def accept(
        self,
        suggestion_id: int,
        *,
        reads_as: ReadsAs | None = None,
        theme: str | None = None,
        span: Span | None = None,
        is_key: bool = False,
    ) -> Changes:
        if self.fail:
            raise CasebookError("The disk is full, so this could not be written.", "Free space.")
        self.state.keep()
        kept = self._decide(suggestion_id, Decision.ACCEPTED)
        tag = invented.tag_of(kept, 1 + len(self.state.tags), CODER)
        tag = replace(tag, reads_as=reads_as or tag.reads_as, theme=theme or tag.theme)
        tag = replace(tag, is_key=is_key)
        self.state.tags.append(self._spanned(tag, span))
        return Changes("Accept suggestion", suggestions=frozenset({suggestion_id}))

    @override
    def reject(self, suggestion_ids: Sequence[int]) -> Changes:
        self.state.keep()
        for each in suggestion_ids:
            self._decide(each, Decision.REJECTED)
        return Changes("Reject suggestion", suggestions=frozenset(suggestion_ids))

    @override
    def skip(self, suggestion_ids: Sequence[int]) -> Changes:
        self.state.keep()
        for each in suggestion_ids:
            self._decide(each, Decision.SKIPPED)
        return Changes("Skip suggestion", suggestions=frozenset(suggestion_ids))

    @override
    def tag(
        self, document_id: int, where: Span | int, theme: str, reads_as: ReadsAs | None
    ) -> Changes:
        self.state.keep()
        kept = replace(self.state.of(document_id)[0], document_id=document_id)
        made = replace(invented.tag_of(kept, 1 + len(self.state.tags), CODER), theme=theme)
        made = replace(made, reads_as=reads_as or ReadsAs.GAP, origin="by hand", suggestion_id=None)
        if isinstance(where, int):
            made = replace(made, passage_id=None, page=where, start=0, end=0, text="")
            self.state.tags.append(made)
        else:
            self.state.tags.append(self._spanned(made, where))
        return Changes("Tag passage", tags=frozenset({made.id}))

    @override
    def tag_all(self, places: Sequence[tuple[int, Span]], theme: str) -> Changes:
        changes = Changes("Tag the passages")
        for document_id, span in places:
            changes |= self.tag(document_id, span, theme, None)
        return changes

    @override
    def change_tag(
        self,
        tag_id: int,
        *,
        theme: str | None = None,
        reads_as: ReadsAs | None = None,
        span: Span | None = None,
        is_key: bool | None = None,
    ) -> Changes:
        self.state.keep()
        at = next(n for n, tag in enumerate(self.state.tags) if tag.id == tag_id)
        tag = self._spanned(self.state.tags[at], span)
        key = tag.is_key if is_key is None else is_key
        self.state.tags[at] = replace(
            tag, theme=theme or tag.theme, reads_as=reads_as or tag.reads_as, is_key=key
        )
        return Changes("Change tag", tags=frozenset({tag_id}))

    @override
    def untag(self, tag_id: int) -> Changes:
        self.state.keep()
        self.state.tags = [tag for tag in self.state.tags if tag.id != tag_id]
        return Changes("Remove tag", tags=frozenset({tag_id}))

    @override
    def finish(self, document_id: int) -> Changes:
        return self._set_finished(document_id, invented.NOON)

    @override
    def reopen(self, document_id: int) -> Changes:
        return self._set_finished(document_id, None)

    @override
    def screen(self, review_id: int, reason: str | None) -> Changes:
        self.state.keep()
        for n, review in enumerate(self.state.reviews):
            if review.id == review_id:
                status = Status.TO_TAG if reason is None else Status.SCREENED_OUT
                self.state.reviews[n] = replace(review, status=status, screened_out=reason)
        return Changes("Screen review", reviews=frozenset({review_id}))

    @override
    def edit_reviews(
        self, review_ids: Sequence[int], values: Mapping[DetailName, Sequence[str]]
    ) -> Changes:
        self.state.keep()
        for n, review in enumerate(self.state.reviews):
            if review.id in review_ids:
                others = tuple(d for d in review.details if d.name not in values)
                given = tuple(
                    Detail(name, value, confirmed=True) for name, v in values.items() for value in v
                )
                self.state.reviews[n] = replace(review, details=(*others, *given))
        return Changes("Edit details", reviews=frozenset(review_ids))

    @override
    def write_note(self, about: str, text: str, note_id: int | None = None) -> Changes:
        self.state.keep()
        notes = self.state.notes
        if note_id is None:
            notes.append(Note(len(notes) + 1, about, text, CODER, invented.NOON))
            return Changes("Write note", notes=frozenset({len(notes)}))
        changed = [replace(note, text=text) if note.id == note_id else note for note in notes]
        self.state.notes = [note for note in changed if note.text]
        return Changes("Change note", notes=frozenset({note_id}))

    @override
    def remove(self, document_id: int, reason: str) -> Changes:
        for n, review in enumerate(self.state.reviews):
            kept = tuple(d for d in review.documents if d.id != document_id)
            self.state.reviews[n] = replace(review, documents=kept)
        self.state.reviews = [review for review in self.state.reviews if review.documents]
        return Changes("Remove document", documents=frozenset({document_id}))

    @override
    def undo(self) -> Changes:
        if not self.state.past:
            raise CasebookError("There is nothing to undo.", "")
        self.state.future.append(self.state.copied())
        self.state.become(self.state.past.pop())
        return Changes("Undo", documents=frozenset({1}))

    @override
    def redo(self) -> Changes:
        if not self.state.future:
            raise CasebookError("There is nothing to redo.", "")
        self.state.past.append(self.state.copied())
        self.state.become(self.state.future.pop())
        return Changes("Redo", documents=frozenset({1}))

    def _decide(self, suggestion_id: int, decision: Decision) -> KeptSuggestion:
        for kept in self.state.suggestions.values():
            for n, each in enumerate(kept):
                if each.id == suggestion_id:
                    kept[n] = replace(each, decision=decision)
                    return each
        raise CasebookError("There is no such suggestion.", "")

    def _spanned(self, tag: Tag, span: Span | None) -> Tag:
        if span is None:
            return tag
        return replace(tag, start=span.start, end=span.end, text=span.of(invented.TEXT.text))

    def _set_finished(self, document_id: int, at: str | None) -> Changes:
        self.state.keep()
        for n, review in enumerate(self.state.reviews):
            documents = tuple(
                replace(d, finished_at=at, finished_by=CODER) if d.id == document_id else d
                for d in review.documents
            )
            self.state.reviews[n] = replace(review, documents=documents)
        return Changes("Finish document", documents=frozenset({document_id}))
