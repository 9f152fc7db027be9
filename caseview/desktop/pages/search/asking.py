"""What the Search view asks of the casebook, on a worker."""

from caseview.desktop.jobs import Job
from caseview.desktop.session.session import Session
from caseview.domain.query import Answer, Search


def first(search: Search, session: Session, job: Job[Answer]) -> Answer:
    """Return what can be said at once."""
    return session.searching.first(search, job.stopped)


def whole(search: Search, session: Session, job: Job[Answer]) -> Answer:
    """Return the whole answer, ranked and with facets."""
    return session.searching.search(search, job.stopped)
