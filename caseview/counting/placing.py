"""Where units stand along a scale: sets of reviews, documents or passages by heading."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, product

from caseview.counting.bits import Bits, bits
from caseview.counting.population import Population, counting
from caseview.counting.scales import FORM, Scale
from caseview.counting.sections import section_id
from caseview.domain.crosstab import Alike, ByPage, CrossTabSpec, Unit

Sets = Mapping[str, Bits]


@dataclass(frozen=True)
class Placing:
    """Places the units of `spec`; groups of mentions hold ids in columns, so it works by column."""

    spec: CrossTabSpec
    population: Population
    mentions: tuple[Alike, ...]
    _found: dict[str, Sets] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def review_of(self) -> Mapping[int, int]:
        """The review of each counted document."""
        return {one.id: one.review_id for one in self.population.documents.values()}

    @cached_property
    def counted(self) -> tuple[Alike, ...]:
        """The groups that count and have a mention in a counted document."""
        wanted, every = counting(self.spec), self._documents
        return tuple(
            group
            for group in self.mentions
            if wanted(group) and not every.isdisjoint(group.documents)
        )

    @cached_property
    def units_in_all(self) -> int:
        """How many units could count; of parts of documents, those with any counted mention."""
        if self.spec.unit is Unit.REVIEWS:
            return len(self.population.reviews)
        if self.spec.unit is Unit.DOCUMENTS:
            return len(self.population.documents)
        return len(self._document_of)

    @cached_property
    def by_page(self) -> ByPage:
        """What counts without words: documents that are scans, and tags on whole pages."""
        every = self.population.documents
        return ByPage(
            scans=sum(not document.has_text for document in every.values()),
            tags=sum(
                passage < 0 and document in every
                for group in self.counted
                if min(group.passages, default=0) < 0
                for document, passage in zip(group.documents, group.passages, strict=True)
            ),
        )

    def found(self, scale: Scale) -> set[str]:
        """Return every heading of a scale that has something under it."""
        if scale.of is not None:
            return {heading for group in self.counted for heading in scale.of(group)}
        documents: Iterable[int] = self.population.documents
        if not self.spec.unit.apart:
            documents = set(self._document_of.values())
        return {heading for document in documents for heading in scale.by_document[document]}

    def mixed(self, scales: Iterable[Scale]) -> bool:
        """Return whether a unit can have several documents that stand apart along a scale."""
        return self.spec.unit is Unit.REVIEWS and any(scale.name == FORM for scale in scales)

    def sets(self, scale: Scale) -> Sets:
        """Return the units under each heading: those with a mention there, or that are so."""
        if scale.name not in self._found:
            most, ids = self._most, self._ids(scale)
            self._found[scale.name] = {heading: bits(some, most) for heading, some in ids.items()}
        return self._found[scale.name]

    def sizes(self, scale: Scale) -> Mapping[str, int]:
        """Return how many units stand under each heading of a scale."""
        return {heading: units.bit_count() for heading, units in self.sets(scale).items()}

    def pairs(self, rows: Scale, columns: Scale) -> Mapping[tuple[str, str], set[int]]:
        """Return the units of each cell where one and the same mention has both headings."""
        under: dict[tuple[str, str], list[Alike]] = defaultdict(list)
        in_row, in_column = self._documents_under(rows), self._documents_under(columns)
        for group in self.counted:
            of_row, of_column = _headings(rows, group, in_row), _headings(columns, group, in_column)
            for place in product(of_row, of_column):
                under[place].append(group)
        every = self._documents
        found = {
            (row, column): self._units(some, in_row.get(row, every) & in_column.get(column, every))
            for (row, column), some in under.items()
        }
        return {place: units for place, units in found.items() if units}

    def _documents_under(self, scale: Scale) -> Mapping[str, frozenset[int]]:
        under = _under(scale.by_document.items())
        return {heading: frozenset(documents) for heading, documents in under.items()}

    def _units(self, groups: Iterable[Alike], within: frozenset[int]) -> set[int]:
        """Return the units of the mentions of groups in some of the documents that count."""
        if not self.spec.unit.apart:
            return set().union(*(self._parts(group, within) for group in groups))
        there = within.intersection(chain.from_iterable(group.documents for group in groups))
        if self.spec.unit is Unit.DOCUMENTS:
            return set(there)
        return set(map(self.review_of.__getitem__, there))

    def _ids(self, scale: Scale) -> Mapping[str, Iterable[int]]:
        if scale.of is not None:
            under: dict[str, list[Alike]] = defaultdict(list)
            for group in self.counted:
                for heading in scale.of(group):
                    under[heading].append(group)
            every = self._documents
            return {heading: self._units(some, every) for heading, some in under.items()}
        by_document = scale.by_document
        if not self.spec.unit.apart:
            return self._parts_under(scale)
        if self.spec.unit is Unit.DOCUMENTS:
            return _under(by_document.items())
        return _under((self.review_of[one], headings) for one, headings in by_document.items())

    def _parts(self, group: Alike, within: frozenset[int]) -> Iterable[int]:
        """Return the passages or sections of a group's mentions in these documents."""
        if self.spec.unit is Unit.SECTIONS:
            there = within.intersection(group.documents)
            return (section_id(document, group.role) for document in there)
        return self._numbered(_passages(group, within))

    def unit_of_passage(self, passage_id: int) -> int:
        """Return the number under which a passage counts; a whole page's comes after them all."""
        return passage_id if passage_id > 0 else self._last_passage - passage_id

    def _numbered(self, passages: Sequence[int]) -> Sequence[int]:
        # Hardly any table has whole pages, and looking for the least is quick.
        if min(passages, default=1) > 0:
            return passages
        return [self.unit_of_passage(one) for one in passages]

    @cached_property
    def _last_passage(self) -> int:
        return max((max(group.passages, default=0) for group in self.counted), default=0)

    def _parts_under(self, scale: Scale) -> Mapping[str, Iterable[int]]:
        parts: dict[int, list[int]] = defaultdict(list)
        for part, document in self._document_of.items():
            parts[document].append(part)
        under = _under((one, scale.by_document[one]) for one in parts)
        return {
            heading: chain.from_iterable(map(parts.__getitem__, documents))
            for heading, documents in under.items()
        }

    @cached_property
    def _document_of(self) -> Mapping[int, int]:
        """The document of each passage or section with a counted mention."""
        found: dict[int, int] = {}
        for group in self.counted:
            parts: Iterable[int] = self._numbered(group.passages)
            if self.spec.unit is Unit.SECTIONS:
                parts = [section_id(document, group.role) for document in group.documents]
            found.update(zip(parts, group.documents, strict=True))
        every = self._documents
        if every.issuperset(found.values()):
            return found
        return {part: one for part, one in found.items() if one in every}

    @cached_property
    def _documents(self) -> frozenset[int]:
        return frozenset(self.population.documents)

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


def _headings(scale: Scale, group: Alike, documents: Mapping[str, frozenset[int]]) -> Iterable[str]:
    """Return the headings that mentions of a group may fall under."""
    return documents if scale.of is None else scale.of(group)


def _passages(group: Alike, within: frozenset[int]) -> Sequence[int]:
    """Return the passages of a group's mentions in these documents."""
    if within.issuperset(group.documents):
        return group.passages
    places = zip(group.documents, group.passages, strict=True)
    return [passage for document, passage in places if document in within]
