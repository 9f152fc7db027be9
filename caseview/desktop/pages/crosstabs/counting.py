"""What the Cross-tabs page asks of the casebook, on a worker."""

from dataclasses import replace

from caseview.counting.small_numbers import SmallNumbers
from caseview.desktop.jobs import Job
from caseview.desktop.session.session import Session
from caseview.domain.crosstab import CellAddress, Counts, CrossTab, CrossTabSpec
from caseview.domain.evidence import EvidenceSet
from caseview.domain.review import Review

Found = tuple[CrossTab, CellAddress, EvidenceSet]
Offered = tuple[tuple[str, ...], tuple[Review, ...], SmallNumbers]


def count(spec: CrossTabSpec, follows: bool, session: Session, _job: Job[CrossTab]) -> CrossTab:  # noqa: FBT001 - bound by partial
    """Return the table; with `follows`, tags count once a review is finished."""
    if follows:
        finished = session.reading.info().finished > 0
        spec = replace(spec, counts=Counts.TAGS if finished else Counts.PROVISIONAL)
    return session.asking.crosstab(spec)


def gather(table: CrossTab, address: CellAddress, session: Session, _job: Job[Found]) -> Found:
    """Return the passages behind a cell of a table."""
    return table, address, session.asking.evidence(table.spec, address)


def offered(session: Session) -> Offered:
    """Return what axes there are, the reviews, and the casebook's rule for small numbers."""
    return session.asking.axes(), session.reading.library(), session.tabulating.rule()
