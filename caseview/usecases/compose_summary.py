"""Compose a theme summary: numbers, quotes and method as one value, ready to write."""

from dataclasses import dataclass, replace
from functools import cached_property

from caseview.counting import method
from caseview.counting.flow_wording import flow_sentences
from caseview.counting.narrow import most_first, stacked, with_rows
from caseview.counting.population import Population
from caseview.counting.quoting import Candidate, chosen
from caseview.counting.small_numbers import SmallNumbers
from caseview.counting.summary_numbers import hide_small
from caseview.counting.tally import Tally
from caseview.domain.crosstab import CellAddress, Counts, CrossTab, CrossTabSpec, Mention
from caseview.domain.errors import CodebookError
from caseview.domain.evidence import Evidence
from caseview.domain.info import CasebookInfo
from caseview.domain.reads_as import ReadsAs
from caseview.domain.review import Review
from caseview.domain.summary import Summary, SummarySpec, ThemeSection
from caseview.usecases.build_crosstab import counted_over, tally
from caseview.usecases.gather_evidence import evidence_of
from caseview.usecases.made_on_theme import MadeOnThemes
from caseview.usecases.ports import Finder, Now
from caseview.usecases.tell_flow import flow_in
from caseview.usecases.work import Casebook, Work


def compose_summary(casebook: Casebook, finder: Finder, spec: SummarySpec, now: Now) -> Summary:
    """Return the summary that `spec` asks for: every number and quote in it is final.

    Raises CodebookError when no theme is asked for or one is not in the codebook, QueryError
    when the filter cannot be understood.
    """
    if not spec.themes:
        raise CodebookError("No theme was chosen.", "Choose at least one theme to summarise.")
    info, at = casebook.info(), now()
    with casebook.reading() as work:
        return _Composition(work, finder, spec, at).summary(info)


@dataclass(frozen=True)
class _Composition:
    work: Work
    finder: Finder
    spec: SummarySpec
    at: str

    def summary(self, info: CasebookInfo) -> Summary:
        themes = [self.work.codebook.theme(theme) for theme in self.spec.themes]
        mentions = tuple(self.work.decisions.mentions(self.spec.themes))
        counted = self._tally(CrossTabSpec(), mentions)
        overview = most_first(with_rows(counted.table(self.at), self.spec.themes))
        sections = tuple(self._section(theme.id, counted, overview) for theme in themes)
        making = method.Making(
            info=info,
            codebook=self.work.codebook.name,
            spec=self.spec,
            overview=overview,
            mentions=counted.evidence(CellAddress(None, None)),
        )
        made = Summary(
            title=method.summary_title([theme.name for theme in themes], self.spec.counts),
            sections=sections,
            overview=overview,
            reviews=counted.population.reviews,
            method=(),
            marking=self.spec.marking or info.marking,
            casebook=info.title,
            codebook=f"{self.work.codebook.name}, version {info.codebook_version}",
            made_at=self.at,
            words=self.spec.words,
        )
        safe = hide_small(made, SmallNumbers(self.spec.small_numbers))
        # Told of what is hidden by now, so that no sentence gives away what a table does not.
        said = replace(making, overview=safe.overview)
        return replace(safe, method=(*method.how_made(said), *self._screening()))

    def _screening(self) -> tuple[str, ...]:
        said = " ".join(flow_sentences(flow_in(self.work), hidden=bool(self.spec.small_numbers)))
        return (said,) if said else ()

    def _tally(self, spec: CrossTabSpec, mentions: tuple[Mention, ...]) -> Tally:
        asked = replace(spec, counts=self.spec.counts, where=self.spec.where)
        return tally(self.work, self.finder, asked, mentions, self._whom)

    @cached_property
    def _whom(self) -> Population:
        """The reviews that every table of the summary counts, asked for once."""
        asked = CrossTabSpec(counts=self.spec.counts, where=self.spec.where)
        return counted_over(self.work, self.finder, asked)

    def _section(self, theme_id: str, counted: Tally, overview: CrossTab) -> ThemeSection:
        theme = self.work.codebook.theme(theme_id)
        mentions = counted.evidence(CellAddress(theme_id, None))
        readings = self._tally(CrossTabSpec(rows="reads_as"), mentions).table(self.at)
        quotes = self._quotes(mentions, counted.population.reviews)
        return ThemeSection(
            theme=self.work.codebook.in_words(theme),
            group=None if theme.marker else self.work.codebook.group(theme.group),
            table=stacked(with_rows(overview, [theme_id]), readings),
            gaps=quotes[ReadsAs.GAP],
            good_practice=quotes[ReadsAs.GOOD_PRACTICE],
            recommended=quotes[ReadsAs.RECOMMENDED],
            improved=quotes[ReadsAs.IMPROVED],
            passages=len({mention.passage_id for mention in mentions}),
            recommendations=self._recommendations.on(theme_id),
        )

    @cached_property
    def _recommendations(self) -> MadeOnThemes:
        provisional = self.spec.counts is Counts.PROVISIONAL
        return MadeOnThemes(self.work, self._whom.reviews, provisional)

    def _quotes(
        self, mentions: tuple[Mention, ...], reviews: tuple[Review, ...]
    ) -> dict[ReadsAs, tuple[Evidence, ...]]:
        kinds = {review.id: review.kind for review in reviews}
        sure = {(m.suggested, m.id): m.confidence for m in mentions}
        candidates = [
            Candidate(item, kinds[item.review_id], sure[item.suggested, item.id])
            for item in evidence_of(self.work, reviews, mentions)
        ]
        return {
            reading: chosen(
                [one for one in candidates if one.evidence.reads_as is reading], self.spec.quotes
            )
            for reading in ReadsAs
        }
