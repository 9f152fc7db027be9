"""Backups: when one is due, and how late the newest is."""

from datetime import datetime
from pathlib import Path

from caseview.domain.backup import BackupState
from caseview.usecases.ports import Now
from caseview.usecases.work import Casebook


def backup_state(casebook: Casebook, folder: str, last_at: str, now: Now) -> BackupState:
    """Return how a casebook stands with its backups.

    `folder` is where they go ("" for nowhere), `last_at` when the last was made (ISO 8601, UTC).
    Work is late from its first change that no backup holds.
    """
    waiting = [line.at for line in casebook.audit() if line.at > last_at]
    days = None
    if waiting and waiting[0] != last_at:
        days = (datetime.fromisoformat(now()) - datetime.fromisoformat(waiting[0])).days
    return BackupState(folder, bool(folder) and _reachable(Path(folder)), last_at, days)


def is_due(state: BackupState, now: Now) -> bool:
    """Return whether a backup is due at closing: something changed, and none was made today."""
    if not state.folder or state.days is None:
        return False
    if not state.last_at:
        return True
    last, here = (datetime.fromisoformat(one).astimezone() for one in (state.last_at, now()))
    return last.date() < here.date()


def _reachable(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:
        return False
