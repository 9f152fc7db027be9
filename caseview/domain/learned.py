"""Learned rules: what a coder's own decisions on a theme have in common, in words and weights."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from caseview.domain.span import Span

LEARNED = ".learned"
"""What the id of a learned rule ends with: "staffing_capacity.learned"."""

OFFERED = ".offered"
"""What the id ends with that stands for a theme's list of what the rules may have missed.

A passage of that list that a coder turns down is kept as a rejected suggestion of this id, so that
it teaches and is offered no more; no rule made it, so no rule is judged by it.
"""

LEARNED_OFF = "learned_off"
"""The casebook's setting that holds, as a JSON list, the themes whose learned rule is off."""

LEAST_OF_EACH, LEAST_DOCUMENTS = 15, 5
"""How many passages that hold a theme and how many that do not, from how many documents, teach."""

_IS_WORD = re.compile(r"[^:]+$")
"""What stands for words among features; others begin with what they are ("section:")."""


@dataclass(frozen=True, slots=True)
class Score:
    """How right something was on passages that a person decided, each from 0 to 1."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Trial:
    """How rules alone, and rules with what was learned, did on documents they had not seen.

    `decided` is how many passages were tried, `holding` how many of them hold the theme; `low`
    and `high` are the 95% interval of the gain in F1, by documents drawn again and again.
    """

    decided: int
    holding: int
    documents: int
    rules: Score
    learned: Score
    low: float
    high: float

    @property
    def gain(self) -> float:
        """By how much F1 is better with what was learned."""
        return self.learned.f1 - self.rules.f1

    @property
    def pays(self) -> bool:
        """Whether what was learned is surely better than the rules alone."""
        return self.low > 0


@dataclass(frozen=True, slots=True)
class LearnedRule:
    """Words with their weights for one theme, and how far they can be trusted.

    `words` maps a feature (see `tagging.features`) to its rarity and its weight; `slope` and
    `base` turn the sum into a likelihood (J. Platt, "Probabilistic outputs for support vector
    machines", 1999); `trained_at` is ISO 8601 in UTC.
    """

    theme: str
    trained_at: str
    trial: Trial
    words: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    bias: float = 0.0
    slope: float = 1.0
    base: float = 0.0

    def weightiest(self, most: int) -> tuple[str, ...]:
        """Return the words that speak most for the theme, the weightiest first."""
        told = [one for one in self.words if self.words[one][1] > 0 and _IS_WORD.match(one)]
        return tuple(sorted(told, key=lambda one: (-self.words[one][1], one))[:most])

    @property
    def is_on(self) -> bool:
        """Whether it suggests: only where it did surely better than the rules alone."""
        return self.trial.pays


@dataclass(frozen=True, slots=True)
class Example:
    """A passage that a person decided about, as features; `rules_say` is what the rules said."""

    document_id: int
    features: tuple[str, ...]
    holds: bool
    rules_say: bool


@dataclass(frozen=True, slots=True)
class Lesson:
    """What there is to learn a theme from."""

    theme: str
    examples: tuple[Example, ...]

    @property
    def supply(self) -> "Supply":
        """How much there is to learn from."""
        holding = sum(example.holds for example in self.examples)
        documents = {example.document_id for example in self.examples}
        return Supply(holding, len(self.examples) - holding, len(documents))


@dataclass(frozen=True, slots=True)
class Supply:
    """How many decided passages hold a theme, how many do not, and from how many documents."""

    holding: int = 0
    others: int = 0
    documents: int = 0

    @property
    def is_enough(self) -> bool:
        """Whether a rule can be learned: enough of each sort, from enough documents."""
        return min(self.holding, self.others) >= LEAST_OF_EACH and self.documents >= LEAST_DOCUMENTS


class By(StrEnum):
    """What a passage was found by: a learned rule, likeness to others, or a rule too faint."""

    LEARNED = "learned"
    LIKENESS = "likeness"
    FAINT = "faint"


@dataclass(frozen=True, slots=True)
class Missed:
    """A passage in which a theme may have been missed, why, and how likely (0 to 1).

    Only by a learned rule is `likelihood` a share of such passages that hold the theme. `span` is
    the sentence that speaks most for it.
    """

    document_id: int
    passage_id: int
    review_id: int
    start: int
    end: int
    text: str
    page: int | None
    number: int
    likelihood: float
    words: tuple[str, ...]
    by: By
    span: Span


@dataclass(frozen=True, slots=True)
class Recall:
    """How much of a theme the rules found where people have read all of it.

    Of the passages that coders tagged in finished documents, `found` of `tagged` had been put
    forward by rules of the codebook; `low` and `high` are Wilson's limits in per cent.
    """

    found: int
    tagged: int
    documents: int
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Learning:
    """How learning stands for a theme.

    `rule` is None where nothing was learned; `supply` is what there is to learn from now; `open`
    counts the learned rule's suggestions that wait; `is_off` says that a coder switched it off.
    """

    theme: str
    rule: LearnedRule | None
    supply: Supply
    open: int
    is_off: bool

    @property
    def suggests(self) -> bool:
        """Whether the learned rule suggests."""
        return self.rule is not None and self.rule.is_on and not self.is_off


def switched_off(settings: Mapping[str, str]) -> frozenset[str]:
    """Return the themes whose learned rule a coder has switched off."""
    return frozenset(map(str, json.loads(settings.get(LEARNED_OFF, "[]"))))
