"""How an open casebook is kept: restore points, backups, its own settings, its records."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from caseview.domain.backup import Backup, BackupState
from caseview.domain.casebook_settings import CasebookSettings
from caseview.domain.changes import Changes
from caseview.domain.coder import CoderRecord
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.info import AuditRow
from caseview.domain.restore_point import RestorePoint
from caseview.settings import load_settings, save_settings
from caseview.usecases.back_up import backup_state, is_due
from caseview.usecases.change_settings import change_settings, settings_of
from caseview.usecases.group_reviews import Recast, group_reviews, part_document, recast
from caseview.usecases.list_imports import import_list
from caseview.usecases.look_over import look_over
from caseview.usecases.restore_points import (
    Marked,
    go_back,
    list_restore_points,
    make_restore_point,
    mark_place,
)
from caseview.usecases.tell_coders import tell_coders
from caseview.usecases.tell_method import tell_method
from caseview.usecases.work import Casebook
from caseview.wiring.house import House, now
from caseview.wiring.shelving import Shelving

FOLDER = "backup folder"
"""The setting of this computer that says where backups go."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """Keeps one casebook for one coder; the backup folder belongs to this computer."""

    house: House
    casebook: Casebook
    coder: str

    def look_over(self) -> str:
        """Check the casebook after it was not closed; return what to say of it."""
        return look_over(self.casebook)

    def restore_points(self) -> tuple[RestorePoint, ...]:
        """Return every restore point, newest first."""
        return list_restore_points(self.casebook)

    def mark_place(self) -> Marked:
        """Make a restore point because the coder asked."""
        return mark_place(self.casebook, coder=self.coder)

    def mark_before(self, why: str) -> None:
        """Make a restore point before a big change."""
        with self.casebook.writing() as work:
            make_restore_point(work, why, self.coder)

    def go_back(self, point_id: int) -> Changes:
        """Go back to a restore point, as one act that undo takes back."""
        return go_back(self.casebook, point_id, coder=self.coder)

    def settings(self) -> CasebookSettings:
        """Return what the team has set."""
        return settings_of(self.casebook)

    def set(self, wanted: CasebookSettings) -> Changes:
        """Set what differs, as one undoable act."""
        return change_settings(self.casebook, wanted, coder=self.coder)

    def audit(self) -> tuple[AuditRow, ...]:
        """Return the audit log, oldest first."""
        return self.casebook.audit()

    def coders(self) -> tuple[CoderRecord, ...]:
        """Return everyone who has changed something, with what they did."""
        return tell_coders(self.casebook)

    def method(self) -> str:
        """Return the paragraph that says how the work was done."""
        return tell_method(self.casebook, now)

    def save_imports(self, path: Path) -> None:
        """Write the list of imported files. Raises ExportError when it cannot be."""
        self.house.listing_writer(path.suffix.lower()).write(import_list(self.casebook), path)

    def backups(self) -> "Backups":
        """Return what makes and lists backups."""
        return Backups(self.house, self.casebook)

    def sorting(self) -> "Sorting":
        """Return what says which document is what, and in which review."""
        return Sorting(self.casebook, self.coder)

    def shelving(self) -> Shelving:
        """Return what keeps the Library: its views, its guesses, its screening."""
        return Shelving(self.house, self.casebook, self.coder)


@dataclass(frozen=True, slots=True)
class Sorting:
    """Says what documents are and which review they belong to; each an undoable act."""

    casebook: Casebook
    coder: str

    def group(self, review_ids: Sequence[int]) -> Changes:
        """Make one review of several."""
        return group_reviews(self.casebook, review_ids, coder=self.coder)

    def part(self, document_id: int) -> Changes:
        """Make a document a review of its own."""
        return part_document(self.casebook, document_id, coder=self.coder)

    def recast(self, document_ids: Sequence[int], wanted: Recast) -> Changes:
        """Say what documents are."""
        return recast(self.casebook, document_ids, wanted, coder=self.coder)


@dataclass(frozen=True, slots=True)
class Backups:
    """Backups of one casebook, in the folder that this computer remembers."""

    house: House
    casebook: Casebook

    def state(self) -> BackupState:
        """Return where backups go and how late the newest is."""
        settings = load_settings(self.house.places.settings)
        last = settings.view.get(self._last, "")
        return backup_state(self.casebook, settings.view.get(FOLDER, ""), last, now)

    def due(self) -> bool:
        """Return whether a backup is due at closing."""
        return is_due(self.state(), now)

    def choose(self, folder: Path) -> BackupState:
        """Remember where backups go on this computer, and return how the casebook stands."""
        self._remember({FOLDER: str(folder)})
        return self.state()

    def make(self) -> BackupState:
        """Back up into the folder now. Raises CasebookError when none is chosen or it cannot be."""
        folder = self.state().folder
        if not folder:
            raise CasebookError(
                "No folder for backups is chosen, so none was made.", "Choose a folder first."
            )
        self.make_in(Path(folder))
        return self.state()

    def make_in(self, to: Path) -> Path:
        """Back up into a folder or file and remember when; return the copy."""
        if not to.is_dir() and to.suffix != ".casebook":
            raise CasebookError(
                English("The backup was not made: the folder “{0}” cannot be reached.", to),
                "Choose another folder, or try again once this one can be reached.",
            )
        at = now()
        copy = self.casebook.back_up(to)
        self._remember({self._last: at})
        return copy

    def all(self) -> tuple[Backup, ...]:
        """Return the backups there are and what restores put aside, newest first."""
        folder = self.state().folder
        folders = dict.fromkeys([self.casebook.path.parent, *([Path(folder)] if folder else [])])
        found = [one for place in folders for one in self.casebook.backups(place)]
        return tuple(sorted(found, key=_made_at, reverse=True))

    @property
    def _last(self) -> str:
        return f"backed up {self.casebook.path.resolve()}"

    def _remember(self, values: dict[str, str]) -> None:
        folder = self.house.places.settings
        settings = load_settings(folder)
        save_settings(replace(settings, view={**settings.view, **values}), folder)


def _made_at(backup: Backup) -> str:
    return backup.made_at
