"""What is in an open casebook, for the window."""

from collections.abc import Iterable
from dataclasses import dataclass

from caseview.domain.codebook import Codebook
from caseview.domain.document import Document, DocumentText, Line
from caseview.domain.info import CasebookInfo
from caseview.domain.journal import Entry
from caseview.domain.note import Note
from caseview.domain.passage import KeptPassage
from caseview.domain.picture import PicturePlace
from caseview.domain.review import Review
from caseview.domain.section import Section
from caseview.domain.suggestion import Decision, KeptSuggestion, Level
from caseview.domain.tag import Tag
from caseview.usecases.ports import PagePainter
from caseview.usecases.work import Casebook


@dataclass(frozen=True, slots=True)
class PageReading:
    """Reads what stands on the pages of a document."""

    casebook: Casebook
    painter: PagePainter

    def lines(self, document_id: int, page: int) -> tuple[Line, ...]:
        """Return the printed lines of one page."""
        with self.casebook.reading() as work:
            return work.documents.lines(document_id, page)

    def page_picture(self, document_id: int, page: int, width: int) -> bytes:
        """Return one page as a PNG of `width` dots; b"" where the format has no pages."""
        with self.casebook.reading() as work:
            if not work.documents.get(document_id).pages:
                return b""
            original = work.documents.original(document_id)
        return self.painter.paint(original, page, width)

    def pictures_on(self, document_id: int, page: int) -> tuple[PicturePlace, ...]:
        """Return where photographs and drawings stand on a page."""
        with self.casebook.reading() as work:
            original = work.documents.original(document_id)
        return self.painter.pictures(original, page)


@dataclass(frozen=True, slots=True)
class Reading(PageReading):
    """Reads one thing at a time, each in a unit of work of its own."""

    def info(self) -> CasebookInfo:
        """Return the casebook at a glance."""
        return self.casebook.info()

    def codebook(self) -> Codebook:
        """Return the codebook in force."""
        with self.casebook.reading() as work:
            return work.codebook

    def library(self, ids: Iterable[int] | None = None) -> tuple[Review, ...]:
        """Return every review with its documents, by title, or those of these ids still there."""
        with self.casebook.reading() as work:
            return work.reviews.all() if ids is None else work.reviews.these(ids)

    def review(self, review_id: int) -> Review:
        """Return one review with its documents and details."""
        with self.casebook.reading() as work:
            return work.reviews.get(review_id)

    def document(self, document_id: int) -> Document:
        """Return one document."""
        with self.casebook.reading() as work:
            return work.documents.get(document_id)

    def text(self, document_id: int) -> DocumentText:
        """Return a document's words with paragraphs and pages."""
        with self.casebook.reading() as work:
            return work.documents.text(document_id)

    def outline(self, document_id: int) -> tuple[Section, ...]:
        """Return the sections of a document in reading order."""
        with self.casebook.reading() as work:
            return work.documents.outline(document_id)

    def passages(self, document_id: int) -> tuple[KeptPassage, ...]:
        """Return the passages of a document in reading order."""
        with self.casebook.reading() as work:
            return work.documents.passages(document_id)

    def suggestions(self, document_id: int) -> tuple[KeptSuggestion, ...]:
        """Return the suggestions of a document in reading order: the decided, and the likely.

        What nobody decided is shown from level normal on, as the Library and the tables count it.
        """
        with self.casebook.reading() as work:
            return tuple(
                kept
                for kept in work.decisions.suggestions(document_id=document_id)
                if kept.suggestion.confidence >= Level.NORMAL.least
                or kept.decision is not Decision.UNDECIDED
            )

    def tags(self, document_id: int) -> tuple[Tag, ...]:
        """Return the tags of a document in reading order."""
        with self.casebook.reading() as work:
            return work.decisions.tags(document_id=document_id)

    def review_tags(self, review_id: int) -> tuple[Tag, ...]:
        """Return the tags of every document of a review."""
        with self.casebook.reading() as work:
            return tuple(
                tag
                for document in work.reviews.get(review_id).documents
                for tag in work.decisions.tags(document_id=document.id)
            )

    def notes(self, about: str, *more: str) -> tuple[Note, ...]:
        """Return the notes on one thing, or on several, oldest first."""
        with self.casebook.reading() as work:
            return work.decisions.notes(about, *more)

    def journal(self) -> tuple[Entry, ...]:
        """Return what can be undone and redone, oldest first."""
        with self.casebook.reading() as work:
            return work.journal.entries()
