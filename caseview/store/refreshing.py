"""Keeps titles, kinds and attributes in line with the documents and decisions they follow from.

They are written down, not worked out each time, so that filters and cross-tabs over thousands of
reviews are one look-up. `refresh` alone writes them, in the transaction of what changed them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from caseview.domain.document import Document
from caseview.domain.review import Review, status_of
from caseview.domain.suggestion import Decision
from caseview.store import deriving, loading
from caseview.store.reviews import documents_of
from caseview.store.tables import AttributeRow, DetailRow, DocumentRow, ReviewRow
from caseview.store.tables_decided import SuggestionRow, TagRow


@dataclass(frozen=True, slots=True)
class Following:
    """What follows from a review's documents, as it is written down.

    `review` is title, kind and kind_also (None when it has no documents), `titles` are (document
    id, title), `attributes` (name, value) in order.
    """

    review: tuple[str, str, str | None] | None
    titles: tuple[tuple[int, str], ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


def refresh(connection: Connection, review_ids: Iterable[int]) -> frozenset[int]:
    """Bring reviews in line; return the ids of those that were not."""
    stale = dict(_stale(connection, review_ids))
    for review_id, wanted in stale.items():
        _write(connection, review_id, wanted)
    return frozenset(stale)


def stale_reviews(connection: Connection, review_ids: Iterable[int]) -> frozenset[int]:
    """Return the ids of those reviews that are not in line, changing nothing."""
    return frozenset(dict(_stale(connection, review_ids)))


def _stale(connection: Connection, review_ids: Iterable[int]) -> Iterator[tuple[int, Following]]:
    """Yield each review that is not in line, with what should be written of it."""
    for review_id in sorted(set(review_ids)):
        documents = documents_of(connection, [review_id]).get(review_id, [])
        wanted = _wanted(connection, review_id, documents)
        if _written(connection, review_id, documents) != wanted:
            yield review_id, wanted


def _written(connection: Connection, review_id: int, documents: Sequence[Document]) -> Following:
    row = AttributeRow
    attributes = connection.execute(
        select(row.name, row.value).where(row.review_id == review_id).order_by(row.position)
    )
    review = connection.execute(
        select(ReviewRow.title, ReviewRow.kind, ReviewRow.kind_also).where(
            ReviewRow.id == review_id
        )
    ).first()
    return Following(
        review=(review.title, review.kind, review.kind_also) if review and documents else None,
        titles=tuple((document.id, document.title) for document in documents),
        attributes=tuple((name, value) for name, value in attributes),
    )


def _wanted(connection: Connection, review_id: int, documents: Sequence[Document]) -> Following:
    if not documents:
        return Following(None)
    ids = [document.id for document in documents]
    chosen = loading.select_details().where(DetailRow.document_id.in_(ids))
    details = loading.details(connection.execute(chosen).all())
    review = _review(connection, review_id, documents, details)
    return Following(
        review=(review.title, review.kind, review.kind_also),
        titles=tuple(
            (one.id, deriving.document_title(one.name, details.get(one.id, ())))
            for one in documents
        ),
        attributes=deriving.attributes_of(review),
    )


def _review(
    connection: Connection,
    review_id: int,
    documents: Sequence[Document],
    details: deriving.DetailsByDocument,
) -> Review:
    principal = deriving.principal_first(documents)[0]
    merged = deriving.merged_details(documents, details)
    screened_out = connection.scalar(
        select(ReviewRow.screened_out).where(ReviewRow.id == review_id)
    )
    decided = _decided(connection, [document.id for document in documents])
    return Review(
        id=review_id,
        title=deriving.review_title(merged, principal),
        kind=principal.kind,
        kind_also=principal.kind_also,
        status=status_of(documents, screened_out=screened_out, decided=decided),
        documents=tuple(documents),
        details=merged,
        screened_out=screened_out,
    )


def _decided(connection: Connection, document_ids: Sequence[int]) -> bool:
    tagged = select(TagRow.id).where(TagRow.document_id.in_(document_ids)).limit(1)
    row = SuggestionRow
    decided = (
        select(row.id)
        .where(row.document_id.in_(document_ids), row.decision != Decision.UNDECIDED.value)
        .limit(1)
    )
    return connection.scalar(tagged) is not None or connection.scalar(decided) is not None


def _write(connection: Connection, review_id: int, wanted: Following) -> None:
    for number, title in wanted.titles:
        row = DocumentRow
        connection.execute(update(row).where(row.id == number).values(title=title))
    if wanted.review is not None:
        title, kind, also = wanted.review
        connection.execute(
            update(ReviewRow)
            .where(ReviewRow.id == review_id)
            .values(title=title, kind=kind, kind_also=also)
        )
    connection.execute(delete(AttributeRow).where(AttributeRow.review_id == review_id))
    if wanted.attributes:
        connection.execute(
            insert(AttributeRow),
            [
                {"review_id": review_id, "name": name, "value": value, "position": position}
                for position, (name, value) in enumerate(wanted.attributes)
            ],
        )
