"""How the window comes to a casebook, and what it remembers between two days."""

import os
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from caseview.settings import load_settings, save_settings
from caseview.wiring.house import House, Opening
from caseview.wiring.session import Session, session

# One core stays with the window while files are read.
JOBS = max(1, (os.cpu_count() or 2) - 1)


@dataclass(frozen=True, slots=True)
class Doorway:
    """Opens casebooks and keeps the settings of the person at this computer."""

    house: House

    def sample_files(self) -> tuple[Path, ...]:
        """Return the invented documents of the sample casebook."""
        return tuple(
            path
            for path in sorted(self.house.places.sample.iterdir())
            if path.suffix in {".docx", ".pdf", ".txt"}
        )

    def open_sample(self, coder: str) -> Session:
        """Open a fresh copy of the sample casebook, still to be filled from `sample_files`.

        It lives in a temporary folder that the next fresh copy replaces.
        """
        folder = Path(tempfile.gettempdir()) / f"caseview-sample-{_person()}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        casebook = self.house.new_casebook(
            folder / "Sample.casebook", Opening(coder), title="Sample casebook"
        )
        return session(self.house, casebook, coder, jobs=JOBS)

    def start(self, path: Path, *, coder: str, passphrase: str | None) -> Session:
        """Make a casebook and open it."""
        casebook = self.house.new_casebook(path, Opening(coder, passphrase))
        self._opened(path)
        return session(self.house, casebook, coder, jobs=JOBS)

    def was_left_open(self, path: Path) -> bool:
        """Return whether a lock lies beside a casebook, as it does after one that did not close.

        Asked before opening: where somebody still has the casebook, it does not open.
        """
        from caseview.store.lock import lock_path  # noqa: PLC0415 (start-up)

        return lock_path(path).exists()

    def open(self, path: Path, *, coder: str, passphrase: str | None) -> Session:
        """Open a casebook. Raises WrongPassphraseError when it needs one, or another one."""
        casebook = self.house.open_casebook(path, Opening(coder, passphrase))
        self._opened(path)
        return session(self.house, casebook, coder, jobs=JOBS)

    def restore(self, backup: Path, to: Path, *, coder: str, passphrase: str | None) -> Path | None:
        """Put a backup in the place of a closed casebook; return where that is kept now."""
        return self.house.restore_backup(backup, to, Opening(coder, passphrase))

    def lock(self, path: Path, *, coder: str, passphrase: str | None, wanted: str | None) -> None:
        """Give a closed casebook another passphrase, or none (`wanted` None)."""
        self.house.set_passphrase(path, Opening(coder, passphrase), wanted)

    def recent(self) -> tuple[Path, ...]:
        """Return the casebooks opened last, newest first, that are still there."""
        kept = load_settings(self.house.places.settings).recent
        return tuple(path for path in map(Path, kept) if _is_there(path))

    def recall(self, name: str) -> str:
        """Return what was remembered under a name, "" when nothing was."""
        settings = load_settings(self.house.places.settings)
        return settings.initials if name == "coder" else settings.view.get(name, "")

    def remember(self, name: str, value: str) -> None:
        """Remember a text under a name."""
        folder = self.house.places.settings
        settings = load_settings(folder)
        if name == "coder":
            settings = replace(settings, initials=value)
        else:
            settings = replace(settings, view={**settings.view, name: value})
        save_settings(settings, folder)

    def _opened(self, path: Path) -> None:
        folder = self.house.places.settings
        settings = load_settings(folder)
        save_settings(replace(settings, recent=settings.opened(path.resolve())), folder)


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # its folder may not be looked into any more
        return False


def _person() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "me")
