"""The reviews and documents of a casebook, as the use cases see them."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from caseview.domain.attribute import Detail
from caseview.domain.changes import Changes
from caseview.domain.description import ReadDocument
from caseview.domain.document import Document, DocumentText, Line
from caseview.domain.passage import KeptPassage
from caseview.domain.recommendation import Concern, Recommendation
from caseview.domain.review import Review
from caseview.domain.section import Section


class Reviews(Protocol):
    """The reviews of a casebook."""

    def all(self) -> tuple[Review, ...]:
        """Return every review with its documents and details, by title."""
        ...

    def get(self, review_id: int) -> Review:
        """Return one review. Raises CasebookError when there is none with this id."""
        ...

    def these(self, ids: Iterable[int]) -> tuple[Review, ...]:
        """Return the reviews with these ids, by title; one that is gone is left out."""
        ...

    def having(self, name: str, value: str) -> tuple[Review, ...]:
        """Return the reviews that have this value of an attribute (see `attributes`)."""
        ...

    def attributes(self, name: str) -> Mapping[int, tuple[str, ...]]:
        """Return the values of one attribute by review id; a review without is not there.

        Names: kind, form, year, area, board, force, region, agency, sex, age, harm, status, ref,
        published, responds_to_ref, responds_to_date, subject (the `name_key` of the subject and
        of responds_to_subject) ...
        """
        ...

    def guessed(self) -> Mapping[int, tuple[Detail, ...]]:
        """Return the details that nobody has confirmed, by document id."""
        ...

    def attribute_names(self) -> tuple[str, ...]:
        """Return the names that `attributes` knows."""
        ...


class Documents(Protocol):
    """The documents of a casebook and what was read out of them."""

    def add(self, read: ReadDocument, original: bytes, review_id: int | None) -> Document:
        """Keep a document with everything read from it; a new review when `review_id` is None.

        Writes original bytes, text, passages, sections, details, recommendations, suggestions,
        full-text rows and attributes in the unit of work's transaction.
        """
        ...

    def all(self) -> tuple[Document, ...]:
        """Return every document, by id."""
        ...

    def get(self, document_id: int) -> Document:
        """Return one document. Raises CasebookError when there is none with this id."""
        ...

    def by_sha256(self, sha256: str) -> Document | None:
        """Return the document made from a file of this hash, None when there is none."""
        ...

    def by_text(self, text_sha256: str) -> Document | None:
        """Return a document whose text has this hash, None when there is none."""
        ...

    def text(self, document_id: int) -> DocumentText:
        """Return the text with paragraphs and pages, without lines (see `lines`)."""
        ...

    def lines(self, document_id: int, page: int) -> tuple[Line, ...]:
        """Return the printed lines of one page."""
        ...

    def original(self, document_id: int) -> bytes:
        """Return the bytes of the file as imported."""
        ...

    def passages(self, document_id: int) -> tuple[KeptPassage, ...]:
        """Return every passage of a document in reading order."""
        ...

    def outline(self, document_id: int) -> tuple[Section, ...]:
        """Return the sections of a document in reading order."""
        ...

    def details(self, document_id: int) -> tuple[Detail, ...]:
        """Return what is recorded of a document."""
        ...

    def recommendations(self, document_id: int) -> tuple[Recommendation, ...]:
        """Return the recommendations of a document in order."""
        ...

    def concerns(self, document_id: int) -> tuple[Concern, ...]:
        """Return the coroner's concerns of a document in order."""
        ...

    def remove(self, document_id: int, *, reason: str, coder: str) -> Changes:
        """Really remove a document: bytes, text, index and journal payload are gone.

        The audit keeps its hash, who and why. The review goes with its last document.
        """
        ...
