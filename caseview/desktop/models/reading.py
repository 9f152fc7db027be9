"""A document as the Reader shows it: words, sections, suggestions and tags, and what marks them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from typing_extensions import override

from caseview.desktop.session.session import Session
from caseview.domain.document import Document, DocumentText
from caseview.domain.reads_as import ReadsAs
from caseview.domain.review import Review
from caseview.domain.section import Section
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision, KeptSuggestion, Suggestion
from caseview.domain.tag import Tag
from caseview.tagging.sentences import sentences


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """One document and everything on it."""

    review: Review
    document: Document
    text: DocumentText
    outline: tuple[Section, ...]
    suggestions: tuple[KeptSuggestion, ...]
    tags: tuple[Tag, ...]

    def as_of(self, document: Document) -> "OpenDocument":
        """Return the same with the document as it stands now."""
        return replace(self, document=document)


@dataclass(frozen=True, slots=True)
class OnIt:
    """What changes on a document while it is open."""

    document: Document
    suggestions: tuple[KeptSuggestion, ...]
    tags: tuple[Tag, ...]


class MarkKind(StrEnum):
    """What a mark in the text says."""

    TAG = "tag"
    SUGGESTED = "suggested"
    DECIDING = "deciding"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that is underlined and has a stripe in the margin.

    With a `page` it is that whole page, which has no words: the stretch is empty.
    """

    kind: MarkKind
    span: Span
    theme: str = ""
    reads_as: ReadsAs | None = None
    coder: str = ""
    page: int | None = None

    @override
    def __hash__(self) -> int:
        """Hash by the place alone: a key looks hundreds of marks up, and few share a place."""
        return self.span.start


def load(session: Session, document_id: int) -> OpenDocument:
    """Read a document with everything on it; runs on a worker."""
    reading = session.reading
    document = reading.document(document_id)
    return OpenDocument(
        reading.review(document.review_id),
        document,
        reading.text(document_id),
        reading.outline(document_id),
        reading.suggestions(document_id),
        reading.tags(document_id),
    )


def on_it(session: Session, document_id: int) -> OnIt:
    """Read again what changes on a document; runs on a worker."""
    reading = session.reading
    return OnIt(
        reading.document(document_id),
        reading.suggestions(document_id),
        reading.tags(document_id),
    )


def undecided(suggestions: Iterable[KeptSuggestion]) -> tuple[KeptSuggestion, ...]:
    """Return the suggestions nobody has decided; a skipped one waits too."""
    open_ones = (Decision.UNDECIDED, Decision.SKIPPED)  # compared quicker than a set would hash
    return tuple(s for s in suggestions if s.decision in open_ones)


class Marks:
    """Makes the marks of a text; those of suggestions once, for a key that decides asks for all."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[Suggestion, Mark]] = {}

    def of(
        self, tags: Iterable[Tag], suggestions: Iterable[KeptSuggestion], deciding: int | None
    ) -> tuple[Mark, ...]:
        """Return the marks in reading order, the suggestion `deciding` set apart."""
        marks = [
            Mark(
                MarkKind.TAG, Span(tag.start, tag.end), tag.theme, tag.reads_as, tag.coder, tag.page
            )
            for tag in tags
        ]
        for kept in undecided(suggestions):
            if kept.id == deciding:
                marks.append(_mark_of(kept.suggestion, MarkKind.DECIDING))
            else:
                marks.append(self._suggested(kept))
        return tuple(sorted(marks, key=_place))

    def _suggested(self, kept: KeptSuggestion) -> Mark:
        known = self._made.get(kept.id)
        if known is None or known[0] is not kept.suggestion:
            made = _mark_of(kept.suggestion, MarkKind.SUGGESTED)
            known = self._made[kept.id] = (kept.suggestion, made)
        return known[1]


def _mark_of(given: Suggestion, kind: MarkKind) -> Mark:
    return Mark(kind, Span(given.start, given.end), given.theme, given.reads_as)


def _place(mark: Mark) -> tuple[int, int, int]:
    return mark.span.start, mark.page or 0, mark.span.end


def sentence_at(text: DocumentText, offset: int) -> Span | None:
    """Return the sentence that holds an offset, None between paragraphs."""
    for paragraph in text.paragraphs:
        if paragraph.start <= offset <= paragraph.end:
            found = sentences(text.text, paragraph.start, paragraph.end)
            holding = [Span(start, end) for start, end in found if start <= offset <= end]
            return holding[0] if holding else None
    return None


def more(text: DocumentText, selected: Span) -> Span:
    """Return the selection with the next sentence added; the same at the end of the text."""
    for paragraph in text.paragraphs:
        if paragraph.end > selected.end:
            for start, end in sentences(text.text, paragraph.start, paragraph.end):
                if start >= selected.end:
                    return Span(selected.start, end)
    return selected


def less(text: DocumentText, selected: Span) -> Span:
    """Return the selection without its last sentence; the same when it holds but one."""
    held = [
        end
        for paragraph in text.paragraphs
        if paragraph.start < selected.end and paragraph.end > selected.start
        for start, end in sentences(text.text, paragraph.start, paragraph.end)
        if start >= selected.start and end < selected.end
    ]
    return Span(selected.start, held[-1]) if held else selected
