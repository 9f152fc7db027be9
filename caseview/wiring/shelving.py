"""The Library of an open casebook, as the window asks for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from caseview.domain.changes import Changes
from caseview.domain.flow import Flow
from caseview.domain.saved import SavedKind
from caseview.usecases.confirm_details import (
    Guess,
    Proof,
    confirm,
    correct,
    guessed_details,
    not_recorded,
    prove,
)
from caseview.usecases.keep_named import forget
from caseview.usecases.saved_view import LibraryView, SavedView, save_view, saved_views
from caseview.usecases.screen_review import screen_reviews
from caseview.usecases.tell_flow import flow_list, tell_flow
from caseview.usecases.work import Casebook
from caseview.wiring.house import House, now


@dataclass(frozen=True, slots=True)
class Shelving:
    """Views, guesses and screening, for one coder."""

    house: House
    casebook: Casebook
    coder: str

    def views(self) -> tuple[SavedView, ...]:
        """Return every saved view, by name."""
        return saved_views(self.casebook)

    def save_view(self, name: str, view: LibraryView) -> Changes:
        """Keep a view under a name."""
        return save_view(self.casebook, name, view, coder=self.coder, now=now)

    def forget_view(self, name: str) -> Changes:
        """Remove a saved view."""
        return forget(self.casebook, SavedKind.VIEW, name, coder=self.coder)

    def guesses(self) -> tuple[Guess, ...]:
        """Return every value that a review shows and nobody has confirmed, by review."""
        return guessed_details(self.casebook)

    def prove(self, guess: Guess) -> Proof:
        """Return the words that support a guess, in their paragraph."""
        return prove(self.casebook, guess)

    def confirm(self, guesses: Sequence[Guess]) -> Changes:
        """Confirm guesses as one undoable act."""
        return confirm(self.casebook, guesses, coder=self.coder)

    def not_recorded(self, guesses: Sequence[Guess]) -> Changes:
        """Say as one undoable act that reviews do not record these."""
        return not_recorded(self.casebook, guesses, coder=self.coder)

    def correct(self, guess: Guess, value: str) -> Changes:
        """Put another value, confirmed, in place of a guess."""
        return correct(self.casebook, guess, value, coder=self.coder)

    def screen(self, review_ids: Sequence[int], reason: str | None) -> Changes:
        """Screen reviews out with one reason, or back in with None, as one undoable act."""
        return screen_reviews(self.casebook, review_ids, reason, coder=self.coder)

    def flow(self) -> Flow:
        """Return what was found, what fell away and why, and what is included."""
        return tell_flow(self.casebook)

    def save_flow(self, path: Path) -> None:
        """Write the flow as a list. Raises ExportError when it cannot be."""
        self.house.listing_writer(path.suffix.lower()).write(flow_list(self.casebook), path)
