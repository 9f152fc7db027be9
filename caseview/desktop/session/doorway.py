"""How the window comes to a casebook, and what it remembers between two days."""

from pathlib import Path
from typing import Protocol

from caseview.desktop.session.session import Session


class Memory(Protocol):
    """What the window remembers between two days; light enough to ask before the first paint."""

    def recent(self) -> tuple[Path, ...]:
        """Return the casebooks opened last, newest first, that are still there."""
        ...

    def recall(self, name: str) -> str:
        """Return what was remembered under a name, "" when nothing was."""
        ...

    def remember(self, name: str, value: str) -> None:
        """Remember a text under a name ("coder", "scheme", "window" ...)."""
        ...


class Doorway(Memory, Protocol):
    """How the window comes to a casebook; a casebook once opened is the first of the recent."""

    def sample_files(self) -> tuple[Path, ...]:
        """Return the invented documents that fill the sample casebook."""
        ...

    def open_sample(self, coder: str) -> Session:
        """Open a fresh copy of the sample casebook, still to be filled where it is empty."""
        ...

    def start(self, path: Path, *, coder: str, passphrase: str | None) -> Session:
        """Make a casebook and open it."""
        ...

    def was_left_open(self, path: Path) -> bool:
        """Return whether a casebook that is to be opened did not close when it was open last."""
        ...

    def open(self, path: Path, *, coder: str, passphrase: str | None) -> Session:
        """Open a casebook. Raises WrongPassphraseError when it needs one, or another one."""
        ...

    def restore(self, backup: Path, to: Path, *, coder: str, passphrase: str | None) -> Path | None:
        """Put a backup in the place of a closed casebook; return where that is kept now."""
        ...

    def lock(self, path: Path, *, coder: str, passphrase: str | None, wanted: str | None) -> None:
        """Give a closed casebook another passphrase, or none (`wanted` None)."""
        ...
