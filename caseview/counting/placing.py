"""Where units stand along a scale: sets of reviews, documents or passages by heading."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from caseview.counting.bits import Bits, bits
from caseview.counting.population import Population, counting
from caseview.counting.scales import FORM, Scale
from caseview.domain.crosstab import Alike, CrossTabSpec, Unit

Sets = Mapping[str, Bits]


@dataclass(frozen=True)
class Placing:
    """Places the units of `spec`; groups of mentions hold ids in columns, so it works by column."""

    spec: CrossTabSpec
    population: Population
    mentions: tuple[Alike, ...]

    @cached_property
    def review_of(self) -> Mapping[int, int]:
        """The review of each counted document."""
        return {one.id: one.review_id for one in self.population.documents.values()}

    @cached_property
    def counted(self) -> tuple[Alike, ...]:
        """The groups that count and have a mention in a counted document."""
        wanted, documents = counting(self.spec), self.population.documents
        return tuple(
            group
            for group in self.mentions
            if wanted(group) and any(one in documents for one in group.documents)
        )

    @cached_property
    def units_in_all(self) -> int:
        """How many units could count; for passages, those with any counted mention."""
        if self.spec.unit is Unit.REVIEWS:
            return len(self.population.reviews)
        if self.spec.unit is Unit.DOCUMENTS:
            return len(self.population.documents)
        return len(self._document_of)

    def found(self, scale: Scale) -> set[str]:
        """Return every heading of a scale that has something under it."""
        if scale.of is not None:
            return {heading for group in self.counted for heading in scale.of(group)}
        documents: Iterable[int] = self.population.documents
        if self.spec.unit is Unit.PASSAGES:
            documents = set(self._document_of.values())
        return {heading for document in documents for heading in scale.by_document[document]}

    def mixed(self, scales: Iterable[Scale]) -> bool:
        """Return whether a unit can have several documents that stand apart along a scale."""
        return self.spec.unit is Unit.REVIEWS and any(scale.name == FORM for scale in scales)

    def sets(self, scale: Scale) -> Sets:
        """Return the units under each heading: those with a mention there, or that are so."""
        most = self._most
        return {heading: bits(ids, most) for heading, ids in self._ids(scale).items()}

    def sizes(self, scale: Scale) -> Mapping[str, int]:
        """Return how many units stand under each heading of a scale."""
        return {heading: len(set(ids)) for heading, ids in self._ids(scale).items()}

    def pairs(self, rows: Scale, columns: Scale) -> Mapping[tuple[str, str], set[int]]:
        """Return the units of each cell where one and the same mention has both headings."""
        found: dict[tuple[str, str], set[int]] = defaultdict(set)
        by_row, by_column = self._documents_under(rows), self._documents_under(columns)
        for group in self.counted:
            for row, in_row in _parts(rows, group, by_row):
                for column, in_column in _parts(columns, group, by_column):
                    both = in_row if in_column is None else in_column
                    if in_row is not None and in_column is not None:
                        both = in_row & in_column
                    found[row, column].update(self._units(group, both))
        return {place: units for place, units in found.items() if units}

    def _documents_under(self, scale: Scale) -> Mapping[str, set[int]]:
        under = _under(scale.by_document.items())
        return {heading: set(documents) for heading, documents in under.items()}

    def _units(self, group: Alike, within: set[int] | None) -> Iterable[int]:
        """Return the units of a group's mentions, in these documents or in all that count."""
        documents = self.review_of if within is None else within
        if self.spec.unit is Unit.PASSAGES:
            places = zip(group.documents, group.passages, strict=True)
            return [passage for document, passage in places if document in documents]
        there = {document for document in group.documents if document in documents}
        if self.spec.unit is Unit.DOCUMENTS:
            return there
        review_of = self.review_of
        return {review_of[document] for document in there}

    def _ids(self, scale: Scale) -> Mapping[str, Iterable[int]]:
        if scale.of is not None:
            under: dict[str, list[Iterable[int]]] = defaultdict(list)
            for group in self.counted:
                for heading in scale.of(group):
                    under[heading].append(self._units(group, None))
            return {heading: set(chain(*parts)) for heading, parts in under.items()}
        by_document = scale.by_document
        if self.spec.unit is Unit.PASSAGES:
            return _under((p, by_document[document]) for p, document in self._document_of.items())
        if self.spec.unit is Unit.DOCUMENTS:
            return _under(by_document.items())
        return _under((self.review_of[one], headings) for one, headings in by_document.items())

    @cached_property
    def _document_of(self) -> Mapping[int, int]:
        """The document of each passage with a counted mention."""
        found: dict[int, int] = {}
        for group in self.counted:
            found.update(zip(group.passages, group.documents, strict=True))
        documents = self.population.documents
        return {passage: one for passage, one in found.items() if one in documents}

    @cached_property
    def _most(self) -> int:
        if self.spec.unit is Unit.REVIEWS:
            return max((review.id for review in self.population.reviews), default=0)
        if self.spec.unit is Unit.DOCUMENTS:
            return max(self.population.documents, default=0)
        return max(self._document_of, default=0)


def _under(placed: Iterable[tuple[int, tuple[str, ...]]]) -> Mapping[str, list[int]]:
    under: dict[str, list[int]] = defaultdict(list)
    for unit, headings in placed:
        for heading in headings:
            under[heading].append(unit)
    return under


def _parts(
    scale: Scale, group: Alike, documents: Mapping[str, set[int]]
) -> Iterator[tuple[str, set[int] | None]]:
    """Yield the headings of a group, each with the documents it has it in, None for all."""
    if scale.of is not None:
        yield from ((heading, None) for heading in scale.of(group))
    else:
        yield from documents.items()
