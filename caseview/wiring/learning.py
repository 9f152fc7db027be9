"""What is learned from decisions, and what it finds."""

from dataclasses import dataclass

from caseview.domain.learned import LearnedRule, Missed
from caseview.usecases.find_missed import find_missed, more_like
from caseview.usecases.learn_rules import Learned, learn_rules
from caseview.usecases.ports import Stop
from caseview.usecases.work import Casebook
from caseview.wiring.house import now


@dataclass(frozen=True, slots=True)
class Learning:
    """Learns in a child process, so it may be asked from a worker of the window."""

    casebook: Casebook
    coder: str

    def learn(self, stop: Stop = lambda: False) -> Learned:
        """Learn every theme anew and suggest by what surely helps; one act that can be undone.

        Raises CaseViewError where the part that learns is not installed.
        """
        from caseview.learning.child import ChildTrainer  # noqa: PLC0415 (start-up)

        return learn_rules(self.casebook, ChildTrainer(), coder=self.coder, now=now, stop=stop)

    def rules(self) -> tuple[LearnedRule, ...]:
        """Return every learned rule with its trial, by theme."""
        with self.casebook.reading() as work:
            return work.learned.all()

    def missed(self, theme: str, most: int = 20) -> tuple[Missed, ...]:
        """Return passages where the rules may have missed a theme, the likeliest first."""
        return find_missed(self.casebook, theme, most)

    def more_like(self, passage_id: int, most: int = 20) -> tuple[Missed, ...]:
        """Return the passages most like one passage, the likest first."""
        return more_like(self.casebook, passage_id, most)
