"""Filters of a cross-tab: removable terms and words typed, as one expression of the language."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from caseview.counting.wording import axis_title
from caseview.desktop.models.narrowing import FACETS, label, values_of
from caseview.desktop.tongue import told
from caseview.domain.crosstab import NOT_RECORDED
from caseview.domain.review import Review

Offered = Mapping[str, tuple[tuple[str, str, int], ...]]


@dataclass(frozen=True, slots=True)
class Term:
    """One field with one value ("kind" is "sar")."""

    field: str
    value: str

    @property
    def words(self) -> str:
        """The term as a chip says it."""
        return f"{told(axis_title(self.field).capitalize())}: {label(self.field, self.value)}"

    @property
    def expression(self) -> str:
        """The term in the search language."""
        return f"{self.field}:{quoted(self.value)}"


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a count: terms chosen, and an expression typed beside them."""

    terms: tuple[Term, ...] = ()
    typed: str = ""

    def with_term(self, term: Term) -> "Filters":
        """Return the filters with one more term."""
        return self if term in self.terms else replace(self, terms=(*self.terms, term))

    def without(self, term: Term) -> "Filters":
        """Return the filters without a term."""
        return replace(self, terms=tuple(one for one in self.terms if one != term))

    @property
    def where(self) -> str:
        """The filters as one expression; the values of one field are alternatives."""
        fields: dict[str, list[str]] = {}
        for term in self.terms:
            fields.setdefault(term.field, []).append(term.expression)
        parts = [_either(same) for same in fields.values()]
        if typed := self.typed.strip():
            parts.append(f"({typed})" if parts and " " in typed else typed)
        return " ".join(parts)


def offered(reviews: Iterable[Review]) -> Offered:
    """Return what reviews can be filtered by: (value, words, reviews) by field, most first."""
    known = tuple(reviews)
    found = {}
    for field in FACETS:
        counts = Counter(value for review in known for value in set(values_of(review, field)))
        counts.pop(NOT_RECORDED, None)
        if counts:
            ordered = sorted(counts.items(), key=lambda pair: (-pair[1], label(field, pair[0])))
            found[field] = tuple((value, label(field, value), n) for value, n in ordered)
    return found


def quoted(value: str) -> str:
    """Return a value as the search language wants it: in quotes unless it is one plain word."""
    plain = value.replace('"', " ")
    return plain if plain.replace("_", "").isalnum() else f'"{plain}"'


def _either(expressions: list[str]) -> str:
    return expressions[0] if len(expressions) == 1 else f"({' OR '.join(expressions)})"
