"""The documents of a casebook as a search sees them: what they are and whose they are."""

from dataclasses import dataclass
from functools import cached_property

from caseview.usecases.ports import Rows

_DOCUMENTS = (
    "SELECT document.id, document.review_id, document.kind, document.kind_also, document.form,"
    " document.title, document.name, review.title"
    " FROM document JOIN review ON review.id = document.review_id"
)
_ATTRIBUTE = "SELECT review_id, value FROM attribute WHERE name = ? ORDER BY review_id, position"


@dataclass(frozen=True, slots=True)
class Volume:
    """One document; `kinds` are its kind and, for a joint review, its second one."""

    review: int
    kinds: tuple[str, ...]
    form: str
    title: str
    name: str
    review_title: str


class Shelf:
    """Every document and the attributes of the reviews, read when first asked for."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._attributes: dict[str, dict[int, list[str]]] = {}

    @cached_property
    def volumes(self) -> dict[int, Volume]:
        """Each document by id."""
        return {
            number: Volume(review, (kind, also) if also else (kind,), form, title, name, of)
            for number, review, kind, also, form, title, name, of in self._rows.rows(_DOCUMENTS)
        }

    def attribute(self, name: str) -> dict[int, list[str]]:
        """Return the values of an attribute by review; a review without is not there."""
        if name not in self._attributes:
            found: dict[int, list[str]] = {}
            for review, value in self._rows.rows(_ATTRIBUTE, (name,)):
                found.setdefault(review, []).append(value)
            self._attributes[name] = found
        return self._attributes[name]
