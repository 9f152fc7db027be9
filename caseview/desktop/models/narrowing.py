"""Narrowing the Library: from reviews, ticks and words to fewer reviews and counts."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from caseview.counting.wording import joined
from caseview.desktop.models.facets import Facet
from caseview.desktop.tongue import told, tr
from caseview.domain.attribute import DetailName
from caseview.domain.crosstab import NOT_RECORDED
from caseview.domain.document import Form, Kind
from caseview.domain.english import English
from caseview.domain.review import Review, Status
from caseview.usecases.confirm_details import CONFIRMED

Chosen = Mapping[str, frozenset[str]]
FACETS = {
    "status": English("Status"),
    "kind": English("Review type"),
    "form": English("Form"),
    "year": English("Year"),
    "area": English("Area"),
    "force": English("Police force"),
    "region": English("Region"),
    "agency": English("Agency"),
    "harm": English("Type of harm"),
}
WORK = {"reader": English("Who read it"), "reason": English("Screened out because")}
"""What only the Library is narrowed by: how the work goes, not what is counted."""
LIBRARY = FACETS | WORK
NOBODY = English("nobody yet")
_DETAILS = {
    "area": DetailName.AREA,
    "force": DetailName.POLICE_FORCE,
    "region": DetailName.REGION,
    "agency": DetailName.AGENCY,
    "harm": DetailName.HARM,
}


def values_of(review: Review, facet: str) -> tuple[str, ...]:
    """Return the values a review has of a facet; "not recorded" where it has none."""
    if facet in _DETAILS:
        return review.attribute(_DETAILS[facet]) or (NOT_RECORDED,)
    return _VALUES[facet](review)


def _kinds(review: Review) -> tuple[str, ...]:
    also = review.kind_also
    return (review.kind.value,) if also is None else (review.kind.value, also.value)


def _forms(review: Review) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.form.value for one in review.documents))


_VALUES: Mapping[str, Callable[[Review], tuple[str, ...]]] = {
    "status": lambda review: (review.status.value,),
    "kind": _kinds,
    "form": _forms,
    "year": lambda review: (review.year or NOT_RECORDED,),
    "reader": lambda review: review.readers or (tr(NOBODY),),
    "reason": lambda review: () if review.screened_out is None else (review.screened_out,),
}


@dataclass(frozen=True, slots=True)
class _Row:
    """A review with what it is narrowed by, looked up once."""

    review: Review
    values: Mapping[str, tuple[str, ...]]
    words: str
    guesses: int


class Narrowing:
    """Reviews made ready to be narrowed as often as somebody ticks or types.

    Rows of the one `before` are taken over for the reviews that are the very same objects.
    """

    def __init__(self, reviews: Iterable[Review], before: "Narrowing | None" = None) -> None:
        known = before.rows if before is not None else {}
        self.rows: dict[int, _Row] = {}
        for review in reviews:
            row = known.get(review.id)
            self.rows[review.id] = row if row and row.review is review else _row(review)
        self.recorded: dict[DetailName, set[str]] = {name: set() for name in DetailName}
        """What is recorded anywhere, by detail."""
        for review in self.reviews:
            for detail in review.details:
                self.recorded[detail.name].add(detail.value)
        self._columns = {name: [row.values[name] for row in self.rows.values()] for name in LIBRARY}
        self._there = {
            name: dict.fromkeys(chain.from_iterable(column), 0)
            for name, column in self._columns.items()
        }

    @property
    def reviews(self) -> tuple[Review, ...]:
        """Every review, in the order given."""
        return tuple(row.review for row in self.rows.values())

    @property
    def guesses(self) -> int:
        """How many details of reviews not screened out nobody has confirmed."""
        return sum(row.guesses for row in self.rows.values())

    def narrow(
        self, chosen: Chosen, typed: str = ""
    ) -> tuple[tuple[Review, ...], tuple[Facet, ...]]:
        """Return the reviews that have one ticked value of each ticked facet and the words typed.

        With them the facets, each counted as the others narrow it.
        """
        places = self._with_words(typed)
        missed = {
            name: {at for at in places if wanted.isdisjoint(self._columns[name][at])}
            for name, wanted in chosen.items()
        }
        held = _without(places, missed.values())
        facets = []
        for name, there in self._there.items():
            counts = Counter(there)
            others = [gone for other, gone in missed.items() if other != name]
            left = _without(places, others) if name in missed else held
            counts.update(chain.from_iterable(map(self._columns[name].__getitem__, left)))
            if counts:
                facets.append(_facet(name, counts, chosen))
        reviews = self.reviews
        return tuple(reviews[at] for at in held), tuple(facets)

    def _with_words(self, typed: str) -> Sequence[int]:
        """Return the places of the reviews that hold the words typed."""
        words = typed.casefold().split()
        if not words:
            return range(len(self.rows))
        rows = enumerate(self.rows.values())
        return [at for at, row in rows if all(word in row.words for word in words)]


def _without(places: Sequence[int], missed: Iterable[set[int]]) -> Sequence[int]:
    gone = set[int]().union(*missed)
    return [at for at in places if at not in gone] if gone else places


def _row(review: Review) -> _Row:
    words = (
        review.title,
        told(review.kind.label),
        review.year or "",
        *review.attribute(DetailName.AREA),
    )
    values = {name: values_of(review, name) for name in LIBRARY}
    return _Row(review, values, " ".join(words).casefold(), _guesses(review))


def _guesses(review: Review) -> int:
    if review.screened_out is not None:
        return 0
    return sum(not one.confirmed and one.name in CONFIRMED for one in review.details)


def _facet(name: str, counts: Counter[str], chosen: Chosen) -> Facet:
    for value in chosen.get(name, ()):
        counts.setdefault(value, 0)
    choices = tuple((value, label(name, value), counts[value]) for value in _ordered(name, counts))
    return Facet(name, LIBRARY[name], choices)


def _ordered(name: str, counts: Counter[str]) -> list[str]:
    if name == "status":
        return [status.value for status in Status if status.value in counts]
    if name == "year":
        return sorted(counts, key=lambda year: (year == NOT_RECORDED, _downwards(year)))
    return sorted(counts, key=lambda value: (-counts[value], label(name, value)))


def _downwards(year: str) -> int:
    return -int(year) if year.isdigit() else 0


def label(facet: str, value: str) -> str:
    """Return the words for a value of a facet."""
    if value == NOT_RECORDED:
        return value.capitalize()
    if facet == "status":
        return told(Status(value).label)
    if facet == "form":
        return told(Form(value).label)
    if value == tr(NOBODY):
        return tr(NOBODY).capitalize()
    return told(Kind(value).label) if facet == "kind" else value


def narrowed_to(chosen: Chosen, typed: str) -> str:
    """Return in words what is ticked and typed ("Status: finished; year: 2021 or 2022"), or ""."""
    parts = [
        f"{LIBRARY[name].lower()}: {joined([label(name, one) for one in sorted(values)], 'or')}"
        for name, values in chosen.items()
        if values and name in LIBRARY
    ]
    if words := typed.strip():
        parts.append(tr("with “{0}”", words))
    return "; ".join(parts)
