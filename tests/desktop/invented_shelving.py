"""Views, guesses and screening that need no file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from typing_extensions import override

from caseview.counting.screening_flow import flow_of
from caseview.desktop.session.shelving import Shelving
from caseview.domain.attribute import Detail
from caseview.domain.changes import Changes
from caseview.domain.flow import Flow
from caseview.domain.outcome import ImportOutcome, OutcomeKind
from caseview.domain.review import Review, Status
from caseview.usecases.confirm_details import CONFIRMED, Guess, Proof
from caseview.usecases.saved_view import LibraryView, SavedView
from tests.desktop.invented_deciding import State

Become = Callable[[Review], Review]


@dataclass
class InventedShelving(Shelving):
    """Keeps everything in memory."""

    state: State
    kept: dict[str, LibraryView] = field(default_factory=dict)
    written: list[Path] = field(default_factory=list)

    @override
    def views(self) -> tuple[SavedView, ...]:
        return tuple(SavedView(name, view) for name, view in sorted(self.kept.items()))

    @override
    def save_view(self, name: str, view: LibraryView) -> Changes:
        self.kept[name] = view
        return Changes("Save the view", saved=frozenset({1}))

    @override
    def forget_view(self, name: str) -> Changes:
        del self.kept[name]
        return Changes("Remove the view", saved=frozenset({1}))

    @override
    def guesses(self) -> tuple[Guess, ...]:
        return tuple(
            Guess(review.id, review.title, review.documents[0].id, detail)
            for review in self.state.reviews
            for detail in review.details
            if not detail.confirmed and detail.name in CONFIRMED
        )

    @override
    def prove(self, guess: Guess) -> Proof:
        return Proof("It was found that ", guess.detail.text or "", " was the place.", 2)

    @override
    def confirm(self, guesses: Sequence[Guess]) -> Changes:
        for guess in guesses:
            self._replace(guess, replace(guess.detail, confirmed=True))
        return _changes(guesses)

    @override
    def not_recorded(self, guesses: Sequence[Guess]) -> Changes:
        for guess in guesses:
            self._replace(guess, None)
        return _changes(guesses)

    @override
    def correct(self, guess: Guess, value: str) -> Changes:
        self._replace(guess, Detail(guess.detail.name, value, confirmed=True))
        return _changes([guess])

    @override
    def screen(self, review_ids: Sequence[int], reason: str | None) -> Changes:
        status = Status.TO_TAG if reason is None else Status.SCREENED_OUT
        for number in review_ids:
            self._change(number, lambda r: replace(r, screened_out=reason, status=status))
        return Changes("Screen", reviews=frozenset(review_ids))

    @override
    def flow(self) -> Flow:
        files = [
            ImportOutcome(f"/reviews/{d.name}", OutcomeKind.IMPORTED, document_id=d.id)
            for review in self.state.reviews
            for d in review.documents
        ]
        files.append(ImportOutcome("/reviews/copy.pdf", OutcomeKind.ALREADY_HERE, "Same file."))
        files.append(ImportOutcome("/reviews/x.pdf", OutcomeKind.REFUSED, "Needs a password."))
        return flow_of(files, self.state.reviews, 0)

    @override
    def save_flow(self, path: Path) -> None:
        self.written.append(path)

    def _replace(self, guess: Guess, detail: Detail | None) -> None:
        def changed(review: Review) -> Review:
            new = [detail if d == guess.detail else d for d in review.details]
            return replace(review, details=tuple(d for d in new if d is not None))

        self._change(guess.review_id, changed)

    def _change(self, number: int, become: Become) -> None:
        self.state.reviews[:] = [
            become(review) if review.id == number else review for review in self.state.reviews
        ]


def _changes(guesses: Sequence[Guess]) -> Changes:
    return Changes("Details", reviews=frozenset(guess.review_id for guess in guesses))
