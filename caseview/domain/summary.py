"""Theme summaries: what goes into the Word document, as a value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from caseview.domain.codebook import Theme, ThemeGroup
from caseview.domain.crosstab import Counts, CrossTab
from caseview.domain.evidence import Evidence
from caseview.domain.quote import Quote
from caseview.domain.review import Review


class Quotes(StrEnum):
    """Which quotes go in."""

    KEY = "key"
    ALL = "all"


class Part(StrEnum):
    """The parts of a summary that can be left out; what says how it was made always stays."""

    KEY_FIGURES = "key_figures"
    HOW_OFTEN = "how_often"
    GOOD_PRACTICE = "good_practice"
    RECOMMENDED = "recommended"
    IMPROVED = "improved"
    RECOMMENDATIONS = "recommendations"
    REVIEWS = "reviews"
    CODEBOOK = "codebook"


@dataclass(frozen=True, slots=True)
class AnalystWords:
    """What the analyst wrote, kept whenever the numbers are made anew.

    `about` stands under “About this summary”; `themes` maps a theme to what it means, `questions`
    to the questions that a reader's force or board should ask itself, by theme ids.
    """

    about: str = ""
    themes: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SummarySpec:
    """What the analyst asked for.

    `quotes` is Quotes or the most quotes a theme and reading may have; `marking` is free text;
    `by_hand` says that a person picks the quotes out of those; `words` are the analyst's own;
    counts under `small_numbers` are hidden (0: none is).
    """

    themes: tuple[str, ...]
    counts: Counts = Counts.PROVISIONAL
    quotes: Quotes | int = 4
    marking: str = ""
    where: str = ""
    by_hand: bool = False
    words: AnalystWords = AnalystWords()
    small_numbers: int = 0


QuotePlace = tuple[int, int, int]
"""Where a quote stands: its document, start and end; a whole page by its number, below nought."""


def place_of(quote: Quote) -> QuotePlace:
    """Return where a quote stands, the same for no two places."""
    if not quote.text and quote.place.page is not None:
        return quote.document_id, -quote.place.page, -quote.place.page
    return quote.document_id, quote.start, quote.end


@dataclass(frozen=True, slots=True)
class Made:
    """A recommendation made in a review: its name there, its words, whom it is to (None unsaid)."""

    name: str
    quote: Quote
    to: str | None


@dataclass(frozen=True, slots=True)
class ThemeSection:
    """One theme of a summary: how often, and the quotes by how they read.

    The first row of `table` is the theme, the others how it reads; `passages` is how many
    passages the theme's number rests on, of which the quotes are a choice. `recommendations` are
    those whose words carry the theme.
    """

    theme: Theme
    group: ThemeGroup | None
    table: CrossTab
    gaps: tuple[Evidence, ...]
    good_practice: tuple[Evidence, ...]
    recommended: tuple[Evidence, ...]
    improved: tuple[Evidence, ...] = ()
    passages: int = 0
    recommendations: tuple[Made, ...] = ()

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Every tag or suggestion quoted, in the order it is printed."""
        return (*self.gaps, *self.good_practice, *self.recommended, *self.improved)

    def narrowed(
        self, left_out: frozenset[Part], goes_in: Callable[[Quote, Evidence | None], bool]
    ) -> "ThemeSection":
        """Return the section without the parts left out, and with only the quotes that go in.

        A recommendation is asked for without evidence.
        """

        def kept(items: tuple[Evidence, ...], part: Part | None = None) -> tuple[Evidence, ...]:
            if part in left_out:
                return ()
            return tuple(item for item in items if goes_in(item.quote, item))

        made = () if Part.RECOMMENDATIONS in left_out else self.recommendations
        return replace(
            self,
            gaps=kept(self.gaps),
            good_practice=kept(self.good_practice, Part.GOOD_PRACTICE),
            recommended=kept(self.recommended, Part.RECOMMENDED),
            improved=kept(self.improved, Part.IMPROVED),
            recommendations=tuple(one for one in made if goes_in(one.quote, None)),
        )


@dataclass(frozen=True, slots=True)
class Summary:
    """A whole theme summary, ready to write: every number and quote in it is final.

    `method` is the paragraph that says how it was made; `made_at` ISO 8601 in UTC. `key_points`
    are the analyst's own words; `left_out` names the parts that are not written.
    """

    title: str
    sections: tuple[ThemeSection, ...]
    overview: CrossTab
    reviews: tuple[Review, ...]
    method: tuple[str, ...]
    marking: str
    casebook: str
    codebook: str
    made_at: str
    key_points: tuple[str, ...] = ()
    left_out: frozenset[Part] = frozenset()
    words: AnalystWords = AnalystWords()

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Everything quoted word for word, in the order it is printed."""
        return tuple(
            quote
            for section in self.sections
            for quote in (
                *(item.quote for item in section.evidence),
                *(made.quote for made in section.recommendations),
            )
            if quote.text
        )
