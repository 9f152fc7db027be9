"""Finds the data that ships with CaseView and the folders that belong to the person."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from caseview.domain.english import English
from caseview.domain.errors import CaseViewError


@dataclass(frozen=True, slots=True)
class Places:
    """Where things are: `resources` and `migrations` ship, `settings` belongs to the person."""

    resources: Path
    migrations: Path
    settings: Path

    @property
    def lists(self) -> Path:
        """The reference lists: kinds, areas, forces, agencies."""
        return self.resources / "lists"

    @property
    def sample(self) -> Path:
        """The invented documents of the sample casebook."""
        return self.resources / "sample"

    def codebook(self, codebook_id: str) -> Path:
        """Return the file of a codebook that ships. Raises CaseViewError when there is none."""
        path = self.resources / "codebooks" / f"{codebook_id}.toml"
        if not path.is_file() or path.parent.name != "codebooks":
            raise CaseViewError(
                English("There is no codebook “{0}”.", codebook_id),
                "The one that ships is called “core”.",
            )
        return path


def places() -> Places:
    """Return where everything is, in a checkout, a wheel or a frozen program alike.

    Raises CaseViewError when the program's own data is missing.
    """
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    roots = [Path(frozen)] if frozen else [package.parent, package]
    for root in roots:
        for resources, migrations in (("resources", "db"), ("_resources", "_db")):
            if (root / resources / "codebooks").is_dir():
                return Places(root / resources, root / migrations, _settings_folder())
    raise CaseViewError(
        "CaseView's own data is missing, so it cannot work.", "Install CaseView again."
    )


def _settings_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home())) / "CaseView"
    base = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(base) / "caseview"
