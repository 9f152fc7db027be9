"""A doorway and a memory that need no file."""

from pathlib import Path

from typing_extensions import override

from caseview.desktop.session.doorway import Doorway, Memory
from caseview.desktop.session.session import Session
from caseview.domain.errors import WrongPassphraseError
from tests.desktop.invented_session import InventedSession

WORDS = "tin kettle"


class InventedMemory(Memory):
    """Remembers while it lives."""

    def __init__(self, **kept: str) -> None:
        self.kept = kept
        self.paths: list[Path] = []

    @override
    def recent(self) -> tuple[Path, ...]:
        return tuple(self.paths)

    @override
    def recall(self, name: str) -> str:
        return self.kept.get(name, "")

    @override
    def remember(self, name: str, value: str) -> None:
        self.kept[name] = value


class InventedDoorway(InventedMemory, Doorway):
    """Opens the one casebook in memory; a name with "locked" in it wants the passphrase."""

    def __init__(self, **kept: str) -> None:
        super().__init__(**kept)
        self.session = InventedSession()
        self.asked: list[str] = []

    @override
    def sample_files(self) -> tuple[Path, ...]:
        return ()

    @override
    def open_sample(self, coder: str) -> Session:
        self.asked.append(f"sample {coder}")
        return self.session

    @override
    def start(self, path: Path, *, coder: str, passphrase: str | None) -> Session:
        self.asked.append(f"start {path.name} {passphrase}")
        return self.session

    @override
    def was_left_open(self, path: Path) -> bool:
        return "left" in path.name

    @override
    def open(self, path: Path, *, coder: str, passphrase: str | None) -> Session:
        self.asked.append(f"open {path.name} {passphrase}")
        if "locked" in path.name and passphrase != WORDS:
            raise WrongPassphraseError(
                "This passphrase does not open the casebook.", "Try it again."
            )
        return self.session

    @override
    def restore(self, backup: Path, to: Path, *, coder: str, passphrase: str | None) -> Path | None:
        self.asked.append(f"restore {backup.name} to {to.name} {passphrase}")
        return None

    @override
    def lock(self, path: Path, *, coder: str, passphrase: str | None, wanted: str | None) -> None:
        self.asked.append(f"lock {path.name} {passphrase} {wanted}")
