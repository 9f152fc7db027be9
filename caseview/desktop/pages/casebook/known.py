"""What the Casebook view knows of the casebook, read in one go."""

from dataclasses import dataclass

from caseview.desktop.desk import Shelf
from caseview.desktop.session.session import Session
from caseview.domain.backup import BackupState
from caseview.domain.casebook_settings import CasebookSettings
from caseview.domain.coder import CoderRecord
from caseview.domain.flow import Flow
from caseview.domain.info import AuditRow, CasebookInfo
from caseview.domain.outcome import ImportOutcome
from caseview.domain.restore_point import RestorePoint
from caseview.domain.review import Review


@dataclass(frozen=True, slots=True)
class Known:
    """Everything the view shows but for the method, which takes longer to tell."""

    info: CasebookInfo
    points: tuple[RestorePoint, ...]
    backup: BackupState
    settings: CasebookSettings
    coders: tuple[CoderRecord, ...]
    reviews: tuple[Review, ...]
    outcomes: tuple[ImportOutcome, ...]
    flow: Flow
    log: tuple[AuditRow, ...]


def read(session: Session, shelf: Shelf) -> Known:
    """Return what the view shows; called on a worker."""
    keeping = session.keeping
    return Known(
        session.reading.info(),
        keeping.restore_points(),
        keeping.backups().state(),
        keeping.settings(),
        keeping.coders(),
        shelf.library(),
        session.filing.past_imports(),
        keeping.shelving().flow(),
        keeping.audit(),
    )
