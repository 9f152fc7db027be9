"""What the Agreement view and a merge need of an open casebook; the wiring fulfils it.

As in `session`, each method blocks, returns domain values and may raise CaseViewError.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from caseview.domain.agreement import (
    Agreement,
    Disagreement,
    DoubleCoding,
    Draw,
    Per,
    RuleRecord,
    SpotCheck,
    Verdict,
)
from caseview.domain.changes import Changes
from caseview.domain.merging import Merged, MergePreview
from caseview.domain.passage import KeptPassage


class Comparing(Protocol):
    """Coders compared, disagreements settled, rules and spot checks, other casebooks."""

    def coders(self) -> tuple[str, ...]:
        """Return everyone who has finished a document or made a tag, by how much they finished."""
        ...

    def agreement(self, coders: Sequence[str], per: Per) -> Agreement:
        """Return how coders agree."""
        ...

    def settle(self, found: Disagreement, verdict: Verdict) -> Changes:
        """Settle a disagreement."""
        ...

    def reopen(self, found: Disagreement) -> Changes:
        """Take back how a disagreement was settled."""
        ...

    def give_reason(self, found: Disagreement, reason: str) -> Changes:
        """Say why a disagreement was settled so."""
        ...

    def rules(self) -> tuple[RuleRecord, ...]:
        """Return how often each rule was right."""
        ...

    def spot_checks(self) -> tuple[SpotCheck, ...]:
        """Return every spot check, oldest first."""
        ...

    def passages(self, ids: Sequence[int]) -> tuple[KeptPassage, ...]:
        """Return passages by id, in this order; one that is gone is left out."""
        ...

    def draw(self) -> Changes:
        """Draw paragraphs at random where no rule found anything."""
        ...

    def mark(self, passage_id: int, *, held: bool | None) -> Changes:
        """Say whether a drawn paragraph held a theme; None takes it back."""
        ...

    def export(self, found: Agreement, path: Path) -> None:
        """Write a comparison to Excel, Word or CSV by the path's ending."""
        ...

    def copy_for_second_coder(
        self, path: Path, wanted: Draw, passphrase: str | None
    ) -> DoubleCoding:
        """Make a second coder's casebook of reviews chosen at random."""
        ...

    def preview_merge(self, path: Path, passphrase: str | None) -> MergePreview:
        """Return what merging another casebook would bring.

        Raises WrongPassphraseError when it needs a passphrase, or another one.
        """
        ...

    def merge(self, path: Path, passphrase: str | None) -> Merged:
        """Merge another casebook into this one. Raises as `preview_merge` does."""
        ...
