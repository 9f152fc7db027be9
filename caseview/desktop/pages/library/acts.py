"""What is done with the reviews selected in the Library: edited, confirmed, screened, removed."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.reviews import ask_to_remove, ask_to_screen
from caseview.desktop.models.details import Work, work_on
from caseview.desktop.session.session import Session
from caseview.desktop.tongue import several, tr
from caseview.domain.changes import Changes
from caseview.domain.document import Document
from caseview.domain.review import Review

Selected = Callable[[], tuple[Review, ...]]


class Acts:
    """The acts on what `selected` returns; each is one step to undo, but for removing."""

    def __init__(self, page: QWidget, desk: Desk, selected: Selected) -> None:
        self._page, self._desk, self._selected = page, desk, selected
        self.used: frozenset[str] = frozenset()
        """The reasons reviews were screened out for so far."""

    def edit(self, values: object) -> None:
        """Give the reviews the values typed."""
        ids = [review.id for review in self._selected()]
        if ids and isinstance(values, dict) and values:
            self._desk.change(tr("Edit the details"), lambda d: d.edit_reviews(ids, values))

    def confirm(self) -> None:
        """Confirm every detail of the reviews that was guessed."""
        ids = frozenset(review.id for review in self._selected())

        def act(session: Session) -> Changes:
            shelving = session.keeping.shelving()
            return shelving.confirm([one for one in shelving.guesses() if one.review_id in ids])

        self._desk.act(tr("Confirm the details"), act)

    def screen(self, *, out: bool) -> None:
        """Ask why and screen the reviews out, or screen them back in."""
        if not (reviews := self._selected()):
            return
        if not out:
            self._screen([review.id for review in reviews], None)
            return
        self._desk.read(
            tr("Read the reasons for screening out"),
            lambda session: session.keeping.settings().screening_reasons,
            partial(self._ask_why, reviews),
        )

    def ask_to_remove(self, document: Document) -> None:
        """Ask why a document is removed for good."""
        act = partial(self._remove, document.id)
        ask_to_remove(self._page, self._desk.appearance, document, act)

    def _ask_why(self, reviews: Sequence[Review], reasons: Sequence[str]) -> None:
        offered = [*reasons, *sorted(self.used - set(reasons))]
        one = len(reviews) == 1
        what = f"“{reviews[0].title}”" if one else several(len(reviews), "review")
        act = partial(self._screen, [review.id for review in reviews])
        ask_to_screen(self._page, self._desk.appearance, what, offered, act)

    def _screen(self, ids: Sequence[int], reason: str | None) -> None:
        doing = tr("Screen the review in") if reason is None else tr("Screen the review out")
        self._desk.act(doing, lambda s: s.keeping.shelving().screen(ids, reason))

    def _remove(self, document_id: int, reason: str) -> None:
        def said(_: Changes) -> None:
            self._desk.events.say(tr("The document is removed for good."))

        self._desk.change(tr("Remove the document"), lambda d: d.remove(document_id, reason), said)


def read_work(review: Review, session: Session) -> Work:
    """Return how far the work on a review has come."""
    reading = session.reading
    found = [s for document in review.documents for s in reading.suggestions(document.id)]
    return work_on(review.id, reading.review_tags(review.id), found)
