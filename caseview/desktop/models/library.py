"""The Library's table: a row a review, sorted by any column, spoken row by row."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from caseview.counting.wording import joined, number
from caseview.desktop.models.details import short_title
from caseview.desktop.tongue import several, told, tr
from caseview.domain.attribute import DetailName
from caseview.domain.english import English
from caseview.domain.review import Review, Status

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
REVIEW = int(Role.UserRole)
NONE = "\N{EN DASH}"


def to_read(review: Review) -> int | None:
    """Return the document to read next of a review: the first that is not finished, else any."""
    waiting = (d.id for d in review.documents if d.can_be_read and d.finished_at is None)
    return next(waiting, next((d.id for d in review.documents), None))


class Column(IntEnum):
    """The columns, left to right."""

    TITLE = 0
    KIND = 1
    YEAR = 2
    AREA = 3
    DOCUMENTS = 4
    TO_DECIDE = 5
    TAGS = 6
    STATUS = 7


HEADINGS = (
    English("Review"),
    English("Type"),
    English("Year"),
    English("Area"),
    English("Docs"),
    English("To decide"),
    English("Tags"),
    English("Status"),
)
NUMBERS = frozenset({Column.DOCUMENTS, Column.TO_DECIDE, Column.TAGS})
ICONS = {
    Status.TO_TAG: ("circle-plus", "text2"),
    Status.TAGGING: ("circle-dot", "accent"),
    Status.FINISHED: ("circle-check", "ok"),
    Status.SCREENED_OUT: ("circle-minus", "text2"),
    Status.NO_TEXT: ("triangle-alert", "warning"),
}


@dataclass(frozen=True, slots=True)
class Order:
    """How the table is sorted."""

    column: Column = Column.TITLE
    downwards: bool = False


class LibraryModel(QAbstractTableModel):
    """Reviews as rows."""

    def __init__(self) -> None:
        super().__init__()
        self._reviews: list[Review] = []
        self._order = Order()

    @property
    def order(self) -> Order:
        """How the table is sorted."""
        return self._order

    def show(self, reviews: Sequence[Review]) -> None:
        """Show these reviews in the order in force."""
        self.beginResetModel()
        self._reviews = self._sorted(reviews)
        self.endResetModel()

    def review(self, index: Index) -> Review | None:
        """Return the review of a row, None where there is no such row."""
        return self._reviews[index.row()] if index.isValid() else None

    def row_of(self, review_id: int) -> int | None:
        """Return the row of a review, None when it is not shown."""
        return next((n for n, r in enumerate(self._reviews) if r.id == review_id), None)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = Order(Column(column), order is Qt.SortOrder.DescendingOrder)
        self.layoutAboutToBeChanged.emit()
        self._reviews = self._sorted(self._reviews)
        self.layoutChanged.emit()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._reviews)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return len(HEADINGS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            return told(HEADINGS[section])
        return _side(section) if role == Role.TextAlignmentRole else None

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        review = self.review(index)
        if review is None:
            return None
        if role == Role.DisplayRole:
            return shown(review, Column(index.column()))
        if role == Role.AccessibleTextRole:
            return spoken(review) if index.column() == 0 else self._cell_spoken(review, index)
        if role == Role.TextAlignmentRole:
            return _side(index.column())
        if role == Role.ToolTipRole and index.column() == Column.TITLE:
            return review.title
        return review if role == REVIEW else None

    def _cell_spoken(self, review: Review, index: Index) -> str:
        heading = told(HEADINGS[index.column()])
        return f"{heading}: {shown(review, Column(index.column()))}"

    def _sorted(self, reviews: Sequence[Review]) -> list[Review]:
        named = sorted(reviews, key=lambda review: review.title.casefold())
        column = self._order.column
        if column is Column.TITLE:
            return named[::-1] if self._order.downwards else named
        return sorted(named, key=lambda r: _key(r, column), reverse=self._order.downwards)


def shown(review: Review, column: Column) -> str:
    """Return the words of one cell."""
    if review.status in {Status.NO_TEXT, Status.SCREENED_OUT} and column in {
        Column.TO_DECIDE,
        Column.TAGS,
    }:
        return NONE
    return {
        Column.TITLE: short_title(review),
        Column.KIND: told(review.kind.label),
        Column.YEAR: review.year or NONE,
        Column.AREA: ", ".join(review.attribute(DetailName.AREA)) or NONE,
        Column.DOCUMENTS: number(len(review.documents)),
        Column.TO_DECIDE: f"{number(review.to_decide)} ?" if review.to_decide else "0",
        Column.TAGS: number(review.tags),
        Column.STATUS: status_words(review),
    }[column]


def status_words(review: Review) -> str:
    """Return the status as the table shows it; one in hand says in whose ("Tagging: JB")."""
    if review.status is Status.TAGGING and review.readers:
        return f"{told(review.status.label)}: {', '.join(review.readers)}"
    return told(review.status.label)


def _status_spoken(review: Review) -> str:
    said = told(review.status.label.lower())
    who = joined(review.readers)
    return tr("{0} by {1}", said, who) if who and review.status is not Status.SCREENED_OUT else said


def spoken(review: Review) -> str:
    """Return a review as a screen reader says it."""
    parts = [review.title, told(review.kind.label)]
    if review.year:
        parts.append(review.year)
    parts.extend(review.attribute(DetailName.AREA))
    parts.append(_status_spoken(review))
    if review.to_decide:
        parts.append(tr("{0} to decide", number(review.to_decide)))
    parts.append(several(review.tags, "tag"))
    return ", ".join(parts)


def _key(review: Review, column: Column) -> tuple[int, str]:
    number_of = {
        Column.DOCUMENTS: len(review.documents),
        Column.TO_DECIDE: review.to_decide,
        Column.TAGS: review.tags,
        Column.STATUS: list(Status).index(review.status),
    }
    if column in number_of:
        return number_of[column], ""
    return 0, shown(review, column).casefold()


def _side(column: int) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter


def facts_of(reviews: Sequence[Review]) -> str:
    """Return the line of facts about reviews: how many, in how many documents, how far on."""
    documents = sum(len(review.documents) for review in reviews)
    states = [
        f"{number(count)} {words}"
        for status, words in (
            (Status.FINISHED, tr("finished")),
            (Status.TAGGING, tr("in hand")),
            (Status.TO_TAG, tr("to tag")),
            (Status.SCREENED_OUT, tr("screened out")),
        )
        if (count := sum(review.status is status for review in reviews))
    ]
    first = f"{several(len(reviews), 'review')}, {several(documents, 'document')}"
    return f"{first}  ·  {joined(states)}" if states else first
