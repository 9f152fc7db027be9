"""The documents of a casebook as a search sees them: what they are and whose they are."""

from dataclasses import dataclass, field

from caseview.usecases.ports import Rows

_DOCUMENTS = (
    "SELECT document.id, document.review_id, document.sha256, document.kind, document.kind_also,"
    " document.form, document.title, document.name, review.title,"
    " review.screened_out IS NOT NULL"
    " FROM document JOIN review ON review.id = document.review_id"
)
_ATTRIBUTES = (
    "SELECT name, review_id, value FROM attribute WHERE name IN ('status', 'year', 'area', 'force')"
    " ORDER BY review_id, position"
)
_ATTRIBUTE = "SELECT review_id, value FROM attribute WHERE name = ? ORDER BY review_id, position"

Values = dict[int, list[str]]
"""The values of an attribute by review; a review without is not there."""


@dataclass(frozen=True, slots=True)
class Volume:
    """One document; `kinds` are its kind and, for a joint review, its second one."""

    review: int
    sha256: str
    kinds: tuple[str, ...]
    form: str
    title: str
    name: str
    review_title: str
    screened_out: bool = False


@dataclass(slots=True)
class Shelf:
    """Every document by id, and the attributes of the reviews as they are asked for."""

    volumes: dict[int, Volume] = field(default_factory=dict)
    attributes: dict[str, Values] = field(default_factory=dict)

    def screened_out(self) -> list[int]:
        """Return the documents of reviews that are screened out."""
        return [number for number, one in self.volumes.items() if one.screened_out]

    def attribute(self, rows: Rows, name: str) -> Values:
        """Return the values of an attribute by review."""
        if name not in self.attributes:
            found: Values = {}
            for review, value in rows.rows(_ATTRIBUTE, (name,)):
                found.setdefault(review, []).append(value)
            self.attributes[name] = found
        return self.attributes[name]


def load_shelf(rows: Rows) -> Shelf:
    """Read every document, and the attributes that each answer counts by."""
    volumes = {
        number: Volume(
            review, sha256, (kind, also) if also else (kind,), form, title, name, of, bool(out)
        )
        for number, review, sha256, kind, also, form, title, name, of, out in rows.rows(_DOCUMENTS)
    }
    attributes: dict[str, Values] = {name: {} for name in ("status", "year", "area", "force")}
    for name, review, value in rows.rows(_ATTRIBUTES):
        attributes[name].setdefault(review, []).append(value)
    return Shelf(volumes, attributes)
