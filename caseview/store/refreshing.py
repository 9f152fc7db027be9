"""Keeps titles, kinds and attributes in line with the documents and decisions they follow from.

They are written down, not worked out each time, so that filters and cross-tabs over thousands of
reviews are one look-up. `refresh` alone writes them, in the transaction of what changed them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from sqlalchemy import Connection, delete, exists, insert, select, update

from caseview.domain.document import Document
from caseview.domain.review import Review, status_of
from caseview.domain.suggestion import Decision
from caseview.store import deriving, loading
from caseview.store.loading import AnyRow
from caseview.store.reviews import documents_of
from caseview.store.tables import AttributeRow, DetailRow, DocumentRow, ReviewRow
from caseview.store.tables_decided import SuggestionRow, TagRow

AT_ONCE = 400
"""How many reviews are looked at in one go: few statements, and little held in memory."""


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
    wanted = sorted(set(review_ids))
    for begin in range(0, len(wanted), AT_ONCE):
        some = wanted[begin : begin + AT_ONCE]
        held = _held(connection, some)
        for review_id in some:
            right = held.wanted(review_id)
            if held.written(review_id) != right:
                yield review_id, right


@dataclass(frozen=True, slots=True)
class _Held:
    """What the casebook holds of some reviews, each by review id but for the details."""

    rows: Mapping[int, AnyRow]
    documents: Mapping[int, Sequence[Document]]
    details: deriving.DetailsByDocument
    attributes: Mapping[int, Sequence[tuple[str, str]]]
    decided: Set[int]

    def written(self, review_id: int) -> Following:
        """Return what is written down of a review."""
        documents, row = self.documents.get(review_id, ()), self.rows.get(review_id)
        return Following(
            review=(row.title, row.kind, row.kind_also) if row and documents else None,
            titles=tuple((document.id, document.title) for document in documents),
            attributes=tuple(self.attributes.get(review_id, ())),
        )

    def wanted(self, review_id: int) -> Following:
        """Return what should be written down of a review."""
        documents = self.documents.get(review_id, ())
        if not documents:
            return Following(None)
        review = self._review(review_id, documents)
        return Following(
            review=(review.title, review.kind, review.kind_also),
            titles=tuple(
                (one.id, deriving.document_title(one.name, self.details.get(one.id, ())))
                for one in documents
            ),
            attributes=deriving.attributes_of(review),
        )

    def _review(self, review_id: int, documents: Sequence[Document]) -> Review:
        principal = deriving.principal_first(documents)[0]
        merged = deriving.merged_details(documents, self.details)
        row = self.rows.get(review_id)
        screened_out = None if row is None else row.screened_out
        decided = review_id in self.decided
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


def _held(connection: Connection, ids: Sequence[int]) -> _Held:
    review, attribute = ReviewRow, AttributeRow
    rows = select(
        review.id, review.title, review.kind, review.kind_also, review.screened_out
    ).where(review.id.in_(ids))
    documents = documents_of(connection, ids)
    numbers = [one.id for some in documents.values() for one in some]
    details = loading.select_details().where(DetailRow.document_id.in_(numbers))
    attributes: dict[int, list[tuple[str, str]]] = {}
    for number, name, value in connection.execute(
        select(attribute.review_id, attribute.name, attribute.value)
        .where(attribute.review_id.in_(ids))
        .order_by(attribute.review_id, attribute.position)
    ):
        attributes.setdefault(number, []).append((name, value))
    return _Held(
        {row.id: row for row in connection.execute(rows)},
        documents,
        loading.details(connection.execute(details).all()),
        attributes,
        _decided(connection, ids),
    )


def _decided(connection: Connection, ids: Sequence[int]) -> frozenset[int]:
    """Return which of these reviews have a tag, or a suggestion that somebody decided."""
    document, suggestion, tag = DocumentRow, SuggestionRow, TagRow
    tagged = exists().where(tag.document_id == document.id)
    decided = exists().where(
        suggestion.document_id == document.id,
        suggestion.decision != Decision.UNDECIDED.value,
    )
    chosen = select(document.review_id).where(document.review_id.in_(ids), tagged | decided)
    return frozenset(connection.scalars(chosen))


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
