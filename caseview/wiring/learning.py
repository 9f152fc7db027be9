"""What is learned from decisions, and what it finds."""

from dataclasses import dataclass

from caseview.domain.changes import Changes
from caseview.domain.learned import LearnedRule, Learning, Missed, Recall
from caseview.domain.span import Span
from caseview.usecases.find_missed import find_missed, more_like, passage_at
from caseview.usecases.judge_missed import confirm, turn_down
from caseview.usecases.learn_rules import Learned, learn_rules
from caseview.usecases.ports import Stop
from caseview.usecases.suggest_learned import Told
from caseview.usecases.tell_learned import learning_of, recall_of_rules, switch_learned
from caseview.usecases.work import Casebook
from caseview.wiring.house import now


def never() -> bool:
    """Return that nobody wants the work to stop."""
    return False


def to_nobody(_done: int, _of: int) -> None:
    """Tell nobody how far the work is."""


@dataclass(frozen=True, slots=True)
class Schooling:
    """Learns in a child process, so it may be asked from a worker of the window."""

    casebook: Casebook
    coder: str

    def is_there(self) -> bool:
        """Return whether the part of CaseView that learns is installed."""
        from caseview.learning.child import is_there  # noqa: PLC0415 (start-up)

        return is_there()

    def learn(self, told: Told = to_nobody, stop: Stop = never) -> Learned | None:
        """Learn every theme anew and suggest by what surely helps; one act that can be undone.

        Stopped, it returns None and all is as it was. Raises CaseViewError where the part that
        learns is not installed.
        """
        from caseview.learning.child import ChildTrainer  # noqa: PLC0415 (start-up)

        trainer, coder = ChildTrainer(), self.coder
        return learn_rules(self.casebook, trainer, coder=coder, now=now, told=told, stop=stop)

    def rules(self) -> tuple[LearnedRule, ...]:
        """Return every learned rule with its trial, by theme."""
        with self.casebook.reading() as work:
            return work.learned.all()

    def of(self, theme: str) -> Learning:
        """Return how learning stands for a theme."""
        return learning_of(self.casebook, theme)

    def recall(self, theme: str) -> Recall:
        """Return how much of a theme the rules found in finished documents."""
        return recall_of_rules(self.casebook, theme)

    def switch(self, theme: str, stop: Stop = never, *, on: bool) -> Changes:
        """Let a theme's learned rule suggest, or let it rest."""
        return switch_learned(self.casebook, theme, on=on, coder=self.coder, stop=stop)

    def missed(self, theme: str, most: int = 20, stop: Stop = never) -> tuple[Missed, ...]:
        """Return passages where the rules may have missed a theme, the likeliest first."""
        return find_missed(self.casebook, theme, most, stop=stop)

    def confirm(self, theme: str, passage_id: int, span: Span) -> Changes:
        """Tag words of a passage that the rules may have missed."""
        coder = self.coder
        return confirm(self.casebook, theme, passage_id, span, coder=coder, now=now)

    def turn_down(self, theme: str, passage_id: int) -> Changes:
        """Keep that a passage does not hold a theme."""
        return turn_down(self.casebook, theme, passage_id, coder=self.coder)

    def more_like(self, passage_id: int, most: int = 20, stop: Stop = never) -> tuple[Missed, ...]:
        """Return the passages most like one passage, the likest first."""
        return more_like(self.casebook, passage_id, most, stop=stop)

    def passage_at(self, document_id: int, offset: int) -> int:
        """Return the id of the passage that an offset of a document stands in."""
        return passage_at(self.casebook, document_id, offset)
