"""What the Library needs of an open casebook; the wiring fulfils it over the use cases.

Each method blocks, so the window calls it on a worker only; all may raise CaseViewError.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from caseview.domain.changes import Changes
from caseview.domain.flow import Flow
from caseview.usecases.confirm_details import Guess, Proof
from caseview.usecases.saved_view import LibraryView, SavedView


class Shelving(Protocol):
    """Views kept by name, guesses to confirm, and how the reviews were screened."""

    def views(self) -> tuple[SavedView, ...]:
        """Return every saved view, by name."""
        ...

    def save_view(self, name: str, view: LibraryView) -> Changes:
        """Keep a view under a name, in place of one that has the name already."""
        ...

    def forget_view(self, name: str) -> Changes:
        """Remove a saved view."""
        ...

    def guesses(self) -> tuple[Guess, ...]:
        """Return every value that a review shows and nobody has confirmed, by review."""
        ...

    def prove(self, guess: Guess) -> Proof:
        """Return the words that support a guess, in their paragraph."""
        ...

    def confirm(self, guesses: Sequence[Guess]) -> Changes:
        """Confirm guesses as one undoable act."""
        ...

    def not_recorded(self, guesses: Sequence[Guess]) -> Changes:
        """Say as one undoable act that reviews do not record these."""
        ...

    def correct(self, guess: Guess, value: str) -> Changes:
        """Put another value, confirmed, in place of a guess."""
        ...

    def screen(self, review_ids: Sequence[int], reason: str | None) -> Changes:
        """Screen reviews out with one reason, or back in with None, as one undoable act."""
        ...

    def flow(self) -> Flow:
        """Return what was found, what fell away and why, and what is included."""
        ...

    def save_flow(self, path: Path) -> None:
        """Write the flow as a list to Excel, Word or CSV, by the ending."""
        ...
