"""Restore points, backups, settings and records that need no file."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from typing_extensions import override

from caseview.desktop.session.keeping import Backups, Keeping, Sorting
from caseview.domain.backup import Backup, BackupState
from caseview.domain.casebook_settings import CasebookSettings
from caseview.domain.changes import Changes
from caseview.domain.coder import CoderRecord
from caseview.domain.info import AuditRow
from caseview.domain.restore_point import RestorePoint
from caseview.usecases.group_reviews import Recast
from caseview.usecases.restore_points import ON_REQUEST, Marked
from tests.desktop.invented_deciding import State
from tests.desktop.invented_shelving import InventedShelving

MOMENT = "2024-11-12T14:32:00+00:00"


class InventedBackups(Backups):
    """Backs up into a list."""

    def __init__(self) -> None:
        self.now = BackupState()
        self.made = 0

    @override
    def state(self) -> BackupState:
        return self.now

    @override
    def due(self) -> bool:
        return False

    @override
    def choose(self, folder: Path) -> BackupState:
        self.now = BackupState(str(folder), reachable=True)
        return self.now

    @override
    def make(self) -> BackupState:
        self.made += 1
        self.now = replace(self.now, last_at=MOMENT, days=None)
        return self.now

    @override
    def all(self) -> tuple[Backup, ...]:
        return (Backup("/backups/one.casebook", MOMENT, 4_000_000, 9870, 411),)


class InventedSorting(Sorting):
    """Remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    @override
    def group(self, review_ids: Sequence[int]) -> Changes:
        self.asked.append(tuple(review_ids))
        return Changes("Group", reviews=frozenset(review_ids))

    @override
    def part(self, document_id: int) -> Changes:
        self.asked.append(document_id)
        return Changes("Part", documents=frozenset({document_id}))

    @override
    def recast(self, document_ids: Sequence[int], wanted: Recast) -> Changes:
        self.asked.append((tuple(document_ids), wanted))
        return Changes("Change the type", documents=frozenset(document_ids))


class InventedKeeping(Keeping):
    """Keeps everything in memory."""

    def __init__(self, coder: str, state: State) -> None:
        self.coder = coder
        self.shelf = InventedShelving(state)
        self.points: list[RestorePoint] = []
        self.team = CasebookSettings()
        self.gone_back: list[int] = []
        self.saved: list[Path] = []
        self.safe = InventedBackups()
        self.sorted = InventedSorting()

    @override
    def look_over(self) -> str:
        return "This casebook did not close properly. It was checked and nothing is amiss."

    @override
    def restore_points(self) -> tuple[RestorePoint, ...]:
        return tuple(reversed(self.points))

    @override
    def mark_place(self) -> Marked:
        self.mark_before(ON_REQUEST)
        return Marked(self.points[-1], MOMENT, made=True)

    @override
    def mark_before(self, why: str) -> None:
        number = len(self.points) + 1
        self.points.append(RestorePoint(number, MOMENT, self.coder, why, number, 9870))

    @override
    def go_back(self, point_id: int) -> Changes:
        self.gone_back.append(point_id)
        return Changes("Go back", settings=frozenset({"marking"}))

    @override
    def settings(self) -> CasebookSettings:
        return self.team

    @override
    def set(self, wanted: CasebookSettings) -> Changes:
        self.team = wanted
        return Changes("Change the settings", settings=frozenset({"marking"}))

    @override
    def audit(self) -> tuple[AuditRow, ...]:
        return (AuditRow(1, MOMENT, self.coder, "New casebook", "codebook:core 1", "a1"),)

    @override
    def coders(self) -> tuple[CoderRecord, ...]:
        return (CoderRecord(self.coder, 12, 1, MOMENT, MOMENT),)

    @override
    def method(self) -> str:
        return "Two reviews were read."

    @override
    def save_imports(self, path: Path) -> None:
        self.saved.append(path)

    @override
    def backups(self) -> InventedBackups:
        return self.safe

    @override
    def sorting(self) -> InventedSorting:
        return self.sorted

    @override
    def shelving(self) -> InventedShelving:
        return self.shelf
