"""The reviews of a casebook with their documents, details and how far the work has come."""

from bisect import insort
from collections.abc import Iterable, Mapping, Sequence, Set

from sqlalchemy import ColumnElement, Connection, func, select
from sqlalchemy.orm import InstrumentedAttribute

from caseview.domain.attribute import Detail
from caseview.domain.document import Document
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.review import Review, Status
from caseview.domain.suggestion import Decision, Level
from caseview.store import deriving, loading
from caseview.store.remembering import Reading
from caseview.store.tables import AttributeRow, DetailRow, DocumentRow, ReviewRow
from caseview.store.tables_decided import SuggestionRow, TagRow
from caseview.store.touching import Touched


class StoredReviews:
    """The reviews of a casebook inside one transaction."""

    def __init__(self, connection: Connection, whole: Reading) -> None:
        self._connection = connection
        self._whole = whole

    def all(self) -> tuple[Review, ...]:
        """Return every review with its documents and details, by title."""
        return self._whole.value(
            "reviews",
            lambda: tuple(sorted(_reviews(self._connection, None), key=_by_title)),
            self._mended,
        )

    def _mended(self, known: tuple[Review, ...], touched: Touched) -> tuple[Review, ...]:
        """Return the reviews with those read again that something was touched in."""
        row = DocumentRow
        now = self._connection.scalars(
            select(row.review_id).where(row.id.in_(touched.documents)).distinct()
        )
        again = touched.reviews.union(now)
        found = [review for review in known if review.id not in again]
        for review in self.these(again):
            insort(found, review, key=_by_title)
        return tuple(found)

    def get(self, review_id: int) -> Review:
        """Return one review. Raises CasebookError when there is none with this id."""
        found = _reviews(self._connection, [review_id])
        if not found:
            raise CasebookError(
                English("There is no review {0} in this casebook.", review_id),
                "Look at the list of reviews.",
            )
        return found[0]

    def these(self, ids: Iterable[int]) -> tuple[Review, ...]:
        """Return the reviews with these ids, by title; one that is gone is left out."""
        return tuple(sorted(_reviews(self._connection, sorted(ids)), key=_by_title))

    def having(self, name: str, value: str) -> tuple[Review, ...]:
        """Return the reviews that have this value of an attribute (see `attributes`)."""
        row = AttributeRow
        chosen = select(row.review_id).where(row.name == name, row.value == value)
        return tuple(_reviews(self._connection, self._connection.scalars(chosen).all()))

    def attributes(self, name: str) -> Mapping[int, tuple[str, ...]]:
        """Return the values of one attribute by review id; a review without is not there."""
        row = AttributeRow
        found: dict[int, tuple[str, ...]] = {}
        for review_id, value in self._connection.execute(
            select(row.review_id, row.value).where(row.name == name).order_by(row.position)
        ):
            found[review_id] = (*found.get(review_id, ()), value)
        return found

    def guessed(self) -> Mapping[int, tuple[Detail, ...]]:
        """Return the details that nobody has confirmed, by document id."""
        row = DetailRow
        chosen = loading.select_details().where(row.confirmed.is_(False))
        return loading.details(self._connection.execute(chosen).all())

    def attribute_names(self) -> tuple[str, ...]:
        """Return the names that `attributes` knows."""
        return deriving.ATTRIBUTE_NAMES


def _by_title(review: Review) -> tuple[str, int]:
    return review.title.casefold(), review.id


def _reviews(connection: Connection, ids: Sequence[int] | None) -> list[Review]:
    """Return reviews that have documents: those with these ids, or all."""
    documents = documents_of(connection, ids)
    row = ReviewRow
    rows = select(row.id, row.title, row.kind, row.kind_also, row.screened_out)
    details = loading.select_details()
    if ids is not None:
        rows = rows.where(row.id.in_(ids))
        details = details.where(
            DetailRow.document_id.in_([one.id for some in documents.values() for one in some])
        )
    by_document = loading.details(connection.execute(details).all())
    status = _attribute(connection, "status", ids)
    tags = _tally(connection, TagRow.document_id, None, ids)
    open_ones = (SuggestionRow.decision == Decision.UNDECIDED.value) & (
        SuggestionRow.confidence >= Level.NORMAL.least
    )
    to_decide = _tally(connection, SuggestionRow.document_id, open_ones, ids)
    taggers = _taggers(connection, ids)
    return [
        Review(
            id=number,
            title=title,
            kind=loading.KINDS[kind],
            status=Status(status[number]),
            documents=tuple(documents[number]),
            details=deriving.merged_details(documents[number], by_document),
            kind_also=loading.KINDS[also] if also else None,
            screened_out=screened_out,
            tags=tags.get(number, 0),
            to_decide=to_decide.get(number, 0),
            readers=_readers(documents[number], taggers.get(number, set())),
        )
        for number, title, kind, also, screened_out in connection.execute(rows)
        if number in documents
    ]


def documents_of(connection: Connection, ids: Sequence[int] | None) -> dict[int, list[Document]]:
    """Return the documents of reviews by review id: of those with these ids, or of all."""
    rows = loading.select_documents()
    if ids is not None:
        rows = rows.where(DocumentRow.review_id.in_(ids))
    found: dict[int, list[Document]] = {}
    for row in connection.execute(rows):
        made = loading.document(row)
        found.setdefault(made.review_id, []).append(made)
    return found


def _readers(documents: Sequence[Document], taggers: Set[str]) -> tuple[str, ...]:
    return tuple(sorted({*taggers, *(one.finished_by for one in documents if one.finished_by)}))


def _taggers(connection: Connection, ids: Sequence[int] | None) -> dict[int, set[str]]:
    rows = (
        select(DocumentRow.review_id, TagRow.coder)
        .join_from(TagRow, DocumentRow, TagRow.document_id == DocumentRow.id)
        .distinct()
    )
    if ids is not None:
        rows = rows.where(DocumentRow.review_id.in_(ids))
    found: dict[int, set[str]] = {}
    for review_id, coder in connection.execute(rows):
        found.setdefault(review_id, set()).add(coder)
    return found


def _attribute(connection: Connection, name: str, ids: Sequence[int] | None) -> dict[int, str]:
    rows = select(AttributeRow.review_id, AttributeRow.value).where(AttributeRow.name == name)
    if ids is not None:
        rows = rows.where(AttributeRow.review_id.in_(ids))
    return {row.review_id: row.value for row in connection.execute(rows)}


def _tally(
    connection: Connection,
    of: InstrumentedAttribute[int],
    where: ColumnElement[bool] | None,
    ids: Sequence[int] | None,
) -> dict[int, int]:
    """Return how many rows there are by review; `of` is the column that names the document."""
    rows = (
        select(DocumentRow.review_id, func.count().label("number"))
        .join_from(of.class_, DocumentRow, of == DocumentRow.id)
        .group_by(DocumentRow.review_id)
    )
    if where is not None:
        rows = rows.where(where)
    if ids is not None:
        rows = rows.where(DocumentRow.review_id.in_(ids))
    return {row.review_id: row.number for row in connection.execute(rows)}
