"""A heading of an outline, and what stands under it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from caseview.domain.section import SectionRole
from caseview.readers.lines import Line, fold
from caseview.readers.roles import Named
from caseview.readers.told_sections import asks_throughout, role_told

_R = SectionRole
# A heading that asks whether or how well something was done is answered by an analysis.
ASKS_WHY = re.compile(r"(?:was|were|did|could|should|had|how|why|to what extent)\b", re.IGNORECASE)
"""The opening of a heading that asks whether or how well something was done."""

_DRAWS = re.compile(
    r"(?:key\s+)?(?:learning(?:\s+point)?|lesson|practice\s+(?:point|learning))(?:\s+\d{1,2})?\s*[:.]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that has the look of a heading: what it names and how deep it stands."""

    line: Line
    words: str
    level: int
    named: Named
    end: int
    number: str = ""


@dataclass(frozen=True)
class Held:
    """What stands under a heading, to the next one of its level; its words are gathered once."""

    found: Sequence[Candidate]
    lines: Sequence[Line]

    @cached_property
    def words(self) -> list[str]:
        """The lines under it that are no headings themselves."""
        first = self.found[0]
        end = next((c.line.start for c in self.found[1:] if c.level <= first.level), None)
        starts = {candidate.line.start for candidate in self.found}
        return [
            line.text
            for line in self.lines
            if line.start > first.end
            and (end is None or line.start < end)
            and line.start not in starts
        ]

    @property
    def tells_events(self) -> bool:
        """Whether it says when things happened, and no later part is called a chronology."""
        named = any(c.named.role is _R.CHRONOLOGY for c in self.found[1:])
        return not named and role_told(self.words, early=False) is _R.CHRONOLOGY

    @property
    def weighs(self) -> bool:
        """Whether it draws learning or recommendations from what it tells, or asks why or how."""
        inner = self._inner
        asking = [c for c in inner if c.words.endswith("?") and ASKS_WHY.match(c.words)]
        drawn = any(c.named.role in {_R.LEARNING, _R.RECOMMENDATIONS} for c in inner)
        return drawn or len(asking) * 2 > len(inner) or any(map(_DRAWS.match, self.words))

    @property
    def _inner(self) -> list[Candidate]:
        """The headings under it, of any level."""
        first, *rest = self.found
        end = next((n for n, c in enumerate(rest) if c.level <= first.level), len(rest))
        return rest[:end]

    @property
    def asks(self) -> bool:
        """Whether most of it says what somebody should do, as "Improvements sought" does."""
        return asks_throughout([fold(words) for words in self.words])

    def told(self, *, early: bool) -> SectionRole | None:
        """Return what the section does by its own words."""
        return role_told(self.words, early=early)
