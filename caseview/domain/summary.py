"""Theme summaries: what goes into the Word document, as a value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    `by_hand` says that a person picks the quotes out of those; `words` are the analyst's own.
    """

    themes: tuple[str, ...]
    counts: Counts = Counts.PROVISIONAL
    quotes: Quotes | int = 4
    marking: str = ""
    where: str = ""
    by_hand: bool = False
    words: AnalystWords = AnalystWords()


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
        )
