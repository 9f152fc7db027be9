"""What every view works with: the open casebook and the ways to read, change and move."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.commands import Commands
from caseview.desktop.events import Events
from caseview.desktop.jobs import Failure, Job, Jobs, Lane
from caseview.desktop.session import Deciding, Session
from caseview.domain.changes import Changes
from caseview.domain.codebook import Codebook

Result = TypeVar("Result")


@dataclass(slots=True)
class Desk:
    """One open casebook in one window."""

    session: Session
    codebook: Codebook
    jobs: Jobs
    events: Events
    appearance: Appearance
    commands: Commands

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
        """Change the casebook on a worker, in order, and tell everyone what changed.

        `failed` lets a view take back what it showed in advance; the failure is then shown in
        the one place for it, unless `failed` returns True because the view has said it itself.
        """

        def done(changes: Changes) -> None:
            if then is not None:
                then(changes)
            self.events.change(changes)

        def not_done(failure: Failure) -> None:
            if failed is not None and failed(failure):
                return
            self.jobs.failed.emit(failure)

        job: Job[Changes] = Job(doing, lambda _: act(self.session.deciding), done, not_done)
        return self.jobs.run(job, Lane.DECIDE)
