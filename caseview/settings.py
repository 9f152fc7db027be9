"""What CaseView remembers of a person between days: initials, recent casebooks, the window."""

import json
import tempfile
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

MOST_RECENT = 10


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one person on one computer.

    `recent` holds paths of casebooks, newest first; `view` maps names of window states to values.
    """

    initials: str = ""
    recent: tuple[str, ...] = ()
    view: dict[str, str] = field(default_factory=dict)

    def opened(self, path: Path) -> tuple[str, ...]:
        """Return the recent casebooks with `path` at the front."""
        here = str(path)
        return (here, *(other for other in self.recent if other != here))[:MOST_RECENT]


def load_settings(folder: Path) -> Settings:
    """Return the settings kept in `folder`; what is missing or unreadable is as new."""
    try:
        kept = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    fresh = Settings()
    known = {
        item.name: kept[item.name]
        for item in fields(Settings)
        if isinstance(kept.get(item.name), _kept_type(getattr(fresh, item.name)))
    }
    if "recent" in known:
        known["recent"] = tuple(str(path) for path in known["recent"])
    return Settings(**known)


def _kept_type(value: object) -> type:
    return list if isinstance(value, tuple) else type(value)


def save_settings(settings: Settings, folder: Path) -> None:
    """Keep the settings in `folder`, whole or not at all.

    A folder that cannot be written is passed over: settings are a convenience, not work.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=folder, suffix=".new", delete=False
        ) as file:
            json.dump(asdict(settings), file, ensure_ascii=False, indent=1)
        Path(file.name).replace(folder / "settings.json")
    except OSError:
        return
