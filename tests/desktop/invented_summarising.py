"""Saved summaries that need no file."""

from typing_extensions import override

from caseview.desktop.session.summarising import Checked, Summarising
from caseview.domain.changes import Changes
from caseview.domain.saved import Saved, SavedKind
from caseview.domain.summary import Summary
from caseview.usecases.check_anonymity import Told
from caseview.usecases.saved_summary import SummaryChoice, body_of, choice_of


class InventedSummarising(Summarising):
    """Keeps summaries in a list; `told` is what its check finds."""

    def __init__(self) -> None:
        self.choices: dict[str, SummaryChoice] = {}
        self.told: tuple[Told, ...] = ()

    @override
    def check(self, summary: Summary) -> Checked:
        there = set(summary.quotes)
        return (), tuple(one for one in self.told if one.quote is None or one.quote in there)

    @override
    def usual_small_numbers(self) -> int:
        return 0

    @override
    def kept(self) -> tuple[tuple[Saved, SummaryChoice], ...]:
        return tuple(
            (Saved(n, SavedKind.SUMMARY, name, "", "QZ", ""), choice)
            for n, (name, choice) in enumerate(self.choices.items(), start=1)
        )

    @override
    def changed_since(self, moment: str) -> int:
        return 3

    @override
    def keep(self, name: str, choice: SummaryChoice) -> Changes:
        self.choices[name] = choice_of(body_of(choice))
        return Changes(f"Save the summary “{name}”", saved=frozenset({1}))

    @override
    def rename(self, name: str, new: str) -> Changes:
        self.choices[new] = self.choices.pop(name)
        return Changes("Rename", saved=frozenset({1}))

    @override
    def forget(self, name: str) -> Changes:
        del self.choices[name]
        return Changes("Remove", saved=frozenset({1}))
