"""Lists what a casebook holds: reviews, documents, suggestions, tags."""

from collections.abc import Iterable

from caseview.domain.document import Document
from caseview.domain.passage import Passage
from caseview.domain.review import Review
from caseview.domain.suggestion import KeptSuggestion
from caseview.domain.tag import Tag
from caseview.usecases.ports import Finder
from caseview.usecases.work import Casebook


def list_reviews(casebook: Casebook, finder: Finder | None, where: str = "") -> tuple[Review, ...]:
    """Return the reviews that the field expression selects, by title; all without one.

    Raises QueryError when the expression cannot be understood.
    """
    with casebook.reading() as work:
        reviews = work.reviews.all()
        if finder is None or not where.strip():
            return reviews
        chosen = finder.reviews(work.sql, where)
        return tuple(review for review in reviews if review.id in chosen)


def attributes_of(casebook: Casebook) -> dict[int, dict[str, tuple[str, ...]]]:
    """Return every recorded attribute of each review, by review id and name."""
    found: dict[int, dict[str, tuple[str, ...]]] = {}
    with casebook.reading() as work:
        for name in work.reviews.attribute_names():
            for review_id, held in work.reviews.attributes(name).items():
                found.setdefault(review_id, {})[name] = held
    return found


def list_documents(casebook: Casebook) -> tuple[Document, ...]:
    """Return every document."""
    with casebook.reading() as work:
        return work.documents.all()


def list_suggestions(
    casebook: Casebook, document_id: int | None = None
) -> tuple[KeptSuggestion, ...]:
    """Return the suggestions of one document, or all, in reading order."""
    with casebook.reading() as work:
        return work.decisions.suggestions(document_id=document_id)


def list_tags(casebook: Casebook, document_id: int | None = None) -> tuple[Tag, ...]:
    """Return the tags of one document, or all, in reading order."""
    with casebook.reading() as work:
        return work.decisions.tags(document_id=document_id)


def passages_by_id(casebook: Casebook, documents: Iterable[int]) -> dict[int, Passage]:
    """Return the passages of some documents by their ids."""
    with casebook.reading() as work:
        return {
            kept.id: kept.passage
            for document_id in sorted(documents)
            for kept in work.documents.passages(document_id)
        }
