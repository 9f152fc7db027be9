"""Carries a document from one casebook to another: bytes, text, places, details, suggestions."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from caseview.domain.description import Description, KindGuess, ReadDocument
from caseview.domain.document import Document
from caseview.domain.outcome import ImportOutcome, OutcomeKind
from caseview.domain.suggestion import KeptSuggestion
from caseview.usecases.work import Work


@dataclass(frozen=True, slots=True)
class Carried:
    """A document taken out of a casebook, with the bytes of its file.

    `suggestions` are as they stand there, in the order of `read.suggestions`.
    """

    read: ReadDocument
    original: bytes
    suggestions: tuple[KeptSuggestion, ...]


def take_out(there: Work, document: Document) -> Carried:
    """Return everything that was read of a document, whatever was decided of it.

    Its printed lines come along page by page, so that boxes on its page stay exact.
    """
    documents = there.documents
    text = documents.text(document.id)
    lines = tuple(line for page in text.pages for line in documents.lines(document.id, page.number))
    suggestions = there.decisions.suggestions(document_id=document.id)
    read = ReadDocument(
        path=document.name,
        sha256=document.sha256,
        text=replace(text, lines=lines),
        description=Description(
            guess=KindGuess(document.kind, document.form, also=document.kind_also),
            details=documents.details(document.id),
            outline=documents.outline(document.id),
            passages=tuple(kept.passage for kept in documents.passages(document.id)),
            recommendations=documents.recommendations(document.id),
            concerns=documents.concerns(document.id),
        ),
        suggestions=tuple(kept.suggestion for kept in suggestions),
    )
    return Carried(read, documents.original(document.id), suggestions)


def known_only(carried: Carried, themes: Collection[str]) -> Carried:
    """Return a carried document without the suggestions of other themes than these."""
    kept = tuple(one for one in carried.suggestions if one.suggestion.theme in themes)
    read = replace(carried.read, suggestions=tuple(one.suggestion for one in kept))
    return replace(carried, read=read, suggestions=kept)


def put_in(here: Work, carried: Carried, review_id: int | None, came_from: str) -> Document:
    """Keep a carried document here, its suggestions undecided, and record how it came.

    Suggestions of themes that this casebook does not know must have been left out. A new review
    is made when `review_id` is None. Like an import it is no act of a coder, so undo leaves it.
    """
    document = here.documents.add(carried.read, carried.original, review_id)
    here.imports.record(
        ImportOutcome(
            document.name,
            OutcomeKind.IMPORTED,
            f"From the casebook “{came_from}”.",
            document_id=document.id,
            review_id=document.review_id,
            kind=document.kind,
            form=document.form,
            pages=document.pages,
            words=document.words,
        )
    )
    return document
