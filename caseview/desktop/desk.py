"""What every view works with: the open casebook and the ways to read, change and move."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import QObject

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.commands import Commands
from caseview.desktop.events import Events
from caseview.desktop.jobs import Failure, Job, Jobs, Lane
from caseview.desktop.session.doorway import Memory
from caseview.desktop.session.session import Deciding, Session
from caseview.desktop.tongue import tr
from caseview.domain.changes import Changes
from caseview.domain.codebook import Codebook
from caseview.domain.review import Review

Result = TypeVar("Result")
MANY = 400
"""From how many changed reviews on all are read again at once."""


class Shelf(QObject):
    """The reviews as last read: after a change only those it names are read again."""

    def __init__(self, session: Session, events: Events) -> None:
        super().__init__()
        self._session = session
        self._known: dict[int, Review] | None = None
        self._due: set[int] = set()
        self._turn = threading.Lock()
        events.changed.connect(self._changed)

    def library(self) -> tuple[Review, ...]:
        """Return every review with its documents, by title; one unchanged is the same object.

        Reads the casebook, so it is called on a worker.
        """
        with self._turn:
            due, self._due = self._due, set()
            try:
                self._known = self._read(self._known, due)
            except BaseException:
                self._known = None
                raise
            return tuple(sorted(self._known.values(), key=_by_title))

    def _read(self, known: dict[int, Review] | None, due: set[int]) -> dict[int, Review]:
        if known is None or len(due) > MANY:
            return {review.id: review for review in self._session.reading.library()}
        kept = {number: review for number, review in known.items() if number not in due}
        if due:
            kept |= {review.id: review for review in self._session.reading.library(due)}
        return kept

    def _changed(self, changes: Changes) -> None:
        """Note what is to be read again: all, where a change does not say which reviews."""
        said = Changes(changes.label, notes=changes.notes)
        if changes.reviews:
            self._due = self._due | changes.reviews
        elif changes != said:
            self._known = None


def _by_title(review: Review) -> tuple[str, int]:
    return review.title.casefold(), review.id


@dataclass(slots=True)
class Desk:
    """One open casebook in one window."""

    session: Session
    codebook: Codebook
    jobs: Jobs
    events: Events
    appearance: Appearance
    commands: Commands
    memory: Memory
    shelf: Shelf = field(init=False)

    def __post_init__(self) -> None:
        self.shelf = Shelf(self.session, self.events)

    def read(
        self,
        doing: str,
        work: Callable[[Session], Result],
        then: Callable[[Result], object],
        *,
        name: str = "",
    ) -> Job[Result]:
        """Read on a worker, then show. With a `name`, only the latest of that name is shown."""
        job: Job[Result] = Job(doing, lambda _: work(self.session), then)
        return self.jobs.latest(name, job, Lane.READ) if name else self.jobs.run(job)

    def look(
        self,
        name: str,
        doing: str,
        work: Callable[[Session, Job[Result]], Result],
        then: Callable[[Result], object],
        failed: Callable[[Failure], object] | None = None,
    ) -> Job[Result]:
        """Search or count on a worker in place of the last asked under this name."""
        job: Job[Result] = Job(doing, lambda job: work(self.session, job), then, failed)
        return self.jobs.latest(name, job)

    def change(
        self,
        doing: str,
        act: Callable[[Deciding], Changes],
        then: Callable[[Changes], object] | None = None,
        failed: Callable[[Failure], bool | None] | None = None,
    ) -> Job[Changes]:
        """Change what coders decide on a worker, in order, and tell everyone what changed.

        `failed` lets a view take back what it showed in advance; the failure is then shown in
        the one place for it, unless `failed` returns True because the view has said it itself.
        """
        return self.act(doing, lambda session: act(session.deciding), then, failed)

    def tell(self, changes: Changes) -> None:
        """Say what was done, in the words that undo says too."""
        self.events.say(tr("{0}.", changes.label))

    def act(
        self,
        doing: str,
        act: Callable[[Session], Changes],
        then: Callable[[Changes], object] | None = None,
        failed: Callable[[Failure], bool | None] | None = None,
    ) -> Job[Changes]:
        """Change the casebook on a worker, as `change` does, by any part of the session."""

        def done(changes: Changes) -> None:
            if then is not None:
                then(changes)
            self.events.change(changes)

        def not_done(failure: Failure) -> None:
            if failed is not None and failed(failure):
                return
            self.jobs.failed.emit(failure)

        job: Job[Changes] = Job(doing, lambda _: act(self.session), done, not_done)
        return self.jobs.run(job, Lane.DECIDE)
