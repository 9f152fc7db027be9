"""What was learned, and passages that were missed, in memory."""

from dataclasses import dataclass, field

from typing_extensions import override

from caseview.desktop.session.schooling import Schooling, Stop, Told
from caseview.domain.changes import Changes
from caseview.domain.learned import (
    By,
    LearnedRule,
    Learning,
    Missed,
    Recall,
    Score,
    Supply,
    Trial,
)
from caseview.domain.span import Span
from caseview.usecases.learn_rules import Learned
from tests.desktop import invented

WORDS = {"vacancies": (1.0, 4.0), "rota": (1.0, 3.0), "section:other": (1.0, 9.0)}


def rule(*, low: float = 0.03) -> LearnedRule:
    """Return a learned rule that pays where `low` is above 0."""
    trial = Trial(212, 80, 14, Score(0.7, 0.6, 0.65), Score(0.8, 0.7, 0.75), low, 0.15)
    return LearnedRule("workload", invented.NOON, trial, WORDS)


def missed(number: int) -> Missed:
    """Return an invented passage that was missed."""
    start = 100 * number
    return Missed(
        10, number, 1, start, start + 40, f"The rota had {number} gaps in it at the weekend.",
        2, number, 0.9 - number / 10, ("rota", "gaps"), By.LEARNED, Span(start, start + 30),
    )  # fmt: skip


@dataclass
class InventedSchooling(Schooling):
    """Answers at once, and remembers what was judged, switched and learned."""

    there: bool = True
    known: LearnedRule | None = None
    off: bool = False
    judged: list[tuple[int, bool]] = field(default_factory=list)
    lessons: int = 0

    @override
    def is_there(self) -> bool:
        return self.there

    @override
    def learn(self, told: Told, stop: Stop) -> Learned | None:
        told(1, 2)
        if stop():
            return None
        self.lessons += 1
        self.known = rule()
        changes = Changes("Suggest by what was learned", suggestions=frozenset({1}))
        return Learned((self.known,), 14, 2, changes)

    @override
    def rules(self) -> tuple[LearnedRule, ...]:
        return (self.known,) if self.known else ()

    @override
    def of(self, theme: str) -> Learning:
        known = self.known if theme == "workload" else None
        return Learning(theme, known, Supply(80, 132, 14), 14, self.off)

    @override
    def recall(self, theme: str) -> Recall:
        return Recall(31, 40, 12, 62.5, 87.7)

    @override
    def switch(self, theme: str, stop: Stop, *, on: bool) -> Changes:
        self.off = not on
        return Changes("Switch", settings=frozenset({"learned_off"}), suggestions=frozenset({1}))

    @override
    def missed(self, theme: str, most: int, stop: Stop) -> tuple[Missed, ...]:
        done = {number for number, _ in self.judged}
        return tuple(missed(number) for number in range(1, 4) if number not in done)

    @override
    def confirm(self, theme: str, passage_id: int, span: Span) -> Changes:
        self.judged.append((passage_id, True))
        return Changes("Tag", tags=frozenset({1}))

    @override
    def turn_down(self, theme: str, passage_id: int) -> Changes:
        self.judged.append((passage_id, False))
        return Changes("Turn down", suggestions=frozenset({1}))

    @override
    def more_like(self, passage_id: int, most: int, stop: Stop) -> tuple[Missed, ...]:
        return (missed(1), missed(2))

    @override
    def passage_at(self, document_id: int, offset: int) -> int:
        return 3
