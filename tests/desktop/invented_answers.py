"""Answers of the casebook in memory: searches, cross-tabs, evidence and summaries."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from typing_extensions import override

from caseview.desktop.session.searching import Searching, Stop
from caseview.desktop.session.session import Asking
from caseview.domain.changes import Changes
from caseview.domain.crosstab import Axis, Cell, CellAddress, CrossTab, CrossTabSpec, LeftOut
from caseview.domain.errors import QueryError
from caseview.domain.evidence import Evidence, EvidenceSet
from caseview.domain.query import Answer, Hit, Search, Total
from caseview.domain.quote import Place, Quote
from caseview.domain.reads_as import ReadsAs
from caseview.domain.review import Review
from caseview.domain.saved import Saved, SavedKind
from caseview.domain.summary import Summary, SummarySpec, ThemeSection
from caseview.usecases.saved_search import SavedSearch
from tests.desktop import invented


class Library(Protocol):
    """Gives the reviews."""

    def library(self) -> tuple[Review, ...]: ...


@dataclass
class InventedSearching(Searching):
    """What can be found."""

    reading: Library
    asked: int = 0
    kept: dict[str, Search] = field(default_factory=dict)
    written: list[Path] = field(default_factory=list)

    @override
    def first(self, search: Search, stop: Stop) -> Answer:
        answer = self.search(search, stop)
        return replace(answer, facets={}, did_you_mean=None)

    @override
    def search(self, search: Search, stop: Stop) -> Answer:
        self.asked += 1
        if "(" in search.query:
            raise QueryError("There is a bracket without its partner.", "Close it.", place=1)
        word = search.query.split()[0].casefold()
        hits = []
        for review in self.reading.library():
            for kept in invented.passages(review.documents[0].id, review.id):
                text = kept.passage.text
                at = text.casefold().find(word)
                if at >= 0 and review.documents[0].has_text:
                    hits.append(self._hit(review, kept.id, at, len(word)))
        facets = {
            "kind": tuple((k.value, 3 + n) for n, k in enumerate(invented.KINDS)),
            "year": (("2021", 4), ("2020", 2)),
            "theme": (("repeat_contacts", 5), ("workload", 1)),
        }
        total = Total(len(hits), len(hits), len({hit.review_id for hit in hits}))
        meant = None if hits else "family"
        return Answer(search, total, tuple(hits[: search.limit]), facets, ("calls",), meant)

    @override
    def saved(self) -> tuple[SavedSearch, ...]:
        return tuple(
            SavedSearch(
                Saved(n, SavedKind.SEARCH, name, "", "JB", invented.NOON),
                search,
                self.search(search, lambda: False).total,
            )
            for n, (name, search) in enumerate(sorted(self.kept.items()))
        )

    @override
    def save(self, name: str, search: Search) -> Changes:
        self.kept[name] = search
        return Changes(f"Save the search “{name}”")

    @override
    def forget(self, name: str) -> Changes:
        del self.kept[name]
        return Changes(f"Remove the saved search “{name}”")

    @override
    def export(self, search: Search, path: Path) -> int:
        self.written.append(path)
        return self.search(search, lambda: False).total.passages

    def _hit(self, review: Review, passage_id: int, at: int, length: int) -> Hit:
        document = review.documents[0]
        kept = next(k for k in invented.passages(document.id, review.id) if k.id == passage_id)
        passage = kept.passage
        themes = ("repeat_contacts",) if review.id % 3 == 0 else ()
        return Hit(
            review.id * 1000 + passage_id,
            document.id,
            review.id,
            review.title,
            document.title,
            review.kind,
            review.year,
            passage.page,
            passage.number,
            passage.role,
            passage.start,
            passage.end,
            passage.text,
            ((at, at + length),),
            themes,
        )


@dataclass
class InventedAsking(Asking):
    """What the casebook answers."""

    reading: Library
    asked: int = 0

    @override
    def axes(self) -> tuple[str, ...]:
        return ("themes", "groups", "kind", "year", "area", "reads_as")

    @override
    def crosstab(self, spec: CrossTabSpec) -> CrossTab:
        self.asked += 1
        rows = tuple(Axis(theme.id, theme.name, group=theme.group) for theme in invented.THEMES)
        bases = (14, 23, 31, 26)
        columns = tuple(
            Axis(kind.value, kind.label, base)
            for kind, base in zip(invented.KINDS, bases, strict=True)
        )
        cells = tuple(
            tuple(
                Cell(n, 100 * n / base, 0, 100)
                for j, base in enumerate(bases)
                for n in [(i * 7 + j * 5) % (base + 1)]
            )
            for i in range(len(rows))
        )
        base = sum(bases)
        totals = tuple(
            Cell(n, 100 * n / base) for line in cells for n in [sum(cell.n for cell in line)]
        )
        left_out = LeftOut(not_finished=19, screened_out=2, undecided=57)
        return CrossTab(spec, rows, columns, cells, totals, base, left_out, invented.NOON)

    @override
    def evidence(self, spec: CrossTabSpec, address: CellAddress) -> EvidenceSet:
        theme = address.row or invented.THEMES[0].id
        items = tuple(
            Evidence(
                kept.id,
                kept.id % 3 == 0,
                1,
                kept.passage_id,
                kept.passage.number,
                theme,
                kept.suggestion.reads_as,
                restated=False,
                role=kept.passage.role,
                quote=_quote(kept.suggestion.start, kept.suggestion.end, kept.passage.printed),
                coder="QZ",
                is_key=kept.id == 2,
            )
            for kept in invented.suggestions(10, 1)
        )
        return EvidenceSet(items, len(items))

    @override
    def summary(self, spec: SummarySpec) -> Summary:
        table = self.crosstab(CrossTabSpec())
        sections = []
        for theme_id in spec.themes:
            theme = invented.CODEBOOK.theme(theme_id)
            items = self.evidence(CrossTabSpec(), CellAddress(theme_id, None)).items
            by = {
                reads: tuple(item for item in items if item.reads_as is reads) for reads in ReadsAs
            }
            sections.append(
                ThemeSection(
                    theme,
                    invented.CODEBOOK.group(theme.group),
                    table,
                    by[ReadsAs.GAP],
                    by[ReadsAs.GOOD_PRACTICE],
                    by[ReadsAs.RECOMMENDED],
                )
            )
        return Summary(
            title="Theme summary",
            sections=tuple(sections),
            overview=table,
            reviews=self.reading.library(),
            method=("Invented reviews were read and tagged by QZ.",),
            marking=spec.marking,
            casebook="Invented",
            codebook="Invented themes 3",
            made_at=invented.NOON,
        )


def _quote(start: int, end: int, printed: str) -> Quote:
    words = invented.TEXT.text[start:end]
    return Quote(10, start, end, words, Place("Person Alder", "Overview", 2, printed or "1"))
