"""What the window needs to keep a casebook safe and in order; the wiring fulfils it.

Each method blocks, so the window calls it on a worker only (see `jobs`). All may raise
CaseViewError, whose words are shown as they stand.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from caseview.desktop.session.shelving import Shelving
from caseview.domain.backup import Backup, BackupState
from caseview.domain.casebook_settings import CasebookSettings
from caseview.domain.changes import Changes
from caseview.domain.coder import CoderRecord
from caseview.domain.info import AuditRow
from caseview.domain.restore_point import RestorePoint
from caseview.usecases.group_reviews import Recast
from caseview.usecases.restore_points import Marked


class Sorting(Protocol):
    """Says what documents are and which review they belong to; each an undoable act."""

    def group(self, review_ids: Sequence[int]) -> Changes:
        """Make one review of several."""
        ...

    def part(self, document_id: int) -> Changes:
        """Make a document a review of its own."""
        ...

    def recast(self, document_ids: Sequence[int], wanted: Recast) -> Changes:
        """Say what documents are."""
        ...


class Backups(Protocol):
    """Backups of the casebook, in the folder that this computer remembers."""

    def state(self) -> BackupState:
        """Return where backups go and how late the newest is."""
        ...

    def due(self) -> bool:
        """Return whether a backup is due at closing."""
        ...

    def choose(self, folder: Path) -> BackupState:
        """Remember where backups go on this computer, and return how the casebook stands."""
        ...

    def make(self) -> BackupState:
        """Back up now, and return how the casebook stands."""
        ...

    def all(self) -> tuple[Backup, ...]:
        """Return the backups there are and what restores put aside, newest first."""
        ...


class Keeping(Protocol):
    """Restore points, backups, the casebook's own settings and its records."""

    def look_over(self) -> str:
        """Check the casebook after it was not closed; return what to say of it."""
        ...

    def restore_points(self) -> tuple[RestorePoint, ...]:
        """Return every restore point, newest first."""
        ...

    def mark_place(self) -> Marked:
        """Make a restore point because the coder asked."""
        ...

    def mark_before(self, why: str) -> None:
        """Make a restore point before a big change."""
        ...

    def go_back(self, point_id: int) -> Changes:
        """Go back to a restore point, as one act that undo takes back."""
        ...

    def settings(self) -> CasebookSettings:
        """Return what the team has set."""
        ...

    def set(self, wanted: CasebookSettings) -> Changes:
        """Set what differs, as one undoable act."""
        ...

    def audit(self) -> tuple[AuditRow, ...]:
        """Return the audit log, oldest first."""
        ...

    def coders(self) -> tuple[CoderRecord, ...]:
        """Return everyone who has changed something, with what they did."""
        ...

    def method(self) -> str:
        """Return the paragraph that says how the work was done."""
        ...

    def save_imports(self, path: Path) -> None:
        """Write the list of imported files."""
        ...

    def backups(self) -> Backups:
        """Return what makes and lists backups."""
        ...

    def sorting(self) -> Sorting:
        """Return what says which document is what, and in which review."""
        ...

    def shelving(self) -> Shelving:
        """Return what keeps the Library: its views, its guesses, its screening."""
        ...
