"""Agreement: how far coders tagged alike, where they did not, and how that was settled."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from caseview.domain.tag import Tag

SPOT_CHECKS = "spot_checks"
"""The casebook's setting that keeps the spot checks, as JSON."""
DOUBLE_CODING = "double_coding"
"""The casebook's setting that keeps which reviews were chosen for a second coder, as JSON."""


class Per(StrEnum):
    """What coders are compared over: whether each used the theme in the review, the paragraph …."""

    REVIEW = "review"
    DOCUMENT = "document"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A coefficient with its 95% interval.

    `value` is None where it is undefined; `low` and `high` are None where no interval can be
    given (one unit alone, or the value undefined).
    """

    value: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Coefficients:
    """Every measure of the same ratings. `percent` is a share of 0 to 1, the others at most 1.

    `cohen` is undefined for more than two coders; `fleiss` looks at units that all rated.
    """

    percent: Coefficient = Coefficient()
    cohen: Coefficient = Coefficient()
    fleiss: Coefficient = Coefficient()
    alpha: Coefficient = Coefficient()
    ac1: Coefficient = Coefficient()


@dataclass(frozen=True, slots=True)
class ThemeAgreement:
    """How coders agree on one theme (`theme` "" for all themes together).

    `units` were compared, in `all_used` of them every coder used the theme, in `none_used` none;
    `alone` counts, by coder, those where only that coder did.
    """

    theme: str
    units: int
    all_used: int
    none_used: int
    alone: Mapping[str, int]
    measures: Coefficients


class Verdict(StrEnum):
    """How a disagreement is settled; "mine" is the first coder's view, "other" the second's."""

    MINE = "mine"
    OTHER = "other"
    BOTH = "both"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Settlement:
    """A disagreement settled: by whom, how, why, and the tags as each coder had decided them.

    `coders` are the two compared, the first of them "mine"; `before` are tags of one document and
    theme; `at` is ISO 8601 in UTC.
    """

    id: int
    document_id: int
    theme: str
    coders: tuple[str, ...]
    verdict: Verdict
    before: tuple[Tag, ...]
    by: str
    at: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphPlace:
    """Where a paragraph that can be tagged stands, by ids and offsets, without its words."""

    id: int
    document_id: int
    review_id: int
    start: int
    end: int


class Differing(StrEnum):
    """What two coders differ in."""

    THEME = "theme"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing two coders decided otherwise, in one document (or a review's documents).

    `mine` and `others` are their tags of the theme there, as each had decided; `unit_id` is the
    id of the review, document or passage; `settled` are the settlements of it so far.
    """

    theme: str
    per: Per
    unit_id: int
    differing: Differing
    coders: tuple[str, str]
    mine: tuple[Tag, ...]
    others: tuple[Tag, ...]
    settled: tuple[Settlement, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """The comparison of coders: over all themes and for each theme that one of them used.

    `units` were finished by two of the coders at least; `one_only` documents were finished by one
    of them alone and are left out; `shared` are the documents compared. `whole_pages` are tags of
    the coders on whole pages without words, which stand in no paragraph.
    """

    coders: tuple[str, ...]
    per: Per
    units: int
    shared: int
    one_only: int
    overall: ThemeAgreement
    themes: tuple[ThemeAgreement, ...]
    disagreements: tuple[Disagreement, ...] = ()
    codebook_version: str = ""
    counted_at: str = ""
    whole_pages: int = 0


@dataclass(frozen=True, slots=True)
class RuleRecord:
    """What coders made of a rule's suggestions; `low` and `high` are Wilson's limits in per cent.

    `undecided` counts those nobody has decided yet.
    """

    rule: str
    theme: str
    accepted: int
    rejected: int
    undecided: int
    low: float | None = None
    high: float | None = None

    @property
    def decided(self) -> int:
        """How many were accepted or rejected."""
        return self.accepted + self.rejected

    @property
    def percent(self) -> float | None:
        """The accepted of those decided, 0 to 100; None where none was decided."""
        return 100 * self.accepted / self.decided if self.decided else None


@dataclass(frozen=True, slots=True)
class SpotCheck:
    """Paragraphs drawn at random where no rule had found anything, and what a person found there.

    `seed` and `drawn` (passage ids in the order drawn) say how the draw can be made again;
    `population` is how many such paragraphs there were; `held` maps a passage read to whether it
    held a theme; `at` is ISO 8601 in UTC.
    """

    seed: int
    population: int
    drawn: tuple[int, ...]
    held: Mapping[int, bool]
    coder: str
    at: str


@dataclass(frozen=True, slots=True)
class DoubleCoding:
    """Reviews chosen at random for a second coder: how, so that the choice can be made again.

    `share` is a percentage of each stratum; `strata` the kinds the draw was made within (empty
    when made over all); `at` is ISO 8601 in UTC.
    """

    seed: int
    share: float
    strata: tuple[str, ...]
    reviews: tuple[int, ...]
    coder: str
    at: str


@dataclass(frozen=True, slots=True)
class Draw:
    """How to choose: a share in per cent, of each kind of review or of all, by a seed.

    `kinds` narrows the draw to these kinds (empty: every kind); `seed` None draws one.
    """

    share: float = 10.0
    each_kind: bool = True
    kinds: tuple[str, ...] = ()
    seed: int | None = None
