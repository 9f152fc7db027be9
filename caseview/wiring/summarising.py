"""Saved summaries and the checks before one leaves, as the window asks for them."""

from dataclasses import dataclass

from caseview.domain.casebook_settings import read_settings
from caseview.domain.changes import Changes
from caseview.domain.saved import Saved, SavedKind
from caseview.domain.summary import Summary
from caseview.usecases.check_anonymity import Told, check_anonymity
from caseview.usecases.check_quotes import check_quotes
from caseview.usecases.keep_named import forget, rename
from caseview.usecases.saved_summary import (
    SummaryChoice,
    save_summary_choice,
    saved_summaries,
    tags_changed_since,
)
from caseview.usecases.work import Casebook
from caseview.wiring.house import now


@dataclass(frozen=True, slots=True)
class Summarising:
    """The saved summaries of a casebook, kept by one coder."""

    casebook: Casebook
    coder: str

    def check(self, summary: Summary) -> tuple[tuple[str, ...], tuple[Told, ...]]:
        """Compare every quote with its source and look for what could give a person away."""
        return check_quotes(self.casebook, summary), check_anonymity(self.casebook, summary)

    def usual_small_numbers(self) -> int:
        """Return under what counts are hidden in this casebook's summaries, 0 for none."""
        with self.casebook.reading() as work:
            return read_settings(work.saved.settings()).small_numbers

    def kept(self) -> tuple[tuple[Saved, SummaryChoice], ...]:
        """Return every saved summary, by name."""
        return saved_summaries(self.casebook)

    def changed_since(self, moment: str) -> int:
        """Return how many acts changed tags or suggestions since a time (ISO 8601 in UTC)."""
        return tags_changed_since(self.casebook, moment)

    def keep(self, name: str, choice: SummaryChoice) -> Changes:
        """Keep a choice under a name, in place of one that has the name already."""
        return save_summary_choice(self.casebook, name, choice, coder=self.coder, now=now)

    def rename(self, name: str, new: str) -> Changes:
        """Give a saved summary another name."""
        return rename(self.casebook, SavedKind.SUMMARY, name, new, coder=self.coder)

    def forget(self, name: str) -> Changes:
        """Remove a saved summary."""
        return forget(self.casebook, SavedKind.SUMMARY, name, coder=self.coder)
