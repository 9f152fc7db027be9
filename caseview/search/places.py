"""Where each passage stands: its document and section role, kept in memory while it holds true."""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, compress, groupby, pairwise

from caseview.usecases.ports import Rows

_PASSAGES = "SELECT id, document_id, role FROM passage WHERE id > ? ORDER BY id"
_WORTH_PARTING = 8
_SUMS = "SELECT count(*), coalesce(sum(id), 0) FROM passage_words_docsize"


@dataclass(frozen=True)
class Places:
    """The document and the role of each passage, by passage id.

    `document` and `role` are indexed by passage id; a passage that is not there has document 0.
    `roles` names the roles by their number in `role`; `every` holds the ids of all passages.
    """

    document: "array[int]" = field(default_factory=lambda: array("I", [0]))
    role: bytearray = field(default_factory=lambda: bytearray(1))
    roles: tuple[str, ...] = ()
    every: tuple[int, ...] = ()

    @cached_property
    def _runs(self) -> dict[int, list[Sequence[int]]]:
        """The passages of each document in runs, none of which another one's ids part."""
        runs: dict[int, list[Sequence[int]]] = {}
        for document, some in groupby(self.every, self.document.__getitem__):
            run = list(some)
            whole = run[-1] - run[0] + 1 == len(run)
            runs.setdefault(document, []).append(range(run[0], run[-1] + 1) if whole else run)
        return runs

    @cached_property
    def _starts(self) -> tuple[list[int], list[int]]:
        """The first passage of each run, in order, and the document of each run."""
        runs = sorted((run[0], one) for one, some in self._runs.items() for run in some)
        return [start for start, _ in runs], [document for _, document in runs]

    def of(self, documents: Iterable[int]) -> list[int]:
        """Return the passages of documents, in order of their ids."""
        runs: list[Sequence[int]] = []
        for document in documents:
            runs += self._runs.get(document, ())
        runs.sort(key=lambda run: run[0])
        return list(chain.from_iterable(runs))

    def count(self, passages: Sequence[int]) -> Mapping[int, int]:
        """Return how many of some passages, in order of their ids, each document has."""
        starts, documents = self._starts
        if len(passages) < _WORTH_PARTING * len(starts):
            return Counter(self.documents(passages))
        # Passages of a document stand side by side: look for the edges, not at each passage.
        edges = [*(bisect_left(passages, start) for start in starts), len(passages)]
        counted: Counter[int] = Counter()
        for document, (begin, end) in zip(documents, pairwise(edges), strict=True):
            if end > begin:
                counted[document] += end - begin
        return counted

    def documents(self, passages: Iterable[int]) -> Iterable[int]:
        """Return the document of each passage."""
        return map(self.document.__getitem__, passages)

    def holds_passage(self, passage: int) -> bool:
        """Return whether there is a passage of this id."""
        return 0 < passage < len(self.document) and self.document[passage] > 0

    def others(self, passages: Iterable[int]) -> list[int]:
        """Return every passage but these."""
        left = bytearray(b"\1") * len(self.document)
        for passage in passages:
            left[passage] = 0
        return list(compress(self.every, map(left.__getitem__, self.every)))

    def inside(self, passages: Sequence[int], documents: Iterable[int]) -> list[int]:
        """Return those of some passages, in order of their ids, that are of these documents."""
        kept: list[int] = []
        for first, last in self._edges(documents):
            begin = bisect_left(passages, first)
            kept += passages[begin : bisect_right(passages, last, begin)]
        return kept

    def outside(self, passages: Sequence[int], documents: Iterable[int]) -> Sequence[int]:
        """Return some passages, in order of their ids, without those of these documents."""
        runs = self._edges(documents)
        kept: list[int] = []
        begin = 0
        for first, last in runs:
            end = bisect_left(passages, first, begin)
            kept += passages[begin:end]
            begin = bisect_right(passages, last, end)
        return [*kept, *passages[begin:]] if runs else passages

    def playing(self, passages: Sequence[int], roles: Iterable[int]) -> list[int]:
        """Return those of some passages that have one of these roles, by their numbers."""
        chosen = frozenset(roles)
        wanted = self.role.translate(bytes(number in chosen for number in range(256)))
        return list(compress(passages, map(wanted.__getitem__, passages)))

    def _edges(self, documents: Iterable[int]) -> list[tuple[int, int]]:
        """Return the first and the last passage of each run of some documents, in order."""
        return sorted((run[0], run[-1]) for one in documents for run in self._runs.get(one, ()))

    def last(self) -> int:
        """Return the highest id of a passage, 0 without any."""
        return self.every[-1] if self.every else 0

    def holds(self, rows: Rows) -> bool:
        """Return whether these are the passages that the index holds, by their number and sum."""
        return tuple(rows.rows(_SUMS)[0]) == (len(self.every), sum(self.every))

    def without(self, documents: frozenset[int]) -> "Places":
        """Return the places once these documents are gone."""
        if not documents:
            return self
        document = self.document[:]
        kept = []
        for passage in self.every:
            if document[passage] in documents:
                document[passage] = 0
            else:
                kept.append(passage)
        return Places(document, self.role, self.roles, tuple(kept))

    def with_new(self, rows: Rows) -> "Places":
        """Return the places with those of the passages that were added since."""
        found = rows.rows(_PASSAGES, (self.last(),))
        if not found:
            return self
        grown = found[-1][0] + 1 - len(self.document)
        document = self.document + array("I", bytes(max(0, grown) * self.document.itemsize))
        role = self.role + bytes(max(0, grown))
        numbers = {name: number for number, name in enumerate(self.roles)}
        for passage, of, name in found:
            document[passage] = of
            role[passage] = numbers.setdefault(name, len(numbers))
        return Places(document, role, tuple(numbers), self.every + tuple(row[0] for row in found))
