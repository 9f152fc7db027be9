"""What the Summaries view needs of an open casebook beside counting; the wiring fulfils it.

As in `session`, each method blocks, returns domain values and may raise CaseViewError.
"""

from typing import Protocol

from caseview.domain.changes import Changes
from caseview.domain.saved import Saved
from caseview.domain.summary import Summary
from caseview.usecases.check_anonymity import Told
from caseview.usecases.saved_summary import SummaryChoice

Checked = tuple[tuple[str, ...], tuple[Told, ...]]
"""A sentence for each quote that does not match its source, and what could name a person."""


class Summarising(Protocol):
    """Saved summaries, and what is looked at before one leaves."""

    def check(self, summary: Summary) -> Checked:
        """Compare every quote with its source and look for what could give a person away."""
        ...

    def usual_small_numbers(self) -> int:
        """Return under what counts are hidden in this casebook's summaries, 0 for none."""
        ...

    def kept(self) -> tuple[tuple[Saved, SummaryChoice], ...]:
        """Return every saved summary, by name."""
        ...

    def changed_since(self, moment: str) -> int:
        """Return how many acts changed tags or suggestions since a time (ISO 8601 in UTC)."""
        ...

    def keep(self, name: str, choice: SummaryChoice) -> Changes:
        """Keep a choice under a name, in place of one that has the name already."""
        ...

    def rename(self, name: str, new: str) -> Changes:
        """Give a saved summary another name."""
        ...

    def forget(self, name: str) -> Changes:
        """Remove a saved summary."""
        ...
