"""What the window remembers between two days, kept with the person's other settings."""

from dataclasses import replace
from pathlib import Path

from caseview.settings import load_settings, save_settings


class KeptMemory:
    """Fulfils `session.Memory` over the settings of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._settings = load_settings(folder)

    def recent(self) -> tuple[Path, ...]:
        """Return the casebooks opened last, newest first, that are still there."""
        return tuple(path for name in self._settings.recent if (path := Path(name)).is_file())

    def opened(self, path: Path) -> None:
        """Put a casebook at the top of the recent ones."""
        self._settings = replace(self._settings, recent=self._settings.opened(path))
        save_settings(self._settings, self._folder)

    def recall(self, name: str) -> str:
        """Return what was remembered under a name, "" when nothing was."""
        kept = self._settings
        return kept.initials if name == "coder" else kept.view.get(name, "")

    def remember(self, name: str, value: str) -> None:
        """Remember a text under a name."""
        if name == "coder":
            self._settings = replace(self._settings, initials=value)
        else:
            view = {**self._settings.view, name: value}
            self._settings = replace(self._settings, view=view)
        save_settings(self._settings, self._folder)
