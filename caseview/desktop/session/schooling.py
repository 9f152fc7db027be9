"""What the window needs of what is learned from decisions; the wiring fulfils it.

As in `session`, each method blocks, returns domain values and may raise CaseViewError.
"""

from collections.abc import Callable
from typing import Protocol

from caseview.domain.changes import Changes
from caseview.domain.learned import LearnedRule, Learning, Missed, Recall
from caseview.domain.span import Span
from caseview.usecases.learn_rules import Learned

Stop = Callable[[], bool]
Told = Callable[[int, int], object]


class Schooling(Protocol):
    """Rules learned from decisions, and passages that rules may have missed."""

    def is_there(self) -> bool:
        """Return whether the part of CaseView that learns is installed."""
        ...

    def learn(self, told: Told, stop: Stop) -> Learned | None:
        """Learn every theme anew and suggest by what surely helps; None when stopped."""
        ...

    def rules(self) -> tuple[LearnedRule, ...]:
        """Return every learned rule with its trial, by theme."""
        ...

    def of(self, theme: str) -> Learning:
        """Return how learning stands for a theme."""
        ...

    def recall(self, theme: str) -> Recall:
        """Return how much of a theme the rules found in finished documents."""
        ...

    def switch(self, theme: str, stop: Stop, *, on: bool) -> Changes:
        """Let a theme's learned rule suggest, or let it rest."""
        ...

    def missed(self, theme: str, most: int, stop: Stop) -> tuple[Missed, ...]:
        """Return passages where the rules may have missed a theme, the likeliest first."""
        ...

    def confirm(self, theme: str, passage_id: int, span: Span) -> Changes:
        """Tag words of a passage that the rules may have missed."""
        ...

    def turn_down(self, theme: str, passage_id: int) -> Changes:
        """Keep that a passage does not hold a theme."""
        ...

    def more_like(self, passage_id: int, most: int, stop: Stop) -> tuple[Missed, ...]:
        """Return the passages most like one passage, the likest first."""
        ...

    def passage_at(self, document_id: int, offset: int) -> int:
        """Return the id of the passage that an offset of a document stands in."""
        ...
