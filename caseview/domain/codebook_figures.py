"""How a codebook has done: tags and reviews of each theme, and how often rules were right."""

from collections.abc import Mapping
from dataclasses import dataclass, field

ENOUGH_DECIDED = 5
"""From how many decisions on the share that was right says something."""

WEAK_BELOW = 0.5
"""Below which share of accepted suggestions a rule, or a theme's rules, are weak."""


@dataclass(frozen=True, slots=True)
class Record:
    """What coders made of suggestions: accepted, rejected, and still open (skipped ones too).

    Open ones count from level normal on, as they are shown.
    """

    accepted: int = 0
    rejected: int = 0
    open: int = 0

    @property
    def decided(self) -> int:
        """How many were accepted or rejected."""
        return self.accepted + self.rejected

    @property
    def right(self) -> float | None:
        """The share accepted of those decided, None when none was."""
        return self.accepted / self.decided if self.decided else None

    @property
    def is_weak(self) -> bool:
        """Whether enough were decided, and too few of them accepted."""
        right = self.right
        return right is not None and self.decided >= ENOUGH_DECIDED and right < WEAK_BELOW

    def __add__(self, other: "Record") -> "Record":
        """Return both records as one."""
        return Record(
            self.accepted + other.accepted, self.rejected + other.rejected, self.open + other.open
        )


NOTHING_YET = Record()


@dataclass(frozen=True, slots=True)
class Use:
    """How much a theme is used: its tags, and the reviews they are in."""

    tags: int = 0
    reviews: int = 0


UNUSED = Use()


@dataclass(frozen=True)
class CodebookFigures:
    """Figures by the id of a theme and of a rule; what has none is not there."""

    uses: Mapping[str, Use] = field(default_factory=dict)
    themes: Mapping[str, Record] = field(default_factory=dict)
    rules: Mapping[str, Record] = field(default_factory=dict)

    def use(self, theme_id: str) -> Use:
        """Return how much a theme is used."""
        return self.uses.get(theme_id, UNUSED)

    def of_theme(self, theme_id: str) -> Record:
        """Return what became of the suggestions for a theme."""
        return self.themes.get(theme_id, NOTHING_YET)

    def of_rule(self, rule_id: str) -> Record:
        """Return what became of the suggestions a rule was named for."""
        return self.rules.get(rule_id, NOTHING_YET)
